/* What the pages of versions are given. */
#ifndef PROGRAMMES_VIEWS_VERSIONS_H
#define PROGRAMMES_VIEWS_VERSIONS_H

#include "access/layout.h"
#include "programmes/file.h"
#include "programmes/programmes.h"
#include "programmes/store.h"

struct versions_view {
	const struct programme *programme;
	struct versions_of_rows rows;
	struct str next_page;
};

struct change_lines {
	const struct change *at;
	size_t count;
};
struct version_view {
	const struct programme *programme;
	struct version_at_row row;
	struct change_lines changes;
	int64_t more;                 /* changes that are not shown */
	struct str yaml;              /* empty: too long for a page */
};

struct str version_way_words(struct page *, enum version_way);
struct str change_part_words(struct page *, enum change_part);
struct str change_name(struct page *, const struct change *);
struct str version_text(struct page *, int64_t number);
/* The number that an address or a cursor carries; 0: none. */
int64_t version_number(struct str text);
/* Shows the version that the address names, with an arena that holds two whole programmes. */
enum outcome version_within(struct visit *, enum outcome (*show_it)(struct visit *, struct arena *, int64_t number));

#endif
