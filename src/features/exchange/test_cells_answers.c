/* Answers as other tables write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "exchange/cells_answers.h"

static struct arena *arena;

static struct str lists[] = { S_STATIC("Code"), S_STATIC("Code, with tests"), S_STATIC("Reading, writing, talking") };
static struct str ends[] = { S_STATIC("never"), S_STATIC("every day") };
static struct question questions[] = {
	{ .key = S_STATIC("text"), .words = S_STATIC("A line?"), .kind = QUESTION_KIND_TEXT },
	{ .key = S_STATIC("one"), .words = S_STATIC("One?"), .kind = QUESTION_KIND_CHOICE, .choices = { lists, ARRAY_LENGTH(lists) } },
	{ .key = S_STATIC("some"), .words = S_STATIC("Some?"), .kind = QUESTION_KIND_CHOICES, .choices = { lists, ARRAY_LENGTH(lists) } },
	{ .key = S_STATIC("often"), .words = S_STATIC("How often?"), .kind = QUESTION_KIND_SCALE, .lowest = 1, .highest = 5, .choices = { ends, ARRAY_LENGTH(ends) } },
	{ .key = S_STATIC("week"), .words = S_STATIC("When?"), .kind = QUESTION_KIND_WEEK },
	{ .key = S_STATIC("day"), .words = S_STATIC("From when on?"), .kind = QUESTION_KIND_DATE },
	{ .key = S_STATIC("terms"), .words = S_STATIC("I keep to it, always."), .kind = QUESTION_KIND_CONSENT },
	{ .key = S_STATIC("spoken"), .words = S_STATIC("Which language?"), .kind = QUESTION_KIND_LANGUAGE },
};
static const struct question_form asked = { .questions = questions, .count = ARRAY_LENGTH(questions) };

/* What is sent for the cell of that question, "name=value" with a blank between; "!" and what is not known. */
static struct str
sent_for(size_t place, const char *cell, int day, bool has_level)
{
	struct form form = question_fields(arena, &asked, S("asked"), false);
	struct exchange_answer answer = { .question = &questions[place], .field = &form.fields[place], .cell = str_from(cell), .day = day, .has_level = has_level };
	struct pair at[EXCHANGE_ANSWERS_MOST + 1];
	struct pairs sent = { .at = at };
	struct str wrong = exchange_answer_send(arena, &answer, &sent);
	struct buf out = buf_new(arena, 4000);

	if (!str_is_empty(wrong))
		return str_join(arena, 2, (struct str[]){ S("!"), wrong });
	for (size_t i = 0; i < sent.count; i++)
		buf_format(&out, "%s%.*s=%.*s", i > 0 ? " " : "", STR_FORMAT(at[i].name), STR_FORMAT(at[i].value));
	return buf_str(&out);
}

static void
expect_sent(size_t place, const char *cell, const char *wanted)
{
	struct str told = sent_for(place, cell, EXCHANGE_NO_DAY, false);

	if (!str_equal(told, str_from(wanted)))
		fail_msg("\"%s\": wanted \"%s\", sent \"%.*s\"", cell, wanted, STR_FORMAT(told));
}

static void
F165_choices_are_known_in_any_case_also_where_one_holds_a_comma(void **state)
{
	(void)state;
	expect_sent(0, "as it is; with, all", "text=as it is; with, all");
	expect_sent(1, " CODE ", "one=Code");
	expect_sent(1, "Knitting", "!Knitting");
	expect_sent(2, "code, with TESTS, Reading, writing, talking", "some=Code, with tests some=Reading, writing, talking");
	expect_sent(2, "Code;Reading, writing, talking;", "some=Code some=Reading, writing, talking");
	expect_sent(2, "Code\nCode, with tests", "some=Code some=Code, with tests");
	expect_sent(2, "Code; Reading", "!Reading");
	expect_sent(2, " ;, ", "");
	expect_sent(3, "4", "often=4");
	expect_sent(3, "Every Day", "often=5");
	expect_sent(3, "1: never", "often=1");
	expect_sent(3, "6", "!6");
	expect_sent(1, "", "");
}

static void
F165_parts_of_the_week_are_read_and_a_day_alone_is_none(void **state)
{
	(void)state;
	expect_sent(4, "Monday morning; Sunday evening", "week=0 week=20");
	expect_sent(4, "Mon: morning, evening; Tue: afternoon", "week=0 week=2 week=4");
	expect_sent(4, "Montag Vormittag und Abend", "week=0 week=2");
	expect_sent(4, "Monday, Tuesday", "!Monday, Tuesday");
	expect_sent(4, "Monday", "!Monday");
	expect_sent(4, "mornings", "!mornings");
	expect_sent(4, "whenever you like", "!whenever you like");
	assert_true(str_equal(sent_for(4, "Morning;Evening", 6, false), S("week=18 week=20")));
	assert_true(str_equal(sent_for(4, "night", 6, false), S("!night")));
}

static void
F165_days_consents_and_languages_are_read_in_other_words(void **state)
{
	(void)state;
	expect_sent(5, "2024/03/05 10:00", "day=2024-03-05");
	expect_sent(5, "5.3.2024", "day=5.3.2024");    /* the form refuses it */
	expect_sent(6, "I keep to it, always", "terms=1");
	expect_sent(6, "I agree.", "terms=1");
	expect_sent(6, "TRUE", "terms=1");
	expect_sent(6, "no", "");
	expect_sent(6, "perhaps", "!perhaps");
	expect_sent(7, "fi", "spoken=fi");
	expect_sent(7, "finnish", "spoken=fi");
	expect_sent(7, "Suomi (Finnish), Fluent", "spoken=fi spoken_level=fluent");
	expect_sent(7, "Finnish; perhaps", "!Finnish; perhaps");
	assert_true(str_equal(sent_for(7, "Finnish, fluent", EXCHANGE_NO_DAY, true), S("!Finnish, fluent")));    /* its level has its own column */
}

static void
F165_what_is_expected_is_told_by_kind(void **state)
{
	struct form form = question_fields(arena, &asked, S("asked"), false);

	(void)state;
	assert_true(str_equal(exchange_answer_expected(arena, &(struct exchange_answer){ .question = &questions[1], .field = &form.fields[1] }),
	    S("is none of: Code; Code, with tests; Reading, writing, talking")));
	assert_true(str_has(exchange_answer_expected(arena, &(struct exchange_answer){ .question = &questions[4], .field = &form.fields[4], .day = 2 }), S("part of a day")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(F165_choices_are_known_in_any_case_also_where_one_holds_a_comma),
		cmocka_unit_test(F165_parts_of_the_week_are_read_and_a_day_alone_is_none),
		cmocka_unit_test(F165_days_consents_and_languages_are_read_in_other_words),
		cmocka_unit_test(F165_what_is_expected_is_told_by_kind),
	};
	int failed;

	arena_open(ARENA_VISIT, &arena);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
