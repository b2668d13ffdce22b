/* What the frame shows of this visitor; worked out in nav.c so that the template only lays it out. */
#ifndef ACCESS_NAV_H
#define ACCESS_NAV_H

#include "forms/page.h"

struct nav {
	struct str theme, slug, programme, name;
	struct str title;             /* with "Error: " before it when a form is shown again */
	struct str path;
	struct str notice;            /* of ?done= */
	struct str refusal;           /* why the page is shown again */
	int64_t open_count, running;
	bool is_signed_in, is_member, is_mentor, is_coordinator, is_desk, is_demo, has_keys, is_form_wrong;
};

const struct nav *nav_of(struct page *, struct str title);
struct str nav_theme(struct page *);
bool nav_has_keys(struct page *);
bool nav_is(const struct nav *, struct str path);    /* the page that is shown */

#endif
