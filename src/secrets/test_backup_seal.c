/* Keys of backups, and streams sealed to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "secrets/backup_seal.h"
#include "system/random.h"

enum { CHUNKS = 3, CHUNK = 40, SEALED = CHUNK + BACKUP_CHUNK_EXTRA };

static struct arena *arena;
static struct backup_key public;
static struct secret secret;
static char start[BACKUP_SEAL_BYTES], sealed[CHUNKS][SEALED];

static int
begin(void **state)
{
	(void)state;
	arena_open(ARENA_VISIT, &arena);
	secrets_start();
	backup_key_new(&random_system, &public, &secret);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static struct str
clear_chunk(int number)
{
	char *at = arena_take(arena, CHUNK);

	memset(at, 'a' + number, CHUNK);
	return (struct str){ at, CHUNK };
}

static int
seal_three(void **state)
{
	struct backup_seal *seal = backup_seal_start(arena, &random_system, &public, S("head"), start);

	(void)state;
	for (int i = 0; i < CHUNKS; i++)
		backup_seal_put(seal, clear_chunk(i), i == CHUNKS - 1, sealed[i]);
	return 0;
}

/* How many chunks open, taken in that order; the last asked for as the last. */
static int
opened(struct str head, size_t count, const int *order)
{
	struct backup_seal *seal = backup_seal_open(arena, &secret, head, start);
	char out[CHUNK];

	for (size_t i = 0; i < count; i++) {
		if (seal == NULL || !backup_seal_take(seal, (struct str){ sealed[order[i]], SEALED }, i == count - 1, out))
			return (int)i;
		assert_memory_equal(clear_chunk(order[i]).at, out, CHUNK);
	}
	return (int)count;
}

static void
what_was_sealed_opens_in_its_order_alone(void **state)
{
	(void)state;
	assert_int_equal(3, opened(S("head"), 3, (int[]){ 0, 1, 2 }));
	assert_int_equal(0, opened(S("head"), 3, (int[]){ 1, 0, 2 }));
	assert_int_equal(1, opened(S("head"), 3, (int[]){ 0, 2, 1 }));
	assert_int_equal(1, opened(S("head"), 3, (int[]){ 0, 0, 1 }));
}

static void
a_stream_without_its_end_is_refused(void **state)
{
	(void)state;
	assert_int_equal(1, opened(S("head"), 2, (int[]){ 0, 1 }));    /* its second chunk was not the last */
	assert_int_equal(0, opened(S("head"), 1, (int[]){ 0 }));
}

static void
another_head_is_refused(void **state)
{
	(void)state;
	assert_int_equal(0, opened(S("heap"), 3, (int[]){ 0, 1, 2 }));
	assert_int_equal(0, opened(S(""), 3, (int[]){ 0, 1, 2 }));
}

static void
each_flipped_bit_is_seen(void **state)
{
	(void)state;
	for (size_t i = 0; i < BACKUP_SEAL_BYTES * 8; i++) {
		start[i / 8] ^= (char)(1 << i % 8);
		assert_int_equal(0, opened(S("head"), 3, (int[]){ 0, 1, 2 }));
		start[i / 8] ^= (char)(1 << i % 8);
		arena_reset(arena);
	}
	for (size_t i = 0; i < SEALED * 8; i++) {
		sealed[1][i / 8] ^= (char)(1 << i % 8);
		assert_int_equal(1, opened(S("head"), 3, (int[]){ 0, 1, 2 }));
		sealed[1][i / 8] ^= (char)(1 << i % 8);
		arena_reset(arena);
	}
	assert_int_equal(3, opened(S("head"), 3, (int[]){ 0, 1, 2 }));
}

static void
another_key_does_not_open_it(void **state)
{
	struct backup_key other_public;
	struct secret other;

	(void)state;
	backup_key_new(&random_system, &other_public, &other);
	assert_null(backup_seal_open(arena, &other, S("head"), start));
}

static void
no_two_seals_are_alike(void **state)
{
	char again[BACKUP_SEAL_BYTES], chunk[SEALED];
	struct backup_seal *seal = backup_seal_start(arena, &random_system, &public, S("head"), again);

	(void)state;
	backup_seal_put(seal, clear_chunk(0), true, chunk);
	assert_memory_not_equal(start, again, BACKUP_SEAL_BYTES);
	assert_memory_not_equal(sealed[0], chunk, CHUNK);
}

static void
a_public_key_is_read_as_it_was_printed_and_in_other_spellings(void **state)
{
	struct str shown = backup_key_print(arena, &public);
	struct hash same;
	struct backup_key read;

	(void)state;
	assert_int_equal(TOKEN_TEXT, shown.length);
	assert_true(backup_key_read(shown, &read));
	assert_memory_equal(public.bytes, read.bytes, sizeof(read.bytes));
	memcpy(same.bytes, public.bytes, sizeof(same.bytes));
	assert_true(backup_key_read(hash_print(arena, &same), &read));
	assert_memory_equal(public.bytes, read.bytes, sizeof(read.bytes));
	assert_true(backup_key_read(str_join(arena, 2, (struct str[]){ shown, S("=") }), &read));
	assert_true(backup_key_read(S("pm527SROgoonRPMklpNG2jLjrfZZbplVTKMf4fHp4HY"), &read));
	assert_true(backup_key_read(S("+m527SROgoonRPMklpNG2jLjrfZZbplVTKMf4fHp4HY="), &read));
}

static void
what_is_no_key_is_refused(void **state)
{
	static const struct str bad[] = {
		S_STATIC(""), S_STATIC("pm527"), S_STATIC("pm527SROgoonRPMklpNG2jLjrfZZbplVTKMf4fHp4HYA"),
		S_STATIC("pm527SROgoonRPMklpNG2jLjrfZZbplVTKMf4fHp4H "), S_STATIC("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
		S_STATIC("0100000000000000000000000000000000000000000000000000000000000000"),    /* low order: opens for everybody */
		S_STATIC("zz00000000000000000000000000000000000000000000000000000000000000"),
	};
	struct backup_key read;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_false(backup_key_read(bad[i], &read));
}

static void
the_secret_half_gives_the_public_one(void **state)
{
	struct secret read;
	struct backup_key of;
	unsigned char one[BACKUP_KEY_ID_BYTES], two[BACKUP_KEY_ID_BYTES];

	(void)state;
	assert_true(backup_secret_read(secret_reveal(arena, &secret), &read));
	of = backup_key_of(&read);
	assert_memory_equal(public.bytes, of.bytes, sizeof(of.bytes));
	backup_key_id(&public, one);
	backup_key_id(&of, two);
	assert_memory_equal(one, two, sizeof(one));
	assert_memory_not_equal(one, public.bytes, sizeof(one));
}

static void
a_hash_in_parts_is_the_hash_of_the_whole(void **state)
{
	struct hash_run *run = hash_start(arena);
	struct hash parts, whole = hash_of(S("abc"));

	(void)state;
	hash_add(run, S("a"));
	hash_add(run, S(""));
	hash_add(run, S("bc"));
	parts = hash_end(run);
	assert_true(hash_equal(&whole, &parts));
	assert_true(str_equal(S("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), hash_print(arena, &parts)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(what_was_sealed_opens_in_its_order_alone, seal_three),
		cmocka_unit_test_setup(a_stream_without_its_end_is_refused, seal_three),
		cmocka_unit_test_setup(another_head_is_refused, seal_three),
		cmocka_unit_test_setup(each_flipped_bit_is_seen, seal_three),
		cmocka_unit_test_setup(another_key_does_not_open_it, seal_three),
		cmocka_unit_test_setup(no_two_seals_are_alike, seal_three),
		cmocka_unit_test(a_public_key_is_read_as_it_was_printed_and_in_other_spellings),
		cmocka_unit_test(what_is_no_key_is_refused),
		cmocka_unit_test(the_secret_half_gives_the_public_one),
		cmocka_unit_test(a_hash_in_parts_is_the_hash_of_the_whole),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
