/* Letters: blocks of plain text to text and HTML. */
#include "formats/letter.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/html.h"
#include "formats/mime.h"
#include "formats/text.h"

enum { LABEL_MAX = 40 };

/* Labels end at ": ". A sentence with a colon in it would be one too, were it not for its other signs or its length. */
static size_t
label_length(struct str line)
{
	for (size_t i = 0; i < line.length && i <= LABEL_MAX; i++) {
		if (strchr(".,;?!", line.at[i]) != NULL)
			return 0;
		if (line.at[i] == ':')
			return str_starts(str_skip(line, i), S(": ")) && line.length > i + 2 ? i : 0;
	}
	return 0;
}

static enum letter_block_kind
kind_of(struct str lines)
{
	bool is_list = true, is_rows = true;
	struct str line;

	while (str_next(&lines, '\n', &line)) {
		is_list = is_list && str_starts(line, S("- "));
		is_rows = is_rows && label_length(line) > 0;
	}
	return is_list ? LETTER_LIST : is_rows ? LETTER_ROWS : LETTER_PARAGRAPH;
}

bool
letter_block_next(struct str *body, struct letter_block *out)
{
	struct str rest, line;
	size_t length = 0;

	while (str_starts(*body, S("\n")))
		*body = str_skip(*body, 1);
	rest = *body;
	while (str_next(&rest, '\n', &line) && line.length > 0)
		length = (size_t)(line.at - body->at) + line.length;
	*out = (struct letter_block){ .lines = str_head(*body, length) };
	*body = str_skip(*body, length);
	out->kind = kind_of(out->lines);
	return length > 0;
}

bool
letter_line_next(struct letter_block *block, struct str *label, struct str *value)
{
	size_t length;

	*label = S("");
	if (!str_next(&block->lines, '\n', value))
		return false;
	if (block->kind == LETTER_LIST)
		*value = str_skip(*value, 2);
	if (block->kind != LETTER_ROWS)
		return true;
	length = label_length(*value);
	*label = str_head(*value, length);
	*value = str_skip(*value, length + 2);
	return true;
}

static bool
is_line(struct str s)
{
	return text_is_utf8(s) && !text_has_controls(s, false);
}

static bool
is_link(const struct letter_link *link)
{
	return is_line(link->words) && link->words.length > 0 && mime_is_url(link->url);
}

static bool
is_optional_link(const struct letter_link *link)
{
	return link->url.length == 0 || is_link(link);
}

static bool
has_words(const struct letter_parts *p)
{
	const struct str lines[] = { p->language, p->subject, p->preheader, p->answer_to, p->reason };

	for (size_t i = 0; i < ARRAY_LENGTH(lines); i++)
		if (!is_line(lines[i]))
			return false;
	if (!text_is_utf8(p->body) || text_has_controls(p->body, true) || text_trim(p->body).length == 0)
		return false;
	return p->subject.length > 0 && p->reason.length > 0;
}

static bool
are_links(const struct letter_link *links, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (i == LETTER_LINKS_MAX || !is_link(&links[i]))
			return false;
	return true;
}

static bool
is_section(const struct letter_section *s)
{
	return is_line(s->title) && s->title.length > 0 && text_is_utf8(s->body) && !text_has_controls(s->body, true) && are_links(s->links, s->link_count) &&
	    is_optional_link(&s->stop);
}

static bool
has_links(const struct letter_parts *p)
{
	return is_optional_link(&p->action) && is_optional_link(&p->stop) && are_links(p->links, p->link_count);
}

static bool
has_sections(const struct letter_parts *p)
{
	for (size_t i = 0; i < p->section_count; i++)
		if (i == LETTER_SECTIONS_MAX || !is_section(&p->sections[i]))
			return false;
	return true;
}

static void
text_link(struct buf *out, const struct letter_link *link)
{
	if (link->url.length == 0)
		return;
	buf_add(out, link->words);
	buf_add(out, S(":\n"));
	buf_add(out, link->url);
	buf_add(out, S("\n\n"));
}

static void
text_blocks(struct buf *out, struct str body)
{
	struct letter_block block;

	while (letter_block_next(&body, &block)) {
		buf_add(out, block.lines);
		buf_add(out, S("\n\n"));
	}
}

/* Its title stands between two lines that no paragraph of a letter begins with. */
static void
text_section(struct buf *out, const struct letter_section *s)
{
	buf_add(out, S("* * *\n\n"));
	buf_add(out, s->title);
	buf_add(out, S("\n\n"));
	text_blocks(out, s->body);
	for (size_t i = 0; i < s->link_count; i++)
		text_link(out, &s->links[i]);
	text_link(out, &s->stop);
}

static struct str
text_of(struct arena *arena, const struct letter_parts *p, bool *is_too_large)
{
	struct buf out = buf_new(arena, LETTER_PART_MAX);

	text_blocks(&out, p->body);
	text_link(&out, &p->action);
	for (size_t i = 0; i < p->link_count; i++)
		text_link(&out, &p->links[i]);
	for (size_t i = 0; i < p->section_count; i++)
		text_section(&out, &p->sections[i]);
	if (p->answer_to.length > 0) {
		buf_add(&out, p->answer_to);
		buf_add(&out, S("\n\n"));
	}
	buf_add(&out, S("-- \n"));    /* mail programs leave out what follows when they quote */
	buf_add(&out, p->reason);
	buf_char(&out, '\n');
	text_link(&out, &p->stop);
	if (p->stop.url.length > 0)
		out.length--;
	*is_too_large = out.is_overflown;
	return buf_str(&out);
}

/* No colours of our own but the button's, whose two (5.3 to 1) are readable on any ground: what is light or dark is the reader's choice. */
#define PARAGRAPH "<p dir=\"auto\" style=\"margin:0 0 16px\">"
#define LEAD "<p dir=\"auto\" style=\"margin:0 0 16px;font-size:18px;font-weight:600\">"
#define RULE "<hr style=\"margin:24px 0 16px;border:0;border-top:1px solid #80878f\">\n"
#define TITLE "<h2 dir=\"auto\" style=\"margin:0 0 16px;font-size:18px;font-weight:600\">"
#define SMALL "<p dir=\"auto\" style=\"margin:0 0 8px;font-size:13px\">"
#define LABEL "<th scope=\"row\" dir=\"auto\" style=\"padding:0 16px 4px 0;text-align:start;vertical-align:top;font-weight:600\">"
#define BUTTON_STYLE "display:inline-block;padding:12px 24px;border-radius:8px;background:#007780;color:#ffffff;font-weight:600;text-decoration:none"

static void
html_block(struct buf *out, struct letter_block block, bool is_first)
{
	static const struct str opens[] = { S_STATIC(""), S_STATIC("<ul style=\"margin:0 0 16px;padding:0 0 0 24px\">\n"),
		S_STATIC("<table style=\"margin:0 0 16px;border-collapse:collapse\">\n") };
	static const struct str closes[] = { S_STATIC("</p>\n"), S_STATIC("</ul>\n"), S_STATIC("</table>\n") };
	struct str label, value;
	bool is_begun = false;

	buf_add(out, opens[block.kind]);
	for (; letter_line_next(&block, &label, &value); is_begun = true) {
		if (block.kind == LETTER_PARAGRAPH) {
			buf_add(out, is_begun ? S("<br>\n") : is_first ? S(LEAD) : S(PARAGRAPH));
			html_text(out, value);
			continue;
		}
		buf_add(out, block.kind == LETTER_LIST ? S("<li dir=\"auto\">") : S("<tr>" LABEL));
		if (block.kind == LETTER_ROWS) {
			html_text(out, label);
			buf_add(out, S("</th><td dir=\"auto\" style=\"padding:0 0 4px;vertical-align:top\">"));
		}
		html_text(out, value);
		buf_add(out, block.kind == LETTER_LIST ? S("</li>\n") : S("</td></tr>\n"));
	}
	buf_add(out, closes[block.kind]);
}

static void
html_anchor(struct buf *out, struct str url, struct str words, struct str style)
{
	buf_add(out, S("<a href=\""));
	html_url(out, url);
	if (style.length > 0) {
		buf_add(out, S("\" style=\""));
		buf_add(out, style);
	}
	buf_add(out, S("\">"));
	html_text(out, words);
	buf_add(out, S("</a>"));
}

/* The button, and its address for whoever cannot press it, or wants to see first where it leads. */
static void
html_action(struct buf *out, const struct letter_link *action)
{
	if (action->url.length == 0)
		return;
	buf_add(out, S(PARAGRAPH));
	html_anchor(out, action->url, action->words, S(BUTTON_STYLE));
	buf_add(out, S("</p>\n" SMALL));
	html_anchor(out, action->url, action->url, S("word-break:break-all"));
	buf_add(out, S("</p>\n"));
}

static void
html_small(struct buf *out, struct str words)
{
	if (words.length == 0)
		return;
	buf_add(out, S(SMALL));
	html_text(out, words);
	buf_add(out, S("</p>\n"));
}

static void
html_links(struct buf *out, const struct letter_link *links, size_t count, struct str open)
{
	for (size_t i = 0; i < count; i++) {
		buf_add(out, open);
		html_anchor(out, links[i].url, links[i].words, S(""));
		buf_add(out, S("</p>\n"));
	}
}

static void
html_head(struct buf *out, const struct letter_parts *p)
{
	buf_add(out, S("<!DOCTYPE html>\n<html lang=\""));
	html_text(out, p->language);
	buf_add(out, S("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"));
	html_text(out, p->subject);
	buf_add(out, S("</title>\n</head>\n<body style=\"margin:0;padding:0\">\n"));
	if (p->preheader.length > 0) {
		buf_add(out, S("<div style=\"display:none;max-height:0;overflow:hidden\">"));
		html_text(out, p->preheader);
		buf_add(out, S("</div>\n"));
	}
	buf_add(out, S("<table role=\"presentation\" style=\"width:600px;max-width:100%;margin:0 auto;border-collapse:collapse\">\n"
	    "<tr><td style=\"padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif\">\n"));
}

static void
html_section(struct buf *out, const struct letter_section *s)
{
	struct str body = s->body;
	struct letter_block block;

	buf_add(out, S(RULE TITLE));
	html_text(out, s->title);
	buf_add(out, S("</h2>\n"));
	while (letter_block_next(&body, &block))
		html_block(out, block, false);
	html_links(out, s->links, s->link_count, S(PARAGRAPH));
	html_links(out, &s->stop, s->stop.url.length > 0, S(SMALL));
}

static struct str
html_of(struct arena *arena, const struct letter_parts *p, bool *is_too_large)
{
	struct buf out = buf_new(arena, LETTER_PART_MAX);
	struct str body = p->body;
	struct letter_block block;

	html_head(&out, p);
	for (bool is_first = true; letter_block_next(&body, &block); is_first = false)
		html_block(&out, block, is_first);
	html_action(&out, &p->action);
	html_links(&out, p->links, p->link_count, S(PARAGRAPH));
	for (size_t i = 0; i < p->section_count; i++)
		html_section(&out, &p->sections[i]);
	buf_add(&out, S(RULE));
	html_small(&out, p->answer_to);
	html_small(&out, p->reason);
	html_links(&out, &p->stop, p->stop.url.length > 0, S(SMALL));
	buf_add(&out, S("</td></tr>\n</table>\n</body>\n</html>\n"));
	*is_too_large = out.is_overflown;
	return buf_str(&out);
}

enum outcome
letter_print(struct arena *arena, const struct letter_parts *p, struct letter *out)
{
	bool is_text_too_large, is_html_too_large;

	if (p->body.length > LETTER_PART_MAX)
		return TOO_LARGE;
	if (!has_words(p) || !has_links(p) || !has_sections(p))
		return BAD_INPUT;
	out->text = text_of(arena, p, &is_text_too_large);
	out->html = html_of(arena, p, &is_html_too_large);
	return is_text_too_large || is_html_too_large ? TOO_LARGE : OK;
}
