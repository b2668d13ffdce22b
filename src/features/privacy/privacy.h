/* A person's data, for that person: what the command line and the clock may ask. */
#ifndef PRIVACY_PRIVACY_H
#define PRIVACY_PRIVACY_H

#include "access/visit.h"
#include "later/later.h"

/* Hours: from asking to the end, and to what is open being withdrawn and given back, so that the letters about it can leave before. */
enum { ERASE_AFTER_H = 72, ERASE_LEAVE_H = 48 };

/* Asks for the end of a person's data: it comes by itself, and can be taken back until then. ERASE_LAST_COORDINATOR or ERASE_LAST_ADMIN if
 * somebody must take over first. Again is fine and moves nothing. */
enum outcome erase_ask(struct visit *, struct person_id, struct moment *due_at);
/* Takes it back; NOT_FOUND if nothing was asked. */
enum outcome erase_cancel(struct visit *, struct person_id);
/* At once, for the operator. The same refusals. */
enum outcome erase_now(struct visit *, struct person_id);
/* The job. Subject: the person. */
job_handler person_erase_due;

/* The job of each night: accounts that nobody uses are warned twice, then end as if it was asked for. Subject: 0. */
job_handler people_night;

/* The job of each night: what a programme has kept for long enough ends, and is counted. Subject: the programme. */
job_handler programme_night;

/* Everything that is held about somebody (PROGRAMMES.md 7, "yes"), part by part. */
enum hold_format { HOLD_JSON, HOLD_HTML };
struct buf;
enum outcome hold_print(struct visit *, struct person_id, enum hold_format, struct buf *out);

#endif
