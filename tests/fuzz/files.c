/* Files that an operator or a coordinator writes: read whole or refused with a sentence, never half. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "access/record.h"
#include "access/visit.h"
#include "base/buf.h"
#include "daemon/settings.h"
#include "formats/text.h"
#include "formats/yaml.h"
#include "fuzz.h"
#include "programmes/file.h"
#include "programmes/programmes.h"
#include "requests/requests.h"
#include "sql/sql.h"
#include "system/random.h"

enum { SOUND_MOST = 2 << 20 };

static char folder[] = "/tmp/mentord-fuzz-XXXXXX";

static void
clean(void)
{
	static const char *const names[] = { "/in", "/hostile.db", "/hostile.db-wal", "/hostile.db-shm", "/test.db", "/test.db-wal", "/test.db-shm" };
	char path[80];

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", folder, names[i]);
		unlink(path);
	}
	rmdir(folder);
}

static const char *
path_of(const char *name)
{
	static char path[80];
	static bool is_made;

	if (!is_made) {
		MUST(mkdtemp(folder) != NULL);
		atexit(clean);
		is_made = true;
	}
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

void
fuzz_settings(struct arena *arena, struct str input)
{
	struct operator_settings settings;
	struct str complaint = { 0 };
	const char *path = path_of("in");
	struct flag flag = { S("config"), str_from(path) };
	FILE *file = fopen(path, "wb");
	enum outcome said;

	MUST(file != NULL && fwrite(input.at, 1, input.length, file) == input.length && fclose(file) == 0);
	said = settings_read(arena, &flag, 1, &settings, &complaint);
	MUST(said == OK || said == BAD_INPUT || said == FILE_FAILED);
	MUST(said == OK || complaint.length > 0);
}

/* One database for all runs; each run is undone. */
static struct db *
database(void)
{
	static struct db *db;

	if (db == NULL) {
		MUST(sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = path_of("test.db") }, &db) == OK);
		MUST(sql_migrate(db, (struct moment){ INT64_C(1795000000) * US_PER_SECOND }) == OK);
	}
	return db;
}

/* What was stored is printed, and what is printed is the same programme. */
static void
must_read_back(struct db *db, struct arena *arena, struct programme_id id)
{
	struct complaints complaints = complaints_new(arena);
	struct programme_file stored, again;

	MUST(file_of_programme(db, arena, id, &stored) == OK);
	MUST(file_read(arena, file_print(arena, &stored), &file_texts_builtin, &complaints, &again) == OK);
	MUST(file_compare(arena, &stored, &again, true).count == 0);
}

/* A programme's file by itself: refused with places, all within the file, or read. */
void
fuzz_programme_file(struct arena *arena, struct str input)
{
	struct complaints complaints = complaints_new(arena);
	struct programme_file file;
	enum outcome said = file_read(arena, input, &file_texts_builtin, &complaints, &file);
	long lines = 2;

	for (size_t i = 0; i < input.length; i++)
		lines += input.at[i] == '\n' || input.at[i] == '\r' || (unsigned char)input.at[i] >= 0x80 ? 1 : 0;
	MUST((said == OK) == (complaints.count == 0));
	for (size_t i = 0; i < complaints.count; i++)
		MUST(complaints.at[i].at.line >= 1 && complaints.at[i].at.line <= lines && complaints.at[i].words.length > 0);
	if (said == OK)
		MUST(file_compare(arena, &file, &file, true).count == 0);
}

/* Any text, printed as YAML in each way, is read back byte for byte. */
void
fuzz_yaml_text(struct arena *arena, struct str input)
{
	struct complaints complaints = complaints_new(arena);
	struct buf out = buf_new(arena, 1 << 20);
	const struct yaml_node *root;

	if (!text_is_utf8(input) || input.length > 4000)
		return;
	buf_add(&out, S("a: "));
	yaml_add_block(&out, input, 4);
	buf_add(&out, S("\nb: [ "));
	yaml_add_text(&out, input);
	buf_add(&out, S(" ]\n"));
	root = yaml_tree(arena, buf_str(&out), &complaints);
	MUST(root != NULL && str_equal(yaml_entry(root, S("a"))->text, input));
	MUST(str_equal(yaml_item(yaml_entry(root, S("b")), 0)->text, input));
}

void
fuzz_programme(struct arena *arena, struct str input)
{
	static struct random_seeded seeded;
	static struct random generator;
	struct programme_cache *cache;
	struct visit v = { .arena = arena, .now = { INT64_C(1795000000) * US_PER_SECOND }, .db = database() };
	struct str complaint = { 0 };
	enum outcome said;

	generator = random_seeded(&seeded, 7);
	programme_cache_open(&cache);
	v.random = &generator;
	v.programmes = cache;
	MUST(sql_begin(v.db) == OK);
	said = programme_load_file(&v, S("fuzz.yaml"), input, &complaint);
	MUST(said == OK || complaint.length > 0);
	if (said == OK)
		must_read_back(v.db, arena, v.programme_id);
	sql_rollback(v.db);
	programme_cache_close(&cache);
}

/* A sound database, made once, as bytes: the input says what is written over it. */
static struct str
sound_database(void)
{
	static char bytes[SOUND_MOST];
	static size_t length;
	struct db *db;
	FILE *file;

	if (length > 0)
		return (struct str){ bytes, length };
	MUST(sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = path_of("hostile.db") }, &db) == OK);
	MUST(sql_migrate(db, (struct moment){ INT64_C(1795000000) * US_PER_SECOND }) == OK);
	sql_close(&db);
	file = fopen(path_of("hostile.db"), "rb");
	MUST(file != NULL);
	length = fread(bytes, 1, sizeof(bytes), file);
	MUST(length > 0 && length < sizeof(bytes) && fclose(file) == 0);
	return (struct str){ bytes, length };
}

/* Four bytes of input: three of a place, one to be written there. What the places are, the input decides, so the header, the schema and
 * the trees of pages are all reached. */
static void
write_hostile(struct str input)
{
	static char bytes[SOUND_MOST];
	struct str sound = sound_database();
	FILE *file;

	memcpy(bytes, sound.at, sound.length);
	for (size_t i = 0; i + 4 <= input.length; i += 4) {
		const unsigned char *four = (const unsigned char *)input.at + i;
		size_t place = ((size_t)four[0] << 16 | (size_t)four[1] << 8 | four[2]) % sound.length;

		bytes[place] = (char)four[3];
	}
	file = fopen(path_of("hostile.db"), "wb");
	MUST(file != NULL && fwrite(bytes, 1, sound.length, file) == sound.length && fclose(file) == 0);
}

/* A file that somebody else made: it is refused, or read as far as it can be; every answer is an outcome, whatever stands in it. */
void
fuzz_hostile(struct arena *arena, struct str input)
{
	struct sql_place place = { .engine = SQL_SQLITE, .is_read_only = true, .is_check = true };
	struct findings found = findings_new(arena);
	struct visit v = { .arena = arena };
	struct str_list words;

	write_hostile(input);
	place.where = path_of("hostile.db");
	if (sql_open(&place, &v.db) != OK)
		return;
	if (sql_begin_read(v.db) == OK) {
		(void)sql_is_current(v.db, arena);
		(void)sql_check_engine(v.db, arena, &words);
		(void)desk_check(&v, &found);
		(void)record_check(&v, &found);
		sql_end_read(v.db);
	}
	sql_close(&v.db);
}
