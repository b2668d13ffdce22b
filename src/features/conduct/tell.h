/* Letters about reports: they say that there is news, and nothing else. Private to this room. */
#ifndef CONDUCT_TELL_H
#define CONDUCT_TELL_H

#include "access/visit.h"
#include "conduct/store.h"

enum { CONTACTS_MOST = 10 };

/* L46 to everybody who may read that report, or to one of them. *is_told: there was somebody. */
struct telling {
	struct report_id report;
	struct person_id only;        /* none: all of them */
	struct moment until;          /* none: nothing is due */
};
enum outcome tell_readers(struct visit *, const struct telling *, bool *is_told);
/* L46 to escalation contacts: nobody is left to read it, or one alone. Whom it is about is left out. */
enum outcome tell_contacts(struct visit *, struct report_id, bool is_one_left);
/* Whether an open report is there that somebody may read, as a responder of v->programme. */
enum outcome reads_open(struct visit *, struct person_id, bool *out);
/* L46 to somebody who may read such a report from now on: there is news, and nothing else. */
enum outcome tell_new_reader(struct visit *, struct person_id);
/* L45 to a reporter who gave the name of an account; nobody else has one to write to. */
enum outcome tell_reporter(struct visit *, struct report_id, enum report_sharing, struct str reporter_sealed);

/* L47: they are paused, or no longer. Nothing of the report, and not that there is one. */
enum outcome tell_paused(struct visit *, struct person_id, bool is_paused);
/* L47: they are no mentor any more. */
enum outcome tell_lost(struct visit *, struct person_id);

#endif
