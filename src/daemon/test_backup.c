/* The container: what was packed comes out, and nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include <fcntl.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "daemon/backup.h"
#include "sql/sql.h"
#include "sql/testing_empty.h"
#include "sql/testing_folder.h"
#include "system/file.h"
#include "system/folder.h"
#include "system/random.h"

enum { BIG = 1 << 20 };

static struct test_folder folder;
static struct arena *arena;          /* of one act */
static struct arena *keep;           /* of the group */
static struct backup_key public;
static struct secret secret, other;
static volatile int is_stopped;
static char database[128], packed[128], target[128], changed[128];

static void
name(char out[128], const char *file)
{
	snprintf(out, 128, "%s", test_folder_path(&folder, file));
}

static int
begin(void **state)
{
	struct backup_key other_public;

	(void)state;
	arena_open(64 << 20, &arena);
	arena_open(64 << 20, &keep);
	secrets_start();
	test_folder_open(&folder);
	name(database, "mentord.db");
	name(packed, "packed.backup");
	name(target, "target.db");
	name(changed, "changed.backup");
	backup_key_new(&random_system, &public, &secret);
	backup_key_new(&random_system, &other_public, &other);
	test_empty_database(database);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	test_folder_close(&folder);
	arena_close(&arena);
	arena_close(&keep);
	return 0;
}

static struct backup_work
work_now(void)
{
	arena_reset(arena);
	is_stopped = 0;
	return (struct backup_work){ .arena = arena, .is_stopped = &is_stopped };
}

static int
pack(const struct backup_key *key)
{
	struct backup_work work = work_now();
	struct backup_wish wish = { .database = database, .file = packed, .key = key, .now = { INT64_C(1795473382123456) } };
	struct backup_content content;
	int code = backup_pack(&work, &wish, &content);

	if (code != EXIT_DONE)
		print_error("%.*s\n", STR_FORMAT(work.words));
	return code;
}

static int
unpack(const char *file, const struct secret *with)
{
	struct backup_work work = work_now();
	struct backup_content content;
	int code = backup_unpack(&work, file, with, target, &content);

	if (code == EXIT_DONE)
		code = backup_check(&work, target, &content.manifest);
	assert_int_equal(code == EXIT_DONE, work.words.length == 0);
	return code;
}

static struct str
bytes_of(const char *path)
{
	struct str bytes;

	assert_int_equal(OK, file_system.read(file_system.self, keep, path, 8 * BIG, &bytes));
	return bytes;
}

/* Not synced, unlike what the product does: there are thousands. */
static void
put_changed(const char *at, size_t length)
{
	int file = open(changed, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_int_equal(length, write(file, at, length));
	close(file);
}

static void
what_was_packed_comes_out(void **state)
{
	struct stat about;

	(void)state;
	assert_int_equal(EXIT_DONE, pack(NULL));
	assert_int_equal(EXIT_DONE, unpack(packed, NULL));
	assert_int_equal(EXIT_DONE, unpack(packed, &secret));
	assert_int_equal(0, stat(packed, &about));
	assert_int_equal(0600, about.st_mode & 0777);
	assert_int_equal(EXIT_DONE, pack(&public));
	assert_int_equal(EXIT_DONE, unpack(packed, &secret));
	assert_int_equal(0, stat(target, &about));
	assert_int_equal(0600, about.st_mode & 0777);
}

static void
a_sealed_one_needs_its_own_key_and_shows_nothing(void **state)
{
	struct str bytes;

	(void)state;
	assert_int_equal(EXIT_DONE, pack(&public));
	assert_int_equal(EXIT_BAD_INPUT, unpack(packed, NULL));
	assert_int_equal(EXIT_BAD_INPUT, unpack(packed, &other));
	assert_false(file_is_there(target));
	bytes = bytes_of(packed);
	assert_null(memmem(bytes.at, bytes.length, "manifest", 8));
	assert_null(memmem(bytes.at, bytes.length, "SQLite format", 13));
}

/* Around every border and at many places between: one flipped bit each. */
static void
flip_and_try(struct str whole, const struct secret *with)
{
	char *bytes = arena_take(keep, whole.length);
	size_t step = whole.length / 60 + 1, dense = with == NULL ? 100 : 800;    /* what is not sealed is read to its end each time */

	memcpy(bytes, whole.at, whole.length);
	for (size_t i = 0; i < whole.length; i += i < dense || i + 40 > whole.length ? 1 : step) {
		bytes[i] ^= (char)(1 << i % 8);
		put_changed(bytes, whole.length);
		assert_int_not_equal(EXIT_DONE, unpack(changed, with));
		assert_false(file_is_there(target));
		bytes[i] ^= (char)(1 << i % 8);
	}
	put_changed(bytes, whole.length);
	assert_int_equal(EXIT_DONE, unpack(changed, with));
}

static void
every_flipped_byte_is_refused(void **state)
{
	(void)state;
	assert_int_equal(EXIT_DONE, pack(NULL));
	flip_and_try(bytes_of(packed), NULL);
	assert_int_equal(EXIT_DONE, pack(&public));
	flip_and_try(bytes_of(packed), &secret);
}

static void
cut_and_try(struct str whole, const struct secret *with)
{
	char *longer = arena_take(keep, whole.length + 1);
	size_t step = whole.length / 40 + 1;

	for (size_t length = 0; length < whole.length; length += length < 600 || length + 40 > whole.length ? 1 : step) {
		put_changed(whole.at, length);
		assert_int_not_equal(EXIT_DONE, unpack(changed, with));
		assert_false(file_is_there(target));
	}
	memcpy(longer, whole.at, whole.length);
	put_changed(longer, whole.length + 1);
	assert_int_equal(EXIT_FALSE, unpack(changed, with));
}

static void
a_cut_file_and_a_longer_one_are_refused(void **state)
{
	(void)state;
	assert_int_equal(EXIT_DONE, pack(NULL));
	cut_and_try(bytes_of(packed), NULL);
	assert_int_equal(EXIT_DONE, pack(&public));
	cut_and_try(bytes_of(packed), &secret);
}

static void
swap_and_try(struct str whole, size_t front, size_t chunk, const struct secret *with)
{
	char *bytes = arena_take(keep, whole.length);
	size_t chunks = (whole.length - front) / chunk;

	assert_true(chunks >= 3);
	for (size_t i = 0; i + 1 < chunks; i++) {
		if (memcmp(whole.at + front + i * chunk, whole.at + front + (i + 1) * chunk, chunk) == 0)
			continue;    /* two alike: the file stays the same */
		memcpy(bytes, whole.at, whole.length);
		memcpy(bytes + front + i * chunk, whole.at + front + (i + 1) * chunk, chunk);
		memcpy(bytes + front + (i + 1) * chunk, whole.at + front + i * chunk, chunk);
		put_changed(bytes, whole.length);
		assert_int_equal(EXIT_FALSE, unpack(changed, with));
	}
	memcpy(bytes, whole.at, front + chunk);
	memcpy(bytes + front + chunk, whole.at + front + 2 * chunk, whole.length - front - 2 * chunk);
	put_changed(bytes, whole.length - chunk);    /* one is missing */
	assert_int_equal(EXIT_FALSE, unpack(changed, with));
}

static int64_t
manifest_bytes(void)
{
	struct backup_work work = work_now();
	struct backup_content content;

	assert_int_equal(EXIT_DONE, backup_look(&work, packed, &content));
	return content.head.manifest_bytes;
}

static void
swapped_and_missing_chunks_are_refused(void **state)
{
	(void)state;
	assert_int_equal(EXIT_DONE, pack(NULL));
	swap_and_try(bytes_of(packed), BACKUP_HEAD_BYTES + (size_t)manifest_bytes(), BACKUP_CHUNK_BYTES, NULL);
	assert_int_equal(EXIT_DONE, pack(&public));
	swap_and_try(bytes_of(packed), BACKUP_HEAD_BYTES + BACKUP_SEAL_BYTES + (size_t)manifest_bytes() + BACKUP_CHUNK_EXTRA,
	    BACKUP_CHUNK_BYTES + BACKUP_CHUNK_EXTRA, &secret);
}

static void
what_is_no_backup_is_said_to_be_none(void **state)
{
	(void)state;
	put_changed("not a backup at all, but long enough to be one's head", 53);
	assert_int_equal(EXIT_BAD_INPUT, unpack(changed, NULL));
	assert_int_equal(EXIT_BAD_INPUT, unpack(database, NULL));
	assert_int_equal(EXIT_CANNOT_REACH, unpack(test_folder_path(&folder, "nothing"), NULL));
}

static void
a_stopped_backup_leaves_the_old_file(void **state)
{
	struct backup_work work;
	struct backup_wish wish = { .database = database, .file = packed, .now = { INT64_C(1795473382123456) } };
	struct backup_content content;
	struct str_list names;
	struct str before;

	(void)state;
	assert_int_equal(EXIT_DONE, pack(NULL));
	before = bytes_of(packed);
	work = work_now();
	is_stopped = 1;
	assert_int_equal(EXIT_STOPPED, backup_pack(&work, &wish, &content));
	assert_true(str_equal(before, bytes_of(packed)));
	assert_int_equal(OK, folder_list(keep, folder.at, S(""), &names));
	for (size_t i = 0; i < names.count; i++)
		assert_false(str_starts(names.at[i], S(".mentord")));
}

static void
what_is_no_database_is_not_packed(void **state)
{
	struct backup_work work = work_now();
	struct backup_wish wish = { .file = changed, .now = { INT64_C(1795473382123456) } };
	struct backup_content content;
	char broken[128], junk[4096];

	(void)state;
	name(broken, "broken.db");
	memset(junk, 'x', sizeof(junk));
	put_changed(junk, sizeof(junk));
	assert_int_equal(0, rename(changed, broken));
	wish.database = broken;
	assert_int_equal(EXIT_CANNOT_REACH, backup_pack(&work, &wish, &content));
	assert_false(file_is_there(changed));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_packed_comes_out),
		cmocka_unit_test(a_sealed_one_needs_its_own_key_and_shows_nothing),
		cmocka_unit_test(every_flipped_byte_is_refused),
		cmocka_unit_test(a_cut_file_and_a_longer_one_are_refused),
		cmocka_unit_test(swapped_and_missing_chunks_are_refused),
		cmocka_unit_test(what_is_no_backup_is_said_to_be_none),
		cmocka_unit_test(a_stopped_backup_leaves_the_old_file),
		cmocka_unit_test(what_is_no_database_is_not_packed),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
