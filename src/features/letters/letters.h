/* The outbox (TRUST.md 5.7): whoever changes something writes down, in the same transaction, what people are to be told. A letter holds
 * every value that it shows; it is put into words once, at the first try, so that a retry has the same key and the same bytes. */
#ifndef LETTERS_LETTERS_H
#define LETTERS_LETTERS_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"
#include "forms/say_moment.h"
#include "secrets/letter_seal.h"
#include "secrets/seal.h"

struct arena;
struct db;
struct random;

enum letter_kind {
#define LETTER(id, name, topic, haste, flag, lives_h, fields) LETTER_##id,
#include "letters/letters.def"
#undef LETTER
	LETTER_KINDS
};

enum letter_topic { TOPIC_OWN, TOPIC_CLAIMS, TOPIC_FITTING, TOPIC_SESSIONS, TOPIC_DESK, TOPIC_NEEDS, TOPIC_GROUP, TOPIC_ACCOUNT, TOPIC_ROOM, TOPIC_DAILY, TOPIC_POSTS, TOPICS };    /* from ACCOUNT on nobody chooses a channel; DAILY: all that comes once a day, for the link that stops it */
enum letter_flag { LETTER_FLAG_NONE, LETTER_FLAG_STALE, LETTER_FLAG_SURE };

struct letter_sort {
	struct str id, name;
	enum letter_topic topic;
	enum letter_haste haste;
	enum letter_flag flag;
	int64_t lives_hours;
	struct str fields;            /* names with a blank between */
};
/* What every text may show; of a kind beside them its own. */
extern const struct str letter_common_fields;
const struct letter_sort *letter_sort(enum letter_kind);
/* By "L04"; NULL if there is none. */
const struct letter_sort *letter_sort_called(struct str id);
struct str topic_name(enum letter_topic);     /* "own": as stored */
struct str topic_words(enum letter_topic);    /* for people, to be said */
/* In that language: a kind as its row names it, what became of a letter, by what it goes. */
struct str letter_kind_words(struct str language, struct str kind);
struct str letter_state_words(struct str language, enum letter_state), letter_channel_words(struct str language, enum letter_channel);
/* Whether programmes word it: not what is the operator's, nor the message of a request, which has buttons. */
bool letter_is_worded(const struct letter_sort *);

/* What writing a letter takes. Borrowed for the call. */
struct letter_desk {
	struct db *db;
	struct arena *arena;
	const struct random *random;
	const struct letter_seal_key *courier;    /* whom tokens are sealed to */
	struct str base_url;
	struct str language;          /* of who chose none */
	struct moment now;
};

/* Somebody as a recipient, and how they want to hear of that topic. NOT_FOUND if there is no such person. */
struct letter_reader {
	struct person_id id;
	struct str name, email, zone, language;    /* language: what they chose, else the server's */
	enum letter_choice_channel channel;
	bool is_daily;                /* of what can wait: one mail a day */
	struct str chat_user;         /* in the workspace that the app is in; empty: not linked there */
	int64_t quiet_from, quiet_to, digest_hour;
	struct moment paused_until_at, refused_at;
	int64_t written_today;        /* letters of the last 24 hours that could have waited */
};
enum outcome letter_reader_find(const struct letter_desk *, struct person_id, enum letter_topic, struct letter_reader *out);
/* How moments are written to them; the channel that they did not choose, if they have it, Slack for mail and mail for Slack, else theirs. */
struct say_place letter_place(const struct letter_reader *); enum letter_choice_channel letter_other_channel(const struct letter_reader *);

enum { LETTER_FIELDS_MAX = 60, LETTER_FIELD_BYTES = 4000, LETTERS_A_DAY = 6, DIGEST_HOUR = 8, LETTERS_CARRIED_MOST = 20, LETTER_SECRETS_MAX = 4, LETTER_HOLD_SECONDS = 60 };

/* A value that a text may show. A link that acts carries its token apart: only the courier may put the two together. */
struct letter_field {
	const char *name;
	struct str value;             /* at most LETTER_FIELD_BYTES; control bytes but line ends are dropped */
	struct str token;             /* of an address that acts; printed behind value */
};

struct letter_wish {
	struct letter_id id;          /* fresh */
	enum letter_kind kind;
	struct programme_id programme;    /* none: of the whole server */
	struct request_id request;
	const struct letter_reader *reader;
	struct letter_field fields[LETTER_FIELDS_MAX];
	size_t field_count;
	int64_t delay_us;             /* at least so long from now */
	struct moment expires_at;     /* none: as the kind says */
	bool is_draft;                /* leaves when somebody says so (draft.h), not before */
};

void letter_wish_add(struct letter_wish *, const char *name, struct str value);
/* An address of ours that ends with a token: it is stored sealed to the courier. */
void letter_wish_add_link(struct letter_wish *, const char *name, struct str address, struct str token);

/* True if a text of that kind may show it: what a kind must not say is not stored with it either. */
bool letter_may_show(const struct letter_sort *, struct str field, bool is_address);

/* Writes it with the values that its kind may show, unless the reader wants none of that topic (and the kind may be stopped) or their address was refused. */
enum outcome letter_put(const struct letter_desk *, const struct letter_wish *);

/* Posts it into a room: words with a button, not to anybody. The wish has no reader; it says until when it is worth sending. */
enum outcome letter_put_post(const struct letter_desk *, const struct letter_wish *, struct str room);

/* What Slack is asked to do with a room, a message or a view: finished JSON, sent as it is. */
struct letter_act_wish {
	struct letter_id id;          /* fresh */
	enum letter_act act;
	struct str kind;              /* "L02"; "chat" for what is no letter of letters.def */
	struct str subject;           /* for lists */
	struct programme_id programme;
	struct request_id request;
	struct person_id person;
	struct str address;           /* a room, a user, a response_url */
	struct str target, body, instead;    /* as in schema/0016_slack.sql */
	struct str order;             /* those of one order leave one after the other; empty: alone */
	enum letter_haste haste;
	bool goes_stale;
	struct moment not_before_at;  /* none: at once */
	struct moment expires_at;
};
enum outcome letter_put_act(const struct letter_desk *, const struct letter_act_wish *);

/* One with samples for values, to whoever words that kind; fields: JSON. */
struct letter_test {
	struct letter_id id;
	const struct letter_sort *sort;
	struct programme_id programme;
	const struct letter_reader *reader;
	struct str fields;
};
enum outcome letter_put_test(const struct letter_desk *, const struct letter_test *);

/* Since when mail does not leave; none: it does. For pages, which say so (F190). */
enum outcome mail_down_since(struct db *, struct arena *, struct moment *out);

/* Drops letters about a request that nobody holds yet: those of one kind, or all that have gone stale. *count: how many. */
enum outcome letters_drop_kind(const struct letter_desk *, struct request_id, enum letter_kind, int64_t *count);
enum outcome letters_drop_stale(const struct letter_desk *, struct request_id, int64_t *count);

#define LETTER_ROOM_CHANNEL S("slack-room:")    /* with a room's id behind it, as a channel is called that may be down */

#endif
