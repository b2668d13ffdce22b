/* The frame of a surface and the blocks of text; what can be pressed or filled in is in message_elements.c. */
#include "outside/slack/message_blocks.h"

#include "base/arena.h"
#include "base/check.h"
#include "formats/json.h"
#include "outside/slack/message_print.h"

void
slack_refuse(struct slack_surface *s)
{
	s->said = BAD_INPUT;
}

void
slack_comma(struct slack_surface *s)
{
	char last = s->out.length == 0 ? '{' : s->out.at[s->out.length - 1];

	if (last != '{' && last != '[' && last != ':')
		buf_char(&s->out, ',');
}

void
slack_raw(struct slack_surface *s, const char *json)
{
	buf_add(&s->out, str_from(json));
}

void
slack_name(struct slack_surface *s, const char *name)
{
	slack_comma(s);
	json_quote(&s->out, str_from(name));
	buf_char(&s->out, ':');
}

void
slack_text_member(struct slack_surface *s, const char *name, struct str value)
{
	slack_name(s, name);
	json_quote(&s->out, value);
}

void
slack_whole_member(struct slack_surface *s, const char *name, int64_t value)
{
	slack_name(s, name);
	buf_whole(&s->out, value);
}

void
slack_flag_member(struct slack_surface *s, const char *name, bool value)
{
	slack_name(s, name);
	slack_raw(s, value ? "true" : "false");
}

/* An id, a value, an address: as it is, or refused. */
void
slack_exact_member(struct slack_surface *s, const char *name, struct str value, size_t most)
{
	if (value.length == 0 || slack_length(value) > most || !str_equal(slack_clean(s->arena, value, false), value))
		slack_refuse(s);
	slack_text_member(s, name, value);
}

static void
count_text(struct slack_surface *s, struct str text)
{
	s->units += slack_length(text);
	if (text.length == 0 || (s->kind == SLACK_MESSAGE && s->units > SLACK_LIMIT_TEXT_SUM))
		slack_refuse(s);
}

void
slack_plain(struct slack_surface *s, struct str plain, size_t most)
{
	struct str text = slack_cut(s->arena, slack_clean(s->arena, plain, true), most);

	slack_comma(s);
	slack_raw(s, "{\"type\":\"plain_text\",\"emoji\":false");
	slack_text_member(s, "text", text);
	buf_char(&s->out, '}');
	count_text(s, text);
}

void
slack_plain_member(struct slack_surface *s, const char *name, struct str plain, size_t most)
{
	slack_name(s, name);
	slack_plain(s, plain, most);
}

/* verbatim: Slack shall not look for addresses and room names in it by itself. */
void
slack_mrkdwn(struct slack_surface *s, struct slack_text done, size_t most)
{
	struct str text = slack_text_cut(s->arena, done, most).mrkdwn;

	slack_comma(s);
	slack_raw(s, "{\"type\":\"mrkdwn\",\"verbatim\":true");
	slack_text_member(s, "text", text);
	buf_char(&s->out, '}');
	count_text(s, text);
}

static struct slack_surface
start(struct arena *arena, enum slack_kind kind)
{
	return (struct slack_surface){ .arena = arena, .out = buf_new(arena, SLACK_LIMIT_VIEW_BYTES), .kind = kind, .said = OK };
}

static void
message_metadata(struct slack_surface *s, const struct slack_message *m)
{
	slack_name(s, "metadata");
	buf_char(&s->out, '{');
	slack_text_member(s, "event_type", m->event_type);
	slack_name(s, "event_payload");
	buf_char(&s->out, '{');
	slack_text_member(s, "id", m->event_id);
	slack_whole_member(s, "seq", m->event_number);
	slack_raw(s, "}}");
}

struct slack_surface
slack_message_start(struct arena *arena, const struct slack_message *m)
{
	struct slack_surface s = start(arena, SLACK_MESSAGE);

	buf_char(&s.out, '{');
	if (m->text.mrkdwn.length == 0)
		slack_refuse(&s);
	slack_text_member(&s, "text", slack_text_cut(arena, m->text, SLACK_LIMIT_TOP_TEXT).mrkdwn);
	if (m->is_answer) {
		slack_text_member(&s, "response_type", S("ephemeral"));
		slack_flag_member(&s, "replace_original", false);
	} else {
		slack_flag_member(&s, "unfurl_links", false);
		slack_flag_member(&s, "unfurl_media", false);
	}
	if (m->is_broadcast)
		slack_flag_member(&s, "reply_broadcast", true);
	if (m->event_type.length > 0)
		message_metadata(&s, m);
	slack_name(&s, "blocks");
	buf_char(&s.out, '[');
	return s;
}

struct slack_surface
slack_view_start(struct arena *arena, enum slack_kind kind, const struct slack_view *v)
{
	struct slack_surface s = start(arena, kind);

	check(kind != SLACK_MESSAGE);
	buf_char(&s.out, '{');
	slack_text_member(&s, "type", kind == SLACK_MODAL ? S("modal") : S("home"));
	slack_exact_member(&s, "callback_id", v->callback_id, SLACK_LIMIT_ID);
	if (kind == SLACK_MODAL) {
		slack_plain_member(&s, "title", v->title, SLACK_LIMIT_TITLE);
		if (v->submit.length > 0)
			slack_plain_member(&s, "submit", v->submit, SLACK_LIMIT_TITLE);
		slack_plain_member(&s, "close", v->close, SLACK_LIMIT_TITLE);
	}
	if (v->private_metadata.length > 0)
		slack_exact_member(&s, "private_metadata", v->private_metadata, SLACK_LIMIT_PRIVATE);
	slack_name(&s, "blocks");
	buf_char(&s.out, '[');
	return s;
}

enum outcome
slack_surface_end(struct slack_surface *s, struct str *out)
{
	slack_raw(s, "]}");
	if (s->blocks == 0 || s->is_list_open || s->out.is_overflown)
		slack_refuse(s);
	*out = buf_str(&s->out);
	return s->said;
}

static size_t
blocks_most(enum slack_kind kind)
{
	return kind == SLACK_MESSAGE ? SLACK_LIMIT_MESSAGE_BLOCKS : kind == SLACK_HOME ? SLACK_LIMIT_HOME_BLOCKS : SLACK_LIMIT_VIEW_BLOCKS;
}

static bool
is_id_new(const struct slack_surface *s, struct str id)
{
	for (size_t i = 0; i < s->blocks; i++)
		if (str_equal(s->ids[i], id))
			return false;
	return true;
}

/* False, and refused, where there is no room for another block. */
bool
slack_block_open(struct slack_surface *s, const char *type, struct str block_id)
{
	if (s->blocks >= blocks_most(s->kind) || s->is_list_open) {
		slack_refuse(s);
		return false;
	}
	slack_comma(s);
	buf_char(&s->out, '{');
	slack_text_member(s, "type", str_from(type));
	if (block_id.at != NULL) {
		if (!is_id_new(s, block_id))
			slack_refuse(s);
		slack_exact_member(s, "block_id", block_id, SLACK_LIMIT_ID);
	}
	s->ids[s->blocks++] = block_id;
	return true;
}

void
slack_header(struct slack_surface *s, struct str block_id, struct str plain)
{
	if (!slack_block_open(s, "header", block_id))
		return;
	slack_plain_member(s, "text", slack_clean(s->arena, plain, false), SLACK_LIMIT_HEADER);
	buf_char(&s->out, '}');
}

void
slack_section(struct slack_surface *s, struct str block_id, struct slack_text text)
{
	if (!slack_block_open(s, "section", block_id))
		return;
	slack_name(s, "text");
	slack_mrkdwn(s, text, SLACK_LIMIT_SECTION);
	buf_char(&s->out, '}');
}

void
slack_section_plain(struct slack_surface *s, struct str block_id, struct str plain)
{
	if (!slack_block_open(s, "section", block_id))
		return;
	slack_plain_member(s, "text", plain, SLACK_LIMIT_SECTION);
	buf_char(&s->out, '}');
}

static void
texts(struct slack_surface *s, const char *name, size_t count, const struct slack_text *at)
{
	bool is_fields = name[0] == 'f';

	if (count == 0 || count > (is_fields ? SLACK_LIMIT_FIELDS : SLACK_LIMIT_CONTEXT))
		slack_refuse(s);
	slack_name(s, name);
	buf_char(&s->out, '[');
	for (size_t i = 0; i < count; i++)
		slack_mrkdwn(s, at[i], is_fields ? SLACK_LIMIT_FIELD : SLACK_LIMIT_CONTEXT_TEXT);
	slack_raw(s, "]}");
}

void
slack_fields(struct slack_surface *s, struct str block_id, size_t count, const struct slack_text *at)
{
	if (slack_block_open(s, "section", block_id))
		texts(s, "fields", count, at);
}

void
slack_context(struct slack_surface *s, struct str block_id, size_t count, const struct slack_text *at)
{
	if (slack_block_open(s, "context", block_id))
		texts(s, "elements", count, at);
}

void
slack_divider(struct slack_surface *s)
{
	if (slack_block_open(s, "divider", (struct str){ NULL, 0 }))
		buf_char(&s->out, '}');
}
