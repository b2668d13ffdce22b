/* Reasons of a plan of groups as JSON: what each score is made of, why somebody is without a group, the lowest scores. */
#include "matching/reasons.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "engine/explain_groups.h"
#include "formats/json.h"

enum { LOWEST = 10, RATE_LEAST = 5 };
#define SCRATCH_BYTES ((size_t)1 << 30)

static const char *const kind_names[MATCH_KINDS] = { "mixed", "women", "men" };

static const struct match_cohort *
cohort_of(const struct matching_groups_answer *a)
{
	return &a->input->cohort;
}

/* What a mentee adds: with each mentor, with the buddy once more, for the theme. */
static int64_t
print_mentee(struct buf *out, const struct matching_groups_answer *a, const struct match_group *g, uint32_t seat)
{
	const struct match_cohort *c = cohort_of(a);
	uint32_t mentee = g->mentees[seat], buddy = g->mentors[g->buddy[seat]];
	int64_t theme = match_theme_points(&c->mentees.at[mentee], a->plan, g->theme), sum = theme + match_score_of(c, mentee, buddy);

	buf_add(out, S("{\"mentee\":"));
	json_quote(out, c->mentees.at[mentee].id);
	buf_add(out, S(",\"scores\":["));
	for (uint32_t r = 0; r < a->plan->shape.mentors; r++) {
		buf_format(out, "%s%d", r == 0 ? "" : ",", match_score_of(c, mentee, g->mentors[r]));
		sum += match_score_of(c, mentee, g->mentors[r]);
	}
	buf_format(out, "],\"buddy\":%d,\"theme\":%lld}", match_score_of(c, mentee, buddy), (long long)theme);
	return sum;
}

/* Returns the score, which is the sum of all terms. */
static int64_t
print_terms(struct buf *out, const struct matching_groups_answer *a, const struct match_group *g)
{
	const struct match_cohort *c = cohort_of(a);
	int64_t sum = 0;

	buf_char(out, '[');
	for (uint32_t s = 0; s < a->plan->shape.mentees; s++) {
		if (s > 0)
			buf_char(out, ',');
		sum += print_mentee(out, a, g, s);
	}
	for (uint32_t r = 0; r < a->plan->shape.mentors; r++) {
		int64_t theme = match_theme_points(&c->mentors.at[g->mentors[r]], a->plan, g->theme);

		buf_add(out, S(",{\"mentor\":"));
		json_quote(out, c->mentors.at[g->mentors[r]].id);
		buf_format(out, ",\"theme\":%lld}", (long long)theme);
		sum += theme;
	}
	buf_char(out, ']');
	return sum;
}

/* A mixed group with a woman and a man among its mentors, or one of another kind. */
static bool
is_mixed_ok(const struct matching_groups_answer *a, const struct match_group *g)
{
	bool woman = false, man = false;

	for (uint32_t r = 0; r < a->plan->shape.mentors; r++) {
		enum match_gender gender = cohort_of(a)->mentors.at[g->mentors[r]].gender;

		woman = woman || gender == MATCH_WOMAN;
		man = man || gender == MATCH_MAN;
	}
	return g->kind != MATCH_MIXED || (woman && man);
}

/* A group and its score, for the list of the lowest. */
struct scored {
	size_t group;
	int64_t score;
};

static void
print_groups(struct buf *out, const struct matching_groups_answer *a, struct arena *scratch, struct scored *scores)
{
	buf_add(out, S("{\"groups\":["));
	for (size_t g = 0; g < a->plan->count; g++) {
		const struct match_group *group = &a->plan->groups[g];
		struct buf terms = buf_new(scratch, 1 << 16);

		scores[g] = (struct scored){ g, print_terms(&terms, a, group) };
		buf_format(out, "%s{\"group\":\"g%03zu\",\"kind\":\"%s\",\"score\":%lld,\"terms\":", g == 0 ? "" : ",", g, kind_names[group->kind],
		    (long long)scores[g].score);
		buf_add(out, buf_str(&terms));
		buf_format(out, ",\"mixed_ok\":%s}", is_mixed_ok(a, group) ? "true" : "false");
	}
	buf_char(out, ']');
}

static void
print_left(struct buf *out, const struct matching_groups_answer *a, const struct match_left *left)
{
	static const char *const names[] = { [MATCH_PLACED] = "", [MATCH_NO_SLOT] = "no-slot", [MATCH_PREFERENCE] = "preference", [MATCH_INTAKE] = "intake",
		[MATCH_PAIRING] = "pairing" };

	buf_format(out, ",\"reason\":\"%s\"", names[left->reason]);
	if (left->reason == MATCH_PREFERENCE)
		buf_format(out, ",\"slot\":\"s%u\",\"mentors\":%lld,\"members\":%lld,\"venue\":%lld", left->slot, (long long)left->mentors, (long long)left->members,
		    (long long)left->venue);
	if (left->has_loss) {
		buf_add(out, S(",\"instead\":"));
		json_quote(out, cohort_of(a)->mentees.at[left->instead].id);
		buf_format(out, ",\"loss\":{\"groups\":0,\"pref_placed\":%lld,\"bad_pairs\":0,\"score\":%lld},\"exact\":false", (long long)left->preferred,
		    (long long)left->score);
	}
	buf_char(out, '}');
}

static void
print_unplaced(struct buf *out, const struct matching_groups_answer *a, const struct match_left *left)
{
	const struct match_cohort *c = cohort_of(a);
	bool is_first = true;

	buf_add(out, S(",\"unplaced\":["));
	for (size_t p = 0; p < c->mentees.count + c->mentors.count; p++) {
		bool is_mentor = p >= c->mentees.count;

		if (left[p].reason == MATCH_PLACED)
			continue;
		buf_format(out, "%s{\"%s\":", is_first ? "" : ",", is_mentor ? "mentor" : "mentee");
		json_quote(out, is_mentor ? c->mentors.at[p - c->mentees.count].id : c->mentees.at[p].id);
		print_left(out, a, &left[p]);
		is_first = false;
	}
	buf_char(out, ']');
}

static int
lowest_first(const void *left, const void *right)
{
	const struct scored *a = left, *b = right;

	if (a->score != b->score)
		return a->score < b->score ? -1 : 1;
	return (a->group > b->group) - (a->group < b->group);
}

/* Mentees of each gender, and how many of them have a group; fewer than five are left out. */
static void
print_rates(struct buf *out, const struct matching_groups_answer *a, const struct match_left *left)
{
	static const struct { enum match_gender gender; const char *name; } genders[] = { { MATCH_WOMAN, "f" }, { MATCH_MAN, "m" }, { MATCH_OTHER, "x" },
		{ MATCH_GENDER_UNKNOWN, "unknown" } };
	bool is_first = true;

	buf_add(out, S(",\"match_rate\":{"));
	for (size_t g = 0; g < sizeof(genders) / sizeof(genders[0]); g++) {
		size_t all = 0, placed = 0;

		for (size_t i = 0; i < cohort_of(a)->mentees.count; i++)
			if (cohort_of(a)->mentees.at[i].gender == genders[g].gender) {
				all++;
				placed += left[i].reason == MATCH_PLACED;
			}
		if (all < RATE_LEAST)
			continue;
		buf_format(out, "%s\"%s\":{\"mentees\":%zu,\"matched\":%zu}", is_first ? "" : ",", genders[g].name, all, placed);
		is_first = false;
	}
	buf_add(out, S("}}"));
}

void
matching_print_groups_reasons(struct buf *out, const struct matching_groups_answer *a)
{
	const struct matching_problems *problems = a->input->problems;
	const struct match_left *left;
	struct scored *scores;
	struct arena *scratch;

	arena_open(SCRATCH_BYTES, &scratch);
	scores = ARENA_MANY(scratch, a->plan->count + 1, struct scored);
	left = match_explain_groups(scratch, cohort_of(a), a->plan);
	print_groups(out, a, scratch, scores);
	print_unplaced(out, a, left);
	qsort(scores, a->plan->count, sizeof(scores[0]), lowest_first);
	buf_format(out, ",\"fairness\":{\"held\":%s,\"lowest\":[", a->plan->is_optimal ? "true" : "false");
	for (size_t g = 0; g < a->plan->count && g < LOWEST; g++)
		buf_format(out, "%s{\"group\":\"g%03zu\",\"score\":%lld}", g == 0 ? "" : ",", scores[g].group, (long long)scores[g].score);
	buf_char(out, ']');
	print_rates(out, a, left);
	matching_print_warnings_list(out, problems);
	buf_char(out, '}');
	arena_close(&scratch);
}
