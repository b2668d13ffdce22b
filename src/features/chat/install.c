/* What the courier found out about the workspace, rooms, accounts and the token, as its commands to the writer. Bodies are words with a blank between:
 *   slack-install TEAM APP BOT SCOPES    the token is good; "-" for what Slack did not say
 *   slack-user TEAM USER EMAIL           "-": Slack knows none, or none that they confirmed
 *   slack-room CHANNEL PRIVATE MEMBER NAME    1 or 0
 *   slack-connected ID TEAM APP BOT SCOPES SEALED   the code of the consent ID became a token, which the courier alone opens; hexadecimal
 *   slack-unconnected ID WHY             it did not */
#include "chat/chat.h"

#include "access/tap.h"
#include "base/arena.h"
#include "chat/store.h"
#include "http/routes.h"
#include "people/people.h"
#include "secrets/letter_seal.h"

enum { SEALED_LEAST = LETTER_SEAL_OVERHEAD, ROOM_NAME_BYTES = 240 };    /* Slack allows a room's name 80 characters */

static struct str
next_word(struct str *rest)
{
	struct str word;

	return str_next(rest, ' ', &word) && !str_equal(word, S("-")) ? word : S("");
}

enum outcome
chat_installed(struct visit *v)
{
	struct str rest = v->request->body, team = next_word(&rest), app = next_word(&rest), bot = next_word(&rest), scopes = next_word(&rest);
	int64_t changed;

	if (str_is_empty(team))
		return BAD_REQUEST;
	TRY(chat_install_only(v->db, team, &changed));
	TRY(chat_install_set(v->db, &(struct chat_install_set_values){
	    .team = team, .app = app, .bot_user = bot, .scopes = scopes, .now = v->now }, &changed));
	return chat_goes_on(v);
}

enum outcome
chat_room_is(struct visit *v)
{
	struct str rest = v->request->body, channel = next_word(&rest), is_private = next_word(&rest), is_member = next_word(&rest), name = next_word(&rest);
	int64_t changed;

	return chat_room_set(v->db, &(struct chat_room_set_values){ .channel = channel, .is_private = str_equal(is_private, S("1")),
	    .is_member = str_equal(is_member, S("1")), .name = str_head(name, ROOM_NAME_BYTES), .now = v->now }, &changed);
}

/* Exactly that address, case folded, or nobody: never a part of it (SLACK.md 8). Who has an account there already keeps it. */
enum outcome
chat_user_is(struct visit *v)
{
	struct str rest = v->request->body, team = next_word(&rest), user = next_word(&rest), email = next_word(&rest);
	struct person_id person;
	enum outcome said;
	int64_t changed;

	TRY(chat_lookup_end(v->db, team, user, v->now, &changed));
	if (changed == 0 || str_is_empty(email) || !v->server->slack_links_by_email)
		return OK;
	said = person_by_email(v, email, &person);
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	TRY(visitor_as(v, person));
	said = chat_link_to(v, team, user);
	return said == STALE ? OK : said;
}

static int
digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Empty for what is no blob. */
static struct str
blob_of(struct arena *arena, struct str text)
{
	char *out = arena_take(arena, text.length / 2 + 1);

	if (text.length % 2 != 0 || text.length / 2 <= SEALED_LEAST)
		return S("");
	for (size_t i = 0; i < text.length; i += 2) {
		int high = digit(text.at[i]), low = digit(text.at[i + 1]);

		if (high < 0 || low < 0)
			return S("");
		out[i / 2] = (char)(high << 4 | low);
	}
	return (struct str){ out, text.length / 2 };
}

/* Another workspace's accounts are nobody here: its row is the only one from now on. */
enum outcome
chat_connected(struct visit *v)
{
	struct str rest = v->request->body, id = next_word(&rest), team = next_word(&rest), app = next_word(&rest), bot = next_word(&rest);
	struct str scopes = next_word(&rest), sealed = blob_of(v->arena, next_word(&rest));
	struct chat_oauth_id oauth;
	int64_t changed;

	if (!str_whole(id, &oauth.value) || str_is_empty(team) || str_is_empty(sealed))
		return BAD_REQUEST;
	TRY(chat_oauth_end(v->db, oauth, CHAT_OAUTH_STATE_DONE, S(""), v->now, &changed));
	if (changed == 0)
		return OK;    /* of two writers the other was told, too */
	TRY(chat_install_only(v->db, team, &changed));
	TRY(chat_install_connect(v->db, &(struct chat_install_connect_values){
	    .team = team, .app = app, .bot_user = bot, .scopes = scopes, .sealed = sealed, .now = v->now }, &changed));
	TRY(event_say(v, S("chat-connected"), &(struct event_facts){ .detail = team }));
	return chat_goes_on(v);
}

enum outcome
chat_unconnected(struct visit *v)
{
	struct str rest = v->request->body, id = next_word(&rest);
	struct chat_oauth_id oauth;
	int64_t changed;

	if (!str_whole(id, &oauth.value))
		return BAD_REQUEST;
	return chat_oauth_end(v->db, oauth, CHAT_OAUTH_STATE_FAILED, next_word(&rest), v->now, &changed);
}
