/* What Slack's people read when their press could not be done within the time that Slack gives it, or they sent too much: nothing was changed, they may
 * try again. All of it is known from the call alone, before anything is asked of the database. */
#include "requests/requests.h"
#include "requests/slack.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/json.h"
#include "forms/say.h"
#include "http/routes.h"

enum { AGAIN_BYTES = 600 };

static struct str
words(const struct visit *v)
{
	struct str out;

	check(slack_refusal_print(v->arena, &(struct slack_refusal){ .language = v->server->language, .kind = SLACK_REFUSED_BUSY }, &out) == OK);
	return out;
}

/* A form keeps what was typed, with the reason at its first question. */
static struct str
form_again(const struct visit *v, const struct slack_interact *in, const char *why)
{
	struct buf out = buf_new(v->arena, AGAIN_BYTES);

	if (in->kind != SLACK_SUBMISSION || in->view.inputs.count == 0)
		return S("");
	buf_add(&out, S("{\"response_action\":\"errors\",\"errors\":{"));
	json_quote(&out, in->view.inputs.at[0]);
	buf_char(&out, ':');
	json_quote(&out, say(v->server->language, why));
	buf_add(&out, S("}}"));
	return out.is_overflown ? S("") : buf_str(&out);
}

void
slack_say_busy(struct visit *v)
{
	struct slack_interact in;
	struct arena *work;

	arena_open(SLACK_IN_ARENA, &work);
	if (str_equal(v->request->path, S("/slack/command")))
		chat_reply(v, words(v));
	else if (slack_interact_read(work, v->request->body, &in) == OK)
		chat_reply(v, form_again(v, &in, N_("The server is busy. Please try again in a moment.")));
	arena_close(&work);
	reply_header(v->reply, S("Retry-After"), S("2"));
}

bool
slack_sends_concern(struct visit *v, struct str *account)
{
	struct slack_interact in;
	struct arena *work;
	bool is_one;

	if (!str_equal(v->request->path, S("/slack/interact")) || !str_has(v->request->body, S(SLACK_REPORT)))
		return false;
	arena_open(SLACK_IN_ARENA, &work);
	is_one = slack_interact_read(work, v->request->body, &in) == OK && in.kind == SLACK_SUBMISSION && str_equal(in.view.callback_id, S(SLACK_REPORT));
	if (is_one)
		*account = str_join(v->arena, 3, (struct str[]){ in.who.team.text, S("/"), in.who.user.text });
	arena_close(&work);
	return is_one;
}

void
slack_say_enough(struct visit *v)
{
	struct slack_interact in;
	struct arena *work;

	arena_open(SLACK_IN_ARENA, &work);
	if (slack_interact_read(work, v->request->body, &in) == OK)
		chat_reply(v, form_again(v, &in, N_("You have sent several reports within the hour. Nothing is lost: send this one later, or write it on the page that is named above.")));
	arena_close(&work);
}

/* A press on a message has no answer that anybody sees but by its response_url, and that leaves by the outbox, as soon as there is one again. */
enum outcome
slack_busy(struct visit *v)
{
	struct slack_interact in;
	struct arena *work;
	enum outcome said;

	arena_open(SLACK_IN_ARENA, &work);
	said = slack_interact_read(work, v->request->body, &in);
	if (said == OK && in.kind == SLACK_ACTIONS)
		said = chat_answer(v, in.response_url, words(v));
	arena_close(&work);
	return said;
}
