/* What a field may hold, type by type. A complaint is a whole sentence that says what to do; what was typed stays as it was. */
#include "forms/read.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/limits.h"
#include "formats/text.h"
#include "formats/when.h"
#include "forms/say.h"

enum { EMAIL_MAX = 254, SENTENCE_MAX = 240, MANY_MAX = 100 };

static void
complain(struct value *value, const char *sentence)
{
	value->complaint = str_from(sentence);
}

/* A complaint with two numbers between its three parts. */
struct counted {
	const char *before, *between, *after;
};
static const struct counted too_short = { "Write at least ", " characters; you wrote ", "." };
static const struct counted too_long = { "Write at most ", " characters; you wrote ", "." };
static const struct counted out_of_range = { "Write a number from ", " to ", "." };
static const struct counted too_few = { "Choose at least ", "; you chose ", "." };
static const struct counted too_many = { "Choose at most ", "; you chose ", "." };

static void
complain_counted(struct arena *arena, struct value *value, const struct counted *words, int64_t a, int64_t b)
{
	struct buf sentence = buf_new(arena, SENTENCE_MAX);

	buf_add(&sentence, str_from(words->before));
	buf_whole(&sentence, a);
	buf_add(&sentence, str_from(words->between));
	buf_whole(&sentence, b);
	buf_add(&sentence, str_from(words->after));
	value->complaint = buf_str(&sentence);
}

/* The one value sent by that name; two of them are a complaint (TRUST.md, ASVS 15.3.7). */
static struct str
one_of(struct value *value, const struct pairs *sent)
{
	struct str found = S("");
	size_t count = 0;

	for (size_t i = 0; i < sent->count; i++)
		if (str_equal(sent->at[i].name, value->field->name) && count++ == 0)
			found = sent->at[i].value;
	if (count > 1)
		complain(value, N_("This answer came twice. Please send it once."));
	return found;
}

static int64_t
longest(const struct value *value, int64_t of_type)
{
	return value->max > 0 && value->max < of_type ? value->max : of_type;
}

/* Lines as browsers send them end with CR LF; we keep LF. */
static struct str
without_returns(struct arena *arena, struct str s)
{
	char *at = arena_take(arena, s.length + 1);
	size_t length = 0;

	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] != '\r')
			at[length++] = s.at[i];
	return (struct str){ at, length };
}

static void
read_text(struct arena *arena, struct value *value, struct str typed)
{
	bool is_long = value->field->type == FIELD_LONG_TEXT;
	int64_t most = longest(value, is_long ? LIMIT_TEXT_CHARACTERS : LIMIT_LINE_CHARACTERS), length, shown;

	value->text = is_long ? text_trim(without_returns(arena, typed)) : text_trim(typed);
	if (text_has_controls(value->text, is_long)) {
		complain(value, N_("There are invisible signs in this text. Please type it anew."));
		return;
	}
	value->text = text_nfc(arena, value->text);
	length = (int64_t)text_length(value->text);
	shown = (int64_t)text_length_shown(value->text);
	if (length == 0) {
		if (value->field->is_required)
			complain(value, N_("Write something here."));
		return;
	}
	if (shown < value->min)
		complain_counted(arena, value, &too_short, value->min, shown);
	else if (length > most)
		complain_counted(arena, value, &too_long, most, length);
}

static void
read_whole(struct arena *arena, struct value *value, struct str typed)
{
	value->text = text_trim(typed);
	if (value->text.length == 0) {
		if (value->field->is_required)
			complain(value, N_("Write a number here."));
		return;
	}
	if (!str_whole(value->text, &value->whole))
		complain(value, N_("Write a whole number, in digits."));
	else if (value->whole < value->min || (value->max > 0 && value->whole > value->max))
		complain_counted(arena, value, &out_of_range, value->min, value->max);
}

/* Shape alone: one @ between something and a name with a dot or not; whether mail arrives, only mail can tell. */
static bool
is_email(struct str s)
{
	size_t at = str_find(s, '@');
	struct str host = str_skip(s, at + 1);

	if (at == 0 || host.length == 0 || s.length > EMAIL_MAX || str_find(host, '@') < host.length)
		return false;
	for (size_t i = 0; i < s.length; i++)
		if ((unsigned char)s.at[i] <= ' ' || s.at[i] == 0x7f || strchr("<>,;:\\\"()[]", s.at[i]) != NULL)
			return false;
	return host.at[0] != '.' && host.at[0] != '-' && host.at[host.length - 1] != '.';
}

static void
read_email(struct arena *arena, struct value *value, struct str typed)
{
	value->text = text_nfc(arena, text_trim(typed));
	if (value->text.length == 0 && value->field->is_required)
		complain(value, N_("Write an e-mail address."));
	else if (value->text.length > 0 && !is_email(value->text))
		complain(value, N_("Write an address like name@example.org."));
}

bool
form_link_is_fine(struct str s)
{
	struct str rest = str_starts(s, S("https://")) ? str_skip(s, 8) : str_starts(s, S("http://")) ? str_skip(s, 7) : S("");
	struct str host = str_head(rest, str_find(rest, '/'));

	for (size_t i = 0; i < s.length; i++)
		if ((unsigned char)s.at[i] <= ' ' || s.at[i] == 0x7f || strchr("<>\"\\^`{|}", s.at[i]) != NULL)
			return false;
	return text_length(s) <= LIMIT_LINE_CHARACTERS && host.length >= 3 && str_find(host, '.') > 0 && str_find(host, '.') < host.length - 1 && str_find(host, '@') == host.length;
}

static void
read_link(struct arena *arena, struct value *value, struct str typed)
{
	value->text = text_nfc(arena, text_trim(typed));
	if (value->text.length == 0 && value->field->is_required)
		complain(value, N_("Write an address that begins with https://."));
	else if (value->text.length > 0 && !form_link_is_fine(value->text))
		complain(value, N_("Write an address like https://example.org/me, of at most 200 characters."));
}

static bool
is_choice(const struct value *value, struct str word)
{
	for (size_t i = 0; i < value->choices.count; i++)
		if (str_equal(value->choices.at[i].value, word))
			return true;
	return false;
}

static void
read_choice(struct value *value, struct str typed)
{
	value->text = typed;
	if (typed.length == 0) {
		if (value->field->is_required)
			complain(value, N_("Choose one of these."));
		return;
	}
	if (!is_choice(value, typed))
		complain(value, N_("This is not one of the choices any more. Choose again."));
}

bool
value_is_left_out(const struct value *value)
{
	return value->field->is_asked_if_any && value->choices.count == 0;
}

static bool
lacks_choices(const struct value *value)
{
	bool is_short = (int64_t)value->many.count < value->min || (value->field->is_required && value->many.count == 0);

	return is_short && !value_is_left_out(value);
}

static void
read_choices(struct arena *arena, struct value *value, const struct pairs *sent)
{
	value->many.at = ARENA_MANY(arena, MANY_MAX, struct str);
	for (size_t i = 0; i < sent->count && value->many.count < MANY_MAX; i++) {
		struct str word = sent->at[i].value;

		if (!str_equal(sent->at[i].name, value->field->name) || str_list_has(&value->many, word))
			continue;
		if (is_choice(value, word))
			value->many.at[value->many.count++] = word;
		else
			complain(value, N_("One of these is not a choice any more. Choose again."));
	}
	if (lacks_choices(value))
		complain_counted(arena, value, &too_few, value->min > 0 ? value->min : 1, (int64_t)value->many.count);
	else if (value->max > 0 && (int64_t)value->many.count > value->max)
		complain_counted(arena, value, &too_many, value->max, (int64_t)value->many.count);
}

static void
read_texts(struct arena *arena, struct value *value, const struct pairs *sent)
{
	value->many.at = ARENA_MANY(arena, MANY_MAX, struct str);
	for (size_t i = 0; i < sent->count && value->many.count < MANY_MAX; i++) {
		struct str text = text_nfc(arena, text_trim(sent->at[i].value));

		if (!str_equal(sent->at[i].name, value->field->name) || str_is_empty(text) || str_list_has(&value->many, text))
			continue;
		if (text_has_controls(text, false) || text_length(text) > LIMIT_LINE_CHARACTERS)
			complain(value, N_("One of these texts is too long or holds invisible signs."));
		else
			value->many.at[value->many.count++] = text;
	}
	if ((int64_t)value->many.count < value->min)
		complain_counted(arena, value, &too_few, value->min, (int64_t)value->many.count);
	else if (value->max > 0 && (int64_t)value->many.count > value->max)
		complain_counted(arena, value, &too_many, value->max, (int64_t)value->many.count);
}

static void
read_week(struct value *value, const struct pairs *sent)
{
	for (size_t i = 0; i < sent->count; i++) {
		int64_t part;

		if (!str_equal(sent->at[i].name, value->field->name))
			continue;
		if (str_whole(sent->at[i].value, &part) && part >= 0 && part < WEEK_PARTS)
			value->whole |= INT64_C(1) << part;
		else
			complain(value, N_("This part of the week is unknown. Choose again."));
	}
	if (value->field->is_required && value->whole == 0)
		complain(value, N_("Choose at least one part of the week."));
}

static void
read_tick(struct value *value, struct str typed)
{
	value->whole = typed.length > 0 && !str_equal(typed, S("0"));
	if (value->field->is_required && value->whole == 0)
		complain(value, N_("Please tick this to go on."));
}

static void
read_zone(struct value *value, struct str typed)
{
	value->text = text_trim(typed);
	if (value->text.length == 0 && value->field->is_required)
		complain(value, N_("Choose a time zone."));
	else if (value->text.length > 0 && !zone_is_known(value->text))
		complain(value, N_("Choose a time zone from the list, for example Europe/Berlin."));
}

static void
read_day_or_time(struct value *value, struct str typed)
{
	bool is_date = value->field->type == FIELD_DATE, is_fine;
	struct wall wall;
	struct moment moment;

	value->text = text_trim(typed);
	if (value->text.length == 0) {
		if (value->field->is_required)
			complain(value, is_date ? N_("Choose a day.") : N_("Choose a time."));
		return;
	}
	is_fine = is_date ? when_date_read(value->text, &wall) && when_moment(NULL, wall, &moment) : when_time_read(value->text, &wall);
	if (!is_fine)
		complain(value, is_date ? N_("Write the day as 2026-11-24: year, month, day.") : N_("Write the time as 18:30."));
}

static void
read_carried(struct value *value, struct str typed)
{
	value->text = typed;
	if (typed.length > LIMIT_LINE_CHARACTERS || text_has_controls(typed, false))
		complain(value, N_("This form is damaged. Open the page again."));
}

/* The types of one value each. */
static void
read_one(struct arena *arena, struct value *value, struct str typed)
{
	switch (value->field->type) {
	case FIELD_TEXT:
	case FIELD_LONG_TEXT:
		read_text(arena, value, typed);
		break;
	case FIELD_WHOLE:
		read_whole(arena, value, typed);
		break;
	case FIELD_EMAIL:
		read_email(arena, value, typed);
		break;
	case FIELD_LINK:
		read_link(arena, value, typed);
		break;
	case FIELD_CHOICE:
		read_choice(value, typed);
		break;
	case FIELD_TICK:
		read_tick(value, typed);
		break;
	case FIELD_ZONE:
		read_zone(value, typed);
		break;
	case FIELD_DATE:
	case FIELD_TIME:
		read_day_or_time(value, typed);
		break;
	default:
		read_carried(value, typed);
	}
}

void
field_read(struct arena *arena, struct value *value, const struct pairs *sent)
{
	struct str typed, complaint;

	if (value->field->type == FIELD_CHOICES) {
		read_choices(arena, value, sent);
		return;
	}
	if (value->field->type == FIELD_WEEK) {
		read_week(value, sent);
		return;
	}
	if (value->field->type == FIELD_TEXTS) {
		read_texts(arena, value, sent);
		return;
	}
	typed = one_of(value, sent);
	complaint = value->complaint;
	read_one(arena, value, typed);
	if (complaint.length > 0)
		value->complaint = complaint;
}
