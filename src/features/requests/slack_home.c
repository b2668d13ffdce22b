/* The app's home (SLACK.md 4): what waits for its reader, the next session, what fits a mentor, and the ways on. It is printed when it leaves, so it
 * shows what is so then. Each line has one button, for the act that is the reader's turn. */
#include "access/tap.h"
#include "base/arena.h"
#include "base/buf.h"
#include "forms/say.h"
#include "formats/id.h"
#include "http/routes.h"
#include "letters/store_shared.h"
#include "outside/slack/message_people.h"
#include "outside/slack/message_request.h"
#include "programmes/programmes.h"
#include "requests/requests.h"
#include "requests/slack.h"
#include "requests/slack_view.h"
#include "requests/store_slack.h"
#include "requests/views.h"

enum { HOME_ROWS = 50, HELPFUL_DAYS = 14, PROGRAMMES_MOST = 10 };

static struct str
url_of(struct visit *v, const struct home_requests_row *row)
{
	return slack_url(v, url_request_show(v->arena, row->slug, id_print(v->arena, row->id.value)));
}

static struct slack_act
press(struct visit *v, const struct home_requests_row *row, const char *verb, const char *words)
{
	return (struct slack_act){ .action_id = S(SLACK_TURN), .text = say(visit_language(v), words),
		.value = str_join(v->arena, 3, (struct str[]){ str_from(verb), S("."), id_print(v->arena, row->id.value) }) };
}

/* --- whose turn it is --- */

struct turn {
	const char *sentence;         /* NULL: not the reader's */
	struct slack_act act;
};

/* Either side says whether it was held, or that the other one did not come. */
static struct turn
turn_after_session(struct visit *v, const struct home_requests_row *row)
{
	if (moment_is_after(row->session_at, v->now))
		return (struct turn){ 0 };
	return (struct turn){ N_("The session is over: did you meet?"), press(v, row, "met", N_("Say so")) };
}

static struct turn
turn_of_mentee(struct visit *v, const struct home_requests_row *row)
{
	switch (row->state) {
	case REQUEST_STATE_SCHEDULED:
		return turn_after_session(v, row);
	case REQUEST_STATE_DRAFT:
		return (struct turn){ N_("Finish it and send it"), { .text = say(visit_language(v), N_("Go on")), .url = slack_url(v, url_wizard_start(v->arena, row->slug)) } };
	case REQUEST_STATE_NEEDS_DETAIL:
		return (struct turn){ N_("A little more detail is needed"), press(v, row, "answer", N_("Answer")) };
	case REQUEST_STATE_CLOSED:
		return (struct turn){ N_("Was it helpful?"), press(v, row, "helpful", N_("Say so")) };
	default:
		return (struct turn){ 0 };
	}
}

static struct turn
turn_of_mentor(struct visit *v, const struct home_requests_row *row)
{
	if (row->state == REQUEST_STATE_RESERVED)
		return (struct turn){ N_("You are asked by name"), { .text = say(visit_language(v), N_("Look at it")), .url = url_of(v, row) } };
	if (row->state == REQUEST_STATE_CLAIMED && moment_is_none(row->contacted_at))
		return (struct turn){ N_("Write to the mentee"), { .text = say(visit_language(v), N_("Open")), .url = url_of(v, row) } };
	if (row->state == REQUEST_STATE_CLAIMED)
		return (struct turn){ N_("Set a time, or close it"), press(v, row, "session", N_("Set the session")) };
	return row->state == REQUEST_STATE_SCHEDULED ? turn_after_session(v, row) : (struct turn){ 0 };
}

static struct turn
turn_of(struct visit *v, const struct home_requests_row *row)
{
	return person_id_equal(row->mentee, v->who.id) ? turn_of_mentee(v, row) : turn_of_mentor(v, row);
}

static struct str
about(struct visit *v, const struct home_requests_row *row, struct str words)
{
	return str_join(v->arena, 3, (struct str[]){ words, S(" · "), row->programme_name });
}

static void
fill_turns(struct visit *v, const struct home_requests_rows *found, struct slack_home_row *rows, size_t *count)
{
	for (size_t i = 0; i < found->count && *count < SLACK_HOME_ROWS; i++) {
		struct turn turn = turn_of(v, &found->at[i]);
		struct str title = str_is_empty(found->at[i].title) ? say(visit_language(v), N_("A request you started")) : found->at[i].title;

		if (turn.sentence != NULL)
			rows[(*count)++] = (struct slack_home_row){ .words = title, .about = about(v, &found->at[i], say(visit_language(v), turn.sentence)), .act = turn.act };
	}
}

/* The soonest one that is still to come. With whom stands on its page: screens get shared. */
static void
fill_session(struct visit *v, const struct home_requests_rows *found, struct slack_home *home)
{
	const struct home_requests_row *next = NULL;

	for (size_t i = 0; i < found->count; i++)
		if (found->at[i].state == REQUEST_STATE_SCHEDULED && moment_is_after(found->at[i].session_at, v->now) &&
		    (next == NULL || moment_is_after(next->session_at, found->at[i].session_at)))
			next = &found->at[i];
	if (next == NULL)
		return;
	home->session_at = next->session_at;
	home->session_words = next->title;
	home->move = press(v, next, "session", N_("Move"));
	home->absent = press(v, next, "absent", N_("I cannot come"));
	home->absent.action_id = S(SLACK_ABSENT);
	home->open = (struct slack_act){ .text = say(visit_language(v), N_("Open")), .url = url_of(v, next) };
}

/* --- what fits --- */

/* The first programme where they are a mentor; else the first of theirs. */
static enum outcome
enter_own(struct visit *v, struct person_id person)
{
	struct programmes_of_person_rows of;

	TRY(programmes_of_person(v->db, v->arena, person, PROGRAMMES_MOST, &of));
	for (size_t i = 0; i < of.count && of.at[i].is_member && !visit_may(v, WHO_MENTOR); i++) {
		TRY(programme_enter(v, of.at[i].id));
		TRY(visitor_as(v, person));
	}
	if (of.count == 0 || !of.at[0].is_member || visit_may(v, WHO_MENTOR))
		return OK;
	TRY(programme_enter(v, of.at[0].id));
	return visitor_as(v, person);
}

static enum outcome
fill_fitting(struct visit *v, struct slack_home_row *rows, struct slack_home *home)
{
	struct queue_open_rows found;

	home->is_mentor = v->programme != NULL && visit_may(v, WHO_MENTOR);
	if (!home->is_mentor)
		return OK;
	TRY(slack_find_fitting(v, SLACK_HOME_ROWS, &found));
	for (size_t i = 0; i < found.count; i++)
		rows[home->fitting_count++] = (struct slack_home_row){ .words = found.at[i].title, .about = found.at[i].skills,
			.act = { .text = say(visit_language(v), N_("Look at it")), .url = slack_url(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, found.at[i].id.value))) } };
	home->fitting_total = found.count == 0 ? 0 : found.at[0].total;
	home->all = (struct slack_act){ .url = slack_url(v, url_queue_show(v->arena, v->programme->slug)) };
	return OK;
}

/* --- ways on --- */

static struct slack_act
go(const struct visit *v, const char *action_id, const char *what, const char *words)
{
	return (struct slack_act){ .action_id = str_from(action_id), .value = str_from(what), .text = say(visit_language(v), words) };
}

static size_t
fill_links(struct visit *v, bool is_mentor, struct slack_act *links)
{
	size_t count = 0;

	links[count++] = go(v, SLACK_GO "ask", "ask", N_("Ask for a mentor"));
	links[count++] = is_mentor ? go(v, SLACK_GO "away", "away", N_("Away")) : go(v, SLACK_GO "volunteer", "volunteer", N_("Become a mentor"));
	links[count++] = (struct slack_act){ .text = say(visit_language(v), N_("Settings")), .url = slack_url(v, url_me_show(v->arena)) };
	if (v->programme != NULL)
		links[count++] = (struct slack_act){ .text = say(visit_language(v), N_("Code of conduct")), .url = slack_url(v, url_conduct_show(v->arena, v->programme->slug)) };
	links[count++] = go(v, SLACK_GO "report", "report", N_("Report a concern"));
	links[count++] = (struct slack_act){ .text = say(visit_language(v), N_("Open the pages")), .url = slack_url(v, url_home_show(v->arena)) };
	return count;
}

enum outcome
desk_home(struct visit *v, struct person_id person, struct letter_id letter)
{
	struct slack_home_row turns[SLACK_HOME_ROWS], fitting[SLACK_HOME_ROWS];
	struct slack_act links[SLACK_HOME_LINKS];
	struct slack_home home = { .language = visit_language(v), .turns = turns, .fitting = fitting, .links = links };
	struct home_requests_rows found = { .count = 0 };
	struct str view;
	int64_t changed;

	if (!person_id_is_none(person)) {
		TRY(visitor_as(v, person));
		TRY(enter_own(v, person));
		TRY(home_requests(v->db, v->arena, person, moment_plus(v->now, -HELPFUL_DAYS * US_PER_DAY), HOME_ROWS, &found));
		TRY(fill_fitting(v, fitting, &home));
	}
	fill_turns(v, &found, turns, &home.turn_count);
	fill_session(v, &found, &home);
	home.link_count = fill_links(v, home.is_mentor, links);
	TRY(slack_home_print(v->arena, &home, &view));
	return letter_act_reword(v->db, letter, view, &changed);
}

enum outcome
slack_show_home(struct scene *s, const struct slack_event *event)
{
	TRY(chat_enter(s->v, s->who, &s->is_known));
	return chat_home(s->v, s->is_known ? s->v->who.id : (struct person_id){ 0 }, event->user.text, event->view.hash);
}

/* Something happened to a request: the homes of its two sides follow. */
enum outcome
desk_homes(struct visit *v, struct request_id request)
{
	struct request_sides_row sides;

	if (str_is_empty(v->server->slack_secrets))
		return OK;
	TRY(request_sides(v->db, v->arena, request, &sides));
	TRY(chat_home_again(v, sides.mentee));
	TRY(chat_home_again(v, sides.claimer));
	return chat_home_again(v, sides.named_mentor);
}

/* "/mentoring": the next session, what is their turn, and the way to the pages. */
enum outcome
slack_tell_now(struct scene *s, struct str *out)
{
	struct visit *v = s->v;
	struct slack_home_row turns[SLACK_HOME_ROWS];
	struct slack_home home = { .turns = turns };
	struct home_requests_rows found;
	struct str head;
	struct slack_surface page;

	TRY(home_requests(v->db, v->arena, v->who.id, moment_plus(v->now, -HELPFUL_DAYS * US_PER_DAY), HOME_ROWS, &found));
	fill_turns(v, &found, turns, &home.turn_count);
	fill_session(v, &found, &home);
	head = home.turn_count > 0 ? say(visit_language(v), N_("Your turn:")) : say(visit_language(v), N_("Nothing waits for you. /mentoring help says what else can be typed."));
	page = slack_message_start(v->arena, &(struct slack_message){ .text = slack_escape(v->arena, head), .is_answer = true });
	slack_section_plain(&page, S("h"), head);
	for (size_t i = 0; i < home.turn_count; i++)
		slack_section_plain(&page, str_join(v->arena, 2, (struct str[]){ S("t"), (struct str){ &"01234"[i], 1 } }), str_join(v->arena, 4,
		    (struct str[]){ S("• "), slack_cut(v->arena, turns[i].words, SLACK_LIMIT_HEADER), S(": "), turns[i].about }));
	slack_next_session(&page, &home);
	slack_actions_open(&page, S("a"));
	slack_button(&page, &(struct slack_button){ .action_id = S("open_web"), .text = say(visit_language(v), N_("Open the pages")), .url = slack_url(v, url_home_show(v->arena)) });
	slack_actions_close(&page);
	return slack_surface_end(&page, out);
}
