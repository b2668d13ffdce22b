/* From a database that serves to one file. What is half stands under other names, which the next backup in the same folder empties:
 * also after a kill nothing piles up. */
#include "daemon/backup.h"

#include "base/arena.h"
#include "base/check.h"
#include "daemon/version.h"
#include "system/folder.h"
#include "system/random.h"
#include "system/stream.h"

struct packing {
	struct backup_work *work;
	const struct backup_wish *wish;
	const char *copy, *half;         /* the database's copy; the file that is not finished */
	struct stream in, out;
	struct backup_seal *seal;               /* NULL: not sealed */
	struct hash_run *sum;            /* of all that was written, for a file that is not sealed */
	char *clear, *sealed;            /* a chunk each */
	struct backup_content *content;
};

static int
take_copy(struct packing *p)
{
	struct sql_care care = { .arena = p->work->arena, .is_stopped = p->work->is_stopped };
	struct stream empty;
	enum outcome said;

	backup_drop(p->work, p->copy);
	said = stream_make(p->copy, &empty);    /* so that it is ours alone from its first byte */
	if (said != OK)
		return backup_fails(p->work, said, "the copy cannot be written");
	stream_close(&empty);
	said = sql_copy(&care, p->wish->database, p->copy);
	if (backup_is_stopped(p->work))
		return EXIT_STOPPED;
	if (said == OK)
		return EXIT_DONE;
	p->work->words = str_join(p->work->arena, 2, (struct str[]){ S("the database cannot be copied: "), care.trouble });
	return EXIT_CANNOT_REACH;
}

static void
list_tables(struct packing *p, const struct sql_survey *survey)
{
	struct backup_manifest *m = &p->content->manifest;

	m->tables.at = ARENA_MANY(p->work->arena, survey->table_count + 1, struct backup_table);
	for (size_t i = 0; i < survey->table_count; i++) {
		m->tables.at[m->tables.count++] = (struct backup_table){ survey->tables[i].name, survey->tables[i].rows };
		if (str_equal(survey->tables[i].name, S("person")))
			m->people = survey->tables[i].rows;
	}
	m->schema = survey->schema;
}

/* A copy that is not sound is no backup: better to hear it now than on the day it is needed. */
static int
survey_copy(struct packing *p)
{
	struct sql_care care = { .arena = p->work->arena, .is_stopped = p->work->is_stopped };
	struct sql_survey *survey = ARENA_NEW(p->work->arena, struct sql_survey);
	enum outcome said = sql_look(&care, p->copy, survey);

	if (backup_is_stopped(p->work))
		return EXIT_STOPPED;
	if (said == OK && survey->finding_count == 0) {
		list_tables(p, survey);
		return EXIT_DONE;
	}
	p->work->words = S("the database is not sound, so no backup was made of it");
	p->work->findings = (struct str_list){ survey->findings, survey->finding_count };
	if (survey->finding_count > 0)
		return EXIT_FALSE;
	p->work->words = str_join(p->work->arena, 2, (struct str[]){ S("the database is not one that this program knows: "), care.trouble });
	return EXIT_BAD_INPUT;
}

/* SHA-256 and size of the copy. */
static int
sum_copy(struct packing *p)
{
	struct backup_manifest *m = &p->content->manifest;
	struct hash_run *run = hash_start(p->work->arena);
	size_t got;

	do {
		enum outcome said = stream_read(&p->in, p->clear, BACKUP_CHUNK_BYTES, &got);

		if (said != OK)
			return backup_fails(p->work, said, "the copy cannot be read");
		hash_add(run, (struct str){ p->clear, got });
		m->database_bytes += (int64_t)got;
	} while (got == BACKUP_CHUNK_BYTES && !backup_is_stopped(p->work));
	p->content->sum = hash_end(run);
	m->sha256 = hash_print(p->work->arena, &p->content->sum);
	return *p->work->is_stopped ? EXIT_STOPPED : EXIT_DONE;
}

static enum outcome
put(struct packing *p, struct str bytes)
{
	p->content->file_bytes += (int64_t)bytes.length;
	if (p->sum != NULL)
		hash_add(p->sum, bytes);
	return stream_write(&p->out, bytes);
}

static enum outcome
put_chunk(struct packing *p, struct str clear, bool is_last)
{
	if (p->seal == NULL)
		return put(p, clear);
	backup_seal_put(p->seal, clear, is_last, p->sealed);
	return put(p, (struct str){ p->sealed, clear.length + BACKUP_CHUNK_EXTRA });
}

static enum outcome
put_front(struct packing *p)
{
	struct arena *arena = p->work->arena;
	struct str manifest = backup_manifest_print(arena, &p->content->manifest), head;
	char *start = arena_take(arena, BACKUP_SEAL_BYTES);

	check(manifest.length > 0);
	p->content->head.manifest_bytes = (int64_t)manifest.length;
	head = backup_head_print(arena, &p->content->head);
	TRY(put(p, head));
	if (p->wish->key != NULL) {
		p->seal = backup_seal_start(arena, &random_system, p->wish->key, head, start);
		TRY(put(p, (struct str){ start, BACKUP_SEAL_BYTES }));
	}
	return put_chunk(p, manifest, false);
}

static enum outcome
put_database(struct packing *p)
{
	int64_t left = p->content->manifest.database_bytes;

	while (left > 0 && !*p->work->is_stopped) {
		size_t wanted = left < BACKUP_CHUNK_BYTES ? (size_t)left : BACKUP_CHUNK_BYTES, got;

		TRY(stream_read(&p->in, p->clear, wanted, &got));
		if (got != wanted)
			return FILE_FAILED;    /* the copy shrank: somebody else has it */
		left -= (int64_t)got;
		TRY(put_chunk(p, (struct str){ p->clear, got }, left == 0));
	}
	return OK;
}

static enum outcome
put_sum(struct packing *p)
{
	struct hash sum;

	if (p->sum == NULL)
		return OK;
	sum = hash_end(p->sum);
	p->sum = NULL;
	return put(p, hash_bytes(&sum));
}

static int
write_file(struct packing *p)
{
	enum outcome said;

	stream_close(&p->in);
	said = stream_open(p->copy, &p->in);    /* from its beginning again */
	if (p->wish->key == NULL)
		p->sum = hash_start(p->work->arena);
	if (said == OK)
		said = put_front(p);
	if (said == OK)
		said = put_database(p);
	if (said == OK)
		said = put_sum(p);
	if (p->seal != NULL)
		backup_seal_forget(p->seal);
	if (backup_is_stopped(p->work))
		return EXIT_STOPPED;
	if (said == OK)
		said = stream_sync(&p->out);
	if (said == OK)
		said = file_move(p->work->arena, p->half, p->wish->file);
	return said == OK ? EXIT_DONE : backup_fails(p->work, said, "the file cannot be written");
}

static int
pack(struct packing *p)
{
	int said = take_copy(p);
	enum outcome outcome;

	if (said == EXIT_DONE)
		said = survey_copy(p);
	if (said != EXIT_DONE)
		return said;
	outcome = backup_heads(p->work, p->copy, &p->content->manifest);
	if (outcome != OK)
		return backup_fails(p->work, outcome, "the record in the copy cannot be read");
	outcome = stream_open(p->copy, &p->in);
	if (outcome != OK)
		return backup_fails(p->work, outcome, "the copy cannot be read");
	said = sum_copy(p);
	p->content->head.schema = p->content->manifest.schema;
	return said == EXIT_DONE ? write_file(p) : said;
}

int
backup_pack(struct backup_work *work, const struct backup_wish *wish, struct backup_content *out)
{
	struct packing p = { .work = work, .wish = wish, .content = out, .in = { -1 } };
	struct moment made_at = { wish->now.us - wish->now.us % US_PER_SECOND };
	enum outcome said;
	int code;

	*out = (struct backup_content){ .head = { .is_sealed = wish->key != NULL, .made_at = made_at } };
	out->manifest = (struct backup_manifest){ .program = S(MENTORD_VERSION), .made_at = made_at };
	if (wish->key != NULL)
		backup_key_id(wish->key, out->head.key_id);
	p.copy = backup_beside(work, wish->file, ".mentord-backup.copy");
	p.half = backup_beside(work, wish->file, ".mentord-backup.new");
	p.clear = arena_take(work->arena, BACKUP_CHUNK_BYTES);
	p.sealed = arena_take(work->arena, BACKUP_CHUNK_BYTES + BACKUP_CHUNK_EXTRA);
	said = stream_make(p.half, &p.out);    /* held until the end: one backup at a time in a folder */
	if (said == BUSY) {
		work->words = S("another backup is being made in this folder");
		return EXIT_CONFLICT;
	}
	if (said != OK)
		return backup_fails(work, said, "the file cannot be made");
	code = pack(&p);
	stream_close(&p.in);
	backup_drop(work, p.copy);
	if (code != EXIT_DONE)
		(void)file_remove(p.half);
	stream_close(&p.out);
	return code;
}
