/* A letter in parts, and the same letter as text and as HTML (UX.md 11). All parts are plain text: nothing that people wrote can be markup.
 * A channel that has a markup of its own prints the same blocks. */
#ifndef FORMATS_LETTER_H
#define FORMATS_LETTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;

enum { LETTER_PART_MAX = 100 << 10, LETTER_LINKS_MAX = 10, LETTER_SECTIONS_MAX = 30 };    /* bytes of the text, of the HTML */

struct letter_link {
	struct str words, url;    /* url: mime_is_url() */
};

/* One letter of several that leave together. */
struct letter_section {
	struct str title, body;
	const struct letter_link *links;     /* at most LETTER_LINKS_MAX */
	size_t link_count;
	struct letter_link stop;
};

struct letter_parts {
	struct str language;      /* of the words: "en" */
	struct str subject;
	struct str preheader;     /* what a list of mails shows beside the subject; empty = the first line */
	struct str body;          /* blocks, see letter_block_next(); the first line says whose turn it is */
	struct letter_link action;           /* the one button; empty url = none */
	const struct letter_link *links;     /* further ones, at most LETTER_LINKS_MAX */
	size_t link_count;
	const struct letter_section *sections;    /* below the body and its links; at most LETTER_SECTIONS_MAX */
	size_t section_count;
	struct str answer_to;     /* a sentence naming the human to answer to; may be empty */
	struct str reason;        /* why this came */
	struct letter_link stop;  /* "stop this kind"; empty url = there is no stopping it */
};

struct letter {
	struct str text;    /* lines end with \n */
	struct str html;    /* a whole page: one column of 600 px, styles inline, no colours but the button's, nothing fetched */
};

/* OK; BAD_INPUT if subject, body or reason is missing, a text holds control characters or no UTF-8, a link has no words or no address;
 * TOO_LARGE above LETTER_PART_MAX. */
enum outcome letter_print(struct arena *, const struct letter_parts *, struct letter *out);

/* Blocks stand apart by empty lines. Lines that all begin with "- " are a list; lines that are all "Label: value" are rows (a label is short
 * and holds no . , ; ? !); else it is a paragraph, whose lines stay lines. */
enum letter_block_kind { LETTER_PARAGRAPH, LETTER_LIST, LETTER_ROWS };
struct letter_block {
	enum letter_block_kind kind;
	struct str lines;
};
bool letter_block_next(struct str *body, struct letter_block *out);

/* The next line of a block: of a list without its "- "; of rows in two parts, of all others label is empty. */
bool letter_line_next(struct letter_block *, struct str *label, struct str *value);

#endif
