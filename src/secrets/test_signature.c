/* HMAC-SHA256 against RFC 4231, and keys that nobody may have. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "secrets/signature.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	secrets_start();
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

/* Case 2 of RFC 4231. */
static const struct str words[] = { S_STATIC("what do ya want "), S_STATIC("for nothing?") };
static const struct str whole = S_STATIC("what do ya want for nothing?");
static const struct str wanted = S_STATIC("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

static void
the_mac_is_that_of_rfc_4231(void **state)
{
	struct hash in_parts = signature_of(S("Jefe"), words, ARRAY_LENGTH(words)), at_once = signature_of(S("Jefe"), &whole, 1);

	(void)state;
	assert_true(str_equal(wanted, signature_print(arena, &in_parts)));
	assert_true(hash_equal(&in_parts, &at_once));
	assert_true(signature_is(S("Jefe"), words, 2, wanted));
}

static void
while_a_secret_is_changed_both_are_taken(void **state)
{
	(void)state;
	assert_true(signature_is(S("Jefe, other"), &whole, 1, wanted));
	assert_true(signature_is(S("other,Jefe"), &whole, 1, wanted));
	assert_false(signature_is(S("other,others"), &whole, 1, wanted));
	assert_false(signature_is(S("a,b,Jefe"), &whole, 1, wanted));
}

/* Defect 15 of the previous bot: an empty secret was accepted. */
static void
an_empty_secret_signs_nothing(void **state)
{
	static const char *const bad[] = { "", " ", ",", "Jefe,", ",Jefe", "Jefe,,other", "a,b,c" };
	struct hash empty = signature_of(S(""), &whole, 1);
	struct str hex = signature_print(arena, &empty);

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		assert_false(signature_keys_are_fine(str_from(bad[i])));
		assert_false(signature_is(str_from(bad[i]), &whole, 1, hex));
		assert_false(signature_is(str_from(bad[i]), &whole, 1, wanted));
	}
	assert_false(signature_keys_are_fine((struct str){ NULL, 0 }));
	assert_true(signature_keys_are_fine(S("Jefe")) && signature_keys_are_fine(S("Jefe,other")));
}

static void
every_changed_digit_and_every_other_spelling_is_refused(void **state)
{
	char hex[SIGNATURE_HEX];

	(void)state;
	for (size_t i = 0; i < SIGNATURE_HEX; i++) {
		memcpy(hex, wanted.at, SIGNATURE_HEX);
		hex[i] = hex[i] == '0' ? '1' : '0';
		assert_false(signature_is(S("Jefe"), &whole, 1, (struct str){ hex, SIGNATURE_HEX }));
	}
	assert_false(signature_is(S("Jefe"), &whole, 1, S("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843")));
	assert_false(signature_is(S("Jefe"), &whole, 1, str_head(wanted, 62)));
	assert_false(signature_is(S("Jefe"), &whole, 1, S("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384300")));
	assert_false(signature_is(S("Jefe"), &whole, 1, S("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_mac_is_that_of_rfc_4231),
		cmocka_unit_test(while_a_secret_is_changed_both_are_taken),
		cmocka_unit_test(an_empty_secret_signs_nothing),
		cmocka_unit_test(every_changed_digit_and_every_other_spelling_is_refused),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
