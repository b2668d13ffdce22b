/* libcmark behind one door. It allocates by itself; what it gives is copied into the arena and freed here. */
#include "formats/markdown.h"

#include <cmark.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"

/* "#" becomes h2 and so on, h6 stays h6. */
static void
lower_headings(cmark_node *document)
{
	cmark_iter *walk = cmark_iter_new(document);

	while (cmark_iter_next(walk) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(walk);
		int level = cmark_node_get_type(node) == CMARK_NODE_HEADING ? cmark_node_get_heading_level(node) : 0;

		if (level > 0 && level < 2)
			cmark_node_set_heading_level(node, level + 1);
	}
	cmark_iter_free(walk);
}

struct html
markdown_html(struct arena *arena, struct str text)
{
	cmark_node *document = cmark_parse_document(text.at, text.length, CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
	struct html html;
	char *markup;

	check(document != NULL);
	lower_headings(document);
	markup = cmark_render_html(document, CMARK_OPT_DEFAULT);
	check(markup != NULL);
	html.markup = str_copy(arena, str_from(markup));
	cmark_get_default_mem_allocator()->free(markup);
	cmark_node_free(document);
	return html;
}
