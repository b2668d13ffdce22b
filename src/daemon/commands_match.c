/* mentord match pairs, rank, verify: files in, files out; no database, no network. Data on stdout, problems, warnings and progress on stderr. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/cli.h"
#include "daemon/commands_match.h"
#include "system/folder.h"

#define SOLVER_BYTES ((size_t)4 << 30)

enum { PARTIAL_BELOW = 5, TOP_USUAL = 5, TOP_MOST = 100000, PERCENT = 100 };

/* --- pairs --- */

/* The answer, and the files it becomes. */
struct pairs {
	struct match_parts parts;
	struct matching_answer answer;
};

static bool
stops_silently(void *self, size_t done, size_t total)
{
	(void)self;
	(void)done;
	(void)total;
	return match_is_stopped != 0;
}

/* Why the plan is as it is. Losses and prices are those of mode total's plan, which is made for it where the mode is another one. */
static enum match_end
explain(struct match_work *work, const struct matching_answer *answer, struct buf *out)
{
	struct match_control control = { .stops = stops_silently };
	const struct match_cohort *cohort = &work->input.cohort;
	struct match_plan total = { 0 };
	struct match_explained why;
	struct matching_reasons reasons = { .answer = answer, .total = answer->plan, .why = &why };

	if (answer->mode != MATCH_MODE_TOTAL) {
		enum match_end end = match_total(work->arena, cohort, &control, &total);

		if (end != MATCH_DONE)
			return end;
		reasons.total = &total;
	}
	if (!match_explain(work->arena, cohort, reasons.total, &control, &why))
		return MATCH_STOPPED;
	reasons.wishes = match_view(work->arena, cohort, answer->plan, true);
	reasons.view = answer->mode == MATCH_MODE_STABLE ? reasons.wishes : match_view(work->arena, cohort, answer->plan, false);
	matching_print_reasons(out, &reasons);
	return MATCH_DONE;
}

static int
make_parts(struct match_work *work, enum match_mode mode, const struct match_plan *plan, struct pairs *pairs)
{
	struct buf result = buf_new(work->arena, MATCH_OUTPUT_BYTES), certificate = buf_new(work->arena, MATCH_OUTPUT_BYTES);
	struct buf reasons = buf_new(work->arena, MATCH_OUTPUT_BYTES);

	pairs->answer = (struct matching_answer){ .input = &work->input, .mode = mode, .plan = plan,
		.warnings = work->input.problems->warning_count };
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++) {
		pairs->parts.bytes[k] = matching_canonical(work->arena, &work->input, (enum matching_kind)k);
		pairs->parts.has[k] = true;
		pairs->answer.hashes[k] = matching_hash(work->arena, pairs->parts.bytes[k]);
	}
	matching_print_result(&result, &pairs->answer);
	matching_print_certificate(&certificate, &pairs->answer);
	buf_char(&certificate, '\n');
	if (explain(work, &pairs->answer, &reasons) == MATCH_STOPPED) {
		fputs("mentord: stopped; nothing is written\n", stderr);
		return EXIT_STOPPED;
	}
	buf_char(&reasons, '\n');
	if (result.is_overflown || certificate.is_overflown || reasons.is_overflown)
		return match_passes_a_limit();
	pairs->parts.bytes[MATCHING_RESULT] = buf_str(&result);
	pairs->parts.bytes[MATCHING_CERTIFICATE] = buf_str(&certificate);
	pairs->parts.bytes[MATCHING_REASONS] = buf_str(&reasons);
	pairs->parts.has[MATCHING_RESULT] = pairs->parts.has[MATCHING_CERTIFICATE] = pairs->parts.has[MATCHING_REASONS] = true;
	return EXIT_DONE;
}

static int
write_answer(struct match_work *work, const struct pairs *pairs)
{
	struct str folder = call_option(work->call, S("out"));
	bool is_json = call_ticks(work->call, S("json"));
	struct buf out = buf_new(work->arena, MATCH_OUTPUT_BYTES);
	int code;

	if (folder.length > 0) {
		code = match_write_folder(work, folder, &pairs->parts);
		if (code != EXIT_DONE)
			return code;
		matching_print_summary(&out, &pairs->answer, is_json);
	} else if (is_json) {
		buf_add(&out, S("{\"summary\":"));
		matching_print_summary(&out, &pairs->answer, true);
		buf_add(&out, S(",\"result\":"));
		matching_print_result_json(&out, &pairs->answer);
		buf_add(&out, S(",\"reasons\":"));
		buf_add(&out, str_trim(pairs->parts.bytes[MATCHING_REASONS]));
		buf_add(&out, S(",\"certificate\":"));
		matching_print_certificate(&out, &pairs->answer);
		buf_char(&out, '}');
	} else {
		buf_add(&out, pairs->parts.bytes[MATCHING_RESULT]);
	}
	if (is_json)
		buf_char(&out, '\n');
	return out.is_overflown ? match_passes_a_limit() : match_print_out(buf_str(&out));
}

/* A line on stderr each time another percent of the mentees is done. */
static bool
stops(void *self, size_t done, size_t total)
{
	struct match_work *work = self;
	size_t percent = done * PERCENT / total;

	if (call_ticks(work->call, S("progress")) && percent != work->percent) {
		work->percent = percent;
		fprintf(stderr, "progress: %zu of %zu mentees\n", done, total);
	}
	return match_is_stopped != 0;
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
solve(struct match_work *work)
{
	struct match_control control = { .stops = stops, .self = work, .memory_limit = SOLVER_BYTES };
	const struct way *way = way_of(work->call);
	struct match_plan plan = { 0 };
	struct pairs pairs = { 0 };
	int code;

	matching_warn_pairs(&work->input, work->input.problems);
	switch (way->solve(work->arena, &work->input.cohort, &control, &plan)) {
	case MATCH_DONE:
		break;
	case MATCH_STOPPED:
		fputs("mentord: stopped; nothing is written\n", stderr);
		return EXIT_STOPPED;
	case MATCH_NO_ROOM:
		return match_passes_a_limit();
	case MATCH_TOO_LARGE:
		check(false && "the reader has looked at the range");
	}
	code = make_parts(work, way->mode, &plan, &pairs);
	if (code != EXIT_DONE)
		return code;
	match_say_warnings(work);
	return write_answer(work, &pairs);
}

static int
match_pairs(struct match_work *work)
{
	int code = match_must_have(work->call, "people");

	if (code == EXIT_DONE)
		code = match_must_have(work->call, "scores");
	if (code == EXIT_DONE)
		code = match_read_option(work, MATCHING_PEOPLE, "people");
	if (code == EXIT_DONE)
		code = match_read_option(work, MATCHING_PAIRS, "scores");
	if (code == EXIT_DONE)
		code = match_read_option(work, MATCHING_PINNED, "pinned");
	if (code == EXIT_DONE)
		code = match_read_option(work, MATCHING_BLOCKED, "blocked");
	if (code == EXIT_DONE)
		code = match_understand(work);
	return code == EXIT_DONE ? solve(work) : code;
}

int
run_match_pairs(struct call *call)
{
	struct match_work work;
	int code = match_begin(call, &work);

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
rank(struct match_work *work, size_t top)
{
	struct str id = call_option(work->call, S("mentee"));
	const struct matching_person *mentee = matching_person(&work->input, id);
	struct match_rank_wish wish = { .partial_below = PARTIAL_BELOW, .top = top };
	struct buf out = buf_new(work->arena, MATCH_OUTPUT_BYTES);
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
	match_say_warnings(work);
	return match_print_out(buf_str(&out));
}

int
run_match_rank(struct call *call)
{
	struct match_work work;
	size_t top = 0;
	int code = match_begin(call, &work);

	if (code == EXIT_DONE)
		code = match_must_have(call, "people");
	if (code == EXIT_DONE)
		code = match_must_have(call, "mentee");
	if (code == EXIT_DONE)
		code = read_top(call, &top);
	if (code == EXIT_DONE)
		code = match_read_option(&work, MATCHING_PEOPLE, "people");
	if (code == EXIT_DONE)
		code = match_understand(&work);
	if (code == EXIT_DONE)
		code = rank(&work, top);
	arena_close(&work.arena);
	return code;
}

/* --- verify --- */

/* A file of the folder, which must be there. */
static int
read_part(struct match_work *work, struct str folder, size_t kind)
{
	struct str path = str_from(match_inside(work, folder, kind));

	if (file_is_there(match_inside(work, folder, kind)))
		return match_read_file(work, (enum matching_kind)kind, path);
	fprintf(stderr, "mentord: the file \"%.*s\" is missing\n", STR_FORMAT(path));
	return EXIT_BAD_INPUT;
}

/* The certificate says which others there must be. */
static int
read_folder(struct match_work *work, struct str folder, bool *is_groups)
{
	int code = read_part(work, folder, MATCHING_CERTIFICATE);

	if (code == EXIT_DONE)
		*is_groups = matching_is_groups(work->arena, work->files[MATCHING_CERTIFICATE].bytes);
	for (size_t k = 0; k <= MATCHING_RESULT && code == EXIT_DONE; k++)
		if (k == MATCHING_RESULT || matching_is_input(k, *is_groups))
			code = read_part(work, folder, k);
	return code;
}

static void
claim_hashes(struct match_work *work, const struct matching_statement *statement, struct match_report *report)
{
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++) {
		struct str found = matching_hash(work->arena, work->files[k].bytes);

		match_claim(report, str_join(work->arena, 2, (struct str[]){ S("input "), matching_kind_name(k) }),
		    str_equal(found, statement->hashes[k]), str_join(work->arena, 2, (struct str[]){ S("the file has "), found }));
	}
}

int
match_print_report(const struct match_report *report)
{
	static const char *const words[] = { [MATCH_HOLDS] = "ok", [MATCH_FALSE] = "FAILED", [MATCH_UNCHECKED] = "unchecked" };
	bool is_false = false, is_open = false;

	for (size_t i = 0; i < report->count; i++) {
		const struct match_claim *claim = &report->claims[i];

		printf("%-9s  %.*s%s%.*s\n", words[claim->finding], STR_FORMAT(claim->name), claim->finding != MATCH_FALSE ? "" : ": ",
		    claim->finding != MATCH_FALSE ? 0 : (int)claim->words.length, claim->words.at);
		is_false = is_false || claim->finding == MATCH_FALSE;
		is_open = is_open || claim->finding == MATCH_UNCHECKED;
	}
	return is_false ? EXIT_FALSE : is_open ? EXIT_UNCHECKED : EXIT_DONE;
}

static int
verify(struct match_work *work)
{
	struct match_report report = { 0 };
	struct matching_statement statement;
	bool is_groups = false;
	int code = read_folder(work, match_without_last_slashes(work->call->words[0]), &is_groups);

	if (code == EXIT_DONE)
		code = match_understand(work);
	if (code != EXIT_DONE)
		return code;
	if (is_groups)
		return match_verify_groups_folder(work);
	matching_read_plan(work->arena, work->files, &work->input, &statement);
	code = match_say_problems(work);
	if (code != EXIT_DONE)
		return code;
	claim_hashes(work, &statement, &report);
	match_verify(work->arena, &work->input.cohort, &statement.said, &report);
	return match_print_report(&report);
}

int
run_match_verify(struct call *call)
{
	struct match_work work;
	int code = match_begin(call, &work);

	if (code == EXIT_DONE)
		code = verify(&work);
	arena_close(&work.arena);
	return code;
}
