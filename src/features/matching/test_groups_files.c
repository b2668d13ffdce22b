/* Files of groups: what is refused and where, and plans that are read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "engine/testing_cohort.h"
#include "formats/json.h"
#include "matching/matching.h"
#include "matching/testing_files.h"

#define HEAD "id,role,capacity,gender,gender_pref,langs,tz_min,avail_utc_hex,skills,goals,project,ranked,slots_hex,themes\n"
#define SLOTS_HEAD "slot,venue,max_groups\n"

enum { TEXT_BYTES = 1 << 20, MENTEES = 12, MENTORS = 8 };

static struct arena *arena;
static struct matching_file files[MATCHING_KINDS];

static int
start(void **state)
{
	(void)state;
	arena_open((size_t)512 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static void
add(enum matching_kind kind, struct str bytes)
{
	files[kind] = (struct matching_file){ matching_file_name(kind), bytes, true };
}

/* Twelve mentees and eight mentors of three slots; all fit. */
static void
begin(void)
{
	struct buf people, pairs;

	arena_reset(arena);
	memset(files, 0, sizeof(files));
	people = buf_new(arena, TEXT_BYTES);
	pairs = buf_new(arena, TEXT_BYTES);
	buf_add(&people, S(HEAD));
	buf_add(&pairs, S("mentee,mentor,score\n"));
	for (unsigned i = 0; i < MENTEES; i++) {
		bool is_woman = i % 2 == 0;

		buf_format(&people, "e%02u,mentee,,%s,%s,,,,,,,,%x,%s\n", i, is_woman ? "f" : "m", i == 4 ? "f" : "any", i % 5 == 0 ? 3U : 7U, i % 3 == 0 ? "web;data" : "data");
		for (unsigned j = 0; j < MENTORS; j++)
			buf_format(&pairs, "e%02u,r%02u,%u\n", i, j, testing_below(60, 9, i, j));
	}
	for (unsigned j = 0; j < MENTORS; j++)
		buf_format(&people, "r%02u,mentor,,%s,,,,,,,,,%x,%s\n", j, j % 3 == 0 ? "m" : "f", j % 4 == 0 ? 5U : 7U, j % 2 == 0 ? "data;web" : "web");
	add(MATCHING_PEOPLE, buf_str(&people));
	add(MATCHING_PAIRS, buf_str(&pairs));
	add(MATCHING_SLOTS, S(SLOTS_HEAD "s1,hall,2\ns0,\"room, small\",2\ns2,,1\n"));
}

static void
says(const char *slots, const char *want)
{
	struct buf out;
	struct matching_input input;

	begin();
	add(MATCHING_SLOTS, str_from(slots));
	out = buf_new(arena, TEXT_BYTES);
	matching_read(arena, files, &input);
	matching_print_problems(&out, input.problems);
	if (!str_equal(buf_str(&out), str_from(want)))
		print_error("said:\n%.*swanted:\n%s", STR_FORMAT(buf_str(&out)), want);
	assert_true(str_equal(buf_str(&out), str_from(want)));
}

static void
slots_are_refused_at_their_place(void **state)
{
	(void)state;
	says(SLOTS_HEAD "s0,,2\ns1,,2\ns2,,10000\n", "");
	says("", "slots.csv:1:0: file: it is empty\n");
	says("slot,venue\n", "slots.csv:1:0: max_groups: this column is missing\n");
	says(SLOTS_HEAD "s0,,2\ns2,,2\n", "slots.csv:1:0: slot: a gap: there is no s1\n");
	says(SLOTS_HEAD "s0,,x\ns1,,10001\ns2,,-1\n", "slots.csv:2:3: max_groups: \"x\" is not a whole number from 0 to 10000\n"
	    "slots.csv:3:3: max_groups: \"10001\" is not a whole number from 0 to 10000\nslots.csv:4:3: max_groups: \"-1\" is not a whole number from 0 to 10000\n");
	says(SLOTS_HEAD "s0,,2\ns1,,2\ns2,,1\ns64,,1\ns01,,1\nroom,,1\n,,1\ns0,,1\n", "slots.csv:5:1: slot: \"s64\" is no slot from s0 to s63\n"
	    "slots.csv:6:1: slot: \"s01\" is no slot from s0 to s63\nslots.csv:7:1: slot: \"room\" is no slot from s0 to s63\n"
	    "slots.csv:8:1: slot: \"\" is no slot from s0 to s63\nslots.csv:9:1: slot: \"s0\" is there already\n");
}

static void
a_bit_beyond_the_last_slot_is_told_at_the_person(void **state)
{
	struct matching_input input;

	(void)state;
	begin();
	add(MATCHING_SLOTS, S(SLOTS_HEAD "s0,,2\ns1,,2\n"));
	matching_read(arena, files, &input);
	assert_int_equal(9 + 8, input.problems->count);    /* everybody with bit 2 */
	assert_true(input.problems->shown[0].line == 3 && input.problems->shown[0].column == 13);
	assert_true(str_equal(input.problems->shown[0].words, S("has a bit beyond the last slot, s1")));
}

static void
missing_data_of_groups_is_warned_of_by_the_name_of_its_rule(void **state)
{
	struct matching_input input;
	struct buf out;

	(void)state;
	begin();
	add(MATCHING_PEOPLE, S(HEAD "e1,mentee,,,,,,,,,,,,\nr1,mentor,,,,,,,,,,,1,\n"));
	add(MATCHING_PAIRS, S("mentee,mentor,score\n"));
	matching_read(arena, files, &input);
	assert_int_equal(0, input.problems->count);
	matching_warn_groups(&input, input.problems);
	out = buf_new(arena, TEXT_BYTES);
	matching_print_warnings(&out, input.problems);
	assert_true(str_equal(buf_str(&out), S("warning: MD-gender: e1\nwarning: MD-pref: e1\nwarning: MD-slots: e1\nwarning: MD-themes: e1\n"
	    "warning: MD-gender: r1\nwarning: MD-themes: r1\n")));
}

/* --- plans --- */

/* All that a run writes. */
static void
answer(struct str written[MATCHING_KINDS])
{
	static const struct match_shape shape = { 2, 3 };
	struct buf result = buf_new(arena, TEXT_BYTES), certificate = buf_new(arena, TEXT_BYTES);
	struct matching_input input;
	struct match_groups plan;
	struct matching_groups_answer a = { .input = &input, .plan = &plan };

	matching_read(arena, files, &input);
	assert_int_equal(0, input.problems->count);
	assert_int_equal(MATCH_DONE, match_groups(arena, &input.cohort, shape, NULL, &plan));
	assert_true(plan.count == 4 && plan.levels.preferred == 1);
	for (size_t k = 0; k <= MATCHING_SLOTS; k++)
		if (matching_is_input(k, true)) {
			written[k] = matching_canonical(arena, &input, (enum matching_kind)k);
			a.hashes[k] = matching_hash(arena, written[k]);
		}
	matching_print_groups(&result, &a);
	matching_print_groups_certificate(&certificate, &a);
	written[MATCHING_RESULT] = buf_str(&result);
	written[MATCHING_CERTIFICATE] = buf_str(&certificate);
}

/* The file with its lines after the first the other way round. */
static struct str
turned(struct str file)
{
	struct buf out = buf_new(arena, TEXT_BYTES);
	struct str head, line, body = S("");

	assert_true(str_next(&file, '\n', &head));
	while (str_next(&file, '\n', &line))
		if (line.length > 0)
			body = str_join(arena, 3, (struct str[]){ line, S("\n"), body });
	buf_add(&out, head);
	buf_char(&out, '\n');
	buf_add(&out, body);
	return buf_str(&out);
}

static void
any_order_of_rows_and_the_copies_give_the_same_bytes(void **state)
{
	static const enum matching_kind kinds[] = { MATCHING_PEOPLE, MATCHING_PAIRS, MATCHING_SLOTS, MATCHING_RESULT, MATCHING_CERTIFICATE };
	struct str written[MATCHING_KINDS], again[MATCHING_KINDS];

	(void)state;
	begin();
	answer(written);
	for (size_t way = 0; way < 2; way++) {
		for (size_t k = 0; k < 3; k++)
			add(kinds[k], way == 0 ? turned(files[kinds[k]].bytes) : written[kinds[k]]);
		answer(again);
		for (size_t k = 0; k < 5; k++)
			assert_true(str_equal(written[kinds[k]], again[kinds[k]]));
	}
}

/* Problems, or false claims, of the plan in the files. */
static size_t
judge(size_t *problems)
{
	struct matching_groups_statement statement;
	struct match_report report = { 0 };
	struct matching_input input;
	size_t wrong = 0;

	matching_read(arena, files, &input);
	matching_read_groups(arena, files, &input, &statement);
	*problems = input.problems->count;
	if (*problems > 0)
		return 0;
	match_verify_groups(arena, &input.cohort, &statement.said, &report);
	for (size_t i = 0; i < report.count; i++)
		wrong += report.claims[i].finding != MATCH_HOLDS;
	return wrong;
}

/* After a change of the certificate: what is said of it. */
static void
change(struct str certificate, const char *words, const char *others, bool is_problem)
{
	size_t problems, wrong;

	add(MATCHING_CERTIFICATE, replaced(arena, certificate, words, others));
	wrong = judge(&problems);
	assert_true(is_problem ? problems > 0 : problems == 0 && wrong > 0);
}

static void
a_plan_of_groups_is_read_back_and_each_planted_fault_is_found(void **state)
{
	struct str written[MATCHING_KINDS], certificate;
	size_t problems;

	(void)state;
	begin();
	answer(written);
	add(MATCHING_RESULT, written[MATCHING_RESULT]);
	add(MATCHING_CERTIFICATE, written[MATCHING_CERTIFICATE]);
	certificate = written[MATCHING_CERTIFICATE];
	assert_true(matching_is_groups(arena, certificate) && !matching_is_groups(arena, S("{\"kind\":\"pairs\"}")));
	assert_true(judge(&problems) == 0 && problems == 0);
	change(certificate, "\"groups\":4", "\"groups\":5", false);
	change(certificate, "\"W1\":", "\"W1\":1", false);
	change(certificate, "\"people\":{", "\"people\":{\"nobody\":5,", true);
	change(certificate, "\"bound\":", "\"bounds\":", true);
	change(certificate, "\"status\":\"optimal\"", "\"status\":\"fine\"", true);
	change(certificate, "\"scale\":64", "\"scale\":65", true);
	change(certificate, "\"mentees\":3}", "\"mentees\":7}", true);
	change(certificate, "\"tree\":{", "\"tree\":{\"split\":\"s9\",", true);
	change(certificate, "\"tree\":{", "\"tree\":[{", true);
	add(MATCHING_CERTIFICATE, certificate);
	add(MATCHING_RESULT, replaced(arena, written[MATCHING_RESULT], "\ng001,", "\ng000,"));
	judge(&problems);
	assert_true(problems > 0);
}

/* --- reasons --- */

static const struct json_value *
member(const struct json_value *of, const char *name)
{
	const struct json_value *value = json_member(of, str_from(name));

	assert_non_null(value);
	return value;
}

/* Of all terms: of mentees, what they have with each mentor and with the buddy once more. */
static int64_t
sum_of(const struct json_value *terms)
{
	int64_t sum = 0;

	for (size_t t = 0; t < terms->count; t++) {
		const struct json_value *one = &terms->items[t];

		sum += member(one, "theme")->whole;
		if (json_member(one, S("mentee")) == NULL)
			continue;
		sum += member(one, "scores")->items[0].whole + member(one, "scores")->items[1].whole + member(one, "buddy")->whole;
	}
	return sum;
}

static void
terms_add_up_to_each_score_and_scores_to_the_level(void **state)
{
	static const struct match_shape shape = { 2, 3 };
	struct buf out;
	struct matching_input input;
	struct match_groups plan;
	struct matching_groups_answer a = { .input = &input, .plan = &plan };
	const struct json_value *groups;
	struct json_value root;
	int64_t all = 0;

	(void)state;
	begin();
	add(MATCHING_SLOTS, S(SLOTS_HEAD "s1,,1\ns0,,1\ns2,,1\n"));
	out = buf_new(arena, TEXT_BYTES);
	matching_read(arena, files, &input);
	assert_int_equal(MATCH_DONE, match_groups(arena, &input.cohort, shape, NULL, &plan));
	matching_print_groups_reasons(&out, &a);
	assert_int_equal(OK, json_read(arena, buf_str(&out), &root));
	groups = member(&root, "groups");
	assert_int_equal(3, groups->count);
	for (size_t g = 0; g < groups->count; g++) {
		assert_int_equal(member(&groups->items[g], "score")->whole, sum_of(member(&groups->items[g], "terms")));
		all += member(&groups->items[g], "score")->whole;
	}
	assert_int_equal(plan.levels.score, all);
	assert_int_equal(MENTEES + MENTORS - 15, member(&root, "unplaced")->count);
	assert_int_equal(1, member(member(&root, "fairness"), "held")->whole);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slots_are_refused_at_their_place),
		cmocka_unit_test(a_bit_beyond_the_last_slot_is_told_at_the_person),
		cmocka_unit_test(missing_data_of_groups_is_warned_of_by_the_name_of_its_rule),
		cmocka_unit_test(any_order_of_rows_and_the_copies_give_the_same_bytes),
		cmocka_unit_test(terms_add_up_to_each_score_and_scores_to_the_level),
		cmocka_unit_test(a_plan_of_groups_is_read_back_and_each_planted_fault_is_found),
	};

	return cmocka_run_group_tests(tests, start, end);
}
