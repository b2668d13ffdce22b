/* Reasons as JSON: each pair, each mentee without one, each mentor, and the plan as a whole. Keys stand in the order of MATCHING.md 9.2. */
#include "matching/reasons.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/json.h"

enum { SHOWN = 3, HALL_SHOWN = 100, BLOCKING_SHOWN = 100, LOWEST = 10, HEAD = 20, RATE_LEAST = 5, RULES = 7 };
#define SCRATCH_BYTES ((size_t)1 << 30)

static const struct match_cohort *
cohort_of(const struct matching_reasons *r)
{
	return &r->answer->input->cohort;
}

static void
print_id(struct buf *out, const struct match_side *side, uint32_t place)
{
	if (place == MATCH_NOBODY)
		buf_add(out, S("null"));
	else
		json_quote(out, side->at[place].id);
}

static void
print_named(struct buf *out, const char *before, const struct match_side *side, uint32_t place)
{
	buf_add(out, str_from(before));
	print_id(out, side, place);
}

void
matching_print_worth(struct buf *out, const struct match_worth *worth)
{
	buf_format(out, "{\"matched\":%lld,\"score\":%lld}", (long long)worth->matched, (long long)worth->score);
}

/* --- pairs --- */

/* Those that stand in both lists. */
static void
print_common(struct buf *out, const struct str_list *a, const struct str_list *b)
{
	bool is_first = true;

	buf_char(out, '[');
	for (size_t i = 0; i < a->count; i++)
		if (str_list_has(b, a->at[i])) {
			if (!is_first)
				buf_char(out, ',');
			json_quote(out, a->at[i]);
			is_first = false;
		}
	buf_char(out, ']');
}

/* The parts add up to the score: what the file has beyond them is the last one. */
static void
print_parts(struct buf *out, const struct match_cohort *c, uint32_t mentee, uint32_t mentor, int32_t score)
{
	static const char *const names[MATCH_PARTS] = { "skills", "goals", "overlap", "mentee_choice", "mentor_choice" };
	const struct match_person *e = &c->mentees.at[mentee], *m = &c->mentors.at[mentor];
	int32_t parts[MATCH_PARTS], sum = match_score(c, &match_rules_usual, mentee, mentor, parts);

	buf_format(out, ",\"score\":%d,\"parts\":{", score);
	for (size_t p = 0; p < MATCH_PARTS; p++)
		buf_format(out, "\"%s\":%d,", names[p], parts[p]);
	buf_format(out, "\"other\":%d},\"data\":{\"skills\":", score - sum);
	print_common(out, &e->skills, &m->skills);
	buf_add(out, S(",\"goals\":"));
	print_common(out, &e->goals, &m->goals);
	buf_format(out, ",\"hours\":\"%x\"}", e->has_hours && m->has_hours ? e->hours & m->hours : 0);
}

static void
print_moves(struct buf *out, const struct match_cohort *c, const struct match_alternative *one)
{
	buf_add(out, S(",\"moves\":["));
	for (size_t m = 0; m < one->move_count; m++) {
		print_named(out, m == 0 ? "{\"mentee\":" : ",{\"mentee\":", &c->mentees, one->moves[m].mentee);
		print_named(out, ",\"from\":", &c->mentors, one->moves[m].from);
		print_named(out, ",\"to\":", &c->mentors, one->moves[m].to);
		buf_char(out, '}');
	}
	buf_char(out, ']');
}

/* Moves start from the plan of mode total, so only there they are named. */
static void
print_alternative(struct buf *out, const struct matching_reasons *r, const struct match_alternative *one, bool is_first)
{
	const struct match_cohort *c = cohort_of(r);

	print_named(out, is_first ? "{\"mentor\":" : ",{\"mentor\":", &c->mentors, one->mentor);
	buf_add(out, S(",\"loss\":"));
	matching_print_worth(out, &one->loss);
	if (r->answer->mode == MATCH_MODE_TOTAL)
		print_moves(out, c, one);
	buf_char(out, '}');
}

static void
print_alternatives(struct buf *out, const struct matching_reasons *r, uint32_t mentee)
{
	uint32_t own = r->answer->plan->mentor_of[mentee], best = r->total->mentor_of[mentee];
	size_t shown = 0;

	buf_add(out, S(",\"alternatives\":["));
	if (best != own && best != MATCH_NOBODY) {
		struct match_alternative one = { .mentor = best };

		print_alternative(out, r, &one, true);
		shown++;
	}
	for (size_t a = 0; a < r->why->alternative_count[mentee] && shown < SHOWN; a++)
		if (r->why->alternatives[mentee][a].mentor != own)
			print_alternative(out, r, &r->why->alternatives[mentee][a], shown++ == 0);
	buf_char(out, ']');
}

/* Places count from 1; none is null. */
static void
print_place(struct buf *out, const char *name, uint32_t place)
{
	if (place == 0)
		buf_format(out, ",\"%s\":null", name);
	else
		buf_format(out, ",\"%s\":%u", name, place);
}

static bool
is_pinned(const struct match_cohort *c, uint32_t mentee)
{
	for (size_t low = 0, high = c->pin_count; low < high;) {
		size_t middle = low + (high - low) / 2;

		if (c->pins[middle].mentee == mentee)
			return true;
		if (c->pins[middle].mentee < mentee)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static void
print_pair(struct buf *out, const struct matching_reasons *r, uint32_t mentee)
{
	const struct match_cohort *c = cohort_of(r);
	uint32_t mentor = r->answer->plan->mentor_of[mentee];
	bool has_pin = is_pinned(c, mentee);

	print_named(out, "{\"mentee\":", &c->mentees, mentee);
	print_named(out, ",\"mentor\":", &c->mentors, mentor);
	buf_format(out, ",\"pinned\":%s", has_pin ? "true" : "false");
	print_parts(out, c, mentee, mentor, match_score_of(c, mentee, mentor));
	print_place(out, "rank_mentee", match_place_of_mentor(r->view, mentee, mentor));
	print_place(out, "rank_mentor", match_place_of_mentee(r->view, mentee, mentor));
	if (has_pin)
		buf_add(out, S(",\"alternatives\":[]"));
	else
		print_alternatives(out, r, mentee);
	buf_char(out, '}');
}

static void
print_pairs(struct buf *out, const struct matching_reasons *r)
{
	bool is_first = true;

	buf_add(out, S("{\"pairs\":["));
	for (uint32_t i = 0; i < cohort_of(r)->mentees.count; i++) {
		if (r->answer->plan->mentor_of[i] == MATCH_NOBODY)
			continue;
		if (!is_first)
			buf_char(out, ',');
		print_pair(out, r, i);
		is_first = false;
	}
	buf_char(out, ']');
}

/* --- the unmatched --- */

/* The rules that a pair without a usable row breaks; one of its own where it breaks none. */
static size_t
broken_rules(const struct matching_reasons *r, uint32_t mentee, uint32_t mentor, size_t counts[RULES])
{
	static const unsigned bits[RULES - 2] = { MATCH_RULE_LANGUAGE, MATCH_RULE_HOURS, MATCH_RULE_GENDER, MATCH_RULE_PROJECT, MATCH_RULE_CAPACITY };
	const struct match_cohort *c = cohort_of(r);
	struct match_pin pair = { .mentee = mentee, .mentor = mentor };
	unsigned broken = match_broken(c, &match_rules_usual, pair, 0);
	size_t count = 0;

	for (size_t b = 0; b < RULES - 2; b++)
		if ((broken & bits[b]) != 0) {
			counts[b]++;
			count++;
		}
	if (match_is_blocked(r->view, mentee, mentor)) {
		counts[RULES - 2]++;
		return count + 1;
	}
	counts[RULES - 1] += count == 0;
	return count == 0 ? 1 : count;
}

/* How many mentors each rule excludes, and up to three who break the fewest: the cheapest ways out. */
static void
print_excluded(struct buf *out, const struct matching_reasons *r, uint32_t mentee)
{
	static const char *const names[RULES] = { "language", "hours", "gender", "project", "capacity", "blocked", "no-score" };
	const struct match_side *mentors = &cohort_of(r)->mentors;
	size_t counts[RULES] = { 0 }, fewest = SIZE_MAX, found = 0;
	uint32_t nearest[SHOWN];

	for (uint32_t j = 0; j < mentors->count; j++) {
		size_t broken = broken_rules(r, mentee, j, counts);

		if (broken < fewest)
			found = 0;
		fewest = broken < fewest ? broken : fewest;
		if (broken == fewest && found < SHOWN)
			nearest[found++] = j;
	}
	buf_add(out, S(",\"excluded\":{"));
	for (size_t b = 0; b < RULES; b++)
		buf_format(out, "%s\"%s\":%zu", b == 0 ? "" : ",", names[b], counts[b]);
	buf_format(out, "},\"fewest\":{\"rules\":%zu,\"mentors\":[", found == 0 ? (size_t)0 : fewest);
	for (size_t n = 0; n < found; n++)
		print_named(out, n == 0 ? "" : ",", mentors, nearest[n]);
	buf_add(out, S("]}"));
}

static void
print_list(struct buf *out, const struct match_side *side, const uint32_t *list, size_t count)
{
	buf_char(out, '[');
	for (size_t i = 0; i < count && i < HALL_SHOWN; i++)
		print_named(out, i == 0 ? "" : ",", side, list[i]);
	buf_char(out, ']');
}

/* What matching somebody who waits would cost all, and who would move. */
static void
print_cost(struct buf *out, const struct matching_reasons *r, uint32_t mentee)
{
	struct match_worth nothing = { 0 };

	if (r->total->mentor_of[mentee] != MATCH_NOBODY || r->why->alternative_count[mentee] == 0) {
		buf_add(out, S(",\"loss\":"));
		if (r->total->mentor_of[mentee] == MATCH_NOBODY)
			buf_add(out, S("null"));
		else
			matching_print_worth(out, &nothing);
		return;
	}
	print_named(out, ",\"mentor\":", &cohort_of(r)->mentors, r->why->alternatives[mentee][0].mentor);
	buf_add(out, S(",\"loss\":"));
	matching_print_worth(out, &r->why->alternatives[mentee][0].loss);
	if (r->answer->mode == MATCH_MODE_TOTAL)
		print_moves(out, cohort_of(r), &r->why->alternatives[mentee][0]);
}

static void
print_unmatched(struct buf *out, const struct matching_reasons *r, uint32_t mentee, struct arena *scratch)
{
	const struct match_cohort *c = cohort_of(r);
	struct match_hall hall;

	print_named(out, "{\"mentee\":", &c->mentees, mentee);
	if (!match_has_feasible(r->view, mentee)) {
		buf_add(out, S(",\"reason\":\"no-feasible-mentor\""));
		print_excluded(out, r, mentee);
		buf_char(out, '}');
		return;
	}
	match_hall(scratch, r->view, mentee, &hall);
	if (hall.are_full) {
		buf_format(out, ",\"reason\":\"hall\",\"seats\":%lld,\"short\":%lld,\"mentee_count\":%zu,\"mentees\":", (long long)hall.seats,
		    (long long)hall.mentee_count - (long long)hall.seats, hall.mentee_count);
		print_list(out, &c->mentees, hall.mentees, hall.mentee_count);
		buf_format(out, ",\"mentor_count\":%zu,\"mentors\":", hall.mentor_count);
		print_list(out, &c->mentors, hall.mentors, hall.mentor_count);
	} else {
		buf_add(out, S(",\"reason\":\"stable-only\""));
	}
	print_cost(out, r, mentee);
	buf_char(out, '}');
}

static void
print_all_unmatched(struct buf *out, const struct matching_reasons *r)
{
	struct arena *scratch;
	bool is_first = true;

	arena_open(SCRATCH_BYTES, &scratch);
	buf_add(out, S(",\"unmatched\":["));
	for (uint32_t i = 0; i < cohort_of(r)->mentees.count; i++) {
		if (r->answer->plan->mentor_of[i] != MATCH_NOBODY)
			continue;
		if (!is_first)
			buf_char(out, ',');
		print_unmatched(out, r, i, scratch);
		arena_reset(scratch);
		is_first = false;
	}
	buf_char(out, ']');
	arena_close(&scratch);
}

/* --- mentors, blocking pairs --- */

static void
print_mentors(struct buf *out, const struct matching_reasons *r, struct arena *scratch)
{
	const struct match_cohort *c = cohort_of(r);
	uint32_t *load = ARENA_MANY(scratch, c->mentors.count + 1, uint32_t);

	for (uint32_t i = 0; i < c->mentees.count; i++)
		if (r->answer->plan->mentor_of[i] != MATCH_NOBODY)
			load[r->answer->plan->mentor_of[i]]++;
	buf_add(out, S(",\"mentors\":["));
	for (uint32_t j = 0; j < c->mentors.count; j++) {
		print_named(out, j == 0 ? "{\"mentor\":" : ",{\"mentor\":", &c->mentors, j);
		buf_format(out, ",\"load\":%u,\"capacity\":%d,\"price\":", load[j], match_capacity(&c->mentors.at[j]));
		matching_print_worth(out, &r->why->prices[j]);
		buf_char(out, '}');
	}
	buf_char(out, ']');
}

/* Each with how far both would rise: from which place of their lists to which; from none where a mentee has nobody. */
static void
print_blocking(struct buf *out, const struct matching_reasons *r)
{
	const struct match_cohort *c = cohort_of(r);
	struct match_row list[BLOCKING_SHOWN];
	size_t count = match_blocking(r->wishes, list, BLOCKING_SHOWN);

	buf_format(out, ",\"blocking\":{\"count\":%zu,\"list\":[", count);
	for (size_t b = 0; b < count && b < BLOCKING_SHOWN; b++) {
		uint32_t mentee = list[b].mentee, mentor = list[b].mentor, now = r->answer->plan->mentor_of[mentee];

		print_named(out, b == 0 ? "{\"mentee\":" : ",{\"mentee\":", &c->mentees, mentee);
		print_named(out, ",\"mentor\":", &c->mentors, mentor);
		print_place(out, "mentee_from", now == MATCH_NOBODY ? 0 : match_place_of_mentor(r->wishes, mentee, now));
		print_place(out, "mentee_to", match_place_of_mentor(r->wishes, mentee, mentor));
		print_place(out, "mentor_from", match_worst_place(r->wishes, mentor));
		print_place(out, "mentor_to", match_place_of_mentee(r->wishes, mentee, mentor));
		buf_char(out, '}');
	}
	buf_add(out, S("]}"));
}

/* --- fairness --- */

static int
lowest_first(const void *left, const void *right)
{
	const struct match_row *a = left, *b = right;

	if (a->score != b->score)
		return a->score < b->score ? -1 : 1;
	return (a->mentee > b->mentee) - (a->mentee < b->mentee);
}

/* Mentees of each gender, and how many of them have a mentor; groups under five are left out. */
static void
print_rates(struct buf *out, const struct matching_reasons *r)
{
	static const struct { enum match_gender gender; const char *name; } groups[] = { { MATCH_WOMAN, "f" }, { MATCH_MAN, "m" }, { MATCH_OTHER, "x" },
		{ MATCH_GENDER_UNKNOWN, "unknown" } };
	bool is_first = true;

	buf_add(out, S(",\"match_rate\":{"));
	for (size_t g = 0; g < sizeof(groups) / sizeof(groups[0]); g++) {
		size_t all = 0, matched = 0;

		for (uint32_t i = 0; i < cohort_of(r)->mentees.count; i++)
			if (cohort_of(r)->mentees.at[i].gender == groups[g].gender) {
				all++;
				matched += r->answer->plan->mentor_of[i] != MATCH_NOBODY;
			}
		if (all < RATE_LEAST)
			continue;
		buf_format(out, "%s\"%s\":{\"mentees\":%zu,\"matched\":%zu}", is_first ? "" : ",", groups[g].name, all, matched);
		is_first = false;
	}
	buf_char(out, '}');
}

/* The ten lowest by name, and the head of the ascending scores. */
static void
print_lowest(struct buf *out, const struct match_cohort *c, const struct match_row *pairs, size_t count)
{
	buf_add(out, S(",\"lowest\":["));
	for (size_t p = 0; p < count && p < LOWEST; p++) {
		print_named(out, p == 0 ? "{\"mentee\":" : ",{\"mentee\":", &c->mentees, pairs[p].mentee);
		print_named(out, ",\"mentor\":", &c->mentors, pairs[p].mentor);
		buf_format(out, ",\"score\":%d}", pairs[p].score);
	}
	buf_add(out, S("],\"head\":["));
	for (size_t p = 0; p < count && p < HEAD; p++)
		buf_format(out, "%s%d", p == 0 ? "" : ",", pairs[p].score);
	buf_char(out, ']');
}

static void
print_fairness(struct buf *out, const struct matching_reasons *r, struct arena *scratch)
{
	const struct match_cohort *c = cohort_of(r);
	struct match_row *pairs = ARENA_MANY(scratch, c->mentees.count + 1, struct match_row);
	bool holds = r->answer->mode != MATCH_MODE_STABLE || match_blocking(r->wishes, NULL, 0) == 0;
	size_t count = 0;

	for (uint32_t i = 0; i < c->mentees.count; i++) {
		uint32_t j = r->answer->plan->mentor_of[i];

		if (j != MATCH_NOBODY)
			pairs[count++] = (struct match_row){ i, j, match_score_of(c, i, j) };
	}
	qsort(pairs, count, sizeof(pairs[0]), lowest_first);
	buf_format(out, ",\"fairness\":{\"held\":%s,\"worst\":", holds ? "true" : "false");
	if (count == 0)
		buf_add(out, S("null"));
	else
		buf_whole(out, pairs[0].score);
	print_lowest(out, c, pairs, count);
	if (r->answer->mode == MATCH_MODE_LEXIMIN)
		buf_format(out, ",\"price\":%lld", (long long)(r->total->score - r->answer->plan->score));
	print_rates(out, r);
	buf_char(out, '}');
}

void
matching_print_warnings_list(struct buf *out, const struct matching_problems *all)
{
	buf_add(out, S(",\"warnings\":["));
	for (size_t w = 0; w < all->warning_count && w < MATCHING_SHOWN; w++) {
		if (w > 0)
			buf_char(out, ',');
		json_quote(out, all->warnings[w]);
	}
	buf_char(out, ']');
}

void
matching_print_reasons(struct buf *out, const struct matching_reasons *r)
{
	struct arena *scratch;

	arena_open(SCRATCH_BYTES, &scratch);
	print_pairs(out, r);
	print_all_unmatched(out, r);
	print_mentors(out, r, scratch);
	matching_print_recruit(out, r);
	print_blocking(out, r);
	print_fairness(out, r, scratch);
	matching_print_warnings_list(out, r->answer->input->problems);
	buf_char(out, '}');
	arena_close(&scratch);
}
