/* A row of applications. One person applies once as one side in a round, so that is how a row is known again. */
#include "applications/taken_in.h"
#include "base/arena.h"
#include "base/check.h"
#include "exchange/import.h"
#include "formats/text.h"
#include "people/people.h"

/* NULL with a complaint if it cannot be said. */
static const struct import_side *
side_of(struct import *m)
{
	struct import_round *round = m->round;
	struct str cell = form_text(m->row, "side"), folded = text_folded(m->v->arena, cell);

	if (round->only != NULL)
		return round->only;
	for (size_t k = 0; k < IMPORT_SIDES; k++) {
		struct str name = intake_side_name(round->sides[k].side);

		if (round->sides[k].form != NULL && (str_equal(folded, name) || str_equal(folded, str_join(m->v->arena, 2, (struct str[]){ name, S("s") }))))
			return &round->sides[k];
	}
	import_refuses(m, "side", cell, "is neither mentor nor mentee, or nobody can apply so in this round");
	return NULL;
}

/* By its name. Where projects approve their mentors, a mentor is one of a project. */
static struct opening_id
opening_of(struct import *m, const struct import_side *side)
{
	const struct openings_taking_rows *openings = &m->round->openings;
	struct str cell = form_text(m->row, "project"), folded = text_folded(m->v->arena, cell);
	bool is_of_project = side->side == INTAKE_SIDE_MENTOR && m->v->programme->settings.mentor_approval == MENTOR_BY_PROJECT;

	for (size_t i = 0; i < openings->count && !str_is_empty(cell); i++)
		if (str_equal(text_folded(m->v->arena, openings->at[i].project), folded))
			return openings->at[i].id;
	if (!str_is_empty(cell))
		import_refuses(m, "project", cell, "is no project that takes applications in this round");
	else if (is_of_project && openings->count > 0)
		import_says(m, "project", "for which project?");
	return (struct opening_id){ 0 };
}

/* --- answers --- */

struct answering {
	struct import *m;
	const struct import_side *side;
	struct pairs sent;
	bool *is_wrong;               /* of each field: its cell was complained of */
};

static void
send_cell(struct answering *a, const struct exchange_answer *answer, size_t slot, size_t field)
{
	struct import *m = a->m;
	struct exchange_answer given = *answer;
	size_t place = m->map.slots.at[slot].place;
	struct str wrong;

	if (place == 0)
		return;
	given.cell = m->record.cells[place - 1];
	if (given.cell.length > IMPORT_CELL_BYTES) {
		import_refuses_at(m, slot, S(""), "this field is far too long");
		a->is_wrong[field] = true;
		return;
	}
	wrong = exchange_answer_send(m->v->arena, &given, &a->sent);
	if (str_is_empty(wrong))
		return;
	import_refuses_at(m, slot, wrong, str_c(m->v->arena, exchange_answer_expected(m->v->arena, &given)));
	a->is_wrong[field] = true;
}

/* Its cells; *field is the place of its first field, and then of the next question's. */
static void
send_question(struct answering *a, size_t place, size_t *field)
{
	const struct question *q = &a->side->form->questions[place];
	const struct import_slot *slots = a->m->map.slots.at;
	size_t slot = a->side->slots[place];
	struct exchange_answer answer = { .question = q, .field = &a->side->fields.fields[*field], .day = EXCHANGE_NO_DAY };

	answer.has_level = q->kind == QUESTION_KIND_LANGUAGE && slots[slot + 1].place != 0;
	send_cell(a, &answer, slot, *field);
	for (int day = 0; q->kind == QUESTION_KIND_WEEK && day < EXCHANGE_DAYS; day++) {
		answer.day = day;
		send_cell(a, &answer, slot + 1 + (size_t)day, *field);
	}
	(*field)++;
	if (q->kind == QUESTION_KIND_LANGUAGE) {
		struct question level = { .kind = QUESTION_KIND_CHOICE };

		send_cell(a, &(struct exchange_answer){ .question = &level, .field = &a->side->fields.fields[*field], .day = EXCHANGE_NO_DAY }, slot + 1, *field);
		a->is_wrong[*field] = a->is_wrong[*field] || a->is_wrong[*field - 1];
		(*field)++;
	}
}

/* What the form complains of, where the cell was understood. */
static void
complain(struct answering *a, struct values *values)
{
	size_t field = 0;

	for (size_t i = 0; i < a->side->form->count; i++) {
		size_t fields = a->side->form->questions[i].kind == QUESTION_KIND_LANGUAGE ? 2 : 1;

		for (size_t k = 0; k < fields; k++, field++) {
			const struct value *value = &values->at[field];

			if (!str_is_empty(value->complaint) && !a->is_wrong[field])
				import_refuses_at(a->m, a->side->slots[i] + k, value->text.at == NULL ? S("") : value->text, str_c(a->m->v->arena, value->complaint));
		}
	}
}

/* As the form of the page would judge them. */
static struct values *
answers_of_row(struct import *m, const struct import_side *side)
{
	struct answering a = { .m = m, .side = side, .is_wrong = ARENA_MANY(m->v->arena, side->fields.count + 1, bool) };
	struct values *values;
	size_t field = 0;

	a.sent.at = ARENA_MANY(m->v->arena, (side->fields.count + 1) * EXCHANGE_ANSWERS_MOST * 2, struct pair);
	for (size_t i = 0; i < side->form->count; i++)
		send_question(&a, i, &field);
	(void)form_read(m->v->arena, &side->fields, NULL, &a.sent, &values);
	complain(&a, values);
	return values;
}

/* --- the applicant --- */

/* None with a complaint if nobody can be made of the row. */
static enum outcome
join(struct import *m, struct person_id *out)
{
	struct person_wish wish = { .name = text_one_line(m->v->arena, form_text(m->row, "name")), .email = form_text(m->row, "email"), .zone = form_text(m->row, "zone") };
	struct import_known known, now;

	TRY(import_look(m, wish.email, &known));
	if (str_is_empty(wish.zone))
		wish.zone = m->v->programme->zone;
	if (known.has_left) {
		import_refuses(m, "email", wish.email, "has left this programme; they can come back by themselves");
	} else if (person_id_is_none(known.person) && str_is_empty(wish.name)) {
		import_refuses(m, "email", wish.email, "is nobody's address here yet, and the row says no name");
	} else {
		TRY(import_join(m, &known, &wish, (struct affiliation_id){ 0 }, &now));
		*out = now.person;
	}
	return OK;
}

static enum outcome
take(struct import *m, const struct application_taken *t)
{
	struct application_id id;
	enum application_fate fate;

	TRY(application_take_in(m->v, t, &id, &fate));
	if (fate == FATE_TWICE)
		import_refuses(m, "email", form_text(m->row, "email"), "stands in an earlier line of this file as well, with other answers, and no column says that this one is newer");
	m->out->applications += fate == FATE_MADE;
	m->out->changed += fate == FATE_CHANGED;
	m->out->same += fate == FATE_SAME;
	m->out->left += fate == FATE_LEFT;
	return OK;
}

enum outcome
import_application_row(struct import *m)
{
	size_t before = m->out->problems.count + m->out->problems.left_out;
	const struct import_side *side = side_of(m);
	struct application_taken t = { .has_receipt = m->round->has_receipts, .sent_at = import_moment(m, "sent", (struct moment){ 0 }) };

	if (side == NULL)
		return OK;
	t.intake = side->intake;
	t.form = side->form;
	t.opening = opening_of(m, side);
	t.values = answers_of_row(m, side);
	if (!import_has_complained(m, before))
		TRY(join(m, &t.person));
	if (import_has_complained(m, before))
		return OK;
	t.is_again = !import_round_sees(m->round, side->side == INTAKE_SIDE_MENTOR ? -t.person.value : t.person.value);
	return take(m, &t);
}
