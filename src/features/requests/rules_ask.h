/* What may be sent to the desk. Pure. Source: PROGRAMMES.md 2.2 (draft, send) and 2.1 (limits). */
#ifndef REQUESTS_RULES_ASK_H
#define REQUESTS_RULES_ASK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/outcome.h"

struct draft_facts {
	bool has_service, has_skills, has_details, has_when, has_about;    /* steps done with an answer */
	bool has_affiliation;
	bool has_accepted_conduct;
	bool is_paused;          /* by safety responders */
	int64_t unfinished;      /* requests of this mentee that are sent and not closed */
	int64_t sent_today;      /* in the last 24 hours */
};

struct sending_limits {
	int64_t max_open, max_day;
	bool needs_affiliation;
};

/* PERSON_PAUSED, CONDUCT_FIRST, TOO_MANY_OPEN, TOO_MANY_TODAY, DRAFT_UNFINISHED. */
enum outcome request_may_send(const struct draft_facts *, const struct sending_limits *);

/* The first step that still lacks its answer: "service", "skills", "details", "when", "about-you", or "check". */
struct str draft_next_step(const struct draft_facts *, bool needs_affiliation);

#endif
