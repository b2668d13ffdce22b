/* The last line of a zone's file: a POSIX TZ string with the extensions of RFC 8536 3.3.1. */
#include "formats/tzif.h"

#include "base/arena.h"

enum { SECONDS_PER_HOUR = 3600, DEFAULT_TURN = 2 * SECONDS_PER_HOUR };

static bool
take(struct str *rest, char c)
{
	if (rest->length == 0 || rest->at[0] != c)
		return false;
	*rest = str_skip(*rest, 1);
	return true;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
take_number(struct str *rest, int *out)
{
	int value = 0, digits = 0;

	while (rest->length > 0 && is_digit(rest->at[0]) && digits < 4) {
		value = value * 10 + (rest->at[0] - '0');
		*rest = str_skip(*rest, 1);
		digits++;
	}
	*out = value;
	return digits > 0;
}

/* [+-]hh[:mm[:ss]] in seconds */
static bool
take_clock(struct str *rest, int32_t *out)
{
	bool is_negative = take(rest, '-');
	int hours, minutes = 0, seconds = 0;

	if (!is_negative)
		take(rest, '+');
	if (!take_number(rest, &hours) || hours > 167)
		return false;
	if (take(rest, ':') && (!take_number(rest, &minutes) || minutes > 59))
		return false;
	if (take(rest, ':') && (!take_number(rest, &seconds) || seconds > 59))
		return false;
	*out = hours * SECONDS_PER_HOUR + minutes * 60 + seconds;
	if (is_negative)
		*out = -*out;
	return true;
}

/* A name of letters, or anything between < and >. */
static bool
take_name(struct arena *keep, struct str *rest, struct str *out)
{
	size_t length = 0;

	if (take(rest, '<')) {
		length = str_find(*rest, '>');
		if (length == rest->length)
			return false;
		*out = str_copy(keep, str_head(*rest, length));
		*rest = str_skip(*rest, length + 1);
		return length > 0;
	}
	while (length < rest->length && ((rest->at[length] | 32) >= 'a' && (rest->at[length] | 32) <= 'z'))
		length++;
	*out = str_copy(keep, str_head(*rest, length));
	*rest = str_skip(*rest, length);
	return length > 0;
}

/* month.week.day */
static bool
take_weekday(struct str *rest, struct tzif_turn *turn)
{
	turn->kind = 'M';
	if (!take_number(rest, &turn->month) || !take(rest, '.') || !take_number(rest, &turn->week) || !take(rest, '.') ||
	    !take_number(rest, &turn->day))
		return false;
	return turn->month >= 1 && turn->month <= 12 && turn->week >= 1 && turn->week <= 5 && turn->day <= 6;
}

static bool
take_turn(struct str *rest, struct tzif_turn *turn)
{
	if (!take(rest, ','))
		return false;
	turn->seconds = DEFAULT_TURN;
	if (take(rest, 'M')) {
		if (!take_weekday(rest, turn))
			return false;
	} else {
		turn->kind = take(rest, 'J') ? 'J' : 'n';
		if (!take_number(rest, &turn->day) || turn->day > 365 || (turn->kind == 'J' && turn->day == 0))
			return false;
	}
	return !take(rest, '/') || take_clock(rest, &turn->seconds);
}

bool
tzif_rule_read(struct arena *keep, struct str text, struct tzif_rule *out)
{
	struct tzif_rule rule = { .is_there = true };
	int32_t west;

	if (!take_name(keep, &text, &rule.winter.short_name) || !take_clock(&text, &west))
		return false;
	rule.winter.offset_seconds = -west;    /* POSIX counts west of Greenwich */
	if (text.length == 0) {
		*out = rule;
		return true;
	}
	rule.has_summer = true;
	rule.summer.is_summer = true;
	rule.summer.offset_seconds = rule.winter.offset_seconds + SECONDS_PER_HOUR;
	if (!take_name(keep, &text, &rule.summer.short_name))
		return false;
	if (text.length > 0 && text.at[0] != ',') {
		if (!take_clock(&text, &west))
			return false;
		rule.summer.offset_seconds = -west;
	}
	if (!take_turn(&text, &rule.summer_begins) || !take_turn(&text, &rule.summer_ends) || text.length > 0)
		return false;
	*out = rule;
	return true;
}
