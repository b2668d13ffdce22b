/* Head, manifest, name and size of a backup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/backup_file.h"

static struct arena *arena;
static const struct moment made_at = { INT64_C(1795473382) * US_PER_SECOND };

static int
begin(void **state)
{
	(void)state;
	arena_open(16 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static struct backup_head
a_head(bool is_sealed)
{
	return (struct backup_head){ .is_sealed = is_sealed, .schema = 7, .made_at = made_at, .manifest_bytes = 300,
		.key_id = { is_sealed ? 1 : 0, 0, 0, 0, 0, 0, 0, is_sealed ? 255 : 0 } };
}

static void
a_head_is_read_as_it_was_printed(void **state)
{
	(void)state;
	for (int sealed = 0; sealed < 2; sealed++) {
		struct backup_head head = a_head(sealed == 1), read;
		struct str bytes = backup_head_print(arena, &head);

		assert_int_equal(BACKUP_HEAD_BYTES, bytes.length);
		assert_true(backup_head_read(bytes, &read));
		assert_int_equal(head.is_sealed, read.is_sealed);
		assert_int_equal(7, read.schema);
		assert_int_equal(made_at.us, read.made_at.us);
		assert_int_equal(300, read.manifest_bytes);
		assert_memory_equal(head.key_id, read.key_id, BACKUP_ID_BYTES);
	}
}

/* Whatever is read prints as the same bytes again: no two heads mean the same. */
static void
no_other_bytes_are_a_head(void **state)
{
	struct backup_head head = a_head(false), read;
	char bytes[BACKUP_HEAD_BYTES];

	(void)state;
	memcpy(bytes, backup_head_print(arena, &head).at, sizeof(bytes));
	for (size_t i = 0; i < sizeof(bytes) * 8; i++) {
		bytes[i / 8] ^= (char)(1 << i % 8);
		if (backup_head_read((struct str){ bytes, sizeof(bytes) }, &read))
			assert_true(str_equal(backup_head_print(arena, &read), (struct str){ bytes, sizeof(bytes) }));
		if (i / 8 < 20 || i / 8 >= 36)
			assert_false(backup_head_read((struct str){ bytes, sizeof(bytes) }, &read));
		bytes[i / 8] ^= (char)(1 << i % 8);
	}
	assert_false(backup_head_read((struct str){ bytes, sizeof(bytes) - 1 }, &read));
	assert_false(backup_head_read(S(""), &read));
}

static void
a_manifest_has_limits_in_the_head(void **state)
{
	struct backup_head head = a_head(true), read;

	(void)state;
	head.manifest_bytes = BACKUP_MANIFEST_MAX;
	assert_true(backup_head_read(backup_head_print(arena, &head), &read));
	head.manifest_bytes++;
	assert_false(backup_head_read(backup_head_print(arena, &head), &read));
	head.manifest_bytes = 0;
	assert_false(backup_head_read(backup_head_print(arena, &head), &read));
}

static struct backup_manifest
a_manifest(void)
{
	static struct backup_record_head heads[] = { { S_STATIC("-"), S_STATIC("00ff") }, { S_STATIC("operation-code"), S_STATIC("ab12") } };
	static struct backup_table tables[] = { { S_STATIC("person"), 60 }, { S_STATIC("request"), 0 } };

	return (struct backup_manifest){ .program = S("0.1.0"), .schema = 7, .made_at = made_at, .database_bytes = 933888,
		.sha256 = S("ba7816bf"), .people = 60, .heads = { heads, ARRAY_LENGTH(heads) }, .tables = { tables, ARRAY_LENGTH(tables) } };
}

static const struct str PRINTED = S_STATIC("mentord backup manifest\nprogram 0.1.0\nschema 7\nmade_at 2026-11-23T22:36:22Z\ndatabase_bytes 933888\n"
    "sha256 ba7816bf\npeople 60\nhead - 00ff\nhead operation-code ab12\nrows person 60\nrows request 0\n");

static void
a_manifest_is_read_as_it_was_printed(void **state)
{
	struct backup_manifest manifest = a_manifest(), read;
	struct str text = backup_manifest_print(arena, &manifest);

	(void)state;
	assert_true(str_equal(PRINTED, text));
	assert_true(backup_manifest_read(arena, text, &read));
	assert_int_equal(made_at.us, read.made_at.us);
	assert_int_equal(933888, read.database_bytes);
	assert_int_equal(60, read.people);
	assert_int_equal(2, read.heads.count);
	assert_true(str_equal(S("operation-code"), read.heads.at[1].chain));
	assert_true(str_equal(S("ab12"), read.heads.at[1].hash));
	assert_int_equal(2, read.tables.count);
	assert_true(str_equal(S("request"), read.tables.at[1].name));
	assert_int_equal(0, read.tables.at[1].rows);
}

static void
another_spelling_of_a_manifest_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "mentord backup manifest\n", "mentord backup manifest\nprogram 0.1.0\nschema 07\nmade_at 2026-11-23T22:36:22Z\ndatabase_bytes 1\n"
		"sha256 b\npeople 0\n",
		"mentord backup manifest\nprogram 0.1.0\nschema 7\nmade_at 2026-11-23\ndatabase_bytes 1\nsha256 b\npeople 0\n",
		"mentord backup manifest\nprogram 0.1.0\nschema 7\nmade_at 2026-11-23T22:36:22Z\ndatabase_bytes -1\nsha256 b\npeople 0\n",
		"mentord backup manifest\nprogram 0.1.0\nschema 7\nmade_at 2026-11-23T22:36:22Z\ndatabase_bytes 1\nsha256 b\npeople 0\nrows person\n",
		"mentord backup manifest\nprogram 0.1.0\nschema 7\nmade_at 2026-11-23T22:36:22Z\ndatabase_bytes 1\nsha256 b\npeople 0\nrow person 1\n",
		"mentord backup manifest\nprogram 0.1.0\nschema 7\nmade_at 2026-11-23T22:36:22Z\ndatabase_bytes 1\nsha256 b\npeople 0\n\n",
		"mentord backup manifest\nprogram 0.1.0\nschema 7\nmade_at 2026-11-23T22:36:22Z\ndatabase_bytes 1\nsha256 b\npeople 0\nhead -\n",
		"mentord backup manifest\nprogram 0.1.0\nschema 7\nmade_at 2026-11-23T22:36:22Z\ndatabase_bytes 1\nsha256 b\npeople 0\nrows a 1\nhead - 00\n",
	};
	struct backup_manifest read;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_false(backup_manifest_read(arena, str_from(bad[i]), &read));
	for (size_t cut = 0; cut < PRINTED.length; cut++)
		if (backup_manifest_read(arena, str_head(PRINTED, cut), &read))
			assert_int_equal('\n', PRINTED.at[cut - 1]);    /* a whole line less: another manifest */
}

static void
a_name_says_when(void **state)
{
	(void)state;
	assert_true(str_equal(S("mentord-20261123T223622Z.backup"), backup_name(arena, made_at)));
}

static void
sizes_are_short(void **state)
{
	static const struct {
		int64_t bytes;
		struct str words;
	} rows[] = {
		{ 0, S_STATIC("0 bytes") }, { 999, S_STATIC("999 bytes") }, { 1000, S_STATIC("1.0 kB") }, { 934579, S_STATIC("934.5 kB") },
		{ 999999, S_STATIC("999.9 kB") }, { 1000000, S_STATIC("1.0 MB") }, { INT64_C(4200000000), S_STATIC("4.2 GB") },
		{ INT64_C(5000000000000000), S_STATIC("5000.0 TB") },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		assert_true(str_equal(rows[i].words, backup_size_print(arena, rows[i].bytes)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_head_is_read_as_it_was_printed),
		cmocka_unit_test(no_other_bytes_are_a_head),
		cmocka_unit_test(a_manifest_has_limits_in_the_head),
		cmocka_unit_test(a_manifest_is_read_as_it_was_printed),
		cmocka_unit_test(another_spelling_of_a_manifest_is_refused),
		cmocka_unit_test(a_name_says_when),
		cmocka_unit_test(sizes_are_short),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
