/* One walk over libcmark's tree numbers the clauses; reading and showing both take it, so that a link and a comparison mean the same. */
#include "formats/clauses.h"

#include <cmark.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/markdown.h"

enum { NUMBER_BYTES = 40, ANCHOR_BYTES = 3 * NUMBER_BYTES + 40, LEVELS = 7, DEEPEST = 4, LEVELS_MOST = 40, WORDS_BYTES = MARKDOWN_BYTES };

struct walk {
	struct arena *arena;
	int level;                    /* of headings that begin a section; 0: there are none */
	int section, item;            /* the last ones */
	struct str number;            /* what is being read stands in it */
	struct clauses *into;         /* NULL: nothing is read */
	struct buf rest;              /* what stands behind the last one that has a place */
	bool is_shown;                /* anchors are put in */
	int levels;                   /* of blocks in blocks, as deep as we stand */
};

/* --- numbers --- */

static int
section_level(cmark_node *document)
{
	int count[LEVELS] = { 0 };

	for (cmark_node *node = cmark_node_first_child(document); node != NULL; node = cmark_node_next(node))
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
			count[cmark_node_get_heading_level(node)]++;
	for (int level = 1; level < LEVELS; level++)
		if (count[level] > 1)
			return level;
	return 0;
}

static struct str
number_in(struct walk *w, struct str outer, int number)
{
	char *text = arena_take(w->arena, NUMBER_BYTES);
	int length = outer.length == 0 ? snprintf(text, NUMBER_BYTES, "%d", number) : snprintf(text, NUMBER_BYTES, "%.*s.%d", STR_FORMAT(outer), number);

	check(length > 0 && length < NUMBER_BYTES);
	return (struct str){ text, (size_t)length };
}

/* A custom node is written as it is also in safe mode: a number of ours is all that it holds. */
static void
add_anchor(cmark_node *before, struct str number)
{
	char anchor[ANCHOR_BYTES];
	cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);

	snprintf(anchor, sizeof(anchor), "<a class=\"clause\" id=\"c%.*s\" href=\"#c%.*s\">%.*s</a> ", STR_FORMAT(number), STR_FORMAT(number), STR_FORMAT(number));
	check(cmark_node_set_on_enter(node, anchor));
	check(cmark_node_prepend_child(before, node));
}

/* --- words --- */

static void
add_entered(struct buf *out, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
	case CMARK_NODE_CODE_BLOCK:
		buf_add(out, str_from(literal == NULL ? "" : literal));
		return;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_PARAGRAPH:
		buf_char(out, ' ');
		return;
	default:
		return;
	}
}

/* By libcmark's iterator: somebody's text may be nested deeper than our stack. */
static void
add_words(struct buf *out, cmark_node *block)
{
	cmark_iter *steps = cmark_iter_new(block);
	cmark_event_type step;

	while ((step = cmark_iter_next(steps)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(steps);
		cmark_node_type type = cmark_node_get_type(node);

		if (step == CMARK_EVENT_ENTER) {
			add_entered(out, node);
		} else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
			const char *url = cmark_node_get_url(node);

			buf_add(out, S(" ("));
			buf_add(out, str_from(url == NULL ? "" : url));
			buf_char(out, ')');
		}
	}
	cmark_iter_free(steps);
}

/* Runs of blanks and line ends made one, in place. */
static struct str
one_line(char *at, size_t length)
{
	size_t kept = 0;

	for (size_t i = 0; i < length; i++) {
		bool is_blank = at[i] == ' ' || at[i] == '\n' || at[i] == '\t' || at[i] == '\r';

		if (!is_blank)
			at[kept++] = at[i];
		else if (kept > 0 && at[kept - 1] != ' ')
			at[kept++] = ' ';
	}
	return str_trim((struct str){ at, kept });
}

static void
read_block(struct walk *w, cmark_node *node)
{
	struct clauses *to = w->into;
	struct buf words = buf_new(w->arena, WORDS_BYTES);
	struct str line;

	if (to == NULL)
		return;
	if (to->count == CLAUSES_MOST) {
		buf_char(&w->rest, ' ');
		add_words(&w->rest, node);
		return;
	}
	add_words(&words, node);
	line = one_line(words.at, words.length);
	if (!str_is_empty(line))
		to->at[to->count++] = (struct clause){ w->number, line, cmark_node_get_type(node) == CMARK_NODE_HEADING };
}

/* --- the walk --- */

static void walk_blocks(struct walk *, cmark_node *parent, int depth);

/* The first paragraph of an item carries its number; an item that begins otherwise has none to carry it. */
static void
walk_item(struct walk *w, cmark_node *item, struct str number, int depth)
{
	struct str outer = w->number;
	cmark_node *first = cmark_node_first_child(item);

	w->number = number;
	walk_blocks(w, item, depth + 1);
	if (w->is_shown && first != NULL && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH)
		add_anchor(first, number);
	w->number = outer;
}

/* Its own numbers are the clauses': the browser's would begin anew in each section. */
static void
hide_own_numbers(cmark_node *list)
{
	cmark_node *frame = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);

	check(cmark_node_set_on_enter(frame, "<div class=\"clauses\">") && cmark_node_set_on_exit(frame, "</div>"));
	check(cmark_node_insert_before(list, frame));
	cmark_node_unlink(list);
	check(cmark_node_append_child(frame, list));
}

static void
walk_list(struct walk *w, cmark_node *list, int depth)
{
	bool is_numbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST && depth < DEEPEST;
	int *last = depth == 0 ? &w->item : &(int){ 0 };

	for (cmark_node *item = cmark_node_first_child(list); item != NULL; item = cmark_node_next(item)) {
		if (is_numbered)
			walk_item(w, item, number_in(w, w->number, ++*last), depth);
		else
			walk_blocks(w, item, DEEPEST);
	}
}

static void
walk_heading(struct walk *w, cmark_node *heading)
{
	bool is_section = cmark_node_get_heading_level(heading) == w->level;

	if (is_section) {
		w->number = number_in(w, S(""), ++w->section);
		w->item = 0;
	}
	read_block(w, heading);
	if (is_section && w->is_shown)
		add_anchor(heading, w->number);
}

static void
walk_blocks(struct walk *w, cmark_node *parent, int depth)
{
	cmark_node *next;

	w->levels++;
	for (cmark_node *node = cmark_node_first_child(parent); node != NULL; node = next) {
		cmark_node_type type = cmark_node_get_type(node);

		next = cmark_node_next(node);
		if (w->levels > LEVELS_MOST) {
			read_block(w, node);
		} else if (type == CMARK_NODE_LIST) {
			walk_list(w, node, depth);
			if (w->is_shown && depth < DEEPEST && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
				hide_own_numbers(node);
		} else if (type == CMARK_NODE_BLOCK_QUOTE) {
			walk_blocks(w, node, DEEPEST);
		} else if (type == CMARK_NODE_HEADING && depth == 0) {
			walk_heading(w, node);
		} else if (type != CMARK_NODE_HTML_BLOCK && type != CMARK_NODE_THEMATIC_BREAK) {
			read_block(w, node);
		}
	}
	w->levels--;
}

static cmark_node *
parse(struct str markdown)
{
	check(markdown.length <= MARKDOWN_BYTES);
	return cmark_parse_document(markdown.at, markdown.length, CMARK_OPT_VALIDATE_UTF8);
}

struct clauses
clauses_read(struct arena *arena, struct str markdown)
{
	struct clauses clauses = { .at = ARENA_MANY(arena, CLAUSES_MOST + 1, struct clause) };
	cmark_node *document = parse(markdown);
	struct walk w = { .arena = arena, .level = section_level(document), .into = &clauses, .rest = buf_new(arena, 2 * WORDS_BYTES) };

	walk_blocks(&w, document, 0);
	if (w.rest.length > 0)
		clauses.at[clauses.count++] = (struct clause){ S(""), one_line(w.rest.at, w.rest.length), false };
	cmark_node_free(document);
	return clauses;
}

struct html
clauses_html(struct arena *arena, struct str markdown)
{
	cmark_node *document = parse(markdown);
	struct walk w = { .arena = arena, .level = section_level(document), .is_shown = true };
	struct html html;

	walk_blocks(&w, document, 0);
	html = markdown_print(arena, document);
	cmark_node_free(document);
	return html;
}
