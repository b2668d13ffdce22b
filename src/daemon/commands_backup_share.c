/* What the commands about backups share. */
#include "daemon/commands_backup.h"

#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>

#include "admin/admin.h"
#include "base/arena.h"
#include "base/check.h"
#include "daemon/demo_clock.h"
#include "daemon/process.h"
#include "system/file.h"
#include "system/folder.h"

enum { KEY_FILE_MAX = 4096, LONGEST_NAME = 64 };    /* of a file of ours in the data folder */

static volatile int is_stopped;

static void
on_end(int signal)
{
	(void)signal;
	is_stopped = 1;
}

/* A limit on the size of files answers like a full disk instead of killing. */
void
backup_begin(struct call *call, struct backup_work *work)
{
	struct sigaction end = { .sa_handler = on_end }, nothing = { .sa_handler = SIG_IGN };

	sigaction(SIGINT, &end, NULL);
	sigaction(SIGTERM, &end, NULL);
	sigaction(SIGHUP, &end, NULL);
	sigaction(SIGXFSZ, &nothing, NULL);
	umask(077);
	secrets_start();
	*work = (struct backup_work){ .arena = call->arena, .is_stopped = &is_stopped };
}

int
backup_says(const struct backup_work *work, int code, struct str about)
{
	for (size_t i = 0; i < work->findings.count; i++)
		printf("%.*s\n", STR_FORMAT(work->findings.at[i]));
	if (code != EXIT_DONE)
		fprintf(stderr, "mentord: %.*s: %.*s\n", STR_FORMAT(about), STR_FORMAT(work->words));
	return code;
}

int
backup_database(struct call *call, const char **out)
{
	if (call->settings.database.length > 0) {
		fputs("mentord: this server keeps its data in PostgreSQL: back it up and restore it with PostgreSQL's own tools (pg_dump, pg_restore)\n",
		    stderr);
		return EXIT_CONFLICT;
	}
	if (call->settings.dir.length == 0) {
		fputs("mentord: which data folder? Say --dir DIR\n", stderr);
		return EXIT_USAGE;
	}
	if (call->settings.dir.length + LONGEST_NAME >= PATH_BYTES) {
		fputs("mentord: the path of the data folder is too long\n", stderr);
		return EXIT_BAD_INPUT;
	}
	*out = str_c(call->arena, str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/mentord.db") }));
	return EXIT_DONE;
}

int
folder_claim(struct call *call)
{
	struct str dir = call->settings.dir;
	enum outcome said;

	if (dir.length == 0 || call->settings.database.length > 0)
		return EXIT_DONE;
	said = file_system.make_folder(file_system.self, str_c(call->arena, dir));
	if (said == OK)
		said = folder_hold(str_c(call->arena, str_join(call->arena, 2, (struct str[]){ dir, S("/mentord.lock") })));
	if (said == OK)
		return EXIT_DONE;
	if (said == BUSY)
		fprintf(stderr, "mentord: another mentord serves or restores \"%.*s\"; stop it first\n", STR_FORMAT(dir));
	else
		fprintf(stderr, "mentord: the data folder cannot be made: %.*s\n", STR_FORMAT(outcome_words(said)));
	return said == BUSY ? EXIT_CONFLICT : EXIT_CANNOT_REACH;
}

/* One key on a line of its own, between lines of words that begin with #. */
static bool
read_secret_text(struct str text, struct secret *out)
{
	struct str line;
	bool is_found = false;

	while (str_next(&text, '\n', &line)) {
		line = str_trim(line);
		if (line.length == 0 || line.at[0] == '#')
			continue;
		if (is_found || !backup_secret_read(line, out))
			return false;
		is_found = true;
	}
	return is_found;
}

int
backup_read_secret(struct call *call, struct secret *room, const struct secret **out)
{
	struct str path = call_option(call, S("key-file")), text;
	enum outcome said;

	*out = NULL;
	if (path.length == 0)
		return EXIT_DONE;
	said = file_system.read(file_system.self, call->arena, str_c(call->arena, path), KEY_FILE_MAX, &text);
	if (said != OK) {
		fprintf(stderr, "mentord: the key file \"%.*s\" cannot be read\n", STR_FORMAT(path));
		return EXIT_CANNOT_REACH;
	}
	if (!read_secret_text(text, room)) {
		fprintf(stderr, "mentord: \"%.*s\" holds no secret backup key; mentord backup keygen makes one\n", STR_FORMAT(path));
		return EXIT_BAD_INPUT;
	}
	*out = room;
	return EXIT_DONE;
}

enum outcome
backup_write_down(struct visit *v, const struct backup_content *content, struct str path, bool is_restored)
{
	const struct backup_manifest *m = &content->manifest;
	struct backup_facts facts = {
		.path = path, .made_at = m->made_at, .file_bytes = content->file_bytes, .database_bytes = m->database_bytes, .people = m->people,
		.schema = m->schema, .sha256 = hash_bytes(&content->sum),
	};

	if (is_restored)
		facts.restored_at = v->now;
	if (content->head.is_sealed)
		facts.key_name = backup_key_name(v->arena, content->head.key_id);
	return backup_note(v, &facts);
}

enum outcome
backup_open(struct call *call, const char *database, struct process *p)
{
	struct orders orders = { .engine = SQL_SQLITE };
	enum outcome said = demo_clock_read(call->arena, call->settings.dir, &orders), opened;

	check(strlen(database) < sizeof(orders.where));
	snprintf(orders.where, sizeof(orders.where), "%s", database);
	opened = process_open(&orders, false, p);
	return said == OK ? opened : said;
}
