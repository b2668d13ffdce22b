/* What one person reads in Slack: the answers of /mentoring, and the app's home. Nothing that matters later stands there alone: each line leads
 * to its page. */
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"
#include "outside/slack/message_blocks.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/slack.h"
#include "requests/store_slack.h"
#include "requests/views.h"

enum { LINES_MOST = 5, LOOKS_AT = 200, HOME_ROWS = 50, HELPFUL_DAYS = 14 };

/* A list that grows line by line. */
struct list {
	struct visit *v;
	struct slack_line line;
	size_t count;
};

static void
add(struct list *list, struct str number, struct str title, struct request_id id)
{
	struct visit *v = list->v;

	slack_ours(&list->line, list->count++ > 0 ? S("\n• ") : S("• "));
	slack_link(&list->line, slack_url(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, id.value))), number);
	slack_ours(&list->line, S(" "));
	slack_theirs(&list->line, title);
}

static enum outcome
answer_list(struct list *list, const char *head, const char *none, struct str *out)
{
	struct visit *v = list->v;
	struct slack_text words = slack_line_end(&list->line);
	struct str said = say(S(""), list->count > 0 ? head : none);
	struct slack_surface s = slack_message_start(v->arena, &(struct slack_message){ .text = slack_escape(v->arena, said), .is_answer = true });

	slack_section_plain(&s, S("h"), said);
	if (list->count > 0)
		slack_section(&s, S("l"), words);
	return slack_surface_end(&s, out);
}

static enum outcome
find_fitting(struct visit *v, struct queue_open_rows *rows)
{
	return queue_open(v->db, v->arena, &(struct queue_open_values){
	    .programme = v->programme->id, .mentor = v->who.mentor, .viewer = v->who.id, .search = text_pattern(v->arena, S("")), .only_fitting = true,
	    .partial_below = v->programme->settings.partial_below, .limit = LINES_MOST, .direction = 1, .language = S(""), .most = LOOKS_AT }, rows);
}

static enum outcome
tell_queue(struct scene *s, struct str *out)
{
	struct visit *v = s->v;
	struct list list = { .v = v, .line = slack_line_new(v->arena) };
	struct queue_open_rows rows;

	if (!visit_may(v, WHO_MENTOR))
		return MENTOR_NOT_ACTIVE;
	TRY(find_fitting(v, &rows));
	for (size_t i = 0; i < rows.count; i++)
		add(&list, desk_number(v->arena, v->programme, rows.at[i].number), rows.at[i].title, rows.at[i].id);
	return answer_list(&list, N_("These wait and fit you:"), N_("Nothing that fits you waits right now."), out);
}

static enum outcome
tell_mine(struct scene *s, struct str *out)
{
	struct visit *v = s->v;
	struct list list = { .v = v, .line = slack_line_new(v->arena) };
	struct queue_mine_rows mine;
	struct history_of_rows asked;

	TRY(queue_mine(v->db, v->arena, v->programme->id, v->who.id, (struct request_id){ 0 }, LINES_MOST, &mine));
	TRY(history_of(v->db, v->arena, v->programme->id, v->who.id, (struct request_id){ 0 }, LINES_MOST, &asked));
	for (size_t i = 0; i < mine.count; i++)
		if (mine.at[i].state != REQUEST_STATE_CLOSED)
			add(&list, desk_number(v->arena, v->programme, mine.at[i].number), mine.at[i].title, mine.at[i].id);
	for (size_t i = 0; i < asked.count; i++)
		if (asked.at[i].state != REQUEST_STATE_CLOSED)
			add(&list, desk_number(v->arena, v->programme, asked.at[i].number), asked.at[i].title, asked.at[i].id);
	return answer_list(&list, N_("What you hold and what you asked:"), N_("You hold nothing, and nothing that you asked for waits."), out);
}

static enum outcome
tell_link(struct scene *s, struct str *out)
{
	struct visit *v = s->v;
	struct str said = say(S(""), N_("Sign in there, and what you do in Slack is done by your account. The link works for ten minutes.")), url;
	struct slack_surface page = slack_message_start(v->arena, &(struct slack_message){ .text = slack_escape(v->arena, said), .is_answer = true });

	TRY(chat_link_address(v, s->who, &url));
	slack_section_plain(&page, S("h"), said);
	slack_actions_open(&page, S("a"));
	slack_button(&page, &(struct slack_button){ .action_id = S("open_link"), .text = say(S(""), N_("Link my account")), .url = url });
	slack_actions_close(&page);
	return slack_surface_end(&page, out);
}

static enum outcome
tell_help(struct scene *s, struct str *out)
{
	struct visit *v = s->v;
	struct str said = say(S(""), N_("/mentor asks for a mentor, /mentor-volunteer makes you one. /mentoring queue: what fits you. /mentoring mine: what you "
	    "hold and asked. /mentoring link: your account. Everything is on the web too."));
	struct slack_surface page = slack_message_start(v->arena, &(struct slack_message){ .text = slack_escape(v->arena, said), .is_answer = true });

	slack_section_plain(&page, S("h"), said);
	slack_actions_open(&page, S("a"));
	slack_button(&page, &(struct slack_button){ .action_id = S("open_web"), .text = say(S(""), N_("Open the pages")),
		.url = slack_url(v, url_home_show(v->arena)) });
	slack_actions_close(&page);
	return slack_surface_end(&page, out);
}

enum outcome
slack_tell(struct scene *s, struct str words, struct str *out)
{
	bool is_queue = str_equal_ascii_case(str_trim(words), S("queue")), is_mine = str_equal_ascii_case(str_trim(words), S("mine"));

	if (str_equal_ascii_case(str_trim(words), S("link")))
		return tell_link(s, out);
	if (s->v->programme == NULL || (!is_queue && !is_mine))
		return tell_help(s, out);
	if (!s->is_known)
		return SIGN_IN_FIRST;
	return is_queue ? tell_queue(s, out) : tell_mine(s, out);
}

/* --- the home --- */

static struct str
request_url(struct visit *v, struct str slug, struct request_id id)
{
	return slack_url(v, url_request_show(v->arena, slug, id_print(v->arena, id.value)));
}

/* Whatever of theirs is under way, newest first. */
static enum outcome
fill_turns(struct visit *v, struct slack_home_row *rows, size_t *count)
{
	struct home_requests_rows found;

	TRY(home_requests(v->db, v->arena, v->who.id, moment_plus(v->now, -HELPFUL_DAYS * US_PER_DAY), HOME_ROWS, &found));
	for (size_t i = 0; i < found.count && *count < SLACK_HOME_ROWS; i++)
		rows[(*count)++] = (struct slack_home_row){ .words = found.at[i].title, .about = found.at[i].programme_name,
			.act = { .text = say(S(""), N_("Open")), .url = request_url(v, found.at[i].slug, found.at[i].id) } };
	return OK;
}

static enum outcome
fill_fitting(struct visit *v, struct slack_home_row *rows, struct slack_home *home)
{
	struct queue_open_rows found;

	home->is_mentor = v->programme != NULL && visit_may(v, WHO_MENTOR);
	if (!home->is_mentor)
		return OK;
	TRY(find_fitting(v, &found));
	for (size_t i = 0; i < found.count && home->fitting_count < SLACK_HOME_ROWS; i++)
		rows[home->fitting_count++] = (struct slack_home_row){ .words = found.at[i].title, .about = found.at[i].skills,
			.act = { .text = say(S(""), N_("Look at it")), .url = request_url(v, v->programme->slug, found.at[i].id) } };
	home->fitting_total = found.count == 0 ? 0 : found.at[0].total;
	home->all = (struct slack_act){ .url = slack_url(v, url_queue_show(v->arena, v->programme->slug)) };
	return OK;
}

/* In the programme that is theirs, if it is one. */
enum outcome
slack_show_home(struct scene *s, const struct slack_event *event)
{
	struct visit *v = s->v;
	struct slack_home_row turns[SLACK_HOME_ROWS], fitting[SLACK_HOME_ROWS];
	struct slack_act links[] = { { .text = say(S(""), N_("Open the pages")), .url = slack_url(v, url_home_show(v->arena)) },
		{ .text = say(S(""), N_("Settings")), .url = slack_url(v, url_me_show(v->arena)) } };
	struct slack_home home = { .language = S(""), .turns = turns, .fitting = fitting, .links = links, .link_count = ARRAY_LENGTH(links) };
	struct programmes_of_person_rows of;
	struct str view;

	TRY(chat_enter(v, s->who, &s->is_known));
	if (s->is_known) {
		TRY(programmes_of_person(v->db, v->arena, v->who.id, 1, &of));
		if (of.count > 0 && of.at[0].is_member)
			TRY(slack_enter(s, of.at[0].slug));
		TRY(fill_turns(v, turns, &home.turn_count));
		TRY(fill_fitting(v, fitting, &home));
	}
	TRY(slack_home_print(v->arena, &home, &view));
	return chat_home(v, event->user, view, event->view.hash);
}
