/* Decisions as whom they are about may read them. The clauses are of the code as it stood then, so each is kept with that version. */
#include "conduct/sanction.h"

#include "base/arena.h"
#include "base/buf.h"
#include "conduct/form.h"
#include "conduct/tell.h"
#include "formats/calendar.h"
#include "formats/clauses.h"
#include "formats/text.h"
#include "formats/when.h"
#include "formats/zone.h"
#include "forms/say.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"

enum { CODE_ARENA = 8 << 20, CLAUSE_CHOICES_MOST = 200, CLAUSE_SHOWN = 100, SAID_BYTES = 4000, NUMBERS_BYTES = 400, ENDED_AT_ONCE = 50, SANCTIONS_MOST = 50 };

/* The code of conduct in force. NOT_FOUND: the programme has none. */
static enum outcome
code_of(struct visit *v, struct arena *arena, struct document_newest_row *out)
{
	struct documents_of_rows rows;

	TRY(documents_of(v->db, arena, v->programme->id, false, DOCUMENTS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		if (rows.at[i].kind == DOCUMENT_CARD_KIND_CONDUCT)
			return document_newest(v->db, arena, v->programme->id, rows.at[i].slug, out);
	return NOT_FOUND;
}

/* The first words of each clause; what else stands under its number is not offered again. */
static struct choices
choices_in(struct arena *arena, const struct clauses *clauses)
{
	struct choice *at = ARENA_MANY(arena, CLAUSE_CHOICES_MOST, struct choice);
	struct str last = S("");
	size_t count = 0;

	for (size_t i = 0; i < clauses->count && count < CLAUSE_CHOICES_MOST; i++) {
		const struct clause *clause = &clauses->at[i];

		if (clause->is_heading || str_is_empty(clause->number) || str_equal(clause->number, last))
			continue;
		last = clause->number;
		at[count++] = (struct choice){ .value = str_copy(arena, clause->number),
			.label = str_join(arena, 3, (struct str[]){ clause->number, S(": "), text_short(arena, clause->words, CLAUSE_SHOWN) }) };
	}
	return (struct choices){ at, count };
}

/* A whole document by its clauses is more than a visit's own arena may hold. */
static enum outcome
clause_choices(struct visit *v, struct choices *out, struct document_id *document)
{
	struct document_newest_row code;
	struct clauses clauses;
	struct arena *arena;
	enum outcome said;

	*out = (struct choices){ NULL, 0 };
	*document = (struct document_id){ 0 };
	arena_open(CODE_ARENA, &arena);
	said = code_of(v, arena, &code);
	if (said == OK) {
		clauses = clauses_read(arena, code.markdown);
		*out = choices_in(v->arena, &clauses);
		*document = code.id;
	}
	arena_close(&arena);
	return said == NOT_FOUND ? OK : said;
}

enum outcome
case_clause_choices(struct visit *v, struct choices *out)
{
	struct document_id document;

	return clause_choices(v, out, &document);
}

static enum outcome
choices_of(void *self, struct arena *arena, struct str field, struct choices *out)
{
	(void)arena;
	*out = (struct choices){ NULL, 0 };
	return str_equal(field, S("clauses")) ? case_clause_choices(self, out) : OK;
}

struct form_supply
case_supply(struct visit *v)
{
	return (struct form_supply){ .self = v, .choices = choices_of };
}

/* The whole of its last day, where the programme is. */
static struct moment
day_end(const struct visit *v, struct str day)
{
	struct moment m = { 0 };
	struct wall wall;
	struct date next;

	if (!when_date_read(day, &wall))
		return m;
	next = calendar_date(calendar_days((struct date){ wall.year, wall.month, wall.day }) + 1);
	(void)when_moment(zone_find(v->programme->zone), (struct wall){ .year = next.year, .month = next.month, .day = next.day }, &m);
	return m;
}

static enum outcome
complain(struct visit *v, const char *field, const char *sentence)
{
	form_complain(v->form, field, str_from(sentence));
	return BAD_INPUT;
}

static enum outcome
read_until(struct visit *v, struct sanction *out)
{
	struct str day = form_text(v->form, "until");

	if (out->measure != REPORT_MEASURE_SUSPENSION)
		return str_is_empty(day) ? OK : complain(v, "until", N_("Only a suspension ends by itself. Leave the day empty, or decide a suspension."));
	if (str_is_empty(day))
		return complain(v, "until", N_("Say the last day of the suspension. It ends by itself then."));
	out->until = day_end(v, day);
	if (measure_may_end(out->until, v->now) != OK)
		return complain(v, "until", N_("Name a day from today on, at most five years ahead."));
	return OK;
}

static enum outcome
read_clauses(struct visit *v, struct sanction *out)
{
	const struct str_list *chosen = form_many(v->form, "clauses");
	struct buf numbers = buf_new(v->arena, NUMBERS_BYTES), said = buf_new(v->arena, SAID_BYTES);
	struct choices choices;

	TRY(clause_choices(v, &choices, &out->document));
	for (size_t i = 0; i < choices.count; i++) {
		if (!str_list_has(chosen, choices.at[i].value))
			continue;
		buf_add(&numbers, numbers.length > 0 ? S(", ") : S(""));
		buf_add(&numbers, choices.at[i].value);
		buf_add(&said, said.length > 0 ? S("\n") : S(""));
		buf_add(&said, choices.at[i].label);
	}
	out->clauses = buf_str(&numbers);
	out->said = buf_str(&said);
	if (choices.count > 0 && str_is_empty(out->clauses))
		return complain(v, "clauses", N_("Choose the clauses of the code of conduct that it rests on."));
	return OK;
}

enum outcome
sanction_read(struct visit *v, enum report_measure measure, struct sanction *out)
{
	enum outcome until, clauses = OK;

	*out = (struct sanction){ .measure = measure, .clauses = S(""), .said = S(""),
		.appeal_until = moment_plus(v->now, v->programme->settings.appeal_days * US_PER_DAY) };
	until = read_until(v, out);
	if (measure_is_for_somebody(measure))
		clauses = read_clauses(v, out);
	return until != OK ? until : clauses;
}

static enum sanction_measure
kept_as(enum report_measure measure)
{
	switch (measure) {
	case REPORT_MEASURE_WARNING: return SANCTION_MEASURE_WARNING;
	case REPORT_MEASURE_SUSPENSION: return SANCTION_MEASURE_SUSPENSION;
	case REPORT_MEASURE_REMOVAL: return SANCTION_MEASURE_REMOVAL;
	default: return SANCTION_MEASURE_MENTOR_LOST;
	}
}

enum outcome
sanction_keep(struct visit *v, struct report_id report, struct person_id person, const struct sanction *s)
{
	TRY(sanction_add(v->db, &(struct sanction_add_values){ .id = { visit_new_id(v) }, .programme = v->programme->id, .person = person, .report = report,
	    .measure = kept_as(s->measure), .clauses = s->clauses, .document = s->document, .until = s->until, .appeal = s->appeal_until, .now = v->now }));
	return tell_decided(v, person, s);
}

enum outcome
sanctions_over(struct visit *v, struct report_id report, bool is_told)
{
	struct sanctions_standing_rows rows;
	int64_t changed;

	TRY(sanctions_standing(v->db, v->arena, report, SANCTIONS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		TRY(sanction_end(v->db, report, rows.at[i].person, v->now, &changed));
		TRY(pause_decided_end(v->db, report, rows.at[i].person, v->now, &changed));
		if (is_told)
			TRY(tell_over(v, rows.at[i].person));
	}
	return OK;
}

static enum outcome
end_one(struct visit *v, const struct pauses_over_row *row)
{
	bool is_paused;
	int64_t changed;

	TRY(pause_end(v->db, row->report, row->person, v->now, &changed));
	TRY(sanction_lift(v->db, row->report, row->person, v->now, &changed));
	TRY(case_note_down(v, row->report, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_LIFTED, .subject = row->person, .words = S("") }));
	TRY(person_is_paused(v, row->person, &is_paused));
	return is_paused ? OK : tell_paused(v, row->person, false);
}

enum outcome
suspensions_end(struct visit *v)
{
	struct pauses_over_rows rows = { .count = ENDED_AT_ONCE };

	while (rows.count == ENDED_AT_ONCE) {
		TRY(pauses_over(v->db, v->arena, v->programme->id, v->now, ENDED_AT_ONCE, &rows));
		for (size_t i = 0; i < rows.count; i++)
			TRY(end_one(v, &rows.at[i]));
	}
	return OK;
}
