/* Files of a match: what is refused and where, the same bytes for any order of rows, and plans that are read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "engine/testing_cohort.h"
#include "matching/matching.h"
#include "matching/testing_files.h"

#define HEAD "id,role,capacity,gender,gender_pref,langs,tz_min,avail_utc_hex,skills,goals,project,ranked,slots_hex,themes\n"
#define MENTEE(id) id ",mentee,,,,,,,,,,,,\n"
#define MENTOR(id) id ",mentor,,,,,,,,,,,,\n"
#define FOUR HEAD MENTEE("e1") MENTEE("e2") MENTOR("r1") MENTOR("r2")
#define PAIRS "mentee,mentor,score\n"

enum { TEXT_BYTES = 1 << 20, ROWS_MOST = 4000 };

static struct arena *arena;
static struct matching_file files[MATCHING_KINDS];

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

static void
begin(const char *people)
{
	arena_reset(arena);
	for (size_t k = 0; k < MATCHING_KINDS; k++)
		files[k] = (struct matching_file){ .name = matching_file_name(k) };
	files[MATCHING_PEOPLE].bytes = str_from(people);
	files[MATCHING_PEOPLE].is_there = true;
}

static void
add(enum matching_kind kind, const char *bytes)
{
	files[kind].bytes = str_from(bytes);
	files[kind].is_there = true;
}

static void
says(const char *want)
{
	struct buf out = buf_new(arena, TEXT_BYTES);
	struct matching_input input;

	matching_read(arena, files, &input);
	matching_print_problems(&out, input.problems);
	if (!str_equal(buf_str(&out), str_from(want)))
		print_error("said:\n%.*swanted:\n%s", STR_FORMAT(buf_str(&out)), want);
	assert_true(str_equal(buf_str(&out), str_from(want)));
}

/* One mentee of a file whose cell at that column holds the text. */
static void
cell_says(const char *row, const char *want)
{
	struct buf people, line;

	begin("");
	people = buf_new(arena, TEXT_BYTES);
	line = buf_new(arena, TEXT_BYTES);
	buf_format(&people, HEAD "%s\n" MENTOR("r1"), row);
	files[MATCHING_PEOPLE].bytes = buf_str(&people);
	if (want[0] != '\0')
		buf_format(&line, "people.csv:2:%s\n", want);
	buf_char(&line, '\0');
	says(buf_str(&line).at);
}

static void
each_field_of_a_person_is_refused_at_its_place(void **state)
{
	(void)state;
	cell_says("e1,mentee,,x,any,en;de,-480,00fF,c++;c#,job,p1,r1,0,career;a", "");
	cell_says("e1,boss,,,,,,,,,,,,", "2: role: \"boss\" is not mentee or mentor");
	cell_says("e1,mentee,,q,,,,,,,,,,", "4: gender: \"q\" is not f, m or x");
	cell_says("e1,mentee,,,x,,,,,,,,,", "5: gender_pref: \"x\" is not any, f or m");
	cell_says("e1,mentee,1001,,,,,,,,,,,", "3: capacity: \"1001\" is not a whole number from 0 to 1000");
	cell_says("e1,mentee, 1,,,,,,,,,,,", "3: capacity: \" 1\" is not a whole number from 0 to 1000");
	cell_says("e1,mentee,99999999999999999999,,,,,,,,,,,", "3: capacity: \"99999999999999999999\" is not a whole number from 0 to 1000");
	cell_says("e1,mentee,,,,,841,,,,,,,", "7: tz_min: \"841\" is not a whole number from -720 to 840");
	cell_says("e1,mentee,,,,en;EN,,,,,,,,", "6: langs: \"EN\" is no token: 1 to 32 of a-z, 0-9 and + # . _ -");
	cell_says("e1,mentee,,,,en;;de,,,,,,,,", "6: langs: \"\" is no token: 1 to 32 of a-z, 0-9 and + # . _ -");
	cell_says("e1,mentee,,,,en;de;en,,,,,,,,", "6: langs: \"en;de;en\" has en twice");
	cell_says("e1,mentee,,,,,,1234567,,,,,,", "8: avail_utc_hex: \"1234567\" is not 1 to 6 hexadecimal digits");
	cell_says("e1,mentee,,,,,,,,,,,0x1,", "13: slots_hex: \"0x1\" is not 1 to 16 hexadecimal digits");
	cell_says("e1,mentee,,,,,,,,,a;b,,,", "11: project: \"a;b\" is more than one project");
	cell_says("e1,mentee,,,,,,,,,,e1,,", "12: ranked: \"e1\" is a mentee, too");
	cell_says("e1,mentee,,,,,,,,,,r1;r1,,", "12: ranked: \"r1\" is there twice");
	cell_says("e1,mentee,,,,,,,,,,r1;a;b;c;d;e,,", "12: ranked: more than 5 ids");
	cell_says(",mentee,,,,,,,,,,,,", "1: id: \"\" has not 1 to 64 bytes");
	cell_says("a\tb,mentee,,,,,,,,,,,,", "1: id: \"a\\x09b\" holds a control character");
	cell_says("e1,mentee", "0: record: 2 fields where the header has 14");
	cell_says("\"e\"1,mentee,,,,,,,,,,,,", "0: record: a quote where none may stand");
	cell_says("e\xFF,mentee,,,,,,,,,,,,", "0: record: not UTF-8, or with a NUL");
	cell_says("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab,mentee,,,,,,,,,,,,",
	    "1: id: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\" has not 1 to 64 bytes");
}

static void
ids_are_compared_bytewise_and_over_both_roles(void **state)
{
	(void)state;
	begin(HEAD MENTEE("a") MENTEE("A") MENTEE("\xC3\xA9") MENTEE("e\xCC\x81") MENTEE("\"x,\"\"y\"") MENTOR("r"));
	says("");
	begin(HEAD MENTEE("a") MENTEE("b") MENTOR("a"));
	says("people.csv:4:1: id: \"a\" is there already\n");
}

static void
a_header_that_lacks_or_repeats_a_name_is_refused_and_no_other_file_is_blamed(void **state)
{
	(void)state;
	begin("");
	says("people.csv:1:0: file: it is empty\n");
	begin("id,role,id\n");
	add(MATCHING_PAIRS, PAIRS "e1,r1,5\n");
	says("people.csv:1:0: capacity: this column is missing\npeople.csv:1:0: gender: this column is missing\n"
	    "people.csv:1:0: gender_pref: this column is missing\npeople.csv:1:0: langs: this column is missing\n"
	    "people.csv:1:0: tz_min: this column is missing\npeople.csv:1:0: avail_utc_hex: this column is missing\n"
	    "people.csv:1:0: skills: this column is missing\npeople.csv:1:0: goals: this column is missing\n"
	    "people.csv:1:0: project: this column is missing\npeople.csv:1:0: ranked: this column is missing\n"
	    "people.csv:1:0: slots_hex: this column is missing\npeople.csv:1:0: themes: this column is missing\n"
	    "people.csv:1:3: id: this column is there twice\n");
	begin(FOUR);
	add(MATCHING_PAIRS, "score,mentee,mentor,note\n5,e1,r1,x\n");
	says("");
}

static void
rows_are_refused_at_their_place(void **state)
{
	(void)state;
	begin(FOUR);
	add(MATCHING_PAIRS, PAIRS "e1,r1,5\ne9,r1,5\nr1,e1,5\ne1,r2,1000001\ne1,r1,7\ne2,r2,\n");
	says("pairs.csv:3:1: mentee: \"e9\" is not in people.csv\npairs.csv:4:1: mentee: \"r1\" is a mentor\npairs.csv:4:2: mentor: \"e1\" is a mentee\n"
	    "pairs.csv:5:3: score: \"1000001\" is not a whole number from 0 to 1000000\n"
	    "pairs.csv:6:0: record: \"e1\" with \"r1\" is there already, in line 2\n"
	    "pairs.csv:7:3: score: \"\" is not a whole number from 0 to 1000000\n");
}

static void
pins_that_cannot_all_be_kept_are_refused(void **state)
{
	(void)state;
	begin(FOUR);
	add(MATCHING_PAIRS, PAIRS "e1,r1,5\ne2,r1,5\n");
	add(MATCHING_PINNED, "mentee,mentor\ne1,r1\ne2,r1\n");
	says("pinned.csv:3:2: mentor: r1 has capacity 1 but 2 pins\n");
	add(MATCHING_PINNED, "override,mentee,mentor\n,e1,r1\n1,e1,r2\n");
	says("pinned.csv:3:2: mentee: \"e1\" is pinned already, in line 2\n");
	add(MATCHING_PINNED, "mentee,mentor,override\ne1,r2,\n");
	says("pinned.csv:2:0: record: \"e1\" with \"r2\" has no score row; with 1 as override it is kept\n");
	add(MATCHING_PINNED, "mentee,mentor,override\ne1,r2,yes\n");
	says("pinned.csv:2:3: override: \"yes\" is not 1\n");
	add(MATCHING_PINNED, "mentee,mentor\ne1,r1\n");
	add(MATCHING_BLOCKED, "mentee,mentor\ne1,r1\n");
	says("pinned.csv:2:0: record: \"e1\" with \"r1\" is blocked as well, in blocked.csv line 2\n");
}

static void
twenty_problems_are_told_in_order_and_the_others_counted(void **state)
{
	struct buf pairs, want;

	(void)state;
	begin(FOUR);
	pairs = buf_new(arena, TEXT_BYTES);
	want = buf_new(arena, TEXT_BYTES);
	buf_add(&pairs, S(PAIRS));
	for (int i = 0; i < 25; i++)
		buf_format(&pairs, "e1,r%d,x\n", i % 2 + 1);
	buf_char(&pairs, '\0');
	add(MATCHING_PAIRS, pairs.at);
	for (int i = 0; i < 20; i++)
		buf_format(&want, "pairs.csv:%d:3: score: \"x\" is not a whole number from 0 to 1000000\n", i + 2);
	buf_format(&want, "… and 5 more\n");
	buf_char(&want, '\0');
	says(want.at);
}

static void
missing_data_is_warned_of_by_the_name_of_its_rule(void **state)
{
	struct matching_input input;
	struct buf out;

	(void)state;
	begin(HEAD "e1,mentee,,f,any,en,,ff,c,job,p,r9;r1,,\nr1,mentor,,m,any,en,,ff,c,job,p,,,\n");
	matching_read(arena, files, &input);
	assert_int_equal(0, input.problems->count);
	out = buf_new(arena, TEXT_BYTES);
	matching_warn_pairs(&input, input.problems);
	matching_print_warnings(&out, input.problems);
	assert_true(str_equal(buf_str(&out), S("warning: MD-wish: e1\nwarning: MD-capacity: r1\n")));
	assert_true(input.cohort.mentees.at[0].wish_count == 2 && input.cohort.mentees.at[0].wishes[1] == 0);
}

/* --- the same bytes --- */

struct lines {
	struct str at[ROWS_MOST];
	size_t count;
};

static void
add_line(struct lines *list, const struct buf *line)
{
	list->at[list->count++] = buf_str(line);
}

static void
print_side(struct lines *list, const struct match_side *side, bool is_mentor)
{
	for (size_t i = 0; i < side->count; i++) {
		struct buf line = buf_new(arena, 400);

		buf_format(&line, "%.*s,%s,%d,,,en,,,sql;c,,,%s,,b;z;a\n", STR_FORMAT(side->at[i].id), is_mentor ? "mentor" : "mentee",
		    is_mentor ? side->at[i].capacity : 1, is_mentor ? "e00002;e00001" : "r00001");
		add_line(list, &line);
	}
}

static void
print_pins(struct lines *list, const struct match_pin *pins, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf line = buf_new(arena, 400);

		buf_format(&line, "e%05u,r%05u\n", pins[i].mentee, pins[i].mentor);
		add_line(list, &line);
	}
}

/* A cohort as rows of files, without their headers. */
static void
print_cohort(struct lines all[MATCHING_BLOCKED + 1], const struct match_cohort *c)
{
	print_side(&all[MATCHING_PEOPLE], &c->mentees, false);
	print_side(&all[MATCHING_PEOPLE], &c->mentors, true);
	for (size_t i = 0; i < c->row_count; i++) {
		struct buf line = buf_new(arena, 400);

		buf_format(&line, "e%05u,r%05u,%d\n", c->rows[i].mentee, c->rows[i].mentor, c->rows[i].score);
		add_line(&all[MATCHING_PAIRS], &line);
	}
	print_pins(&all[MATCHING_PINNED], c->pins, c->pin_count);
	print_pins(&all[MATCHING_BLOCKED], c->blocks, c->block_count);
}

static void
shuffle(struct lines *list, uint64_t seed)
{
	for (size_t i = list->count; i > 1; i--) {
		size_t other = testing_below((uint32_t)i, seed, 30, i);
		struct str kept = list->at[i - 1];

		list->at[i - 1] = list->at[other];
		list->at[other] = kept;
	}
}

static void
use(enum matching_kind kind, const char *head, const struct lines *list)
{
	struct buf out = buf_new(arena, TEXT_BYTES);

	buf_add(&out, str_from(head));
	for (size_t i = 0; i < list->count; i++)
		buf_add(&out, list->at[i]);
	files[kind].bytes = buf_str(&out);
	files[kind].is_there = true;
}

/* All that a run writes, one after the other. */
static struct str
answer(struct str written[MATCHING_KINDS])
{
	struct buf out = buf_new(arena, 8 * TEXT_BYTES), result = buf_new(arena, TEXT_BYTES), certificate = buf_new(arena, TEXT_BYTES);
	struct matching_input input;
	struct match_plan plan;
	struct matching_answer a = { .input = &input, .plan = &plan };

	matching_read(arena, files, &input);
	assert_int_equal(0, input.problems->count);
	assert_int_equal(MATCH_DONE, match_total(arena, &input.cohort, NULL, &plan));
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++) {
		written[k] = matching_canonical(arena, &input, (enum matching_kind)k);
		a.hashes[k] = matching_hash(arena, written[k]);
		buf_add(&out, written[k]);
	}
	matching_print_result(&result, &a);
	matching_print_certificate(&certificate, &a);
	written[MATCHING_RESULT] = buf_str(&result);
	written[MATCHING_CERTIFICATE] = buf_str(&certificate);
	buf_add(&out, buf_str(&result));
	buf_add(&out, buf_str(&certificate));
	assert_true(plan.matched > 10);
	return buf_str(&out);
}

static struct lines lists[MATCHING_BLOCKED + 1];

static void
use_all(void)
{
	use(MATCHING_PEOPLE, HEAD, &lists[MATCHING_PEOPLE]);
	use(MATCHING_PAIRS, PAIRS, &lists[MATCHING_PAIRS]);
	use(MATCHING_PINNED, "mentee,mentor\n", &lists[MATCHING_PINNED]);
	use(MATCHING_BLOCKED, "mentee,mentor\n", &lists[MATCHING_BLOCKED]);
}

static void
a_middling_match(void)
{
	struct testing_size size = { .mentees = 100, .mentors = 40, .capacity_below = 5, .row_percent = 25, .scores_below = 20 };
	struct match_cohort cohort;

	begin("");
	testing_cohort(arena, 5, size, &cohort);
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++)
		lists[k].count = 0;
	print_cohort(lists, &cohort);
	use_all();
}

static void
any_order_of_rows_gives_the_same_bytes_and_so_do_the_canonical_copies(void **state)
{
	struct str written[MATCHING_KINDS], again[MATCHING_KINDS], first;

	(void)state;
	a_middling_match();
	first = answer(written);
	for (uint64_t seed = 1; seed <= 5; seed++) {
		for (size_t k = 0; k <= MATCHING_BLOCKED; k++)
			shuffle(&lists[k], seed);
		use_all();
		assert_true(str_equal(first, answer(again)));
	}
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++)
		files[k].bytes = written[k];
	assert_true(str_equal(first, answer(again)));
}

/* --- reading plans back --- */

/* Problems, or false claims, of the plan in the files. */
static size_t
judge(size_t *problems)
{
	struct matching_statement statement;
	struct match_report report = { 0 };
	struct matching_input input;
	size_t wrong = 0;

	matching_read(arena, files, &input);
	matching_read_plan(arena, files, &input, &statement);
	*problems = input.problems->count;
	if (*problems > 0)
		return 0;
	match_verify(arena, &input.cohort, &statement.said, &report);
	for (size_t i = 0; i < report.count; i++)
		wrong += report.claims[i].finding != MATCH_HOLDS;
	return wrong;
}

static void
a_plan_is_read_back_and_each_planted_fault_is_found(void **state)
{
	struct str written[MATCHING_KINDS];
	size_t problems;

	(void)state;
	a_middling_match();
	answer(written);
	for (size_t k = 0; k < MATCHING_KINDS; k++)
		files[k] = (struct matching_file){ matching_file_name(k), written[k], k != MATCHING_SLOTS };
	assert_true(judge(&problems) == 0 && problems == 0);
	files[MATCHING_CERTIFICATE].bytes = replaced(arena, written[MATCHING_CERTIFICATE], "\"score\":", "\"score\":1");
	assert_true(judge(&problems) == 1 && problems == 0);
	files[MATCHING_CERTIFICATE].bytes = replaced(arena, written[MATCHING_CERTIFICATE], "\"mentees\":{", "\"mentees\":{\"r00000\":5,");
	judge(&problems);
	assert_int_equal(1, problems);
	files[MATCHING_CERTIFICATE].bytes = replaced(arena, written[MATCHING_CERTIFICATE], "\"primal\"", "\"primary\"");
	judge(&problems);
	assert_int_equal(1, problems);
	files[MATCHING_CERTIFICATE].bytes = replaced(arena, written[MATCHING_CERTIFICATE], "\"mode\":\"total\"", "\"mode\":\"other\"");
	judge(&problems);
	assert_int_equal(1, problems);
	files[MATCHING_CERTIFICATE].bytes = S("{");
	judge(&problems);
	assert_int_equal(1, problems);
	files[MATCHING_CERTIFICATE].bytes = written[MATCHING_CERTIFICATE];
	files[MATCHING_RESULT].bytes = str_join(arena, 2, (struct str[]){ written[MATCHING_RESULT], S("e00001,z\n") });
	judge(&problems);
	assert_int_equal(1, problems);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_field_of_a_person_is_refused_at_its_place),
		cmocka_unit_test(ids_are_compared_bytewise_and_over_both_roles),
		cmocka_unit_test(a_header_that_lacks_or_repeats_a_name_is_refused_and_no_other_file_is_blamed),
		cmocka_unit_test(rows_are_refused_at_their_place),
		cmocka_unit_test(pins_that_cannot_all_be_kept_are_refused),
		cmocka_unit_test(twenty_problems_are_told_in_order_and_the_others_counted),
		cmocka_unit_test(missing_data_is_warned_of_by_the_name_of_its_rule),
		cmocka_unit_test(any_order_of_rows_gives_the_same_bytes_and_so_do_the_canonical_copies),
		cmocka_unit_test(a_plan_is_read_back_and_each_planted_fault_is_found),
	};

	return cmocka_run_group_tests(tests, start, end);
}
