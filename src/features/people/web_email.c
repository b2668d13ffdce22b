/* One's own address: asked for here, confirmed by a link to the new one, told to the old one. Who knows a session alone changes nothing: the act
 * asks for a fresh proof, and all sessions end with it. */
#include "access/access.h"
#include "access/layout.h"
#include "base/arena.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"
#include "people/block.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/people.h"
#include "people/store_email.h"
#include "people/views.h"

enum { LINK_MINUTES = 60, ASKS_AN_HOUR = 5 };

/* By mail, whatever they chose, and to that address. */
static enum outcome
reader_at(struct visit *v, const struct letter_desk *desk, struct str email, struct letter_reader *out)
{
	TRY(letter_reader_find(desk, v->who.id, TOPIC_ACCOUNT, out));
	out->email = email;
	out->channel = LETTER_CHOICE_CHANNEL_MAIL;
	out->is_daily = false;
	out->chat_user = S("");
	out->refused_at = (struct moment){ 0 };
	return OK;
}

static enum outcome
write_link(struct visit *v, struct str email, const struct secret *token)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L52E, .reader = &reader,
		.expires_at = moment_plus(v->now, LINK_MINUTES * US_PER_MINUTE) };

	TRY(reader_at(v, &desk, email, &reader));
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "minutes", say_count(v->arena, reader.language, LINK_MINUTES, "{n} minute", "{n} minutes"));
	letter_wish_add_link(&wish, "confirm", str_join(v->arena, 2, (struct str[]){ desk.base_url, url_email_confirm_show(v->arena, S("")) }),
	    secret_reveal(v->arena, token));
	return letter_put(&desk, &wish);
}

/* One answer, whoever has that address already: nobody learns by it who is here. */
enum outcome
email_ask(struct visit *v)
{
	struct str email = form_text(v->form, "email"), folded = text_folded(v->arena, email);
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	struct email_asks_row row;
	struct person_id other;
	enum outcome said;
	int64_t changed;

	TRY(email_change_clean(v->db, moment_plus(v->now, -US_PER_DAY), &changed));
	TRY(email_asks(v->db, v->arena, v->who.id, moment_plus(v->now, -US_PER_HOUR), &row));
	if (row.asks >= ASKS_AN_HOUR) {
		v->wait_seconds = US_PER_HOUR / US_PER_SECOND;
		return TOO_MANY;
	}
	TRY(email_change_add(v->db, &(struct email_change_add_values){ .id = { visit_new_id(v) }, .hash = hash_bytes(&hash), .person = v->who.id,
	    .email = email, .folded = folded, .made = v->now, .expires = moment_plus(v->now, LINK_MINUTES * US_PER_MINUTE) }));
	said = person_by_email(v, email, &other);
	if (said != OK && said != NOT_FOUND)
		return said;
	if (said == NOT_FOUND)
		TRY(write_link(v, email, &token));
	return visit_see_other(v, url_me_show(v->arena), S("email-asked"));
}

static enum outcome
find(struct visit *v, struct email_change_of_row *out)
{
	struct secret secret;
	struct hash hash;
	enum outcome said;

	v->reply->carries_token = true;
	if (!secret_read(v->params[0], &secret))
		return GONE;
	hash = secret_hash(&secret);
	said = email_change_of(v->db, v->arena, hash_bytes(&hash), v->who.id, v->now, out);
	return said == NOT_FOUND ? GONE : said;
}

enum outcome
email_confirm_show(struct visit *v)
{
	struct email_change_of_row row = { 0 };
	struct email_view view = { .token = v->params[0], .now = v->who.email };
	enum outcome said = find(v, &row);
	struct page page;

	if (said != OK && said != GONE)
		return said;
	view.is_gone = said == GONE;
	view.email = row.email;
	if (view.is_gone)
		v->reply->status = outcome_status(GONE);
	page = visit_page(v);
	page_email_confirm(&page, &view);
	return OK;
}

static enum outcome
tell_old(struct visit *v, struct str old)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L52C, .reader = &reader };

	if (str_is_empty(old))
		return OK;
	TRY(reader_at(v, &desk, old, &reader));
	letter_wish_add(&wish, "you", reader.name);
	return letter_put(&desk, &wish);
}

enum outcome
email_confirm(struct visit *v)
{
	struct str old = v->who.email;
	struct email_change_of_row row;
	int64_t changed;

	TRY(find(v, &row));
	TRY(tell_old(v, old));
	TRY(person_set_email(v->db, v->who.id, row.email, row.email_folded, &changed));
	if (changed == 0)
		return EMAIL_TAKEN;
	TRY(email_changes_drop(v->db, v->who.id, &changed));
	TRY(ways_in_drop(v->db, v->who.id, &changed));
	TRY(block_settle(v, v->who.id, row.email_folded));
	TRY(event_say(v, S("email-changed"), &(struct event_facts){ .person = v->who.id }));
	TRY(sessions_end_of(v, v->who.id));
	return visit_see_other(v, url_login_show(v->arena), S("email-changed"));
}
