/* Looking sentences up in the catalogue of a language. English has none: a sentence is itself. */
#include "forms/say.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/catalogue.h"
#include "forms/catalogues.h"
#include "forms/language.h"
#include "system/log.h"

enum { TONGUES_MOST = 16, SENTENCES_MOST = 8 << 10, FILLED_MAX = 8 << 10 };

/* missed: the sentences that were logged as lacking, by their place in the pseudo-locale, which has them all. */
struct tongue {
	struct str language;
	struct catalogue catalogue;
	uint8_t missed[SENTENCES_MOST / 8];
};

static struct tongue tongues[TONGUES_MOST];
static size_t tongue_count;

/* At the first question; one that is broken would be our own build's mistake. */
static void
open_tongues(void)
{
	check(catalogues_count <= TONGUES_MOST);
	for (size_t i = 0; i < catalogues_count; i++) {
		struct str path = catalogues[i].path;

		tongues[i].language = str_head(path, str_find(path, '.'));
		check(catalogue_open(catalogues[i].bytes, &tongues[i].catalogue));
	}
	tongue_count = catalogues_count;
}

static struct tongue *
tongue_of(struct str language)
{
	if (str_is_empty(language) || str_equal(language, S(LANGUAGE_SOURCE)))
		return NULL;
	if (tongue_count == 0)
		open_tongues();
	for (size_t i = 0; i < tongue_count; i++)
		if (str_equal(tongues[i].language, language))
			return &tongues[i];
	return NULL;
}

/* A sentence that is composed, or somebody's own, is in no catalogue, and nothing is missed then. */
static void
miss(struct tongue *t, const char *sentence)
{
	const struct tongue *all = tongue_of(S(LANGUAGE_PSEUDO));
	size_t at = all == NULL ? 0 : catalogue_place(&all->catalogue, sentence);

	if (all == NULL || all == t || at == all->catalogue.count || at >= SENTENCES_MOST || (t->missed[at / 8] & 1U << at % 8) != 0)
		return;
	t->missed[at / 8] = (uint8_t)(t->missed[at / 8] | 1U << at % 8);
	LOG(LOG_INFO, "not-translated", LOG_TEXT("language", t->language), LOG_TEXT("sentence", str_from(sentence)));
}

struct str
say(struct str language, const char *sentence)
{
	struct tongue *t = tongue_of(language);
	struct str found;

	if (t == NULL || sentence[0] == '\0')
		return str_from(sentence);
	if (catalogue_find(&t->catalogue, sentence, &found))
		return str_head(found, str_find(found, '\0'));
	miss(t, sentence);
	return str_from(sentence);
}

struct str
say_plural(struct str language, int64_t count, const char *one, const char *many)
{
	struct tongue *t = tongue_of(language);
	struct str found;

	if (t != NULL && catalogue_find(&t->catalogue, one, &found))
		return catalogue_form(&t->catalogue, found, count);
	if (t != NULL)
		miss(t, one);
	return str_from(count == 1 ? one : many);
}

static const struct say_value *
value_of(size_t count, const struct say_value *values, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(str_from(values[i].name), name))
			return &values[i];
	return NULL;
}

struct str
say_filled(struct arena *arena, struct str sentence, size_t count, const struct say_value *values)
{
	struct buf out = buf_new(arena, FILLED_MAX);

	while (sentence.length > 0) {
		size_t open = str_find(sentence, '{');
		struct str name = str_skip(sentence, open + 1);
		const struct say_value *value;

		buf_add(&out, str_head(sentence, open));
		name = str_head(name, str_find(name, '}'));
		value = open == sentence.length ? NULL : value_of(count, values, name);
		sentence = str_skip(sentence, open);
		if (value != NULL)
			buf_add(&out, value->text);
		else
			buf_add(&out, str_head(sentence, name.length + 2));
		sentence = str_skip(sentence, name.length + 2);
	}
	return buf_str(&out);
}

struct str
say_count(struct arena *arena, struct str language, int64_t count, const char *one, const char *many)
{
	struct buf digits = buf_new(arena, 24);

	buf_whole(&digits, count);
	return say_filled(arena, say_plural(language, count, one, many), 1, (struct say_value[]){ { "n", buf_str(&digits) } });
}
