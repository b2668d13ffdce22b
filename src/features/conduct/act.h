/* A step of a case, from the state that its page showed to the next: private to this room. */
#ifndef CONDUCT_ACT_H
#define CONDUCT_ACT_H

#include "conduct/case.h"
#include "conduct/conduct.h"
#include "conduct/rules.h"

struct sanction;

struct step {
	struct report_for_row row;
	enum report_state next;
	struct person_id assignee;
	enum report_measure measure;
	const struct sanction *sanction;    /* what is decided about somebody; NULL: nothing is */
};

/* NOT_FOUND, CHANGED_SINCE if somebody else was faster than this page, or what case_may() says. */
enum outcome step_begin(struct visit *, enum case_step, struct step *out);
/* What was decided is done to whom the case is about, and told them: suspended, removed, or no mentor any more.
 * BAD_INPUT: nobody is written down. */
enum outcome step_do(struct visit *, const struct step *, struct decided *out);
/* A responder of v->programme is none any more; *changed 0: was none. Whoever may read something from now on is told. */
enum outcome responder_goes(struct visit *, struct person_id, int64_t *changed);
/* Keeps it with its entry and leads back to the case. */
enum outcome step_end(struct visit *, const struct step *, const struct case_entry *);

#endif
