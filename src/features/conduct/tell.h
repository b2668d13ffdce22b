/* Letters about reports: they say that there is news, and nothing else. Private to this room. */
#ifndef CONDUCT_TELL_H
#define CONDUCT_TELL_H

#include "access/visit.h"
#include "conduct/sanction.h"
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
/* L47: what was decided, on which clauses, until when, and how to object. */
enum outcome tell_decided(struct visit *, struct person_id, const struct sanction *);
/* L47: they were removed and may come in again; what was decided earlier holds no longer. */
enum outcome tell_back(struct visit *, struct person_id);
enum outcome tell_over(struct visit *, struct person_id);
/* L47P to both of a pair: it rests, or goes on. Nothing of why. */
enum outcome tell_pair(struct visit *, const struct pairs_of_row *, bool rests);

#endif
