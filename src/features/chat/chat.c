/* Who acts: the key is workspace and user, out of a call that Slack signed, and nothing else (SLACK.md 8). */
#include "chat/chat.h"

#include "access/tap.h"
#include "base/arena.h"
#include "base/buf.h"
#include "chat/store.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"

enum { KEY_BYTES = 100, SWEPT_AT_ONCE = 20, HOMES_MOST = 50, LOOKUP_DAYS = 1 };

enum outcome
chat_is_ours(struct visit *v, const struct slack_who *who, bool *out)
{
	struct chat_installed_in_rows rows;
	int64_t changed;

	TRY(chat_installed_in(v->db, v->arena, 1, &rows));
	if (rows.count == 0) {
		*out = true;
		return !v->is_write ? OK : chat_install_set(v->db, &(struct chat_install_set_values){
		    .team = who->team.text, .app = who->api_app_id, .bot_user = S(""), .scopes = S(""), .now = v->now }, &changed);
	}
	*out = str_equal(rows.at[0].team, who->team.text) &&
	    (str_is_empty(rows.at[0].app) || str_is_empty(who->api_app_id) || str_equal(rows.at[0].app, who->api_app_id));
	return OK;
}

enum outcome
chat_look_up(struct visit *v, const struct slack_who *who)
{
	int64_t changed;

	if (!v->server->slack_links_by_email)
		return OK;
	TRY(chat_lookups_sweep(v->db, moment_plus(v->now, -LOOKUP_DAYS * US_PER_DAY), SWEPT_AT_ONCE, &changed));
	return chat_lookup_add(v->db, who->team.text, who->user.text, v->now);
}

enum outcome
chat_enter(struct visit *v, const struct slack_who *who, bool *is_known)
{
	struct chat_link_of_row link;
	enum outcome said = chat_link_of(v->db, v->arena, who->team.text, who->user.text, &link);
	int64_t changed;

	*is_known = said == OK;
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	if (v->is_write)
		TRY(chat_link_fresh(v->db, link.id, &changed));    /* who speaks can be written to */
	return visitor_as(v, link.person);
}

enum outcome
chat_join(struct visit *v, const struct slack_who *who)
{
	struct buf key = buf_new(v->arena, KEY_BYTES);
	struct person_wish wish = { .name = str_is_empty(who->name) ? S("Somebody from Slack") : who->name, .zone = S("UTC") };
	struct person_id person;
	int64_t changed;

	buf_format(&key, "slack:%.*s:%.*s", STR_FORMAT(who->team.text), STR_FORMAT(who->user.text));
	TRY(person_make_without_mail(v, &wish, buf_str(&key), &person));
	TRY(person_join(v, v->programme_id, person));
	TRY(chat_link_set(v->db, &(struct chat_link_set_values){
	    .id = { visit_new_id(v) }, .team = who->team.text, .chat_user = who->user.text, .person = person, .now = v->now }, &changed));
	TRY(visitor_as(v, person));
	return event_say(v, S("chat-joined"), &(struct event_facts){ .person = person });
}

/* Somebody of Slack alone turns out to be a member: what they asked is the member's. */
static enum outcome
take_over(struct visit *v, struct person_id from)
{
	struct chat_homes_of_rows homes;
	int64_t changed;

	TRY(chat_homes_of(v->db, v->arena, from, HOMES_MOST, &homes));
	for (size_t i = 0; i < homes.count; i++) {
		enum outcome said = person_join(v, homes.at[i].programme, v->who.id);

		if (said == COMING_IN_SHUT)
			continue;
		TRY(said);
		if (homes.at[i].has_asked)
			TRY(role_give(v, homes.at[i].programme, v->who.id, ROLE_ROLE_MENTEE));
	}
	return chat_requests_move(v->db, from, v->who.id, &changed);
}

enum outcome
chat_link_to(struct visit *v, struct str team, struct str chat_user)
{
	struct chat_link_of_row link = { 0 };
	enum outcome said = chat_link_of(v->db, v->arena, team, chat_user, &link);
	int64_t changed;

	if (said != OK && said != NOT_FOUND)
		return said;
	if (said == OK && person_id_equal(link.person, v->who.id))
		return OK;
	if (said == OK && !str_is_empty(link.email))
		return STALE;
	if (said == OK)
		TRY(take_over(v, link.person));
	TRY(chat_link_set(v->db, &(struct chat_link_set_values){
	    .id = { visit_new_id(v) }, .team = team, .chat_user = chat_user, .person = v->who.id, .now = v->now }, &changed));
	TRY(mentor_is_linked(v, v->who.id, chat_user));
	return event_say(v, S("chat-linked"), &(struct event_facts){ .person = v->who.id });
}

enum outcome
chat_link_address(struct visit *v, const struct slack_who *who, struct str next, struct str *out)
{
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	int64_t changed;

	TRY(chat_tickets_sweep(v->db, v->now, SWEPT_AT_ONCE, &changed));
	TRY(chat_ticket_add(v->db, &(struct chat_ticket_add_values){
	    .id = { visit_new_id(v) }, .hash = hash_bytes(&hash), .team = who->team.text, .chat_user = who->user.text, .next = next, .made = v->now,
	    .expires = moment_plus(v->now, CHAT_TICKET_MINUTES * US_PER_MINUTE) }));
	*out = str_join(v->arena, 2, (struct str[]){ v->server->base_url, url_chat_link_show(v->arena, secret_reveal(v->arena, &token)) });
	return OK;
}
