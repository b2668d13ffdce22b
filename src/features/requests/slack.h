/* What the files about Slack share: one call, and whoever makes it. */
#ifndef REQUESTS_SLACK_H
#define REQUESTS_SLACK_H

#include "chat/chat.h"
#include "requests/desk.h"

#define SLACK_REPORT "report"    /* the modal of a concern */

/* One call being answered. work: where it was read; nothing of it outlives the handler. */
struct scene {
	struct visit *v;
	struct arena *work;
	const struct slack_who *who;
	struct str trigger_id, response_url;
	bool is_known;                /* somebody is linked to the account */
	struct str key;               /* of the submission; empty: it is none */
	struct str started;           /* the page of what they began, for after they linked it; empty: none */
};

/* --- slack.c --- */

/* The programme by its short name, and in it whoever acts. NOT_FOUND if there is none. */
enum outcome slack_enter(struct scene *, struct str slug);
/* The same by a request, which becomes the visit's. SIGN_IN_FIRST if nobody is linked. */
enum outcome slack_enter_request(struct scene *, int64_t id);
/* A button of the home was pressed: the modal that it names. A refusal is told where there is an address for it. */
enum outcome slack_go(struct scene *, struct str where);
/* As the guard judges a row of the route table: who are the bits that admit. */
enum outcome slack_may(const struct visit *, unsigned who);
/* The page of the request of the visit; an address of ours for a path. */
struct str slack_page(struct visit *);
struct str slack_url(const struct visit *, struct str path);

/* --- slack_acts.c --- */

/* Each element that was pressed, once. */
enum outcome slack_press_all(struct scene *, const struct slack_interact *);
/* What the one who pressed is told of a refusal. */
enum outcome slack_refusal_of(struct scene *, enum outcome, struct str *out);

/* --- slack_forms.c: forms of the web as modals, and back --- */

/* Opens the modal of an act ("release", "held", "detail", "suggest" …) on the request of the visit. Others: slack_view.h. */
enum outcome slack_open_act(struct scene *, struct str callback_id);
enum outcome slack_submit(struct scene *, const struct slack_view_in *);
/* What can be chosen in a field of a view. */
enum outcome slack_choices(struct scene *, const struct slack_suggestion *, struct str *out);

/* --- slack_lists.c --- */

/* "/mentoring …": an answer that only its caller sees. */
enum outcome slack_tell(struct scene *, struct str words, struct str *out);
/* Open requests of v->programme that fit the visitor, a mentor; at most so many, each row with how many there are. */
enum outcome slack_find_fitting(struct visit *, size_t most, struct queue_open_rows *out);

/* --- slack_home.c --- */

enum outcome slack_show_home(struct scene *, const struct slack_event *);
/* What waits for the visitor, as an answer that only they see. */
enum outcome slack_tell_now(struct scene *, struct str *out);
/* The homes of those whom a request concerns follow what happened to it. */
enum outcome desk_homes(struct visit *, struct request_id);

/* --- slack_unfurl.c --- */

/* Links of ours that were posted in the mentors' room say what they are about. */
enum outcome slack_show_links(struct scene *, const struct slack_event *);

/* --- slack_room.c --- */

/* The message of a request in the mentors' room follows what happened to it. */
enum outcome desk_post(struct visit *, struct request_id, struct str event);
/* A coordinator takes it out with its thread, and nothing puts it back by itself: POST_NOT_THERE. Or has it posted anew, in the programme's
 * room: REQUEST_NOT_OPEN for a request that is over, POST_NO_ROOM. */
enum outcome desk_post_take_out(struct visit *, struct request_id);
enum outcome desk_post_again(struct visit *, struct request_id);

#endif
