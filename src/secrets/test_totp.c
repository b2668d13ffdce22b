/* One-time codes: against the table of RFC 6238, at the borders of their steps, and as people type them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "secrets/totp.h"
#include "system/random.h"

static struct arena *arena;
static struct totp_seed seed;    /* of RFC 6238, appendix B: "12345678901234567890" */

static struct moment
at(int64_t seconds)
{
	return (struct moment){ seconds * US_PER_SECOND };
}

static void
codes_are_those_of_rfc_6238(void **state)
{
	static const struct {
		int64_t seconds;
		struct str code;
	} rows[] = {
		{ 59, S_STATIC("287082") }, { 1111111109, S_STATIC("081804") }, { 1111111111, S_STATIC("050471") },
		{ 1234567890, S_STATIC("005924") }, { 2000000000, S_STATIC("279037") }, { 20000000000, S_STATIC("353130") },
	};
	int64_t step;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		assert_true(str_equal(rows[i].code, totp_code(arena, &seed, at(rows[i].seconds))));
		assert_true(totp_is(&seed, rows[i].code, at(rows[i].seconds), 0, &step));
		assert_int_equal(rows[i].seconds / 30, step);
	}
}

static void
this_step_and_the_one_before_count_and_no_other(void **state)
{
	struct str code = totp_code(arena, &seed, at(1200000000));    /* a step begins */
	int64_t step;

	(void)state;
	assert_false(totp_is(&seed, code, at(1200000000 - 1), 0, &step));
	assert_true(totp_is(&seed, code, at(1200000000), 0, &step));
	assert_true(totp_is(&seed, code, at(1200000000 + 59), 0, &step));
	assert_int_equal(40000000, step);
	assert_false(totp_is(&seed, code, at(1200000000 + 60), 0, &step));
}

static void
a_step_that_was_used_never_works_again(void **state)
{
	struct str code = totp_code(arena, &seed, at(1200000000)), next = totp_code(arena, &seed, at(1200000030));
	int64_t step;

	(void)state;
	assert_true(totp_is(&seed, code, at(1200000030), 39999999, &step));
	assert_false(totp_is(&seed, code, at(1200000030), 40000000, &step));
	assert_true(totp_is(&seed, next, at(1200000030), 40000000, &step));
	assert_false(totp_is(&seed, code, at(1200000030), step, &step));    /* nor an older one after a newer */
}

static void
codes_are_six_digits_however_they_are_spaced(void **state)
{
	static const struct str wrong[] = {
		S_STATIC(""), S_STATIC("28708"), S_STATIC("2870821"), S_STATIC("28708a"), S_STATIC("-87082"), S_STATIC("287-082"), S_STATIC("287081"),
	};
	int64_t step;

	(void)state;
	assert_true(totp_is(&seed, S("287 082"), at(59), 0, &step));
	for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++)
		assert_false(totp_is(&seed, wrong[i], at(59), 0, &step));
}

static void
an_app_is_told_the_seed_the_issuer_and_the_account(void **state)
{
	struct totp_seed fresh = totp_seed_new(&random_system), other = totp_seed_new(&random_system);

	(void)state;
	assert_memory_not_equal(fresh.bytes, other.bytes, TOTP_SEED_BYTES);
	assert_true(str_equal(S("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"), totp_seed_text(arena, &seed)));
	assert_true(str_equal(totp_url(arena, &seed, S("mentord: one & two"), S("ana@example.org")),
	    S("otpauth://totp/mentord%3A%20one%20%26%20two:ana%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
	      "&issuer=mentord%3A%20one%20%26%20two&algorithm=SHA1&digits=6&period=30")));
}

static void
a_recovery_code_has_24_symbols_and_is_read_as_people_type_it(void **state)
{
	struct str code = recovery_new(arena, &random_system), other = recovery_new(arena, &random_system);
	struct hash wanted, got;

	(void)state;
	assert_int_equal(RECOVERY_SYMBOLS + 5, code.length);
	assert_false(str_equal(code, other));
	assert_true(recovery_hash(code, &wanted));
	assert_true(recovery_hash(other, &got));
	assert_false(hash_equal(&wanted, &got));
	assert_true(recovery_hash(S("0123-4567-89ab-cdef-1010-0z0z"), &wanted));
	assert_true(recovery_hash(S(" OI23 4567 89ab CDEF-lolO oZoZ"), &got));
	assert_true(hash_equal(&wanted, &got));
	assert_false(recovery_hash(S("0123-4567-89ab-cdef-0000-000"), &got));     /* 23 */
	assert_false(recovery_hash(S("0123-4567-89ab-cdef-0000-00000"), &got));   /* 25 */
	assert_false(recovery_hash(S("u123-4567-89ab-cdef-0000-0000"), &got));    /* no symbol */
	assert_false(recovery_hash(S("012\0-4567-89ab-cdef-0000-0000"), &got));
	assert_false(recovery_hash(S(""), &got));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_are_those_of_rfc_6238), cmocka_unit_test(this_step_and_the_one_before_count_and_no_other),
		cmocka_unit_test(a_step_that_was_used_never_works_again), cmocka_unit_test(codes_are_six_digits_however_they_are_spaced),
		cmocka_unit_test(an_app_is_told_the_seed_the_issuer_and_the_account),
		cmocka_unit_test(a_recovery_code_has_24_symbols_and_is_read_as_people_type_it),
	};
	int failed;

	secrets_start();
	arena_open(1 << 20, &arena);
	memcpy(seed.bytes, "12345678901234567890", TOTP_SEED_BYTES);
	failed = cmocka_run_group_tests_name("totp", tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
