/* What people find in their letter boxes: the story takes and settles letters as the courier does, and keeps what it read. */
#include "access/access.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_words.h"
#include "daemon/letters.h"
#include "formats/ics.h"
#include "formats/id.h"
#include "formats/letter.h"
#include "formats/when.h"
#include "letters/stop.h"
#include "letters/store_shared.h"
#include "letters/text.h"
#include "story_letters.h"

enum { DUE_AT_ONCE = 100, BODY_BYTES = 200, TEXT_BYTES = 40 << 10 };

static struct str
numbers(struct tale *t, int64_t a, int64_t b)
{
	struct buf out = buf_new(t->arena, BODY_BYTES);

	buf_format(&out, "%lld %lld", (long long)a, (long long)b);
	return buf_str(&out);
}

/* Tokens in their places. */
static struct str
with_tokens(struct tale *t, struct str body, struct str tokens)
{
	struct buf out = buf_new(t->arena, TEXT_BYTES);

	for (size_t i = 0; i < body.length; i++) {
		struct str rest = tokens, token = S("");
		int place;

		if (body.at[i] != TOKEN_MARK) {
			buf_char(&out, body.at[i]);
			continue;
		}
		place = body.at[++i] - '0';
		(void)str_next(&rest, ' ', &token);    /* the letter's id */
		for (int k = 0; k <= place; k++)
			(void)str_next(&rest, ' ', &token);
		buf_add(&out, token);
	}
	return buf_str(&out);
}

/* The link at the foot, which no text has to name. */
static struct str
stop_of(struct tale *t, const struct letter_to_send_row *row)
{
	const struct letter_sort *sort = letter_sort_called(row->kind);

	if (sort == NULL || person_id_is_none(row->recipient))
		return S("");
	return str_join(t->arena, 3, (struct str[]){ t->world.server.base_url, S("/u/"),
	    letter_stop_print(t->arena, t->world.server.ring.keys[SEAL_STOP], row->recipient, sort->topic) });
}

/* Several in one mail, as the courier composes it: each under its title, its addresses as lines of their own. */
static void
receive_day(struct tale *t, const struct letter_to_send_row *row, const struct letters_carried_rows *carried)
{
	struct mail_lane lane = { .base_url = t->world.server.base_url, .seed = t->world.server.ring.keys[SEAL_LETTER], .stop = t->world.server.ring.keys[SEAL_STOP] };
	struct buf body = buf_new(t->arena, TEXT_BYTES);
	struct letter_parts parts;

	check(mail_words(&lane, &(struct mail_send){ .arena = t->arena, .row = row, .carried = carried }, &parts));
	for (size_t i = 0; i < parts.section_count; i++) {
		const struct letter_section *one = &parts.sections[i];

		buf_format(&body, "P%.*s\nP%.*s\n", STR_FORMAT(one->title), STR_FORMAT(one->body));
		for (size_t k = 0; k < one->link_count; k++)
			buf_format(&body, "A%.*s\t%.*s\n", STR_FORMAT(one->links[k].words), STR_FORMAT(one->links[k].url));
		buf_format(&body, "A%.*s\t%.*s\n", STR_FORMAT(one->stop.words), STR_FORMAT(one->stop.url));
	}
	check(t->letter_count < TALE_LETTERS_MAX);
	t->letters[t->letter_count++] = (struct tale_letter){ .to = row->recipient_name, .kind = row->kind, .subject = parts.subject, .body = buf_str(&body),
		.stop = parts.stop.url };
}

static void
receive(struct tale *t, struct letter_id id, int64_t hold)
{
	struct letters_carried_rows carried = { .count = 0 };
	struct letter_to_send_row row;
	struct str tokens = S(""), calendar;
	struct ics_event event;

	check(sql_begin_read(t->world.db) == OK);
	check(letter_to_send(t->world.db, t->arena, id, hold, &row) == OK);
	check(letters_carried(t->world.db, t->arena, id, LETTERS_CARRIED_MOST, &carried) == OK);
	sql_end_read(t->world.db);
	if (carried.count > 0) {
		receive_day(t, &row, &carried);
		return;
	}
	if (mail_event(&(struct mail_send){ .arena = t->arena, .row = &row, .carried = &carried }, S("r-1@127.0.0.1"), &event)) {
		check(ics_print(t->arena, &event, &calendar) == OK);
		row.body = str_join(t->arena, 3, (struct str[]){ row.body, S("Pcalendar\n"), calendar });
	}
	if (row.sealed.length > 0)
		check(letter_unseal(t->arena, t->world.server.ring.keys[SEAL_LETTER], row.sealed, &tokens));
	check(t->letter_count < TALE_LETTERS_MAX);
	t->letters[t->letter_count++] = (struct tale_letter){ .to = row.recipient_name, .kind = row.kind, .subject = row.subject,
		.body = with_tokens(t, row.body, tokens), .stop = stop_of(t, &row) };
}

bool
tale_mail_becomes(struct tale *t, struct str mood)
{
	static const struct str moods[] = { S_STATIC("works"), S_STATIC("down"), S_STATIC("451"), S_STATIC("550"), S_STATIC("554") };
	bool was_down = t->mail == MAIL_IS_DOWN;

	for (size_t i = 0; i < ARRAY_LENGTH(moods); i++) {
		if (!str_equal(mood, moods[i]))
			continue;
		t->mail = (enum mail_mood)i;
		if (was_down != (t->mail == MAIL_IS_DOWN))
			tale_command_with(t, CHANNEL_STATE, was_down ? S("mail 1 it works again") : S("mail 0 no connection"));
		return true;
	}
	return false;
}

/* As courier.c settles it in that mood of the channel. */
static void
settle(struct tale *t, struct letter_id id, int64_t hold)
{
	static const struct str more[] = { [MAIL_WORKS] = S_STATIC(" sent "), [MAIL_IS_DOWN] = S_STATIC(" later 0 0 no connection"),
		[MAIL_SAYS_LATER] = S_STATIC(" later 1 0 451 later"), [MAIL_SAYS_NOBODY] = S_STATIC(" refused address 550 nobody"), [MAIL_SAYS_NO] = S_STATIC(" refused letter 554 not wanted") };

	if (t->mail == MAIL_WORKS)
		receive(t, id, hold);
	tale_command_with(t, LETTER_SETTLE, str_join(t->arena, 2, (struct str[]){ numbers(t, id.value, hold), more[t->mail] }));
}

/* The number of its hold; 0: nothing is to be sent. */
int64_t
tale_takes_letter(struct tale *t, struct letter_id id)
{
	int64_t hold;

	tale_command_with(t, LETTER_TAKE, numbers(t, 1, id.value));
	return t->reply != NULL && t->reply->status == 200 && str_whole(str_trim(buf_str(&t->reply->body)), &hold) ? hold : 0;
}

static void
run_letter(struct tale *t, struct letter_id id)
{
	int64_t hold = tale_takes_letter(t, id);

	if (hold == 0)
		return;
	settle(t, id, hold);
	if (t->reply != NULL && !str_equal(buf_str(&t->reply->body), S("1")))
		tale_fails(t, "a letter is not settled: %.*s", STR_FORMAT(buf_str(&t->reply->body)));
}

void
tale_run_letters(struct tale *t)
{
	struct letters_due_rows due = { .count = 1 };

	for (int rounds = 0; due.count > 0 && rounds < DUE_AT_ONCE && !t->has_failed; rounds++) {
		check(sql_begin_read(t->world.db) == OK);
		check(letters_due(t->world.db, t->arena, LETTER_CHANNEL_MAIL, t->now, DUE_AT_ONCE, &due) == OK);
		sql_end_read(t->world.db);
		for (size_t i = 0; i < due.count; i++)
			run_letter(t, due.at[i].id);
		if (t->mail == MAIL_IS_DOWN)
			return;    /* a lane that is down rests */
	}
}

static bool
holds(const struct tale_letter *letter, struct str to, struct str words)
{
	return str_equal(letter->to, to) && (str_has(letter->subject, words) || str_has(letter->body, words));
}

static void
show_letters(struct tale *t)
{
	for (size_t i = 0; i < t->letter_count; i++)
		fprintf(t->out, "  %.*s to %.*s: %.*s\n%.*s", STR_FORMAT(t->letters[i].kind), STR_FORMAT(t->letters[i].to), STR_FORMAT(t->letters[i].subject),
		    STR_FORMAT(t->letters[i].body));
}

/* times: -1 at least once. */
void
tale_expects_letters(struct tale *t, struct str to, struct str words, int64_t times)
{
	int64_t found = 0;

	for (size_t i = 0; i < t->letter_count; i++)
		found += holds(&t->letters[i], to, words);
	if (times < 0 ? found > 0 : found == times)
		return;
	tale_fails(t, "%lld letters to %.*s hold \"%.*s\":", (long long)found, STR_FORMAT(to), STR_FORMAT(words));
	show_letters(t);
}

static size_t
first_with(const struct tale *t, struct str to, struct str words)
{
	size_t i = 0;

	while (i < t->letter_count && !holds(&t->letters[i], to, words))
		i++;
	return i;
}

void
tale_expects_order(struct tale *t, struct str to, struct str first, struct str second)
{
	size_t a = first_with(t, to, first), b = first_with(t, to, second);

	if (a < b && b < t->letter_count)
		return;
	tale_fails(t, "\"%.*s\" and \"%.*s\" did not come to %.*s one after the other:", STR_FORMAT(first), STR_FORMAT(second), STR_FORMAT(to));
	show_letters(t);
}

/* The address behind those words in the newest letter to that reader that has them; empty if none has. */
struct str
tale_letter_link(struct tale *t, struct str to, struct str words)
{
	for (size_t i = t->letter_count; i-- > 0;) {
		struct str rest = t->letters[i].body, line;

		if (str_equal(words, S("stop")) && str_equal(t->letters[i].to, to))
			return str_skip(t->letters[i].stop, t->world.server.base_url.length);

		while (str_equal(t->letters[i].to, to) && str_next(&rest, '\n', &line)) {
			struct str shown = str_skip(str_head(line, str_find(line, PART_INSIDE)), 1);

			if (line.length > 0 && line.at[0] == MARK_LINK && str_equal(shown, words))
				return str_skip(str_skip(line, str_find(line, PART_INSIDE) + 1), t->world.server.base_url.length);
		}
	}
	tale_fails(t, "no letter to %.*s has \"%.*s\"", STR_FORMAT(to), STR_FORMAT(words));
	show_letters(t);
	return S("");
}

struct str
tale_mail_secret(struct tale *t, struct str to, bool is_code)
{
	for (size_t i = t->letter_count; i-- > 0;) {
		struct str rest = t->letters[i].body, line;

		if (!str_equal(t->letters[i].to, to) || !str_equal(t->letters[i].kind, S("L52")))
			continue;
		while (str_next(&rest, '\n', &line)) {
			struct str value = str_skip(line, str_find(line, PART_INSIDE) + 1);

			if (is_code && str_starts(line, S("VCode")))
				return value;
			if (!is_code && line.length > 0 && line.at[0] == MARK_LINK)
				return str_skip(value, value.length - TOKEN_TEXT);
		}
	}
	return S("");
}

bool
tale_answer_id(const struct tale *t, int64_t *id)
{
	const struct str before = S("{\"id\":\"");
	const struct str list = S("{\"items\":[");
	struct str body = buf_str(&t->reply->body);

	body = str_skip(body, str_starts(body, list) ? list.length : 0);    /* of a list: its first */
	return str_starts(body, before) && id_read(str_head(str_skip(body, before.length), str_find(str_skip(body, before.length), '"')), id);
}

void
tale_run_restore(struct tale *t)
{
	struct ways_ended ended;
	struct visit *v = tale_begin(t);

	(void)tale_end(t, ways_in_end_all(v, when_iso(t->arena, t->now), &ended));
}

bool
tale_language_step(struct tale *t, const struct str *words, size_t count)
{
	if (count == 4 && str_equal(words[0], S("browsers")) && str_equal(words[1], S("ask")) && str_equal(words[2], S("for")))
		t->browsers_ask = str_equal(words[3], S("nothing")) ? S("") : str_copy(t->arena, words[3]);
	else if (count == 3 && str_equal(words[0], S("server")) && str_equal(words[1], S("writes")))
		t->world.server.language = str_copy(t->arena, words[2]);
	else
		return false;
	return true;
}
