/* Which language somebody reads. A language is a tag ("de"); only those are used that this build has sentences for. */
#ifndef FORMS_LANGUAGE_H
#define FORMS_LANGUAGE_H

#include <stdbool.h>

#include "base/str.h"

/* As in the sources: what has no catalogue, and what a catalogue lacks. */
#define LANGUAGE_SOURCE "en"

/* True for what people may choose. */
bool language_is_known(struct str tag);

/* The tag that an Accept-Language header (RFC 9110, 12.5.4) likes best, of those that this build has, the pseudo-locale "en-XA" included; a range
 * matches what it begins with ("de-AT" takes "de"). Empty: it likes none of them, or any. Lives for the whole program. */
struct str language_of_header(struct str accept);

#endif
