/* The courier's parts: lanes, one a channel. A lane composes what a letter says in its channel's way, starts it, and says what the answer means. */
#ifndef DAEMON_COURIER_H
#define DAEMON_COURIER_H

#include "daemon/process.h"
#include "letters/store_shared.h"
#include "outside/smtp/message.h"
#include "system/exchange.h"

enum fate {
	FATE_UNDER_WAY,       /* its answer comes later */
	FATE_SENT,
	FATE_LATER,           /* the try counts */
	FATE_AGAIN,           /* nobody was asked: it counts for nothing */
	FATE_DOWN,            /* the channel does not work: the try does not count, and no other is made for a while */
	FATE_ADDRESS,         /* that address will never work */
	FATE_REFUSED          /* this letter will never be taken */
};

struct verdict {
	enum fate fate;
	int64_t wait_seconds;         /* of LATER and DOWN: at least; 0 = as we think */
	struct str words;             /* for operators; nobody's name or address */
	struct str ref;               /* what the channel calls it; no blanks */
};

/* --- courier_mail.c --- */

struct mail_lane {
	struct smtp_server server;
	struct str from_name, from_address, host;    /* host: behind the "@" of message ids */
	struct str folder;            /* mail goes there; empty: to the server */
	struct str base_url;
	const unsigned char *seed;    /* of the courier's pair */
};
/* False, with words in the log, for a setting that cannot be. */
bool mail_lane_open(struct mail_lane *, struct arena *keep, const struct orders *);
/* Composes and starts it; token names the answer. */
struct verdict mail_lane_send(const struct mail_lane *, struct exchange *, struct arena *, const struct letter_to_send_row *, uint64_t token);
struct verdict mail_lane_judge(const struct exchange_answer *);

#endif
