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
	FATE_WAIT,            /* its turn has not come: the try does not count, others go on */
	FATE_AGAIN,           /* the next step of the same letter, at once */
	FATE_DOWN,            /* the channel does not work: the try does not count, and no other is made for a while */
	FATE_ADDRESS,         /* that address will never work */
	FATE_MAIL,            /* not by this way: by mail, if it is to a person */
	FATE_REFUSED          /* this letter will never be taken */
};

struct verdict {
	enum fate fate;
	int64_t wait_seconds;         /* of LATER and DOWN: at least; 0 = as we think */
	struct str words;             /* for operators; nobody's name or address */
	struct str ref;               /* what the channel calls it; no blanks */
	bool is_lost;                 /* LATER: its answer was lost, so it may have been taken */
	struct str room;              /* a mentors' room that took it, or takes nothing: then people are told, other rooms go on; empty: about none */
	bool is_room_broken;
};

/* --- courier_mail.c --- */

struct mail_lane {
	struct smtp_server server;
	struct str from_name, from_address, host;    /* host: behind the "@" of message ids */
	struct str folder;            /* mail goes there; empty: to the server */
	struct str base_url;
	const unsigned char *seed;    /* of the courier's pair */
	const unsigned char *stop;    /* what signs links that stop letters */
};
struct mail_settings {
	struct str base_url, mail_from, smtp_url, folder;    /* folder: where mail goes without smtp_url */
};
/* False, with words in the log, for a setting that cannot be. The second one knows the keys of links too. */
bool mail_lane_set(struct mail_lane *, struct arena *keep, const struct mail_settings *);
bool mail_lane_open(struct mail_lane *, struct arena *keep, const struct orders *);
struct mail_send {
	struct exchange *exchange;
	struct arena *arena;
	const struct letter_to_send_row *row;
	const struct letters_carried_rows *carried;    /* what leaves in the same mail */
	uint64_t token;               /* names the answer */
};
/* Composes and starts it. */
struct verdict mail_lane_send(const struct mail_lane *, const struct mail_send *);
struct verdict mail_lane_judge(const struct exchange_answer *);

#endif
