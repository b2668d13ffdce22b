/* Reading a letter's text line by line, checking it, and putting values in. */
#include "letters/text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/json.h"
#include "formats/text.h"
#include "forms/say.h"
#include "letters/builtin.h"

enum { COMPLAINT_BYTES = 600, NAME_MAX = 40 };

static const struct str starts = S_STATIC("Subject: ");

struct letter_text
letter_builtin(const struct letter_sort *sort, struct str language)
{
	struct letter_text text = { S(""), S("") };

	for (size_t i = 0; i < letter_texts_count; i++) {
		struct str name = letter_texts[i].path, rest;

		if (!str_equal(str_head(name, str_find(name, '.')), sort->id))
			continue;
		rest = say(language, letter_texts[i].bytes.at);    /* one message: a letter is never half in another language */
		check(str_starts(rest, starts) && str_next(&rest, '\n', &text.subject));
		text.subject = str_skip(text.subject, starts.length);
		text.body = rest;
		return text;
	}
	check_failed("a text of letters/", __FILE__, __LINE__);
}

/* --- lines --- */

struct line {
	enum letter_mark mark;
	struct str label, text;       /* MARK_VALUE: both; MARK_LINK: words and the name of the address */
};

static bool
is_link(struct str raw, struct line *out)
{
	size_t middle = 0;

	if (!str_starts(raw, S("[")) || !str_ends(raw, S(")")))
		return false;
	while (middle + 1 < raw.length && !(raw.at[middle] == ']' && raw.at[middle + 1] == '('))
		middle++;
	if (middle + 1 >= raw.length)
		return false;
	*out = (struct line){ MARK_LINK, str_skip(str_head(raw, middle), 1), str_head(str_skip(raw, middle + 2), raw.length - middle - 3) };
	return true;
}

/* "Label: value", the label of at most five words: longer ones are sentences. */
static bool
is_value(struct str raw, struct line *out)
{
	size_t colon = str_find(raw, ':'), blanks = 0;

	if (colon == 0 || colon + 2 >= raw.length || raw.at[colon + 1] != ' ' || memchr(raw.at, '{', colon) != NULL)
		return false;
	for (size_t i = 0; i < colon; i++)
		blanks += raw.at[i] == ' ';
	*out = (struct line){ MARK_VALUE, str_head(raw, colon), str_skip(raw, colon + 2) };
	return blanks < 5;
}

/* The next line or, of a paragraph, all its lines. False at the end. */
static bool
next_line(struct arena *arena, struct str *rest, struct line *out)
{
	struct str raw, whole = S("");

	while (str_next(rest, '\n', &raw)) {
		raw = str_trim(raw);
		if (str_is_empty(raw) && str_is_empty(whole))
			continue;
		if (str_is_empty(raw))
			break;
		if (str_is_empty(whole) && (is_link(raw, out) || is_value(raw, out)))
			return true;
		if (str_is_empty(whole) && str_starts(raw, S("- "))) {
			*out = (struct line){ MARK_ITEM, S(""), str_skip(raw, 2) };
			return true;
		}
		whole = str_is_empty(whole) ? raw : str_join(arena, 3, (struct str[]){ whole, S(" "), raw });
	}
	*out = (struct line){ MARK_PARAGRAPH, S(""), whole };
	return !str_is_empty(whole);
}

/* The text up to the next {name}; *name is empty where there is none. False for a brace without its other half. */
static bool
next_name(struct str *rest, struct str *before, struct str *name)
{
	size_t open = str_find(*rest, '{'), close;

	*name = S("");
	*before = str_head(*rest, open);
	if (memchr(before->at, '}', before->length) != NULL)
		return false;
	*rest = str_skip(*rest, open);
	if (rest->length == 0)
		return true;
	close = str_find(*rest, '}');
	*name = str_skip(str_head(*rest, close), 1);
	*rest = str_skip(*rest, close + 1);
	return name->length > 0 && name->length <= NAME_MAX && close > 1 && (rest->at != NULL) && memchr(name->at, '{', name->length) == NULL;
}

/* --- checking --- */

static void
add_names(struct buf *out, struct str list)
{
	struct str one;

	while (str_next(&list, ' ', &one))
		if (!str_is_empty(one) && !str_starts(one, S("#")))
			buf_format(out, str_starts(one, S("@")) ? " [\u2026](%.*s)" : " {%.*s}", STR_FORMAT(str_starts(one, S("@")) ? str_skip(one, 1) : one));
}

static struct str
unknown(struct arena *arena, const struct letter_sort *sort, struct str name)
{
	struct buf out = buf_new(arena, COMPLAINT_BYTES);

	buf_format(&out, "\u201c%.*s\u201d is not known here. This letter may show:", STR_FORMAT(str_head(name, NAME_MAX)));
	add_names(&out, letter_common_fields);
	add_names(&out, sort->fields);
	return buf_str(&out);
}

static struct str
values_complaint(struct arena *arena, const struct letter_sort *sort, struct str text)
{
	struct str before, name;

	do {
		if (!next_name(&text, &before, &name))
			return S("A brace stands without its other half, or nothing stands between two of them.");
		if (!str_is_empty(name) && !letter_may_show(sort, name, false))
			return unknown(arena, sort, name);
	} while (!str_is_empty(name));
	return S("");
}

static struct str
line_complaint(struct arena *arena, const struct letter_sort *sort, const struct line *line)
{
	struct str said = values_complaint(arena, sort, line->label);

	if (!str_is_empty(said))
		return said;
	if (line->mark != MARK_LINK)
		return values_complaint(arena, sort, line->text);
	return letter_may_show(sort, line->text, true) ? S("") : unknown(arena, sort, line->text);
}

struct str
letter_text_complaint(struct arena *arena, const struct letter_sort *sort, const struct letter_text *text)
{
	struct str rest = text->body, said = values_complaint(arena, sort, text->subject);
	struct line line;
	bool has_link = false;

	if (text_length(text->subject) < 2 || text_length(text->subject) > TEXT_SUBJECT_MAX)
		return S("The subject has 2 to 100 characters.");
	if (text_length(text->body) > TEXT_BODY_MAX)
		return S("The text has at most 4,000 characters.");
	while (str_is_empty(said) && next_line(arena, &rest, &line)) {
		said = line_complaint(arena, sort, &line);
		has_link = has_link || line.mark == MARK_LINK;
	}
	if (str_is_empty(said) && !has_link)
		return S("A letter leads somewhere: add a line like [Look at the request](link).");
	return said;
}

/* --- in words --- */

/* Puts values in. False if it names values and all of them are empty. */
static bool
fill(struct buf *out, struct str text, const struct json_value *fields)
{
	struct str before, name;
	bool has_names = false, has_value = false;

	do {
		const struct json_value *value;

		if (!next_name(&text, &before, &name))
			before = str_join(out->arena, 2, (struct str[]){ before, name });    /* stored texts were checked: nothing is lost */
		buf_add(out, before);
		value = str_is_empty(name) ? NULL : json_member(fields, name);
		has_names = has_names || !str_is_empty(name);
		if (value != NULL && value->kind == JSON_IS_TEXT && !str_is_empty(value->text)) {
			buf_add(out, value->text);
			has_value = true;
		}
	} while (!str_is_empty(name));
	return !has_names || has_value;
}

static void
render_line(struct buf *body, const struct line *line, const struct json_value *fields)
{
	struct buf label = buf_new(body->arena, TEXT_RENDERED_MAX), text = buf_new(body->arena, TEXT_RENDERED_MAX);
	const struct json_value *address;

	if (line->mark == MARK_LINK) {
		address = json_member(fields, line->text);
		if (address == NULL || str_is_empty(address->text))
			return;
		buf_add(&text, address->text);
	} else if (!fill(&text, line->text, fields)) {
		return;
	}
	(void)fill(&label, line->label, fields);
	buf_char(body, (char)line->mark);
	if (line->mark == MARK_VALUE || line->mark == MARK_LINK) {
		buf_add(body, buf_str(&label));
		buf_char(body, PART_INSIDE);
	}
	buf_add(body, buf_str(&text));
	buf_char(body, '\n');
}

static struct str
shortened(struct arena *arena, struct str subject)
{
	if (text_length(subject) <= TEXT_SUBJECT_SHOWN)
		return subject;
	return str_join(arena, 2, (struct str[]){ text_trim(text_head(subject, TEXT_SUBJECT_SHOWN - 1)), S("\u2026") });
}

enum outcome
letter_text_render(struct arena *arena, const struct letter_text *text, struct str fields, struct letter_text *out)
{
	struct buf subject = buf_new(arena, TEXT_RENDERED_MAX), body = buf_new(arena, TEXT_RENDERED_MAX);
	struct json_value values;
	struct str rest = text->body;
	struct line line;

	TRY(json_read(arena, fields, &values));
	(void)fill(&subject, text->subject, &values);
	while (next_line(arena, &rest, &line))
		render_line(&body, &line, &values);
	if (subject.is_overflown || body.is_overflown)
		return TOO_LARGE;
	out->subject = shortened(arena, buf_str(&subject));
	out->body = buf_str(&body);
	return OK;
}
