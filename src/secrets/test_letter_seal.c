/* Tokens inside letters open for the courier alone, whole, and nowhere else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sodium.h>

#include "base/arena.h"
#include "secrets/letter_seal.h"
#include "system/random.h"

static struct arena *arena;
static struct random_seeded seeded;
static struct random seam;
static unsigned char seed[LETTER_SEED_BYTES] = { 1 }, other[LETTER_SEED_BYTES] = { 2 };

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
	seam = random_seeded(&seeded, 7);
	return sodium_init() < 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static void
what_is_sealed_opens_with_the_seed_and_with_no_other(void **state)
{
	struct letter_seal_key key = letter_seal_key_of(seed);
	struct str blob = letter_seal(arena, &seam, &key, S("42 token")), plain;

	(void)state;
	assert_true(letter_unseal(arena, seed, blob, &plain));
	assert_true(str_equal(plain, S("42 token")));
	assert_false(letter_unseal(arena, other, blob, &plain));
}

static void
a_changed_or_cut_blob_does_not_open(void **state)
{
	struct letter_seal_key key = letter_seal_key_of(seed);
	struct str blob = letter_seal(arena, &seam, &key, S("42 token")), plain;

	(void)state;
	for (size_t i = 0; i < blob.length; i++) {
		char *changed = arena_take(arena, blob.length);

		memcpy(changed, blob.at, blob.length);
		changed[i] ^= 1;
		assert_false(letter_unseal(arena, seed, (struct str){ changed, blob.length }, &plain));
		assert_false(letter_unseal(arena, seed, str_head(blob, i), &plain));
	}
}

static void
it_is_a_sealed_box_of_libsodium_and_the_same_for_the_same_chance(void **state)
{
	struct letter_seal_key key = letter_seal_key_of(seed);
	unsigned char box[8 + LETTER_SEAL_OVERHEAD];
	struct random_seeded a, b;
	struct random first = random_seeded(&a, 9), again = random_seeded(&b, 9);
	struct str plain;

	(void)state;
	assert_int_equal(0, crypto_box_seal(box, (const unsigned char *)"42 token", 8, key.bytes));
	assert_true(letter_unseal(arena, seed, (struct str){ (const char *)box, sizeof(box) }, &plain));
	assert_true(str_equal(letter_seal(arena, &first, &key, S("x")), letter_seal(arena, &again, &key, S("x"))));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_sealed_opens_with_the_seed_and_with_no_other, start, finish),
		cmocka_unit_test_setup_teardown(a_changed_or_cut_blob_does_not_open, start, finish),
		cmocka_unit_test_setup_teardown(it_is_a_sealed_box_of_libsodium_and_the_same_for_the_same_chance, start, finish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
