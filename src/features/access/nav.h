/* What the frame shows of this visitor; worked out in nav.c so that the template only lays it out. */
#ifndef ACCESS_NAV_H
#define ACCESS_NAV_H

#include "forms/page.h"

struct nav {
	struct str title;             /* "Queue"; "Error: " stands before it when a form is shown again */
	struct str theme, slug, programme, name, path;
	struct str notice;            /* of ?done= */
	struct str refusal;           /* why the page is shown again */
	bool wants_conduct;           /* … because something is to be accepted first */
	int64_t open_count, running;
	bool is_in_programme;         /* the page is about one: members or not */
	bool is_signed_in, is_member, is_mentor, is_coordinator, is_desk, is_overseer, is_responder, is_reviewer, is_demo, has_keys;
	bool asks_forms, has_services, has_directory, has_openings;    /* the programme takes applications; it takes requests; whoever looks may look at its directory, at openings of projects */
	bool has_kept_words;          /* what was written in a refused form stands on the first page */
	bool wants_factor;            /* a role is held back until a second factor is set up */
};

/* Fills the frame's nav, once a page; nav_now() is the same one later. */
const struct nav *nav_start(struct page *, struct str title);
const struct nav *nav_now(const struct page *);

/* Whether that is the page that is shown. */
bool nav_is(const struct nav *, struct str path);
/* The mentor's own part of the queue: the same address, another tab. */
bool nav_is_mine(const struct page *);

#endif
