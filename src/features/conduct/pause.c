/* The interim measure (F146): somebody whom a case is about is paused at once, on every channel, and lifted again. */
#include "conduct/act.h"
#include "conduct/conduct.h"
#include "conduct/form.h"
#include "conduct/tell.h"
#include "formats/id.h"
#include "http/routes.h"

enum outcome
person_is_paused(struct visit *v, struct person_id person, bool *out)
{
	struct pauses_of_row row;

	TRY(pauses_of(v->db, v->arena, v->programme->id, person, &row));
	*out = row.pauses > 0;
	return OK;
}

/* One of those whom the case is about. */
static enum outcome
find_named(struct visit *v, struct report_id report, struct named_in_row *out)
{
	struct named_in_rows named;

	TRY(named_in(v->db, v->arena, report, v->programme->id, NAMED_MOST, &named));
	for (size_t i = 0; i < named.count; i++)
		if (str_equal(form_text(v->form, "person"), id_print(v->arena, named.at[i].id.value))) {
			*out = named.at[i];
			return OK;
		}
	return CASE_NOT_NOW;
}

static enum outcome
pause(struct visit *v, struct report_id report, struct person_id person)
{
	TRY(pause_add(v->db, &(struct pause_add_values){ .id = { visit_new_id(v) }, .programme = v->programme->id, .person = person,
	    .report = report, .now = v->now }));
	return tell_paused(v, person, true);
}

enum outcome
step_pause_all(struct visit *v, const struct step *s)
{
	struct named_in_rows named;

	TRY(named_in(v->db, v->arena, s->row.id, v->programme->id, NAMED_MOST, &named));
	if (named.count == 0) {
		form_complain(v->form, "measure", S("Write down first whom the case is about: it is they who are paused."));
		return BAD_INPUT;
	}
	for (size_t i = 0; i < named.count; i++) {
		if (named.at[i].is_paused)
			continue;
		TRY(pause(v, s->row.id, named.at[i].id));
		TRY(case_note_down(v, s->row.id, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_PAUSED, .subject = named.at[i].id, .words = S("") }));
	}
	return OK;
}

enum outcome
case_pause(struct visit *v)
{
	struct named_in_row person;
	struct step s;

	TRY(step_begin(v, CASE_PAUSE, &s));
	TRY(find_named(v, s.row.id, &person));
	if (person.is_paused)
		return CASE_NOT_NOW;
	TRY(pause(v, s.row.id, person.id));
	return step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_PAUSED, .subject = person.id, .words = S("") });
}

/* A pause of another case goes on. */
enum outcome
case_lift(struct visit *v)
{
	struct named_in_row person;
	struct step s;
	bool is_paused;
	int64_t changed;

	TRY(step_begin(v, CASE_LIFT, &s));
	TRY(find_named(v, s.row.id, &person));
	TRY(pause_end(v->db, s.row.id, person.id, v->now, &changed));
	if (changed == 0)
		return CASE_NOT_NOW;
	TRY(person_is_paused(v, person.id, &is_paused));
	if (!is_paused)
		TRY(tell_paused(v, person.id, false));
	return step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_LIFTED, .subject = person.id, .words = S("") });
}
