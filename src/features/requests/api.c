/* What programs read of the desk. The views are the pages' own, so that both show the same to the same reader. */
#include "requests/api.h"

#include "access/api.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "programmes/programmes.h"
#include "requests/api_shapes.h"
#include "requests/desk.h"
#include "requests/requests.h"
#include "requests/views.h"

enum { LIST_ROWS = 50, CURSOR_BYTES = 60 };

static void
print_person(struct answer *a, const char *name, int64_t id, struct str called)
{
	if (str_is_empty(called)) {
		answer_null(a, name);
		return;
	}
	answer_object(a, name);
	answer_id(a, "id", id);
	answer_text(a, "name", called);
	answer_close(a);
}

/* Those who are close to it may know whose it is; others read a name at most. */
static void
print_people(struct answer *a, const struct request_show_view *view)
{
	bool is_close = view->is_owner || view->is_claimer || view->is_coordinator;

	print_person(a, "mentee", is_close ? view->row->mentee.value : 0, view->mentee);
	answer_text(a, "mentee_email", view->mentee_email);
	print_person(a, "mentor", view->row->claimer.value, view->row->claimer_name);
	answer_text(a, "named_mentor", is_close || view->is_named ? view->row->named_name : S(""));
	answer_text(a, "affiliation", view->affiliation);
}

static void
print_dates(struct answer *a, const struct request_show_view *view)
{
	const struct request_seen_by_row *row = view->row;
	bool is_close = view->is_owner || view->is_claimer || view->is_coordinator;

	answer_moment(a, "sent_at", row->sent_at);
	answer_whole(a, "waited_seconds", view->waited_seconds);
	if (view->expected.seconds > 0)
		answer_whole(a, "expected_seconds", view->expected.seconds);
	else
		answer_null(a, "expected_seconds");
	answer_moment(a, "expected_at", view->expected.at);
	answer_tick(a, "is_promise", view->expected.seconds > 0 && !view->expected.is_measured);
	answer_moment(a, "waiting_since_at", row->waiting_since_at);
	answer_moment(a, "reserved_until_at", row->reserved_until_at);
	answer_moment(a, "claimed_at", row->claimed_at);
	answer_moment(a, "contact_due_at", row->lease_due_at);
	answer_moment(a, "contacted_at", row->contacted_at);
	answer_moment(a, "session_at", is_close ? row->session_at : (struct moment){ 0 });
	answer_moment(a, "closed_at", row->closed_at);
	answer_date(a, "held_on", is_close ? row->held_on : S(""));
}

static void
print_words(struct answer *a, const struct request_show_view *view)
{
	const struct request_seen_by_row *row = view->row;
	bool is_close = view->is_owner || view->is_claimer || view->is_coordinator;

	answer_text(a, "title", row->title);
	answer_text(a, "details", row->details);
	answer_text(a, "question", row->question);
	answer_text(a, "next_steps", is_close ? row->next_steps : S(""));
	answer_text(a, "reason", view->is_owner || view->is_coordinator ? row->reason : S(""));
	answer_word(a, "helpful", view->is_confided ? request_helpful_name(row->helpful) : S(""));
	answer_text(a, "helpful_words", view->is_confided ? row->helpful_words : S(""));
}

static struct str
service_slug(const struct programme *p, struct service_id id)
{
	const struct service *service = programme_service(p, id);

	return service == NULL ? S("") : service->slug;
}

/* What the pages show to coordinators alone. */
static void
print_steps(struct answer *a, const struct request_show_view *view)
{
	const struct request_seen_by_row *row = view->row;

	answer_moment(a, "escalated_at", view->is_coordinator ? row->escalated_at : (struct moment){ 0 });
	if (view->is_coordinator)
		answer_whole(a, "bumps", row->bumps);
	else
		answer_null(a, "bumps");
	print_person(a, "entered_by", row->entered_by.value, view->is_coordinator ? row->entered_name : S(""));
}

static void
print_request(struct visit *v, struct answer *a, const struct request_show_view *view)
{
	const struct request_seen_by_row *row = view->row;

	answer_open(a, &request_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "number", view->number);
	answer_text(a, "programme", v->programme->slug);
	answer_word(a, "state", request_state_name(row->state));
	answer_word(a, "outcome", desk_outcome(row->outcome, row->merged_into, row->is_unanswered));
	answer_text(a, "service", service_slug(v->programme, row->service));
	answer_texts(a, "skills", row->skills);
	answer_text(a, "language", row->language);
	answer_word(a, "medium", request_medium_name(row->medium));
	print_words(a, view);
	print_people(a, view);
	print_dates(a, view);
	answer_whole(a, "attempts", row->attempts);
	answer_whole(a, "releases", row->releases);
	answer_id(a, "follow_up_of", view->is_owner || view->is_coordinator ? row->follow_up_of.value : 0);
	answer_id(a, "merged_into", view->is_owner || view->is_coordinator ? row->merged_into.value : 0);
	print_steps(a, view);
	answer_tick(a, "may_claim", view->can_claim);
	answer_text(a, "why_not", view->claim_refusal == OK ? S("") : problem_code(a->arena, view->claim_refusal));
	answer_whole(a, "version", row->version);
	answer_close(a);
}

enum outcome
request_print_json(struct visit *v)
{
	struct request_show_view *view;
	struct answer a;

	if (!visit_may(v, WHO_SEES))
		return NOT_FOUND;
	TRY(request_view_make(v, &view));
	TRY(request_view_expected(v, view));
	a = api_answer(v);
	api_etag(v, view->row->version);
	print_request(v, &a, view);
	return OK;
}

/* --- a claim that came second --- */

enum outcome
request_tell_taken(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct request_similar_rows similar = { .count = 0 };
	struct instead *instead;

	if (person_id_is_none(thing->row.claimer))
		return OK;
	v->first = thing->row.claimer_name;
	v->refusal_words = str_join(v->arena, 2, (struct str[]){ v->first, S(" was first. Have a look at the other open requests.") });
	if (visit_may(v, WHO_MENTOR))
		TRY(request_similar(v->db, v->arena, v->programme->id, thing->row.id, v->who.id, DESK_SIMILAR, &similar));
	v->instead.at = instead = ARENA_MANY(v->arena, similar.count + 1, struct instead);
	for (size_t i = 0; i < similar.count; i++)
		instead[v->instead.count++] = (struct instead){ .id = id_print(v->arena, similar.at[i].id.value),
		    .number = desk_number(v->arena, v->programme, similar.at[i].number), .title = similar.at[i].title };
	return OK;
}

/* --- what belongs to one request --- */

static enum outcome
read_part(struct visit *v, struct request_show_view *view)
{
	struct str after = form_text(v->form, "after");

	if (form_whole(v->form, "limit") > 0)
		view->limit = form_whole(v->form, "limit");
	if (str_is_empty(after) || id_read(after, &view->after))
		return OK;
	form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
	return BAD_INPUT;
}

static enum outcome
lists_of(struct visit *v, struct request_show_view **view)
{
	if (!visit_may(v, WHO_SEES))
		return NOT_FOUND;
	TRY(request_view_make(v, view));
	(*view)->limit = LIST_ROWS;
	if (v->form != NULL && v->form->form == &part_list_form)
		TRY(read_part(v, *view));
	return request_view_lists(v, *view);
}

/* Ends the list that is open and says where it goes on. */
static void
end_part(struct visit *v, struct answer *a, bool has_more, int64_t last)
{
	answer_close(a);
	answer_text(a, "next", has_more ? api_next(v, id_print(v->arena, last)) : S(""));
	answer_close(a);
}

static size_t
shown_of(const struct request_show_view *view, size_t count)
{
	return count > (size_t)view->limit ? (size_t)view->limit : count;
}

enum outcome
request_timeline_json(struct visit *v)
{
	struct request_show_view *view;
	struct answer a;
	size_t shown;

	TRY(lists_of(v, &view));
	shown = shown_of(view, view->timeline.count);
	a = api_answer(v);
	answer_open(&a, &timeline_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < shown; i++) {
		const struct request_timeline_row *row = &view->timeline.at[i];

		answer_open(&a, &timeline_item_shape);
		answer_text(&a, "kind", row->kind);
		answer_text(&a, "actor", desk_actor_name(view, row));
		answer_text(&a, "detail", row->detail);
		answer_text(&a, "before", row->state_before);
		answer_text(&a, "after", row->state_after);
		answer_moment(&a, "happened_at", row->happened_at);
		answer_close(&a);
	}
	end_part(v, &a, view->timeline.count > shown, shown > 0 ? view->timeline.at[shown - 1].id.value : 0);
	return OK;
}

enum outcome
request_notes_json(struct visit *v)
{
	struct request_show_view *view;
	struct answer a;
	size_t shown;

	TRY(lists_of(v, &view));
	shown = shown_of(view, view->notes.count);
	a = api_answer(v);
	answer_open(&a, &note_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < shown; i++) {
		const struct request_notes_for_row *row = &view->notes.at[i];

		answer_open(&a, &note_shape);
		answer_id(&a, "id", row->id.value);
		answer_word(&a, "audience", note_audience_name(row->audience));
		answer_text(&a, "words", row->words);
		print_person(&a, "author", row->author.value, row->author_name);
		answer_moment(&a, "written_at", row->written_at);
		answer_close(&a);
	}
	end_part(v, &a, view->notes.count > shown, shown > 0 ? view->notes.at[shown - 1].id.value : 0);
	return OK;
}

enum outcome
request_attempts_json(struct visit *v)
{
	struct request_show_view *view;
	struct answer a;
	size_t shown;

	TRY(lists_of(v, &view));
	shown = shown_of(view, view->attempts.count);
	a = api_answer(v);
	answer_open(&a, &attempt_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < shown; i++) {
		const struct request_attempts_of_row *row = &view->attempts.at[i];

		answer_open(&a, &attempt_shape);
		answer_id(&a, "id", row->id.value);
		answer_date(&a, "tried_on", row->tried_on);
		answer_word(&a, "way", attempt_way_name(row->way));
		answer_text(&a, "words", row->words);
		answer_text(&a, "mentor", row->mentor_name);
		answer_close(&a);
	}
	end_part(v, &a, view->attempts.count > shown, shown > 0 ? view->attempts.at[shown - 1].id.value : 0);
	return OK;
}

/* --- the list --- */

static void
print_line(struct visit *v, struct answer *a, const struct requests_for_row *row)
{
	bool is_close = visit_may(v, WHO_COORDINATOR | WHO_ESCALATION) || person_id_equal(row->mentee, v->who.id) ||
	    person_id_equal(row->claimer, v->who.id);
	struct request_facts facts = { .state = row->state, .waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us };
	struct str mentee = is_close ? row->mentee_name : desk_shown_name(v->arena, row->mentee_name, row->shows_name);

	answer_open(a, &request_line_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "number", desk_number(v->arena, v->programme, row->number));
	answer_word(a, "state", request_state_name(row->state));
	answer_word(a, "outcome", desk_outcome(row->outcome, row->merged_into, row->is_unanswered));
	answer_text(a, "service", service_slug(v->programme, row->service));
	answer_texts(a, "skills", row->skills);
	answer_text(a, "language", row->language);
	answer_text(a, "title", row->title);
	print_person(a, "mentee", is_close ? row->mentee.value : 0, mentee);
	print_person(a, "mentor", row->claimer.value, row->claimer_name);
	answer_moment(a, "sent_at", row->sent_at);
	answer_whole(a, "waited_seconds", request_waited_us(&facts, v->now) / US_PER_SECOND);
	answer_moment(a, "closed_at", row->closed_at);
	answer_whole(a, "version", row->version);
	answer_close(a);
}

static enum outcome
list_rows(struct visit *v, struct requests_for_rows *rows, int64_t limit)
{
	const struct service *service = programme_service_by_slug(v->programme, form_text(v->form, "service"));
	struct moment after_sent = { 0 };
	struct request_id after = { 0 };
	struct str rest = form_text(v->form, "after"), first;

	if (!str_is_empty(rest) && (!str_next(&rest, '.', &first) || !str_whole(first, &after_sent.us) || rest.at == NULL ||
	    !id_read(rest, &after.value))) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	return requests_for(v->db, v->arena, &(struct requests_for_values){
	    .programme = v->programme->id, .viewer = v->who.id, .is_coordinator = visit_may(v, WHO_COORDINATOR | WHO_ESCALATION),
	    .is_mentor = visit_may(v, WHO_MENTOR), .whose = form_text(v->form, "mine"), .state = form_text(v->form, "state"),
	    .service = service == NULL ? (struct service_id){ 0 } : service->id, .search = text_pattern(v->arena, form_text(v->form, "q")),
	    .after_sent = after_sent, .after = after, .limit = limit }, rows);
}

static struct str
cursor_of(struct visit *v, const struct requests_for_row *last)
{
	struct buf cursor = buf_new(v->arena, CURSOR_BYTES);

	buf_format(&cursor, "%lld.", (long long)last->sent_at.us);
	buf_add(&cursor, id_print(v->arena, last->id.value));
	return buf_str(&cursor);
}

enum outcome
request_list_json(struct visit *v)
{
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct requests_for_rows rows;
	struct answer a;
	size_t shown;

	TRY(list_rows(v, &rows, limit + 1));
	shown = rows.count > (size_t)limit ? (size_t)limit : rows.count;
	a = api_answer(v);
	answer_open(&a, &request_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < shown; i++)
		print_line(v, &a, &rows.at[i]);
	answer_close(&a);
	answer_text(&a, "next", rows.count > shown ? api_next(v, cursor_of(v, &rows.at[shown - 1])) : S(""));
	answer_close(&a);
	return OK;
}
