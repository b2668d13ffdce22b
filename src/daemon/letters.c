/* Taking and settling letters, in the writer. Each names the number of its hold: one that is not the newest changes nothing. */
#include "daemon/letters.h"

#include "access/visit.h"
#include "admin/admin.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "chat/chat.h"
#include "daemon/letters_day.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "letters/rules.h"
#include "letters/store_shared.h"
#include "letters/text.h"
#include "requests/requests.h"
#include "system/log.h"
#include "system/random.h"

enum { BODIES_KEPT_DAYS = 7, ROWS_KEPT_DAYS = 180, SWEPT_AT_ONCE = 20, WORDS_BYTES = 200, SHARES = 401, LATE_HOURS = 1, CHAT_HOURS = 1, LASTING_REFUSALS = 2 };

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

/* What it carries ends as it does. */
static enum outcome
end(struct visit *v, struct letter_id id, int64_t hold, enum letter_state state, struct str trouble)
{
	struct str why = str_head(trouble, WORDS_BYTES);
	int64_t changed;

	TRY(letter_end(v->db, &(struct letter_end_values){ .id = id, .hold = hold, .state = state, .now = v->now, .trouble = why }, &changed));
	TRY(letter_ends_others(v, id, state, why));
	return changed == 0 ? JOB_LOST : OK;
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

/* One letter about to be taken; arena: for as long as that takes. */
struct taking {
	struct visit *v;
	struct arena *arena;
	struct letter_id id;
	int64_t holder, hold;         /* hold: 0 until it is taken, and where nothing is to be sent */
};

static enum outcome
hold(struct taking *t, const struct letter_text *words)
{
	struct moment until = moment_plus(t->v->now, LETTER_HOLD_SECONDS * US_PER_SECOND);
	struct letter_hold_in_words_row worded;
	struct letter_hold_row held;

	if (words == NULL) {
		TRY(letter_hold(t->v->db, t->arena, t->id, t->holder, t->v->now, until, &held));
		t->hold = held.hold_no;
		return OK;
	}
	TRY(letter_hold_in_words(t->v->db, t->arena, &(struct letter_hold_in_words_values){ .id = t->id, .holder = t->holder, .now = t->v->now,
	    .until = until, .subject = words->subject, .body = words->body }, &worded));
	t->hold = worded.hold_no;
	return OK;
}

/* Whose time is over, and what no text can be made of, is ended instead of sent. */
static enum outcome
end_untaken(struct taking *t, enum letter_state state, struct str trouble)
{
	TRY(hold(t, NULL));
	TRY(state == LETTER_STATE_CANCELLED ? end_too_late(t->v, t->id, t->hold) : end(t->v, t->id, t->hold, state, trouble));
	t->hold = 0;
	return OK;
}

/* As its reader, whom the letters after it know nothing of. */
static enum outcome
print_home(struct taking *t, struct person_id person)
{
	struct visit theirs = *t->v;

	theirs.arena = t->arena;
	return desk_home(&theirs, person, t->id);
}

static enum outcome
take_row(struct taking *t, const struct letter_to_take_row *row)
{
	bool is_over = !moment_is_none(row->expires_at) && !moment_is_after(row->expires_at, t->v->now);
	struct letter_text words;
	enum outcome said;

	if (is_over)
		return end_untaken(t, LETTER_STATE_CANCELLED, S(""));
	if (!row->lacks_words) {
		TRY(hold(t, NULL));
		if (row->lacks_home)
			return print_home(t, row->recipient);
		return row->act == LETTER_ACT_POST && !request_id_is_none(row->request) && moment_between(row->made_at, t->v->now) > LATE_HOURS * US_PER_HOUR
		    ? desk_post_late(t->v, row->request, t->id) : OK;
	}
	said = letter_put_in_words(t->v, t->arena, &(struct letter_wordless){ row->kind, row->fields, row->programme, row->text_version, row->language }, &words);
	if (outcome_kind(said) == KIND_REFUSAL)
		return end_untaken(t, LETTER_STATE_GIVEN_UP, outcome_name(said));
	TRY(said);
	TRY(hold(t, &words));
	return row->is_daily ? letter_takes_others(t->v, t->arena, &(struct letter_day){ t->id, row->order_key, words.body.length }) : OK;
}

/* NOT_FOUND from any step: somebody else was sooner. */
static enum outcome
take_one(struct taking *t)
{
	struct letter_to_take_row row;
	enum outcome said = letter_to_take(t->v->db, t->arena, t->id, t->v->now, &row);

	if (said == OK)
		said = take_row(t, &row);
	if (said == NOT_FOUND || said == JOB_LOST) {
		t->hold = 0;
		return OK;
	}
	return said;
}

enum outcome
letter_take(struct visit *v)
{
	struct taking t = { .v = v };
	struct str body = v->request->body;
	enum outcome said = OK;

	t.holder = next_number(&body);
	arena_open(ARENA_VISIT, &t.arena);
	while (said == OK && !str_is_empty(body)) {
		arena_reset(t.arena);
		t.id.value = next_number(&body);
		t.hold = 0;
		said = take_one(&t);
		buf_format(&v->reply->body, "%lld ", (long long)t.hold);
	}
	arena_close(&t.arena);
	return said;
}

enum outcome
letter_forsaken(struct visit *v)
{
	struct str body = v->request->body;
	int64_t changed;

	return letter_forsake(v->db, next_number(&body), &changed);
}

/* Letters are wiped and forgotten as they are sent: a few more than were settled. */
static enum outcome
sweep(struct visit *v, int64_t settled)
{
	int64_t changed;

	TRY(letters_wipe(v->db, moment_plus(v->now, -BODIES_KEPT_DAYS * US_PER_DAY), settled + SWEPT_AT_ONCE, &changed));
	return letters_sweep(v->db, moment_plus(v->now, -ROWS_KEPT_DAYS * US_PER_DAY), settled + SWEPT_AT_ONCE, &changed);
}

/* What became of one letter. */
struct settling {
	struct visit *v;
	struct letter_id id;
	int64_t hold;
	struct str more;              /* behind the word that says what became of it */
};

static enum outcome
is_sent(struct settling *s)
{
	struct str ref = next_word(&s->more);
	struct letter_sent_row sent;
	int64_t changed;

	TRY(lost_if_none(letter_sent(s->v->db, s->v->arena, s->id, s->hold, s->v->now, ref, &sent)));
	if (sent.is_daily)
		TRY(letter_ends_others(s->v, s->id, LETTER_STATE_SENT, S("")));
	if (sent.channel == LETTER_CHANNEL_MAIL && !person_id_is_none(sent.recipient))
		TRY(reader_is_fine(s->v->db, sent.recipient, &changed));
	if ((sent.act == LETTER_ACT_POST || sent.act == LETTER_ACT_EDIT) && !request_id_is_none(sent.request) && !str_is_empty(ref))
		TRY(desk_post_is_out(s->v, sent.request, sent.address, ref));
	return OK;
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

/* What mail does not take goes another way, if its reader has one (T31); else it is given up. */
static enum outcome
end_of_mail(struct settling *s)
{
	int64_t changed;

	TRY(letter_goes_by_chat(s->v->db, s->id, s->hold, s->v->now, &changed));
	return changed > 0 ? OK : end(s->v, s->id, s->hold, LETTER_STATE_GIVEN_UP, s->more);
}

/* The channel did not work: neither the try nor the time since it was due counts towards the end (T31). */
static enum outcome
put_off_untried(struct visit *v, const struct letter_put_off_values *values)
{
	int64_t changed;

	TRY(letter_not_tried(v->db, &(struct letter_not_tried_values){ .id = values->id, .hold = values->hold, .due = values->due, .now = v->now,
	    .trouble = values->trouble }, &changed));
	return changed == 0 ? JOB_LOST : OK;
}

/* Whatever the reason, and whether or not it counts towards the end: a monitor sees how fast they come. */
static enum outcome
mail_failed(struct visit *v)
{
	int64_t changed;

	return channel_failed(v->db, letter_channel_name(LETTER_CHANNEL_MAIL), v->now, &changed);
}

/* A try that was answered counts towards the end; the channel's own wish to wait is honoured beside ours. */
static enum outcome
is_put_off(struct settling *s)
{
	struct visit *v = s->v;
	int64_t counts = next_number(&s->more), least = next_number(&s->more), wait;
	struct letter_put_off_values off = { .id = s->id, .hold = s->hold, .due = moment_plus(v->now, least * US_PER_SECOND),
		.trouble = str_head(s->more, WORDS_BYTES) };
	struct letter_tries_row row;

	TRY(lost_if_none(letter_tries(v->db, v->arena, s->id, s->hold, &row)));
	off.tries = row.tries + counts;
	if (row.channel == LETTER_CHANNEL_SLACK)
		return put_off_chat(v, &off);
	TRY(mail_failed(v));
	if (counts == 0)
		return put_off_untried(v, &off);
	wait = letter_waits_seconds(str_equal(row.kind, letter_sort(LETTER_L52)->id), row.tries + 1,
	    moment_between(row.first_tried_at, v->now) / US_PER_SECOND, (unsigned)random_below(v->random, SHARES));
	if (wait == 0)
		return end_of_mail(s);
	off.due = moment_plus(v->now, (wait > least ? wait : least) * US_PER_SECOND);
	return put_off(v, &off);
}

/* Remembered beside the words why not, which the next try replaces. */
static enum outcome
is_lost(struct settling *s)
{
	int64_t changed;

	TRY(letter_lost(s->v->db, s->id, s->hold, s->v->now, &changed));
	if (changed == 0)
		return JOB_LOST;
	s->more = str_join(s->v->arena, 2, (struct str[]){ S("1 "), s->more });
	return is_put_off(s);
}

struct refusal {
	int64_t hold;
	bool is_address, is_for_mail;
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
	if ((refusal->is_address || refusal->is_for_mail) && row->act == LETTER_ACT_NONE) {
		TRY(letter_goes_by_mail(v->db, id, refusal->hold, v->now, &changed));
		if (changed > 0)
			return OK;
	}
	return end(v, id, refusal->hold, LETTER_STATE_GIVEN_UP, refusal->words);
}

static enum outcome
is_refused(struct settling *s)
{
	struct str whom = next_word(&s->more);
	bool is_address = str_equal(whom, S("address"));
	struct letter_tries_row row;
	int64_t changed;

	TRY(lost_if_none(letter_tries(s->v->db, s->v->arena, s->id, s->hold, &row)));
	LOG(LOG_WARN, "letter-refused", LOG_TEXT("kind", row.kind), LOG_WHOLE("letter", s->id.value));
	if (row.channel == LETTER_CHANNEL_SLACK)
		return chat_is_refused(s->v, s->id, &row, &(struct refusal){ s->hold, is_address, str_equal(whom, S("mail")), s->more });
	TRY(mail_failed(s->v));
	if (person_id_is_none(row.recipient))
		return end(s->v, s->id, s->hold, LETTER_STATE_GIVEN_UP, s->more);
	if (is_address)
		TRY(reader_refused(s->v->db, row.recipient, s->v->now, &changed));
	else
		TRY(reader_letter_refused(s->v->db, row.recipient, s->v->now, LASTING_REFUSALS, &changed));
	return end_of_mail(s);
}

static enum outcome
settle_one(struct visit *v, struct str line)
{
	static const struct {
		struct str name;
		enum outcome (*settle)(struct settling *);
	} fates[] = { { S_STATIC("sent"), is_sent }, { S_STATIC("later"), is_put_off }, { S_STATIC("lost"), is_lost }, { S_STATIC("refused"), is_refused } };
	struct settling s = { .v = v, .id = { next_number(&line) } };
	struct str fate;

	s.hold = next_number(&line);
	fate = next_word(&line);
	s.more = line;
	for (size_t i = 0; i < ARRAY_LENGTH(fates); i++)
		if (str_equal(fates[i].name, fate))
			return fates[i].settle(&s);
	return BAD_INPUT;
}

enum outcome
letter_settle(struct visit *v)
{
	struct str body = v->request->body, line;
	int64_t settled = 0;

	while (!str_is_empty(body) && str_next(&body, '\n', &line)) {
		enum outcome said = settle_one(v, line);

		if (said != JOB_LOST)
			TRY(said);
		settled += said == OK;
	}
	buf_whole(&v->reply->body, settled);
	return sweep(v, settled);
}

/* One room, whose programmes alone it concerns. */
static enum outcome
room_state(struct visit *v, struct str room, bool is_up, struct str why)
{
	bool is_news;

	if (is_up)
		return chat_room_mends(v, room);
	TRY(chat_room_breaks(v, room, str_head(why, WORDS_BYTES), &is_news));
	return is_news ? desk_mails_waiting(v, room) : OK;
}

enum outcome
channel_state(struct visit *v)
{
	struct str body = v->request->body, name = next_word(&body);
	bool is_up = next_number(&body) == 1;
	int64_t changed;

	LOG(is_up ? LOG_INFO : LOG_WARN, "channel", LOG_TEXT("name", name), LOG_WHOLE("up", is_up));
	if (str_starts(name, LETTER_ROOM_CHANNEL))
		return room_state(v, str_skip(name, LETTER_ROOM_CHANNEL.length), is_up, body);
	TRY(admin_channel_changes(v, name, is_up));
	return channel_says(v->db, name, !is_up, v->now, str_head(body, WORDS_BYTES), &changed);
}
