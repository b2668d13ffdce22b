/* mentord match pairs, rank, verify: files in, files out; no database, no network. Data on stdout, problems, warnings and progress on stderr. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/cli.h"
#include "daemon/commands.h"
#include "matching/matching.h"
#include "secrets/secrets.h"
#include "system/file.h"
#include "system/folder.h"

/* An arena takes only what is used; these are what the largest files of MATCHING.md 9.1 may come to. */
#define MATCH_ARENA ((size_t)32 << 30)
#define PEOPLE_BYTES ((size_t)256 << 20)
#define ROWS_BYTES ((size_t)2 << 30)
#define OUTPUT_BYTES ((size_t)4 << 30)
#define SOLVER_BYTES ((size_t)4 << 30)

enum { PARTIAL_BELOW = 5, TOP_USUAL = 5, TOP_MOST = 100000, SAID_BYTES = 64 << 10, PERCENT = 100 };

static volatile sig_atomic_t is_stopped;

static void
on_end(int signal)
{
	(void)signal;
	is_stopped = 1;
}

/* One match on the command line. */
struct work {
	struct call *call;
	struct arena *arena;
	struct matching_file files[MATCHING_KINDS];
	struct matching_input input;
	size_t percent;               /* that was said last */
};

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

static int
must_have(const struct call *call, const char *option)
{
	if (call_option(call, str_from(option)).length > 0)
		return EXIT_DONE;
	fprintf(stderr, "mentord: --%s is missing; see mentord %.*s --help\n", option, STR_FORMAT(call->command->name));
	return EXIT_USAGE;
}

static int
begin(struct call *call, struct work *work)
{
	struct sigaction end = { .sa_handler = on_end }, nothing = { .sa_handler = SIG_IGN };

	*work = (struct work){ .call = call };
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

static int
read_file(struct work *work, enum matching_kind kind, struct str path)
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
static int
read_option(struct work *work, enum matching_kind kind, const char *option)
{
	struct str path = call_option(work->call, str_from(option));

	return path.length == 0 ? EXIT_DONE : read_file(work, kind, path);
}

/* Problems on stderr; 3 if there is one. */
static int
say_problems(struct work *work)
{
	struct buf out = buf_new(work->arena, SAID_BYTES);

	if (work->input.problems->count == 0)
		return EXIT_DONE;
	matching_print_problems(&out, work->input.problems);
	fprintf(stderr, "%.*s", STR_FORMAT(buf_str(&out)));
	return EXIT_BAD_INPUT;
}

static void
say_warnings(struct work *work)
{
	struct buf out = buf_new(work->arena, SAID_BYTES);

	matching_print_warnings(&out, work->input.problems);
	call_notes(work->call, "%.*s", STR_FORMAT(buf_str(&out)));
}

static int
understand(struct work *work)
{
	matching_read(work->arena, work->files, &work->input);
	return say_problems(work);
}

/* --- writing --- */

static int
print_out(struct str bytes)
{
	if (fwrite(bytes.at, 1, bytes.length, stdout) == bytes.length && fflush(stdout) == 0)
		return EXIT_DONE;
	fputs("mentord: the answer cannot be written\n", stderr);
	return EXIT_CANNOT_REACH;
}

/* What a plan's folder holds. */
struct parts {
	struct str bytes[MATCHING_KINDS];
	struct matching_answer answer;
};

/* Mode leximin's certificate may pass any bound (duals of everybody, once a level); that is a limit, not a fault. */
static int
passes_a_limit(void)
{
	fputs("mentord: the plan or its certificate would take more than 4 GiB; nothing is written\n", stderr);
	return EXIT_STOPPED;
}

static int
make_parts(struct work *work, enum match_mode mode, const struct match_plan *plan, struct parts *parts)
{
	struct buf result = buf_new(work->arena, OUTPUT_BYTES), certificate = buf_new(work->arena, OUTPUT_BYTES);

	parts->answer = (struct matching_answer){ .input = &work->input, .mode = mode, .plan = plan,
		.warnings = work->input.problems->warning_count };
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++) {
		parts->bytes[k] = matching_canonical(work->arena, &work->input, (enum matching_kind)k);
		parts->answer.hashes[k] = matching_hash(work->arena, parts->bytes[k]);
	}
	matching_print_result(&result, &parts->answer);
	matching_print_certificate(&certificate, &parts->answer);
	buf_char(&certificate, '\n');
	if (result.is_overflown || certificate.is_overflown)
		return passes_a_limit();
	parts->bytes[MATCHING_RESULT] = buf_str(&result);
	parts->bytes[MATCHING_CERTIFICATE] = buf_str(&certificate);
	return EXIT_DONE;
}

static const char *
inside(struct work *work, struct str folder, size_t kind)
{
	return str_c(work->arena, str_join(work->arena, 3, (struct str[]){ folder, S("/"), matching_file_name(kind) }));
}

static struct str
without_last_slashes(struct str path)
{
	while (path.length > 1 && path.at[path.length - 1] == '/')
		path.length--;
	return path;
}

/* A folder of that name, filled beside its place: complete, or not there. */
static int
write_folder(struct work *work, struct str path, const struct parts *parts)
{
	struct str to = without_last_slashes(path), under = str_head(to, to.length - last_part(to).length), scratch;
	enum outcome said = folder_scratch(work->arena, under.length == 0 ? S(".") : under, &scratch);
	size_t written = 0;

	while (said == OK && written < MATCHING_KINDS && !is_stopped) {
		said = file_system.write(file_system.self, work->arena, inside(work, scratch, written), parts->bytes[written]);
		written++;
	}
	if (said == OK && !is_stopped)
		said = folder_move(work->arena, str_c(work->arena, scratch), str_c(work->arena, to));
	if (said == OK && !is_stopped)
		return EXIT_DONE;
	for (size_t k = 0; k < written; k++)
		(void)file_remove(inside(work, scratch, k));
	if (written > 0)
		(void)folder_remove(str_c(work->arena, scratch));
	if (is_stopped)
		return EXIT_STOPPED;
	fprintf(stderr, "mentord: the folder \"%.*s\" cannot be written; it must not be there, or be empty\n", STR_FORMAT(path));
	return EXIT_CANNOT_REACH;
}

static int
write_answer(struct work *work, const struct parts *parts)
{
	struct str folder = call_option(work->call, S("out"));
	bool is_json = call_ticks(work->call, S("json"));
	struct buf out = buf_new(work->arena, OUTPUT_BYTES);
	int code;

	if (folder.length > 0) {
		code = write_folder(work, folder, parts);
		if (code != EXIT_DONE)
			return code;
		matching_print_summary(&out, &parts->answer, is_json);
	} else if (is_json) {
		buf_add(&out, S("{\"summary\":"));
		matching_print_summary(&out, &parts->answer, true);
		buf_add(&out, S(",\"result\":"));
		matching_print_result_json(&out, &parts->answer);
		buf_add(&out, S(",\"certificate\":"));
		matching_print_certificate(&out, &parts->answer);
		buf_char(&out, '}');
	} else {
		buf_add(&out, parts->bytes[MATCHING_RESULT]);
	}
	if (is_json)
		buf_char(&out, '\n');
	return out.is_overflown ? passes_a_limit() : print_out(buf_str(&out));
}

/* --- pairs --- */

/* A line on stderr each time another percent of the mentees is done. */
static bool
stops(void *self, size_t done, size_t total)
{
	struct work *work = self;
	size_t percent = done * PERCENT / total;

	if (call_ticks(work->call, S("progress")) && percent != work->percent) {
		work->percent = percent;
		fprintf(stderr, "progress: %zu of %zu mentees\n", done, total);
	}
	return is_stopped != 0;
}

/* A way to a plan; the first one is the usual. */
struct way {
	const char *name;
	enum match_mode mode;
	enum match_end (*solve)(struct arena *, const struct match_cohort *, const struct match_control *, struct match_plan *);
};

static const struct way *
way_of(const struct call *call)
{
	static const struct way ways[] = { { "total", MATCH_MODE_TOTAL, match_total }, { "leximin", MATCH_MODE_LEXIMIN, match_leximin },
		{ "stable", MATCH_MODE_STABLE, match_stable } };

	for (size_t i = 1; i < ARRAY_LENGTH(ways); i++)
		if (str_equal(call_option(call, S("mode")), str_from(ways[i].name)))
			return &ways[i];
	return &ways[0];
}

static int
solve(struct work *work)
{
	struct match_control control = { .stops = stops, .self = work, .memory_limit = SOLVER_BYTES };
	const struct way *way = way_of(work->call);
	struct match_plan plan = { 0 };
	struct parts parts;
	int code;

	matching_warn_pairs(&work->input, work->input.problems);
	switch (way->solve(work->arena, &work->input.cohort, &control, &plan)) {
	case MATCH_DONE:
		break;
	case MATCH_STOPPED:
		fputs("mentord: stopped; nothing is written\n", stderr);
		return EXIT_STOPPED;
	case MATCH_NO_ROOM:
		return passes_a_limit();
	case MATCH_TOO_LARGE:
		check(false && "the reader has looked at the range");
	}
	code = make_parts(work, way->mode, &plan, &parts);
	if (code != EXIT_DONE)
		return code;
	say_warnings(work);
	return write_answer(work, &parts);
}

static int
match_pairs(struct work *work)
{
	int code = must_have(work->call, "people");

	if (code == EXIT_DONE)
		code = must_have(work->call, "scores");
	if (code == EXIT_DONE)
		code = read_option(work, MATCHING_PEOPLE, "people");
	if (code == EXIT_DONE)
		code = read_option(work, MATCHING_PAIRS, "scores");
	if (code == EXIT_DONE)
		code = read_option(work, MATCHING_PINNED, "pinned");
	if (code == EXIT_DONE)
		code = read_option(work, MATCHING_BLOCKED, "blocked");
	if (code == EXIT_DONE)
		code = understand(work);
	return code == EXIT_DONE ? solve(work) : code;
}

int
run_match_pairs(struct call *call)
{
	struct work work;
	int code = begin(call, &work);

	if (code == EXIT_DONE)
		code = match_pairs(&work);
	arena_close(&work.arena);
	return code;
}

/* --- rank --- */

static int
read_top(const struct call *call, size_t *top)
{
	struct str text = call_option(call, S("top"));
	int64_t whole = TOP_USUAL;

	if (text.length > 0 && (!str_whole(text, &whole) || whole < 1 || whole > TOP_MOST)) {
		fprintf(stderr, "mentord: --top \"%.*s\" is not a whole number from 1 to %d\n", STR_FORMAT(text), TOP_MOST);
		return EXIT_USAGE;
	}
	*top = (size_t)whole;
	return EXIT_DONE;
}

static int
rank(struct work *work, size_t top)
{
	struct str id = call_option(work->call, S("mentee"));
	const struct matching_person *mentee = matching_person(&work->input, id);
	struct match_rank_wish wish = { .partial_below = PARTIAL_BELOW, .top = top };
	struct buf out = buf_new(work->arena, OUTPUT_BYTES);
	const struct match_ranked *list;
	size_t count;

	if (mentee == NULL || mentee->is_mentor) {
		fprintf(stderr, "mentord: %.*s is no mentee of %.*s\n", STR_FORMAT(matching_quote(work->arena, id)),
		    STR_FORMAT(work->files[MATCHING_PEOPLE].name));
		return EXIT_BAD_INPUT;
	}
	wish.mentee = mentee->place;
	matching_warn_rank(&work->input, wish.mentee, work->input.problems);
	list = match_rank(work->arena, &work->input.cohort, &match_rules_usual, &wish, &count);
	matching_print_ranked(&out, &work->input, list, count);
	say_warnings(work);
	return print_out(buf_str(&out));
}

int
run_match_rank(struct call *call)
{
	struct work work;
	size_t top = 0;
	int code = begin(call, &work);

	if (code == EXIT_DONE)
		code = must_have(call, "people");
	if (code == EXIT_DONE)
		code = must_have(call, "mentee");
	if (code == EXIT_DONE)
		code = read_top(call, &top);
	if (code == EXIT_DONE)
		code = read_option(&work, MATCHING_PEOPLE, "people");
	if (code == EXIT_DONE)
		code = understand(&work);
	if (code == EXIT_DONE)
		code = rank(&work, top);
	arena_close(&work.arena);
	return code;
}

/* --- verify --- */

/* All files of a folder must be there. */
static int
read_folder(struct work *work, struct str folder)
{
	for (size_t k = 0; k < MATCHING_KINDS; k++) {
		struct str path = str_from(inside(work, folder, k));
		int code;

		if (!file_is_there(inside(work, folder, k))) {
			fprintf(stderr, "mentord: the file \"%.*s\" is missing\n", STR_FORMAT(path));
			return EXIT_BAD_INPUT;
		}
		code = read_file(work, (enum matching_kind)k, path);
		if (code != EXIT_DONE)
			return code;
	}
	return EXIT_DONE;
}

static void
claim_hashes(struct work *work, const struct matching_statement *statement, struct match_report *report)
{
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++) {
		struct str found = matching_hash(work->arena, work->files[k].bytes);

		match_claim(report, str_join(work->arena, 2, (struct str[]){ S("input "), matching_kind_name(k) }),
		    str_equal(found, statement->hashes[k]), str_join(work->arena, 2, (struct str[]){ S("the file has "), found }));
	}
}

/* A line a claim; 1 if one is false. */
static int
print_report(const struct match_report *report)
{
	int code = EXIT_DONE;

	for (size_t i = 0; i < report->count; i++) {
		const struct match_claim *claim = &report->claims[i];
		bool holds = claim->finding == MATCH_HOLDS;

		printf("%-9s  %.*s%s%.*s\n", holds ? "ok" : "FAILED", STR_FORMAT(claim->name), holds ? "" : ": ", STR_FORMAT(claim->words));
		if (!holds)
			code = EXIT_FALSE;
	}
	return code;
}

static int
verify(struct work *work)
{
	struct match_report report = { 0 };
	struct matching_statement statement;
	int code = read_folder(work, without_last_slashes(work->call->words[0]));

	if (code == EXIT_DONE)
		code = understand(work);
	if (code != EXIT_DONE)
		return code;
	matching_read_plan(work->arena, work->files, &work->input, &statement);
	code = say_problems(work);
	if (code != EXIT_DONE)
		return code;
	claim_hashes(work, &statement, &report);
	match_verify(work->arena, &work->input.cohort, &statement.said, &report);
	return print_report(&report);
}

int
run_match_verify(struct call *call)
{
	struct work work;
	int code = begin(call, &work);

	if (code == EXIT_DONE)
		code = verify(&work);
	arena_close(&work.arena);
	return code;
}
