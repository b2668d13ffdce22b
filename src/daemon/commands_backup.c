/* mentord backup create, verify, list, keygen. Data on stdout, notes on stderr. */
#include "daemon/commands_backup.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/fsck.h"
#include "formats/json.h"
#include "formats/when.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/folder.h"
#include "system/random.h"

enum { WRITE_DOWN_TRIES = 5, LISTED_MAX = 1000, LINE_BYTES = 8000 };

static double
seconds_since(int64_t start_us)
{
	return (double)(clock_monotonic_us(&clock_system) - start_us) / (double)US_PER_SECOND;
}

/* --- keygen --- */

static int
write_key(struct call *call, struct str path)
{
	struct backup_key public;
	struct secret secret;
	struct str text[4] = { S("# The secret half of a mentord backup key. Its public half, for the setting backup_key, is\n# ") };

	backup_key_new(&random_system, &public, &secret);
	text[1] = backup_key_print(call->arena, &public);
	text[2] = S("\n");
	text[3] = str_join(call->arena, 2, (struct str[]){ secret_reveal(call->arena, &secret), S("\n") });
	if (file_system.write(file_system.self, call->arena, str_c(call->arena, path), str_join(call->arena, 4, text)) != OK) {
		fprintf(stderr, "mentord: the key file \"%.*s\" cannot be written\n", STR_FORMAT(path));
		return EXIT_CANNOT_REACH;
	}
	printf("%.*s\n", STR_FORMAT(text[1]));
	call_notes(call, "This is the public key: set backup_key to it on the server. Keep \"%.*s\" elsewhere, twice: without it no backup opens.\n",
	    STR_FORMAT(path));
	return EXIT_DONE;
}

int
run_backup_keygen(struct call *call)
{
	struct str path = call_option(call, S("key-file"));
	struct backup_work work;

	if (path.length == 0) {
		fputs("mentord: where is the secret key to stand? Say --key-file FILE\n", stderr);
		return EXIT_USAGE;
	}
	if (file_is_there(str_c(call->arena, path))) {
		fprintf(stderr, "mentord: \"%.*s\" is there already; a key that is replaced opens nothing any more\n", STR_FORMAT(path));
		return EXIT_CONFLICT;
	}
	backup_begin(call, &work);
	return write_key(call, path);
}

/* --- create --- */

/* The public key of the settings; *out is NULL if none is set. */
static int
read_public(struct call *call, struct backup_key *room, const struct backup_key **out)
{
	*out = NULL;
	if (call->settings.backup_key.length == 0) {
		call_notes(call, "mentord: warning: backup_key is not set, so whoever gets this backup can read it; see mentord backup keygen\n");
		return EXIT_DONE;
	}
	if (!backup_key_read(call->settings.backup_key, room)) {
		fputs("mentord: backup_key is no public backup key: 43 symbols of base64, or 64 hexadecimal digits\n", stderr);
		return EXIT_BAD_INPUT;
	}
	*out = room;
	return EXIT_DONE;
}

/* An older backup may be replaced; whatever else stands there (a database, a key) is somebody's. */
static int
may_replace(struct backup_work *work, const char *file)
{
	struct backup_content there;

	if (!file_is_there(file) || backup_look(work, file, &there) == EXIT_DONE)
		return EXIT_DONE;
	fprintf(stderr, "mentord: \"%s\" is there already and is no backup; it is left as it is\n", file);
	return EXIT_CONFLICT;
}

/* FILE, or a new name in DIR/backups. */
static int
choose_file(struct call *call, struct moment now, const char **out)
{
	struct str folder = str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/backups") });

	if (call->word_count == 1) {
		*out = str_c(call->arena, call->words[0]);
		return EXIT_DONE;
	}
	if (file_system.make_folder(file_system.self, str_c(call->arena, folder)) != OK) {
		fprintf(stderr, "mentord: the folder \"%.*s\" cannot be made\n", STR_FORMAT(folder));
		return EXIT_CANNOT_REACH;
	}
	*out = str_c(call->arena, str_join(call->arena, 3, (struct str[]){ folder, S("/"), backup_name(call->arena, now) }));
	return EXIT_DONE;
}

/* What is to be written down. */
struct made {
	const struct backup_content *content;
	const char *file;
};

static enum outcome
note(struct visit *v, void *self)
{
	const struct made *made = self;

	return backup_write_down(v, made->content, file_whole_path(v->arena, made->file), false);
}

bool
backup_tell_page(struct call *call, const char *database, enum outcome (*note_it)(struct visit *, void *), void *self)
{
	struct process p;
	enum outcome said = backup_open(call, database, &p);

	if (said == OK)
		said = sql_is_current(p.world.db, call->arena);
	if (said == OK)
		said = BUSY;
	for (int i = 0; i < WRITE_DOWN_TRIES && said == BUSY; i++)
		said = call_turn(call, &p, note_it, self);
	process_close(&p);
	return said == OK;
}

/* What a command found out about one file, as an object on a line. */
static void
print_object(struct call *call, struct str file, const struct backup_content *content, bool is_one)
{
	struct buf out = buf_new(call->arena, LINE_BYTES);
	const struct backup_head *head = &content->head;

	buf_add(&out, S("{\"file\":"));
	json_quote(&out, file);
	buf_format(&out, ",\"readable\":%s,\"bytes\":%lld", is_one ? "true" : "false", (long long)content->file_bytes);
	if (is_one)
		buf_format(&out, ",\"made_at\":\"%.*s\",\"schema\":%lld,\"key\":\"%.*s\"", STR_FORMAT(when_iso(call->arena, head->made_at)),
		    (long long)head->schema, STR_FORMAT(head->is_sealed ? backup_key_name(call->arena, head->key_id) : S("")));
	if (content->manifest.database_bytes > 0)
		buf_format(&out, ",\"database_bytes\":%lld,\"sha256\":\"%.*s\",\"people\":%lld", (long long)content->manifest.database_bytes,
		    STR_FORMAT(content->manifest.sha256), (long long)content->manifest.people);
	printf("%.*s}\n", STR_FORMAT(buf_str(&out)));
}

static void
print_made(struct call *call, const struct made *made, int64_t start_us)
{
	if (call_ticks(call, S("json")))
		print_object(call, str_from(made->file), made->content, true);
	else
		printf("%s\n", made->file);
	call_notes(call, "%lld people, %.*s, %s, in %.2f s\n", (long long)made->content->manifest.people,
	    STR_FORMAT(backup_size_print(call->arena, made->content->file_bytes)),
	    made->content->head.is_sealed ? "encrypted" : "not encrypted", seconds_since(start_us));
}

/* Where from, where to, which key. */
static int
prepare(struct call *call, struct backup_work *work, struct backup_wish *wish, struct backup_key *key)
{
	int code = backup_database(call, &wish->database);

	if (code != EXIT_DONE)
		return code;
	if (!file_is_there(wish->database)) {
		fprintf(stderr, "mentord: there is no database \"%s\"\n", wish->database);
		return EXIT_NOT_FOUND;
	}
	code = read_public(call, key, &wish->key);
	if (code == EXIT_DONE)
		code = choose_file(call, wish->now, &wish->file);
	return code == EXIT_DONE ? may_replace(work, wish->file) : code;
}

int
run_backup_create(struct call *call)
{
	struct backup_wish wish = { 0 };
	struct orders orders = { 0 };
	int64_t start_us = clock_monotonic_us(&clock_system);
	struct backup_content content;
	struct made made = { .content = &content };
	struct backup_work work;
	struct backup_key key;
	int code;

	backup_begin(call, &work);
	code = call_clock(call, &orders);
	wish.now = orders_now(&orders);
	if (code == EXIT_DONE)
		code = prepare(call, &work, &wish, &key);
	if (code != EXIT_DONE)
		return code;
	code = backup_pack(&work, &wish, &content);
	if (code != EXIT_DONE)
		return backup_says(&work, code, S("no backup"));
	made.file = wish.file;
	if (!backup_tell_page(call, wish.database, note, &made))
		call_notes(call, "mentord: warning: the backup is made, but could not be written down for the page of backups\n");
	print_made(call, &made, start_us);
	return EXIT_DONE;
}

/* --- verify --- */

static void
print_content(struct call *call, const struct backup_content *content)
{
	const struct backup_manifest *m = &content->manifest;

	printf("made:       %.*s by mentord %.*s\n", STR_FORMAT(when_iso(call->arena, m->made_at)), STR_FORMAT(m->program));
	if (content->head.is_sealed)
		printf("encrypted:  to key %.*s\n", STR_FORMAT(backup_key_name(call->arena, content->head.key_id)));
	else
		printf("encrypted:  no\n");
	printf("database:   %lld bytes, SHA-256 %.*s\n", (long long)m->database_bytes, STR_FORMAT(m->sha256));
	printf("schema:     %lld\n", (long long)m->schema);
}

/* In a read turn of its own: what fsck says of it. */
static enum outcome
look_at_rules(struct call *call, struct process *p, const struct backup_manifest *manifest, struct findings *found)
{
	enum outcome said = sql_begin_read(p->world.db);

	if (said != OK)
		return said;
	said = fsck_all(call_visit(call, p), found);
	for (size_t i = 0; i < manifest->heads.count && said == OK; i++)
		said = record_head_check(call_visit(call, p), manifest->heads.at[i].chain, manifest->heads.at[i].hash, found);
	sql_end_read(p->world.db);
	return said;
}

/* As a restore would do it: the schema is brought up, then the rules must hold. */
static int
try_rules(struct call *call, struct backup_work *work, const char *database, const struct backup_manifest *manifest)
{
	struct findings found = findings_new(call->arena);
	struct process p;
	enum outcome said = backup_open(call, database, &p);

	if (said == OK)
		said = sql_migrate(p.world.db, clock_wall(&p.clock));
	if (said == OK)
		said = look_at_rules(call, &p, manifest, &found);
	process_close(&p);
	if (said != OK)
		return backup_fails(work, said, "the restored database cannot be checked");
	if (found.count == 0)
		return EXIT_DONE;
	work->findings = found.lines;
	work->words = S("the database inside breaks rules that must always hold; it was so when the backup was made");
	return EXIT_FALSE;
}

/* Restores into a folder that nobody else sees, looks, and takes it away. */
int
backup_try(struct call *call, struct backup_work *work, const char *file, struct backup_content *content)
{
	const char *under = getenv("TMPDIR"), *database;
	const struct secret *secret;
	struct secret room;
	struct str scratch;
	int code = backup_read_secret(call, &room, &secret);

	if (code != EXIT_DONE)
		return code;
	if (folder_scratch(call->arena, str_from(under == NULL || *under == '\0' ? "/var/tmp" : under), &scratch) != OK) {
		work->words = S("no scratch folder can be made; TMPDIR says where");
		return EXIT_CANNOT_REACH;
	}
	database = str_c(call->arena, str_join(call->arena, 2, (struct str[]){ scratch, S("/mentord.db") }));
	code = backup_unpack(work, file, secret, database, content);
	if (code == EXIT_DONE && !call_ticks(call, S("json")))
		print_content(call, content);
	if (code == EXIT_DONE)
		code = backup_check(work, database, &content->manifest);
	if (code == EXIT_DONE)
		code = try_rules(call, work, database, &content->manifest);
	backup_drop(work, database);
	(void)folder_remove(str_c(call->arena, scratch));
	return code;
}

int
run_backup_verify(struct call *call)
{
	int64_t start_us = clock_monotonic_us(&clock_system);
	struct backup_content content;
	struct backup_work work;
	int code;

	backup_begin(call, &work);
	code = backup_try(call, &work, str_c(call->arena, call->words[0]), &content);
	if (code != EXIT_DONE)
		return work.words.length == 0 ? code : backup_says(&work, code, call->words[0]);
	if (call_ticks(call, S("json"))) {
		print_object(call, call->words[0], &content, true);
		return EXIT_DONE;
	}
	printf("integrity:  ok\nreferences: ok\nrows:       as the manifest says: %lld people, %zu tables\nrules:      ok\n",
	    (long long)content.manifest.people, content.manifest.tables.count);
	printf("restored:   to a scratch folder and checked in %.2f s\n", seconds_since(start_us));
	return EXIT_DONE;
}

/* --- list --- */

struct listed {
	struct str name;
	struct backup_content content;
	bool is_one;
};

static int
newer_first(const void *left, const void *right)
{
	const struct listed *a = left, *b = right;

	if (a->content.head.made_at.us != b->content.head.made_at.us)
		return a->content.head.made_at.us > b->content.head.made_at.us ? -1 : 1;
	return str_compare(a->name, b->name);
}

static void
print_listed(struct call *call, const struct listed *one, struct moment now)
{
	const struct backup_head *head = &one->content.head;

	if (call_ticks(call, S("json"))) {
		print_object(call, one->name, &one->content, one->is_one);
		return;
	}
	if (!one->is_one) {
		printf("%-20s  %-18s  %10s  %-26s  %.*s\n", "unreadable", "", "", "", STR_FORMAT(one->name));
		return;
	}
	printf("%-20.*s  %-18.*s  %10.*s  %s%-16.*s  %.*s\n", STR_FORMAT(when_iso(call->arena, head->made_at)),
	    STR_FORMAT(when_words_print(call->arena, when_relative(head->made_at, now))),
	    STR_FORMAT(backup_size_print(call->arena, one->content.file_bytes)), head->is_sealed ? "encrypted " : "plain     ",
	    STR_FORMAT(head->is_sealed ? backup_key_name(call->arena, head->key_id) : S("")), STR_FORMAT(one->name));
}

static int
list_folder(struct call *call, struct str folder, const struct str_list *names, struct moment now)
{
	struct listed *all = ARENA_MANY(call->arena, LISTED_MAX, struct listed);
	struct backup_work work;
	size_t count = 0;

	backup_begin(call, &work);
	for (size_t i = 0; i < names->count && count < LISTED_MAX; i++) {
		struct listed *one = &all[count++];

		one->name = str_join(call->arena, 3, (struct str[]){ folder, S("/"), names->at[i] });
		one->is_one = backup_look(&work, str_c(call->arena, one->name), &one->content) == EXIT_DONE;
	}
	qsort(all, count, sizeof(all[0]), newer_first);
	for (size_t i = 0; i < count; i++)
		print_listed(call, &all[i], now);
	return EXIT_DONE;
}

int
run_backup_list(struct call *call)
{
	struct str folder = str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/backups") });
	struct orders orders = { 0 };
	struct str_list names;
	const char *database;
	enum outcome said;
	int code = backup_database(call, &database);

	if (code == EXIT_DONE)
		code = call_clock(call, &orders);
	if (code != EXIT_DONE)
		return code;
	said = folder_list(call->arena, str_c(call->arena, folder), S(".backup"), &names);
	if (said != OK && said != NOT_FOUND) {
		fprintf(stderr, "mentord: the folder \"%.*s\" cannot be read\n", STR_FORMAT(folder));
		return EXIT_CANNOT_REACH;
	}
	if (said == NOT_FOUND || names.count == 0)
		call_notes(call, "There are no backups in \"%.*s\".\n", STR_FORMAT(folder));
	return said == NOT_FOUND ? EXIT_DONE : list_folder(call, folder, &names, orders_now(&orders));
}
