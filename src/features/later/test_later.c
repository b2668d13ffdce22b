/* When a job that failed is tried again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "later/later.h"

static void
the_wait_doubles_up_to_an_hour(void **state)
{
	(void)state;
	assert_int_equal(2, job_wait_seconds(0));
	assert_int_equal(2, job_wait_seconds(1));
	assert_int_equal(4, job_wait_seconds(2));
	assert_int_equal(2048, job_wait_seconds(11));
	assert_int_equal(3600, job_wait_seconds(12));
	assert_int_equal(3600, job_wait_seconds(1000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_wait_doubles_up_to_an_hour) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
