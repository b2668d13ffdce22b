/* The links that somebody keeps beside their name: stored one a line. */
#ifndef PEOPLE_LINKS_H
#define PEOPLE_LINKS_H

#include <stddef.h>

#include "base/str.h"

struct arena;

enum { LINKS_MOST = 5 };

struct person_link {
	struct str url, shown;        /* shown: without the scheme */
};
struct person_links {
	const struct person_link *at;
	size_t count;
};

/* What was typed, one a line without blank ones; NULL for the complaint if it is fine. */
struct str links_read(struct arena *, struct str typed, const char **complaint);
/* What is stored, for a page. */
struct person_links links_of(struct arena *, struct str stored);

#endif
