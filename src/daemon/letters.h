/* What becomes of a letter, as commands of the courier to the writer (TRUST.md 5.7). Bodies are numbers and words with a blank between:
 *   letter-take ID HOLDER              answers the number of the hold; without one nothing is to be sent
 *   letter-sent ID HOLD REF            taken by the channel, which calls it REF (may be empty)
 *   letter-later ID HOLD COUNTS SECONDS WORDS   tried again after at least so long; COUNTS 0: the channel was down, the try does not count
 *   letter-refused ID HOLD WHOM WORDS  never tried again by this way; WHOM "address": nothing is sent there any more, "mail": it goes by mail
 *   letter-forsaken HOLDER             what the courier's predecessor held is free
 *   channel-state NAME UP WORDS        UP 1 or 0
 * 409 JOB_LOST: somebody else has it. */
#ifndef DAEMON_LETTERS_H
#define DAEMON_LETTERS_H

#include "base/str.h"

#define LETTER_TAKE S("letter-take")
#define LETTER_SENT S("letter-sent")
#define LETTER_LATER S("letter-later")
#define LETTER_REFUSED S("letter-refused")
#define LETTER_FORSAKEN S("letter-forsaken")
#define CHANNEL_STATE S("channel-state")

#endif
