/* What the commands of a match share: options, files in, files out. */
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "daemon/cli.h"
#include "daemon/commands_match.h"
#include "secrets/secrets.h"
#include "system/file.h"
#include "system/folder.h"

/* An arena takes only what is used; these are what the largest files of MATCHING.md 9.1 may come to. */
#define MATCH_ARENA ((size_t)32 << 30)
#define PEOPLE_BYTES ((size_t)256 << 20)
#define ROWS_BYTES ((size_t)2 << 30)

enum { SAID_BYTES = 64 << 10 };

volatile sig_atomic_t match_is_stopped;

static void
on_end(int signal)
{
	(void)signal;
	match_is_stopped = 1;
}

/* --- options --- */

/* MATCHING.md 9: an option twice is a usage error. */
static int
check_options(const struct call *call)
{
	for (size_t i = 0; i < call->flag_count; i++)
		for (size_t j = 0; j < i; j++)
			if (str_equal(call->flags[i].name, call->flags[j].name)) {
				fprintf(stderr, "mentord: --%.*s is there twice\n", STR_FORMAT(call->flags[i].name));
				return EXIT_USAGE;
			}
	return EXIT_DONE;
}

int
match_must_have(const struct call *call, const char *option)
{
	if (call_option(call, str_from(option)).length > 0)
		return EXIT_DONE;
	fprintf(stderr, "mentord: --%s is missing; see mentord %.*s --help\n", option, STR_FORMAT(call->command->name));
	return EXIT_USAGE;
}

int
match_begin(struct call *call, struct match_work *work)
{
	struct sigaction end = { .sa_handler = on_end }, nothing = { .sa_handler = SIG_IGN };

	*work = (struct match_work){ .call = call };
	sigaction(SIGINT, &end, NULL);
	sigaction(SIGTERM, &end, NULL);
	sigaction(SIGXFSZ, &nothing, NULL);
	umask(077);
	secrets_start();
	arena_open(MATCH_ARENA, &work->arena);
	return check_options(call);
}

/* --- reading --- */

/* What problems call a file: its name without the folders. */
static struct str
last_part(struct str path)
{
	size_t at = path.length;

	while (at > 0 && path.at[at - 1] != '/')
		at--;
	return str_skip(path, at);
}

int
match_read_file(struct match_work *work, enum matching_kind kind, struct str path)
{
	struct matching_file *file = &work->files[kind];
	size_t most = kind == MATCHING_PEOPLE ? PEOPLE_BYTES : ROWS_BYTES;
	enum outcome said = file_system.read(file_system.self, work->arena, str_c(work->arena, path), most, &file->bytes);

	file->name = last_part(path);
	file->is_there = said == OK;
	if (said == OK)
		return EXIT_DONE;
	if (said == TOO_LARGE) {
		fprintf(stderr, "%.*s:1:0: file: larger than %zu bytes\n", STR_FORMAT(file->name), most);
		return EXIT_BAD_INPUT;
	}
	fprintf(stderr, "mentord: the file \"%.*s\" cannot be read\n", STR_FORMAT(path));
	return EXIT_CANNOT_REACH;
}

/* The file that the option names, if it does. */
int
match_read_option(struct match_work *work, enum matching_kind kind, const char *option)
{
	struct str path = call_option(work->call, str_from(option));

	return path.length == 0 ? EXIT_DONE : match_read_file(work, kind, path);
}

/* Problems on stderr; 3 if there is one. */
int
match_say_problems(struct match_work *work)
{
	struct buf out = buf_new(work->arena, SAID_BYTES);

	if (work->input.problems->count == 0)
		return EXIT_DONE;
	matching_print_problems(&out, work->input.problems);
	fprintf(stderr, "%.*s", STR_FORMAT(buf_str(&out)));
	return EXIT_BAD_INPUT;
}

void
match_say_warnings(struct match_work *work)
{
	struct buf out = buf_new(work->arena, SAID_BYTES);

	matching_print_warnings(&out, work->input.problems);
	call_notes(work->call, "%.*s", STR_FORMAT(buf_str(&out)));
}

int
match_understand(struct match_work *work)
{
	matching_read(work->arena, work->files, &work->input);
	return match_say_problems(work);
}

/* --- writing --- */

int
match_print_out(struct str bytes)
{
	if (fwrite(bytes.at, 1, bytes.length, stdout) == bytes.length && fflush(stdout) == 0)
		return EXIT_DONE;
	fputs("mentord: the answer cannot be written\n", stderr);
	return EXIT_CANNOT_REACH;
}

/* Mode leximin's certificate may pass any bound (duals of everybody, once a level); that is a limit, not a fault. */
int
match_passes_a_limit(void)
{
	fputs("mentord: the plan or its certificate would take more than 4 GiB; nothing is written\n", stderr);
	return EXIT_STOPPED;
}

const char *
match_inside(struct match_work *work, struct str folder, size_t kind)
{
	return str_c(work->arena, str_join(work->arena, 3, (struct str[]){ folder, S("/"), matching_file_name(kind) }));
}

struct str
match_without_last_slashes(struct str path)
{
	while (path.length > 1 && path.at[path.length - 1] == '/')
		path.length--;
	return path;
}

/* Fills a folder, as far as nobody says stop; *written: how far that is. */
static enum outcome
write_parts(struct match_work *work, struct str folder, const struct match_parts *parts, size_t *written)
{
	enum outcome said = OK;

	for (; said == OK && *written < MATCHING_KINDS && !match_is_stopped; ++*written)
		if (parts->has[*written])
			said = file_system.write(file_system.self, work->arena, match_inside(work, folder, *written), parts->bytes[*written]);
	return said;
}

/* A folder of that name, filled beside its place: complete, or not there. */
int
match_write_folder(struct match_work *work, struct str path, const struct match_parts *parts)
{
	struct str to = match_without_last_slashes(path), under = str_head(to, to.length - last_part(to).length), scratch;
	enum outcome said = folder_scratch(work->arena, under.length == 0 ? S(".") : under, &scratch);
	size_t written = 0;

	if (said == OK)
		said = write_parts(work, scratch, parts, &written);
	if (said == OK && !match_is_stopped)
		said = folder_move(work->arena, str_c(work->arena, scratch), str_c(work->arena, to));
	if (said == OK && !match_is_stopped)
		return EXIT_DONE;
	for (size_t k = 0; k < written; k++)
		(void)file_remove(match_inside(work, scratch, k));
	if (written > 0)
		(void)folder_remove(str_c(work->arena, scratch));
	if (match_is_stopped)
		return EXIT_STOPPED;
	fprintf(stderr, "mentord: the folder \"%.*s\" cannot be written; it must not be there, or be empty\n", STR_FORMAT(path));
	return EXIT_CANNOT_REACH;
}

