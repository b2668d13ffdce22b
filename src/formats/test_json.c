/* JSON in and out: what is refused, and that what we print reads back. */
#include "formats/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
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
refused(enum outcome why, struct str text)
{
	struct json_value value;

	assert_int_equal(why, json_read(arena, text, &value));
}

static void
an_object_is_read_in_its_order(void **state)
{
	struct json_value value;

	(void)state;
	assert_int_equal(OK, json_read(arena, S("{\"b\":\"x\\u00e9\",\"a\":[1,-2],\"t\":true,\"n\":null,\"r\":1.5}"), &value));
	assert_int_equal(JSON_IS_OBJECT, value.kind);
	assert_int_equal(5, value.count);
	assert_true(str_equal(value.items[0].name, S("b")) && str_equal(value.items[0].text, S("x\xC3\xA9")));
	assert_int_equal(-2, value.items[1].items[1].whole);
	assert_int_equal(1, json_member(&value, S("t"))->whole);
	assert_int_equal(JSON_IS_NULL, json_member(&value, S("n"))->kind);
	assert_int_equal(JSON_IS_REAL, json_member(&value, S("r"))->kind);
	assert_null(json_member(&value, S("c")));
}

static void
what_is_no_json_of_ours_is_refused(void **state)
{
	(void)state;
	refused(BAD_REQUEST, S(""));
	refused(BAD_REQUEST, S("{"));
	refused(BAD_REQUEST, S("{\"a\":1,\"a\":2}"));
	refused(BAD_REQUEST, S("{\"a\":1} x"));
	refused(BAD_REQUEST, S("{'a':1}"));
	refused(BAD_REQUEST, S("{\"a\":\"\xFF\"}"));
	refused(BAD_REQUEST, S("{\"a\":\"\\u0000\"}"));
	refused(BAD_REQUEST, S("{\"a\":\"\\ud800\"}"));
	refused(BAD_REQUEST, S("{\"a\":9223372036854775808}"));
	refused(BAD_REQUEST, S("{\"a\":NaN}"));
	refused(BAD_REQUEST, S("\"a\""));
}

static struct str
nested(size_t levels)
{
	struct buf text = buf_new(arena, 10000);

	for (size_t i = 0; i < levels; i++)
		buf_char(&text, '[');
	for (size_t i = 0; i < levels; i++)
		buf_char(&text, ']');
	return buf_str(&text);
}

static void
sixteen_levels_are_read_and_one_more_is_not(void **state)
{
	struct json_value value;

	(void)state;
	assert_int_equal(OK, json_read(arena, nested(LIMIT_JSON_DEPTH), &value));
	refused(JSON_TOO_DEEP, nested(LIMIT_JSON_DEPTH + 1));
	refused(JSON_TOO_DEEP, nested(4000));
}

static void
what_is_printed_reads_back(void **state)
{
	struct str text = S("a\"b\\c\n\t\x01\x7f<script>&\xE2\x80\xA8\xE2\x80\xA9 \xF0\x9F\x8C\xB1");
	struct buf out = buf_new(arena, 1000), again = buf_new(arena, 1000);
	struct json_value value;

	(void)state;
	buf_add(&out, S("{\"k\":"));
	json_quote(&out, text);
	buf_add(&out, S(",\"l\":[true,false,7,null]}"));
	assert_int_equal(OK, json_read(arena, buf_str(&out), &value));
	assert_true(str_equal(value.items[0].text, text));
	json_print(&again, &value);
	assert_true(str_equal(buf_str(&out), buf_str(&again)));
}

static void
printed_text_cannot_leave_a_page(void **state)
{
	struct buf out = buf_new(arena, 1000);

	(void)state;
	json_quote(&out, S("</script><!--&amp;\xE2\x80\xA8"));
	assert_false(str_has(buf_str(&out), S("<")) || str_has(buf_str(&out), S(">")) || str_has(buf_str(&out), S("&")));
	assert_false(str_has(buf_str(&out), S("\xE2\x80\xA8")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_object_is_read_in_its_order, start, end),
		cmocka_unit_test_setup_teardown(what_is_no_json_of_ours_is_refused, start, end),
		cmocka_unit_test_setup_teardown(sixteen_levels_are_read_and_one_more_is_not, start, end),
		cmocka_unit_test_setup_teardown(what_is_printed_reads_back, start, end),
		cmocka_unit_test_setup_teardown(printed_text_cannot_leave_a_page, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
