/* Letters about openings. Private to this room. */
#ifndef OPENINGS_TELL_H
#define OPENINGS_TELL_H

#include "openings/opening.h"

/* L18, to the contact; what: a sentence, next: what to do now. */
enum outcome opening_tell_contact(struct visit *, const struct opening_row_row *, const char *what, const char *next, struct moment until);
/* The same on another channel than theirs, where they have one (T10). */
enum outcome opening_tell_elsewhere(struct visit *, const struct opening_row_row *, const char *what, const char *next, struct moment until);
/* L18C, to everybody who coordinates. */
enum outcome opening_tell_desk(struct visit *, const struct opening_row_row *, const char *what);
/* L18N, to somebody who is nominated. */
enum outcome opening_tell_nominee(struct visit *, const struct opening_row_row *, struct person_id);
/* L20O, to a member: it is announced. */
enum outcome opening_tell_member(struct visit *, const struct opening_row_row *, struct person_id);
/* L20P, to everybody who began or sent an application for it: it ends later. */
enum outcome opening_tell_applicants(struct visit *, const struct opening_row_row *);

#endif
