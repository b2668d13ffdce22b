/* QR codes: the drawing has the finder patterns where they belong, and a ceiling. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/qr.h"

static struct arena *arena;

static void
a_short_text_is_a_code_of_21_modules_in_its_quiet_zone(void **state)
{
	struct qr qr;

	(void)state;
	assert_int_equal(OK, qr_draw(arena, S("mentord"), &qr));
	assert_int_equal(21 + 2 * 4, qr.width);
	/* Three finder patterns: seven dark modules at the upper corners and below. */
	assert_true(str_starts(qr.path, S("M4 4h7v1h-7z")));
	assert_true(str_has(qr.path, S("M18 4h7v1h-7z")));
	assert_true(str_has(qr.path, S("M4 18h7v1h-7z")));
	assert_true(str_has(qr.path, S("M4 24h7v1h-7z")));
	for (size_t i = 0; i < qr.path.length; i++)
		assert_non_null(strchr("Mhvz- 0123456789", qr.path.at[i]));
}

static void
a_text_that_no_code_holds_is_refused(void **state)
{
	char *much = arena_take(arena, 3000);
	struct qr qr;

	(void)state;
	memset(much, 'x', 3000);
	assert_int_equal(OK, qr_draw(arena, (struct str){ much, 2000 }, &qr));
	assert_int_equal(TOO_LARGE, qr_draw(arena, (struct str){ much, 2001 }, &qr));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_short_text_is_a_code_of_21_modules_in_its_quiet_zone), cmocka_unit_test(a_text_that_no_code_holds_is_refused),
	};
	int failed;

	arena_open(1 << 20, &arena);
	failed = cmocka_run_group_tests_name("qr", tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
