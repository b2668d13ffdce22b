/* What making and bringing back share: words for what failed, names of files, the look at a database. */
#include "daemon/backup.h"

#include "base/arena.h"
#include "base/check.h"
#include "system/folder.h"

enum { FINDINGS_MAX = SURVEY_FINDINGS + 8 };

_Static_assert((int)BACKUP_ID_BYTES == (int)BACKUP_KEY_ID_BYTES, "the head has room for a key's name");
_Static_assert((int)BACKUP_TABLES_MAX >= (int)SURVEY_TABLES, "a manifest has room for all tables");

int
backup_fails(struct backup_work *work, enum outcome why, const char *what)
{
	struct str words = why == STORE_FULL ? S("the disk is full") : why == NOT_FOUND ? S("there is no such file or folder") : outcome_words(why);

	work->words = str_join(work->arena, 3, (struct str[]){ str_from(what), S(": "), words });
	return why == BUSY ? EXIT_CONFLICT : EXIT_CANNOT_REACH;
}

bool
backup_is_stopped(struct backup_work *work)
{
	if (*work->is_stopped)
		work->words = S("stopped, nothing was written");
	return *work->is_stopped != 0;
}

const char *
backup_beside(struct backup_work *work, const char *file, const char *name)
{
	struct str path = str_from(file);
	size_t end = path.length;

	while (end > 0 && path.at[end - 1] != '/')
		end--;
	return str_c(work->arena, str_join(work->arena, 2, (struct str[]){ str_head(path, end), str_from(name) }));
}

void
backup_drop(struct backup_work *work, const char *database)
{
	static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

	for (size_t i = 0; i < ARRAY_LENGTH(tails); i++)
		(void)file_remove(str_c(work->arena, str_join(work->arena, 2, (struct str[]){ str_from(database), str_from(tails[i]) })));
}

struct str
backup_key_name(struct arena *arena, const unsigned char id[BACKUP_ID_BYTES])
{
	struct hash hash = { 0 };

	memcpy(hash.bytes, id, BACKUP_ID_BYTES);
	return str_head(hash_print(arena, &hash), (size_t)2 * BACKUP_ID_BYTES);
}

static void
find(struct backup_work *work, struct str words, struct str about)
{
	if (work->findings.at == NULL)
		work->findings.at = ARENA_MANY(work->arena, FINDINGS_MAX, struct str);
	if (work->findings.count < FINDINGS_MAX)
		work->findings.at[work->findings.count++] = str_join(work->arena, 2, (struct str[]){ words, about });
}

/* Both lists are sorted by name. */
static void
compare_rows(struct backup_work *work, const struct sql_survey *survey, const struct backup_manifest *manifest)
{
	if (survey->table_count != manifest->tables.count) {
		find(work, S("tables: not as many as the manifest says"), S(""));
		return;
	}
	for (size_t i = 0; i < survey->table_count; i++) {
		if (!str_equal(survey->tables[i].name, manifest->tables.at[i].name))
			find(work, S("tables: not in the manifest: "), survey->tables[i].name);
		else if (survey->tables[i].rows != manifest->tables.at[i].rows)
			find(work, S("rows: not as many as the manifest says in "), survey->tables[i].name);
	}
}

int
backup_check(struct backup_work *work, const char *database, const struct backup_manifest *manifest)
{
	struct sql_care care = { .arena = work->arena, .is_stopped = work->is_stopped };
	struct sql_survey *survey = ARENA_NEW(work->arena, struct sql_survey);
	enum outcome said = sql_look(&care, database, survey);

	if (backup_is_stopped(work))
		return EXIT_STOPPED;
	if (said == STORE_TOO_NEW || said == STORE_CHANGED) {
		work->words = str_join(work->arena, 2, (struct str[]){ S("its schema is not one of this program's: "), care.trouble });
		return EXIT_BAD_INPUT;
	}
	if (said != OK)
		find(work, S("database: "), care.trouble);
	for (size_t i = 0; i < survey->finding_count; i++)
		find(work, survey->findings[i], S(""));
	if (said == OK && survey->finding_count == 0)
		compare_rows(work, survey, manifest);
	if (said == OK && survey->finding_count == 0 && survey->schema != manifest->schema)
		find(work, S("schema: not the one that the manifest says"), S(""));
	if (work->findings.count == 0)
		return EXIT_DONE;
	work->words = S("the database inside is not sound");
	return EXIT_FALSE;
}
