/* mentord match groups: who sits together, from files to files, and the check of such a plan. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/moment.h"
#include "daemon/cli.h"
#include "daemon/commands_match.h"
#include "system/clock.h"

#define SOLVER_BYTES ((size_t)512 << 20)

enum { SECONDS_USUAL = 60, SECONDS_MOST = 86400, RECHECK_SECONDS = 60, SAY_EVERY_US = 250000 };

struct groups {
	struct match_work *work;
	struct match_shape shape;
	int64_t end_us, said_us;      /* on the monotonic clock */
	bool is_first_only;
	struct match_groups plan;
	struct match_parts parts;
	struct matching_groups_answer answer;
};

/* The whole number of an option, or the usual one; -1, said on stderr, if it is none of the range. */
static int64_t
read_number(const struct call *call, const char *option, int64_t usual, const int64_t range[2])
{
	struct str text = call_option(call, str_from(option));
	int64_t whole = usual;

	if (text.length == 0 || (str_whole(text, &whole) && whole >= range[0] && whole <= range[1]))
		return whole;
	fprintf(stderr, "mentord: --%s \"%.*s\" is not a whole number from %lld to %lld\n", option, STR_FORMAT(text), (long long)range[0], (long long)range[1]);
	return -1;
}

static int
read_options(const struct call *call, struct groups *groups)
{
	static const int64_t mentors_range[] = { 1, MATCH_GROUP_MENTORS }, mentees_range[] = { 1, MATCH_GROUP_MENTEES }, seconds_range[] = { 0, SECONDS_MOST };
	int64_t mentors = read_number(call, "mentors", 2, mentors_range), mentees = read_number(call, "mentees", 3, mentees_range);
	int64_t seconds = read_number(call, "time-limit", SECONDS_USUAL, seconds_range);

	if (mentors < 0 || mentees < 0 || seconds < 0)
		return EXIT_USAGE;
	groups->shape = (struct match_shape){ (uint32_t)mentors, (uint32_t)mentees };
	groups->is_first_only = seconds == 0;
	groups->end_us = clock_monotonic_us(&clock_system) + seconds * US_PER_SECOND;
	return EXIT_DONE;
}

static bool
stops(void *self, const struct match_groups_progress *p)
{
	struct groups *groups = self;
	int64_t now_us = clock_monotonic_us(&clock_system);

	if (call_ticks(groups->work->call, S("progress")) && now_us - groups->said_us >= SAY_EVERY_US) {
		groups->said_us = now_us;
		fprintf(stderr, "progress: %s; %zu nodes; best %lld groups, %lld pref_placed, %lld bad_pairs, score %lld; none better than %lld, %lld, %lld, %lld\n",
		    p->phase, p->nodes, (long long)p->best.groups, (long long)p->best.preferred, (long long)p->best.lacking, (long long)p->best.score,
		    (long long)p->bound.groups, (long long)p->bound.preferred, (long long)p->bound.lacking, (long long)p->bound.score);
	}
	return match_is_stopped != 0 || (!groups->is_first_only && now_us >= groups->end_us);
}

static int
make_parts(struct groups *groups)
{
	struct match_work *work = groups->work;
	struct buf result = buf_new(work->arena, MATCH_OUTPUT_BYTES), certificate = buf_new(work->arena, MATCH_OUTPUT_BYTES);
	struct buf reasons = buf_new(work->arena, MATCH_OUTPUT_BYTES);
	struct match_parts *parts = &groups->parts;

	groups->answer = (struct matching_groups_answer){ .input = &work->input, .plan = &groups->plan, .warnings = work->input.problems->warning_count };
	for (size_t k = 0; k <= MATCHING_SLOTS; k++) {
		if (!matching_is_input(k, true))
			continue;
		parts->has[k] = true;
		parts->bytes[k] = matching_canonical(work->arena, &work->input, (enum matching_kind)k);
		groups->answer.hashes[k] = matching_hash(work->arena, parts->bytes[k]);
	}
	matching_print_groups(&result, &groups->answer);
	matching_print_groups_certificate(&certificate, &groups->answer);
	buf_char(&certificate, '\n');
	matching_print_groups_reasons(&reasons, &groups->answer);
	buf_char(&reasons, '\n');
	if (result.is_overflown || certificate.is_overflown || reasons.is_overflown)
		return match_passes_a_limit();
	parts->has[MATCHING_RESULT] = parts->has[MATCHING_CERTIFICATE] = parts->has[MATCHING_REASONS] = true;
	parts->bytes[MATCHING_REASONS] = buf_str(&reasons);
	parts->bytes[MATCHING_RESULT] = buf_str(&result);
	parts->bytes[MATCHING_CERTIFICATE] = buf_str(&certificate);
	return EXIT_DONE;
}

static int
write_answer(struct groups *groups)
{
	const struct call *call = groups->work->call;
	struct str folder = call_option(call, S("out"));
	bool is_json = call_ticks(call, S("json"));
	struct buf out = buf_new(groups->work->arena, MATCH_OUTPUT_BYTES);
	int code;

	if (folder.length > 0) {
		match_is_stopped = 0;         /* a stop that brought the best plan so far is answered by writing it */
		code = match_write_folder(groups->work, folder, &groups->parts);
		if (code != EXIT_DONE)
			return code;
		matching_print_groups_summary(&out, &groups->answer, is_json);
	} else if (is_json) {
		buf_add(&out, S("{\"summary\":"));
		matching_print_groups_summary(&out, &groups->answer, true);
		buf_add(&out, S(",\"result\":"));
		matching_print_groups_json(&out, &groups->answer);
		buf_add(&out, S(",\"reasons\":"));
		buf_add(&out, str_trim(groups->parts.bytes[MATCHING_REASONS]));
		buf_add(&out, S(",\"certificate\":"));
		matching_print_groups_certificate(&out, &groups->answer);
		buf_char(&out, '}');
	} else {
		buf_add(&out, groups->parts.bytes[MATCHING_RESULT]);
	}
	if (is_json)
		buf_char(&out, '\n');
	return out.is_overflown ? match_passes_a_limit() : match_print_out(buf_str(&out));
}

static int
solve(struct groups *groups)
{
	struct match_work *work = groups->work;
	struct match_groups_control control = { .stops = stops, .self = groups, .memory_limit = SOLVER_BYTES, .first_only = groups->is_first_only };
	int code;

	matching_warn_groups(&work->input, work->input.problems);
	switch (match_groups(work->arena, &work->input.cohort, groups->shape, &control, &groups->plan)) {
	case MATCH_DONE:
		break;
	case MATCH_STOPPED:
		fputs("mentord: stopped before there was any plan; nothing is written\n", stderr);
		return EXIT_STOPPED;
	case MATCH_NO_ROOM:
		fputs("mentord: so many people would take more than 512 MiB; nothing is written\n", stderr);
		return EXIT_STOPPED;
	case MATCH_TOO_LARGE:
		fprintf(stderr, "%.*s:1:0: file: scores too large for so many people: the levels together pass 2^53\n", STR_FORMAT(work->files[MATCHING_PAIRS].name));
		return EXIT_BAD_INPUT;
	}
	code = make_parts(groups);
	if (code != EXIT_DONE)
		return code;
	match_say_warnings(work);
	return write_answer(groups);
}

int
run_match_groups(struct call *call)
{
	static const struct { const char *option; enum matching_kind kind; } files[] = { { "people", MATCHING_PEOPLE }, { "scores", MATCHING_PAIRS },
		{ "slots", MATCHING_SLOTS } };
	struct match_work work;
	struct groups groups = { .work = &work };
	int code = match_begin(call, &work);

	for (size_t f = 0; f < ARRAY_LENGTH(files) && code == EXIT_DONE; f++)
		code = match_must_have(call, files[f].option);
	if (code == EXIT_DONE)
		code = read_options(call, &groups);
	for (size_t f = 0; f < ARRAY_LENGTH(files) && code == EXIT_DONE; f++)
		code = match_read_option(&work, files[f].kind, files[f].option);
	if (code == EXIT_DONE)
		code = match_understand(&work);
	if (code == EXIT_DONE)
		code = solve(&groups);
	arena_close(&work.arena);
	return code;
}

/* --- verify --- */

static bool
gives_up(void *self)
{
	const int64_t *end_us = self;

	return match_is_stopped != 0 || clock_monotonic_us(&clock_system) >= *end_us;
}

int
match_verify_groups_folder(struct match_work *work)
{
	int64_t end_us = clock_monotonic_us(&clock_system) + RECHECK_SECONDS * US_PER_SECOND;
	struct matching_groups_statement *statement = ARENA_NEW(work->arena, struct matching_groups_statement);
	struct match_report report = { 0 };
	int code;

	matching_read_groups(work->arena, work->files, &work->input, statement);
	code = match_say_problems(work);
	if (code != EXIT_DONE)
		return code;
	for (size_t k = 0; k <= MATCHING_SLOTS; k++) {
		struct str found;

		if (!matching_is_input(k, true))
			continue;
		found = matching_hash(work->arena, work->files[k].bytes);
		match_claim(&report, str_join(work->arena, 2, (struct str[]){ S("input "), matching_kind_name(k) }), str_equal(found, statement->hashes[k]),
		    str_join(work->arena, 2, (struct str[]){ S("the file has "), found }));
	}
	statement->said.gives_up = gives_up;
	statement->said.self = &end_us;
	match_verify_groups(work->arena, &work->input.cohort, &statement->said, &report);
	return match_print_report(&report);
}
