/* Whom to look for: for each skill, language and block of eight hours that mentees ask for, what one new mentor of just that with one seat would bring. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/json.h"
#include "matching/reasons.h"

enum { BLOCK_HOURS = 8, BLOCKS = 24 / BLOCK_HOURS, CLASS_LEAST = 3, SHOWN = 20 };
#define SCRATCH_BYTES ((size_t)4 << 30)

struct class {
	struct str skill, language;
	uint32_t block, mentee;
	size_t mentees;
	int64_t gain;
};

static const struct str working_language = S_STATIC("en");    /* MD-language */

/* What the newcomer would weigh to that mentee: one skill, the common hours of the block, no goals, no wishes, and no more than the largest score supplied, since
 * the file may count in another scale; and so bring. */
static int64_t
gain_of(const struct matching_reasons *r, uint32_t mentee, uint32_t block)
{
	const struct match_person *e = &r->answer->input->cohort.mentees.at[mentee];
	uint32_t hours = e->has_hours ? e->hours >> (block * BLOCK_HOURS) & 0xFF : 0;
	int64_t score = match_rules_usual.weights[MATCH_SKILLS] / (int64_t)e->skills.count, common = 0;
	int64_t most = (r->total->base - 1) / (int64_t)r->answer->input->cohort.mentees.count;

	for (; hours != 0; hours &= hours - 1)
		common++;
	score += match_rules_usual.weights[MATCH_OVERLAP] * common / BLOCK_HOURS;
	if (score > most)
		score = most;
	return r->total->base + score - r->why->spare[mentee];
}

/* Whether a newcomer of that block meets the rule of hours. */
static bool
has_hours(const struct match_person *e, uint32_t block)
{
	uint32_t hours = e->hours >> (block * BLOCK_HOURS) & 0xFF;

	return !e->has_hours || (hours & (hours - 1)) != 0;    /* two at least */
}

static void
add_mentee(const struct matching_reasons *r, uint32_t mentee, struct class *all, size_t *count)
{
	const struct match_person *e = &r->answer->input->cohort.mentees.at[mentee];
	struct str_list usual = { (struct str[]){ working_language }, 1 };
	const struct str_list *langs = e->langs.count == 0 ? &usual : &e->langs;

	for (size_t s = 0; s < e->skills.count; s++)
		for (size_t l = 0; l < langs->count; l++)
			for (uint32_t block = 0; block < BLOCKS; block++)
				if (has_hours(e, block))
					all[(*count)++] = (struct class){ e->skills.at[s], langs->at[l], block, mentee, 1, gain_of(r, mentee, block) };
}

static int
by_class(const void *left, const void *right)
{
	const struct class *a = left, *b = right;
	int order = str_compare(a->skill, b->skill);

	if (order == 0)
		order = str_compare(a->language, b->language);
	if (order == 0)
		order = (a->block > b->block) - (a->block < b->block);
	return order != 0 ? order : (a->mentee > b->mentee) - (a->mentee < b->mentee);
}

static int
by_gain(const void *left, const void *right)
{
	const struct class *a = left, *b = right;

	if (a->gain != b->gain)
		return a->gain < b->gain ? 1 : -1;
	return by_class(left, right);
}

static bool
is_same(const struct class *a, const struct class *b)
{
	return str_equal(a->skill, b->skill) && str_equal(a->language, b->language) && a->block == b->block;
}

/* One row a class; those of fewer than three mentees become one of no name. */
static size_t
merge(struct class *all, size_t count)
{
	struct class rest = { .mentees = 0 };
	size_t kept = 0;

	qsort(all, count, sizeof(all[0]), by_class);
	for (size_t i = 0; i < count;) {
		struct class one = all[i];
		size_t end = i + 1;

		for (; end < count && is_same(&all[end], &one); end++)
			one.gain = all[end].gain > one.gain ? all[end].gain : one.gain;
		one.mentees = end - i;
		i = end;
		if (one.mentees >= CLASS_LEAST) {
			all[kept++] = one;
			continue;
		}
		rest.mentees += one.mentees;
		rest.gain = one.gain > rest.gain ? one.gain : rest.gain;
	}
	if (rest.mentees >= CLASS_LEAST)
		all[kept++] = rest;
	qsort(all, kept, sizeof(all[0]), by_gain);
	return kept;
}

static void
print_class(struct buf *out, const struct matching_reasons *r, const struct class *one)
{
	struct match_worth worth = match_loss_of(r->total, -one->gain);

	if (one->skill.length == 0) {
		buf_add(out, S("{\"skill\":null,\"language\":null,\"hours\":null"));
	} else {
		buf_add(out, S("{\"skill\":"));
		json_quote(out, one->skill);
		buf_add(out, S(",\"language\":"));
		json_quote(out, one->language);
		buf_format(out, ",\"hours\":\"%02u-%02u\"", one->block * BLOCK_HOURS, (one->block + 1) * BLOCK_HOURS);
	}
	buf_format(out, ",\"asked\":%zu,\"gain\":", one->mentees);
	worth = (struct match_worth){ -worth.matched, -worth.score };
	matching_print_worth(out, &worth);
	buf_char(out, '}');
}

void
matching_print_recruit(struct buf *out, const struct matching_reasons *r)
{
	const struct match_side *mentees = &r->answer->input->cohort.mentees;
	struct arena *scratch;
	struct class *all;
	size_t most = 0, count = 0;

	for (size_t i = 0; i < mentees->count; i++)
		most += mentees->at[i].skills.count * (mentees->at[i].langs.count + 1) * BLOCKS;
	arena_open(SCRATCH_BYTES, &scratch);
	all = ARENA_MANY(scratch, most + 1, struct class);
	for (uint32_t i = 0; i < mentees->count; i++)
		add_mentee(r, i, all, &count);
	count = merge(all, count);
	buf_add(out, S(",\"recruit\":["));
	for (size_t c = 0; c < count && c < SHOWN && all[c].gain > 0; c++) {
		if (c > 0)
			buf_char(out, ',');
		print_class(out, r, &all[c]);
	}
	buf_char(out, ']');
	arena_close(&scratch);
}
