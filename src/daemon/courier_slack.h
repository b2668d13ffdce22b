/* The Slack lane: letters on their way there, one call after another, and what its answers mean. */
#ifndef DAEMON_COURIER_SLACK_H
#define DAEMON_COURIER_SLACK_H

#include "daemon/courier.h"
#include "outside/slack/client_pace.h"
#include "outside/slack/message_text.h"


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
enum { SLACK_STOPPED_SECONDS = 600, SLACK_TS_MAX = 24, SLACK_CURSOR_MAX = 200, SLACK_LOST_MOST = 2, SLACK_ROOMS_SHUT = 8, SLACK_NEWS_MAX = 200, SLACK_TOKEN_MAX = 255, SLACK_SCOPES_MAX = 255 };

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
	struct letter_id looker;      /* whose message is being looked for */
	int64_t looks_until_us;       /* … and no other until then */
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
	char scopes[SLACK_SCOPES_MAX + 1];    /* what the token may, of what we know; empty: nobody said */
	const struct clock *clock;
};

/* How far one letter is: some take two calls. */
struct slack_step {
	enum slack_method method;     /* under way */
	bool has_looked;              /* an earlier answer was lost: the room was looked at */
	struct { char cursor[SLACK_CURSOR_MAX + 1]; int calls; size_t size; } look;    /* how far: of the next page, calls so far, which size of page */
	char stands[SLACK_TS_MAX + 1];    /* … and there it stands, with words that are no longer so */
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
struct verdict slack_lane_send(struct slack_lane *, const struct slack_send *);
struct verdict slack_lane_judge(struct slack_lane *, struct arena *, const struct letter_to_send_row *, struct slack_step *, const struct exchange_answer *);

/* Slack's word that the token is no longer good. */
void slack_lane_stops(struct slack_lane *, struct str error);

/* --- courier_who.c --- */

/* Who we are there, what we may, what the room is: told to the writer when it is news. Tokens below SLACK_ASKS are of these. */
enum { SLACK_ASK_WHO, SLACK_ASK_ROOM, SLACK_ASK_CODE, SLACK_ASK_ROOMS, SLACK_ASK_USERS, SLACK_ASKS };
void slack_lane_asks(struct slack_lane *, struct exchange *, struct arena *, int64_t now_us);
/* The command that tells it and its body; an empty name: nothing is told. */
struct telling {
	struct str name, body;
};
struct telling slack_lane_hears(struct slack_lane *, struct exchange *, struct arena *, const struct exchange_answer *);
/* What was found out on the way, once. */
struct telling slack_lane_news(struct slack_lane *, struct arena *);

/* --- courier_look.c: after an answer that was lost (SLACK.md 6) --- */

/* True, and *out says for how long: whether the room may be read is not known yet, or another message is being looked for. */
bool slack_look_waits(struct slack_lane *, struct arena *, const struct letter_to_send_row *, const struct slack_step *, struct verdict *out);
/* Whether the room is to be looked at first for a message that may stand there already. Only with the permission to read it, and once a try. */
bool slack_look_is_due(const struct slack_lane *, struct arena *, const struct letter_to_send_row *, const struct slack_step *);
bool slack_is_look(enum slack_method);
void slack_look_compose(const struct letter_to_send_row *, struct arena *, struct slack_step *, struct slack_call *);
/* False for an answer after which it is to be looked again. */
bool slack_look_is_heard(const struct slack_verdict *, const struct exchange_answer *);
/* What the room said: FATE_SENT where it stands as it should, FATE_AGAIN where more is to be done, FATE_REFUSED where nothing more may be. */
struct verdict slack_look_heard(struct slack_lane *, struct arena *, const struct letter_to_send_row *, struct slack_step *, const struct exchange_answer *);

/* --- courier_note.c --- */

/* A letter to a person as a direct message, its first address as a button. SEAL_BROKEN if its tokens do not open. */
enum outcome slack_note_compose(const struct slack_lane *, struct arena *, const struct letter_to_send_row *, struct str *content);

#endif
