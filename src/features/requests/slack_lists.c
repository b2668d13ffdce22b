/* The answers of /mentoring, which only their reader sees. Nothing that matters later stands there alone: each line leads to its page. */
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

enum { LINES_MOST = 5, LOOKS_AT = 200, PROGRAMMES_MOST = 10 };

/* A list that grows line by line. */
struct list {
	struct visit *v;
	struct slack_line line;
	size_t count;
	bool is_mentor;               /* somewhere */
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
	struct str said = say(visit_language(v), list->count > 0 ? head : none);
	struct slack_surface s = slack_message_start(v->arena, &(struct slack_message){ .text = slack_escape(v->arena, said), .is_answer = true });

	slack_section_plain(&s, S("h"), said);
	if (list->count > 0)
		slack_section(&s, S("l"), words);
	return slack_surface_end(&s, out);
}

enum outcome
slack_find_fitting(struct visit *v, size_t most, struct queue_open_rows *rows)
{
	return queue_open(v->db, v->arena, &(struct queue_open_values){
	    .programme = v->programme->id, .mentor = v->who.mentor, .viewer = v->who.id, .search = text_pattern(v->arena, S("")), .only_fitting = true,
	    .partial_below = v->programme->settings.partial_below, .limit = (int64_t)most, .direction = 1, .language = S(""), .most = LOOKS_AT }, rows);
}

/* In the programme that is meant, or in each that they belong to. */
static enum outcome
in_each(struct scene *s, struct list *list, enum outcome tell(struct visit *, struct list *))
{
	struct programmes_of_person_rows of;

	if (s->v->programme != NULL)
		return tell(s->v, list);
	TRY(programmes_of_person(s->v->db, s->v->arena, s->v->who.id, PROGRAMMES_MOST, &of));
	for (size_t i = 0; i < of.count && of.at[i].is_member; i++) {
		TRY(slack_enter(s, of.at[i].slug));
		TRY(tell(s->v, list));
	}
	return OK;
}

static enum outcome
add_fitting(struct visit *v, struct list *list)
{
	struct queue_open_rows rows;

	if (!visit_may(v, WHO_MENTOR))
		return OK;
	list->is_mentor = true;
	TRY(slack_find_fitting(v, LINES_MOST, &rows));
	for (size_t i = 0; i < rows.count && list->count < LINES_MOST; i++)
		add(list, desk_number(v->arena, v->programme, rows.at[i].number), rows.at[i].title, rows.at[i].id);
	return OK;
}

static enum outcome
tell_queue(struct scene *s, struct str *out)
{
	struct list list = { .v = s->v, .line = slack_line_new(s->v->arena) };

	TRY(in_each(s, &list, add_fitting));
	if (!list.is_mentor)
		return MENTOR_NOT_ACTIVE;
	return answer_list(&list, N_("These wait and fit you:"), N_("Nothing that fits you waits right now."), out);
}

static enum outcome
add_mine(struct visit *v, struct list *list)
{
	struct queue_mine_rows mine;
	struct history_of_rows asked;

	TRY(queue_mine(v->db, v->arena, v->programme->id, v->who.id, (struct request_id){ 0 }, LINES_MOST, &mine));
	TRY(history_of(v->db, v->arena, v->programme->id, v->who.id, (struct request_id){ 0 }, LINES_MOST, &asked));
	for (size_t i = 0; i < mine.count; i++)
		if (mine.at[i].state != REQUEST_STATE_CLOSED)
			add(list, desk_number(v->arena, v->programme, mine.at[i].number), mine.at[i].title, mine.at[i].id);
	for (size_t i = 0; i < asked.count; i++)
		if (asked.at[i].state != REQUEST_STATE_CLOSED)
			add(list, desk_number(v->arena, v->programme, asked.at[i].number), asked.at[i].title, asked.at[i].id);
	return OK;
}

static enum outcome
tell_mine(struct scene *s, struct str *out)
{
	struct list list = { .v = s->v, .line = slack_line_new(s->v->arena) };

	TRY(in_each(s, &list, add_mine));
	return answer_list(&list, N_("What you hold and what you asked:"), N_("You hold nothing, and nothing that you asked for waits."), out);
}

/* Away ends by itself; this is for who is back sooner. */
static enum outcome
come_back(struct visit *v, struct list *list)
{
	if (!visit_may(v, WHO_MENTOR))
		return OK;
	list->is_mentor = true;
	return mentor_back(v);
}

static enum outcome
tell_back(struct scene *s, struct str *out)
{
	struct list list = { .v = s->v, .line = slack_line_new(s->v->arena) };

	TRY(in_each(s, &list, come_back));
	if (!list.is_mentor)
		return MENTOR_NOT_ACTIVE;
	return answer_list(&list, "", N_("Welcome back. Requests that fit you are offered to you again."), out);
}

static enum outcome
tell_link(struct scene *s, struct str *out)
{
	struct visit *v = s->v;
	struct str said = say(visit_language(v), N_("Sign in there, and what you do in Slack is done by your account. The link works for ten minutes.")), url;
	struct slack_surface page = slack_message_start(v->arena, &(struct slack_message){ .text = slack_escape(v->arena, said), .is_answer = true });

	TRY(chat_link_address(v, s->who, S(""), &url));
	slack_section_plain(&page, S("h"), said);
	slack_actions_open(&page, S("a"));
	slack_button(&page, &(struct slack_button){ .action_id = S("open_link"), .text = say(visit_language(v), N_("Link my account")), .url = url });
	slack_actions_close(&page);
	return slack_surface_end(&page, out);
}

static enum outcome
tell_help(struct scene *s, struct str *out)
{
	struct visit *v = s->v;
	struct str said = say(visit_language(v), N_("/mentor asks for a mentor, /mentor-volunteer makes you one. /mentoring: what waits for you. /mentoring queue: what "
	    "fits you. /mentoring mine: what you hold and asked. /mentoring away, back: while you have no time. /mentoring report: where to report a concern. "
	    "/mentoring link: your account. Everything is on the web too."));
	struct slack_surface page = slack_message_start(v->arena, &(struct slack_message){ .text = slack_escape(v->arena, said), .is_answer = true });

	slack_section_plain(&page, S("h"), said);
	slack_actions_open(&page, S("a"));
	slack_button(&page, &(struct slack_button){ .action_id = S("open_web"), .text = say(visit_language(v), N_("Open the pages")),
		.url = slack_url(v, url_home_show(v->arena)) });
	slack_actions_close(&page);
	return slack_surface_end(&page, out);
}

enum outcome
slack_tell(struct scene *s, struct str words, struct str *out)
{
	static const struct {
		struct str word;
		enum outcome (*tell)(struct scene *, struct str *);
	} ways[] = {
		{ S_STATIC(""), slack_tell_now }, { S_STATIC("queue"), tell_queue }, { S_STATIC("mine"), tell_mine }, { S_STATIC("back"), tell_back },
	};

	words = str_trim(words);
	if (str_equal_ascii_case(words, S("link")))
		return tell_link(s, out);
	for (size_t i = 0; i < ARRAY_LENGTH(ways); i++)
		if (str_equal_ascii_case(words, ways[i].word) && !s->is_known)
			return SIGN_IN_FIRST;
		else if (str_equal_ascii_case(words, ways[i].word))
			return ways[i].tell(s, out);
	return tell_help(s, out);
}
