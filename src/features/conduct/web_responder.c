/* Who reads reports: appointed by coordinators, who learn nothing of any report by it. That it happened stands in the record. */
#include "access/access.h"
#include "access/event.h"
#include "conduct/conduct.h"
#include "conduct/act.h"
#include "conduct/form.h"
#include "conduct/pages.h"
#include "conduct/tell.h"
#include "conduct/views.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"

enum outcome
responder_give(struct visit *v, struct programme_id programme, struct person_id person)
{
	return responder_add(v->db, (struct responder_id){ visit_new_id(v) }, programme, person, v->now);
}

enum outcome
responders_show(struct visit *v)
{
	struct responders_view view = { .programme = v->programme, .form = visit_values(v, &responder_form, NULL) };
	struct page page;

	TRY(responders_of(v->db, v->arena, v->programme->id, REPORT_READERS_MOST, &view.rows));
	page = visit_page(v);
	page_responders(&page, &view);
	return OK;
}

static enum outcome
show(struct visit *v, struct str done)
{
	return visit_see_other(v, url_responders_show(v->arena, v->programme->slug), done);
}

enum outcome
responder_appoint(struct visit *v)
{
	struct str email = text_folded(v->arena, form_text(v->form, "email"));
	struct responders_of_rows rows;
	struct members_called_rows found;
	bool reads;

	if (!moment_is_none(v->who.stands_in_until))
		return STAND_IN_ONLY;
	TRY(responders_of(v->db, v->arena, v->programme->id, REPORT_READERS_MOST, &rows));
	if (rows.count == REPORT_READERS_MOST)
		return TOO_LARGE;
	TRY(members_called(v->db, v->arena, v->programme->id, email, 1, &found));
	if (found.count == 0) {
		form_complain(v->form, "email", S("No member of this programme has this address."));
		return BAD_INPUT;
	}
	if (person_id_equal(found.at[0].id, v->who.id)) {
		form_complain(v->form, "email", S("Nobody appoints themselves. Ask another coordinator, or an administrator."));
		return BAD_INPUT;
	}
	TRY(responder_give(v, v->programme->id, found.at[0].id));
	TRY(reads_open(v, found.at[0].id, &reads));
	if (reads)
		TRY(tell_new_reader(v, found.at[0].id));
	TRY(sessions_end_of(v, found.at[0].id));    /* no session goes on with other rights than it began with (TRUST.md T13) */
	TRY(event_say(v, S("responder-added"), &(struct event_facts){ .person = found.at[0].id, .after = S("safety responder") }));
	return show(v, S("responder-added"));
}

/* Who goes may have been the last who read a report from its start: it passes to those who are left, and they are told. */
enum outcome
responder_goes(struct visit *v, struct person_id person, int64_t *changed)
{
	bool before[REPORT_READERS_MOST], after;
	struct responders_of_rows rows;

	TRY(responders_of(v->db, v->arena, v->programme->id, REPORT_READERS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(reads_open(v, rows.at[i].id, &before[i]));
	TRY(responder_drop(v->db, v->programme->id, person, changed));
	for (size_t i = 0; i < rows.count && *changed > 0; i++) {
		if (before[i] || person_id_equal(rows.at[i].id, person))
			continue;
		TRY(reads_open(v, rows.at[i].id, &after));
		if (after)
			TRY(tell_new_reader(v, rows.at[i].id));
	}
	return OK;
}

enum outcome
responder_end(struct visit *v)
{
	struct person_id person;
	int64_t changed;

	if (!moment_is_none(v->who.stands_in_until))
		return STAND_IN_ONLY;
	if (!id_read(form_text(v->form, "person"), &person.value))
		return STALE;
	TRY(responder_goes(v, person, &changed));
	if (changed == 0)
		return STALE;
	TRY(sessions_end_of(v, person));
	TRY(event_say(v, S("responder-ended"), &(struct event_facts){ .person = person, .before = S("safety responder") }));
	return show(v, S("responder-ended"));
}
