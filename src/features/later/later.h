/* Work for later: rows that other rooms write and the worker has done. A job's effect and its end are one transaction (TRUST.md 5.7). */
#ifndef LATER_LATER_H
#define LATER_LATER_H

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"

struct arena;
struct db;
struct visit;

struct job_wish {
	struct job_id id;                 /* fresh; not used if one of this kind about this subject waits already */
	struct programme_id programme;    /* none: of the whole server */
	struct str kind;                  /* a row of daemon/jobs.def */
	int64_t subject;
	struct moment due_at, now;
};

/* One of a kind about one subject: putting it again moves it, and takes it from whoever holds it. */
enum outcome job_put(struct db *, const struct job_wish *);
/* It is pointless now; also when somebody holds it. */
enum outcome job_drop(struct db *, struct str kind, int64_t subject);

/* What a kind of job does, in the writer, within the transaction that ends it. `subject` as it was put. A job about something that has moved on
 * is done when it did nothing. */
typedef enum outcome job_handler(struct visit *, int64_t subject);

/* Put by whoever changes a programme's numbers: its requests are planned anew. Subject: the programme. */
#define PROGRAMME_REPLAN S("programme-replan")
/* The next step of a request, as its only job. Subject: the request. */
#define REQUEST_STEP S("request-step")
/* Put when a programme is stored, then by themselves: what it looks at once a day, once a week. Subject: the programme. */
#define PROGRAMME_DAY S("programme-day")
#define PROGRAMME_WEEK S("programme-week")
/* … and at night: what was kept for long enough. */
#define PROGRAMME_NIGHT S("programme-night")
/* … and of the whole server: accounts that nobody uses. Subject: 0. */
#define PEOPLE_NIGHT S("people-night")
/* … and once an hour. */
#define PROGRAMME_REPORTS S("programme-reports")

/* How long a job may be held without an end, seconds; a lease that is over is anybody's. */
enum { JOB_HOLD_SECONDS = 60 };
/* No job is held for longer than that after its lease was over; /readyz and /metrics count those that are. */
enum { JOB_LATE_SECONDS = 60 };

/* What a kind's row of daemon/jobs.def says of trying it again. */
struct job_policy {
	int64_t tries;                    /* then it is given up and shown; at least 1 */
	int64_t first_seconds;            /* behind the first try that failed; at least 1 */
	int64_t factor;                   /* each wait is so many times the one before; 1: all are alike */
	int64_t most_seconds;             /* … and never longer */
};
/* Seconds until the next try after so many. */
int64_t job_wait_seconds(const struct job_policy *, int64_t tries);

#endif
