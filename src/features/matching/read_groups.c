/* A plan of groups as files: result.csv and certificate.json, as verify reads them. What they say is judged by the engine's checker. */
#include <string.h>

#include "base/arena.h"
#include "formats/json.h"
#include "matching/answers.h"
#include "matching/sheet.h"

enum { TREE_DEPTH = MATCH_TREE_DEPTH, LISTING_ARENA = 128 << 20 };

struct reading {
	struct matching_certificate c;
	struct match_groups_statement *said;
};

bool
matching_is_groups(struct arena *arena, struct str certificate)
{
	struct json_value root;
	const struct json_value *kind;

	if (json_read(arena, certificate, &root) != OK || root.kind != JSON_IS_OBJECT)
		return false;
	kind = json_member(&root, S("kind"));
	return kind != NULL && kind->kind == JSON_IS_TEXT && str_equal(kind->text, S("groups"));
}

/* --- the certificate --- */

static void
says(struct reading *r, struct str field, struct str words)
{
	matching_certificate_says(&r->c, field, words);
}

static void
says_of(struct reading *r, struct str field, struct str name, struct str words)
{
	says(r, field, str_join(r->c.arena, 2, (struct str[]){ matching_quote(r->c.arena, name), words }));
}

static void
read_people(struct reading *r, const struct json_value *people, int64_t *duals)
{
	for (size_t i = 0; i < people->count; i++) {
		const struct json_value *item = &people->items[i];
		const struct matching_person *one = matching_person(r->c.input, item->name);

		if (one == NULL || item->kind != JSON_IS_WHOLE)
			says_of(r, S("people"), item->name, S(" is nobody, or has no whole number"));
		else
			duals[(one->is_mentor ? r->c.input->cohort.mentees.count : 0) + one->place] = item->whole;
	}
}

/* The place of that name among slots and counts; after all of them where it is none. */
static size_t
load_of(const struct reading *r, struct str name)
{
	size_t slots = r->c.input->cohort.slot_count;
	int64_t slot;

	if (str_starts(name, S("s")) && str_whole(str_skip(name, 1), &slot) && slot >= 0 && slot < (int64_t)slots)
		return (size_t)slot;
	for (size_t k = 0; k < MATCH_COUNTS; k++)
		if (str_equal(name, matching_count_name(k)))
			return slots + k;
	return slots + MATCH_COUNTS;
}

static void
read_loads(struct reading *r, const struct json_value *loads, int64_t *duals)
{
	const struct match_cohort *cohort = &r->c.input->cohort;
	size_t people = cohort->mentees.count + cohort->mentors.count, all = cohort->slot_count + MATCH_COUNTS;

	for (size_t i = 0; i < loads->count; i++) {
		const struct json_value *item = &loads->items[i];
		size_t load = load_of(r, item->name);

		if (load == all || item->kind != JSON_IS_LIST || item->count != 2 || item->items[0].kind != JSON_IS_WHOLE || item->items[1].kind != JSON_IS_WHOLE) {
			says_of(r, S("duals"), item->name, S(" is no slot or count, or has no two whole numbers"));
			continue;
		}
		duals[people + load] = item->items[0].whole;
		duals[people + all + load] = item->items[1].whole;
	}
}

static void
read_leaf(struct reading *r, const struct json_value *value, struct match_node *node)
{
	const struct match_cohort *cohort = &r->c.input->cohort;
	const struct json_value *duals = matching_certificate_object(&r->c, value, S("duals")), *listing = json_member(value, S("listing"));
	int64_t *out = ARENA_MANY(r->c.arena, cohort->mentees.count + cohort->mentors.count + 2 * (cohort->slot_count + MATCH_COUNTS), int64_t);

	node->bound = matching_certificate_whole(&r->c, value, S("bound"));
	node->duals = out;
	read_people(r, matching_certificate_object(&r->c, duals, S("people")), out);
	read_loads(r, matching_certificate_object(&r->c, duals, S("slots")), out);
	read_loads(r, matching_certificate_object(&r->c, duals, S("counts")), out);
	if (listing == NULL)
		return;
	node->is_listed = true;
	node->listed_count = (size_t)matching_certificate_whole(&r->c, listing, S("columns"));
	node->listed_hash = matching_certificate_text(&r->c, listing, S("sha256"));
}

static void
read_pair(struct reading *r, const struct json_value *split, struct match_node *node)
{
	const struct matching_person *pair[2] = { NULL, NULL };

	for (size_t m = 0; m < 2 && split->count == 2; m++)
		if (split->items[m].kind == JSON_IS_TEXT)
			pair[m] = matching_person(r->c.input, split->items[m].text);
	node->split = MATCH_SPLIT_PAIR;
	if (pair[0] == NULL || pair[1] == NULL || !pair[0]->is_mentor || !pair[1]->is_mentor) {
		says(r, S("split"), S("is no pair of mentors"));
		return;
	}
	node->of = pair[0]->place;
	node->with = pair[1]->place;
}

/* The pair, slot or count at which a node is split. */
static void
read_split(struct reading *r, const struct json_value *value, const struct json_value *split, struct match_node *node)
{
	size_t slots = r->c.input->cohort.slot_count, load;

	if (split->kind == JSON_IS_LIST) {
		read_pair(r, split, node);
		return;
	}
	load = split->kind == JSON_IS_TEXT ? load_of(r, split->text) : slots + MATCH_COUNTS;
	if (load == slots + MATCH_COUNTS)
		says(r, S("split"), S("is no slot, count or pair"));
	node->split = load < slots ? MATCH_SPLIT_SLOT : MATCH_SPLIT_COUNT;
	node->of = (uint32_t)(load < slots ? load : load - slots);
	node->at = matching_certificate_whole(&r->c, value, S("at"));
}

/* A node whose values are still to be read. */
struct waiting {
	const struct json_value *value;
	struct match_node *node;
	size_t depth;
};

/* A child of a node, to be read later; NULL, and a problem, if it is not there or too deep. */
static struct match_node *
child(struct reading *r, const struct waiting *above, struct str name, struct waiting *wait)
{
	const struct json_value *value = matching_certificate_object(&r->c, above->value, name);
	struct match_node *node = ARENA_NEW(r->c.arena, struct match_node);

	*wait = (struct waiting){ value, node, above->depth + 1 };
	return node;
}

static void
read_tree(struct reading *r, const struct json_value *root)
{
	struct match_node *tree = ARENA_NEW(r->c.arena, struct match_node);
	struct waiting wait[TREE_DEPTH + 3] = { { matching_certificate_object(&r->c, root, S("tree")), tree, 0 } };
	size_t count = 1;

	r->said->tree = tree;
	while (count > 0) {
		struct waiting one = wait[--count];
		const struct json_value *split = json_member(one.value, S("split"));

		if (split == NULL) {
			read_leaf(r, one.value, one.node);
			continue;
		}
		if (one.depth == TREE_DEPTH) {
			says(r, S("tree"), S("is deeper than eleven splits"));
			return;
		}
		read_split(r, one.value, split, one.node);
		one.node->high = child(r, &one, S("high"), &wait[count++]);
		one.node->low = child(r, &one, S("low"), &wait[count++]);
	}
}

static struct match_levels
read_levels(struct reading *r, const struct json_value *root, struct str name)
{
	const struct json_value *levels = matching_certificate_object(&r->c, root, name);

	return (struct match_levels){ matching_certificate_whole(&r->c, levels, S("groups")), matching_certificate_whole(&r->c, levels, S("pref_placed")),
		matching_certificate_whole(&r->c, levels, S("bad_pairs")), matching_certificate_whole(&r->c, levels, S("score")) };
}

/* False, and a problem, for a shape that no group has. */
static bool
read_shape(struct reading *r, const struct json_value *root)
{
	const struct json_value *shape = matching_certificate_object(&r->c, root, S("shape"));
	int64_t mentors = matching_certificate_whole(&r->c, shape, S("mentors")), mentees = matching_certificate_whole(&r->c, shape, S("mentees"));

	if (mentors >= 1 && mentors <= MATCH_GROUP_MENTORS && mentees >= 1 && mentees <= MATCH_GROUP_MENTEES) {
		r->said->shape = (struct match_shape){ (uint32_t)mentors, (uint32_t)mentees };
		return true;
	}
	says(r, S("shape"), S("is not 1 to 3 mentors and 1 to 6 mentees"));
	return false;
}

static void
read_numbers(struct reading *r, const struct json_value *root, struct matching_groups_statement *out)
{
	const struct json_value *weights = matching_certificate_object(&r->c, root, S("weights")), *input = matching_certificate_object(&r->c, root, S("input"));
	struct str status = matching_certificate_text(&r->c, root, S("status"));

	if (!str_equal(matching_certificate_text(&r->c, root, S("format")), S(MATCHING_FORMAT)))
		says(r, S("format"), S("is not \"" MATCHING_FORMAT "\""));
	for (size_t k = 0; k <= MATCHING_SLOTS; k++)
		if (matching_is_input(k, true))
			out->hashes[k] = matching_certificate_text(&r->c, input, matching_kind_name(k));
	r->said->levels = read_levels(r, root, S("levels"));
	r->said->bound = read_levels(r, root, S("bound"));
	r->said->weights[0] = matching_certificate_whole(&r->c, weights, S("W1"));
	r->said->weights[1] = matching_certificate_whole(&r->c, weights, S("W2"));
	r->said->weights[2] = matching_certificate_whole(&r->c, weights, S("W3"));
	if (matching_certificate_whole(&r->c, weights, S("scale")) != MATCH_DUAL_SCALE)
		says(r, S("scale"), S("is not 64"));
	r->said->is_optimal = str_equal(status, S("optimal"));
	if (!r->said->is_optimal && !str_equal(status, S("bounded")))
		says(r, S("status"), S("is neither optimal nor bounded"));
}

/* --- the result --- */

enum { RESULT_GROUP, RESULT_SLOT, RESULT_THEME, RESULT_MENTOR };

struct result {
	struct sheet sheet;
	struct match_groups_statement *said;
	struct match_stated_group *groups;
	size_t count;
};

/* What a line says of its group. False: it cannot be read. */
static bool
read_group(struct result *t, const struct matching_input *input, struct match_stated_group *g)
{
	struct str slot = sheet_cell(&t->sheet, RESULT_SLOT);
	int64_t number = -1;
	bool is_good = str_starts(slot, S("s")) && str_whole(str_skip(slot, 1), &number) && number >= 0 && number < (int64_t)input->cohort.slot_count;

	*g = (struct match_stated_group){ .name = sheet_cell(&t->sheet, RESULT_GROUP), .theme = sheet_cell(&t->sheet, RESULT_THEME) };
	if (!is_good)
		sheet_refuses(&t->sheet, RESULT_SLOT, slot, S("is not in slots.csv"));
	else
		g->slot = (uint32_t)number;
	for (uint32_t r = 0; r < t->said->shape.mentors; r++)
		is_good = sheet_person(&t->sheet, input, RESULT_MENTOR + r, true, &g->mentors[r]) && is_good;
	return is_good;
}

static bool
is_same_group(const struct match_stated_group *a, const struct match_stated_group *b)
{
	return a->slot == b->slot && str_equal(a->theme, b->theme) && memcmp(a->mentors, b->mentors, sizeof(a->mentors)) == 0;
}

/* The group of that name, the last one mostly; a new one if there is none. */
static struct match_stated_group *
find_group(struct result *t, const struct match_stated_group *line)
{
	for (size_t g = t->count; g > 0; g--)
		if (str_equal(t->groups[g - 1].name, line->name))
			return &t->groups[g - 1];
	t->groups[t->count] = *line;
	return &t->groups[t->count++];
}

static void
take_line(struct result *t, const struct matching_input *input)
{
	uint32_t mentors = t->said->shape.mentors, mentee, buddy;
	struct match_stated_group line, *group;
	bool is_good = read_group(t, input, &line);

	is_good = sheet_person(&t->sheet, input, RESULT_MENTOR + mentors, false, &mentee) && is_good;
	is_good = sheet_person(&t->sheet, input, RESULT_MENTOR + mentors + 1, true, &buddy) && is_good;
	if (!is_good)
		return;
	group = find_group(t, &line);
	if (!is_same_group(group, &line)) {
		sheet_refuses(&t->sheet, RESULT_GROUP, line.name, S("has another slot, theme or mentor in an earlier line"));
	} else if (group->mentee_count == MATCH_GROUP_MENTEES) {
		sheet_refuses(&t->sheet, RESULT_GROUP, line.name, S("has more than 6 mentees"));
	} else {
		group->mentees[group->mentee_count] = mentee;
		group->buddies[group->mentee_count++] = buddy;
	}
}

static void
read_result(struct arena *arena, const struct matching_file *file, const struct matching_input *input, struct match_groups_statement *said)
{
	struct str columns[MATCHING_GROUP_COLUMNS];
	struct result t = { .said = said };

	t.sheet = (struct sheet){ .arena = arena, .file = file, .kind = MATCHING_RESULT, .problems = input->problems, .columns = columns,
		.column_count = matching_groups_columns(said->shape, columns) };
	if (!sheet_open(&t.sheet, 0))
		return;
	t.groups = ARENA_MANY(arena, sheet_lines_left(&t.sheet) + 1, struct match_stated_group);
	while (sheet_next(&t.sheet))
		take_line(&t, input);
	said->groups = t.groups;
	said->count = t.count;
}

/* --- both --- */

struct listing_check {
	const struct match_cohort *cohort;
	struct match_shape shape;
};

static bool
is_listing(void *self, const struct match_node *leaf, const struct match_group *groups, size_t count)
{
	const struct listing_check *check = self;
	struct arena *scratch;
	bool is_same;

	arena_open(LISTING_ARENA, &scratch);
	is_same = str_equal(leaf->listed_hash, matching_listing_hash(scratch, check->cohort, check->shape, groups, count));
	arena_close(&scratch);
	return is_same;
}

void
matching_read_groups(struct arena *arena, const struct matching_file files[MATCHING_KINDS], const struct matching_input *input,
    struct matching_groups_statement *out)
{
	struct reading r = { .c = { .arena = arena, .file = &files[MATCHING_CERTIFICATE], .input = input }, .said = &out->said };
	struct listing_check *listing = ARENA_NEW(arena, struct listing_check);
	struct json_value root;

	*out = (struct matching_groups_statement){ 0 };
	if (json_read(arena, files[MATCHING_CERTIFICATE].bytes, &root) != OK || root.kind != JSON_IS_OBJECT) {
		says(&r, S("file"), S("it is no JSON object"));
		return;
	}
	if (!read_shape(&r, &root))
		return;
	read_numbers(&r, &root, out);
	read_tree(&r, &root);
	read_result(arena, &files[MATCHING_RESULT], input, &out->said);
	*listing = (struct listing_check){ &input->cohort, out->said.shape };
	out->said.is_listing = is_listing;
	out->said.listing_self = listing;
}
