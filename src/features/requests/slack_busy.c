/* What Slack's people read when their press could not be done within the time that Slack gives it: nothing was changed, they may try again. */
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
words(struct arena *arena)
{
	struct str out;

	check(slack_refusal_print(arena, &(struct slack_refusal){ .language = S(""), .kind = SLACK_REFUSED_BUSY }, &out) == OK);
	return out;
}

/* A form keeps what was typed, with the reason at its first question. */
static struct str
form_again(struct arena *arena, const struct slack_interact *in)
{
	struct buf out = buf_new(arena, AGAIN_BYTES);

	if (in->kind != SLACK_SUBMISSION || in->view.inputs.count == 0)
		return S("");
	buf_add(&out, S("{\"response_action\":\"errors\",\"errors\":{"));
	json_quote(&out, in->view.inputs.at[0]);
	buf_char(&out, ':');
	json_quote(&out, say(S(""), N_("The server is busy. Please try again in a moment.")));
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
		chat_reply(v, words(v->arena));
	else if (slack_interact_read(work, v->request->body, &in) == OK)
		chat_reply(v, form_again(v->arena, &in));
	arena_close(&work);
	reply_header(v->reply, S("Retry-After"), S("2"));
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
		said = chat_answer(v, in.response_url, words(v->arena));
	arena_close(&work);
	return said;
}
