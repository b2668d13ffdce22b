/* Linking and unlinking an account of Slack. Looking changes nothing; a press uses the link up. */
#include "access/layout.h"
#include "chat/chat.h"
#include "chat/pages.h"
#include "chat/store.h"
#include "chat/views.h"
#include "formats/id.h"
#include "http/routes.h"

enum { LINKS_MOST = 10 };

/* GONE for a token that is wrong or over: all alike. */
static enum outcome
find(struct visit *v, struct chat_ticket_of_row *out)
{
	struct secret secret;
	struct hash hash;
	enum outcome said;

	v->reply->carries_token = true;
	if (!secret_read(v->params[0], &secret))
		return GONE;
	hash = secret_hash(&secret);
	said = chat_ticket_of(v->db, v->arena, hash_bytes(&hash), v->now, out);
	return said == NOT_FOUND ? GONE : said;
}

enum outcome
chat_link_show(struct visit *v)
{
	struct chat_link_view view = { .token = v->params[0], .name = v->who.name };
	struct chat_ticket_of_row ticket = { 0 };
	enum outcome said = find(v, &ticket);
	struct page page;

	if (said != OK && said != GONE)
		return said;
	view.is_gone = said == GONE;
	view.is_done = said == OK && !moment_is_none(ticket.used_at);
	if (view.is_gone)
		v->reply->status = outcome_status(GONE);
	page = visit_page(v);
	page_chat_link(&page, &view);
	return OK;
}

enum outcome
chat_link_use(struct visit *v)
{
	struct chat_ticket_of_row ticket;
	int64_t changed;

	TRY(find(v, &ticket));
	TRY(chat_ticket_use(v->db, ticket.id, v->now, &changed));
	if (changed == 0)
		return GONE;
	TRY(chat_link_to(v, ticket.team, ticket.chat_user));
	return visit_see_other(v, visit_is_own_path(ticket.next) ? ticket.next : url_chat_me_show(v->arena), S("chat-linked"));
}

enum outcome
chat_me_show(struct visit *v)
{
	struct chat_me_view view;
	struct page page;

	TRY(chat_links_of(v->db, v->arena, v->who.id, LINKS_MOST, &view.links));
	page = visit_page(v);
	page_chat_me(&page, &view);
	return OK;
}

enum outcome
chat_link_end(struct visit *v)
{
	struct chat_link_id id;
	int64_t changed;

	if (!id_read(v->params[0], &id.value))
		return NOT_FOUND;
	TRY(chat_link_drop(v->db, id, v->who.id, &changed));
	if (changed == 0)
		return NOT_FOUND;
	TRY(event_say(v, S("chat-unlinked"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, url_chat_me_show(v->arena), S("chat-unlinked"));
}
