/* The token that an administrator's consent gave us: its code is exchanged here, it is sealed to ourselves, kept in the database, and found there
 * again (SLACK.md 11). No other process can open it. */
#include "base/arena.h"
#include "base/buf.h"
#include "chat/store_shared.h"
#include "daemon/courier_asks.h"
#include "secrets/letter_seal.h"
#include "system/log.h"
#include "system/random.h"

enum { LOOK_SECONDS = 1, PLAIN_BYTES = 400, TELLING_BYTES = 3000, WHY_MOST = 64 };

/* What stands behind "WORD " of an opened blob; empty if it does not open, or belongs elsewhere. */
static struct str
open_for(const struct slack_lane *lane, struct arena *arena, struct str sealed, struct str word)
{
	struct str plain, whose;

	if (!letter_unseal(arena, lane->seed, sealed, &plain) || !str_next(&plain, ' ', &whose) || !str_equal(whose, word))
		return S("");
	return plain;
}

static void
take_token(struct slack_lane *lane, struct arena *arena, const struct chat_installed_in_rows *rows)
{
	struct str token = rows->count == 0 || rows->at[0].sealed.length == 0 ? S("") : open_for(lane, arena, rows->at[0].sealed, rows->at[0].team);

	if (token.length > SLACK_TOKEN_MAX)
		token = S("");
	if (rows->count > 0 && rows->at[0].installed_at.us == lane->installed_at.us && str_equal(token, lane->server.token))
		return;
	lane->installed_at = rows->count > 0 ? rows->at[0].installed_at : (struct moment){ 0 };
	slack_lane_holds(lane, token);    /* connected anew, be it with the same token: it is asked about again */
}

static void
exchange_code(struct slack_lane *lane, struct exchange *exchange, struct arena *arena, const struct chat_oauth_waiting_row *row)
{
	struct slack_call call = { .method = SLACK_CALL_OAUTH };
	struct buf id = buf_new(arena, PLAIN_BYTES);
	struct str code;

	buf_whole(&id, row->id.value);
	code = open_for(lane, arena, row->sealed, buf_str(&id));
	if (str_is_empty(code) || lane->asked == row->id.value)
		return;
	call.arguments[0] = (struct pair){ S("client_id"), lane->client_id };
	call.arguments[1] = (struct pair){ S("client_secret"), lane->client_secret };
	call.arguments[2] = (struct pair){ S("code"), code };
	call.arguments[3] = (struct pair){ S("redirect_uri"), str_join(arena, 2, (struct str[]){ lane->base_url, S("/slack/oauth") }) };
	if (slack_start(exchange, arena, &lane->server, &call, SLACK_ASK_CODE) == OK)
		lane->asked = row->id.value;    /* once: a code is good for one exchange, also for one whose answer was lost */
}

void
slack_lane_keeps_up(struct slack_lane *lane, struct exchange *exchange, struct process *process, struct arena *arena)
{
	struct db *db = process->world.db;
	struct chat_installed_in_rows rows = { 0 };
	struct chat_oauth_waiting_rows codes = { 0 };
	int64_t now_us = clock_monotonic_us(&process->clock);
	enum outcome said;

	if (now_us < lane->look_at_us || lane->is_set)
		return;
	lane->look_at_us = now_us + LOOK_SECONDS * US_PER_SECOND;
	said = sql_begin_read(db);
	if (said == OK)
		said = chat_installed_in(db, arena, 1, &rows);
	if (said == OK)
		said = chat_oauth_waiting(db, arena, clock_wall(&process->clock), 1, &codes);
	sql_end_read(db);
	if (said != OK)
		return;
	take_token(lane, arena, &rows);
	if (codes.count > 0 && !str_is_empty(lane->client_secret))
		exchange_code(lane, exchange, arena, &codes.at[0]);
}

static void
add_hexadecimal(struct buf *out, struct str bytes)
{
	for (size_t i = 0; i < bytes.length; i++)
		buf_format(out, "%02x", (unsigned char)bytes.at[i]);
}

static void
add_word(struct buf *out, struct str word)
{
	buf_char(out, ' ');
	buf_add(out, str_is_empty(word) || str_find(word, ' ') < word.length ? S("-") : word);
}

static struct telling
tell_token(const struct slack_lane *lane, struct arena *arena, const struct slack_verdict *v, struct buf *body)
{
	struct str plain = str_join(arena, 3, (struct str[]){ v->team, S(" "), v->token });

	add_word(body, v->team);
	add_word(body, v->app_id);
	add_word(body, v->bot_user);
	add_word(body, v->scopes);
	buf_char(body, ' ');
	add_hexadecimal(body, letter_seal(arena, &random_system, lane->seal, plain));
	return body->is_overflown ? (struct telling){ S(""), S("") } : (struct telling){ S("slack-connected"), buf_str(body) };
}

struct telling
slack_code_answered(const struct slack_lane *lane, struct arena *arena, const struct exchange_answer *answer)
{
	struct buf body = buf_new(arena, TELLING_BYTES);
	struct slack_verdict v;

	slack_verdict(arena, SLACK_CALL_OAUTH, answer, &v);
	buf_whole(&body, lane->asked);
	if (v.fate == SLACK_SENT && !str_is_empty(v.team) && v.token.length > 0 && v.token.length <= SLACK_TOKEN_MAX)
		return tell_token(lane, arena, &v, &body);
	LOG(LOG_WARN, "slack", LOG_TEXT("what", S("code")), LOG_TEXT("words", str_is_empty(v.error) ? slack_fate_name(v.fate) : v.error));
	add_word(&body, str_is_empty(v.error) ? S("no_answer") : str_head(v.error, WHY_MOST));
	return (struct telling){ S("slack-unconnected"), buf_str(&body) };
}
