/* Links that let somebody in once (TRUST.md 6.1): only their hash is kept, looking changes nothing, taking is one conditional
 * update. */
#include "access/access.h"
#include "access/layout.h"
#include "access/store.h"
#include "access/views.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/html.h"
#include "formats/text.h"
#include "forms/page.h"
#include "forms/say.h"
#include "http/routes.h"
#include "system/random.h"

enum { LINK_MINUTES = 60, SETUP_MINUTES = 30, MAIL_MINUTES = 10, MAILS_AN_HOUR = 5, CODE_TRIES = 5, CODE_SYMBOLS = 8, MAC_BYTES = 64, ADDRESS_BYTES = 2000 };

enum outcome
way_in_make(struct visit *v, enum way_in_kind kind, struct person_id person, struct str *url_out)
{
	bool is_setup = kind == WAY_IN_KIND_SETUP;
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	struct str path = is_setup ? url_setup_show(v->arena) : url_login_link_show(v->arena);
	int64_t minutes = is_setup ? SETUP_MINUTES : LINK_MINUTES, changed;

	TRY(way_in_clean(v->db, moment_plus(v->now, -US_PER_DAY), &changed));
	if (is_setup)
		TRY(way_in_drop_unused(v->db, kind, &changed));
	TRY(way_in_add(v->db, &(struct way_in_add_values){
	    .id = { visit_new_id(v) }, .hash = hash_bytes(&hash), .kind = kind, .person = person, .made = v->now,
	    .expires = moment_plus(v->now, minutes * US_PER_MINUTE) }));
	*url_out = str_join(v->arena, 4, (struct str[]){ v->server->base_url, path, S("?token="), secret_reveal(v->arena, &token) });
	return OK;
}

static struct hash
browser_of(const struct visit *v)
{
	return secret_hash(&v->form_secret);
}

static bool
is_of_browser(const struct visit *v, struct str kept)
{
	struct hash own = browser_of(v);

	return v->has_form_secret && str_equal(kept, hash_bytes(&own));
}

enum outcome
way_in_find(struct visit *v, enum way_in_kind kind, struct str token, struct way_in *out)
{
	struct way_in_by_hash_row row;
	struct secret secret;
	struct hash hash;
	enum outcome said;

	if (!secret_read(token, &secret))
		return GONE;
	hash = secret_hash(&secret);
	said = way_in_by_hash(v->db, v->arena, hash_bytes(&hash), kind, &row);
	if (said != OK)
		return said == NOT_FOUND ? GONE : said;
	*out = (struct way_in){ .id = row.id, .person = row.person, .name = row.name };
	if (!moment_is_none(row.used_at) || !moment_is_after(row.expires_at, v->now) || (kind == WAY_IN_KIND_SIGN_IN && person_id_is_none(row.person)))
		return GONE;
	return row.browser_hash.length == 0 || is_of_browser(v, row.browser_hash) ? OK : OTHER_BROWSER;
}

enum outcome
way_in_take(struct visit *v, const struct way_in *way)
{
	int64_t changed;

	TRY(way_in_use(v->db, way->id, v->now, &changed));
	return changed == 1 ? OK : GONE;
}

enum outcome
way_in_gone_show(struct visit *v, enum way_in_kind kind)
{
	struct gone_view view = { .is_setup = kind == WAY_IN_KIND_SETUP };
	struct page page;

	v->refusal = OK;    /* the page itself says it; no second notice */
	v->reply->status = outcome_status(GONE);
	page = visit_page(v);
	page_way_in_gone(&page, &view);
	return OK;
}

/* --- by mail --- */

/* 40 bits, in the letters of ids. */
static struct str
new_code(struct visit *v)
{
	static const char symbols[] = "0123456789abcdefghjkmnpqrstvwxyz";
	char *code = arena_take(v->arena, CODE_SYMBOLS);

	for (size_t i = 0; i < CODE_SYMBOLS; i++)
		code[i] = symbols[random_below(v->random, sizeof(symbols) - 1)];
	return (struct str){ code, CODE_SYMBOLS };
}

/* Bound to its row, so that one code says nothing of another. */
static struct hash
mac_of(struct visit *v, struct way_in_id id, struct str code)
{
	struct buf bytes = buf_new(v->arena, MAC_BYTES);

	buf_whole(&bytes, id.value);
	buf_char(&bytes, ' ');
	buf_add(&bytes, code);
	return secret_mac(v->server->ring.keys[SEAL_WAY_IN], buf_str(&bytes));
}

struct mailed {
	struct way_in_id id;
	struct secret token;
	struct str code;
};

static enum outcome
keep_mailed(struct visit *v, const struct mailed *mailed, struct person_id person)
{
	struct hash hash = secret_hash(&mailed->token), browser = browser_of(v), code = mac_of(v, mailed->id, mailed->code);
	int64_t changed;

	TRY(way_in_clean(v->db, moment_plus(v->now, -US_PER_DAY), &changed));
	TRY(way_in_drop_of_browser(v->db, hash_bytes(&browser), &changed));
	return way_in_add(v->db, &(struct way_in_add_values){
	    .id = mailed->id, .hash = hash_bytes(&hash), .kind = WAY_IN_KIND_SIGN_IN, .person = person, .made = v->now,
	    .expires = moment_plus(v->now, MAIL_MINUTES * US_PER_MINUTE), .browser = hash_bytes(&browser), .code = hash_bytes(&code) });
}

static enum outcome
write_mail(struct visit *v, const struct mailed *mailed, struct person_id person, struct str next)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L52, .reader = &reader,
		.expires_at = moment_plus(v->now, MAIL_MINUTES * US_PER_MINUTE) };
	struct buf address = buf_new(v->arena, ADDRESS_BYTES);

	desk.language = visit_language(v);    /* whose browser waits for it */
	TRY(letter_reader_find(&desk, person, TOPIC_ACCOUNT, &reader));
	buf_add(&address, desk.base_url);
	buf_add(&address, url_login_link_show(v->arena));
	if (!str_is_empty(next)) {
		buf_add(&address, S("?next="));
		url_component(&address, next);
		buf_add(&address, S("&token="));
	} else {
		buf_add(&address, S("?token="));
	}
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "minutes", say(reader.language, N_("10 minutes")));
	letter_wish_add_link(&wish, "sign_in", buf_str(&address), secret_reveal(v->arena, &mailed->token));
	letter_wish_add_link(&wish, "code", S(""), mailed->code);
	return letter_put(&desk, &wish);
}

enum outcome
way_in_mail(struct visit *v, struct str email, struct str next)
{
	struct mailed mailed = { .id = { visit_new_id(v) }, .token = secret_new(v->random), .code = new_code(v) };
	struct mails_to_row row = { .mails = 0 };
	enum outcome said = mails_to(v->db, v->arena, text_folded(v->arena, email), moment_plus(v->now, -US_PER_HOUR), &row);

	if (said != OK && said != NOT_FOUND)
		return said;
	TRY(keep_mailed(v, &mailed, row.id));
	return said == NOT_FOUND || row.mails >= MAILS_AN_HOUR ? OK : write_mail(v, &mailed, row.id, next);
}

/* As people copy it: capitals, blanks and hyphens do not matter. */
static struct str
plain_code(struct visit *v, struct str typed)
{
	struct buf out = buf_new(v->arena, CODE_SYMBOLS * 4);

	typed = text_folded(v->arena, typed);
	for (size_t i = 0; i < typed.length; i++)
		if (typed.at[i] != ' ' && typed.at[i] != '-')
			buf_char(&out, typed.at[i]);
	return buf_str(&out);
}

enum outcome
way_in_by_code(struct visit *v, struct str code, struct way_in *out)
{
	struct hash browser = browser_of(v), mac;
	struct way_in_by_browser_row row;
	enum outcome said = way_in_by_browser(v->db, v->arena, hash_bytes(&browser), v->now, &row);
	int64_t changed;

	if (said == NOT_FOUND)
		return WRONG_MAIL_CODE;
	TRY(said);
	mac = mac_of(v, row.id, plain_code(v, code));
	if (row.tries < CODE_TRIES && !person_id_is_none(row.person) && row.code_mac.length == sizeof(mac.bytes) &&
	    hash_equal(&mac, (const struct hash *)(const void *)row.code_mac.at)) {
		*out = (struct way_in){ .id = row.id, .person = row.person };
		return OK;
	}
	TRY(way_in_tried(v->db, row.id, &changed));
	return WRONG_MAIL_CODE;
}
