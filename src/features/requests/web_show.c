/* The page of one request. What a reader may see and do is worked out here, from the bits of the guard and the rules; the page
 * only lays it out. */
#include "access/layout.h"
#include "base/arena.h"
#include "chat/chat.h"
#include "formats/id.h"
#include "formats/when.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "people/people.h"
#include "requests/desk.h"
#include "requests/form.h"
#include "requests/form_coordinate.h"
#include "requests/pages.h"
#include "requests/requests.h"
#include "requests/views.h"

enum { TIMELINE_ROWS = 50, NOTE_ROWS = 50, ATTEMPT_ROWS = 20 };

static void
fill_names(struct visit *v, struct request_show_view *view)
{
	const struct request_seen_by_row *row = view->row;
	struct moment answered_at = desk_answered_at(row->id, row->sent_at);
	bool is_close = view->is_owner || view->is_claimer || view->is_coordinator;

	view->mentee = is_close ? row->mentee_name : desk_shown_name(v->arena, row->mentee_name, row->shows_name);
	if (visit_may(v, WHO_COORDINATOR) || view->is_claimer)
		view->mentee_email = row->mentee_email;
	if (is_close || v->programme->settings.shows_affiliation)
		view->affiliation = programme_affiliation_words(v->programme, row->affiliation, answered_at);
	view->service = programme_service_words(v->programme, row->service, answered_at);
	view->hours = say_week(v->arena, visit_language(v), row->hours);
}

/* Whether this mentor may claim, and if not, why. */
static enum outcome
fill_claim(struct visit *v, struct request_show_view *view)
{
	struct mentor_facts mentor;
	enum outcome said;

	if (!view->is_mentor || view->is_owner || !(view->is_open || view->is_named))
		return OK;
	TRY(desk_mentor(v, v->who.id, &mentor));
	said = request_may_claim(&desk_thing(v)->facts, &mentor, v->now);
	view->can_claim = said == OK;
	view->claim_refusal = said;
	if (said != OK)
		view->why_not = outcome_words(said);
	view->is_passed = desk_thing(v)->facts.is_passed;
	view->can_pass = !view->is_passed && !view->is_named;
	return OK;
}

static void
fill_acts(struct visit *v, struct request_show_view *view)
{
	const struct request_facts *facts = &desk_thing(v)->facts;
	const struct settings *number = &v->programme->settings;

	view->can_undo = view->is_claimer && view->is_running && request_may_undo(facts, number->undo_seconds, v->now) == OK;
	view->undo_until_at = moment_plus(facts->claimed_at, number->undo_seconds * US_PER_SECOND);
	view->can_reply = view->is_owner && request_may_reopen(facts) == OK;
	view->can_say_helpful = view->is_owner && request_may_say_helpful(facts, number->helpful_days, v->now) == OK;
	view->can_follow_up = view->is_owner && request_may_follow_up(facts) == OK;
}

static enum outcome
fill_forms(struct visit *v, struct request_show_view *view)
{
	struct form_supply supply = desk_supply(v);
	struct str today = when_date(v->arena, zone_find(v->who.zone), v->now);

	view->problem = v->form != NULL && v->form->has_complaints ? v->form : NULL;
	view->release = visit_values(v, &release_form, &supply);
	view->pass = visit_values(v, &pass_form, &supply);
	view->attempt = visit_values(v, &attempt_form, &supply);
	view->session = visit_values(v, &session_form, &supply);
	view->fulfil = visit_values(v, &fulfil_form, &supply);
	view->unreachable = visit_values(v, &unreachable_form, &supply);
	view->close = visit_values(v, &close_form, &supply);
	view->assign = view->is_coordinator && !view->is_closed ? visit_values(v, &assign_form, &supply) : NULL;
	view->escalate = visit_values(v, &escalate_form, &supply);
	view->merge = visit_values(v, &merge_form, &supply);
	view->note = visit_values(v, &note_form, &supply);
	view->helpful = visit_values(v, &helpful_form, &supply);
	view->detail = visit_values(v, &detail_form, &supply);
	view->answer = visit_values(v, &answer_form, &supply);
	if (!visit_is_again(v, &attempt_form))
		form_set_text(view->attempt, "tried_on", today);
	if (!visit_is_again(v, &fulfil_form))
		form_set_text(view->fulfil, "held_on", today);
	if (!visit_is_again(v, &helpful_form) && view->is_owner) {
		form_set_text(view->helpful, "helpful", request_helpful_name(view->row->helpful));
		form_set_text(view->helpful, "helpful_words", view->row->helpful_words);
	}
	return view->assign == NULL || view->pass->trouble != OK ? view->pass->trouble : view->assign->trouble;
}

/* One more than a program asked for tells whether there are more. */
static int64_t
rows_of(const struct request_show_view *view, int64_t of_page)
{
	return view->limit > 0 ? view->limit + 1 : of_page;
}

static enum outcome
fill_post(struct visit *v, struct request_show_view *view)
{
	struct chat_post_of_row post;
	enum outcome said = chat_post_of(v->db, v->arena, view->row->id, &post);

	view->has_room = !str_is_empty(programme_room(v, v->programme));
	view->is_posted = said == OK && !post.is_withdrawn;
	return said == NOT_FOUND ? OK : said;
}

enum outcome
request_view_lists(struct visit *v, struct request_show_view *view)
{
	struct request_id id = view->row->id;

	if (view->is_coordinator) {
		TRY(request_steps_of(v->db, v->arena, id, &view->steps));
		TRY(fill_post(v, view));
	}
	TRY(request_timeline(v->db, v->arena, id, view->is_confided, (struct event_id){ view->after }, rows_of(view, TIMELINE_ROWS), &view->timeline));
	if (view->is_owner || view->is_claimer || view->is_coordinator) {
		TRY(request_notes_for(v->db, v->arena, &(struct request_notes_for_values){
		    .request = id, .viewer = v->who.id, .is_pair = view->is_owner || view->is_claimer,
		    .is_coordinator = visit_may(v, WHO_COORDINATOR), .after = { view->after },
		    .limit = rows_of(view, NOTE_ROWS) }, &view->notes));
		TRY(request_attempts_of(v->db, v->arena, id, (struct attempt_id){ view->after }, rows_of(view, ATTEMPT_ROWS), &view->attempts));
	}
	return OK;
}

static void
fill_state(struct visit *v, struct request_show_view *view)
{
	const struct request_facts *facts = &desk_thing(v)->facts;
	struct wait_ladder ladder = desk_ladder(v->programme);
	struct moment change;
	int64_t waited_us;

	view->is_owner = visit_may(v, WHO_OWNER);
	view->is_claimer = visit_may(v, WHO_CLAIMER);
	view->is_named = visit_may(v, WHO_NAMED);
	view->is_coordinator = visit_may(v, WHO_COORDINATOR | WHO_ESCALATION);
	view->is_mentor = visit_may(v, WHO_MENTOR);
	view->is_confided = view->is_owner || (visit_may(v, WHO_COORDINATOR) && !view->is_claimer);
	view->is_open = facts->state == REQUEST_STATE_OPEN || facts->state == REQUEST_STATE_NEEDS_DETAIL;
	view->is_running = facts->state == REQUEST_STATE_CLAIMED || facts->state == REQUEST_STATE_SCHEDULED;
	view->is_closed = facts->state == REQUEST_STATE_CLOSED;
	view->is_merged = !request_id_is_none(view->row->merged_into);
	view->next = request_next(facts, &ladder, v->now);
	if (facts->state == REQUEST_STATE_SCHEDULED && moment_is_after(facts->session_at, v->now))
		view->free_until_at = session_free_until(facts->session_at, v->programme->settings.notice_hours);
	view->is_session_to_come = request_may_call_off(facts, v->now) == OK;
	waited_us = request_waited_us(facts, v->now);
	view->waited_seconds = waited_us / US_PER_SECOND;
	view->urgency = request_urgency(waited_us, &ladder);
	change = zone_next_change(zone_find(v->who.zone), v->now);
	if (view->next.step == NEXT_SESSION && !moment_is_none(change) && moment_is_after(view->next.at, change))
		view->clock_change_at = change;
}

/* A mentor who came second: who was first, and what else waits (F061). */
static enum outcome
show_taken(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct request_taken_view view = { .row = &thing->row, .programme = v->programme };
	struct page page = visit_page(v);

	view.id = id_print(v->arena, thing->row.id.value);
	TRY(request_similar(v->db, v->arena, v->programme->id, thing->row.id, v->who.id, DESK_SIMILAR, &view.similar));
	page_request_taken(&page, &view);
	return OK;
}

enum outcome
request_view_expected(struct visit *v, struct request_show_view *view)
{
	struct wait_ladder ladder = desk_ladder(v->programme);
	struct queue_figures_rows figures;

	if (!view->is_owner || view->is_running || view->is_closed)
		return OK;
	TRY(desk_figures(v, (struct mentor_id){ 0 }, &figures));
	view->expected = request_expected_open(request_expected_wait(figures.at[0].cases, figures.at[0].median_us,
	    v->programme->settings.first_contact_hours), &ladder, view->row->sent_at);
	return OK;
}

enum outcome
request_view_make(struct visit *v, struct request_show_view **out)
{
	struct request_show_view *view = ARENA_NEW(v->arena, struct request_show_view);

	*out = view;
	view->row = &desk_thing(v)->row;
	view->programme = v->programme;
	view->id = id_print(v->arena, view->row->id.value);
	view->number = desk_number(v->arena, v->programme, view->row->number);
	fill_state(v, view);
	fill_names(v, view);
	TRY(fill_claim(v, view));
	fill_acts(v, view);
	return OK;
}

enum outcome
request_show(struct visit *v)
{
	struct request_show_view *view;
	struct page page;

	if (!visit_may(v, WHO_SEES))
		return visit_may(v, WHO_MENTOR) && v->refusal == REQUEST_TAKEN ? show_taken(v) : NOT_FOUND;
	TRY(request_view_make(v, &view));
	TRY(fill_forms(v, view));
	TRY(request_view_expected(v, view));
	TRY(request_view_lists(v, view));
	page = visit_page(v);
	page_request_show(&page, view);
	return OK;
}
