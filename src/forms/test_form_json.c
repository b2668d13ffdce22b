/* A form as JSON, and answers by their shapes. */
#include "forms/form_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/json.h"
#include "forms/shape.h"

static struct arena *arena;

static const struct choice colours[] = { { .value = S_STATIC("red") }, { .value = S_STATIC("blue") } };
static const struct field fields[] = {
	{ .name = S_STATIC("name"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = 10, .label = S_STATIC("Name") },
	{ .name = S_STATIC("age"), .type = FIELD_WHOLE, .min = 1, .max = 120 },
	{ .name = S_STATIC("is_new"), .type = FIELD_TICK },
	{ .name = S_STATIC("colour"), .type = FIELD_CHOICE, .choices = { colours, 2 } },
	{ .name = S_STATIC("colours"), .type = FIELD_CHOICES, .choices = { colours, 2 } },
	{ .name = S_STATIC("week"), .type = FIELD_WEEK },
	{ .name = S_STATIC("tags"), .type = FIELD_TEXTS, .max = 2 },
};
static const struct form form = { .name = S_STATIC("form"), .fields = fields, .count = ARRAY_LENGTH(fields) };

static int
start(void **state)
{
	(void)state;
	arena_open(4 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static struct values *
sent(enum outcome wanted, struct str body)
{
	struct values *values = NULL;

	assert_int_equal(wanted, form_read_json(arena, &form, NULL, body, &values));
	return values;
}

static void
every_type_is_read(void **state)
{
	struct values *values = sent(OK, S("{\"name\":\"Ana\",\"age\":30,\"is_new\":true,\"colour\":\"red\",\"colours\":[\"red\",\"blue\"],"
	    "\"week\":[0,20],\"tags\":[\"x\",\"y\"]}"));

	(void)state;
	assert_true(str_equal(form_text(values, "name"), S("Ana")));
	assert_int_equal(30, form_whole(values, "age"));
	assert_true(form_tick(values, "is_new"));
	assert_int_equal(2, form_many(values, "colours")->count);
	assert_int_equal(1 | 1 << 20, form_whole(values, "week"));
	assert_true(str_equal(form_many(values, "tags")->at[1], S("y")));
}

static void
null_and_false_are_no_answer(void **state)
{
	struct values *values = sent(OK, S("{\"name\":\"Ana\",\"age\":null,\"is_new\":false}"));

	(void)state;
	assert_false(form_tick(values, "is_new"));
	assert_int_equal(0, form_whole(values, "age"));
}

static void
another_type_is_a_complaint_of_its_field(void **state)
{
	static const struct str wrong[] = {
		S_STATIC("{\"name\":1}"), S_STATIC("{\"name\":\"Ana\",\"age\":\"30\"}"), S_STATIC("{\"name\":\"Ana\",\"age\":1.5}"),
		S_STATIC("{\"name\":\"Ana\",\"is_new\":1}"), S_STATIC("{\"name\":\"Ana\",\"colours\":\"red\"}"), S_STATIC("{\"name\":\"Ana\",\"week\":[\"0\"]}"),
		S_STATIC("{\"name\":{\"a\":1}}"), S_STATIC("{\"name\":\"Ana\",\"tags\":[1]}"),
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++)
		assert_true(sent(BAD_INPUT, wrong[i])->has_complaints);
	assert_true(str_has(form_value(sent(BAD_INPUT, wrong[1]), "age")->complaint, S("whole number")));
}

static void
limits_hold_as_for_a_browser(void **state)
{
	(void)state;
	(void)sent(BAD_INPUT, S("{\"name\":\"A\"}"));
	(void)sent(OK, S("{\"name\":\"Abcdefghij\"}"));
	(void)sent(BAD_INPUT, S("{\"name\":\"Abcdefghijk\"}"));
	(void)sent(BAD_INPUT, S("{\"name\":\"Ana\",\"age\":121}"));
	(void)sent(BAD_INPUT, S("{\"name\":\"Ana\",\"colour\":\"green\"}"));
	(void)sent(BAD_INPUT, S("{\"name\":\"Ana\",\"week\":[21]}"));
	(void)sent(BAD_INPUT, S("{\"name\":\"Ana\",\"tags\":[\"a\",\"b\",\"c\"]}"));
	(void)sent(BAD_INPUT, S("{\"name\":\"A\\u0001na\"}"));
	(void)sent(BAD_INPUT, S(""));    /* nothing at all lacks the name */
}

static void
a_member_that_the_form_does_not_know_is_named(void **state)
{
	(void)state;
	assert_true(str_has(sent(BAD_INPUT, S("{\"name\":\"Ana\",\"role\":\"admin\"}"))->refusal, S("role")));
}

static void
what_is_no_object_is_a_bad_request(void **state)
{
	struct values *values;

	(void)state;
	assert_int_equal(BAD_REQUEST, form_read_json(arena, &form, NULL, S("[]"), &values));
	assert_int_equal(BAD_REQUEST, form_read_json(arena, &form, NULL, S("{"), &values));
}

static void
the_schema_is_json_and_names_every_field(void **state)
{
	struct buf out = buf_new(arena, 10000);
	const struct json_value *properties;
	struct json_value schema;

	(void)state;
	form_schema_print(&out, &form);
	assert_int_equal(OK, json_read(arena, buf_str(&out), &schema));
	properties = json_member(&schema, S("properties"));
	assert_int_equal(ARRAY_LENGTH(fields), properties->count);
	assert_true(str_equal(json_member(&schema, S("required"))->items[0].text, S("name")));
}

static const struct shape_field inner_fields[] = { { .name = S_STATIC("id"), .type = SHAPE_ID, .may_be_null = true } };
static const struct shape inner = { .name = S_STATIC("Inner"), .fields = inner_fields, .count = 1 };
static const char *const words[] = { "open", "closed", NULL };
static const struct shape_field outer_fields[] = {
	{ .name = S_STATIC("title"), .type = SHAPE_TEXT }, { .name = S_STATIC("state"), .type = SHAPE_WORD, .words = words, .may_be_null = true },
	{ .name = S_STATIC("at"), .type = SHAPE_MOMENT, .may_be_null = true }, { .name = S_STATIC("tags"), .type = SHAPE_TEXTS },
	{ .name = S_STATIC("items"), .type = SHAPE_LIST, .of = &inner }, { .name = S_STATIC("one"), .type = SHAPE_OBJECT, .of = &inner, .may_be_null = true },
};
static const struct shape outer = { .name = S_STATIC("Outer"), .fields = outer_fields, .count = ARRAY_LENGTH(outer_fields) };

static void
an_answer_is_printed_by_its_shape(void **state)
{
	struct buf out = buf_new(arena, 1000);
	struct answer a = answer_new(arena, &out);

	(void)state;
	answer_open(&a, &outer);
	answer_text(&a, "title", S("a \"b\""));
	answer_word(&a, "state", S(""));
	answer_moment(&a, "at", (struct moment){ INT64_C(1794819600000000) });
	answer_texts(&a, "tags", S("x, y,"));
	answer_list(&a, "items");
	for (int64_t id = 0; id < 2; id++) {
		answer_open(&a, &inner);
		answer_id(&a, "id", id);
		answer_close(&a);
	}
	answer_close(&a);
	answer_null(&a, "one");
	answer_close(&a);
	assert_true(str_equal(buf_str(&out), S("{\"title\":\"a \\\"b\\\"\",\"state\":null,\"at\":\"2026-11-16T09:00:00Z\",\"tags\":[\"x\",\"y\"],"
	    "\"items\":[{\"id\":null},{\"id\":\"0000000000001\"}],\"one\":null}")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_type_is_read, start, end),
		cmocka_unit_test_setup_teardown(null_and_false_are_no_answer, start, end),
		cmocka_unit_test_setup_teardown(another_type_is_a_complaint_of_its_field, start, end),
		cmocka_unit_test_setup_teardown(limits_hold_as_for_a_browser, start, end),
		cmocka_unit_test_setup_teardown(a_member_that_the_form_does_not_know_is_named, start, end),
		cmocka_unit_test_setup_teardown(what_is_no_object_is_a_bad_request, start, end),
		cmocka_unit_test_setup_teardown(the_schema_is_json_and_names_every_field, start, end),
		cmocka_unit_test_setup_teardown(an_answer_is_printed_by_its_shape, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
