/* Tokens, hashes and form tokens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "secrets/secrets.h"
#include "system/random.h"

static struct arena *arena;

static void
a_token_is_read_as_it_was_shown(void **state)
{
	struct secret secret = secret_new(&random_system), other = secret_new(&random_system), read;
	struct str text = secret_reveal(arena, &secret);

	(void)state;
	assert_int_equal(TOKEN_TEXT, text.length);
	assert_true(secret_read(text, &read));
	assert_memory_equal(secret.bytes, read.bytes, TOKEN_BYTES);
	assert_memory_not_equal(secret.bytes, other.bytes, TOKEN_BYTES);
}

static void
what_is_no_token_is_refused(void **state)
{
	static const struct str bad[] = {
		S_STATIC(""), S_STATIC("AAAA"),
		S_STATIC("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),      /* 42 */
		S_STATIC("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),    /* 44 */
		S_STATIC("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
		S_STATIC("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+"),
		S_STATIC("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA "),
		S_STATIC("AAAAAAAAAAAAAAAAAAAAA\0AAAAAAAAAAAAAAAAAAAAA"),
		S_STATIC("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"),     /* bits that no token has: one token, one text */
	};
	struct secret read;

	(void)state;
	assert_true(secret_read(S("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), &read));
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_false(secret_read(bad[i], &read));
}

/* FIPS 180-2, appendix B.1 */
static void
the_hash_is_sha_256(void **state)
{
	static const unsigned char of_abc[HASH_BYTES] = {
		0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
		0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad,
	};
	struct hash hash = hash_of(S("abc")), other = hash_of(S("abd"));

	(void)state;
	assert_memory_equal(of_abc, hash.bytes, HASH_BYTES);
	assert_true(hash_equal(&hash, &hash));
	assert_false(hash_equal(&hash, &other));
	assert_int_equal(HASH_BYTES, hash_bytes(&hash).length);
}

static void
what_is_stored_is_the_hash_of_the_tokens_bytes(void **state)
{
	struct secret secret = secret_new(&random_system);
	struct hash stored = secret_hash(&secret), again = hash_of((struct str){ (const char *)secret.bytes, TOKEN_BYTES });

	(void)state;
	assert_true(hash_equal(&stored, &again));
	assert_memory_not_equal(stored.bytes, secret.bytes, TOKEN_BYTES);
}

static void
a_form_token_belongs_to_one_session_and_does_not_give_it_away(void **state)
{
	struct secret session = secret_new(&random_system), other = secret_new(&random_system);
	struct hash hash = secret_hash(&session);
	struct str token = form_token(arena, &session), cut = str_head(token, token.length - 1);
	struct secret bytes;

	(void)state;
	assert_int_equal(TOKEN_TEXT, token.length);
	assert_true(form_token_is(arena, &session, token));
	assert_true(str_equal(token, form_token(arena, &session)));
	assert_false(form_token_is(arena, &other, token));
	assert_false(form_token_is(arena, &session, cut));
	assert_false(form_token_is(arena, &session, S("")));
	assert_false(form_token_is(arena, &session, secret_reveal(arena, &session)));
	assert_true(secret_read(token, &bytes));
	assert_memory_not_equal(bytes.bytes, session.bytes, TOKEN_BYTES);
	assert_memory_not_equal(bytes.bytes, hash.bytes, TOKEN_BYTES);    /* nor what the database holds */
}

static void
a_masked_form_token_is_another_each_time_and_opens_the_same_session_alone(void **state)
{
	struct random_seeded seed;
	struct random random = random_seeded(&seed, 7);
	struct secret session = secret_new(&random), other = secret_new(&random);
	struct str one = form_token_masked(arena, &session, &random), two = form_token_masked(arena, &session, &random);

	(void)state;
	assert_int_equal(86, one.length);
	assert_false(str_equal(one, two));
	assert_true(form_token_is(arena, &session, one) && form_token_is(arena, &session, two));
	assert_false(form_token_is(arena, &other, one));
	assert_false(form_token_is(arena, &session, str_head(one, 85)));
}

static void
a_form_token_with_one_sign_changed_is_refused(void **state)
{
	struct secret session = secret_new(&random_system);
	struct str token = form_token(arena, &session);

	(void)state;
	for (size_t i = 0; i < token.length; i++) {
		char changed[TOKEN_TEXT];

		memcpy(changed, token.at, TOKEN_TEXT);
		changed[i] = changed[i] == 'A' ? 'B' : 'A';
		assert_false(form_token_is(arena, &session, (struct str){ changed, TOKEN_TEXT }));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_token_is_read_as_it_was_shown), cmocka_unit_test(what_is_no_token_is_refused),
		cmocka_unit_test(the_hash_is_sha_256), cmocka_unit_test(what_is_stored_is_the_hash_of_the_tokens_bytes),
		cmocka_unit_test(a_form_token_belongs_to_one_session_and_does_not_give_it_away),
		cmocka_unit_test(a_form_token_with_one_sign_changed_is_refused),
		cmocka_unit_test(a_masked_form_token_is_another_each_time_and_opens_the_same_session_alone),
	};
	int failed;

	secrets_start();
	arena_open(1 << 20, &arena);
	failed = cmocka_run_group_tests_name("secrets", tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
