/* Calling Slack, through system/exchange.h: for the courier alone. A call is printed and started; its answer, whenever it comes, is one
 * verdict. Nothing waits here, nothing is kept. */
#ifndef OUTSIDE_SLACK_CLIENT_H
#define OUTSIDE_SLACK_CLIENT_H

#include "base/outcome.h"
#include "http/request.h"
#include "system/exchange.h"

enum slack_method {
#define SLACK_METHOD(name, path, minute, how, again) SLACK_CALL_##name,
#include "outside/slack/methods.def"
#undef SLACK_METHOD
	SLACK_METHODS
};
struct str slack_method_path(enum slack_method);
int slack_method_minute(enum slack_method);      /* calls a minute of its tier */

struct slack_server {
	struct str api_url;         /* the setting slack_api_url, with its slash */
	struct str token;           /* of the bot */
};

enum { SLACK_LIMIT_MS = 10000, SLACK_EXPRESS_MS = 1500, SLACK_ARGUMENTS = 8 };

/* Where it goes is said apart from what is said: the content was printed before anybody knew the ts of its parent. */
struct slack_call {
	enum slack_method method;
	struct pair arguments[SLACK_ARGUMENTS];    /* "channel", "ts", "thread_ts", "user", "users", "trigger_id", "view_id", "hash" …; empty values are left out */
	struct str content;         /* JSON calls: an object whose members are sent, too; empty = none */
	struct str view;            /* JSON calls: the value of the member "view"; empty = none */
	struct str response_url;    /* RESPONSE alone */
	bool is_express;            /* a modal is waited for: SLACK_EXPRESS_MS instead of SLACK_LIMIT_MS */
};

/* The body of a call; "" with BAD_INPUT if content is no object or too long. */
enum outcome slack_call_print(struct arena *, const struct slack_call *, struct str *out);
/* Starts it. BAD_INPUT as above; FORBIDDEN for a response_url that is not Slack's: https://hooks.slack.com/, or the very server of api_url where
 * that is not Slack itself; TOO_MANY as exchange says. oauth.v2.access and RESPONSE go without our token. */
enum outcome slack_start(const struct exchange *, struct arena *, const struct slack_server *, const struct slack_call *, uint64_t token);

enum slack_fate {
#define SLACK_FATE(name, words) SLACK_##name,
#define SLACK_ERROR(error, name)
#include "outside/slack/errors.def"
#undef SLACK_FATE
#undef SLACK_ERROR
	SLACK_FATES
};
struct str slack_fate_name(enum slack_fate);     /* "TOKEN_DEAD" */
struct str slack_fate_words(enum slack_fate);    /* for the delivery log */

struct slack_verdict {
	enum slack_fate fate;
	int64_t after_seconds;      /* LIMITED: how long the method waits */
	struct str error;           /* what Slack called it: a word; empty = none */
	/* SENT: what the answer names; empty where it does not */
	struct str ts, channel, user, team, app_id, bot_user, view_id, view_hash, email, token, scopes, zone, name;    /* scopes: also of auth.test; name: of a room */
	bool is_private, is_member, is_archived, is_deleted, is_bot, is_unconfirmed;    /* conversations.info, users.info; UNCONFIRMED: Slack says that the address is not */
};

enum { SLACK_LIMITED_SECONDS = 30, SLACK_LIMITED_MAX = 3600 };    /* when Retry-After is missing; what is believed of it */

void slack_verdict(struct arena *, enum slack_method, const struct exchange_answer *, struct slack_verdict *out);

/* --- client_history.c --- */

/* What the metadata of a message name it by. number: which of its versions. */
struct slack_mark {
	struct str type, id;
	int64_t number;
};
/* Of finished JSON; false: it carries none. */
bool slack_mark_read(struct arena *, struct str content, struct slack_mark *out);
/* A page of conversations.history or conversations.replies. */
struct slack_found {
	struct str ts;              /* of the newest message of that type and id; empty = not among them */
	int64_t number;             /* its own */
	struct str cursor;          /* what the next page is asked with; empty = this was the last */
};
void slack_history_find(struct arena *, struct str body, const struct slack_mark *, struct slack_found *out);

/* Seconds until the next attempt after so many failed ones (1 and up): 2, 10, 60, 300, 900, then hourly. The caller shakes them (±20 %). */
int64_t slack_retry_seconds(int64_t tries);

#endif
