/* Markdown to markup by libcmark. Its memory is its own and ends here. */
#include "formats/markdown.h"

#include <cmark.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"

enum { LEVEL_MAX = 6, ANCHOR_BYTES = 40 };

static bool
has_level_one(cmark_node *document)
{
	for (cmark_node *node = cmark_node_first_child(document); node != NULL; node = cmark_node_next(node))
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 1)
			return true;
	return false;
}

/* A custom node is written as it is also in safe mode: what we put into it holds nothing from outside. */
static void
add_anchor(cmark_node *heading, int number)
{
	char anchor[ANCHOR_BYTES];
	cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);

	snprintf(anchor, sizeof(anchor), "<span id=\"part-%d\"></span>", number);
	check(cmark_node_set_on_enter(node, anchor));
	check(cmark_node_prepend_child(heading, node));
}

static void
prepare_headings(cmark_node *document)
{
	int lower = has_level_one(document) ? 1 : 0, number = 0;

	for (cmark_node *node = cmark_node_first_child(document); node != NULL; node = cmark_node_next(node)) {
		int level;

		if (cmark_node_get_type(node) != CMARK_NODE_HEADING)
			continue;
		level = cmark_node_get_heading_level(node) + lower;
		check(cmark_node_set_heading_level(node, level > LEVEL_MAX ? LEVEL_MAX : level));
		add_anchor(node, ++number);
	}
}

struct html
markdown_html(struct arena *arena, struct str markdown)
{
	cmark_mem *memory = cmark_get_default_mem_allocator();
	cmark_node *document;
	struct html html;
	char *markup;

	check(markdown.length <= MARKDOWN_BYTES);
	document = cmark_parse_document(markdown.at, markdown.length, CMARK_OPT_VALIDATE_UTF8);
	prepare_headings(document);
	markup = cmark_render_html(document, CMARK_OPT_DEFAULT);
	html.markup = str_copy(arena, str_from(markup));
	memory->free(markup);
	cmark_node_free(document);
	return html;
}
