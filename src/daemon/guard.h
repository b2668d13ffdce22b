/* The guard: from the route row alone, before any handler. Runs in web, and again in the writer inside the transaction. */
#ifndef DAEMON_GUARD_H
#define DAEMON_GUARD_H

#include "daemon/route.h"

/* Finds the row, the visitor, the programme and the thing, and judges them by the row. Fills the visit.
 * OK, or: NOT_FOUND, WRONG_METHOD, SIGN_IN_FIRST, FACTOR_FIRST (a role is held back, or the session locked), FORBIDDEN or why a request
 * is not for the visitor, TOKEN_READS, NOT_SIGNED, FOREIGN_FORM, WRONG_TYPE, PROOF_FIRST (the row asks for a fresh proof), trouble. */
enum outcome guard_admit(struct visit *);

/* Whether that was about who the visitor is, towards the programme or the thing. */
bool guard_is_refusal_of_role(enum outcome);

/* The same for a form that was kept, to show it and not to act: neither token nor fresh proof is asked. */
enum outcome guard_admit_kept(struct visit *);

/* Whether the form that was sent is one of ours: origin, type and token. Part of guard_admit(); asked alone for a form that is sent
 * again after its first effect took the sender's right away. */
enum outcome guard_admit_form(const struct visit *);

/* Finds the thing once more, after an act or its refusal: it may have changed. Refuses nothing, the visitor's rights say what may be
 * seen now; only trouble is answered. */
enum outcome guard_look_again(struct visit *);

#endif
