/* What was filled into a modal, back as what a browser would have sent. */
#include "base/arena.h"
#include "base/limits.h"
#include "formats/json.h"
#include "forms/say.h"
#include "outside/slack/message_form.h"
#include "outside/slack/message_read.h"

enum outcome
slack_private_read(struct arena *arena, struct str private_metadata, struct slack_private *out)
{
	struct slack_reader r = { arena, false };
	const struct json_value *hidden;
	struct json_value json;

	*out = (struct slack_private){ .programme = S("") };
	if (private_metadata.length == 0)
		return OK;
	TRY(slack_json_read(arena, private_metadata, &json));
	out->programme = slack_read_text(&r, &json, "p", SLACK_IN_TOKEN);
	out->key = slack_read_token(&r, &json, "k");
	hidden = slack_read_member(&r, &json, "h", JSON_IS_OBJECT);
	out->hidden.at = ARENA_MANY(arena, (hidden == NULL ? 0 : hidden->count) + 1, struct pair);
	for (size_t i = 0; hidden != NULL && i < hidden->count; i++) {
		if (hidden->items[i].kind != JSON_IS_TEXT)
			r.is_odd = true;
		out->hidden.at[out->hidden.count++] = (struct pair){ hidden->items[i].name, hidden->items[i].text };
	}
	return r.is_odd ? BAD_REQUEST : OK;
}

static enum outcome
add(struct pairs *out, struct str name, struct str value)
{
	if (out->count == LIMIT_FORM_FIELDS)
		return TOO_LARGE;
	out->at[out->count++] = (struct pair){ name, value };
	return OK;
}

static bool
is_hidden(const struct slack_private *p, struct str name)
{
	for (size_t i = 0; i < p->hidden.count; i++)
		if (str_equal(p->hidden.at[i].name, name))
			return true;
	return false;
}

/* One answer; of FIELD_TEXTS each line is one. */
static enum outcome
add_answer(struct pairs *out, const struct slack_answer *answer)
{
	for (size_t i = 0; i < answer->values.count; i++) {
		struct str rest = answer->values.at[i], line;

		if (!str_equal(answer->action_id, S(SLACK_FIELD_LINES))) {
			TRY(add(out, answer->block_id, rest));
			continue;
		}
		while (str_next(&rest, '\n', &line))
			if (str_trim(line).length > 0)
				TRY(add(out, answer->block_id, line));
	}
	return OK;
}

enum outcome
slack_values_read(struct arena *arena, const struct slack_view_in *view, struct pairs *out)
{
	struct slack_private private;

	*out = (struct pairs){ .at = ARENA_MANY(arena, LIMIT_FORM_FIELDS, struct pair) };
	TRY(slack_private_read(arena, view->private_metadata, &private));
	for (size_t i = 0; i < private.hidden.count; i++)
		TRY(add(out, private.hidden.at[i].name, private.hidden.at[i].value));
	for (size_t i = 0; i < view->answer_count; i++) {
		const struct slack_answer *answer = &view->answers[i];
		bool is_field = str_equal(answer->action_id, S(SLACK_FIELD)) || str_equal(answer->action_id, S(SLACK_FIELD_LINES));

		if (is_field && !is_hidden(&private, answer->block_id))
			TRY(add_answer(out, answer));
	}
	return OK;
}

/* Complaints under construction: the first of each input is told. */
struct complaints {
	struct arena *arena;
	struct str language;
	const struct str_list *inputs;
	struct str *sentences;          /* one for each input; empty = fine */
};

static void
complain(struct complaints *c, struct str block_id, struct str sentence)
{
	size_t at = 0;

	if (sentence.length == 0)
		return;
	for (size_t i = 0; i < c->inputs->count; i++)
		if (str_equal(c->inputs->at[i], block_id))
			at = i;
	if (c->sentences[at].length == 0)
		c->sentences[at] = slack_cut(c->arena, slack_clean(c->arena, say(c->language, str_c(c->arena, sentence)), false), SLACK_LIMIT_ERROR);
}

enum outcome
slack_errors_print(struct arena *arena, const struct slack_modal *modal, const struct slack_view_in *view, struct str *out)
{
	struct complaints c = { arena, modal->language, &view->inputs, ARENA_MANY(arena, view->inputs.count + 1, struct str) };
	struct buf json = buf_new(arena, SLACK_LIMIT_VIEW_BYTES);
	bool has_one = false;

	for (size_t i = 0; i < modal->form_count; i++) {
		for (size_t k = 0; k < modal->forms[i]->count; k++)
			complain(&c, modal->forms[i]->at[k].field->name, modal->forms[i]->at[k].complaint);
		complain(&c, S(""), modal->forms[i]->refusal);
	}
	buf_add(&json, S("{\"response_action\":\"errors\",\"errors\":{"));
	for (size_t i = 0; i < view->inputs.count; i++) {
		if (c.sentences[i].length == 0)
			continue;
		if (has_one)
			buf_char(&json, ',');
		has_one = true;
		json_quote(&json, view->inputs.at[i]);
		buf_char(&json, ':');
		json_quote(&json, c.sentences[i]);
	}
	buf_add(&json, S("}}"));
	*out = buf_str(&json);
	return has_one && !json.is_overflown ? OK : BAD_INPUT;
}
