/* From a backup's file to a database. Nothing is believed before it was checked: a chunk is written only after its seal held, and the
 * caller hears EXIT_DONE only when the whole database is what the manifest says. */
#include "daemon/backup.h"

#include "base/arena.h"
#include "base/check.h"
#include "system/folder.h"
#include "system/stream.h"

struct unpacking {
	struct backup_work *work;
	struct stream in, out;
	const struct secret *secret;
	struct backup_seal *seal;
	struct hash_run *sum;            /* of all that was read, in a file that is not sealed */
	char *clear, *sealed;
	struct backup_content *content;
};

static int
damaged(struct backup_work *work, const char *words)
{
	work->words = str_from(words);
	return EXIT_FALSE;
}

/* Exactly so many bytes; fewer: the file is cut. */
static int
take(struct unpacking *u, char *at, size_t size)
{
	size_t got;
	enum outcome said = stream_read(&u->in, at, size, &got);

	if (said != OK)
		return backup_fails(u->work, said, "the backup cannot be read");
	if (got != size)
		return damaged(u->work, "the backup is damaged: its end is missing");
	if (u->sum != NULL)
		hash_add(u->sum, (struct str){ at, size });
	return EXIT_DONE;
}

static int
take_chunk(struct unpacking *u, size_t size, bool is_last)
{
	int code;

	if (u->seal == NULL)
		return take(u, u->clear, size);
	code = take(u, u->sealed, size + BACKUP_CHUNK_EXTRA);
	if (code == EXIT_DONE && !backup_seal_take(u->seal, (struct str){ u->sealed, size + BACKUP_CHUNK_EXTRA }, is_last, u->clear))
		code = damaged(u->work, "the backup is damaged: it is not as it was sealed");
	return code;
}

static int
refuse_key(struct unpacking *u, struct str words)
{
	struct str name = backup_key_name(u->work->arena, u->content->head.key_id);

	u->work->words = str_join(u->work->arena, 3, (struct str[]){ S("the backup is sealed to key "), name, words });
	return EXIT_BAD_INPUT;
}

static int
open_seal(struct unpacking *u, struct str head)
{
	char start[BACKUP_SEAL_BYTES];
	unsigned char id[BACKUP_KEY_ID_BYTES];
	struct backup_key key;
	int code = take(u, start, sizeof(start));

	if (code != EXIT_DONE)
		return code;
	if (u->secret == NULL)
		return refuse_key(u, S("; say --key-file FILE with its secret half"));
	key = backup_key_of(u->secret);
	backup_key_id(&key, id);
	if (memcmp(id, u->content->head.key_id, sizeof(id)) != 0)
		return refuse_key(u, S("; this is another one"));
	u->seal = backup_seal_open(u->work->arena, u->secret, head, start);
	return u->seal == NULL ? damaged(u->work, "the backup is damaged: its sealed key does not open") : EXIT_DONE;
}

static int
take_head(struct unpacking *u)
{
	char *bytes = arena_take(u->work->arena, BACKUP_HEAD_BYTES);
	size_t got;
	enum outcome said = stream_read(&u->in, bytes, BACKUP_HEAD_BYTES, &got);

	if (said != OK)
		return backup_fails(u->work, said, "the backup cannot be read");
	if (!backup_head_read((struct str){ bytes, got }, &u->content->head)) {
		u->work->words = S("this is no backup of mentord");
		return EXIT_BAD_INPUT;
	}
	if (u->content->head.is_sealed)
		return open_seal(u, (struct str){ bytes, got });
	u->sum = hash_start(u->work->arena);
	hash_add(u->sum, (struct str){ bytes, got });
	return EXIT_DONE;
}

static int
take_manifest(struct unpacking *u)
{
	const struct backup_head *head = &u->content->head;
	struct backup_manifest *m = &u->content->manifest;
	int code = take_chunk(u, (size_t)head->manifest_bytes, false);
	struct str text = { u->clear, (size_t)head->manifest_bytes };

	if (code != EXIT_DONE)
		return code;
	if (!backup_manifest_read(u->work->arena, str_copy(u->work->arena, text), m) || m->database_bytes == 0)
		return damaged(u->work, "the backup is damaged: its manifest cannot be read");
	if (m->schema != head->schema || m->made_at.us != head->made_at.us)
		return damaged(u->work, "the backup is damaged: head and manifest differ");
	return EXIT_DONE;
}

static int
take_database(struct unpacking *u)
{
	struct hash_run *run = hash_start(u->work->arena);
	int64_t left = u->content->manifest.database_bytes;

	while (left > 0) {
		size_t size = left < BACKUP_CHUNK_BYTES ? (size_t)left : BACKUP_CHUNK_BYTES;
		int code = take_chunk(u, size, left == (int64_t)size);
		enum outcome said;

		if (code != EXIT_DONE)
			return code;
		hash_add(run, (struct str){ u->clear, size });
		said = stream_write(&u->out, (struct str){ u->clear, size });
		if (said != OK)
			return backup_fails(u->work, said, "the database cannot be written");
		if (backup_is_stopped(u->work))
			return EXIT_STOPPED;
		left -= (int64_t)size;
	}
	u->content->sum = hash_end(run);
	if (!str_equal(hash_print(u->work->arena, &u->content->sum), u->content->manifest.sha256))
		return damaged(u->work, "the backup is damaged: the database has another checksum than the manifest says");
	return EXIT_DONE;
}

/* The sum of a file that is not sealed, and nothing behind it. */
static int
take_end(struct unpacking *u)
{
	struct hash found, written;
	char more;
	size_t got = 0;
	enum outcome said;

	if (u->sum != NULL) {
		int code;

		found = hash_end(u->sum);
		u->sum = NULL;
		code = take(u, (char *)written.bytes, sizeof(written.bytes));
		if (code != EXIT_DONE)
			return code;
		if (!hash_equal(&found, &written))
			return damaged(u->work, "the backup is damaged: its checksum is another");
	}
	said = stream_read(&u->in, &more, 1, &got);
	if (said != OK)
		return backup_fails(u->work, said, "the backup cannot be read");
	return got == 0 ? EXIT_DONE : damaged(u->work, "the backup is damaged: something stands behind its end");
}

static int
unpack(struct unpacking *u)
{
	int code = take_head(u);
	enum outcome said;

	if (code == EXIT_DONE)
		code = take_manifest(u);
	if (code == EXIT_DONE)
		code = take_database(u);
	if (code == EXIT_DONE)
		code = take_end(u);
	if (code != EXIT_DONE)
		return code;
	said = stream_sync(&u->out);
	return said == OK ? EXIT_DONE : backup_fails(u->work, said, "the database cannot be written");
}

int
backup_unpack(struct backup_work *work, const char *file, const struct secret *secret, const char *to, struct backup_content *out)
{
	struct unpacking u = { .work = work, .secret = secret, .content = out, .out = { -1 } };
	enum outcome said = stream_open(file, &u.in);
	int code;

	*out = (struct backup_content){ 0 };
	if (said == OK)
		said = stream_size(&u.in, &out->file_bytes);
	if (said != OK)
		return backup_fails(work, said, "the backup cannot be read");
	backup_drop(work, to);
	said = stream_make(to, &u.out);
	if (said != OK) {
		stream_close(&u.in);
		return backup_fails(work, said, "the database cannot be written");
	}
	u.clear = arena_take(work->arena, BACKUP_CHUNK_BYTES);
	u.sealed = arena_take(work->arena, BACKUP_CHUNK_BYTES + BACKUP_CHUNK_EXTRA);
	code = unpack(&u);
	if (u.seal != NULL)
		backup_seal_forget(u.seal);
	stream_close(&u.in);
	stream_close(&u.out);
	if (code != EXIT_DONE)
		backup_drop(work, to);
	return code;
}

int
backup_look(struct backup_work *work, const char *file, struct backup_content *out)
{
	char bytes[BACKUP_HEAD_BYTES];
	struct stream in;
	size_t got = 0;
	enum outcome said = stream_open(file, &in);

	*out = (struct backup_content){ 0 };
	if (said != OK)
		return backup_fails(work, said, "the backup cannot be read");
	said = stream_size(&in, &out->file_bytes);
	if (said == OK)
		said = stream_read(&in, bytes, sizeof(bytes), &got);
	stream_close(&in);
	if (said != OK)
		return backup_fails(work, said, "the backup cannot be read");
	return backup_head_read((struct str){ bytes, got }, &out->head) ? EXIT_DONE : EXIT_BAD_INPUT;
}
