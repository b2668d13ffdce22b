/* What is written to applicants. */
#ifndef APPLICATIONS_TELL_H
#define APPLICATIONS_TELL_H

#include "applications/own.h"
#include "letters/letters.h"

/* A letter about an application to whom it is of: status, next step, dates, reason; a receipt also its answers. */
enum outcome tell_applicant(struct visit *, const struct application_row_row *, enum letter_kind);
/* A letter about a window: that it opens (L20), closes later than was told (L20E), or has changed otherwise (L20C). */
enum outcome tell_of_intake(struct visit *, const struct intake_of_row *, struct person_id, enum letter_kind);

#endif
