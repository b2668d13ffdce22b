/* What the page of a letter's link is given. */
#ifndef REQUESTS_VIEWS_TAP_H
#define REQUESTS_VIEWS_TAP_H

#include "programmes/programmes.h"
#include "requests/store.h"

/* A link of a letter that acts. */
struct tap_view {
	bool is_gone;
	struct str token, title, button, done;
	struct moment used_at;        /* none: not yet */
	const struct programme *programme;
	const struct request_seen_by_row *row;    /* NULL: it acts on no request */
};

#endif
