/* reasons.json: parts that add up, one reason for each who is without, what the plan says of itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/json.h"
#include "matching/matching.h"

#define HEAD "id,role,capacity,gender,gender_pref,langs,tz_min,avail_utc_hex,skills,goals,project,ranked,slots_hex,themes\n"

enum { TEXT_BYTES = 1 << 20 };

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open((size_t)256 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

/* Six mentees for two mentors of one seat each, and a third who is none of theirs. e6 speaks another language and has no row; e5 is pinned. */
static struct json_value
reasons(enum match_mode mode)
{
	struct matching_file files[MATCHING_KINDS] = { 0 };
	struct matching_input *input = ARENA_NEW(arena, struct matching_input);
	struct match_plan *plan = ARENA_NEW(arena, struct match_plan), *total = ARENA_NEW(arena, struct match_plan);
	struct match_explained why;
	struct matching_answer answer = { .input = input, .mode = mode, .plan = plan };
	struct matching_reasons all = { .answer = &answer, .total = total, .why = &why };
	struct buf out = buf_new(arena, TEXT_BYTES);
	struct json_value root;

	files[MATCHING_PEOPLE] = (struct matching_file){ S("people.csv"), S(HEAD "e1,mentee,,f,any,en,,ff,c;sql,job,p1,r1,,\ne2,mentee,,f,any,en,,ff,c,job,p1,r1,,\n"
	    "e3,mentee,,f,any,en,,ff,c,,p1,,,\ne4,mentee,,f,any,en,,ff,c,,p1,,,\ne5,mentee,,f,any,en,,ff,c,,p1,,,\ne6,mentee,,m,any,fr,,ff,c,,p1,,,\n"
	    "r1,mentor,1,f,any,en,,ff,c,job,p2,,,\nr2,mentor,1,m,any,en,,ff,sql,job,p2,,,\nr3,mentor,1,m,any,en,,ff,go,,p2,,,\n"), true };
	files[MATCHING_PAIRS] = (struct matching_file){ S("pairs.csv"), S("mentee,mentor,score\ne1,r1,6000\ne1,r2,5000\ne2,r1,5500\ne2,r2,100\ne3,r1,4000\ne4,r2,90\n"
	    "e5,r3,800\n"), true };
	files[MATCHING_PINNED] = (struct matching_file){ S("pinned.csv"), S("mentee,mentor\ne5,r3\n"), true };
	matching_read(arena, files, input);
	assert_int_equal(0, input->problems->count);
	assert_int_equal(MATCH_DONE, match_total(arena, &input->cohort, NULL, total));
	*plan = *total;
	if (mode == MATCH_MODE_STABLE)
		assert_int_equal(MATCH_DONE, match_stable(arena, &input->cohort, NULL, plan));
	assert_true(match_explain(arena, &input->cohort, total, NULL, &why));
	all.wishes = match_view(arena, &input->cohort, plan, true);
	all.view = mode == MATCH_MODE_STABLE ? all.wishes : match_view(arena, &input->cohort, plan, false);
	matching_print_reasons(&out, &all);
	assert_false(out.is_overflown);
	assert_int_equal(OK, json_read(arena, buf_str(&out), &root));
	return root;
}

static const struct json_value *
member(const struct json_value *of, const char *name)
{
	const struct json_value *value = json_member(of, str_from(name));

	assert_non_null(value);
	return value;
}

static void
text_is(const struct json_value *of, const char *name, const char *want)
{
	assert_true(str_equal(member(of, name)->text, str_from(want)));
}

static void
the_parts_of_each_pair_add_up_to_its_score(void **state)
{
	struct json_value root;
	const struct json_value *pairs;

	(void)state;
	arena_reset(arena);
	root = reasons(MATCH_MODE_TOTAL);
	pairs = member(&root, "pairs");
	assert_int_equal(3, pairs->count);
	for (size_t p = 0; p < pairs->count; p++) {
		const struct json_value *parts = member(&pairs->items[p], "parts");
		int64_t sum = 0;

		for (size_t i = 0; i < parts->count; i++)
			sum += parts->items[i].whole;
		assert_int_equal(6, parts->count);
		assert_int_equal(member(&pairs->items[p], "score")->whole, sum);
	}
	text_is(&pairs->items[0], "mentor", "r2");    /* e1: 5000 with r2 and 5500 of e2 are more than 6000 and 100 */
	assert_int_equal(2, member(&pairs->items[0], "rank_mentee")->whole);
	assert_int_equal(1, member(&pairs->items[0], "rank_mentor")->whole);
	assert_int_equal(1, member(&pairs->items[2], "pinned")->whole);
	assert_int_equal(0, member(&pairs->items[2], "alternatives")->count);
}

static void
an_alternative_says_what_it_loses_and_who_moves(void **state)
{
	struct json_value root;
	const struct json_value *one, *loss, *moves;

	(void)state;
	arena_reset(arena);
	root = reasons(MATCH_MODE_TOTAL);
	one = &member(&member(&root, "pairs")->items[0], "alternatives")->items[0];
	loss = member(one, "loss");
	moves = member(one, "moves");
	text_is(one, "mentor", "r1");
	assert_int_equal(0, member(loss, "matched")->whole);
	assert_int_equal(10500 - 6100, member(loss, "score")->whole);
	assert_int_equal(1, moves->count);
	text_is(&moves->items[0], "mentee", "e2");
	text_is(&moves->items[0], "from", "r1");
	text_is(&moves->items[0], "to", "r2");
}

static void
whoever_is_without_has_one_reason(void **state)
{
	struct json_value root;
	const struct json_value *all, *excluded;

	(void)state;
	arena_reset(arena);
	root = reasons(MATCH_MODE_TOTAL);
	all = member(&root, "unmatched");
	assert_int_equal(3, all->count);
	text_is(&all->items[0], "mentee", "e3");
	text_is(&all->items[0], "reason", "hall");
	assert_int_equal(2, member(&all->items[0], "seats")->whole);
	assert_int_equal(2, member(&all->items[0], "mentors")->count);
	assert_int_equal(member(&all->items[0], "mentees")->count - 2, member(&all->items[0], "short")->whole);
	text_is(&all->items[2], "mentee", "e6");
	text_is(&all->items[2], "reason", "no-feasible-mentor");
	excluded = member(&all->items[2], "excluded");
	assert_int_equal(3, member(excluded, "language")->whole);
	assert_int_equal(0, member(excluded, "no-score")->whole);
	assert_int_equal(1, member(member(&all->items[2], "fewest"), "rules")->whole);
}

static void
prices_the_recruiting_list_and_fairness_are_told(void **state)
{
	struct json_value root;
	const struct json_value *mentors, *recruit, *fairness;

	(void)state;
	arena_reset(arena);
	root = reasons(MATCH_MODE_TOTAL);
	mentors = member(&root, "mentors");
	assert_int_equal(3, mentors->count);
	assert_int_equal(1, member(member(&mentors->items[0], "price"), "matched")->whole);
	assert_int_equal(0, member(member(&mentors->items[2], "price"), "matched")->whole);
	recruit = member(&root, "recruit");
	assert_true(recruit->count > 0);
	text_is(&recruit->items[0], "skill", "c");
	text_is(&recruit->items[0], "language", "en");
	text_is(&recruit->items[0], "hours", "00-08");
	assert_int_equal(1, member(member(&recruit->items[0], "gain"), "matched")->whole);
	fairness = member(&root, "fairness");
	assert_int_equal(1, member(fairness, "held")->whole);
	assert_int_equal(800, member(fairness, "worst")->whole);
	assert_int_equal(5, member(member(member(fairness, "match_rate"), "f"), "mentees")->whole);
	assert_null(json_member(member(fairness, "match_rate"), S("m")));    /* one man: too few to be told */
}

static void
a_stable_plan_has_no_blocking_pair_and_the_best_total_may_have_one(void **state)
{
	struct json_value root;

	(void)state;
	arena_reset(arena);
	root = reasons(MATCH_MODE_TOTAL);
	assert_int_equal(1, member(member(&root, "blocking"), "count")->whole);
	text_is(&member(member(&root, "blocking"), "list")->items[0], "mentee", "e1");
	root = reasons(MATCH_MODE_STABLE);
	assert_int_equal(0, member(member(&root, "blocking"), "count")->whole);
	text_is(&member(&root, "pairs")->items[0], "mentor", "r1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_parts_of_each_pair_add_up_to_its_score),
		cmocka_unit_test(an_alternative_says_what_it_loses_and_who_moves),
		cmocka_unit_test(whoever_is_without_has_one_reason),
		cmocka_unit_test(prices_the_recruiting_list_and_fairness_are_told),
		cmocka_unit_test(a_stable_plan_has_no_blocking_pair_and_the_best_total_may_have_one),
	};

	return cmocka_run_group_tests(tests, start, end);
}
