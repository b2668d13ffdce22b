/* Which round a file of applications goes into, and what its questions are as columns: by their keys, their words, and the words of older versions. */
#include "exchange/round.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/complaints.h"
#include "formats/id.h"
#include "programmes/programmes.h"

enum { ROUNDS_MOST = 20, OPENINGS_MOST = 200, LISTED_BYTES = 400, SEEN_TRIES = 16 };

/* --- the round --- */

static void
says(struct complaints *complaints, struct str words)
{
	complaints_add(complaints, (struct place){ 1, 1 }, "%.*s", STR_FORMAT(words));
}

static void
says_several(struct arena *arena, const struct rounds_to_fill_rows *rows, struct complaints *complaints)
{
	struct buf list = buf_new(arena, LISTED_BYTES);

	for (size_t i = 0; i < rows->count && list.length < LISTED_BYTES / 2; i++) {
		buf_add(&list, i == 0 ? S("") : S(", "));
		buf_add(&list, id_print(arena, rows->at[i].id.value));
		buf_format(&list, " (%.*s)", STR_FORMAT(rows->at[i].name));
	}
	complaints_add(complaints, (struct place){ 1, 1 }, "several rounds take applications; say which: %.*s", STR_FORMAT(buf_str(&list)));
}

/* None if there is a complaint. */
static enum outcome
choose_round(struct visit *v, const struct import_wish *wish, struct complaints *complaints, struct cohort_id *out)
{
	struct rounds_to_fill_rows rows;

	*out = wish->round;
	TRY(rounds_to_fill(v->db, v->arena, v->programme->id, ROUNDS_MOST, &rows));
	if (cohort_id_is_none(wish->round) && rows.count == 1)
		*out = rows.at[0].id;
	for (size_t i = 0; i < rows.count; i++)
		if (cohort_id_equal(rows.at[i].id, *out))
			return OK;
	if (!cohort_id_is_none(wish->round))
		says(complaints, S("this round takes no applications: it has not opened yet, or is settled, or is none of this programme"));
	else if (rows.count == 0)
		says(complaints, S("no round takes applications: plan one, and bring the file once its window has opened"));
	else
		says_several(v->arena, &rows, complaints);
	*out = (struct cohort_id){ 0 };
	return OK;
}

static enum outcome
find_sides(struct visit *v, struct arena *keep, struct cohort_id cohort, struct import_round *out)
{
	static const enum intake_side order[IMPORT_SIDES] = { INTAKE_SIDE_MENTOR, INTAKE_SIDE_MENTEE };
	struct intakes_in_rows rows;

	TRY(intakes_in(v->db, v->arena, cohort, v->programme->settings.term_months, v->now, IMPORT_SIDES, &rows));
	for (size_t k = 0; k < IMPORT_SIDES; k++) {
		struct import_side *side = &out->sides[k];

		*side = (struct import_side){ .side = order[k] };
		for (size_t i = 0; i < rows.count; i++)
			if (rows.at[i].side == order[k] && (rows.at[i].state == INTAKE_STATE_OPEN || rows.at[i].state == INTAKE_STATE_CLOSED)) {
				side->intake = rows.at[i].id;
				side->form = programme_form(v->programme, intake_side_name(order[k]));
			}
		if (side->form != NULL)
			side->fields = question_fields(keep, side->form, S("import"), false);
	}
	return openings_taking(v->db, keep, cohort, true, v->now, OPENINGS_MOST, &out->openings);
}

/* Every row is of the side that the wish names, or of the only one that there is. */
static void
choose_side(const struct import_wish *wish, struct complaints *complaints, struct import_round *out)
{
	size_t count = 0;

	for (size_t k = 0; k < IMPORT_SIDES; k++) {
		const struct import_side *side = &out->sides[k];
		bool is_meant = str_is_empty(wish->side) || str_equal(wish->side, intake_side_name(side->side));

		count += side->form != NULL && is_meant;
		if (side->form != NULL && is_meant)
			out->only = side;
	}
	if (count == 0)
		says(complaints, S("this side is not asked for in the round, or its window has not opened yet"));
	if (count > 1)
		out->only = NULL;
}

/* --- its columns --- */

size_t
import_question_slots(enum question_kind kind)
{
	return kind == QUESTION_KIND_LANGUAGE ? 2 : kind == QUESTION_KIND_WEEK ? 1 + EXCHANGE_DAYS : 1;
}

static struct str
day_heading(struct arena *arena, struct str words, int day)
{
	return str_join(arena, 4, (struct str[]){ words, S(" ["), str_from(exchange_day(day)), S("]") });
}

/* A question that is called like a field of ours is named with "q:" before it. */
static struct str
slot_name(struct arena *arena, const struct import_slots *slots, size_t fixed, struct str key)
{
	for (size_t i = 0; i < fixed; i++)
		if (str_equal(slots->at[i].name, key))
			return str_join(arena, 2, (struct str[]){ S("q:"), key });
	return key;
}

static void
add_question(struct arena *arena, struct import_slots *slots, size_t fixed, struct import_side *side, size_t place)
{
	const struct question *q = &side->form->questions[place];
	struct import_slot slot = { .name = slot_name(arena, slots, fixed, q->key), .words = q->words, .sides = side->side == INTAKE_SIDE_MENTOR ? 1 : 2, .is_question = true };
	struct str name = slot.name;

	slot.is_required = q->is_required && q->kind != QUESTION_KIND_WEEK;    /* a week may have a column for each day */
	side->slots[place] = import_slot_add(slots, &slot);
	slot.is_required = false;
	if (q->kind == QUESTION_KIND_LANGUAGE) {
		slot.name = str_join(arena, 2, (struct str[]){ name, S("_level") });
		slot.words = str_join(arena, 2, (struct str[]){ q->words, S(" (how well)") });
		(void)import_slot_add(slots, &slot);
	}
	for (int day = 0; q->kind == QUESTION_KIND_WEEK && day < EXCHANGE_DAYS; day++) {
		slot.name = str_join(arena, 3, (struct str[]){ name, S("_"), str_from(exchange_day(day)) });
		slot.words = day_heading(arena, q->words, day);
		(void)import_slot_add(slots, &slot);
	}
}

/* In those words, with what stands behind them for its other columns. */
static void
add_wording(struct import_slots *slots, const struct question *q, size_t slot, struct str words)
{
	import_heading_add(slots, slot, words);
	if (q->kind == QUESTION_KIND_LANGUAGE)
		import_heading_add(slots, slot + 1, str_join(slots->arena, 2, (struct str[]){ words, S(" how well") }));
	for (int day = 0; q->kind == QUESTION_KIND_WEEK && day < EXCHANGE_DAYS; day++)
		import_heading_add(slots, slot + 1 + (size_t)day, day_heading(slots->arena, words, day));
}

static void
add_wordings(struct import_slots *slots, const struct import_side *side)
{
	for (size_t i = 0; i < side->form->count; i++) {
		const struct question *q = &side->form->questions[i];

		add_wording(slots, q, side->slots[i], q->words);
		for (size_t k = 0; k < import_question_slots(q->kind); k++)
			import_heading_add(slots, side->slots[i] + k, slots->at[side->slots[i] + k].name);
		import_heading_add(slots, side->slots[i], q->key);
	}
}

static void
add_older(struct import_slots *slots, const struct import_side *side, const struct question_wordings_list *older)
{
	for (size_t k = 0; k < older->count; k++)
		for (size_t i = 0; i < side->form->count; i++)
			if (str_equal(side->form->questions[i].key, older->at[k].key) && !str_equal(side->form->questions[i].words, older->at[k].words))
				add_wording(slots, &side->form->questions[i], side->slots[i], older->at[k].words);
}

/* Names of our own fields, then what the questions are called now, then what else ours may be called, then what questions were called before. */
static enum outcome
add_columns(struct visit *v, struct arena *keep, struct import_round *round)
{
	struct import_slots *slots = &round->slots;
	size_t fixed;

	import_slots_fixed(keep, IMPORT_KIND_APPLICATIONS, slots);
	fixed = slots->count;
	for (size_t i = 0; i < fixed; i++)
		import_heading_add(slots, i, slots->at[i].name);
	for (size_t k = 0; k < IMPORT_SIDES; k++) {
		struct import_side *side = &round->sides[k];

		if (side->form == NULL || (round->only != NULL && round->only != side))
			continue;
		side->slots = ARENA_MANY(keep, side->form->count + 1, size_t);
		for (size_t i = 0; i < side->form->count; i++)
			add_question(keep, slots, fixed, side, i);
		add_wordings(slots, side);
	}
	import_headings_fixed(slots, IMPORT_KIND_APPLICATIONS);
	for (size_t k = 0; k < IMPORT_SIDES; k++) {
		struct question_wordings_list older;

		if (round->sides[k].slots == NULL)
			continue;
		TRY(question_wordings_find(v->db, v->arena, v->programme->id, round->sides[k].form->slug, &older));
		add_older(slots, &round->sides[k], &older);
	}
	return OK;
}

/* Where a column says of which side a row is, no question must have a column: the row's own form complains. */
static void
judge_columns(struct import_round *round)
{
	struct import_slots *slots = &round->slots;

	slots->at[import_slot_named(slots, S("side"))].is_required = round->only == NULL;
	for (size_t i = 0; round->only == NULL && i < slots->count; i++)
		slots->at[i].is_required = slots->at[i].is_required && !slots->at[i].is_question;
}

enum outcome
import_round_find(struct visit *v, struct arena *keep, const struct import_wish *wish, struct complaints *complaints, struct import_round *out)
{
	*out = (struct import_round){ .has_receipts = wish->has_receipts, .seen = ARENA_MANY(keep, IMPORT_SEEN, int64_t) };
	TRY(choose_round(v, wish, complaints, &out->cohort));
	if (cohort_id_is_none(out->cohort))
		return OK;
	TRY(find_sides(v, keep, out->cohort, out));
	choose_side(wish, complaints, out);
	TRY(add_columns(v, keep, out));
	judge_columns(out);
	return OK;
}

bool
import_round_sees(struct import_round *round, int64_t applicant)
{
	uint64_t place = (uint64_t)applicant * UINT64_C(0x9E3779B97F4A7C15) >> 40;

	for (size_t i = 0; i < SEEN_TRIES; i++) {
		int64_t *at = &round->seen[(place + i) % IMPORT_SEEN];

		if (*at == applicant)
			return false;
		if (*at == 0) {
			*at = applicant;
			return true;
		}
	}
	return true;
}
