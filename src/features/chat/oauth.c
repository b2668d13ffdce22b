/* Consent to our app: the address at Slack where an administrator gives it, and what comes back (SLACK.md 11). The state says whose browser asked and
 * when; it is signed with the secret of that session, so nobody else's browser can bring it, and it counts once. */
#include "chat/oauth.h"

#include "base/arena.h"
#include "base/buf.h"
#include "chat/store.h"
#include "formats/html.h"
#include "http/routes.h"
#include "outside/slack/message_manifest.h"
#include "secrets/letter_seal.h"
#include "secrets/signature.h"

enum { ADDRESS_BYTES = 4000, STATE_BYTES = 200, NONCE_SYMBOLS = 22, SEALED_BYTES = 700, CODE_MOST = 600, SWEPT_AT_ONCE = 20, KEPT_DAYS = 14 };

#define STATE_SOURCE S("slack-oauth")

static struct str
sign(struct visit *v, struct str words)
{
	struct str key = { (const char *)v->form_secret.bytes, sizeof(v->form_secret.bytes) };
	struct str parts[] = { S("slack-oauth:"), words };
	struct hash mac = signature_of(key, parts, 2);

	return signature_print(v->arena, &mac);
}

/* "SECONDS.NONCE.SIGNATURE" */
static struct str
state_new(struct visit *v)
{
	struct secret nonce = secret_new(v->random);
	struct buf words = buf_new(v->arena, STATE_BYTES);

	buf_whole(&words, v->now.us / US_PER_SECOND + CHAT_OAUTH_MINUTES * US_PER_MINUTE / US_PER_SECOND);
	buf_char(&words, '.');
	buf_add(&words, str_head(secret_reveal(v->arena, &nonce), NONCE_SYMBOLS));
	return str_join(v->arena, 3, (struct str[]){ buf_str(&words), S("."), sign(v, buf_str(&words)) });
}

/* Forged, of another browser, too old, used before: all alike. */
static enum outcome
state_use(struct visit *v, struct str state)
{
	struct str rest = state, until, nonce, words;
	struct chat_seen_of_row row;
	struct hash said, own;
	int64_t seconds;

	if (!str_next(&rest, '.', &until) || !str_next(&rest, '.', &nonce) || !str_whole(until, &seconds) || !v->has_form_secret)
		return GONE;
	words = str_head(state, until.length + 1 + nonce.length);
	said = hash_of(rest);
	own = hash_of(sign(v, words));
	if (!hash_equal(&said, &own) || seconds * US_PER_SECOND < v->now.us)
		return GONE;
	if (chat_seen_of(v->db, v->arena, STATE_SOURCE, nonce, &row) != NOT_FOUND)
		return GONE;
	return chat_seen_add(v->db, STATE_SOURCE, nonce, S(""), v->now);
}

/* "https://slack.com/api/": the pages stand beside it. */
static struct str
site_of(struct str api_url)
{
	if (str_ends(api_url, S("/api/")) || str_ends(api_url, S("/api")))
		return str_head(api_url, api_url.length - (str_ends(api_url, S("/")) ? S("api/").length : S("api").length));
	return api_url;
}

struct str
chat_oauth_address(struct visit *v)
{
	struct slack_manifest manifest = { .name = S(""), .has_history = v->server->slack_has_history };
	struct str_list scopes = slack_manifest_scopes(v->arena, &manifest);
	struct buf out = buf_new(v->arena, ADDRESS_BYTES);

	buf_add(&out, site_of(v->server->slack_api_url));
	buf_add(&out, S("oauth/v2/authorize?client_id="));
	url_component(&out, v->server->slack_client_id);
	buf_add(&out, S("&scope="));
	for (size_t i = 0; i < scopes.count; i++) {
		buf_add(&out, i == 0 ? S("") : S("%2C"));
		url_component(&out, scopes.at[i]);
	}
	buf_add(&out, S("&redirect_uri="));
	url_component(&out, str_join(v->arena, 2, (struct str[]){ v->server->base_url, S(CHAT_OAUTH_PATH) }));
	buf_add(&out, S("&state="));
	url_component(&out, state_new(v));
	return buf_str(&out);
}

static enum outcome
keep_code(struct visit *v, struct str code)
{
	struct chat_oauth_id id = { visit_new_id(v) };
	struct buf plain = buf_new(v->arena, SEALED_BYTES);
	int64_t changed;

	buf_format(&plain, "%lld %.*s", (long long)id.value, STR_FORMAT(code));    /* a blob that was moved to another row is noticed */
	TRY(chat_oauth_sweep(v->db, moment_plus(v->now, -KEPT_DAYS * US_PER_DAY), SWEPT_AT_ONCE, &changed));
	TRY(chat_oauth_over(v->db, v->now, &changed));
	return chat_oauth_add(v->db, &(struct chat_oauth_add_values){ .id = id, .asked_by = v->who.id,
	    .sealed = letter_seal(v->arena, v->random, &v->server->ring.courier, buf_str(&plain)), .made = v->now,
	    .expires = moment_plus(v->now, CHAT_OAUTH_MINUTES * US_PER_MINUTE) });
}

/* The one GET that changes something: Slack sends the browser here, and the state stands for a form's token. The code is exchanged by the courier. */
enum outcome
chat_oauth_back(struct visit *v)
{
	struct str code = request_query(v->request, S("code")), page = url_chat_admin_show(v->arena);
	enum outcome said = state_use(v, request_query(v->request, S("state")));

	v->reply->carries_token = true;
	if (said == GONE)
		return visit_refuse(v, GONE, S("What came from Slack was not asked for by this browser, or more than ten minutes ago, or it was used before. Nothing was "
		    "changed. Open the page about Slack and start again."));
	TRY(said);
	if (str_is_empty(code) || code.length > CODE_MOST || str_find(code, ' ') < code.length)
		return visit_see_other(v, page, S("slack-denied"));
	TRY(keep_code(v, code));
	TRY(event_say(v, S("chat-consented"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, page, S("slack-asked"));
}
