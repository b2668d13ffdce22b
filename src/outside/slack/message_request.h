/* What the mentors' room shows of a request, by its state (SLACK.md 4). Pure: facts in, a message without its address out. A request has one
 * message, edited through its life; details, mentions and notes are replies in its thread. */
#ifndef OUTSIDE_SLACK_MESSAGE_REQUEST_H
#define OUTSIDE_SLACK_MESSAGE_REQUEST_H

#include "base/outcome.h"
#include "outside/slack/message_text.h"

enum { SLACK_MENTIONS_MAX = 5, SLACK_DETAIL_PIECES = 3 };

/* action_id of what can be pressed on a request. */
#define SLACK_CLAIM "req_claim"
#define SLACK_PASS "req_pass"
#define SLACK_OPEN "req_open"      /* has an address: acknowledged, nothing else */
#define SLACK_MORE "req_more"      /* the menu: pass, detail, suggest; session, attempt, held, release */
#define SLACK_TURN "req_turn"      /* in somebody's home: answer, session, met, helpful */
#define SLACK_ABSENT "req_absent"  /* … of the session that comes next */

#define SLACK_GO "go_"             /* … and the way on: "go_ask", "go_volunteer", "go_away", "go_report"; its value says it again */

/* What a pressed value says: "r.<id>.<version>" of a button, "pass.<id>" of the menu. It names, it permits nothing. */
struct slack_pressed {
	struct str verb;            /* "r", "pass", "detail", "suggest", "session", "attempt", "held", "release", "answer", "met", "absent", "helpful" */
	int64_t id;                 /* of the request */
	int64_t version;            /* -1 = not said */
};
/* False for anything else. */
bool slack_pressed_read(struct str value, struct slack_pressed *out);

enum slack_state {
	SLACK_STATE_OPEN, SLACK_STATE_RESERVED, SLACK_STATE_DETAIL, SLACK_STATE_CLAIMED, SLACK_STATE_SCHEDULED, SLACK_STATE_HELD,
	SLACK_STATE_WITHDRAWN, SLACK_STATE_MERGED, SLACK_STATE_CLOSED, SLACK_STATE_ERASED
};

struct slack_request {
	struct str language;        /* of the room: the programme's; of a direct message: the reader's */
	enum slack_state state;
	struct str number;          /* "OC-214" */
	int64_t id, version;
	struct str url;             /* its page */
	struct str title;           /* the mentee's words, as all texts here: escaped by who prints them */
	struct str service, skills, spoken, times;    /* words of the programme; empty = not said */
	struct str asker;           /* a name to be shown; empty = "a member" */
	struct str zone;            /* "UTC-6" */
	struct moment asked_at, session_at;
	int64_t waited_us;          /* without pauses: until now, or until it was claimed */
	struct slack_id claimer;    /* linked id; empty = only the name */
	struct str claimer_name;
	int64_t letter;             /* of a reply: the letter that it is */
	bool is_room_public;        /* title and link alone, and no names */
	bool is_aged, was_released, is_escalated, is_late;
};

/* The message of that state. RESERVED: the direct message to the mentor who was asked by name (nothing stands in the room yet).
 * WITHDRAWN and beyond: one sentence, neither title nor buttons. BAD_INPUT: a number, id or address that Slack would not take. */
enum outcome slack_request_print(struct arena *, const struct slack_request *, struct str *out);

/* Replies. Details: the mentee's words in up to SLACK_DETAIL_PIECES pieces, then cut; BAD_INPUT for a public room. Fitting: at most
 * SLACK_MENTIONS_MAX mentions, BAD_INPUT if there are more or none. */
enum outcome slack_details_print(struct arena *, const struct slack_request *, struct str details, struct str *out);
struct slack_fitting {
	const struct slack_id *at;
	size_t count;
	int64_t more;
};
enum outcome slack_fitting_print(struct arena *, const struct slack_request *, const struct slack_fitting *, struct str *out);
/* Still waiting: shown in the room as well. */
enum outcome slack_bump_print(struct arena *, const struct slack_request *, struct str *out);
/* Given back; names nobody. */
enum outcome slack_back_print(struct arena *, const struct slack_request *, struct str *out);

#endif
