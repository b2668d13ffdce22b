/* Answers as files: result.csv, certificate.json, the summary, and the list of a ranking. Keys stand in the order of MATCHING.md 9.2. */
#include <stdio.h>

#include "base/buf.h"
#include "formats/csv.h"
#include "formats/json.h"
#include "matching/answers.h"

enum { NUMBER_BYTES = 24, RANK_COLUMNS = 4 + MATCH_PARTS };

void
matching_print_result(struct buf *out, const struct matching_answer *answer)
{
	const struct match_cohort *c = &answer->input->cohort;

	buf_add(out, S("mentee,mentor\n"));
	for (size_t i = 0; i < c->mentees.count; i++)
		if (answer->plan->mentor_of[i] != MATCH_NOBODY)
			csv_row_plain(out, 2, (struct str[]){ c->mentees.at[i].id, c->mentors.at[answer->plan->mentor_of[i]].id });
}

void
matching_print_result_json(struct buf *out, const struct matching_answer *answer)
{
	const struct match_cohort *c = &answer->input->cohort;
	bool is_first = true;

	buf_char(out, '[');
	for (size_t i = 0; i < c->mentees.count; i++) {
		if (answer->plan->mentor_of[i] == MATCH_NOBODY)
			continue;
		buf_add(out, is_first ? S("{\"mentee\":") : S(",{\"mentee\":"));
		json_quote(out, c->mentees.at[i].id);
		buf_add(out, S(",\"mentor\":"));
		json_quote(out, c->mentors.at[answer->plan->mentor_of[i]].id);
		buf_char(out, '}');
		is_first = false;
	}
	buf_char(out, ']');
}

/* Those of a side that are not 0, by id. */
static void
print_duals(struct buf *out, const struct match_side *side, const int64_t *duals)
{
	bool is_first = true;

	buf_char(out, '{');
	for (size_t i = 0; i < side->count; i++) {
		if (duals[i] == 0)
			continue;
		if (!is_first)
			buf_char(out, ',');
		json_quote(out, side->at[i].id);
		buf_char(out, ':');
		buf_whole(out, duals[i]);
		is_first = false;
	}
	buf_char(out, '}');
}

struct str
matching_mode_name(enum match_mode mode)
{
	static const struct str names[] = { [MATCH_MODE_TOTAL] = S_STATIC("total"), [MATCH_MODE_STABLE] = S_STATIC("stable"),
		[MATCH_MODE_LEXIMIN] = S_STATIC("leximin") };

	return names[mode];
}

/* The two sides of the proof, and the duals that show it. */
static void
print_proof(struct buf *out, const struct matching_answer *answer)
{
	const struct match_plan *plan = answer->plan;
	const struct match_cohort *c = &answer->input->cohort;

	buf_format(out, ",\"primal\":%lld,\"dual\":%lld,\"duals\":{\"mentees\":", (long long)plan->primal, (long long)plan->dual);
	print_duals(out, &c->mentees, plan->mentee_duals);
	buf_add(out, S(",\"mentors\":"));
	print_duals(out, &c->mentors, plan->mentor_duals);
	buf_char(out, '}');
}

/* Those of one side of a phase, by id; they are sorted by place. */
static void
print_phase_side(struct buf *out, const struct match_phase *phase, const struct match_side *side, size_t first)
{
	bool is_first = true;

	buf_char(out, '{');
	for (size_t d = 0; d < phase->dual_count; d++) {
		size_t node = phase->duals[d].node;

		if (node < first || node - first >= side->count)
			continue;
		if (!is_first)
			buf_char(out, ',');
		json_quote(out, side->at[node - first].id);
		buf_char(out, ':');
		buf_whole(out, phase->duals[d].value);
		is_first = false;
	}
	buf_char(out, '}');
}

static void
print_phases(struct buf *out, const struct matching_answer *answer)
{
	const struct match_cohort *c = &answer->input->cohort;

	buf_add(out, S(",\"phases\":["));
	for (size_t p = 0; p < answer->plan->phase_count; p++) {
		const struct match_phase *phase = &answer->plan->phases[p];

		buf_add(out, p == 0 ? S("{\"level\":") : S(",{\"level\":"));
		if (phase->level == MATCH_ALL_LEVELS)
			buf_add(out, S("null"));
		else
			buf_whole(out, phase->level);
		buf_format(out, ",\"value\":%lld,\"duals\":{\"mentees\":", (long long)phase->value);
		print_phase_side(out, phase, &c->mentees, 0);
		buf_add(out, S(",\"mentors\":"));
		print_phase_side(out, phase, &c->mentors, c->mentees.count);
		buf_add(out, S("}}"));
	}
	buf_char(out, ']');
}

void
matching_print_certificate(struct buf *out, const struct matching_answer *answer)
{
	const struct match_plan *plan = answer->plan;

	buf_format(out, "{\"format\":\"" MATCHING_FORMAT "\",\"kind\":\"pairs\",\"mode\":\"%.*s\",\"engine\":\"" MATCHING_ENGINE
	    "\",\"seed\":1,\"input\":{", STR_FORMAT(matching_mode_name(answer->mode)));
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++)
		buf_format(out, "%s\"%.*s\":\"%.*s\"", k == 0 ? "" : ",", STR_FORMAT(matching_kind_name(k)), STR_FORMAT(answer->hashes[k]));
	buf_format(out, "},\"B\":%lld,\"matched\":%zu,\"score\":%lld", (long long)plan->base, plan->matched, (long long)plan->score);
	if (answer->mode == MATCH_MODE_TOTAL)
		print_proof(out, answer);
	else if (answer->mode == MATCH_MODE_LEXIMIN)
		print_phases(out, answer);
	else
		buf_add(out, S(",\"blocking\":0"));
	buf_char(out, '}');
}

void
matching_print_summary(struct buf *out, const struct matching_answer *answer, bool is_json)
{
	size_t all = answer->input->cohort.mentees.count, matched = answer->plan->matched;
	struct str mode = matching_mode_name(answer->mode);
	const char *status = answer->mode == MATCH_MODE_STABLE ? "stable" : "optimal";
	long long score = (long long)answer->plan->score;

	if (is_json)
		buf_format(out, "{\"kind\":\"pairs\",\"mode\":\"%.*s\",\"status\":\"%s\",\"matched\":%zu,\"score\":%lld,\"unmatched\":%zu,"
		    "\"warnings\":%zu,\"deterministic\":true}", STR_FORMAT(mode), status, matched, score, all - matched, answer->warnings);
	else
		buf_format(out, "pairs, mode %.*s: %s\nmatched:   %zu of %zu mentees\nscore:     %lld\nunmatched: %zu\nwarnings:  %zu\n",
		    STR_FORMAT(mode), status, matched, all, score, all - matched, answer->warnings);
}

void
matching_print_ranked(struct buf *out, const struct matching_input *input, const struct match_ranked *list, size_t count)
{
	static const struct str tiers[] = { [MATCH_COMPLETE] = S_STATIC("complete"), [MATCH_PARTIAL] = S_STATIC("partial"),
		[MATCH_UNSTATED] = S_STATIC("unstated") };

	buf_add(out, S("rank,mentor,tier,score,skills,goals,overlap,mentee_choice,mentor_choice\n"));
	for (size_t i = 0; i < count; i++) {
		struct str cells[RANK_COLUMNS];
		char room[RANK_COLUMNS][NUMBER_BYTES];
		long long numbers[RANK_COLUMNS] = { [0] = (long long)i + 1, [3] = list[i].score };

		for (size_t p = 0; p < MATCH_PARTS; p++)
			numbers[4 + p] = list[i].parts[p];
		for (size_t n = 0; n < RANK_COLUMNS; n++)
			cells[n] = (struct str){ room[n], (size_t)snprintf(room[n], NUMBER_BYTES, "%lld", numbers[n]) };
		cells[1] = input->cohort.mentors.at[list[i].mentor].id;
		cells[2] = tiers[list[i].tier];
		csv_row_plain(out, RANK_COLUMNS, cells);
	}
}
