/* What comes from Slack: read, judged whether it is ours and new, then handed to whoever knows the act. Its signature was judged by the guard.
 * Always one transaction; what Slack must show leaves by the outbox (SLACK.md 1 and 5). */
#include "requests/slack.h"
#include "requests/store_slack.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "http/routes.h"
#include "outside/slack/message_blocks.h"
#include "outside/slack/message_form.h"
#include "programmes/programmes.h"
#include "requests/requests.h"
#include "requests/slack_view.h"
#include "system/log.h"

enum { PROGRAMMES_MOST = 10 };

/* --- who, where --- */

struct str
slack_url(const struct visit *v, struct str path)
{
	return str_join(v->arena, 2, (struct str[]){ v->server->base_url, path });
}

struct str
slack_page(struct visit *v)
{
	return slack_url(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, desk_thing(v)->row.id.value)));
}

enum outcome
slack_enter(struct scene *s, struct str slug)
{
	struct programme_of_slug_row row;

	TRY(programme_of_slug(s->v->db, s->v->arena, slug, &row));
	TRY(programme_enter(s->v, row.id));
	return chat_enter(s->v, s->who, &s->is_known);
}

enum outcome
slack_enter_request(struct scene *s, int64_t id)
{
	struct str slug;

	TRY(request_programme_find(s->v, id_print(s->v->arena, id), &slug));
	if (str_is_empty(slug))
		return NOT_FOUND;
	TRY(slack_enter(s, slug));
	s->started = url_request_show(s->v->arena, slug, id_print(s->v->arena, id));
	if (!s->is_known)
		return SIGN_IN_FIRST;
	return visit_may(s->v, WHO_MEMBER) ? request_find_for(s->v, id) : FORBIDDEN;
}

enum outcome
slack_may(const struct visit *v, unsigned who)
{
	bool is_let_in = visit_may(v, WHO_SEES) ? visit_may(v, who) : visit_may(v, who & WHO_LATE);

	return is_let_in ? OK : request_why_refused(v, who);
}

/* --- commands --- */

/* The programme that is meant where none is named: the only one that they belong to, or the only one there is. Several: *slug stays empty. */
static enum outcome
programme_meant(struct scene *s, struct str *slug)
{
	struct programmes_of_person_rows rows;

	*slug = S("");
	TRY(chat_enter(s->v, s->who, &s->is_known));
	TRY(programmes_of_person(s->v->db, s->v->arena, s->v->who.id, PROGRAMMES_MOST, &rows));
	if (rows.count > 0 && (rows.count == 1 || (rows.at[0].is_member && !rows.at[1].is_member)))
		*slug = rows.at[0].slug;
	return rows.count > 0 ? OK : NOT_FOUND;
}

static enum outcome
enter_meant(struct scene *s)
{
	struct str slug;

	TRY(programme_meant(s, &slug));
	return str_is_empty(slug) ? OK : slack_enter(s, slug);
}

/* Of several the first of theirs; for what mentors do, the first where they are one. The modal has the choice. */
static enum outcome
enter_first(struct scene *s, bool is_for_mentors)
{
	struct programmes_of_person_rows rows;

	TRY(programmes_of_person(s->v->db, s->v->arena, s->v->who.id, PROGRAMMES_MOST, &rows));
	for (size_t i = 0; is_for_mentors && i < rows.count && rows.at[i].is_member; i++) {
		TRY(slack_enter(s, rows.at[i].slug));
		if (visit_may(s->v, WHO_MENTOR))
			return OK;
	}
	return rows.count == 0 ? NOT_FOUND : slack_enter(s, rows.at[0].slug);
}

static enum outcome
open_in_programme(struct scene *s, struct str callback_id, const struct slack_words *words)
{
	TRY(enter_meant(s));
	if (!s->is_known)
		TRY(chat_look_up(s->v, s->who));
	if (s->v->programme == NULL)
		TRY(enter_first(s, str_equal(callback_id, S("away"))));
	return slack_open_of_programme(s, callback_id, words);
}

/* "report", and whatever stands behind it, which is not looked at. */
static bool
is_report(struct str words)
{
	struct str first = S(""), rest = str_trim(words);

	return str_next(&rest, ' ', &first) && str_equal_ascii_case(first, S("report"));
}

static enum outcome
run_command(struct scene *s, const struct slack_command *command)
{
	struct slack_words words = { command->text, S("") };
	struct str answer = S("");

	if (str_equal(command->command, S("/mentor")))
		return open_in_programme(s, S("ask"), &words);
	if (str_equal(command->command, S("/mentor-volunteer")))
		return open_in_programme(s, S("volunteer"), &words);
	if (!str_equal(command->command, S("/mentoring"))) {
		LOG(LOG_WARN, "slack-unknown", LOG_TEXT("what", S("command")));
		return OK;
	}
	if (str_equal_ascii_case(str_trim(command->text), S("away")))
		return open_in_programme(s, S("away"), &(struct slack_words){ S(""), S("") });
	if (is_report(command->text))
		return open_in_programme(s, S("report"), &(struct slack_words){ S(""), S("") });
	TRY(enter_meant(s));
	TRY(slack_tell(s, command->text, &answer));
	chat_reply(s->v, answer);
	return OK;
}

/* What was refused is told; what is trouble is Slack's to try again. */
static enum outcome
tell_refusal(struct scene *s, enum outcome said)
{
	struct str words;

	if (outcome_kind(said) != KIND_REFUSAL)
		return said;
	TRY(slack_refusal_of(s, said, &words));
	chat_reply(s->v, words);
	return OK;
}

static enum outcome
command_in(struct visit *v, struct arena *work)
{
	struct slack_command command;
	struct scene s = { .v = v, .work = work, .who = &command.who };
	bool is_ours, is_again;

	TRY(slack_command_read(work, v->request->body, &command));
	if (command.is_probe)
		return OK;
	TRY(chat_is_ours(v, &command.who, &is_ours));
	if (!is_ours)
		return tell_refusal(&s, FORBIDDEN);
	s.trigger_id = command.trigger_id;
	s.response_url = command.response_url;
	TRY(chat_seen_before(v, S("slack-command"), command.trigger_id, &is_again));
	if (is_again)
		return OK;
	TRY(tell_refusal(&s, run_command(&s, &command)));
	return chat_seen_now(v, S("slack-command"), command.trigger_id);
}

/* --- presses, modals, shortcuts --- */

enum outcome
slack_go(struct scene *s, struct str where)
{
	static const struct str ways[] = { S_STATIC("ask"), S_STATIC("volunteer"), S_STATIC("away"), S_STATIC("report") };

	for (size_t i = 0; i < ARRAY_LENGTH(ways); i++)
		if (str_equal(where, ways[i]))
			return open_in_programme(s, where, &(struct slack_words){ S(""), S("") });
	LOG(LOG_WARN, "slack-unknown", LOG_TEXT("what", S("way")));
	return OK;
}

/* Of a message its address alone is taken over, never its words. */
static enum outcome
shortcut(struct scene *s, const struct slack_interact *in)
{
	if (str_equal(in->callback_id, S("ask_from_message")))
		return open_in_programme(s, S("ask"), &(struct slack_words){ S(""), in->permalink });
	if (str_equal(in->callback_id, S("report_concern")))
		return open_in_programme(s, S("report"), &(struct slack_words){ S(""), S("") });
	LOG(LOG_WARN, "slack-unknown", LOG_TEXT("what", S("shortcut")));
	return OK;
}

static enum outcome
interact_in(struct visit *v, struct arena *work)
{
	struct slack_interact in;
	struct scene s = { .v = v, .work = work, .who = &in.who };
	enum outcome said = OK;
	bool is_ours, is_again;

	TRY(slack_interact_read(work, v->request->body, &in));
	TRY(chat_is_ours(v, &in.who, &is_ours));
	if (!is_ours) {
		LOG(LOG_WARN, "slack-foreign", LOG_WHOLE("number", v->request->number));
		return FORBIDDEN;
	}
	s.trigger_id = in.trigger_id;
	s.response_url = in.response_url;
	if (in.kind == SLACK_ACTIONS)
		return slack_press_all(&s, &in);
	if (in.kind == SLACK_SUBMISSION)
		return slack_submit(&s, &in.view);
	if (in.kind != SLACK_SHORTCUT && in.kind != SLACK_MESSAGE_SHORTCUT)
		return OK;
	TRY(chat_seen_before(v, S("slack-shortcut"), in.trigger_id, &is_again));
	if (is_again)
		return OK;
	said = shortcut(&s, &in);
	TRY(outcome_kind(said) == KIND_TROUBLE ? said : OK);
	return chat_seen_now(v, S("slack-shortcut"), in.trigger_id);
}

/* --- events --- */

/* The lane stops (SLACK.md 10): what waits for a room is told to fitting mentors by mail. */
static enum outcome
is_put_out(struct scene *s, const char *why)
{
	bool is_news;

	TRY(chat_is_put_out(s->v, str_from(why), &is_news));
	return is_news ? desk_mails_waiting(s->v, S("")) : OK;
}

static enum outcome
run_event(struct scene *s, const struct slack_event *event)
{
	if (event->is_bot)
		return OK;
	switch (event->kind) {
	case SLACK_EVENT_HOME:
		return event->is_home ? slack_show_home(s, event) : OK;
	case SLACK_EVENT_LINK:
		return slack_show_links(s, event);
	case SLACK_EVENT_UNINSTALLED:
		return is_put_out(s, "app_uninstalled");
	case SLACK_EVENT_REVOKED:
		return event->is_bot_token ? is_put_out(s, "tokens_revoked") : OK;
	default:
		LOG(LOG_INFO, "slack-event", LOG_TEXT("type", event->type));
		return OK;
	}
}

static enum outcome
event_in(struct visit *v, struct arena *work)
{
	struct slack_event event;
	struct slack_who who;
	struct scene s = { .v = v, .work = work, .who = &who };
	bool is_ours, is_again;

	TRY(slack_event_read(work, v->request->body, &event));
	if (event.kind == SLACK_EVENT_VERIFY) {
		reply_header(v->reply, S("Content-Type"), S("text/plain; charset=utf-8"));
		buf_add(&v->reply->body, event.challenge);
		return OK;
	}
	who = (struct slack_who){ .team = event.team, .user = event.user, .api_app_id = event.api_app_id };
	TRY(chat_is_ours(v, &who, &is_ours));
	if (!is_ours)
		return FORBIDDEN;
	TRY(chat_seen_before(v, S("slack-event"), event.event_id, &is_again));
	if (is_again)
		return OK;
	TRY(run_event(&s, &event));
	return chat_seen_now(v, S("slack-event"), event.event_id);
}

static enum outcome
options_in(struct visit *v, struct arena *work)
{
	struct slack_suggestion asked;
	struct scene s = { .v = v, .work = work, .who = &asked.who };
	struct str answer = S("");
	bool is_ours;

	TRY(slack_options_read(work, v->request->body, &asked));
	TRY(chat_is_ours(v, &asked.who, &is_ours));
	if (is_ours)
		TRY(slack_choices(&s, &asked, &answer));
	chat_reply(v, str_is_empty(answer) ? S("{\"options\":[]}") : answer);
	return OK;
}

/* "slack-stopped WHY", of the courier: the token is no longer good. */
enum outcome
slack_stopped(struct visit *v)
{
	struct str rest = v->request->body, why = S("");
	bool is_news;

	(void)str_next(&rest, ' ', &why);
	TRY(chat_stops(v, why, &is_news));
	return is_news ? desk_mails_waiting(v, S("")) : OK;
}

/* --- the four addresses --- */

/* What a body may become needs more room than a page. */
static enum outcome
with_room(struct visit *v, enum outcome in(struct visit *, struct arena *))
{
	struct arena *work;
	enum outcome said;

	arena_open(SLACK_IN_ARENA, &work);
	said = in(v, work);
	v->form = NULL;    /* its words were read there */
	arena_close(&work);
	return said;
}

enum outcome
slack_command(struct visit *v)
{
	return with_room(v, command_in);
}

enum outcome
slack_interact(struct visit *v)
{
	return with_room(v, interact_in);
}

enum outcome
slack_event(struct visit *v)
{
	return with_room(v, event_in);
}

enum outcome
slack_options(struct visit *v)
{
	return with_room(v, options_in);
}
