/* Reading forms: each type at its limit and one past it; nothing typed is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/check.h"
#include "forms/form.h"

static const struct choice colours[] = { { S_STATIC("red"), S_STATIC("Red"), S_STATIC("") }, { S_STATIC("blue"), S_STATIC("Blue"), S_STATIC("") } };
static const struct field fields[] = {
	{ .name = S_STATIC("title"), .type = FIELD_TEXT, .is_required = true, .min = 3, .max = 8, .label = S_STATIC("Title") },
	{ .name = S_STATIC("long"), .type = FIELD_LONG_TEXT, .max = 20, .label = S_STATIC("Long") },
	{ .name = S_STATIC("count"), .type = FIELD_WHOLE, .min = 1, .max = 5, .label = S_STATIC("Count") },
	{ .name = S_STATIC("email"), .type = FIELD_EMAIL, .label = S_STATIC("E-mail") },
	{ .name = S_STATIC("colour"), .type = FIELD_CHOICE, .label = S_STATIC("Colour"), .choices = { colours, 2 } },
	{ .name = S_STATIC("colours"), .type = FIELD_CHOICES, .max = 1, .label = S_STATIC("Colours"), .choices = { colours, 2 } },
	{ .name = S_STATIC("day"), .type = FIELD_DATE, .label = S_STATIC("Day") },
	{ .name = S_STATIC("week"), .type = FIELD_WEEK, .label = S_STATIC("Week") },
};
static const struct form form = { .name = S_STATIC("form"), .fields = fields, .count = ARRAY_LENGTH(fields) };
static struct arena *arena;

static int
open_arena(void **state)
{
	(void)state;
	arena_open(ARENA_VISIT, &arena);
	return 0;
}

static int
close_arena(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

/* A title that is fine, and one more pair. */
static struct values *
sent(const char *name, const char *value)
{
	struct pair at[] = { { S("title"), S("A title") }, { str_from(name), str_from(value) } };
	struct pairs pairs = { at, strcmp(name, "title") == 0 ? 1 : 2 };
	struct values *values;

	if (pairs.count == 1)
		at[0].value = str_from(value);
	(void)(form_read(arena, &form, NULL, &pairs, &values) == OK);
	return values;
}

static bool
complains(const char *name, const char *value)
{
	return form_value(sent(name, value), name)->complaint.length > 0;
}

static void
a_line_of_text_holds_from_its_shortest_to_its_longest(void **state)
{
	(void)state;
	assert_true(complains("title", "ab"));
	assert_false(complains("title", "abc"));
	assert_false(complains("title", "12345678"));
	assert_true(complains("title", "123456789"));
	assert_false(complains("title", "李雨桐"));
	assert_true(complains("title", " \xc2\xa0\xe2\x80\x8b "));
	assert_true(complains("title", "a\xe2\x80\x8b\xe2\xa0\x80" "b"));    /* two that show, and two that do not */
	assert_true(complains("title", "a\x01" "bc"));
	assert_true(complains("title", "a\nbc"));
}

static struct values *
typed(enum field_type type, size_t length)
{
	const struct field only = { .name = S_STATIC("words"), .type = type, .label = S_STATIC("Words") };
	const struct form alone = { .name = S_STATIC("alone"), .fields = &only, .count = 1 };
	char *bytes = arena_take(arena, length);
	struct pair pair = { S("words"), { bytes, length } };
	struct values *values;

	memset(bytes, 'x', length);
	(void)(form_read(arena, &alone, NULL, &(struct pairs){ &pair, 1 }, &values) == OK);
	return values;
}

static void
the_longest_text_passes_and_one_more_character_does_not(void **state)
{
	(void)state;
	assert_false(typed(FIELD_LONG_TEXT, LIMIT_TEXT_CHARACTERS)->has_complaints);
	assert_true(typed(FIELD_LONG_TEXT, LIMIT_TEXT_CHARACTERS + 1)->has_complaints);
	assert_false(typed(FIELD_TEXT, LIMIT_LINE_CHARACTERS)->has_complaints);
	assert_true(typed(FIELD_TEXT, LIMIT_LINE_CHARACTERS + 1)->has_complaints);
}

static void
what_was_typed_stays(void **state)
{
	struct values *values = sent("title", "ab");

	(void)state;
	assert_true(values->has_complaints);
	assert_true(str_equal(S("ab"), form_text(values, "title")));
	assert_true(str_equal(S("Write at least 3 characters; you wrote 2."), form_value(values, "title")->complaint));
}

static enum outcome
no_choices(void *self, struct arena *of, struct str field, struct choices *out)
{
	(void)self, (void)of, (void)field, (void)out;
	return STORE_CONFLICT;
}

static void
trouble_with_choices_is_no_complaint_about_the_answer(void **state)
{
	const struct field only = { .name = S_STATIC("who"), .type = FIELD_CHOICE, .is_required = true, .label = S_STATIC("Who?") };
	const struct form alone = { .name = S_STATIC("alone"), .fields = &only, .count = 1 };
	const struct form_supply supply = { .choices = no_choices };
	struct pair pair = { S("who"), S("ana") };
	struct values *values;

	(void)state;
	assert_int_equal(STORE_CONFLICT, form_start(arena, &alone, &supply)->trouble);
	assert_int_equal(STORE_CONFLICT, form_read(arena, &alone, &supply, &(struct pairs){ &pair, 1 }, &values));
	assert_int_equal(OK, form_start(arena, &alone, NULL)->trouble);
}

static enum outcome
one_choice(void *self, struct arena *of, struct str field, struct choices *out)
{
	static const struct choice only = { .value = S_STATIC("review"), .label = S_STATIC("Review") };

	(void)self, (void)of, (void)field;
	*out = (struct choices){ &only, 1 };
	return OK;
}

static void
what_a_programme_has_none_of_is_neither_shown_nor_required(void **state)
{
	const struct field only = { .name = S_STATIC("services"), .type = FIELD_CHOICES, .is_required = true, .is_asked_if_any = true, .min = 1, .label = S_STATIC("Which?") };
	const struct form alone = { .name = S_STATIC("alone"), .fields = &only, .count = 1 };
	const struct form_supply supply = { .choices = one_choice };
	struct pair pair = { S("services"), S("review") };
	struct values *values;

	(void)state;
	assert_int_equal(OK, form_read(arena, &alone, NULL, &(struct pairs){ &pair, 0 }, &values));
	assert_true(value_is_left_out(&values->at[0]));
	assert_int_equal(BAD_INPUT, form_read(arena, &alone, NULL, &(struct pairs){ &pair, 1 }, &values));
	assert_int_equal(BAD_INPUT, form_read(arena, &alone, &supply, &(struct pairs){ &pair, 0 }, &values));
	assert_false(value_is_left_out(&values->at[0]));
	assert_int_equal(OK, form_read(arena, &alone, &supply, &(struct pairs){ &pair, 1 }, &values));
}

static void
lines_are_kept_in_long_text_without_returns(void **state)
{
	(void)state;
	assert_true(str_equal(S("one\ntwo"), form_text(sent("long", "one\r\ntwo\r\n"), "long")));
}

static void
numbers_choices_days_and_addresses_are_checked(void **state)
{
	(void)state;
	assert_false(complains("count", "5"));
	assert_true(complains("count", "6"));
	assert_true(complains("count", "0"));
	assert_true(complains("count", "4.5"));
	assert_false(complains("colour", "red"));
	assert_true(complains("colour", "green"));
	assert_false(complains("day", "2028-02-29"));
	assert_true(complains("day", "2027-02-29"));
	assert_true(complains("day", "tomorrow"));
	assert_false(complains("email", "ana@example.org"));
	assert_true(complains("email", "ana@example.org\nBcc: all"));
	assert_true(complains("email", "ana@@example.org"));
	assert_true(complains("week", "21"));
	assert_int_equal(1 << 20, form_whole(sent("week", "20"), "week"));
}

static void
a_parameter_that_comes_twice_is_a_complaint_but_for_lists(void **state)
{
	struct pair at[] = { { S("title"), S("A title") }, { S("count"), S("1") }, { S("count"), S("2") }, { S("colours"), S("red") }, { S("colours"), S("blue") } };
	struct pairs pairs = { at, 5 };
	struct values *values;

	(void)state;
	assert_int_equal(BAD_INPUT, form_read(arena, &form, NULL, &pairs, &values));
	assert_true(form_value(values, "count")->complaint.length > 0);
	assert_true(str_equal(S("Choose at most 1; you chose 2."), form_value(values, "colours")->complaint));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_line_of_text_holds_from_its_shortest_to_its_longest, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(what_was_typed_stays, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(the_longest_text_passes_and_one_more_character_does_not, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(trouble_with_choices_is_no_complaint_about_the_answer, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(what_a_programme_has_none_of_is_neither_shown_nor_required, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(lines_are_kept_in_long_text_without_returns, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(numbers_choices_days_and_addresses_are_checked, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(a_parameter_that_comes_twice_is_a_complaint_but_for_lists, open_arena, close_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
