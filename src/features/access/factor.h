/* The second factor of one person: private to this room. */
#ifndef ACCESS_FACTOR_H
#define ACCESS_FACTOR_H

#include "access/store.h"
#include "access/visit.h"
#include "secrets/totp.h"

enum { RECOVERY_CODES = 10 };

/* A fresh seed, unconfirmed, beside the one in use if there is one. */
enum outcome factor_start(struct visit *);
/* The seed that waits for its first code; NOT_FOUND. */
enum outcome factor_started(struct visit *, struct factor_id *id_out, struct totp_seed *out);

/* The first code of a seed: BAD_INPUT if it is not right. Else that seed is in use and the one before is forgotten. */
enum outcome factor_take(struct visit *, struct str code);

/* A code at sign-in or in a session. OK: it was right and is used up. BAD_INPUT: wrong, and counted. TOO_MANY: paused, see *until;
 * recovery codes work meanwhile. */
enum outcome factor_check(struct visit *, struct str code, struct moment *until);

/* Ten fresh recovery codes; the old ones are worth nothing. */
enum outcome recovery_renew(struct visit *, struct str codes[RECOVERY_CODES]);

/* A reset that another administrator asked for, once its wait is over. */
enum outcome reset_when_due(struct visit *, struct person_id);

/* Whether that person's roles, somewhere, open by a second factor: never in the demo. */
bool person_has_high_role(const struct visit *, const struct person_is_high_row *);

/* The address of a form that waits for this person, once; empty if there is none. */
enum outcome kept_offer(struct visit *, struct person_id, struct str *path_out);

#endif
