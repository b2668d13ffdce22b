/* What a mail says: the words of the letter and of those that it carries, and what belongs into a calendar. */
#ifndef DAEMON_COURIER_WORDS_H
#define DAEMON_COURIER_WORDS_H

#include "daemon/courier.h"

struct letter_parts;
struct ics_event;

/* What the letter and those that it carries say. False if tokens do not open. */
bool mail_words(const struct mail_lane *, const struct mail_send *, struct letter_parts *out);
/* What of it belongs into a calendar; false if nothing does. Several in one mail: nothing does, the letter says when. */
bool mail_event(const struct mail_send *, struct str uid, struct ics_event *out);

#endif
