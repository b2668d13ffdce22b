/* Jobs as the worker has them done: taken with a lease, ended together with their effect, put off when they fail. */
#ifndef DAEMON_JOBS_H
#define DAEMON_JOBS_H

#include "base/str.h"
#include "base/schema_types.h"
#include "later/later.h"

/* In words for people; the kind itself if no row has it (an older program's). */
struct str job_words(struct str kind);

/* How often that kind is tried, and when: its row of jobs.def. */
const struct job_policy *job_policy_of(struct str kind);

/* The commands that the worker sends, and what they hold in their body: numbers in decimal, a blank between.
 *   job-forsaken HOLDER         a worker starts: what its predecessor held is free
 *   job-take ID HOLDER          answers the number of the hold
 *   job-finish ID HOLD          does it; the effect and the end are one transaction
 *   job-fail ID HOLD OUTCOME    it is tried again later, or given up and shown */
#define JOB_TAKE S("job-take")
#define JOB_FINISH S("job-finish")
#define JOB_FAIL S("job-fail")

/* Takes and ends one at once, inside a turn of the caller's: for the demo, whose clock runs through a year. */
enum outcome job_do_now(struct visit *, struct job_id);

#endif
