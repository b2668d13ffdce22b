/* A programme's numbers: words become values, within bounds. */
#include "programmes/settings.h"

#include "base/check.h"

struct word {
	struct str written;
	int64_t value;
};

/* Words that settings of two or three ways are written with. */
static const struct word words[] = {
	{ S_STATIC("no"), 0 }, { S_STATIC("yes"), 1 }, { S_STATIC("coordinator"), 0 }, { S_STATIC("auto"), 1 },
	{ S_STATIC("off"), 0 }, { S_STATIC("ask"), 1 }, { S_STATIC("require"), 2 },
};

static bool
read_value(struct str written, int64_t *out)
{
	for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
		if (str_equal(words[i].written, written)) {
			*out = words[i].value;
			return true;
		}
	return str_whole(written, out);
}

void
settings_start(struct settings *s)
{
#define SETTING(field, name, type, fallback, min, max) s->field = fallback;
#include "programmes/settings.def"
#undef SETTING
}

enum outcome
settings_set(struct settings *s, struct str name, struct str written)
{
	int64_t value;

	if (!read_value(written, &value))
		return BAD_INPUT;
#define SETTING(field, called, type, fallback, min, max) \
	if (str_equal(name, S(called))) { \
		if (value < (min) || value > (max)) \
			return BAD_INPUT; \
		s->field = (type)value; \
		return OK; \
	}
#include "programmes/settings.def"
#undef SETTING
	return NOT_FOUND;
}

enum { NAME_MOST = 40, NEAR = 4 };

/* How many letters to add, drop or change to make b of a; more than NEAR for whatever is too long. */
static size_t
distance(struct str a, struct str b)
{
	size_t above[NAME_MOST + 1], here[NAME_MOST + 1];

	if (a.length > NAME_MOST || b.length > NAME_MOST)
		return NEAR + 1;
	for (size_t k = 0; k <= b.length; k++)
		above[k] = k;
	for (size_t i = 0; i < a.length; i++) {
		here[0] = i + 1;
		for (size_t k = 0; k < b.length; k++) {
			size_t change = above[k] + (a.at[i] == b.at[k] ? 0 : 1);
			size_t shift = (above[k + 1] < here[k] ? above[k + 1] : here[k]) + 1;

			here[k + 1] = change < shift ? change : shift;
		}
		memcpy(above, here, (b.length + 1) * sizeof(above[0]));
	}
	return above[b.length];
}

struct str
setting_near(struct str name)
{
	static const struct str names[] = {
#define SETTING(field, called, type, fallback, min, max) S_STATIC(called),
#include "programmes/settings.def"
#undef SETTING
	};
	struct str nearest = S("");
	size_t best = NEAR;

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
		if (distance(name, names[i]) < best) {
			best = distance(name, names[i]);
			nearest = names[i];
		}
	return nearest;
}
