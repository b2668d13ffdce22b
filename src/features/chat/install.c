/* What the courier found out about the workspace and the mentors' room, as its commands to the writer. Bodies are words with a blank between:
 *   slack-install TEAM APP BOT SCOPES    "-" for what Slack did not say
 *   slack-user TEAM USER EMAIL           "-": Slack knows none, or none that they confirmed
 *   slack-room CHANNEL PRIVATE MEMBER NAME    1 or 0; "-" for a name that Slack did not say */
#include "chat/chat.h"

#include "access/tap.h"
#include "chat/store.h"
#include "http/routes.h"
#include "people/people.h"

enum { ROOM_NAME_BYTES = 240 };    /* Slack allows 80 characters */

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
	return chat_install_set(v->db, &(struct chat_install_set_values){
	    .team = team, .app = app, .bot_user = bot, .scopes = scopes, .sealed = S(""), .now = v->now }, &changed);
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
