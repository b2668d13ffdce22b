/* A plan as files: result.csv and certificate.json, as verify reads them. What they say is judged by the engine's checker. */
#include "base/arena.h"
#include "formats/json.h"
#include "matching/answers.h"
#include "matching/sheet.h"

static const struct str result_columns[] = { S_STATIC("mentee"), S_STATIC("mentor") };

/* The duals of a side, by place; who is left out has 0. */
static const int64_t *
read_duals(struct matching_certificate *c, const struct json_value *duals, bool is_mentor)
{
	const struct json_value *all = matching_certificate_object(c, duals, is_mentor ? S("mentors") : S("mentees"));
	const struct match_cohort *cohort = &c->input->cohort;
	int64_t *out = ARENA_MANY(c->arena, (is_mentor ? cohort->mentors.count : cohort->mentees.count) + 1, int64_t);

	for (size_t i = 0; i < all->count; i++) {
		const struct matching_person *one = matching_person(c->input, all->items[i].name);

		if (one == NULL || one->is_mentor != is_mentor)
			matching_certificate_says(c, all->name, str_join(c->arena, 2, (struct str[]){ matching_quote(c->arena, all->items[i].name), S(" is nobody of that side") }));
		else if (all->items[i].kind != JSON_IS_WHOLE)
			matching_certificate_says(c, all->name, str_join(c->arena, 2, (struct str[]){ matching_quote(c->arena, all->items[i].name), S(" has no whole number") }));
		else
			out[one->place] = all->items[i].whole;
	}
	return out;
}

/* False, and a problem, for any other kind or mode. */
static bool
read_mode(struct matching_certificate *c, const struct json_value *root, enum match_mode *mode)
{
	static const enum match_mode modes[] = { MATCH_MODE_TOTAL, MATCH_MODE_STABLE, MATCH_MODE_LEXIMIN };
	struct str word = matching_certificate_text(c, root, S("mode")), kind = matching_certificate_text(c, root, S("kind"));

	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++)
		if (str_equal(word, matching_mode_name(modes[i])) && str_equal(kind, S("pairs"))) {
			*mode = modes[i];
			return true;
		}
	matching_certificate_says(c, S("mode"), S("is none that this version can verify: kind pairs, mode total, leximin or stable"));
	return false;
}

/* Adds the duals of a side that are not 0 to those of a phase. */
static void
add_duals(struct matching_certificate *c, const struct json_value *all, bool is_mentor, struct match_dual *out, size_t *count)
{
	uint32_t first = is_mentor ? (uint32_t)c->input->cohort.mentees.count : 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct json_value *item = &all->items[i];
		const struct matching_person *one = matching_person(c->input, item->name);

		if (one == NULL || one->is_mentor != is_mentor || item->kind != JSON_IS_WHOLE)
			matching_certificate_says(c, S("phases"), str_join(c->arena, 2, (struct str[]){ matching_quote(c->arena, item->name),
			    S(" is nobody of that side, or has no whole number") }));
		else if (item->whole != 0)
			out[(*count)++] = (struct match_dual){ first + one->place, item->whole };
	}
}

static struct match_phase
read_phase(struct matching_certificate *c, const struct json_value *item)
{
	const struct json_value *level = json_member(item, S("level")), *duals = matching_certificate_object(c, item, S("duals"));
	const struct json_value *mentees = matching_certificate_object(c, duals, S("mentees")), *mentors = matching_certificate_object(c, duals, S("mentors"));
	struct match_dual *list = ARENA_MANY(c->arena, mentees->count + mentors->count + 1, struct match_dual);
	struct match_phase phase = { .level = MATCH_ALL_LEVELS, .value = matching_certificate_whole(c, item, S("value")), .duals = list };

	if (level == NULL || (level->kind != JSON_IS_NULL && (level->kind != JSON_IS_WHOLE || level->whole < 0)))
		matching_certificate_says(c, S("level"), S("is neither null nor a score"));
	else if (level->kind == JSON_IS_WHOLE)
		phase.level = level->whole;
	add_duals(c, mentees, false, list, &phase.dual_count);
	add_duals(c, mentors, true, list, &phase.dual_count);
	return phase;
}

static void
read_phases(struct matching_certificate *c, const struct json_value *root, struct match_statement *said)
{
	const struct json_value *list = json_member(root, S("phases"));
	struct match_phase *phases;

	if (list == NULL || list->kind != JSON_IS_LIST) {
		matching_certificate_says(c, S("phases"), S("is not there, or no list"));
		return;
	}
	phases = ARENA_MANY(c->arena, list->count + 1, struct match_phase);
	for (size_t p = 0; p < list->count; p++) {
		if (list->items[p].kind == JSON_IS_OBJECT)
			phases[p] = read_phase(c, &list->items[p]);
		else
			matching_certificate_says(c, S("phases"), S("holds something else than objects"));
	}
	said->phases = phases;
	said->phase_count = list->count;
}

/* What each mode states of its own. */
static void
read_proof(struct matching_certificate *c, const struct json_value *root, struct match_statement *said)
{
	const struct json_value *duals;

	if (said->mode == MATCH_MODE_STABLE) {
		said->blocking = matching_certificate_whole(c, root, S("blocking"));
		return;
	}
	if (said->mode == MATCH_MODE_LEXIMIN) {
		read_phases(c, root, said);
		return;
	}
	said->primal = matching_certificate_whole(c, root, S("primal"));
	said->dual = matching_certificate_whole(c, root, S("dual"));
	duals = matching_certificate_object(c, root, S("duals"));
	said->mentee_duals = read_duals(c, duals, false);
	said->mentor_duals = read_duals(c, duals, true);
}

static void
read_certificate(struct matching_certificate *c, struct matching_statement *out)
{
	struct match_statement *said = &out->said;
	const struct json_value *input;
	struct json_value root;

	if (json_read(c->arena, c->file->bytes, &root) != OK || root.kind != JSON_IS_OBJECT) {
		matching_certificate_says(c, S("file"), S("it is no JSON object"));
		return;
	}
	if (!str_equal(matching_certificate_text(c, &root, S("format")), S(MATCHING_FORMAT)))
		matching_certificate_says(c, S("format"), S("is not \"" MATCHING_FORMAT "\""));
	if (!read_mode(c, &root, &said->mode))
		return;
	out->engine = matching_certificate_text(c, &root, S("engine"));
	input = matching_certificate_object(c, &root, S("input"));
	for (size_t k = 0; k <= MATCHING_BLOCKED; k++)
		out->hashes[k] = matching_certificate_text(c, input, matching_kind_name(k));
	said->base = matching_certificate_whole(c, &root, S("B"));
	said->matched = matching_certificate_whole(c, &root, S("matched"));
	said->score = matching_certificate_whole(c, &root, S("score"));
	read_proof(c, &root, said);
}

static void
read_result(struct arena *arena, const struct matching_file *file, const struct matching_input *input, struct match_statement *said)
{
	struct sheet sheet = { .arena = arena, .file = file, .kind = MATCHING_RESULT, .problems = input->problems, .columns = result_columns,
		.column_count = 2 };
	struct match_pin *pairs;

	if (!sheet_open(&sheet, 0))
		return;
	pairs = ARENA_MANY(arena, sheet_lines_left(&sheet) + 1, struct match_pin);
	said->pairs = pairs;
	while (sheet_next(&sheet)) {
		struct match_pin *pair = &pairs[said->pair_count];
		bool has_mentee = sheet_person(&sheet, input, 0, false, &pair->mentee);

		if (sheet_person(&sheet, input, 1, true, &pair->mentor) && has_mentee)
			said->pair_count++;
	}
}

void
matching_read_plan(struct arena *arena, const struct matching_file files[MATCHING_KINDS], const struct matching_input *input,
    struct matching_statement *out)
{
	struct matching_certificate certificate = { .arena = arena, .file = &files[MATCHING_CERTIFICATE], .input = input };

	*out = (struct matching_statement){ 0 };
	read_result(arena, &files[MATCHING_RESULT], input, &out->said);
	read_certificate(&certificate, out);
}
