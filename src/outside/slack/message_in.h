/* What Slack sends: commands, presses and modals, questions for options, events. Pure and bounded: whatever is not exactly what is read here
 * (wrong types, ids of another shape, a name twice, too deep, too many things) is BAD_REQUEST, and nothing of it is believed. What is
 * read says who and what; whether they may is asked of the database. Texts live in the arena or are views of the body.
 * An arena of SLACK_IN_ARENA holds whatever SLACK_BODY_MAX bytes can become. */
#ifndef OUTSIDE_SLACK_MESSAGE_IN_H
#define OUTSIDE_SLACK_MESSAGE_IN_H

#include <stdbool.h>

#include "base/outcome.h"
#include "outside/slack/message_signature.h"
#include "outside/slack/message_text.h"

enum {
	SLACK_IN_ARENA = 8 << 20, SLACK_IN_ITEMS = 20000,      /* values of JSON */
	SLACK_IN_WORDS = 12000, SLACK_IN_TOKEN = 512, SLACK_IN_URL = 3000, SLACK_IN_LINKS = 20
};

struct slack_who {
	struct slack_id team, user;     /* both are there */
	struct str api_app_id;          /* empty where Slack does not say */
	struct str name;                /* what they are called there, for a first greeting; tells nobody from anybody. May be empty */
};

/* POST /slack/command */
struct slack_command {
	struct slack_who who;
	struct str command;             /* "/mentor" */
	struct str text;                /* what was typed behind it, Slack's escapes undone: plain text */
	struct slack_id channel;
	struct str trigger_id, response_url;
	bool is_probe;                  /* ssl_check: answer 200, nothing else is there */
};
enum outcome slack_command_read(struct arena *, struct str body, struct slack_command *out);

/* POST /slack/interact */
enum slack_interact_kind { SLACK_ACTIONS, SLACK_SUBMISSION, SLACK_CLOSED, SLACK_SHORTCUT, SLACK_MESSAGE_SHORTCUT };

struct slack_action {
	struct str block_id, action_id, type, action_ts;
	struct str_list values;         /* of a button one or none; of a menu what is chosen */
};
/* An element of the view and what stands in it: none, one or several. */
struct slack_answer {
	struct str block_id, action_id, type;
	struct str_list values;
};
struct slack_view_in {
	struct str id, hash, callback_id, private_metadata, type;
	struct slack_answer *answers;
	size_t answer_count;
	struct str_list inputs;         /* block_id of each input block, in order: the keys that `errors` may have */
};
struct slack_interact {
	enum slack_interact_kind kind;
	struct slack_who who;
	struct str callback_id;         /* of the shortcut */
	struct str trigger_id, response_url;
	struct slack_id channel;        /* of the message; empty in modals and at home */
	struct str message_ts, permalink;
	struct slack_action *actions;   /* every one of them */
	size_t action_count;
	struct slack_view_in view;      /* id empty = none */
};
enum outcome slack_interact_read(struct arena *, struct str body, struct slack_interact *out);

/* POST /slack/options */
struct slack_suggestion {
	struct slack_who who;
	struct str block_id, action_id, typed;
	struct slack_view_in view;
};
enum outcome slack_options_read(struct arena *, struct str body, struct slack_suggestion *out);

/* POST /slack/events */
enum slack_event_kind {
	SLACK_EVENT_VERIFY,             /* answer 200 with the challenge as text */
	SLACK_EVENT_HOME, SLACK_EVENT_LINK, SLACK_EVENT_UNINSTALLED, SLACK_EVENT_REVOKED, SLACK_EVENT_JOINED,
	SLACK_EVENT_UNKNOWN             /* answer 200, log the type */
};
struct slack_event {
	enum slack_event_kind kind;
	struct str challenge;
	struct str event_id, type;
	struct slack_id team, user, channel;    /* user: who opened, posted, joined; empty where nobody did */
	struct str api_app_id;
	bool is_bot;                    /* a bot did it: nothing is done */
	bool is_home;                   /* HOME: the tab is the home, not the messages */
	struct slack_view_in view;      /* HOME: what stands there now; id empty = nothing yet */
	struct str message_ts, unfurl_id, source;    /* LINK; source "composer": not posted yet */
	struct str_list links;          /* LINK: at most SLACK_IN_LINKS */
	bool is_bot_token;              /* REVOKED: a bot's token is among them */
};
enum outcome slack_event_read(struct arena *, struct str body, struct slack_event *out);

#endif
