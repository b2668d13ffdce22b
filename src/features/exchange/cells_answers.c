/* How tables of form services write the answers to a programme's questions. */
#include "exchange/cells_answers.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "exchange/cells.h"
#include "formats/text.h"

enum { EXPECTED_BYTES = 400, PARTS_OF_A_DAY = 3, DATE_BYTES = 16, NUMBER_BYTES = 24, PIECES_MOST = 100, WORDS_MOST = 200 };

static void
send_pair(struct pairs *sent, const struct field *field, struct str value)
{
	sent->at[sent->count++] = (struct pair){ field->name, value };
}

/* --- choices --- */

static bool
is_word_of(struct arena *arena, const struct choice *choice, struct str folded)
{
	struct str label = text_folded(arena, choice->label), inside;
	size_t bracket = str_find(label, '('), colon = str_find(label, ':');

	if (str_equal(folded, label) || str_equal(folded, text_folded(arena, choice->value)))
		return true;
	if (colon < label.length && str_equal(folded, str_trim(str_skip(label, colon + 1))))    /* a scale's "1: never" */
		return true;
	inside = str_skip(label, bracket + 1);
	inside = str_head(inside, str_find(inside, ')'));
	return bracket < label.length && (str_equal(folded, str_trim(str_head(label, bracket))) || str_equal(folded, inside));    /* a language's "Suomi (Finnish)" */
}

static const struct choice *
choice_named(struct arena *arena, const struct field *field, struct str word)
{
	const struct choices *all = &field->choices;
	struct str folded;

	for (size_t i = 0; i < all->count; i++)
		if (str_equal(all->at[i].value, word))
			return &all->at[i];
	folded = text_folded(arena, word);
	for (size_t i = 0; i < all->count && !str_is_empty(folded); i++)
		if (is_word_of(arena, &all->at[i], folded))
			return &all->at[i];
	return NULL;
}

static bool
is_between(char c)
{
	return c == ';' || c == ',' || c == '\n';
}

static size_t
count_between(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.length; i++)
		count += is_between(s.at[i]);
	return count;
}

/* The end of the piece that s begins with, when it holds so many signs that may stand between two. */
static size_t
piece_end(struct str s, size_t held)
{
	size_t end = 0;

	for (; end < s.length; end++)
		if (is_between(s.at[end]) && held-- == 0)
			break;
	return end;
}

/* The longest beginning of *rest that is a choice; a choice may hold a comma itself. NULL: *wrong is what stands there instead. */
static const struct choice *
take_choice(struct arena *arena, const struct field *field, size_t held_most, struct str *rest, struct str *wrong)
{
	size_t held = count_between(*rest);

	for (held = held < held_most ? held : held_most;; held--) {
		size_t end = piece_end(*rest, held);
		const struct choice *choice = choice_named(arena, field, text_trim(str_head(*rest, end)));

		*wrong = text_trim(str_head(*rest, end));
		if (choice != NULL || held == 0) {
			*rest = str_skip(*rest, end + 1);
			return choice;
		}
	}
}

static struct str
send_choices(struct arena *arena, const struct exchange_answer *a, struct pairs *sent)
{
	struct str rest = a->cell, wrong = S("");
	size_t held_most = 0, before = sent->count;

	for (size_t i = 0; i < a->field->choices.count; i++)
		if (count_between(a->field->choices.at[i].value) > held_most)
			held_most = count_between(a->field->choices.at[i].value);
	for (size_t pieces = 0; !str_is_empty(text_trim(rest)); pieces++) {
		const struct choice *choice = take_choice(arena, a->field, held_most, &rest, &wrong);

		if (choice == NULL && str_is_empty(wrong))
			continue;    /* two signs in a row */
		if (choice == NULL || pieces == PIECES_MOST || sent->count - before == EXCHANGE_ANSWERS_MOST) {
			sent->count = before;
			return wrong;
		}
		send_pair(sent, a->field, choice->value);
	}
	return S("");
}

static struct str
send_choice(struct arena *arena, const struct exchange_answer *a, struct pairs *sent)
{
	const struct choice *choice = choice_named(arena, a->field, a->cell);

	if (choice == NULL)
		return a->cell;
	send_pair(sent, a->field, choice->value);
	return S("");
}

/* "Finnish", or with its level behind a comma, as our own tables have it. */
static struct str
send_language(struct arena *arena, const struct exchange_answer *a, struct pairs *sent)
{
	const struct choice *tongue = choice_named(arena, a->field, a->cell), *level = NULL;
	size_t cut = a->cell.length;

	while (cut > 0 && !is_between(a->cell.at[cut - 1]))
		cut--;
	if (tongue == NULL && cut > 0 && !a->has_level) {
		tongue = choice_named(arena, a->field, text_trim(str_head(a->cell, cut - 1)));
		level = choice_named(arena, a->field + 1, text_trim(str_skip(a->cell, cut)));
		tongue = level == NULL ? NULL : tongue;
	}
	if (tongue == NULL)
		return a->cell;
	send_pair(sent, a->field, tongue->value);
	if (level != NULL)
		send_pair(sent, a->field + 1, level->value);
	return S("");
}

/* --- the week --- */

static const char *const days[EXCHANGE_DAYS] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
static const char *const day_words[EXCHANGE_DAYS] = { "monday|mondays|mon|montag|mo", "tuesday|tuesdays|tue|dienstag|di", "wednesday|wednesdays|wed|mittwoch|mi",
	"thursday|thursdays|thu|donnerstag|do", "friday|fridays|fri|freitag|fr", "saturday|saturdays|sat|samstag|sa", "sunday|sundays|sun|sonntag|so" };
static const char *const part_words[PARTS_OF_A_DAY] = { "morning|mornings|vormittag|vormittags", "afternoon|afternoons|nachmittag|nachmittags", "evening|evenings|abend|abends" };

const char *
exchange_day(int day)
{
	return days[day];
}

static int
word_among(const char *const *rows, int count, struct str folded)
{
	for (int i = 0; i < count; i++) {
		struct str rest = str_from(rows[i]), word;

		while (str_next(&rest, '|', &word))
			if (str_equal(folded, word))
				return i;
	}
	return -1;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* The next word of letters. */
static struct str
take_word(struct str *rest)
{
	size_t from = 0, end;

	while (from < rest->length && !is_letter(rest->at[from]))
		from++;
	for (end = from; end < rest->length && is_letter(rest->at[end]); end++)
		continue;
	struct str word = str_head(str_skip(*rest, from), end - from);

	*rest = str_skip(*rest, end);
	return word;
}

/* Each part of the week once. */
static void
send_part(struct arena *arena, const struct exchange_answer *a, int64_t part, struct pairs *sent)
{
	struct buf number = buf_new(arena, NUMBER_BYTES);

	buf_whole(&number, part);
	send_pair(sent, a->field, buf_str(&number));
}

struct week {
	int64_t bits;
	int day;                      /* of which parts are told; EXCHANGE_NO_DAY: none yet */
	bool is_waiting;              /* a day was named, no part of it yet */
};

/* False if it is neither a day nor a part of one, or stands where it means nothing. */
static bool
take_week_word(struct week *week, struct str folded)
{
	int named = word_among(day_words, EXCHANGE_DAYS, folded), part = word_among(part_words, PARTS_OF_A_DAY, folded);

	if (named >= 0 && week->is_waiting)
		return false;
	if (named >= 0) {
		*week = (struct week){ week->bits, named, true };
		return true;
	}
	week->is_waiting = false;
	if (part < 0 || week->day < 0)
		return false;
	week->bits |= INT64_C(1) << (week->day * PARTS_OF_A_DAY + part);
	return true;
}

/* "Monday morning, afternoon; Tuesday evening"; in the column of a day its parts alone. A day without a part of it is not understood. */
static struct str
send_week(struct arena *arena, const struct exchange_answer *a, struct pairs *sent)
{
	struct week week = { .day = a->day };
	struct str rest = a->cell, word;

	for (size_t words = 0; !str_is_empty(word = take_word(&rest)); words++) {
		struct str folded = text_folded(arena, word);

		if (words == WORDS_MOST)
			return a->cell;    /* far more than a week has parts */
		if (!str_equal(folded, S("and")) && !str_equal(folded, S("und")) && !take_week_word(&week, folded))
			return a->cell;
	}
	if (week.is_waiting || week.bits == 0)
		return a->cell;
	for (int64_t part = 0; part < EXCHANGE_DAYS * PARTS_OF_A_DAY; part++)
		if ((week.bits >> part & 1) != 0)
			send_part(arena, a, part, sent);
	return S("");
}

/* --- the rest --- */

/* A box that is ticked says yes, that it agrees, or repeats what is agreed to. */
static struct str
send_consent(struct arena *arena, const struct exchange_answer *a, struct pairs *sent)
{
	struct str key = exchange_header_key(arena, a->cell);
	bool is_ticked = str_equal(key, exchange_header_key(arena, a->question->words)) || str_equal(key, S("iagree")) || str_equal(key, S("agree")) ||
	    str_equal(key, S("agreed")) || str_equal(key, S("yesiagree"));

	if (!is_ticked && !exchange_tick_read(arena, a->cell, &is_ticked))
		return a->cell;
	if (is_ticked)
		send_pair(sent, a->field, S("1"));
	return S("");
}

/* A day in the order that the form takes; another one is the form's to refuse. */
static void
send_date(struct arena *arena, const struct exchange_answer *a, struct pairs *sent)
{
	struct buf date = buf_new(arena, DATE_BYTES);
	struct exchange_when when;

	if (exchange_when_read(a->cell, &when)) {
		buf_digits(&date, (uint64_t)when.wall.year, 4);
		buf_char(&date, '-');
		buf_digits(&date, (uint64_t)when.wall.month, 2);
		buf_char(&date, '-');
		buf_digits(&date, (uint64_t)when.wall.day, 2);
	}
	send_pair(sent, a->field, date.length > 0 ? buf_str(&date) : a->cell);
}

struct str
exchange_answer_send(struct arena *arena, const struct exchange_answer *given, struct pairs *sent)
{
	struct exchange_answer a = *given;

	a.cell = text_trim(given->cell);
	if (str_is_empty(a.cell))
		return S("");
	switch (a.question->kind) {
	case QUESTION_KIND_CHOICES:
		return send_choices(arena, &a, sent);
	case QUESTION_KIND_CHOICE:
	case QUESTION_KIND_SCALE:
		return send_choice(arena, &a, sent);
	case QUESTION_KIND_LANGUAGE:
		return a.field->choices.count == 0 ? a.cell : send_language(arena, &a, sent);
	case QUESTION_KIND_WEEK:
		return send_week(arena, &a, sent);
	case QUESTION_KIND_CONSENT:
		return send_consent(arena, &a, sent);
	case QUESTION_KIND_DATE:
		send_date(arena, &a, sent);
		return S("");
	default:
		send_pair(sent, a.field, a.cell);
		return S("");
	}
}

static struct str
listed(struct arena *arena, const struct choices *choices)
{
	struct buf out = buf_new(arena, EXPECTED_BYTES);

	buf_add(&out, choices->count == 1 ? S("is not: ") : S("is none of: "));
	for (size_t i = 0; i < choices->count; i++) {
		if (out.length + choices->at[i].label.length + 8 > EXPECTED_BYTES) {
			buf_add(&out, S("; …"));
			break;
		}
		buf_add(&out, i == 0 ? S("") : S("; "));
		buf_add(&out, choices->at[i].label);
	}
	return buf_str(&out);
}

struct str
exchange_answer_expected(struct arena *arena, const struct exchange_answer *a)
{
	switch (a->question->kind) {
	case QUESTION_KIND_LANGUAGE:
		return S("is no language that we know by this name, like Finnish or fi, with how well it is spoken behind a comma or in a column of its own");
	case QUESTION_KIND_WEEK:
		return a->day == EXCHANGE_NO_DAY ? S("is no part of the week: write Monday morning, Tuesday evening") : S("is no part of a day: morning, afternoon or evening");
	case QUESTION_KIND_CONSENT:
		return S("is neither yes nor no");
	default:
		return listed(arena, &a->field->choices);
	}
}
