/* Slack takes nothing any more, or one room does not: who is told, and what happens to what waits (SLACK.md 10). Told once, when it begins. */
#include "chat/chat.h"

#include "access/layout.h"
#include "chat/store.h"
#include "forms/say.h"
#include "http/routes.h"
#include "system/log.h"

enum { TOLD_MOST = 20, PUT_OFF_MINUTES = 11 };    /* the last: for as long as the courier puts off what stands still */

/* What is written to each of them. */
struct notice {
	const char *channel, *what;   /* what to do */
	struct str why, path;
};

static enum outcome
tell(struct visit *v, const struct notice *notice, struct person_id person)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L49 };
	struct letter_reader reader;
	enum outcome said = letter_reader_find(&desk, person, TOPIC_DESK, &reader);

	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	reader.channel = LETTER_CHOICE_CHANNEL_MAIL;    /* not by what does not work */
	reader.chat_user = S("");
	wish.reader = &reader;
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "channel", say(reader.language, notice->channel));
	letter_wish_add(&wish, "since", say_moment(v->arena, letter_place(&reader), v->now, v->now));
	letter_wish_add(&wish, "why", notice->why);
	letter_wish_add(&wish, "what", say(reader.language, notice->what));
	letter_wish_add(&wish, "link", str_join(v->arena, 2, (struct str[]){ v->server->base_url, notice->path }));
	return letter_put(&desk, &wish);
}

static enum outcome
tell_admins(struct visit *v, struct str why)
{
	struct notice notice = { .channel = N_("Slack"), .why = why, .path = url_chat_admin_show(v->arena),
		.what = N_("connect the app anew on the page below, or set a token that is good and start the server again") };
	struct admins_rows rows;

	TRY(admins(v->db, v->arena, TOLD_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(tell(v, &notice, rows.at[i].person));
	return OK;
}

enum outcome
chat_stops(struct visit *v, struct str why, bool *is_news)
{
	struct chat_installed_in_rows rows;
	int64_t changed;

	TRY(chat_channel_falls(v->db, CHAT_TOKEN_CHANNEL, v->now, why, &changed));
	*is_news = changed > 0;
	if (!*is_news)
		return OK;    /* it was told before, or to the other writer */
	LOG(LOG_ERROR, "slack-stopped", LOG_TEXT("why", why));
	TRY(chat_installed_in(v->db, v->arena, 1, &rows));
	if (rows.count > 0)
		TRY(chat_install_stop(v->db, rows.at[0].team, why, v->now, &changed));
	TRY(chat_letters_go_by_mail(v->db, v->now, &changed));
	return tell_admins(v, why);
}

enum outcome
chat_hurry(struct visit *v)
{
	int64_t changed;

	return chat_letters_hurry(v->db, v->now, moment_plus(v->now, PUT_OFF_MINUTES * US_PER_MINUTE), &changed);
}

enum outcome
chat_goes_on(struct visit *v)
{
	int64_t changed;

	TRY(chat_kinds_go_on(v->db, v->now, &changed));
	TRY(chat_hurry(v));
	return chat_channel_rises(v->db, CHAT_TOKEN_CHANNEL, v->now, S("it is good again"), &changed);
}

enum outcome
chat_is_put_out(struct visit *v, struct str why, bool *is_news)
{
	struct chat_installed_in_rows rows;
	int64_t changed;

	TRY(chat_installed_in(v->db, v->arena, 1, &rows));
	if (rows.count > 0)
		TRY(chat_install_forget(v->db, rows.at[0].team, &changed));
	return chat_stops(v, why, is_news);
}

enum outcome
chat_room_breaks(struct visit *v, struct str room, struct str why, bool *is_news)
{
	struct notice notice = { .channel = N_("The mentors' room in Slack"), .why = why, .path = url_home_show(v->arena),
		.what = N_("invite the bot to the room, or have another room set; until then fitting mentors get requests by mail") };
	struct coordinators_of_room_rows rows;
	int64_t changed;

	TRY(chat_channel_falls(v->db, str_join(v->arena, 2, (struct str[]){ LETTER_ROOM_CHANNEL, room }), v->now, why, &changed));
	*is_news = changed > 0;
	if (!*is_news)
		return OK;
	TRY(coordinators_of_room(v->db, v->arena, room, v->server->slack_room, TOLD_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(tell(v, &notice, rows.at[i].person));
	return OK;
}

enum outcome
chat_room_mends(struct visit *v, struct str room)
{
	int64_t changed;

	TRY(chat_room_is_fine(v->db, str_join(v->arena, 2, (struct str[]){ LETTER_ROOM_CHANNEL, room }), &changed));
	return changed > 0 ? chat_hurry(v) : OK;
}
