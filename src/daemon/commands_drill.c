/* mentord backup drill and copy: the newest backup restored as a trial, with a report for the administrators; and a copy for reading. */
#include <stdio.h>
#include <sys/stat.h>

#include "access/access.h"
#include "admin/admin.h"
#include "base/arena.h"
#include "base/buf.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/commands_backup.h"
#include "daemon/process.h"
#include "formats/json.h"
#include "formats/when.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/folder.h"
#include "system/stream.h"

enum { NAME_BYTES = 4 * PATH_BYTES };

/* --- which one --- */

static int
read_before(struct call *call, struct moment *out)
{
	struct str text = call_option(call, S("before"));

	*out = (struct moment){ INT64_MAX };
	if (text.length == 0 || when_iso_read(text, out))
		return EXIT_DONE;
	fprintf(stderr, "mentord: --before is a moment like 2026-11-24T09:00:00Z, not \"%.*s\"\n", STR_FORMAT(text));
	return EXIT_BAD_INPUT;
}

int
backup_find(struct call *call, struct backup_work *work, const char **out)
{
	struct str folder = str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/backups") });
	struct moment before, newest = { 0 };
	struct str_list names = { NULL, 0 };
	int code = read_before(call, &before);

	*out = NULL;
	if (code != EXIT_DONE)
		return code;
	(void)folder_list(call->arena, str_c(call->arena, folder), S(".backup"), &names);
	for (size_t i = 0; i < names.count; i++) {
		const char *file = str_c(call->arena, str_join(call->arena, 3, (struct str[]){ folder, S("/"), names.at[i] }));
		struct backup_content content;

		if (backup_look(work, file, &content) != EXIT_DONE || moment_is_after(content.head.made_at, before) ||
		    (*out != NULL && !moment_is_after(content.head.made_at, newest)))
			continue;
		newest = content.head.made_at;
		*out = file;
	}
	if (*out != NULL)
		return EXIT_DONE;
	fprintf(stderr, "mentord: there is no backup%s in \"%.*s\"\n", before.us == INT64_MAX ? "" : " as old as that", STR_FORMAT(folder));
	return EXIT_NOT_FOUND;
}

/* --- the drill --- */

struct drill {
	const char *file;
	struct backup_content content;
	int64_t took_ms;
	int code;
};

static enum outcome
note_drill(struct visit *v, void *self)
{
	const struct drill *d = self;

	return backup_tried(v, file_whole_path(v->arena, d->file), d->took_ms, d->code == EXIT_DONE);
}

static void
print_report(struct call *call, const struct drill *d)
{
	struct str made = when_iso(call->arena, d->content.head.made_at);
	struct buf file = buf_new(call->arena, NAME_BYTES);

	json_quote(&file, str_from(d->file));
	if (call_ticks(call, S("json")))
		printf("{\"file\":%.*s,\"made_at\":\"%.*s\",\"is_sound\":%s,\"took_ms\":%lld,\"people\":%lld}\n",
		    STR_FORMAT(buf_str(&file)), STR_FORMAT(made), d->code == EXIT_DONE ? "true" : "false",
		    (long long)d->took_ms, (long long)d->content.manifest.people);
	else
		printf("%s of %.*s: %s, restored and checked in %.2f s\n", d->file, STR_FORMAT(made),
		    d->code == EXIT_DONE ? "sound" : "NOT SOUND", (double)d->took_ms / 1000.0);
}

int
run_backup_drill(struct call *call)
{
	int64_t start_us = clock_monotonic_us(&clock_system);
	struct drill d = { .file = NULL };
	struct backup_work work;
	const char *database;
	int code = backup_database(call, &database);

	if (code != EXIT_DONE)
		return code;
	backup_begin(call, &work);
	code = backup_find(call, &work, &d.file);
	if (code != EXIT_DONE)
		return code;
	d.code = backup_try(call, &work, d.file, &d.content);
	d.took_ms = (clock_monotonic_us(&clock_system) - start_us) / 1000;
	if (work.words.length == 0 && d.code != EXIT_DONE)
		return d.code;    /* the key: nothing was tried */
	if (!backup_tell_page(call, database, note_drill, &d))
		call_notes(call, "mentord: warning: the trial could not be written down for the page of backups\n");
	print_report(call, &d);
	return d.code == EXIT_DONE ? EXIT_DONE : backup_says(&work, d.code, str_from(d.file));
}

/* --- a copy for reading --- */

/* Nobody signs in by a copy. */
static enum outcome
end_ways_in(struct visit *v, void *self)
{
	struct ways_ended *ended = self;

	return ways_in_end_all(v, when_iso(v->arena, v->now), ended);
}

static int
copy_and_close(struct call *call, struct backup_work *work, const char *database, const char *half)
{
	struct sql_care care = { .arena = call->arena, .is_stopped = work->is_stopped };
	struct ways_ended ended;
	struct stream empty;
	struct process p;
	enum outcome said = stream_make(half, &empty);    /* ours alone from its first byte */

	if (said != OK)
		return backup_fails(work, said, "the copy cannot be written");
	stream_close(&empty);
	said = sql_copy(&care, database, half);
	if (said == OK) {
		said = backup_open(call, half, &p);
		if (said == OK)
			said = call_turn(call, &p, end_ways_in, &ended);
		process_close(&p);
	}
	if (said == OK)
		said = sql_settle(&care, half);
	if (backup_is_stopped(work))
		return EXIT_STOPPED;
	return said == OK ? EXIT_DONE : backup_fails(work, said, "the database cannot be copied");
}

int
run_backup_copy(struct call *call)
{
	const char *file = str_c(call->arena, call->words[0]), *half, *database;
	struct backup_work work;
	int code = backup_database(call, &database);

	if (code != EXIT_DONE)
		return code;
	if (file_is_there(file)) {
		fprintf(stderr, "mentord: \"%s\" is there already\n", file);
		return EXIT_CONFLICT;
	}
	backup_begin(call, &work);
	half = backup_beside(&work, file, ".mentord-copy.db");
	backup_drop(&work, half);
	code = copy_and_close(call, &work, database, half);
	if (code == EXIT_DONE && (chmod(half, S_IRUSR) != 0 || file_move(call->arena, half, file) != OK))
		code = backup_fails(&work, STORE_FAILED, "the copy cannot be put in its place");
	if (code != EXIT_DONE) {
		backup_drop(&work, half);
		return backup_says(&work, code, S("no copy"));
	}
	printf("%s\n", file);
	call_notes(call, "The copy is not encrypted and holds what people confided; it opens to its owner alone. Read it with sqlite3 -readonly.\n");
	return EXIT_DONE;
}
