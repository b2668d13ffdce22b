/* The page about Slack: whether it works, how the app is connected, and taking it off again. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "chat/chat.h"
#include "chat/oauth.h"
#include "chat/pages.h"
#include "chat/store.h"
#include "chat/views.h"
#include "http/routes.h"
#include "letters/store_shared.h"
#include "outside/slack/message_manifest.h"

enum { CHANNELS_MOST = 30 };

/* A row as it is read: a method, a room by its name, or the row's own. */
static enum outcome
what_stands(struct visit *v, struct str name, struct str *out)
{
	struct chat_room_of_row room = { .name = S("") };
	enum outcome said;

	*out = str_starts(name, S("slack:")) ? str_skip(name, S("slack:").length) : name;
	if (!str_starts(name, LETTER_ROOM_CHANNEL))
		return OK;
	name = str_skip(name, LETTER_ROOM_CHANNEL.length);
	said = chat_room_of(v->db, v->arena, name, &room);
	*out = str_join(v->arena, 2, (struct str[]){ S("The mentors' room "), str_is_empty(room.name) ? name : room.name });
	return said == NOT_FOUND ? OK : said;
}

/* Rows of what stands still, without the lane as a whole and what the page tells otherwise. */
static enum outcome
find_still(struct visit *v, struct chat_admin_view *view)
{
	struct channels_now_rows rows;

	TRY(channels_now(v->db, v->arena, CHANNELS_MOST, &rows));
	view->still.at = ARENA_MANY(v->arena, rows.count + 1, struct chat_still);
	for (size_t i = 0; i < rows.count; i++) {
		const struct channels_now_row *row = &rows.at[i];

		if (!row->is_down || !str_starts(row->name, S("slack")))
			continue;
		if (str_equal(row->name, CHAT_TOKEN_CHANNEL)) {
			view->stopped_at = row->since_at;
			view->why = row->trouble;
			continue;
		}
		TRY(what_stands(v, row->name, &view->still.at[view->still.count].what));
		view->still.at[view->still.count].why = row->trouble;
		view->still.at[view->still.count++].since_at = row->since_at;
	}
	return OK;
}

/* "a, b": so that a narrow page can break the line. */
static struct str
with_blanks(struct arena *arena, struct str list)
{
	struct buf out = buf_new(arena, 2 * list.length + 1);

	for (size_t i = 0; i < list.length; i++) {
		buf_char(&out, list.at[i]);
		if (list.at[i] == ',')
			buf_char(&out, ' ');
	}
	return buf_str(&out);
}

static enum outcome
find_install(struct visit *v, struct chat_admin_view *view)
{
	struct slack_manifest manifest = { .name = S(""), .has_history = v->server->slack_has_history };
	struct chat_installed_in_rows rows;

	TRY(chat_installed_in(v->db, v->arena, 1, &rows));
	if (rows.count == 0)
		return OK;
	view->team = rows.at[0].team;
	view->installed_at = rows.at[0].installed_at;
	view->has_sealed = rows.at[0].sealed.length > 0;
	view->is_connected = (view->has_sealed || view->has_token) && moment_is_none(view->stopped_at);
	view->was_connected = view->has_sealed || !moment_is_none(view->stopped_at);
	if (!str_is_empty(rows.at[0].scopes))
		view->missing = with_blanks(v->arena, slack_scopes_missing(v->arena, &manifest, rows.at[0].scopes));
	return OK;
}

static enum outcome
find_asked(struct visit *v, struct chat_admin_view *view)
{
	struct chat_oauth_newest_rows rows;

	TRY(chat_oauth_newest(v->db, v->arena, 1, &rows));
	if (rows.count == 0 || rows.at[0].state == CHAT_OAUTH_STATE_DONE)
		return OK;
	view->is_asking = rows.at[0].state == CHAT_OAUTH_STATE_WAITING && moment_is_after(rows.at[0].expires_at, v->now);
	if (!view->is_asking)
		view->failed = str_is_empty(rows.at[0].trouble) ? S("no answer") : rows.at[0].trouble;
	return OK;
}

enum outcome
chat_admin_show(struct visit *v)
{
	struct chat_admin_view view = { .has_secret = !str_is_empty(v->server->slack_secrets), .has_client = !str_is_empty(v->server->slack_client_id),
		.has_token = v->server->has_slack_token, .room = v->server->slack_room, .missing = S(""), .failed = S(""), .team = S(""), .why = S("") };
	struct page page;

	TRY(find_still(v, &view));
	TRY(find_install(v, &view));
	TRY(find_asked(v, &view));
	if (view.has_client && !view.has_token)    /* a token of the settings is the other way */
		view.address = v->who.is_fresh ? chat_oauth_address(v) : url_chat_admin_connect(v->arena);
	v->reply->carries_token = v->who.is_fresh;
	page = visit_page(v);
	page_chat_admin(&page, &view);
	return OK;
}

/* The row asks for a fresh proof; with it the page leads to Slack. */
enum outcome
chat_admin_connect(struct visit *v)
{
	return visit_see_other(v, url_chat_admin_show(v->arena), S(""));
}

enum outcome
chat_admin_disconnect(struct visit *v)
{
	struct chat_installed_in_rows rows;
	int64_t changed;

	TRY(chat_installed_in(v->db, v->arena, 1, &rows));
	if (rows.count == 0 || rows.at[0].sealed.length == 0)
		return visit_see_other(v, url_chat_admin_show(v->arena), S(""));    /* pressed twice */
	TRY(chat_install_forget(v->db, rows.at[0].team, &changed));
	TRY(chat_install_stop(v->db, rows.at[0].team, S("disconnected"), v->now, &changed));
	TRY(channel_says(v->db, CHAT_TOKEN_CHANNEL, true, v->now, S("disconnected"), &changed));
	TRY(chat_letters_go_by_mail(v->db, v->now, &changed));
	TRY(event_say(v, S("chat-disconnected"), &(struct event_facts){ .detail = rows.at[0].team }));
	return visit_see_other(v, url_chat_admin_show(v->arena), S("slack-disconnected"));
}
