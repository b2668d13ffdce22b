/* Choosing among the languages of languages.def. */
#include "forms/language.h"

#include "base/check.h"
#include "forms/say.h"

enum { WHOLE_WEIGHT = 1000, RANGES_MOST = 30 };

static const struct str known[] = {
#define LANGUAGE(tag, name) S_STATIC(tag),
#include "forms/languages.def"
};

bool
language_is_known(struct str tag)
{
	for (size_t i = 0; i < ARRAY_LENGTH(known); i++)
		if (str_equal(known[i], tag))
			return true;
	return false;
}

/* "0.8" in thousandths; -1: not a weight. */
static int
weight_of(struct str text)
{
	int weight = 0, unit = WHOLE_WEIGHT;

	for (size_t i = 0; i < text.length; i++) {
		if (i == 1 && text.at[i] == '.')
			continue;
		if (i == 1 || text.at[i] < '0' || text.at[i] > '9' || unit == 0 || (i == 0 && text.at[i] > '1'))
			return -1;
		weight += (text.at[i] - '0') * unit;
		unit /= 10;
	}
	return text.length == 0 || weight > WHOLE_WEIGHT ? -1 : weight;
}

/* "de-AT;q=0.8" apart. */
static struct str
range_of(struct str item, int *weight)
{
	struct str range = S(""), part;

	*weight = WHOLE_WEIGHT;
	(void)str_next(&item, ';', &range);
	while (str_next(&item, ';', &part)) {
		part = str_trim(part);
		if (str_starts(part, S("q=")) || str_starts(part, S("Q=")))
			*weight = weight_of(str_skip(part, 2));
	}
	return str_trim(range);
}

static bool
takes(struct str range, struct str tag)
{
	return str_equal_ascii_case(str_head(range, tag.length), tag) && (range.length == tag.length || range.at[tag.length] == '-');
}

/* The longest tag that the range begins with. */
static struct str
tag_for(struct str range)
{
	if (takes(range, S(LANGUAGE_PSEUDO)))
		return S(LANGUAGE_PSEUDO);
	for (size_t i = 0; i < ARRAY_LENGTH(known); i++)
		if (takes(range, known[i]))
			return known[i];
	return S("");
}

struct str
language_of_header(struct str accept)
{
	struct str best = S(""), item;
	int most = 0, weight;

	for (int i = 0; i < RANGES_MOST && str_next(&accept, ',', &item); i++) {
		struct str tag = tag_for(range_of(item, &weight));

		if (!str_is_empty(tag) && weight > most) {
			best = tag;
			most = weight;
		}
	}
	return best;
}
