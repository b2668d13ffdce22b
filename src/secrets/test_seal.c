/* Sealing: what opens, and all that does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "secrets/seal.h"
#include "system/file.h"
#include "system/random.h"

static struct arena *arena;
static struct seal_ring ring, other;
static struct sealing here = { &ring, SEAL_FACTOR, { S_STATIC("factor"), S_STATIC("sealed"), 77 } };

static struct str
sealed(struct str plain)
{
	return seal(arena, &random_system, &here, plain);
}

static void
what_was_sealed_opens_in_its_own_place(void **state)
{
	struct str blob = sealed(S("twenty bytes of seed")), empty = sealed(S("")), plain;

	(void)state;
	assert_int_equal(SEAL_OVERHEAD + 20, blob.length);
	assert_false(str_has(blob, S("seed")));
	assert_int_equal(OK, unseal(arena, &here, blob, &plain));
	assert_true(str_equal(plain, S("twenty bytes of seed")));
	assert_int_equal(OK, unseal(arena, &here, empty, &plain));
	assert_int_equal(0, plain.length);
	assert_false(str_equal(blob, sealed(S("twenty bytes of seed"))));    /* a nonce of its own each time */
}

static void
another_key_or_purpose_does_not_open_it(void **state)
{
	struct sealing wrong = here;
	struct str blob = sealed(S("seed")), plain;

	(void)state;
	wrong.ring = &other;
	assert_int_equal(SEAL_BROKEN, unseal(arena, &wrong, blob, &plain));
	wrong = here;
	wrong.purpose = SEAL_KEPT_FORM;
	assert_int_equal(SEAL_BROKEN, unseal(arena, &wrong, blob, &plain));
}

static void
a_blob_that_was_moved_does_not_open(void **state)
{
	struct sealing moved[4] = { here, here, here, here };
	struct str blob = sealed(S("seed")), plain;

	(void)state;
	moved[0].place.row++;
	moved[1].place.table = S("factors");
	moved[2].place.column = S("seale");
	moved[3].place.table = S("factorsealed");    /* the border between the two names counts */
	moved[3].place.column = S("");
	for (size_t i = 0; i < ARRAY_LENGTH(moved); i++)
		assert_int_equal(SEAL_BROKEN, unseal(arena, &moved[i], blob, &plain));
}

static void
a_blob_of_another_key_number_does_not_open_even_if_the_number_is_changed_in_it(void **state)
{
	struct secret master = { { 1 } };
	struct seal_ring second;
	struct sealing again = here;
	struct str blob, plain;

	(void)state;
	seal_derive(&master, 2, &second);
	assert_memory_equal(second.keys, ring.keys, sizeof(ring.keys));    /* the same master: only the number differs */
	again.ring = &second;
	blob = seal(arena, &random_system, &again, S("seed"));
	assert_int_equal(SEAL_BROKEN, unseal(arena, &here, blob, &plain));
	((char *)(uintptr_t)blob.at)[1] = 1;
	assert_int_equal(SEAL_BROKEN, unseal(arena, &here, blob, &plain));
}

static void
a_blob_that_is_cut_or_changed_anywhere_does_not_open(void **state)
{
	struct str blob = sealed(S("seed")), plain;

	(void)state;
	for (size_t i = 0; i < blob.length; i++)
		assert_int_equal(SEAL_BROKEN, unseal(arena, &here, str_head(blob, i), &plain));
	for (size_t i = 0; i < blob.length; i++) {
		struct str changed = str_copy(arena, blob);

		((char *)(uintptr_t)changed.at)[i] ^= 1;
		assert_int_equal(SEAL_BROKEN, unseal(arena, &here, changed, &plain));
	}
	assert_int_equal(OK, unseal(arena, &here, blob, &plain));
}

static void
purposes_have_keys_of_their_own(void **state)
{
	(void)state;
	for (int i = 0; i < SEAL_PURPOSES; i++)
		for (int k = i + 1; k < SEAL_PURPOSES; k++)
			assert_memory_not_equal(ring.keys[i], ring.keys[k], SEAL_KEY_BYTES);
}

static void
a_master_key_is_made_once_for_its_owner_alone_and_read_back(void **state)
{
	char folder[] = "/tmp/mentord-test-XXXXXX", path[64], cut[64];
	struct secret made, again, read;
	struct stat about;

	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof(path), "%s/master.key", folder);
	(void)snprintf(cut, sizeof(cut), "%s/cut.key", folder);
	assert_int_equal(NOT_FOUND, seal_master_read(&file_system, arena, path, &read));
	assert_int_equal(OK, seal_master_make(&file_system, arena, path, &made));
	assert_int_equal(0, stat(path, &about));
	assert_int_equal(0400, about.st_mode & 0777);
	assert_int_equal(FILE_FAILED, seal_master_make(&file_system, arena, path, &again));
	assert_int_equal(OK, seal_master_read(&file_system, arena, path, &read));
	assert_memory_equal(made.bytes, read.bytes, SEAL_KEY_BYTES);
	assert_memory_not_equal(made.bytes, again.bytes, SEAL_KEY_BYTES);
	for (size_t length = 31; length <= 33; length += 2) {
		assert_int_equal(OK, file_system.write(file_system.self, arena, cut, (struct str){ "0123456789012345678901234567890123", length }));
		assert_int_equal(SEAL_BROKEN, seal_master_read(&file_system, arena, cut, &read));
	}
	(void)unlink(path);
	(void)unlink(cut);
	(void)rmdir(folder);
}

/* The worker does what is due and shows nothing to anybody; the courier sends letters, which say nothing of a report. */
static void
neither_worker_nor_courier_holds_what_opens_reports(void **state)
{
	static const unsigned char none[SEAL_KEY_BYTES];
	struct seal_ring worker, courier;

	(void)state;
	seal_derive(&(struct secret){ { 5 } }, 1, &worker);
	courier = worker;
	assert_memory_not_equal(none, worker.keys[SEAL_REPORT], SEAL_KEY_BYTES);
	seal_ring_without_reports(&worker);
	seal_ring_of_courier(&courier);
	for (int i = SEAL_REPORT; i <= SEAL_REPORT_CODE; i++) {
		assert_memory_equal(none, worker.keys[i], SEAL_KEY_BYTES);
		assert_memory_equal(none, courier.keys[i], SEAL_KEY_BYTES);
	}
	assert_memory_not_equal(none, worker.keys[SEAL_WAY_IN], SEAL_KEY_BYTES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(neither_worker_nor_courier_holds_what_opens_reports),
		cmocka_unit_test(what_was_sealed_opens_in_its_own_place), cmocka_unit_test(another_key_or_purpose_does_not_open_it),
		cmocka_unit_test(a_blob_that_was_moved_does_not_open),
		cmocka_unit_test(a_blob_of_another_key_number_does_not_open_even_if_the_number_is_changed_in_it),
		cmocka_unit_test(a_blob_that_is_cut_or_changed_anywhere_does_not_open), cmocka_unit_test(purposes_have_keys_of_their_own),
		cmocka_unit_test(a_master_key_is_made_once_for_its_owner_alone_and_read_back),
	};
	int failed;

	secrets_start();
	arena_open(1 << 20, &arena);
	seal_derive(&(struct secret){ { 1 } }, 1, &ring);
	seal_derive(&(struct secret){ { 2 } }, 1, &other);
	failed = cmocka_run_group_tests_name("seal", tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
