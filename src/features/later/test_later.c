/* When a job that failed is tried again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "later/later.h"

static const struct job_policy doubling = { .tries = 12, .first_seconds = 2, .factor = 2, .most_seconds = 3600 };
static const struct job_policy slow = { .tries = 3, .first_seconds = 60, .factor = 3, .most_seconds = 500 };
static const struct job_policy steady = { .tries = 5, .first_seconds = 30, .factor = 1, .most_seconds = 3600 };

static void
the_wait_doubles_up_to_an_hour(void **state)
{
	(void)state;
	assert_int_equal(2, job_wait_seconds(&doubling, 0));
	assert_int_equal(2, job_wait_seconds(&doubling, 1));
	assert_int_equal(4, job_wait_seconds(&doubling, 2));
	assert_int_equal(2048, job_wait_seconds(&doubling, 11));
	assert_int_equal(3600, job_wait_seconds(&doubling, 12));
	assert_int_equal(3600, job_wait_seconds(&doubling, INT64_MAX));
}

static void
each_policy_has_its_own_curve(void **state)
{
	(void)state;
	assert_int_equal(60, job_wait_seconds(&slow, 1));
	assert_int_equal(180, job_wait_seconds(&slow, 2));
	assert_int_equal(500, job_wait_seconds(&slow, 3));
	assert_int_equal(500, job_wait_seconds(&slow, 1000));
	assert_int_equal(30, job_wait_seconds(&steady, 1));
	assert_int_equal(30, job_wait_seconds(&steady, INT64_MAX));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_wait_doubles_up_to_an_hour), cmocka_unit_test(each_policy_has_its_own_curve) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
