/* Finding and starting the draft. */
#include "requests/draft.h"

#include "conduct/conduct.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "requests/desk.h"
#include "requests/requests.h"

enum { AFFILIATION_REQUIRED = 2 };    /* affiliation.mode */

enum outcome
draft_load(struct visit *v, struct draft_of_row *out)
{
	enum outcome said = draft_of(v->db, v->arena, v->programme->id, v->who.id, out);

	if (said != NOT_FOUND)
		return said;
	*out = (struct draft_of_row){ 0 };
	return OK;
}

enum outcome
draft_need(struct visit *v, struct draft_of_row *out)
{
	TRY(draft_load(v, out));
	if (!request_id_is_none(out->id))
		return OK;
	out->id.value = visit_new_id(v);
	TRY(draft_start(v->db, out->id, v->programme->id, v->who.id, v->now));
	return desk_plan(v, out->id);
}

struct draft_facts
draft_facts_of(const struct draft_of_row *draft)
{
	return (struct draft_facts){
		.has_service = !service_id_is_none(draft->service),
		.has_skills = draft->skill_count > 0 || draft->is_unsure,
		.has_details = !str_is_empty(draft->title) && !str_is_empty(draft->details),
		.has_when = draft->medium != REQUEST_MEDIUM_NONE,
		.has_about = str_equal(draft->step, S("about-you")),
		.has_affiliation = !affiliation_id_is_none(draft->affiliation),
	};
}

bool
draft_needs_affiliation(const struct visit *v)
{
	return v->programme->settings.affiliation_asks == AFFILIATION_REQUIRED;
}

const struct affiliation *
draft_affiliation(struct visit *v)
{
	if (v->programme->settings.affiliation_asks == 0)
		return NULL;
	return programme_affiliation_by_slug(v->programme, form_text(v->form, "affiliation"));
}

enum outcome
desk_draft_of(struct visit *v, struct request_id *out)
{
	struct draft_of_row row;

	TRY(draft_load(v, &row));
	*out = row.id;
	return request_id_is_none(row.id) ? NOT_FOUND : OK;
}

enum outcome
draft_may_be_sent(struct visit *v, struct draft_facts facts)
{
	struct sending_limits limits = {
		.max_open = v->programme->settings.request_max_open, .max_day = v->programme->settings.request_max_day,
		.needs_affiliation = draft_needs_affiliation(v),
	};
	struct sending_of_row sent;

	TRY(sending_of(v->db, v->arena, v->programme->id, v->who.id, moment_plus(v->now, -US_PER_DAY), &sent));
	facts.unfinished = sent.unfinished;
	facts.sent_today = sent.today;
	TRY(person_is_paused(v, v->who.id, &facts.is_paused));
	TRY(conduct_is_accepted(v, v->who.id, &facts.has_accepted_conduct));
	return request_may_send(&facts, &limits);
}
