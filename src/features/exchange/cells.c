/* What cells of other people's tables mean. */
#include "exchange/cells.h"

#include "base/arena.h"
#include "base/check.h"
#include "formats/text.h"

enum { HEADER_CHARACTERS = 260 };    /* a question at its longest, and a part of the week behind it */

static bool
is_one_of(struct arena *arena, struct str cell, const char *words)
{
	struct str folded = text_folded(arena, cell), rest = str_from(words), word;

	while (str_next(&rest, '|', &word))
		if (str_equal(folded, word))
			return true;
	return false;
}

bool
exchange_tick_read(struct arena *arena, struct str cell, bool *out)
{
	*out = is_one_of(arena, cell, "checked|yes|y|true|1|x|active|on|✓");
	return *out || str_is_empty(cell) || is_one_of(arena, cell, "unchecked|no|n|false|0|inactive|off|-");
}

bool
exchange_stand_read(struct arena *arena, struct str cell, enum exchange_stand *out)
{
	*out = is_one_of(arena, cell, "fulfilled|held|done|closed|completed|complete") ? STAND_HELD : STAND_OPEN;
	return *out == STAND_HELD || str_is_empty(cell) || is_one_of(arena, cell, "available|open|new|todo|waiting|unclaimed|claimed|assigned|in progress");
}

/* Digits at the beginning of *rest, at most that many. */
static bool
take_number(struct str *rest, size_t most, int *out)
{
	size_t length = 0;
	int64_t number;

	while (length < most && length < rest->length && rest->at[length] >= '0' && rest->at[length] <= '9')
		length++;
	if (length == 0 || !str_whole(str_head(*rest, length), &number))
		return false;
	*rest = str_skip(*rest, length);
	*out = (int)number;
	return true;
}

static bool
take(struct str *rest, const char *word)
{
	size_t length = strlen(word);

	if (!str_equal_ascii_case(str_head(*rest, length), str_from(word)))
		return false;
	*rest = str_skip(*rest, length);
	return true;
}

/* The hour of a clock with twelve of them. */
static bool
take_half(struct str *rest, struct wall *wall)
{
	bool is_before = take(rest, "am"), is_after = !is_before && take(rest, "pm");

	if (!is_before && !is_after)
		return true;
	if (wall->hour < 1 || wall->hour > 12)
		return false;
	wall->hour = wall->hour % 12 + (is_after ? 12 : 0);
	return true;
}

static bool
take_time(struct str *rest, struct wall *wall)
{
	int second = 0;

	if (!take_number(rest, 2, &wall->hour) || !take(rest, ":") || !take_number(rest, 2, &wall->minute))
		return false;
	if (take(rest, ":") && !take_number(rest, 2, &second))
		return false;
	if (take(rest, ".") && !take_number(rest, 6, &second))    /* a fraction of a second */
		return false;
	*rest = str_trim(*rest);
	return take_half(rest, wall) && wall->hour <= 23 && wall->minute <= 59 && second <= 999999;
}

/* "+1", "-03:30", "+0100": how far east of UTC. */
static bool
take_east(struct str *rest, int *east_minutes)
{
	bool is_east = take(rest, "+"), is_west = !is_east && take(rest, "-");
	int hours, minutes = 0;

	if (!is_east && !is_west)
		return true;
	if (!take_number(rest, 2, &hours))
		return false;
	(void)take(rest, ":");
	if (!str_is_empty(*rest) && !take_number(rest, 2, &minutes))
		return false;
	*east_minutes = (is_east ? 1 : -1) * (hours * 60 + minutes);
	return hours <= 14 && minutes <= 59;
}

static bool
take_zone(struct str *rest, struct exchange_when *out)
{
	out->is_utc = take(rest, "Z") || take(rest, "UTC") || take(rest, "GMT") || str_starts(*rest, S("+")) || str_starts(*rest, S("-"));
	return !out->is_utc || take_east(rest, &out->east_minutes);
}

bool
exchange_when_read(struct str cell, struct exchange_when *out)
{
	struct str rest = str_trim(cell), day = str_head(rest, 10);
	char digits[10];

	*out = (struct exchange_when){ .is_utc = false };
	if (day.length != 10)
		return false;
	memcpy(digits, day.at, sizeof(digits));
	if (digits[4] == '/' && digits[7] == '/')
		digits[4] = digits[7] = '-';
	if (!when_date_read((struct str){ digits, sizeof(digits) }, &out->wall))
		return false;
	rest = str_skip(rest, 10);
	if (str_is_empty(rest))
		return true;
	if (!take(&rest, "T") && !take(&rest, " "))
		return false;
	rest = str_trim(rest);
	if (!take_time(&rest, &out->wall))
		return false;
	rest = str_trim(rest);
	return take_zone(&rest, out) && str_is_empty(rest);
}

struct str
exchange_header_key(struct arena *arena, struct str header)
{
	struct str folded = text_folded(arena, text_head(header, HEADER_CHARACTERS));
	char *at = arena_take(arena, folded.length + 1);
	size_t length = 0;

	for (size_t i = 0; i < folded.length; i++) {
		unsigned char byte = (unsigned char)folded.at[i];

		if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80)
			at[length++] = (char)byte;
	}
	return (struct str){ at, length };
}
