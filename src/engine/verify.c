/* The checker. It is meant to be read by whoever does not trust the solvers, so it does each thing in the plainest way. */
#include "engine/verify.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "engine/verify_steps.h"

enum { WORDS_BYTES = 400 };

typedef __int128 wide;

struct judge {
	struct arena *arena;
	const struct match_cohort *cohort;
	const struct match_statement *said;
	struct match_report *report;
	bool *has_pin;                /* of each mentee */
	uint32_t *mentor_of;          /* as stated, or MATCH_NOBODY */
	int64_t *load, *seats;        /* of each mentor: pairs stated, and seats without those of pins */
};

void
match_claim(struct match_report *report, struct str name, bool holds, struct str words)
{
	check(report->count < MATCH_CLAIMS);
	report->claims[report->count++] = (struct match_claim){ name, holds ? MATCH_HOLDS : MATCH_FALSE, holds ? S("") : words };
}

static struct str
two_people(struct judge *j, uint32_t mentee, uint32_t mentor, struct str what)
{
	struct str parts[] = { j->cohort->mentees.at[mentee].id, S(" with "), j->cohort->mentors.at[mentor].id, S(" "), what };

	return str_join(j->arena, ARRAY_LENGTH(parts), parts);
}

/* "stated 5, found 6" */
static struct str
two_numbers(struct judge *j, wide stated, wide found)
{
	struct buf out = buf_new(j->arena, WORDS_BYTES);

	/* No sum of ours passes 2^60 where it is right; one that does is shown as the nearest that can be. */
	buf_format(&out, "stated %lld, found %lld", (long long)stated, found > INT64_MAX ? (long long)INT64_MAX : (long long)found);
	return buf_str(&out);
}

static bool
is_listed(const struct match_pin *list, size_t count, uint32_t mentee, uint32_t mentor, bool *overrides)
{
	for (size_t low = 0, high = count; low < high;) {
		size_t middle = low + (high - low) / 2;

		if (list[middle].mentee == mentee && list[middle].mentor == mentor) {
			*overrides = list[middle].overrides;
			return true;
		}
		if (list[middle].mentee < mentee || (list[middle].mentee == mentee && list[middle].mentor < mentor))
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* NULL if the pair has no row. */
static const struct match_row *
row_of(const struct match_cohort *c, uint32_t mentee, uint32_t mentor)
{
	for (size_t low = 0, high = c->row_count; low < high;) {
		size_t middle = low + (high - low) / 2;
		const struct match_row *row = &c->rows[middle];

		if (row->mentee == mentee && row->mentor == mentor)
			return row;
		if (row->mentee < mentee || (row->mentee == mentee && row->mentor < mentor))
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Each mentee once; who is stated twice counts with the first mentor. */
static void
judge_once(struct judge *j)
{
	struct str words = S("");

	for (size_t i = 0; i < j->cohort->mentees.count; i++)
		j->mentor_of[i] = MATCH_NOBODY;
	for (size_t p = 0; p < j->said->pair_count; p++) {
		const struct match_pin *pair = &j->said->pairs[p];

		j->load[pair->mentor]++;
		if (j->mentor_of[pair->mentee] == MATCH_NOBODY)
			j->mentor_of[pair->mentee] = pair->mentor;
		else if (words.length == 0)
			words = two_people(j, pair->mentee, pair->mentor, S("is a second pair of that mentee"));
	}
	match_claim(j->report, S("one mentor each"), words.length == 0, words);
}

/* Each pair has a row and is not blocked, or is a pin that says so. */
static void
judge_pairs(struct judge *j)
{
	const struct match_cohort *c = j->cohort;
	struct str words = S("");
	bool overrides, ignored;

	for (size_t p = 0; p < j->said->pair_count && words.length == 0; p++) {
		const struct match_pin *pair = &j->said->pairs[p];
		bool is_pin = is_listed(c->pins, c->pin_count, pair->mentee, pair->mentor, &overrides);

		if (is_listed(c->blocks, c->block_count, pair->mentee, pair->mentor, &ignored))
			words = two_people(j, pair->mentee, pair->mentor, S("is blocked"));
		else if (row_of(c, pair->mentee, pair->mentor) == NULL && !(is_pin && overrides))
			words = two_people(j, pair->mentee, pair->mentor, S("has no score row"));
	}
	match_claim(j->report, S("feasible pairs"), words.length == 0, words);
}

static void
judge_pins(struct judge *j)
{
	const struct match_cohort *c = j->cohort;
	struct str words = S("");

	for (size_t m = 0; m < c->mentors.count; m++)
		j->seats[m] = match_capacity(&c->mentors.at[m]);
	for (size_t p = 0; p < c->pin_count; p++) {
		j->has_pin[c->pins[p].mentee] = true;
		j->seats[c->pins[p].mentor]--;
		if (j->mentor_of[c->pins[p].mentee] != c->pins[p].mentor && words.length == 0)
			words = two_people(j, c->pins[p].mentee, c->pins[p].mentor, S("is pinned and not in the plan"));
	}
	match_claim(j->report, S("pins kept"), words.length == 0, words);
}

static void
judge_capacity(struct judge *j)
{
	const struct match_side *mentors = &j->cohort->mentors;
	struct str words = S("");

	for (size_t m = 0; m < mentors->count && words.length == 0; m++)
		if (j->load[m] > match_capacity(&mentors->at[m]))
			words = str_join(j->arena, 2, (struct str[]){ mentors->at[m].id, S(" holds more than the capacity") });
	match_claim(j->report, S("capacity"), words.length == 0, words);
}

/* Rows and people alone say what B is. */
static int64_t
base_of(const struct match_cohort *c)
{
	int64_t most = 1;

	for (size_t i = 0; i < c->row_count; i++)
		most = c->rows[i].score > most ? c->rows[i].score : most;
	return 1 + (int64_t)c->mentees.count * most;
}

static void
judge_numbers(struct judge *j)
{
	const struct match_statement *said = j->said;
	int64_t base = base_of(j->cohort);
	wide score = 0, primal = 0;

	for (size_t p = 0; p < said->pair_count; p++) {
		const struct match_row *row = row_of(j->cohort, said->pairs[p].mentee, said->pairs[p].mentor);

		score += row == NULL ? 0 : row->score;
		if (!j->has_pin[said->pairs[p].mentee])
			primal += base + (row == NULL ? 0 : row->score);
	}
	match_claim(j->report, S("matched"), said->matched == (int64_t)said->pair_count, two_numbers(j, said->matched, (wide)said->pair_count));
	match_claim(j->report, S("score"), said->score == score, two_numbers(j, said->score, score));
	match_claim(j->report, S("B"), said->base == base, two_numbers(j, said->base, base));
	if (said->mode == MATCH_MODE_TOTAL)
		match_claim(j->report, S("primal"), said->primal == primal, two_numbers(j, said->primal, primal));
}

/* No dual is below 0. */
static void
judge_signs(struct judge *j)
{
	struct str words = S("");

	for (size_t i = 0; i < j->cohort->mentees.count; i++)
		if (j->said->mentee_duals[i] < 0)
			words = j->cohort->mentees.at[i].id;
	for (size_t m = 0; m < j->cohort->mentors.count; m++)
		if (j->said->mentor_duals[m] < 0)
			words = j->cohort->mentors.at[m].id;
	match_claim(j->report, S("duals not negative"), words.length == 0, words);
}

/* A pair that no pin, block or full mentor forbids: one that a plan may hold. */
static bool
is_open(const struct judge *j, const struct match_row *row)
{
	const struct match_cohort *c = j->cohort;
	bool ignored;

	return !j->has_pin[row->mentee] && j->seats[row->mentor] > 0
	    && !is_listed(c->blocks, c->block_count, row->mentee, row->mentor, &ignored);
}

/* On every pair that could still be made, the two duals are together at least its weight. */
static void
judge_edges(struct judge *j)
{
	const struct match_cohort *c = j->cohort;
	int64_t base = base_of(c);
	struct str words = S("");

	for (size_t i = 0; i < c->row_count && words.length == 0; i++) {
		const struct match_row *row = &c->rows[i];

		if (!is_open(j, row))
			continue;
		if ((wide)j->said->mentee_duals[row->mentee] + j->said->mentor_duals[row->mentor] < (wide)base + row->score)
			words = two_people(j, row->mentee, row->mentor, S("weighs more than their duals together"));
	}
	match_claim(j->report, S("duals cover every pair"), words.length == 0, words);
}

/* Weak duality: no plan weighs more than the duals say, so a plan that weighs as much is the best. */
static void
judge_optimum(struct judge *j)
{
	wide dual = 0;

	for (size_t i = 0; i < j->cohort->mentees.count; i++)
		dual += j->said->mentee_duals[i];
	for (size_t m = 0; m < j->cohort->mentors.count; m++)
		if (j->seats[m] > 0)
			dual += (wide)j->seats[m] * j->said->mentor_duals[m];
	match_claim(j->report, S("dual"), j->said->dual == dual, two_numbers(j, j->said->dual, dual));
	match_claim(j->report, S("optimal"), j->said->primal == dual, two_numbers(j, j->said->primal, dual));
}

/* --- mode stable --- */

/* How a person likes another one: place among the wishes, 99 for none, then the score in steps. Smaller is better. */
static int64_t
liking(const struct match_person *one, uint32_t other, int32_t score, int32_t step)
{
	int64_t place = 99;

	for (uint32_t r = one->wish_count; r > 0; r--)
		if (one->wishes[r - 1] == other)
			place = r - 1;
	return place * (MATCH_SCORE + 1) - score / step;
}

static int64_t
mentee_likes(const struct match_cohort *c, const struct match_row *row)
{
	return liking(&c->mentees.at[row->mentee], row->mentor, row->score, 500);
}

static int64_t
mentor_likes(const struct match_cohort *c, const struct match_row *row)
{
	return liking(&c->mentors.at[row->mentor], row->mentee, row->score, 1000);
}

/* What each mentor likes least among the mentees held without a pin, and what each mentee has. */
static void
read_likings(struct judge *j, int64_t *worst_held, int64_t *has)
{
	const struct match_cohort *c = j->cohort;

	for (size_t m = 0; m < c->mentors.count; m++)
		worst_held[m] = INT64_MIN;
	for (size_t i = 0; i < c->mentees.count; i++)
		has[i] = INT64_MAX;
	for (size_t i = 0; i < c->row_count; i++) {
		const struct match_row *row = &c->rows[i];

		if (j->mentor_of[row->mentee] != row->mentor || j->has_pin[row->mentee])
			continue;
		has[row->mentee] = mentee_likes(c, row);
		if (mentor_likes(c, row) > worst_held[row->mentor])
			worst_held[row->mentor] = mentor_likes(c, row);
	}
}

/* Every pair that could be made, is not, and that both sides would rather have; a free seat is better than none. */
static void
judge_stable(struct judge *j)
{
	const struct match_cohort *c = j->cohort;
	int64_t *worst_held = ARENA_MANY(j->arena, c->mentors.count + 1, int64_t), *has = ARENA_MANY(j->arena, c->mentees.count + 1, int64_t);
	int64_t *unpinned = ARENA_MANY(j->arena, c->mentors.count + 1, int64_t), blocking = 0;
	struct str words = S("");

	read_likings(j, worst_held, has);
	for (size_t i = 0; i < c->mentees.count; i++)
		if (j->mentor_of[i] != MATCH_NOBODY && !j->has_pin[i])
			unpinned[j->mentor_of[i]]++;
	for (size_t i = 0; i < c->row_count; i++) {
		const struct match_row *row = &c->rows[i];

		if (!is_open(j, row) || j->mentor_of[row->mentee] == row->mentor)
			continue;
		if (mentee_likes(c, row) >= has[row->mentee]
		    || (unpinned[row->mentor] >= j->seats[row->mentor] && mentor_likes(c, row) >= worst_held[row->mentor]))
			continue;
		if (blocking++ == 0)
			words = two_people(j, row->mentee, row->mentor, S("would both rather have each other"));
	}
	match_claim(j->report, S("blocking"), j->said->blocking == blocking, two_numbers(j, j->said->blocking, blocking));
	match_claim(j->report, S("stable"), blocking == 0, words);
}

/* --- mode leximin --- */

static void
judge_leximin(struct judge *j)
{
	bool *open = ARENA_MANY(j->arena, j->cohort->row_count + 1, bool);
	struct match_open found = { .is_open = open, .has_pin = j->has_pin, .mentor_of = j->mentor_of, .seats = j->seats };
	struct str words;

	for (size_t i = 0; i < j->cohort->row_count; i++)
		open[i] = is_open(j, &j->cohort->rows[i]);
	words = match_judge_steps(j->arena, j->cohort, j->said, &found);
	match_claim(j->report, S("optimal"), words.length == 0, words);
}

void
match_verify(struct arena *arena, const struct match_cohort *cohort, const struct match_statement *said, struct match_report *report)
{
	struct judge judge = { .arena = arena, .cohort = cohort, .said = said, .report = report };

	judge.has_pin = ARENA_MANY(arena, cohort->mentees.count + 1, bool);
	judge.mentor_of = ARENA_MANY(arena, cohort->mentees.count + 1, uint32_t);
	judge.load = ARENA_MANY(arena, cohort->mentors.count + 1, int64_t);
	judge.seats = ARENA_MANY(arena, cohort->mentors.count + 1, int64_t);
	judge_once(&judge);
	judge_pairs(&judge);
	judge_pins(&judge);
	judge_capacity(&judge);
	judge_numbers(&judge);
	if (said->mode == MATCH_MODE_TOTAL) {
		judge_signs(&judge);
		judge_edges(&judge);
		judge_optimum(&judge);
	} else if (said->mode == MATCH_MODE_LEXIMIN) {
		judge_leximin(&judge);
	} else {
		judge_stable(&judge);
	}
}
