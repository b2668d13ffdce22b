/* What the pages of this room are given. */
#ifndef EXCHANGE_VIEWS_H
#define EXCHANGE_VIEWS_H

#include "access/layout.h"
#include "exchange/store.h"
#include "programmes/programmes.h"

struct imports_view {
	const struct programme *programme;
	struct values *form;
	struct imports_of_rows rows;
};

/* "3:2: email: …", taken apart. */
struct import_problem {
	struct str line, column, words;
};
struct import_problems {
	struct import_problem *at;
	size_t count;
};
struct import_headings {
	struct str *at;
	size_t count;
};

struct import_view {
	const struct programme *programme;
	struct import_of_row row;
	struct str id;
	struct import_problems problems;
	struct import_headings unused;
};

struct str import_kind_words(const struct page *, enum import_kind);
struct str import_state_words(const struct page *, enum import_state);

#endif
