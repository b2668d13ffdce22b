/* The mentors' room, looked after by coordinators for as long as Slack does not do what it should (T32). */
#include "access/layout.h"
#include "chat/store_shared.h"
#include "letters/store_shared.h"
#include "programmes/programmes.h"
#include "http/routes.h"
#include "requests/desk.h"
#include "requests/letters_desk.h"
#include "requests/requests.h"
#include "requests/store_slack.h"

#define ROOM_BY_HAND S("room-by-hand")
#define ROOM_BY_SERVER S("room-by-server")

enum { AT_ONCE = 20 };

/* What is open and stands nowhere goes to mentors who fit, by mail. Its post, if it waits, would come after somebody pasted its text. */
static enum outcome
mail_one(struct visit *v, struct request_id request)
{
	int64_t count;

	TRY(letters_cancel_room(v->db, request, v->now, &count));
	TRY(chat_post_drop(v->db, request, &count));
	return desk_write(v, request, S("room-shut"));
}

/* The next ones that stand nowhere, in the order in which they were asked; a second later the same again, until none is left. The subject is the programme,
 * then the last one that was done. */
static enum outcome
do_next(struct visit *v, struct str kind, int64_t subject, enum outcome one(struct visit *, struct request_id))
{
	struct request_id after = { subject == v->programme->id.value ? 0 : subject };
	struct room_lacks_after_rows rows;

	TRY(room_lacks_after(v->db, v->arena, v->programme->id, after, AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(one(v, rows.at[i].request));
	if (rows.count < AT_ONCE)
		return OK;
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = kind,
	    .subject = rows.at[rows.count - 1].request.value, .due_at = moment_plus(v->now, US_PER_SECOND), .now = v->now });
}

/* Somebody may have changed their mind meanwhile: then the rest stays as it is. */
enum outcome
room_by_hand_due(struct visit *v, int64_t subject)
{
	return moment_is_none(v->programme->by_hand_at) ? OK : do_next(v, ROOM_BY_HAND, subject, mail_one);
}

enum outcome
room_by_server_due(struct visit *v, int64_t subject)
{
	return moment_is_none(v->programme->by_hand_at) ? do_next(v, ROOM_BY_SERVER, subject, desk_post_catch_up) : OK;
}

static enum outcome
change(struct visit *v, struct moment since)
{
	TRY(programme_is_by_hand(v, since));
	TRY(event_say(v, moment_is_none(since) ? S("room-by-server") : S("room-by-hand"), &(struct event_facts){ .person = v->who.id }));
	return programme_enter(v, v->programme->id);
}

/* Twice is once. */
enum outcome
room_by_hand(struct visit *v)
{
	struct str path = url_needs_show(v->arena, v->programme->slug);

	if (str_is_empty(programme_room(v, v->programme)))
		return POST_NO_ROOM;
	if (!moment_is_none(v->programme->by_hand_at))
		return visit_see_other(v, path, S("room-by-hand"));
	TRY(change(v, v->now));
	TRY(desk_write_of_room(v, v->now, false));
	TRY(room_by_hand_due(v, v->programme->id.value));
	return visit_see_other(v, path, S("room-by-hand"));
}

enum outcome
room_by_server(struct visit *v)
{
	struct str path = url_needs_show(v->arena, v->programme->slug);
	struct moment since = v->programme->by_hand_at;

	if (moment_is_none(since))
		return visit_see_other(v, path, S("room-by-server"));
	TRY(change(v, (struct moment){ 0 }));
	TRY(room_by_server_due(v, v->programme->id.value));
	TRY(desk_write_of_room(v, since, true));
	return visit_see_other(v, path, S("room-by-server"));
}
