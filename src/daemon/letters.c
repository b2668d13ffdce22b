/* Taking and settling letters, in the writer. Each names the number of its hold: one that is not the newest changes nothing. */
#include "daemon/letters.h"

#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "chat/chat.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "letters/rules.h"
#include "letters/store_shared.h"
#include "letters/text.h"
#include "requests/requests.h"
#include "system/log.h"
#include "system/random.h"

enum { BODIES_KEPT_DAYS = 7, ROWS_KEPT_DAYS = 180, SWEPT_AT_ONCE = 20, WORDS_BYTES = 200, SHARES = 401, LATE_HOURS = 1, CHAT_HOURS = 1 };

static int64_t
next_number(struct str *rest)
{
	struct str word;
	int64_t number;

	return str_next(rest, ' ', &word) && str_whole(word, &number) ? number : 0;
}

static struct str
next_word(struct str *rest)
{
	struct str word;

	return str_next(rest, ' ', &word) ? word : S("");
}

static enum outcome
lost_if_none(enum outcome said)
{
	return said == NOT_FOUND ? JOB_LOST : said;
}

static enum outcome
end(struct visit *v, struct letter_id id, int64_t hold, enum letter_state state, struct str trouble)
{
	int64_t changed;

	TRY(letter_end(v->db, &(struct letter_end_values){ .id = id, .hold = hold, .state = state, .now = v->now,
	    .trouble = str_head(trouble, WORDS_BYTES) }, &changed));
	return changed == 0 ? JOB_LOST : OK;
}

/* The words as they are at the first try: of the programme's own text that was in force when it was written, or the built-in one. */
static enum outcome
put_in_words(struct visit *v, struct letter_id id, const struct letter_hold_row *held)
{
	const struct letter_sort *sort = letter_sort_called(held->kind);
	struct letter_text text, words;
	struct letter_own_text_row own = { 0 };
	int64_t changed;

	if (sort == NULL)
		return JOB_UNKNOWN;
	text = letter_builtin(sort);
	if (held->text_version > 0) {
		TRY(letter_own_text(v->db, v->arena, held->programme, held->kind, held->text_version, &own));
		text = str_is_empty(own.body) ? text : (struct letter_text){ own.subject, own.body };
	}
	TRY(letter_text_render(v->arena, &text, held->fields, &words));
	return letter_keep_words(v->db, id, words.subject, words.body, &changed);
}

/* A modal that cannot be opened any more: whoever waits for it is told where the same form is. */
static enum outcome
say_instead(struct visit *v, const struct letter_tries_row *row)
{
	return row->act == LETTER_ACT_OPEN ? chat_answer(v, row->address, row->instead) : OK;
}

static enum outcome
end_too_late(struct visit *v, struct letter_id id, int64_t hold)
{
	struct letter_tries_row row;

	TRY(lost_if_none(letter_tries(v->db, v->arena, id, hold, &row)));
	TRY(say_instead(v, &row));
	return end(v, id, hold, LETTER_STATE_CANCELLED, S("too late"));
}

enum outcome
letter_take(struct visit *v)
{
	struct str body = v->request->body;
	struct letter_id id = { next_number(&body) };
	int64_t holder = next_number(&body);
	struct letter_hold_row held;

	TRY(lost_if_none(letter_hold(v->db, v->arena, id, holder, v->now, moment_plus(v->now, LETTER_HOLD_SECONDS * US_PER_SECOND), &held)));
	if (!moment_is_none(held.expires_at) && !moment_is_after(held.expires_at, v->now))
		return end_too_late(v, id, held.hold_no);
	if (str_is_empty(held.body) && (held.act == LETTER_ACT_NONE || held.act == LETTER_ACT_POST))
		TRY(put_in_words(v, id, &held));
	if (held.act == LETTER_ACT_HOME && str_is_empty(held.body))
		TRY(desk_home(v, held.recipient, id));
	if (held.act == LETTER_ACT_POST && !request_id_is_none(held.request) && moment_between(held.made_at, v->now) > LATE_HOURS * US_PER_HOUR)
		TRY(desk_post_late(v, held.request, id));
	buf_whole(&v->reply->body, held.hold_no);
	return OK;
}

enum outcome
letter_forsaken(struct visit *v)
{
	struct str body = v->request->body;
	int64_t changed;

	return letter_forsake(v->db, next_number(&body), &changed);
}

/* Letters are wiped and forgotten as they are sent: a few at a time. */
static enum outcome
sweep(struct visit *v)
{
	int64_t changed;

	TRY(letters_wipe(v->db, moment_plus(v->now, -BODIES_KEPT_DAYS * US_PER_DAY), SWEPT_AT_ONCE, &changed));
	return letters_sweep(v->db, moment_plus(v->now, -ROWS_KEPT_DAYS * US_PER_DAY), SWEPT_AT_ONCE, &changed);
}

enum outcome
letter_is_sent(struct visit *v)
{
	struct str body = v->request->body;
	struct letter_id id = { next_number(&body) };
	int64_t hold = next_number(&body);
	struct letter_sent_row sent;
	struct str ref;

	ref = next_word(&body);
	TRY(lost_if_none(letter_sent(v->db, v->arena, id, hold, v->now, ref, &sent)));
	if ((sent.act == LETTER_ACT_POST || sent.act == LETTER_ACT_EDIT) && !request_id_is_none(sent.request) && !str_is_empty(ref))
		TRY(desk_post_is_out(v, sent.request, sent.address, ref));
	return sweep(v);
}

static enum outcome
put_off(struct visit *v, const struct letter_put_off_values *values)
{
	int64_t changed;

	TRY(letter_put_off(v->db, values, &changed));
	return changed == 0 ? JOB_LOST : OK;
}

/* Slack: the courier knows how long. What people should have read within the hour goes by mail then, all of it that waits (SLACK.md 6). */
static enum outcome
put_off_chat(struct visit *v, const struct letter_put_off_values *values)
{
	struct moment hour_ago = moment_plus(v->now, -CHAT_HOURS * US_PER_HOUR);
	struct letter_tries_row row;
	int64_t changed;

	TRY(letters_go_by_mail(v->db, hour_ago, v->now, &changed));
	TRY(lost_if_none(letter_tries(v->db, v->arena, values->id, values->hold, &row)));
	if (row.act == LETTER_ACT_NONE && !moment_is_after(row.first_tried_at, hour_ago)) {
		TRY(letter_goes_by_mail(v->db, values->id, values->hold, v->now, &changed));
		if (changed > 0)
			return OK;
	}
	return put_off(v, values);
}

/* A try that was answered counts towards the end; the channel's own wish to wait is honoured beside ours. */
enum outcome
letter_is_put_off(struct visit *v)
{
	struct str body = v->request->body;
	struct letter_id id = { next_number(&body) };
	int64_t hold = next_number(&body), counts = next_number(&body), least = next_number(&body), wait;
	struct letter_tries_row row;

	TRY(lost_if_none(letter_tries(v->db, v->arena, id, hold, &row)));
	if (row.channel == LETTER_CHANNEL_SLACK)
		return put_off_chat(v, &(struct letter_put_off_values){ .id = id, .hold = hold,
		    .due = moment_plus(v->now, least * US_PER_SECOND), .tries = row.tries + counts, .trouble = str_head(body, WORDS_BYTES) });
	if (counts == 0)
		return put_off(v, &(struct letter_put_off_values){ .id = id, .hold = hold, .due = moment_plus(v->now, least * US_PER_SECOND),
		    .tries = row.tries, .trouble = str_head(body, WORDS_BYTES) });
	wait = letter_waits_seconds(str_equal(row.kind, letter_sort(LETTER_L52)->id), row.tries + 1,
	    moment_between(row.first_tried_at, v->now) / US_PER_SECOND, (unsigned)random_below(v->random, SHARES));
	if (wait == 0)
		return end(v, id, hold, LETTER_STATE_GIVEN_UP, body);
	return put_off(v, &(struct letter_put_off_values){ .id = id, .hold = hold, .due = moment_plus(v->now, (wait > least ? wait : least) * US_PER_SECOND),
	    .tries = row.tries + 1, .trouble = str_head(body, WORDS_BYTES) });
}

struct refusal {
	int64_t hold;
	bool is_address;
	struct str words;
};

/* Who cannot be written to in Slack gets mail; a modal that does not open is told of. */
static enum outcome
chat_is_refused(struct visit *v, struct letter_id id, const struct letter_tries_row *row, const struct refusal *refusal)
{
	int64_t changed;

	TRY(say_instead(v, row));
	if (refusal->is_address && !person_id_is_none(row->recipient))
		TRY(chat_link_stale(v->db, row->recipient, v->now, &changed));
	if (refusal->is_address && row->act == LETTER_ACT_NONE) {
		TRY(letter_goes_by_mail(v->db, id, refusal->hold, v->now, &changed));
		if (changed > 0)
			return OK;
	}
	return end(v, id, refusal->hold, LETTER_STATE_GIVEN_UP, refusal->words);
}

enum outcome
letter_is_refused(struct visit *v)
{
	struct str body = v->request->body;
	struct letter_id id = { next_number(&body) };
	int64_t hold = next_number(&body), changed;
	bool is_address = str_equal(next_word(&body), S("address"));
	struct letter_tries_row row;

	TRY(lost_if_none(letter_tries(v->db, v->arena, id, hold, &row)));
	LOG(LOG_WARN, "letter-refused", LOG_TEXT("kind", row.kind), LOG_WHOLE("letter", id.value));
	if (row.channel == LETTER_CHANNEL_SLACK)
		return chat_is_refused(v, id, &row, &(struct refusal){ hold, is_address, body });
	if (is_address && !person_id_is_none(row.recipient))
		TRY(reader_refused(v->db, row.recipient, v->now, &changed));
	return end(v, id, hold, LETTER_STATE_GIVEN_UP, body);
}

enum outcome
channel_state(struct visit *v)
{
	struct str body = v->request->body, name = next_word(&body);
	bool is_up = next_number(&body) == 1;
	int64_t changed;

	LOG(is_up ? LOG_INFO : LOG_WARN, "channel", LOG_TEXT("name", name), LOG_WHOLE("up", is_up));
	return channel_says(v->db, name, !is_up, v->now, str_head(body, WORDS_BYTES), &changed);
}
