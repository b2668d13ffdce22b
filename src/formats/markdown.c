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

/* "//host" would be an address of another server without saying so. */
static void
say_scheme(struct arena *arena, cmark_node *node)
{
	struct str url = str_from(cmark_node_get_url(node));

	if (str_starts(url, S("//")))
		check(cmark_node_set_url(node, str_c(arena, str_join(arena, 2, (struct str[]){ S("https:"), url }))));
}

static bool
stands_in_link(cmark_node *node)
{
	while ((node = cmark_node_parent(node)) != NULL)
		if (cmark_node_get_type(node) == CMARK_NODE_LINK)
			return true;
	return false;
}

/* A picture from another server would tell it who reads: it becomes a link, and the reader decides; within a link its words alone. */
static cmark_node *
link_instead(cmark_node *image)
{
	bool is_link = !stands_in_link(image);
	cmark_node *link = cmark_node_new(is_link ? CMARK_NODE_LINK : CMARK_NODE_CUSTOM_INLINE);

	if (is_link)
		check(cmark_node_set_url(link, cmark_node_get_url(image)));
	while (cmark_node_first_child(image) != NULL)
		check(cmark_node_append_child(link, cmark_node_first_child(image)));
	check(cmark_node_replace(image, link));
	cmark_node_free(image);
	return link;
}

/* All nodes in the order of the text, children first met before what follows them. */
static void
prepare_links(struct arena *arena, cmark_node *node)
{
	while (node != NULL) {
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
			say_scheme(arena, node);
		if (type == CMARK_NODE_IMAGE && cmark_node_get_url(node)[0] != '/')
			node = link_instead(node);
		if (cmark_node_first_child(node) != NULL) {
			node = cmark_node_first_child(node);
			continue;
		}
		while (node != NULL && cmark_node_next(node) == NULL)
			node = cmark_node_parent(node);
		node = node == NULL ? NULL : cmark_node_next(node);
	}
}

struct html
markdown_print(struct arena *arena, struct cmark_node *document)
{
	struct html html;
	char *markup;

	prepare_headings(document);
	prepare_links(arena, document);
	markup = cmark_render_html(document, CMARK_OPT_DEFAULT);
	html.markup = str_copy(arena, str_from(markup));
	cmark_get_default_mem_allocator()->free(markup);
	return html;
}

struct html
markdown_html(struct arena *arena, struct str markdown)
{
	struct cmark_node *document;
	struct html html;

	check(markdown.length <= MARKDOWN_BYTES);
	document = cmark_parse_document(markdown.at, markdown.length, CMARK_OPT_VALIDATE_UTF8);
	html = markdown_print(arena, document);
	cmark_node_free(document);
	return html;
}
