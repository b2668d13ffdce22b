/* What the pages of letters are given. */
#ifndef PROGRAMMES_VIEWS_LETTERS_H
#define PROGRAMMES_VIEWS_LETTERS_H

#include "access/layout.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "letters/text.h"
#include "programmes/programmes.h"

struct letters_view {
	const struct programme *programme;
	struct str state;             /* the filter; empty: all */
	struct letters_of_programme_rows rows;
	struct channels_now_rows channels;
	struct str next_page;
};

/* A kind and its text in force. */
struct text_row {
	struct str id, name, topic;
	struct str author;            /* empty: built in */
	struct moment made_at;
};
struct text_rows {
	struct text_row *at;
	size_t count;
};
struct texts_view {
	const struct programme *programme;
	struct text_rows rows;
};

/* A line of the preview. */
struct text_line {
	bool is_item, is_value, is_link;
	struct str label, words;
};
struct text_lines {
	struct text_line *at;
	size_t count;
};
struct text_view {
	const struct programme *programme;
	const struct letter_sort *sort;
	struct values *form;
	bool is_own;                  /* not the built-in one */
	struct str names;             /* what it may show, in words */
	struct str subject;           /* of the preview */
	struct text_lines lines;
};

#endif
