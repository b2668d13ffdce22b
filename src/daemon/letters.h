/* What becomes of letters, as commands of the courier to the writer (TRUST.md 5.7): many in one, each with an outcome of its own. Trouble with one
 * undoes the command, and whoever asked asks again for each alone. Bodies are numbers and words with a blank between:
 *   letter-take HOLDER ID ID …         answers the number of each hold, with a blank behind it; 0: somebody else has it, or nothing is to be sent
 *   letter-settle, a line each; answers how many still were whose hold they name, the others stay as they are:
 *     ID HOLD sent REF                 taken by the channel, which calls it REF (may be empty)
 *     ID HOLD later COUNTS SECONDS WORDS   tried again after at least so long; COUNTS 0: the channel was down, the try does not count
 *     ID HOLD lost SECONDS WORDS       the same, and counted: its answer was lost, so it may have been taken
 *     ID HOLD refused WHOM WORDS       never tried again by this way; WHOM "address": nothing is sent there any more, "mail": it goes by mail
 *   letter-forsaken HOLDER             what the courier's predecessor held is free
 *   channel-state NAME UP WORDS        UP 1 or 0 */
#ifndef DAEMON_LETTERS_H
#define DAEMON_LETTERS_H

#include "base/str.h"

#define LETTER_TAKE S("letter-take")
#define LETTER_SETTLE S("letter-settle")
#define LETTER_FORSAKEN S("letter-forsaken")
#define CHANNEL_STATE S("channel-state")

#endif
