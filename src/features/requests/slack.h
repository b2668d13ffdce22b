/* What the files about Slack share: one call, and whoever makes it. */
#ifndef REQUESTS_SLACK_H
#define REQUESTS_SLACK_H

#include "chat/chat.h"
#include "requests/desk.h"

/* One call being answered. work: where it was read; nothing of it outlives the handler. */
struct scene {
	struct visit *v;
	struct arena *work;
	const struct slack_who *who;
	struct str trigger_id, response_url;
	bool is_known;                /* somebody is linked to the account */
};

/* --- slack.c --- */

/* The programme by its short name, and in it whoever acts. NOT_FOUND if there is none. */
enum outcome slack_enter(struct scene *, struct str slug);
/* The same by a request, which becomes the visit's. SIGN_IN_FIRST if nobody is linked. */
enum outcome slack_enter_request(struct scene *, int64_t id);
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

/* Opens the modal of an act ("release", "held", "detail", "suggest") on the request of the visit. */
enum outcome slack_open_act(struct scene *, struct str callback_id);
/* Opens *Ask for a mentor* or *Become a mentor* in v->programme; words: what was typed already. */
enum outcome slack_open_ask(struct scene *, struct str title, struct str details);
enum outcome slack_open_volunteer(struct scene *);
/* With several programmes: which of them? */
enum outcome slack_open_which(struct scene *, struct str next, struct str words);
enum outcome slack_submit(struct scene *, const struct slack_view_in *);
/* What can be chosen in a field of a view. */
enum outcome slack_choices(struct scene *, const struct slack_suggestion *, struct str *out);

/* --- slack_lists.c --- */

/* "/mentoring …": an answer that only its caller sees. */
enum outcome slack_tell(struct scene *, struct str words, struct str *out);
enum outcome slack_show_home(struct scene *, const struct slack_event *);

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
