/* What the Slack lane asks beside sending letters: for its token, for rooms, for accounts. */
#ifndef DAEMON_COURIER_ASKS_H
#define DAEMON_COURIER_ASKS_H

#include "daemon/courier_slack.h"

/* --- courier_install.c --- */

/* The token as the database has it, and a code of a consent that waits to be exchanged for one; at most once a second. */
void slack_lane_keeps_up(struct slack_lane *, struct exchange *, struct process *, struct arena *);
struct telling slack_code_answered(const struct slack_lane *, struct arena *, const struct exchange_answer *);

/* --- courier_rooms.c --- */

/* Asks about the next room that nobody asked about today, and about the next account that is linked to nobody; what the answer tells. */
void slack_rooms_ask(struct slack_lane *, struct process *, struct exchange *, struct arena *);
struct telling slack_rooms_hear(struct slack_lane *, struct arena *, const struct exchange_answer *);
struct telling slack_users_hear(struct slack_lane *, struct arena *, const struct exchange_answer *);

#endif
