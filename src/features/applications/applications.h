/* Cohorts, their windows and applications: what other floors may ask. */
#ifndef APPLICATIONS_APPLICATIONS_H
#define APPLICATIONS_APPLICATIONS_H

#include "access/visit.h"
#include "later/later.h"

/* The form of a route that asks the programme's own questions, as they are for this visit: which side applies stands in the address. NOT_FOUND if
 * nobody is asked so. */
enum outcome application_form_find(struct visit *, const struct form *of_route, const struct form **out);

/* Makes somebody, a member, a reviewer of that programme; again is fine. In a writer's visit. */
enum outcome reviewer_give(struct visit *, struct programme_id, struct person_id);

/* Somebody goes for good: drafts go, an offer is declined, what is undecided is withdrawn, and who is next in line gets the place. In that
 * programme, where they review nothing any more either; none: in every one. */
enum outcome applications_leave(struct visit *, struct person_id, struct programme_id only);

/* Midnight at the start of the day that this field of the form says, where the programme is, so many days later; none: no day was said. */
struct moment round_day(struct visit *, const char *field, int64_t later);

/* The rounds that a file of applications can go into (../exchange), for a form. */
struct choices;
enum outcome rounds_to_fill_choices(struct visit *, struct choices *out);

/* What the clock does (daemon/jobs.def): a window opens, reminds, closes; its opening is told; an offer is reminded of, and is over. */
job_handler intake_step_due, intake_tell_due, application_step_due;

#endif
