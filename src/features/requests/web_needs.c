/* What needs a coordinator, first; and what coordinators leave for each other. */
#include "access/layout.h"
#include "base/arena.h"
#include "formats/id.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "programmes/programmes.h"
#include "questions/questions.h"
#include "requests/form_coordinate.h"
#include "requests/pages.h"
#include "requests/views.h"

enum { NOTE_ROWS = 10, SILENT_DAYS = 3, QUIET_HOURS = 24, OVER_HOURS = 24, ANSWERED_DAYS = 14, ROOM_ROWS = 20, TROUBLE_DAYS = 14 };

int64_t
needs_waited_seconds(const struct page *page, const struct needs_requests_row *row)
{
	struct request_facts facts = { .state = row->state, .waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us };

	return request_waited_us(&facts, page->now) / US_PER_SECOND;
}

struct moment
needs_last_try(const struct needs_requests_row *row)
{
	return moment_later(row->contacted_at, row->tried_at);
}

bool
needs_escalation(const struct page *page, const struct programme *p, const struct needs_requests_row *row)
{
	struct request_facts facts = { .state = row->state, .waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us };

	return request_may_escalate(&facts, row->escalated_at) == OK && request_waited_us(&facts, page->now) >= p->settings.escalate_hours * US_PER_HOUR;
}

static enum outcome
fill_notes(struct visit *v, struct needs_view *view)
{
	struct str path = url_needs_show(v->arena, v->programme->slug);

	TRY(handovers_of(v->db, v->arena, v->programme->id, (struct handover_id){ visit_after(v) }, NOTE_ROWS + 1, &view->handovers));
	if (view->handovers.count <= NOTE_ROWS)
		return OK;
	view->handovers.count = NOTE_ROWS;
	view->next_notes = str_join(v->arena, 4, (struct str[]){ path, S("?after="),
	    id_print(v->arena, view->handovers.at[NOTE_ROWS - 1].id.value), S("#notes") });
	return OK;
}

enum outcome
desk_mentors_in_need(struct visit *v, const struct programme *p, int64_t most, struct needs_mentors_rows *out)
{
	struct moment grace = moment_plus(v->now, -p->settings.conduct_grace_days * US_PER_DAY);

	return needs_mentors(v->db, v->arena, &(struct needs_mentors_values){ .programme = p->id, .asks = p->settings.conduct_required, .grace = grace,
	    .orients = p->settings.orientation_required, .limit = most }, out);
}

static enum outcome
find_in(struct visit *v, const struct programme *p, bool is_coordinator, int64_t most, struct needs_requests_rows *out)
{
	return needs_requests(v->db, v->arena, &(struct needs_requests_values){
	    .programme = p->id, .late = moment_plus(v->now, -p->settings.bump_hours * US_PER_HOUR),
	    .silent = moment_plus(v->now, -SILENT_DAYS * US_PER_DAY), .quiet = moment_plus(v->now, QUIET_HOURS * US_PER_HOUR),
	    .over = moment_plus(v->now, -OVER_HOURS * US_PER_HOUR), .answered = moment_plus(v->now, -ANSWERED_DAYS * US_PER_DAY),
	    .is_coordinator = is_coordinator, .viewer = v->who.id, .limit = most }, out);
}

struct str
needs_paste(struct page *page, const struct needs_view *view, const struct room_lacks_row *row)
{
	struct str path = url_request_show(page->arena, view->programme->slug, id_print(page->arena, row->request.value));

	return str_join(page->arena, 5, (struct str[]){ desk_number(page->arena, view->programme, row->number), S(" "), row->title, S(" "),
	    str_join(page->arena, 2, (struct str[]){ view->base_url, path }) });
}

/* As the server says it in the thread of its message. */
struct str
needs_bump_paste(struct page *page, const struct needs_view *view, const struct room_bumps_row *row)
{
	struct request_facts facts = { .state = REQUEST_STATE_OPEN, .waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us };
	struct when_words waited = when_lasting(request_waited_us(&facts, page->now));
	struct str path = url_request_show(page->arena, view->programme->slug, id_print(page->arena, row->request.value));
	struct str words = say_filled(page->arena, say(view->room_language, N_("{number} still waits for a mentor, for {time} now. Would you take it?")), 2, (struct say_value[]){
	    { "number", desk_number(page->arena, view->programme, row->number) },
	    { "time", say_count(page->arena, view->room_language, waited.count, waited.one, waited.many) } });

	return str_join(page->arena, 5, (struct str[]){ words, S(" "), row->title, S(" "), str_join(page->arena, 2, (struct str[]){ view->base_url, path }) });
}

struct str
needs_letter_paste(struct page *page, const struct needs_view *view, const struct letters_in_trouble_row *row)
{
	struct str path = request_id_is_none(row->request) ? url_programme_show(page->arena, view->programme->slug)
	    : url_request_show(page->arena, view->programme->slug, id_print(page->arena, row->request.value));
	struct str subject = str_is_empty(row->subject) ? letter_kind_words(page->language, row->kind) : row->subject;

	return str_join(page->arena, 4, (struct str[]){ subject, S(" "), view->base_url, path });
}

enum outcome
needs_letters_find(struct visit *v, const struct programme *p, int64_t most, struct needs_letters *out)
{
	TRY(readers_refused(v->db, v->arena, p->id, most, &out->refused));
	return letters_in_trouble(v->db, v->arena, p->id, moment_plus(v->now, -TROUBLE_DAYS * US_PER_DAY), most, &out->letters);
}

/* Slack that has been away for a while, or a room that coordinators took over: what waits can be told by hand; afterwards it leaves in order all
 * the same (T32, F158). */
static enum outcome
fill_room(struct visit *v, struct needs_view *view)
{
	struct room_shut shut;

	view->base_url = v->server->base_url;
	view->has_room = !str_is_empty(programme_room(v, v->programme));
	TRY(desk_room_shut(v, &shut));
	view->slack_down_at = shut.since_at;
	view->room_language = v->server->language;
	if (moment_is_none(view->slack_down_at))
		return OK;
	TRY(room_lacks(v->db, v->arena, v->programme->id, ROOM_ROWS, &view->room));
	return room_bumps(v->db, v->arena, v->programme->id, view->slack_down_at, ROOM_ROWS, &view->bumps);
}

enum outcome
needs_find(struct visit *v, struct needs_requests_rows *out)
{
	return find_in(v, v->programme, visit_may(v, WHO_COORDINATOR), NEEDS_ROWS + 1, out);
}

enum outcome
needs_besides_find(struct visit *v, const struct programme *p, int64_t most, struct needs_besides *out)
{
	TRY(questions_waiting(v, p->id, &out->questions, &out->asked_at));
	TRY(resources_dead(v->db, v->arena, p->id, most, &out->links));
	TRY(openings_to_see_to(v, p, most, &out->openings));
	return applications_waiting_in(v->db, v->arena, p->id, &out->applications);
}

bool
needs_besides_are_any(const struct needs_besides *n)
{
	return n->questions > 0 || n->links.count > 0 || n->openings.count > 0 || n->applications.unread > 0 || n->applications.undecided > 0;
}

enum outcome
needs_anything(struct visit *v, const struct programme *p, bool is_coordinator, bool *out)
{
	struct needs_requests_rows requests;
	struct needs_mentors_rows mentors = { .count = 0 };
	struct needs_letters post = { .refused.count = 0 };
	struct needs_drafts drafts = { .count = 0 };
	struct needs_besides besides = { .questions = 0 };

	TRY(find_in(v, p, is_coordinator, 1, &requests));
	*out = requests.count > 0;
	if (*out || !is_coordinator)
		return OK;
	TRY(desk_mentors_in_need(v, p, 1, &mentors));
	TRY(needs_letters_find(v, p, 1, &post));
	TRY(needs_drafts_find(v, p, 1, &drafts));
	TRY(needs_besides_find(v, p, 1, &besides));
	*out = mentors.count > 0 || post.refused.count > 0 || post.letters.count > 0 || drafts.count > 0 || needs_besides_are_any(&besides);
	return OK;
}

enum outcome
needs_show(struct visit *v)
{
	struct needs_view view = { .programme = v->programme, .note = visit_values(v, &handover_form, NULL) };
	struct page page;

	TRY(needs_find(v, &view.requests));
	view.has_more = view.requests.count > NEEDS_ROWS;
	view.requests.count = view.has_more ? NEEDS_ROWS : view.requests.count;
	if (visit_may(v, WHO_COORDINATOR)) {
		TRY(desk_mentors_in_need(v, v->programme, NEEDS_ROWS, &view.mentors));
		TRY(needs_letters_find(v, v->programme, NEEDS_ROWS, &view.post));
		TRY(needs_drafts_find(v, v->programme, NEEDS_ROWS, &view.drafts));
		TRY(needs_besides_find(v, v->programme, NEEDS_ROWS, &view.besides));
	}
	TRY(fill_notes(v, &view));
	TRY(fill_room(v, &view));
	page = visit_page(v);
	page_needs(&page, &view);
	return OK;
}

enum outcome
handover_keep(struct visit *v)
{
	TRY(handover_add(v->db, &(struct handover_add_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .author = v->who.id, .words = form_text(v->form, "words"), .now = v->now }));
	TRY(event_say(v, S("handed-over"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, url_needs_show(v->arena, v->programme->slug), S("handed-over"));
}
