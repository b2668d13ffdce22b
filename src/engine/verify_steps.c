/* The checker of mode leximin: replays the faces (MATCHING.md 5.7). What each step proves, it proves by weak duality among the plans that the steps before
 * it left; so the steps together prove the whole order. Like verify.c, this uses nothing of the solvers. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "engine/verify_steps.h"

enum { WORDS_BYTES = 200 };

typedef __int128 wide;

struct replay {
	const struct match_cohort *cohort;
	const struct match_statement *said;
	const struct match_open *open;
	uint32_t *rows;               /* places of rows that plans of the face may have; row_count of them */
	size_t row_count;
	int64_t *mentee_duals, *mentor_duals;    /* of the step under way */
	bool *mentee_bound, *mentor_bound;    /* saturated in every plan of the face */
	size_t matched;               /* pairs of the plan, pins not counted */
};

static int64_t
counts(const struct match_phase *step, const struct match_row *row)
{
	return step->level == MATCH_ALL_LEVELS ? 1 : row->score == step->level ? -1 : 0;
}

/* Levels between two steps may be left out if no row of the face has one, if all rows of the face have the same, or if the face is one plan. */
static bool
may_leave_out(const struct replay *r, int64_t above, int64_t below)
{
	bool is_one = true, has_between = false;

	for (size_t i = 0; i < r->row_count; i++) {
		int32_t score = r->cohort->rows[r->rows[i]].score;

		has_between = has_between || (score > above && score < below);
		is_one = is_one && score == r->cohort->rows[r->rows[0]].score;
	}
	return !has_between || is_one || r->row_count == r->matched;
}

/* A dual below 0 is allowed only to who is saturated in all plans of the face. */
static bool
signs_hold(const struct replay *r)
{
	for (size_t i = 0; i < r->cohort->mentees.count; i++)
		if (r->mentee_duals[i] < 0 && !r->mentee_bound[i])
			return false;
	for (size_t m = 0; m < r->cohort->mentors.count; m++)
		if (r->mentor_duals[m] < 0 && !r->mentor_bound[m])
			return false;
	return true;
}

static wide
reduced(const struct replay *r, const struct match_phase *step, size_t place)
{
	const struct match_row *row = &r->cohort->rows[r->rows[place]];

	return (wide)r->mentee_duals[row->mentee] + r->mentor_duals[row->mentor] - counts(step, row);
}

static wide
dual_value(const struct replay *r)
{
	wide sum = 0;

	for (size_t i = 0; i < r->cohort->mentees.count; i++)
		sum += r->mentee_duals[i];
	for (size_t m = 0; m < r->cohort->mentors.count; m++)
		if (r->open->seats[m] > 0)
			sum += (wide)r->open->seats[m] * r->mentor_duals[m];
	return sum;
}

/* What the step counts of the plan; *on_face: how many of its pairs are rows of the face. */
static wide
plan_value(const struct replay *r, const struct match_phase *step, size_t *on_face)
{
	wide sum = 0;

	*on_face = 0;
	for (size_t i = 0; i < r->row_count; i++) {
		const struct match_row *row = &r->cohort->rows[r->rows[i]];

		if (r->open->mentor_of[row->mentee] != row->mentor)
			continue;
		sum += counts(step, row);
		*on_face += 1;
	}
	return sum;
}

/* The smaller face: rows without reduced cost, and who has a dual is saturated. */
static void
restrict_to(struct replay *r, const struct match_phase *step)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->row_count; i++)
		if (reduced(r, step, i) == 0)
			r->rows[kept++] = r->rows[i];
	r->row_count = kept;
	for (size_t i = 0; i < r->cohort->mentees.count; i++)
		r->mentee_bound[i] = r->mentee_bound[i] || r->mentee_duals[i] != 0;
	for (size_t m = 0; m < r->cohort->mentors.count; m++)
		r->mentor_bound[m] = r->mentor_bound[m] || r->mentor_duals[m] != 0;
}

/* Puts a step's duals where each person's is, or takes them away again. */
static void
set_duals(struct replay *r, const struct match_phase *step, bool is_there)
{
	for (size_t d = 0; d < step->dual_count; d++) {
		size_t node = step->duals[d].node;
		int64_t value = is_there ? step->duals[d].value : 0;

		if (node < r->cohort->mentees.count)
			r->mentee_duals[node] = value;
		else
			r->mentor_duals[node - r->cohort->mentees.count] = value;
	}
}

/* What is wrong with where a step stands; last: the level of the one before, INT64_MIN for none. */
static struct str
judge_place(const struct replay *r, const struct match_phase *step, int64_t last)
{
	if ((last == INT64_MIN) != (step->level == MATCH_ALL_LEVELS))
		return S("only the first one counts pairs of any level");
	if (last == INT64_MIN)
		return S("");
	if (step->level <= last)
		return S("its level does not follow the one before");
	return may_leave_out(r, last, step->level) ? S("") : S("a level before it is left out");
}

/* What is wrong with a step; empty if it proves what it says. */
static struct str
judge_step(struct replay *r, const struct match_phase *step, int64_t last)
{
	struct str wrong = judge_place(r, step, last);
	size_t on_face;
	wide value;

	if (wrong.length > 0)
		return wrong;
	if (!signs_hold(r))
		return S("a dual is negative");
	for (size_t i = 0; i < r->row_count; i++)
		if (reduced(r, step, i) < 0)
			return S("a pair counts more than its duals together");
	value = plan_value(r, step, &on_face);
	if (on_face != r->matched)
		return S("a pair of the plan was ruled out before");
	if (value != dual_value(r))
		return S("the plan has not what its duals say");
	if (step->value != (step->level == MATCH_ALL_LEVELS ? value : -value))
		return S("its value is not the plan's");
	restrict_to(r, step);
	return S("");
}

static void
begin(struct replay *r, struct arena *arena)
{
	const struct match_cohort *c = r->cohort;

	r->rows = ARENA_MANY(arena, c->row_count + 1, uint32_t);
	r->mentee_duals = ARENA_MANY(arena, c->mentees.count + 1, int64_t);
	r->mentor_duals = ARENA_MANY(arena, c->mentors.count + 1, int64_t);
	r->mentee_bound = ARENA_MANY(arena, c->mentees.count + 1, bool);
	r->mentor_bound = ARENA_MANY(arena, c->mentors.count + 1, bool);
	for (size_t i = 0; i < c->row_count; i++)
		if (r->open->is_open[i])
			r->rows[r->row_count++] = (uint32_t)i;
	for (size_t i = 0; i < c->mentees.count; i++)
		r->matched += r->open->mentor_of[i] != MATCH_NOBODY && !r->open->has_pin[i];
}

struct str
match_judge_steps(struct arena *arena, const struct match_cohort *cohort, const struct match_statement *said, const struct match_open *open)
{
	struct replay r = { .cohort = cohort, .said = said, .open = open };
	struct buf words = buf_new(arena, WORDS_BYTES);
	int64_t last = INT64_MIN;

	begin(&r, arena);
	if (said->phase_count == 0)
		return S("there is no phase");
	for (size_t p = 0; p < said->phase_count; p++) {
		struct str wrong;

		set_duals(&r, &said->phases[p], true);
		wrong = judge_step(&r, &said->phases[p], last);
		set_duals(&r, &said->phases[p], false);
		if (wrong.length > 0) {
			buf_format(&words, "phase %zu: %.*s", p + 1, STR_FORMAT(wrong));
			return buf_str(&words);
		}
		last = said->phases[p].level;
	}
	return may_leave_out(&r, last, INT64_MAX) ? S("") : S("levels after the last phase are left out");
}
