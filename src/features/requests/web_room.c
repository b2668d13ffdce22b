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

enum { CAUGHT_UP_MOST = 200 };

/* What is open and stands nowhere goes to mentors who fit, by mail. Its post, if it waits, would come after somebody pasted its text. */
static enum outcome
mail_waiting(struct visit *v)
{
	struct room_lacks_rows rows;
	int64_t count;

	TRY(room_lacks(v->db, v->arena, v->programme->id, CAUGHT_UP_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		TRY(letters_cancel_room(v->db, rows.at[i].request, v->now, &count));
		TRY(chat_post_drop(v->db, rows.at[i].request, &count));
		TRY(desk_write(v, rows.at[i].request, S("room-shut")));
	}
	return OK;
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
	TRY(mail_waiting(v));
	return visit_see_other(v, path, S("room-by-hand"));
}

enum outcome
room_by_server(struct visit *v)
{
	struct str path = url_needs_show(v->arena, v->programme->slug);
	struct moment since = v->programme->by_hand_at;
	struct room_lacks_rows rows;

	if (moment_is_none(since))
		return visit_see_other(v, path, S("room-by-server"));
	TRY(change(v, (struct moment){ 0 }));
	TRY(room_lacks(v->db, v->arena, v->programme->id, CAUGHT_UP_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(desk_post_catch_up(v, rows.at[i].request));
	TRY(desk_write_of_room(v, since, true));
	return visit_see_other(v, path, S("room-by-server"));
}
