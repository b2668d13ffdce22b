/* 63 bits in 13 symbols of 5 bits; the first symbol holds 3 bits and is 0 to 7. */
#include "formats/id.h"

#include "base/arena.h"
#include "base/check.h"

enum { SYMBOLS = 13, BITS = 5 };

static const char symbols[] = "0123456789abcdefghjkmnpqrstvwxyz";

struct str
id_print(struct arena *arena, int64_t id)
{
	char *at = arena_take(arena, SYMBOLS);

	check(id >= 0);
	for (int i = SYMBOLS - 1; i >= 0; i--) {
		at[i] = symbols[id & 31];
		id >>= BITS;
	}
	return (struct str){ at, SYMBOLS };
}

/* The value of a symbol, forgiving what people mix up; -1 for anything else. */
static int
symbol_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		c = (char)(c - 'A' + 'a');
	if (c == 'o')
		return 0;
	if (c == 'i' || c == 'l')
		return 1;
	const char *found = c == '\0' ? NULL : strchr(symbols, c);

	return found == NULL ? -1 : (int)(found - symbols);
}

bool
id_read(struct str text, int64_t *out)
{
	uint64_t id = 0;

	if (text.length != SYMBOLS || symbol_value(text.at[0]) > 7)
		return false;
	for (size_t i = 0; i < SYMBOLS; i++) {
		int value = symbol_value(text.at[i]);

		if (value < 0)
			return false;
		id = id << BITS | (uint64_t)value;
	}
	if (id == 0)
		return false;
	*out = (int64_t)id;
	return true;
}
