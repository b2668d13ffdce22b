/* Targets, queries, forms and cookies, honest and hostile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/limits.h"
#include "http/request.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

#define assert_str(wanted, given) \
	do { \
		struct str is = (given); \
		assert_int_equal(sizeof(wanted) - 1, is.length); \
		assert_memory_equal(wanted, is.at == NULL ? "" : is.at, is.length); \
	} while (0)

static enum outcome
read_target(struct str target, struct request *out)
{
	*out = (struct request){ .target = target };
	return request_read_target(arena, out);
}

static void
a_target_is_a_path_and_a_query(void **state)
{
	struct request r;

	(void)state;
	assert_int_equal(OK, read_target(S("/p/operation-code/requests?tab=mine&sort=new"), &r));
	assert_str("/p/operation-code/requests", r.path);
	assert_str("mine", request_query(&r, S("tab")));
	assert_str("new", request_query(&r, S("sort")));
	assert_str("", request_query(&r, S("page")));
	assert_int_equal(OK, read_target(S("/"), &r));
	assert_str("/", r.path);
	assert_int_equal(0, r.query.count);
}

static void
escapes_are_decoded_once(void **state)
{
	struct request r;

	(void)state;
	assert_int_equal(OK, read_target(S("/a%20b+c%252e?q=a+b%2B%26%C3%A9"), &r));
	assert_str("/a b+c%2e", r.path);
	assert_str("a b+&é", request_query(&r, S("q")));
}

static void
a_hostile_target_is_refused(void **state)
{
	static const struct str bad[] = { S_STATIC(""), S_STATIC("a"), S_STATIC("*"), S_STATIC("http://h/"), S_STATIC("//h/"), S_STATIC("/a//b"),
		S_STATIC("/a/"), S_STATIC("/."), S_STATIC("/.."), S_STATIC("/a/./b"), S_STATIC("/a/../b"), S_STATIC("/a/%2e%2E/b"),
		S_STATIC("/a%2f%2fb"), S_STATIC("/a%2f../b"), S_STATIC("/%"), S_STATIC("/%4"), S_STATIC("/%g0"), S_STATIC("/%00"), S_STATIC("/a\0b"),
		S_STATIC("/a b\n"), S_STATIC("/%0a"), S_STATIC("/%7f"), S_STATIC("/%c0%af"), S_STATIC("/%ed%a0%80"), S_STATIC("/?%00"),
		S_STATIC("/?a=%00"), S_STATIC("/?a=%"), S_STATIC("/?a=%f"), S_STATIC("/?a=%ff"), S_STATIC("/?%ff=a"), S_STATIC("/?a=\x01") };
	struct request r;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_int_equal(BAD_REQUEST, read_target(bad[i], &r));
}

static struct str
many(struct str start_with, const char *each, int count)
{
	struct buf b = buf_new(arena, 64 << 10);

	buf_add(&b, start_with);
	for (int i = 0; i < count; i++)
		buf_add(&b, str_from(each));
	return buf_str(&b);
}

/* /?p0=1&p1=1&… */
static struct str
parameters(int count)
{
	struct buf b = buf_new(arena, 8 << 10);

	buf_add(&b, S("/?"));
	for (int i = 0; i < count; i++)
		buf_format(&b, "p%d=1&", i);
	return buf_str(&b);
}

static void
fifty_parameters_pass_and_one_more_is_too_large(void **state)
{
	struct request r;

	(void)state;
	assert_int_equal(OK, read_target(parameters(LIMIT_PARAMETERS), &r));
	assert_int_equal(LIMIT_PARAMETERS, r.query.count);
	assert_int_equal(TOO_LARGE, read_target(parameters(LIMIT_PARAMETERS + 1), &r));
}

static void
a_parameter_that_comes_twice_is_refused(void **state)
{
	struct request r;

	(void)state;
	assert_int_equal(BAD_REQUEST, read_target(S("/?id=1&id=2"), &r));
	assert_int_equal(BAD_REQUEST, read_target(S("/?id=1&b=2&i%64=1"), &r));
	assert_int_equal(OK, read_target(S("/?id=1&ID=2"), &r));
}

static void
a_target_of_8_KiB_passes_and_one_byte_more_is_too_large(void **state)
{
	struct request r;

	(void)state;
	assert_int_equal(OK, read_target(many(S("/"), "a", LIMIT_TARGET_BYTES - 1), &r));
	assert_int_equal(TOO_LARGE, read_target(many(S("/"), "a", LIMIT_TARGET_BYTES), &r));
}

static void
a_form_is_read_in_its_order(void **state)
{
	struct pairs pairs;

	(void)state;
	assert_int_equal(OK, request_read_form(arena, S("skill=C&skill=SQL&about=a%0D%0Ab+%3D&empty=&bare"), &pairs));
	assert_int_equal(5, pairs.count);
	assert_str("skill", pairs.at[0].name);
	assert_str("C", pairs.at[0].value);
	assert_str("SQL", pairs.at[1].value);
	assert_str("a\r\nb =", pairs.at[2].value);
	assert_str("", pairs.at[3].value);
	assert_str("bare", pairs.at[4].name);
	assert_str("", pairs.at[4].value);
}

static void
an_empty_form_has_no_fields(void **state)
{
	struct pairs pairs;

	(void)state;
	assert_int_equal(OK, request_read_form(arena, S(""), &pairs));
	assert_int_equal(0, pairs.count);
	assert_int_equal(OK, request_read_form(arena, (struct str){ NULL, 0 }, &pairs));
	assert_int_equal(0, pairs.count);
	assert_int_equal(OK, request_read_form(arena, S("&&"), &pairs));
	assert_int_equal(0, pairs.count);
}

static void
a_hostile_form_is_refused(void **state)
{
	static const struct str bad[] = { S_STATIC("a=%00"), S_STATIC("a\0=b"), S_STATIC("a=%"), S_STATIC("a=%4"), S_STATIC("a=%4z"),
		S_STATIC("a=\xff"), S_STATIC("a=%c3"), S_STATIC("%ed%a0%80=a"), S_STATIC("a=%f4%90%80%80") };
	struct pairs pairs;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_int_equal(BAD_REQUEST, request_read_form(arena, bad[i], &pairs));
}

static void
a_form_of_200_fields_passes_and_one_more_is_too_large(void **state)
{
	struct pairs pairs;

	(void)state;
	assert_int_equal(OK, request_read_form(arena, many(S(""), "a=1&", LIMIT_FORM_FIELDS), &pairs));
	assert_int_equal(LIMIT_FORM_FIELDS, pairs.count);
	assert_int_equal(TOO_LARGE, request_read_form(arena, many(S(""), "a=1&", LIMIT_FORM_FIELDS + 1), &pairs));
}

static struct str
cookie_of(struct str line, struct str name)
{
	struct pair header = { S("cookie"), line };
	struct request r = { .headers = { &header, 1 } };

	return request_cookie(&r, name);
}

static void
cookies_are_found_by_their_whole_name(void **state)
{
	(void)state;
	assert_str("x", cookie_of(S("__Host-session=x"), S("__Host-session")));
	assert_str("2", cookie_of(S("a=1; b=2; c=3"), S("b")));
	assert_str("2", cookie_of(S("a=1;b=2"), S("b")));
	assert_str("=2=", cookie_of(S("b==2="), S("b")));
	assert_str("", cookie_of(S("ab=2; bb=3; B=4"), S("b")));
	assert_str("1", cookie_of(S("b=1; b=2"), S("b")));
}

static void
hostile_cookies_give_nothing(void **state)
{
	(void)state;
	assert_str("", cookie_of(S(""), S("b")));
	assert_str("", cookie_of(S(";;;"), S("b")));
	assert_str("", cookie_of(S("b"), S("b")));
	assert_str("", cookie_of(S("=x; ;"), S("b")));
	assert_str("", cookie_of(S("a=\"; b=2"), S("c")));
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, start, finish)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_ARENA(a_target_is_a_path_and_a_query), WITH_ARENA(escapes_are_decoded_once), WITH_ARENA(a_hostile_target_is_refused),
		WITH_ARENA(fifty_parameters_pass_and_one_more_is_too_large), WITH_ARENA(a_target_of_8_KiB_passes_and_one_byte_more_is_too_large),
		WITH_ARENA(a_parameter_that_comes_twice_is_refused), WITH_ARENA(a_target_of_8_KiB_passes_and_one_byte_more_is_too_large),
		WITH_ARENA(a_form_is_read_in_its_order), WITH_ARENA(an_empty_form_has_no_fields), WITH_ARENA(a_hostile_form_is_refused),
		WITH_ARENA(a_form_of_200_fields_passes_and_one_more_is_too_large), WITH_ARENA(cookies_are_found_by_their_whole_name),
		WITH_ARENA(hostile_cookies_give_nothing),
	};

	return cmocka_run_group_tests_name("request", tests, NULL, NULL);
}
