/* Letters that wait until somebody lets them go (`is_draft` of a wish). */
#ifndef LETTERS_DRAFT_H
#define LETTERS_DRAFT_H

#include "letters/letters.h"

/* A draft of that programme leaves as if it were written now: after quiet hours, with the mail of the day, not at all if its reader wants none of it any
 * more. Or it is dropped, with a record. NOT_FOUND if that programme has no such letter, LETTER_NO_DRAFT if it waits as one no more; *request: what it is about. */
enum outcome letter_draft_release(const struct letter_desk *, struct letter_id, struct programme_id, struct request_id *request);
enum outcome letter_draft_end(const struct letter_desk *, struct letter_id, struct programme_id, struct request_id *request);
/* Drafts of a kind about a request, in whose place newer ones come. */
enum outcome letter_drafts_replaced(const struct letter_desk *, struct request_id, enum letter_kind);

#endif
