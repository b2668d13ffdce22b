/* An application that is for one opening of a project: what can be chosen, and until when. The openings themselves: ../openings. */
#include "applications/own.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "forms/say.h"

#define ANY S("any")

enum { OPENINGS_MOST = 200 };

enum outcome
own_openings_find(struct visit *v, struct own *own)
{
	if (own->intake.state != INTAKE_STATE_OPEN && own->intake.state != INTAKE_STATE_CLOSED)
		return OK;
	return openings_taking(v->db, v->arena, own->intake.cohort, own->intake.state == INTAKE_STATE_OPEN, v->now, OPENINGS_MOST, &own->openings);
}

enum outcome
intake_goes_beyond(struct visit *v, const struct intake_of_row *intake, bool *out)
{
	struct openings_taking_rows rows;

	TRY(openings_taking(v->db, v->arena, intake->cohort, false, v->now, 1, &rows));
	*out = rows.count > 0;
	return OK;
}

static bool
takes(const struct own *own, struct opening_id opening)
{
	for (size_t i = 0; i < own->openings.count; i++)
		if (opening_id_equal(own->openings.at[i].id, opening))
			return true;
	return false;
}

bool
own_window_is_open(const struct own *own)
{
	if (!own->has_intake || own->openings.count == 0 || own->intake.state == INTAKE_STATE_OPEN)
		return own->has_intake && own->intake.state == INTAKE_STATE_OPEN;
	return !own->has_row || own->row.state == APPLICATION_STATE_DRAFT || takes(own, own->row.opening);
}

/* Where projects approve their mentors, a mentor is one of a project; after the window's end only what ends later can be chosen. */
static bool
may_be_any(struct visit *v, const struct own *own)
{
	bool is_of_project = own->intake.side == INTAKE_SIDE_MENTOR && v->programme->settings.mentor_approval == MENTOR_BY_PROJECT;

	return own->intake.state == INTAKE_STATE_OPEN && !is_of_project;
}

void
own_opening_ask(struct visit *v, const struct own *own, struct form *form)
{
	struct field *fields = ARENA_MANY(v->arena, form->count + 1, struct field);
	struct choice *choices = ARENA_MANY(v->arena, own->openings.count + 1, struct choice);
	size_t count = 0;

	if (own->openings.count == 0)
		return;
	if (may_be_any(v, own))
		choices[count++] = (struct choice){ .value = ANY, .label = say(visit_language(v), N_("None in particular: coordinators decide")) };
	for (size_t i = 0; i < own->openings.count; i++)
		choices[count++] = (struct choice){ .value = id_print(v->arena, own->openings.at[i].id.value), .label = own->openings.at[i].project };
	fields[0] = (struct field){ .name = S(OPENING_FIELD), .type = FIELD_CHOICE, .is_required = !str_equal(form->name, S("application_draft_form")),
		.label = S_STATIC("Which project?"), .hint = S_STATIC("Its page says what it looks for, and by what it chooses."), .choices = { choices, count }, .audience = AUDIENCE_PROJECT };
	for (size_t i = 0; i < form->count; i++) {
		fields[i + 1] = form->fields[i];
		if (fields[i + 1].audience == AUDIENCE_REVIEWERS)
			fields[i + 1].audience = AUDIENCE_PROJECT;    /* its contact chooses by them */
	}
	form->fields = fields;
	form->count++;
}

void
own_opening_fill(struct visit *v, const struct own *own, struct values *values)
{
	if (own->openings.count > 0 && own->has_row)
		form_set_text(values, OPENING_FIELD, opening_id_is_none(own->row.opening) ? may_be_any(v, own) ? ANY : S("") : id_print(v->arena, own->row.opening.value));
}

void
own_opening_prefer(struct visit *v, const struct own *own, struct values *values)
{
	struct str asked = request_query(v->request, S(OPENING_FIELD));
	int64_t id;

	if (own->openings.count > 0 && !own->has_row && id_read(asked, &id) && takes(own, (struct opening_id){ id }))
		form_set_text(values, OPENING_FIELD, asked);
}

struct opening_id
own_opening_read(const struct own *own, struct values *values)
{
	struct opening_id opening = { 0 };

	if (own->openings.count > 0)
		(void)id_read(form_text(values, OPENING_FIELD), &opening.value);
	else
		opening = own->row.opening;
	return opening;
}

struct str
application_standing_words(struct str language, const struct application_row_row *row)
{
	if (row->state == APPLICATION_STATE_SHORT_LISTED && !moment_is_none(row->elected_at))
		return say(language, N_("Elected by the project"));
	if (row->state == APPLICATION_STATE_SHORT_LISTED && !moment_is_none(row->chosen_at))
		return say(language, N_("Chosen by the project"));
	return application_state_words(language, row->state);
}
