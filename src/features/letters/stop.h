/* The link in each letter that switches its kind off (RFC 8058): who and what for stand in it, with a MAC beside them, so that no row is kept
 * for a link that hardly anybody presses. It opens nothing and never ends. */
#ifndef LETTERS_STOP_H
#define LETTERS_STOP_H

#include "letters/letters.h"

/* What stands behind "/u/"; key: of SEAL_STOP. */
struct str letter_stop_print(struct arena *, const unsigned char key[SEAL_KEY_BYTES], struct person_id, enum letter_topic);
/* False for anything else. */
bool letter_stop_read(struct arena *, const unsigned char key[SEAL_KEY_BYTES], struct str text, struct person_id *person, enum letter_topic *topic);

#endif
