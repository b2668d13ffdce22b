/* The courier's parts: lanes, one a channel. A lane composes what a letter says in its channel's way, starts it, and says what the answer means. */
#ifndef DAEMON_COURIER_H
#define DAEMON_COURIER_H

#include "daemon/process.h"
#include "letters/store_shared.h"
#include "outside/slack/client_pace.h"
#include "outside/slack/message_text.h"
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
	bool is_room_broken;          /* the mentors' room takes nothing: people are told, others of the channel go on */
	bool is_room_fine;
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

/* --- courier_slack.c --- */

/* What is about to leave, as the list of what is due has it. */
struct due {
	struct letter_id id;
	enum letter_act act;
	struct str address;
	struct request_id request;
};

/* What Slack was asked about last, and when the next one is looked for. */
struct slack_asked {
	int64_t look_at_us;
	char asked[SLACK_ID_MAX + 1];
};
enum { SLACK_ROOMS_SHUT = 8, SLACK_NEWS_MAX = 200, SLACK_TOKEN_MAX = 255 };

struct slack_lane {
	struct slack_server server;
	struct slack_pace pace;
	char token[SLACK_TOKEN_MAX + 1];    /* what server.token points to */
	bool is_set;                  /* it is a setting; else it comes from the database, which is looked at now and then */
	bool is_stopped;              /* Slack said that it is no longer good: nothing is taken */
	struct str client_id, client_secret;
	const struct letter_seal_key *seal;    /* of the courier's pair */
	int64_t look_at_us;           /* when the database is looked at again */
	int64_t asked;                /* the consent whose code is being exchanged; 0: none */
	struct { char id[SLACK_ID_MAX + 1]; int64_t until_us; } shut[SLACK_ROOMS_SHUT];    /* rooms that take nothing for now */
	int64_t missing_until_us[SLACK_METHODS];    /* a permission for it is missing: not called before then; 0: none is */
	struct moment installed_at;   /* of the row that the token comes from */
	struct { struct str name; char body[SLACK_NEWS_MAX]; } news;    /* to be told to the writer; no name: none */
	struct str room;              /* the mentors' room, to be asked about */
	struct str base_url;
	const unsigned char *seed;    /* of the courier's pair */
	int64_t ask_at_us;            /* when Slack is asked who we are; 0: at once */
	struct slack_asked rooms, users;    /* courier_rooms.c */
	char users_team[SLACK_ID_MAX + 1];    /* of the user that is asked about */
	bool is_known;                /* it said so */
	const struct clock *clock;
};

/* How far one letter is: some take two calls. */
struct slack_step {
	enum slack_method method;     /* under way */
	bool was_unclear;             /* an earlier answer was lost */
	bool is_anew;                 /* an edit whose message is gone: posted once more */
	bool is_plain;                /* Slack did not understand the blocks: words alone */
	bool is_fresh;                /* a home, whatever stands there */
	char direct[SLACK_ID_MAX + 1];    /* the conversation with a person; empty: not opened yet */
};

/* False without any setting of Slack: nothing goes there. */
bool slack_lane_open(struct slack_lane *, const struct process *);
/* Another token from here on; what was known of the old one is not known of it. */
void slack_lane_holds(struct slack_lane *, struct str token);
/* Nothing is taken: there is no token, or none that is good. */
bool slack_lane_rests(const struct slack_lane *);
/* Whether Slack's rates let it go now. now: monotonic microseconds. */
bool slack_lane_may(const struct slack_lane *, const struct due *, int64_t now_us);
/* It goes: it is counted. */
void slack_lane_goes(struct slack_lane *, const struct due *, int64_t now_us);
struct slack_send {
	struct exchange *exchange;
	struct arena *arena;
	const struct letter_to_send_row *row;
	struct slack_step *step;
	uint64_t token;
};
struct verdict slack_lane_send(const struct slack_lane *, const struct slack_send *);
struct verdict slack_lane_judge(struct slack_lane *, struct arena *, const struct letter_to_send_row *, struct slack_step *, const struct exchange_answer *);

/* Who we are there and what the room is: asked once, told to the writer. Tokens below SLACK_ASKS are of these. */
enum { SLACK_ASK_WHO, SLACK_ASK_ROOM, SLACK_ASK_CODE, SLACK_ASK_ROOMS, SLACK_ASK_USERS, SLACK_ASKS };
void slack_lane_asks(struct slack_lane *, struct exchange *, struct arena *, int64_t now_us);
/* The command that tells it and its body; an empty name: nothing is told. */
struct telling {
	struct str name, body;
};
struct telling slack_lane_hears(struct slack_lane *, struct exchange *, struct arena *, const struct exchange_answer *);
/* What was found out on the way, once. */
struct telling slack_lane_news(struct slack_lane *, struct arena *);

/* --- courier_note.c --- */

/* A letter to a person as a direct message, its first address as a button. SEAL_BROKEN if its tokens do not open. */
enum outcome slack_note_compose(const struct slack_lane *, struct arena *, const struct letter_to_send_row *, struct str *content);

#endif
