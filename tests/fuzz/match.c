/* Files of a match, whatever stands in them: refused with a place, or matched with a certificate that holds, and copies that read as the same. */
#include "fuzz.h"
#include "matching/matching.h"

enum { OUT_BYTES = 4 << 20 };

/* The input is several files, with the sign for "file separator" between them. */
static void
cut(struct str input, struct matching_file files[MATCHING_KINDS], size_t first, size_t count)
{
	for (size_t k = 0; k < MATCHING_KINDS; k++)
		files[k] = (struct matching_file){ .name = matching_file_name(k) };
	for (size_t k = first; k < first + count; k++)
		files[k].is_there = str_next(&input, '\x1c', &files[k].bytes);
}

static void
must_be_told(struct arena *arena, const struct matching_problems *problems)
{
	struct buf out = buf_new(arena, OUT_BYTES);

	matching_print_problems(&out, problems);
	MUST(!out.is_overflown && out.length > 0);
}

static void
must_hold(struct arena *arena, const struct match_cohort *c, const struct match_plan *plan, enum match_mode mode)
{
	struct match_pin *pairs = ARENA_MANY(arena, c->mentees.count + 1, struct match_pin);
	struct match_statement said = { .mode = mode, .pairs = pairs, .base = plan->base, .matched = (int64_t)plan->matched, .score = plan->score,
		.primal = plan->primal, .dual = plan->dual, .mentee_duals = plan->mentee_duals, .mentor_duals = plan->mentor_duals, .phases = plan->phases, .phase_count = plan->phase_count };
	struct match_report report = { 0 };

	for (uint32_t i = 0; i < c->mentees.count; i++)
		if (plan->mentor_of[i] != MATCH_NOBODY)
			pairs[said.pair_count++] = (struct match_pin){ .mentee = i, .mentor = plan->mentor_of[i] };
	match_verify(arena, c, &said, &report);
	for (size_t i = 0; i < report.count; i++)
		MUST(report.claims[i].finding == MATCH_HOLDS);
}

void
fuzz_match_files(struct arena *arena, struct str input)
{
	struct matching_file files[MATCHING_KINDS];
	struct matching_input read, again;
	struct str copies[MATCHING_BLOCKED + 1];
	struct match_plan plan = { 0 };

	cut(input, files, MATCHING_PEOPLE, MATCHING_BLOCKED + 1);
	files[MATCHING_PEOPLE].is_there = true;
	matching_read(arena, files, &read);
	if (read.problems->count > 0) {
		must_be_told(arena, read.problems);
		return;
	}
	MUST(match_total(arena, &read.cohort, NULL, &plan) == MATCH_DONE);
	must_hold(arena, &read.cohort, &plan, MATCH_MODE_TOTAL);
	MUST(match_stable(arena, &read.cohort, NULL, &plan) == MATCH_DONE);
	must_hold(arena, &read.cohort, &plan, MATCH_MODE_STABLE);
	MUST(match_leximin(arena, &read.cohort, NULL, &plan) == MATCH_DONE);
	must_hold(arena, &read.cohort, &plan, MATCH_MODE_LEXIMIN);
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++) {
		copies[k] = matching_canonical(arena, &read, k);
		files[k].bytes = copies[k];
		files[k].is_there = true;
	}
	matching_read(arena, files, &again);
	MUST(again.problems->count == 0);
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++)
		MUST(str_equal(copies[k], matching_canonical(arena, &again, k)));
}

#define HEAD "id,role,capacity,gender,gender_pref,langs,tz_min,avail_utc_hex,skills,goals,project,ranked,slots_hex,themes\n"

void
fuzz_match_plan(struct arena *arena, struct str input)
{
	struct matching_file files[MATCHING_KINDS];
	struct matching_statement statement;
	struct match_report report = { 0 };
	struct matching_input read;
	size_t wrong = 0;

	cut(input, files, MATCHING_RESULT, 2);
	files[MATCHING_PEOPLE].bytes = S(HEAD "e1,mentee,,,,,,,,,,,,\ne2,mentee,,,,,,,,,,,,\nr1,mentor,,,,,,,,,,,,\nr2,mentor,,,,,,,,,,,,\n");
	files[MATCHING_PAIRS] = (struct matching_file){ S("pairs.csv"), S("mentee,mentor,score\ne1,r1,5\ne1,r2,4\ne2,r1,7\n"), true };
	matching_read(arena, files, &read);
	MUST(read.problems->count == 0);
	matching_read_plan(arena, files, &read, &statement);
	if (read.problems->count > 0) {
		must_be_told(arena, read.problems);
		return;
	}
	match_verify(arena, &read.cohort, &statement.said, &report);
	for (size_t i = 0; i < report.count; i++)
		wrong += report.claims[i].finding != MATCH_HOLDS;
	MUST(wrong > 0 || statement.said.mode == MATCH_MODE_STABLE || (statement.said.matched == 2 && statement.said.score == 11));    /* e1 with r2, e2 with r1: there is no better plan */
}
