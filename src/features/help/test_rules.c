/* How old help may be that is counted. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "help/rules.h"

static void
F035_help_of_31_days_ago_is_not_counted(void **state)
{
	(void)state;
	assert_int_equal(HELP_TOO_OLD, help_may_log(1000, 1031));
	assert_int_equal(OK, help_may_log(1000, 1030));
	assert_int_equal(OK, help_may_log(1000, 1000));
	assert_int_equal(DAY_IN_FUTURE, help_may_log(1001, 1000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(F035_help_of_31_days_ago_is_not_counted) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
