/* The judge of surfaces: walks parsed JSON beside the table of shapes. It shares no limit with the printers. */
#include "outside/slack/message_check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/json.h"
#include "outside/slack/message_text.h"

enum { BYTES_MOST = 250000, TEXT_SUM_MOST = 10000, IDS_MOST = 100 };
enum need { MUST, MAY };
enum kind { STRING, MARKED, PLAIN, WORDS, FLAG, WHOLE, LIST, ONE };
enum where {
	SURFACE = 1, VIEW = 2, MESSAGE = 4, MODAL = 8, HOME = 16, FIELD = 32, ACTION = 64, ACCESSORY = 128, INPUT = 256, OPTION = 512,
	CONFIRM = 1024, METADATA = 2048, PAYLOAD = 4096
};

struct shape {
	const char *type;
	unsigned where;
};
static const struct shape shapes[] = {
#define SHAPE(type, where) { type, where },
#define MEMBER(type, name, need, kind, least, most, where)
#include "outside/slack/message_shapes.def"
#undef SHAPE
#undef MEMBER
};

struct member {
	const char *type, *name;
	enum need need;
	enum kind kind;
	int64_t least, most;
	unsigned where;
};
static const struct member members[] = {
#define SHAPE(type, where)
#define MEMBER(type, name, need, kind, least, most, where) { type, name, need, kind, least, most, where },
#include "outside/slack/message_shapes.def"
#undef SHAPE
#undef MEMBER
};

struct judge {
	struct arena *arena;
	struct str why;             /* the first complaint; empty = fine */
	struct str ids[IDS_MOST];
	size_t id_count, units;
	bool has_input;
};

static void
complain(struct judge *j, const char *type, struct str name, const char *words)
{
	if (j->why.length == 0)
		j->why = str_join(j->arena, 5, (struct str[]){ str_from(type), S("."), name, S(": "), str_from(words) });
}

static void
complain_bounds(struct judge *j, const struct member *m, int64_t is)
{
	struct buf words = buf_new(j->arena, 128);

	buf_format(&words, "%lld, at least %lld, at most %lld", (long long)is, (long long)m->least, (long long)m->most);
	complain(j, m->type, str_from(m->name), str_c(j->arena, buf_str(&words)));
}

static void judge_object(struct judge *, const struct json_value *, unsigned where);

/* "<" begins what we print and nothing else; "&" begins an escape. Whoever finds another way in has found an injection. */
static bool
is_token_fine(struct str inside)
{
	struct slack_id id;

	if (str_starts(inside, S("@")))
		return slack_id_read(str_skip(inside, 1), "UW", &id);
	return str_starts(inside, S("!date^")) || str_starts(inside, S("https://")) || str_starts(inside, S("http://"));
}

static bool
is_marked_fine(struct str s)
{
	while (s.length > 0) {
		size_t end = str_find(s, '>');

		if (s.at[0] == '>')
			return false;
		if (s.at[0] == '&' && !str_starts(s, S("&amp;")) && !str_starts(s, S("&lt;")) && !str_starts(s, S("&gt;")))
			return false;
		if (s.at[0] == '<') {
			if (end == s.length || !is_token_fine(str_skip(str_head(s, end), 1)))
				return false;
			s = str_skip(s, end);
		}
		s = str_skip(s, 1);
	}
	return true;
}

static void
judge_string(struct judge *j, const struct member *m, const struct json_value *v)
{
	int64_t length = (int64_t)slack_length(v->text);

	if (v->kind != JSON_IS_TEXT)
		complain(j, m->type, v->name, "is no text");
	else if (length < m->least || length > m->most)
		complain_bounds(j, m, length);
	else if (!str_equal(slack_clean(j->arena, v->text, true), v->text))
		complain(j, m->type, v->name, "holds invisible signs");
	else if (m->kind == MARKED && !is_marked_fine(v->text))
		complain(j, m->type, v->name, "holds < > or & that we did not write");
}

static bool
member_is(const struct json_value *object, struct str name, struct str text)
{
	const struct json_value *member = json_member(object, name);

	return member != NULL && str_equal(member->text, text);
}

/* A text object: exactly type, text, and the flag that keeps Slack from reading more into the text: emoji false, verbatim true. */
static void
judge_words(struct judge *j, const struct member *m, const struct json_value *v)
{
	bool is_marked = m->kind == WORDS && member_is(v, S("type"), S("mrkdwn"));
	const struct json_value *text = json_member(v, S("text")), *flag = json_member(v, is_marked ? S("verbatim") : S("emoji"));
	struct member whole = *m;

	if (text == NULL || flag == NULL || v->count != 3 || !member_is(v, S("type"), is_marked ? S("mrkdwn") : S("plain_text"))) {
		complain(j, m->type, v->name, "is no text object of the right type");
		return;
	}
	if (flag->kind != JSON_IS_BOOL || flag->whole != is_marked)
		complain(j, m->type, flag->name, "lets Slack read more into the text");
	whole.kind = is_marked ? MARKED : STRING;
	judge_string(j, &whole, text);
	j->units += slack_length(text->text);
}

static void
judge_list(struct judge *j, const struct member *m, const struct json_value *v)
{
	static const struct member field = { "text", "text", MUST, WORDS, 1, 2000, 0 };

	if (v->kind != JSON_IS_LIST) {
		complain(j, m->type, v->name, "is no list");
		return;
	}
	if ((int64_t)v->count < m->least || (int64_t)v->count > m->most)
		complain_bounds(j, m, (int64_t)v->count);
	for (size_t i = 0; i < v->count; i++) {
		if (m->where == FIELD)
			judge_words(j, &field, &v->items[i]);
		else
			judge_object(j, &v->items[i], m->where);
	}
}

static void
judge_whole(struct judge *j, const struct member *m, const struct json_value *v)
{
	if (m->kind == FLAG && (v->kind != JSON_IS_BOOL || v->whole < m->least))
		complain(j, m->type, v->name, "is not the flag that it must be");
	if (m->kind == WHOLE && (v->kind != JSON_IS_WHOLE || v->whole < m->least || v->whole > m->most))
		complain_bounds(j, m, v->whole);
}

static void
judge_member(struct judge *j, const struct member *m, const struct json_value *v)
{
	switch (m->kind) {
	case STRING:
	case MARKED:
		judge_string(j, m, v);
		break;
	case PLAIN:
	case WORDS:
		judge_words(j, m, v);
		break;
	case FLAG:
	case WHOLE:
		judge_whole(j, m, v);
		break;
	case LIST:
		judge_list(j, m, v);
		break;
	case ONE:
		judge_object(j, v, m->where);
		break;
	}
}

static void
judge_id(struct judge *j, const struct json_value *id)
{
	for (size_t i = 0; i < j->id_count; i++)
		if (str_equal(j->ids[i], id->text))
			complain(j, "surface", id->text, "is a block_id twice");
	if (j->id_count < IDS_MOST)
		j->ids[j->id_count++] = id->text;
}

/* Whether the option stands among the options, letter for letter. */
static bool
is_among(struct arena *arena, const struct json_value *one, const struct json_value *list)
{
	for (size_t i = 0; list != NULL && i < list->count; i++) {
		struct buf a = buf_new(arena, 8 << 10), b = buf_new(arena, 8 << 10);

		json_print(&a, one);
		json_print(&b, &list->items[i]);
		if (str_equal(buf_str(&a), buf_str(&b)))
			return true;
	}
	return false;
}

/* An action is known by its row and its id. */
static void
judge_actions(struct judge *j, const struct json_value *elements)
{
	for (size_t i = 0; elements != NULL && i < elements->count; i++)
		for (size_t k = 0; k < i; k++) {
			const struct json_value *a = json_member(&elements->items[i], S("action_id")), *b = json_member(&elements->items[k], S("action_id"));

			if (a != NULL && b != NULL && str_equal(a->text, b->text))
				complain(j, "actions", a->text, "is an action_id twice");
		}
}

static void
judge_chosen(struct judge *j, const char *type, const struct json_value *object)
{
	const struct json_value *options = json_member(object, S("options")), *one = json_member(object, S("initial_option"));
	const struct json_value *many = json_member(object, S("initial_options"));

	if (one != NULL && options != NULL && !is_among(j->arena, one, options))
		complain(j, type, S("initial_option"), "is not among the options");
	for (size_t i = 0; many != NULL && options != NULL && i < many->count; i++)
		if (!is_among(j->arena, &many->items[i], options))
			complain(j, type, S("initial_options"), "are not among the options");
}

/* What no single member can tell. */
static void
judge_together(struct judge *j, const char *type, const struct json_value *object)
{
	judge_chosen(j, type, object);
	if (strcmp(type, "section") == 0 && json_member(object, S("text")) == NULL && json_member(object, S("fields")) == NULL)
		complain(j, type, S("text"), "and fields are both missing");
	if (strcmp(type, "input") == 0)
		j->has_input = true;
	if (strcmp(type, "actions") == 0)
		judge_actions(j, json_member(object, S("elements")));
}

static void
judge_as(struct judge *j, const char *type, const struct json_value *object)
{
	size_t known = json_member(object, S("type")) != NULL && strcmp(type, "message") != 0;

	for (size_t i = 0; i < ARRAY_LENGTH(members); i++) {
		const struct member *m = &members[i];
		const struct json_value *v = strcmp(m->type, type) == 0 ? json_member(object, str_from(m->name)) : NULL;

		if (v != NULL) {
			known++;
			judge_member(j, m, v);
			if (strcmp(m->name, "block_id") == 0)
				judge_id(j, v);
		} else if (strcmp(m->type, type) == 0 && m->need == MUST) {
			complain(j, type, str_from(m->name), "is missing");
		}
	}
	if (known != object->count)
		complain(j, type, S("members"), "hold one that nobody knows");
	judge_together(j, type, object);
}

/* Objects without a type of their own are known by where they stand. */
static struct str
type_of(const struct json_value *object, unsigned where)
{
	const struct json_value *type = json_member(object, S("type"));

	if (where == OPTION)
		return S("option");
	if (where == CONFIRM)
		return S("confirm");
	if (where == METADATA)
		return S("metadata");
	if (where == PAYLOAD)
		return S("payload");
	return type != NULL && type->kind == JSON_IS_TEXT ? type->text : S("");
}

static void
judge_object(struct judge *j, const struct json_value *v, unsigned where)
{
	struct str type = v->kind == JSON_IS_OBJECT ? type_of(v, where) : S("");

	for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++)
		if (str_equal(type, str_from(shapes[i].type)) && (shapes[i].where & where) != 0) {
			judge_as(j, shapes[i].type, v);
			return;
		}
	complain(j, "type", type, "is nothing that may stand here");
}

/* {"errors":{block_id: sentence}} */
static void
judge_errors(struct judge *j, const struct json_value *errors)
{
	static const struct member sentence = { "errors", "sentence", MUST, STRING, 1, 300, 0 };

	if (errors->kind != JSON_IS_OBJECT || errors->count == 0)
		complain(j, "errors", S(""), "are none");
	for (size_t i = 0; errors->kind == JSON_IS_OBJECT && i < errors->count; i++)
		judge_string(j, &sentence, &errors->items[i]);
}

static void
judge_view(struct judge *j, const struct json_value *view)
{
	judge_object(j, view, VIEW);
	if (j->has_input && json_member(view, S("submit")) == NULL)
		complain(j, "modal", S("submit"), "is missing though there are inputs");
}

static void
judge_message(struct judge *j, const struct json_value *v)
{
	if (v->count == 1 && member_is(v, S("response_action"), S("clear")))
		return;
	judge_as(j, "message", v);
	if (j->units > TEXT_SUM_MOST)
		complain(j, "message", S("blocks"), "hold more than 10,000 units of text");
}

static void
judge_surface(struct judge *j, const struct json_value *v)
{
	const struct json_value *view = json_member(v, S("view")), *unfurls = json_member(v, S("unfurls"));
	const struct json_value *errors = json_member(v, S("errors"));

	if (view != NULL) {
		judge_view(j, view);
	} else if (unfurls != NULL) {
		for (size_t i = 0; i < unfurls->count; i++)
			judge_as(j, "unfurl", &unfurls->items[i]);
	} else if (errors != NULL) {
		judge_errors(j, errors);
	} else if (json_member(v, S("type")) != NULL) {
		judge_view(j, v);
	} else if (json_member(v, S("options")) != NULL) {
		judge_as(j, "options", v);
	} else {
		judge_message(j, v);
	}
}

enum outcome
slack_surface_check(struct arena *arena, struct str json, struct str *why)
{
	struct judge judge = { .arena = arena };
	struct json_value value;

	*why = S("no JSON");
	TRY(json_read(arena, json, &value));
	if (json.length > BYTES_MOST)
		complain(&judge, "surface", S("bytes"), "are more than 250,000");
	if (value.kind == JSON_IS_OBJECT)
		judge_surface(&judge, &value);
	else
		complain(&judge, "surface", S(""), "is no object");
	*why = judge.why;
	return judge.why.length == 0 ? OK : BAD_INPUT;
}
