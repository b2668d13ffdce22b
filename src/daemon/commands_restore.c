/* mentord restore: a backup becomes the database of a data folder. All that can fail is done to a file of another name; the last step is
 * one rename, so the folder has the old database or the new one, never anything between. */
#include <stdio.h>

#include "access/access.h"
#include "base/arena.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/commands_backup.h"
#include "daemon/demo_clock.h"
#include "formats/when.h"
#include "system/clock.h"
#include "system/folder.h"

struct restoring {
	struct call *call;
	struct backup_work work;
	const char *file, *database, *half;
	struct backup_content content;
	struct ways_ended ended;
};

/* Ends sessions and ways in, writes down where all this came from. */
static enum outcome
end_and_note(struct visit *v, void *self)
{
	struct restoring *r = self;

	TRY(ways_in_end_all(v, when_iso(v->arena, r->content.manifest.made_at), &r->ended));
	return backup_write_down(v, &r->content, file_whole_path(v->arena, r->file), true);
}

/* By the machine's clock, also where a demo stood before. */
static int
make_ready(struct restoring *r)
{
	struct sql_care care = { .arena = r->call->arena, .is_stopped = r->work.is_stopped };
	struct orders orders = { .engine = SQL_SQLITE };
	struct process p;
	enum outcome said;

	check(strlen(r->half) < sizeof(orders.where));
	snprintf(orders.where, sizeof(orders.where), "%s", r->half);
	said = process_open(&orders, false, &p);

	if (said == OK)
		said = sql_migrate(p.world.db, clock_wall(&p.clock));
	if (said == OK)
		said = call_turn(r->call, &p, end_and_note, r);
	process_close(&p);
	if (said == OK)
		said = sql_settle(&care, r->half);
	return said == OK ? EXIT_DONE : backup_fails(&r->work, said, "the restored database cannot be made ready");
}

/* The write-ahead log of the old database must be gone before another file takes its name: SQLite would read it into the new one. What
 * stands in it is brought home first, so that until the rename the old database is whole. A broken one cannot be helped. */
static int
put_old_to_rest(struct restoring *r)
{
	struct sql_care care = { .arena = r->call->arena, .is_stopped = r->work.is_stopped };
	struct str old = str_from(r->database);
	enum outcome said = file_is_there(r->database) ? sql_settle(&care, r->database) : OK;

	if (backup_is_stopped(&r->work))
		return EXIT_STOPPED;
	if (said == BUSY) {
		r->work.words = S("another program uses the database; end it first");
		return EXIT_CONFLICT;
	}
	said = file_remove(str_c(r->call->arena, str_join(r->call->arena, 2, (struct str[]){ old, S("-wal") })));
	if (said == OK)
		said = file_remove(str_c(r->call->arena, str_join(r->call->arena, 2, (struct str[]){ old, S("-shm") })));
	if (said == OK)
		said = file_remove(str_c(r->call->arena, str_join(r->call->arena, 2, (struct str[]){ old, S("-journal") })));
	return said == OK ? EXIT_DONE : backup_fails(&r->work, said, "the old database cannot be put away");
}

static int
restore(struct restoring *r, const struct secret *secret)
{
	int code = backup_unpack(&r->work, r->file, secret, r->half, &r->content);
	enum outcome said;

	if (code == EXIT_DONE)
		code = backup_check(&r->work, r->half, &r->content.manifest);
	if (code == EXIT_DONE)
		code = make_ready(r);
	if (code == EXIT_DONE && backup_is_stopped(&r->work))
		code = EXIT_STOPPED;
	if (code == EXIT_DONE)
		code = put_old_to_rest(r);
	if (code != EXIT_DONE) {
		backup_drop(&r->work, r->half);
		return code;
	}
	said = file_move(r->call->arena, r->half, r->database);
	if (said != OK)
		return backup_fails(&r->work, said, "the database cannot be put in its place");
	said = demo_clock_remove(r->call->arena, r->call->settings.dir);
	return said == OK ? EXIT_DONE : backup_fails(&r->work, said, "the database is restored, but the clock of the demo that was here (demo-clock) cannot be removed");
}

/* Whether it may begin at all. */
static int
may_restore(struct restoring *r)
{
	int code = backup_database(r->call, &r->database);

	if (code == EXIT_DONE)
		code = folder_claim(r->call);
	if (code != EXIT_DONE)
		return code;
	if (!file_is_there(r->database) || call_ticks(r->call, S("yes")))
		return EXIT_DONE;
	if (call_confirms(r->call, "A database is there. Replace it, and lose all in it?"))
		return EXIT_DONE;
	fprintf(stderr, "mentord: \"%s\" is there; with --yes it is replaced, and all in it is lost\n", r->database);
	return EXIT_CONFLICT;
}

/* FILE, or the newest from before a moment. */
static int
choose_backup(struct restoring *r)
{
	bool has_file = r->call->word_count == 1, has_moment = call_option(r->call, S("before")).length > 0;

	if (has_file == has_moment) {
		fputs("mentord: which backup? Say FILE, or --before MOMENT for the newest of DIR/backups\n", stderr);
		return EXIT_USAGE;
	}
	if (has_moment)
		return backup_find(r->call, &r->work, &r->file);
	r->file = str_c(r->call->arena, r->call->words[0]);
	return EXIT_DONE;
}

static void
print_restored(const struct restoring *r)
{
	const struct backup_manifest *of = &r->content.manifest;
	struct str made_at = when_iso(r->call->arena, of->made_at);

	if (call_ticks(r->call, S("json"))) {
		printf("{\"made_at\":\"%.*s\",\"people\":%lld,\"ended\":{\"sessions\":%lld,\"links\":%lld,\"tokens\":%lld}}\n", STR_FORMAT(made_at),
		    (long long)of->people, (long long)r->ended.sessions, (long long)r->ended.links, (long long)r->ended.tokens);
		return;
	}
	printf("restored the state of %.*s: %lld people\n", STR_FORMAT(made_at), (long long)of->people);
	printf("ended: %lld sessions, %lld unused links, %lld tokens of programs; everybody signs in anew\n", (long long)r->ended.sessions,
	    (long long)r->ended.links, (long long)r->ended.tokens);
}

int
run_restore(struct call *call)
{
	int64_t start_us = clock_monotonic_us(&clock_system);
	struct restoring r = { .call = call };
	const struct secret *secret;
	struct secret room;
	int code;

	backup_begin(call, &r.work);
	code = choose_backup(&r);
	if (code == EXIT_DONE)
		code = backup_read_secret(call, &room, &secret);
	if (code == EXIT_DONE)
		code = may_restore(&r);
	if (code != EXIT_DONE)
		return code;
	r.half = backup_beside(&r.work, r.database, ".mentord-restore.db");
	code = restore(&r, secret);
	if (code != EXIT_DONE)
		return backup_says(&r.work, code, S("nothing was restored"));
	print_restored(&r);
	if (!file_is_there(backup_beside(&r.work, r.database, "master.key")))
		call_notes(call, "The master key is no part of a backup. If it stood in the data folder, put master.key back, or nobody's second factor opens.\n");
	call_notes(call, "in %.2f s\n", (double)(clock_monotonic_us(&clock_system) - start_us) / (double)US_PER_SECOND);
	return EXIT_DONE;
}
