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
