/* The interim measure (F146): somebody whom a case is about is paused at once, on every channel, and lifted again. */
#include "base/arena.h"
#include "conduct/act.h"
#include "conduct/conduct.h"
#include "conduct/form.h"
#include "conduct/sanction.h"
#include "conduct/tell.h"
#include "formats/id.h"
#include "http/routes.h"
#include "later/later.h"
#include "programmes/programmes.h"

enum { HOLDS_MOST = 200 };

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

/* What waits for their answer is opened to all by the clock, in a moment, as when an answer did not come. */
static enum outcome
end_holds(struct visit *v, struct person_id person)
{
	struct holds_on_rows rows;
	int64_t changed;

	TRY(holds_on(v->db, v->arena, v->programme->id, person, HOLDS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		TRY(hold_ends(v->db, rows.at[i].id, v->now, &changed));
		TRY(job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = REQUEST_STEP,
		    .subject = rows.at[i].id.value, .due_at = v->now, .now = v->now }));
	}
	return OK;
}

struct pausing {
	struct report_id report;
	enum pause_kind kind;
	struct moment until;          /* none: until a responder lifts it */
};

static enum outcome
pause(struct visit *v, const struct pausing *p, struct person_id person)
{
	TRY(pause_add(v->db, &(struct pause_add_values){ .id = { visit_new_id(v) }, .programme = v->programme->id, .person = person,
	    .report = p->report, .kind = p->kind, .until = p->until, .now = v->now }));
	return end_holds(v, person);
}

static enum outcome
do_to(struct visit *v, const struct step *s, const struct named_in_row *named)
{
	struct pausing p = { .report = s->row.id, .kind = s->measure == REPORT_MEASURE_REMOVAL ? PAUSE_KIND_REMOVAL : PAUSE_KIND_SUSPENSION,
		.until = s->sanction->until };
	int64_t changed;

	TRY(sanction_keep(v, s->row.id, named->id, s->sanction));
	if (s->measure == REPORT_MEASURE_MENTOR_LOST)
		return end_holds(v, named->id);
	if (s->measure == REPORT_MEASURE_WARNING)
		return OK;
	if (s->measure == REPORT_MEASURE_REMOVAL)
		TRY(responder_goes(v, named->id, &changed));
	TRY(pause(v, &p, named->id));
	return case_note_down(v, s->row.id, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_PAUSED, .subject = named->id, .words = S("") });
}

enum outcome
step_do(struct visit *v, const struct step *s, struct decided *out)
{
	struct named_in_rows named;
	struct person_id *people;

	TRY(named_in(v->db, v->arena, s->row.id, v->programme->id, NAMED_MOST, &named));
	if (named.count == 0) {
		form_complain(v->form, "measure", S("Write down first whom the case is about: the measure is for them."));
		return BAD_INPUT;
	}
	people = ARENA_MANY(v->arena, named.count, struct person_id);
	for (size_t i = 0; i < named.count; i++) {
		people[i] = named.at[i].id;
		TRY(do_to(v, s, &named.at[i]));
	}
	*out = (struct decided){ .people = people, .count = named.count, .ends_role = s->measure == REPORT_MEASURE_MENTOR_LOST,
		.ends_part = s->measure == REPORT_MEASURE_REMOVAL, .ends_nothing = s->measure == REPORT_MEASURE_WARNING };
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
	TRY(pause(v, &(struct pausing){ .report = s.row.id, .kind = PAUSE_KIND_INTERIM }, person.id));
	TRY(tell_paused(v, person.id, true));
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
	TRY(sanction_lift(v->db, s.row.id, person.id, v->now, &changed));
	TRY(person_is_paused(v, person.id, &is_paused));
	if (!is_paused)
		TRY(person.pause_kind == PAUSE_KIND_REMOVAL ? tell_back(v, person.id) : tell_paused(v, person.id, false));
	return step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_LIFTED, .subject = person.id, .words = S("") });
}
