/* Files of groups, whatever stands in them: refused with a place, or grouped with a proof that holds, and copies that read as the same. */
#include "engine/testing_groups.h"
#include "fuzz.h"
#include "matching/matching.h"

enum { OUT_BYTES = 4 << 20, MEMORY = 24 << 20, CALLS = 400 };

static const struct match_shape shape = { 2, 3 };
static const enum matching_kind inputs[] = { MATCHING_PEOPLE, MATCHING_PAIRS, MATCHING_SLOTS };

/* Steps, not seconds: a run ends where it ended before. */
static bool
stops(void *self, const struct match_groups_progress *progress)
{
	size_t *calls = self;

	(void)progress;
	return ++*calls > CALLS;
}

static bool
gives_up(void *self)
{
	size_t *calls = self;

	return ++*calls > CALLS;
}

static void
must_be_told(struct arena *arena, const struct matching_problems *problems)
{
	struct buf out = buf_new(arena, OUT_BYTES);

	matching_print_problems(&out, problems);
	MUST(!out.is_overflown && out.length > 0);
}

/* No claim is false; some may have taken too long. */
static void
must_hold(struct arena *arena, const struct matching_input *read, const struct match_groups *plan)
{
	struct match_groups_statement said = testing_groups_said(arena, plan);
	struct matching_groups_answer answer = { .input = read, .plan = plan };
	struct buf out = buf_new(arena, OUT_BYTES);
	struct match_report report = { 0 };
	size_t calls = 0;

	said.gives_up = gives_up;
	said.self = &calls;
	match_verify_groups(arena, &read->cohort, &said, &report);
	for (size_t i = 0; i < report.count; i++)
		MUST(report.claims[i].finding != MATCH_FALSE);
	matching_print_groups_reasons(&out, &answer);
	MUST(out.length > 0);
}

void
fuzz_match_groups(struct arena *arena, struct str input)
{
	size_t calls = 0;
	struct match_groups_control control = { .stops = stops, .self = &calls, .memory_limit = MEMORY };
	struct matching_file files[MATCHING_KINDS] = { 0 };
	struct matching_input read, again;
	struct match_groups plan;
	struct str copies[3];

	for (size_t k = 0; k < 3; k++) {
		files[inputs[k]].name = matching_file_name(inputs[k]);
		files[inputs[k]].is_there = str_next(&input, '\x1c', &files[inputs[k]].bytes) || k != 1;
	}
	matching_read(arena, files, &read);
	if (read.problems->count > 0) {
		must_be_told(arena, read.problems);
		return;
	}
	if (match_groups(arena, &read.cohort, shape, &control, &plan) == MATCH_DONE)
		must_hold(arena, &read, &plan);
	for (size_t k = 0; k < 3; k++) {
		copies[k] = matching_canonical(arena, &read, inputs[k]);
		files[inputs[k]].bytes = copies[k];
		files[inputs[k]].is_there = true;
	}
	matching_read(arena, files, &again);
	MUST(again.problems->count == 0);
	for (size_t k = 0; k < 3; k++)
		MUST(str_equal(copies[k], matching_canonical(arena, &again, inputs[k])));
}

#define HEAD "id,role,capacity,gender,gender_pref,langs,tz_min,avail_utc_hex,skills,goals,project,ranked,slots_hex,themes\n"
#define E(id, gender) id ",mentee,," gender ",any,,,,,,,,1,a\n"
#define R(id, gender) id ",mentor,," gender ",,,,,,,,,1,a\n"

void
fuzz_match_groups_plan(struct arena *arena, struct str input)
{
	struct matching_file files[MATCHING_KINDS] = { 0 };
	struct matching_groups_statement statement;
	struct match_report report = { 0 };
	struct matching_input read;
	size_t calls = 0, wrong = 0;

	files[MATCHING_PEOPLE] = (struct matching_file){ S("people.csv"), S(HEAD E("e1", "f") E("e2", "m") E("e3", "f") E("e4", "f") R("r1", "f") R("r2", "m")), true };
	files[MATCHING_PAIRS] = (struct matching_file){ S("pairs.csv"), S("mentee,mentor,score\ne1,r1,5\ne1,r2,4\ne2,r1,7\ne2,r2,1\ne3,r1,2\ne3,r2,3\ne4,r1,1\ne4,r2,1\n"), true };
	files[MATCHING_SLOTS] = (struct matching_file){ S("slots.csv"), S("slot,venue,max_groups\ns0,,1\n"), true };
	files[MATCHING_RESULT] = (struct matching_file){ .name = S("result.csv"), .is_there = true };
	files[MATCHING_CERTIFICATE] = (struct matching_file){ .name = S("certificate.json"), .is_there = true };
	(void)str_next(&input, '\x1c', &files[MATCHING_RESULT].bytes);
	files[MATCHING_CERTIFICATE].bytes = input;
	matching_read(arena, files, &read);
	MUST(read.problems->count == 0);
	matching_read_groups(arena, files, &read, &statement);
	if (read.problems->count > 0) {
		must_be_told(arena, read.problems);
		return;
	}
	statement.said.gives_up = gives_up;
	statement.said.self = &calls;
	match_verify_groups(arena, &read.cohort, &statement.said, &report);
	for (size_t i = 0; i < report.count; i++)
		wrong += report.claims[i].finding != MATCH_HOLDS;
	MUST(wrong > 0 || !statement.said.is_optimal || statement.said.levels.score == 87);    /* there is one best group, and this is its score */
}
