/* The checker of groups: first the plan against the rules, then its proof, leaf by leaf. Like verify.c, meant to be read by whoever does not trust the solver. */
#include "engine/verify_groups.h"

#include "base/arena.h"
#include "base/buf.h"
#include "engine/verify_table.h"

enum { WORDS_BYTES = 400, LISTED_MOST = 30000 };
#define BOUND_MOST (INT64_C(1) << 53)    /* no value is above that, and no stated one needs to be */

typedef __int128 wide;

struct judge {
	struct arena *arena;
	const struct match_cohort *cohort;
	const struct match_groups_statement *said;
	struct match_report *report;
	struct verify_table table;
	struct match_levels found;
	int64_t value, worst;         /* of the plan; of what a leaf could still hold */
	struct verify_list list;      /* of the leaf under way, and the same without gains */
	struct match_group *listed;
	struct str tree_words, bound_words, listing_words;
	bool is_unchecked;
};

static struct str
about(struct judge *j, const struct match_stated_group *g, const char *what)
{
	return str_join(j->arena, 3, (struct str[]){ g->name, S(" "), str_from(what) });
}

static struct str
numbers(struct judge *j, int64_t stated, int64_t found)
{
	struct buf out = buf_new(j->arena, WORDS_BYTES);

	buf_format(&out, "stated %lld, found %lld", (long long)stated, (long long)found);
	return buf_str(&out);
}

static const struct match_person *
mentee_of(const struct judge *j, const struct match_stated_group *g, uint32_t s)
{
	return &j->cohort->mentees.at[g->mentees[s]];
}

static const struct match_person *
mentor_of(const struct judge *j, const struct match_stated_group *g, uint32_t r)
{
	return &j->cohort->mentors.at[g->mentors[r]];
}

static int32_t
score_of(const struct judge *j, uint32_t mentee, uint32_t mentor)
{
	return j->table.scores[(size_t)mentor * j->table.mentees + mentee];
}

/* --- rules: what is wrong with one group, or nothing --- */

static const char *
wrong_size(const struct judge *j, const struct match_stated_group *g)
{
	return g->mentee_count != j->said->shape.mentees ? "has another number of mentees than the shape" : NULL;
}

static const char *
wrong_rows(const struct judge *j, const struct match_stated_group *g)
{
	for (uint32_t s = 0; s < g->mentee_count; s++)
		for (uint32_t r = 0; r < j->said->shape.mentors; r++)
			if (score_of(j, g->mentees[s], g->mentors[r]) < 0)
				return "has a mentee and a mentor without a score row";
	return NULL;
}

static const char *
wrong_slot(const struct judge *j, const struct match_stated_group *g)
{
	for (uint32_t s = 0; s < g->mentee_count; s++)
		if ((mentee_of(j, g, s)->slots >> g->slot & 1) == 0)
			return "has a mentee who lacks the slot";
	for (uint32_t r = 0; r < j->said->shape.mentors; r++)
		if ((mentor_of(j, g, r)->slots >> g->slot & 1) == 0)
			return "has a mentor who lacks the slot";
	return NULL;
}

static const char *
wrong_theme(const struct judge *j, const struct match_stated_group *g)
{
	for (uint32_t r = 0; r < j->said->shape.mentors && g->theme.length > 0; r++)
		if (verify_points(mentor_of(j, g, r), g->theme) == 0)
			return "has a theme that one of its mentors does not offer";
	return NULL;
}

/* Mixed, or, where somebody asked, for those of that gender. */
static enum match_kind
kind_of(const struct judge *j, const struct match_stated_group *g)
{
	for (uint32_t s = 0; s < g->mentee_count; s++)
		if (verify_asks(mentee_of(j, g, s)))
			return mentee_of(j, g, s)->prefers == MATCH_PREFERS_WOMEN ? MATCH_FOR_WOMEN : MATCH_FOR_MEN;
	return MATCH_MIXED;
}

static const char *
wrong_preference(const struct judge *j, const struct match_stated_group *g)
{
	enum match_kind kind = kind_of(j, g);
	enum match_gender gender = kind == MATCH_FOR_WOMEN ? MATCH_WOMAN : MATCH_MAN;

	for (uint32_t s = 0; s < g->mentee_count; s++)
		if (!verify_suits(mentee_of(j, g, s), kind))
			return "does not keep a mentee's preference";
	for (uint32_t r = 0; r < j->said->shape.mentors && kind != MATCH_MIXED; r++)
		if (mentor_of(j, g, r)->gender != gender)
			return "has a mentor of another gender than a mentee asked for";
	return NULL;
}

static const char *
wrong_buddies(const struct judge *j, const struct match_stated_group *g)
{
	uint32_t least = j->said->shape.mentees / j->said->shape.mentors, all = 0;

	for (uint32_t r = 0; r < j->said->shape.mentors; r++) {
		uint32_t load = 0;

		for (uint32_t s = 0; s < g->mentee_count; s++)
			load += g->buddies[s] == g->mentors[r];
		if (load < least || load > least + (j->said->shape.mentees % j->said->shape.mentors != 0))
			return "has buddies whose loads differ by more than one";
		all += load;
	}
	return all != g->mentee_count ? "has a buddy who is not its mentor" : NULL;
}

/* The mentors of a group ascend, so none is there twice. */
static const char *
wrong_order(const struct judge *j, const struct match_stated_group *g)
{
	for (uint32_t r = 1; r < j->said->shape.mentors; r++)
		if (g->mentors[r] <= g->mentors[r - 1])
			return "names its mentors out of order, or one twice";
	return NULL;
}

static void
judge_groups(struct judge *j)
{
	static const struct { struct str name; const char *(*wrong)(const struct judge *, const struct match_stated_group *); } rules[] = {
		{ S_STATIC("group sizes"), wrong_size }, { S_STATIC("mentors in order"), wrong_order }, { S_STATIC("feasible pairs"), wrong_rows },
		{ S_STATIC("slots"), wrong_slot }, { S_STATIC("themes"), wrong_theme }, { S_STATIC("preferences kept"), wrong_preference },
		{ S_STATIC("buddies"), wrong_buddies },
	};

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		struct str words = S("");

		for (size_t g = 0; g < j->said->count && words.length == 0; g++) {
			const char *wrong = rules[i].wrong(j, &j->said->groups[g]);

			if (wrong != NULL)
				words = about(j, &j->said->groups[g], wrong);
		}
		match_claim(j->report, rules[i].name, words.length == 0, words);
	}
}

/* Everybody at most once, slots at most as often as they may. */
static void
judge_once(struct judge *j)
{
	bool *is_in = ARENA_MANY(j->arena, j->cohort->mentees.count + j->cohort->mentors.count + 1, bool);
	int64_t load[MATCH_SLOTS] = { 0 };
	struct str twice = S(""), full = S("");

	for (size_t g = 0; g < j->said->count; g++) {
		const struct match_stated_group *group = &j->said->groups[g];

		for (uint32_t s = 0; s < group->mentee_count; s++) {
			twice = is_in[group->mentees[s]] ? about(j, group, "has a mentee of another group, or one twice") : twice;
			is_in[group->mentees[s]] = true;
		}
		for (uint32_t r = 0; r < j->said->shape.mentors; r++) {
			size_t at = j->cohort->mentees.count + group->mentors[r];

			twice = is_in[at] ? about(j, group, "has a mentor of another group, or one twice") : twice;
			is_in[at] = true;
		}
		if (++load[group->slot] > j->cohort->slot_groups[group->slot])
			full = about(j, group, "is one too many in its slot");
	}
	match_claim(j->report, S("one group each"), twice.length == 0, twice);
	match_claim(j->report, S("groups in a slot"), full.length == 0, full);
}

/* --- levels --- */

static void
add_levels(struct judge *j, const struct match_stated_group *g)
{
	j->found.groups++;
	j->found.lacking += kind_of(j, g) == MATCH_MIXED && verify_lacks(&j->table, g->mentors);
	for (uint32_t r = 0; r < j->said->shape.mentors; r++)
		j->found.score += verify_points(mentor_of(j, g, r), g->theme);
	for (uint32_t s = 0; s < g->mentee_count; s++) {
		j->found.preferred += verify_asks(mentee_of(j, g, s));
		j->found.score += verify_points(mentee_of(j, g, s), g->theme);
		for (uint32_t r = 0; r < j->said->shape.mentors; r++)
			j->found.score += (g->buddies[s] == g->mentors[r] ? 2 : 1) * (int64_t)score_of(j, g->mentees[s], g->mentors[r]);
	}
}

static void
claim_number(struct judge *j, struct str name, int64_t stated, int64_t found)
{
	match_claim(j->report, name, stated == found, numbers(j, stated, found));
}

static void
judge_levels(struct judge *j)
{
	const struct match_levels *said = &j->said->levels;
	const struct verify_table *t = &j->table;
	const int64_t *w = j->said->weights;

	for (size_t g = 0; g < j->said->count; g++)
		add_levels(j, &j->said->groups[g]);
	j->value = t->w1 * j->found.groups + t->w2 * j->found.preferred - t->w3 * j->found.lacking + j->found.score;
	claim_number(j, S("groups"), said->groups, j->found.groups);
	claim_number(j, S("pref_placed"), said->preferred, j->found.preferred);
	claim_number(j, S("bad_pairs"), said->lacking, j->found.lacking);
	claim_number(j, S("score"), said->score, j->found.score);
	match_claim(j->report, S("weights"), w[0] == t->w1 && w[1] == t->w2 && w[2] == t->w3, numbers(j, w[0], t->w1));
}

/* --- the proof --- */

/* Duals times bounds: what no plan of the box is worth more than, if no group gains anything. */
static wide
dual_value(const struct judge *j, const struct verify_box *box, const int64_t *duals)
{
	const struct verify_table *t = &j->table;
	wide sum = 0;

	for (uint32_t p = 0; p < t->mentees + t->mentors; p++)
		sum += duals[p];
	for (uint32_t k = 0; k < t->slots + MATCH_COUNTS; k++)
		sum += (wide)duals[verify_high(t, k)] * box->high[k] - (wide)duals[verify_low(t, k)] * box->low[k];
	return sum;
}

static bool
are_duals_sound(const struct judge *j, const int64_t *duals)
{
	size_t count = verify_low(&j->table, j->table.slots + MATCH_COUNTS);

	for (size_t d = 0; d < count; d++)
		if (duals[d] < 0 || duals[d] > INT64_C(1) << 57)
			return false;
	return true;
}

/* A leaf closed by its listing: the same groups as it names, and no better plan of them. False: the leaf proves nothing. */
static bool
judge_listing(struct judge *j, const struct match_node *leaf, const struct verify_box *box, int64_t budget)
{
	enum match_finding finding;

	if (j->listed == NULL) {
		j->list = (struct verify_list){ .at = ARENA_MANY(j->arena, LISTED_MOST, struct verify_listed), .most = LISTED_MOST };
		j->listed = ARENA_MANY(j->arena, LISTED_MOST, struct match_group);
	}
	if (!verify_list(&j->table, box, leaf->duals, -budget, &j->list)) {
		j->is_unchecked = true;
		return true;
	}
	for (size_t c = 0; c < j->list.count; c++)
		j->listed[c] = j->list.at[c].group;
	if (j->list.count != leaf->listed_count || !j->said->is_listing(j->said->listing_self, leaf, j->listed, j->list.count)) {
		j->listing_words = S("a leaf lists other groups than there are within its gap");
		return false;
	}
	finding = verify_search(&j->table, box, leaf->duals, &j->list, budget);
	if (finding == MATCH_FALSE)
		j->listing_words = S("the listed groups of a leaf make a better plan");
	j->is_unchecked = j->is_unchecked || finding == MATCH_UNCHECKED;
	return finding != MATCH_FALSE;
}

static void
judge_leaf(struct judge *j, const struct match_node *leaf, const struct verify_box *box)
{
	int64_t most = 0, bound;
	wide scaled;

	if (!are_duals_sound(j, leaf->duals)) {
		j->bound_words = S("a leaf has a dual below 0, or beyond all values");
		return;
	}
	if (!verify_price(&j->table, box, leaf->duals, &most)) {
		j->is_unchecked = true;
		return;
	}
	scaled = dual_value(j, box, leaf->duals) + (wide)j->table.groups_most * most;
	bound = scaled < 0 ? 0 : scaled > (wide)BOUND_MOST * MATCH_DUAL_SCALE ? BOUND_MOST : (int64_t)(scaled / MATCH_DUAL_SCALE);
	if (leaf->bound < bound && j->bound_words.length == 0)
		j->bound_words = str_join(j->arena, 2, (struct str[]){ S("a leaf: "), numbers(j, leaf->bound, bound) });
	if (bound <= j->value)
		return;
	if (leaf->is_listed && most == 0
	    && judge_listing(j, leaf, box, (int64_t)(scaled - (wide)MATCH_DUAL_SCALE * (j->value + 1))))
		return;
	j->worst = bound > j->worst ? bound : j->worst;
}

static bool
split_pair(const struct judge *j, const struct match_node *node, struct verify_box *low, struct verify_box *high)
{
	if (node->of >= node->with || node->with >= j->table.mentors || low->pair_count == MATCH_TREE_DEPTH)
		return false;
	low->pairs[low->pair_count++] = (struct verify_pair){ node->of, node->with, false };
	high->pairs[high->pair_count++] = (struct verify_pair){ node->of, node->with, true };
	return true;
}

/* The boxes of both children; false if it is no split. */
static bool
split_box(struct judge *j, const struct match_node *node, struct verify_box *low, struct verify_box *high)
{
	uint32_t load = node->split == MATCH_SPLIT_COUNT ? j->table.slots + node->of : node->of;

	if (node->low == NULL || node->high == NULL)
		return false;
	if (node->split == MATCH_SPLIT_PAIR)
		return split_pair(j, node, low, high);
	if (node->of >= (node->split == MATCH_SPLIT_COUNT ? MATCH_COUNTS : j->table.slots))
		return false;
	low->high[load] = node->at < low->high[load] ? node->at : low->high[load];
	high->low[load] = node->at + 1 > high->low[load] ? node->at + 1 : high->low[load];
	return node->at >= 0 && node->at < BOUND_MOST;
}

/* All nodes; those still to be seen wait in a list, with their boxes. */
static void
judge_tree(struct judge *j)
{
	struct { const struct match_node *node; struct verify_box box; } *wait = arena_take_many(j->arena, MATCH_TREE_DEPTH + 2, sizeof(*wait));
	size_t count = 1;

	wait[0].node = j->said->tree;
	for (uint32_t h = 0; h < j->table.slots; h++)
		wait[0].box.high[h] = j->cohort->slot_groups[h];
	for (uint32_t k = 0; k < MATCH_COUNTS; k++)
		wait[0].box.high[j->table.slots + k] = k == MATCH_COUNT_PREFERRED ? j->table.asking : j->table.groups_most;
	while (count > 0) {
		const struct match_node *node = wait[count - 1].node;
		struct verify_box low = wait[count - 1].box, high = low;

		count--;
		if (node->split == MATCH_LEAF) {
			judge_leaf(j, node, &low);
		} else if (count + 2 > MATCH_TREE_DEPTH + 2 || !split_box(j, node, &low, &high)) {
			j->tree_words = S("a node is no split into two, or too deep");
			return;
		} else {
			wait[count].node = node->high;
			wait[count++].box = high;
			wait[count].node = node->low;
			wait[count++].box = low;
		}
	}
}

/* The best levels that are worth no more than that, found from the top. */
static struct match_levels
levels_within(const struct judge *j, int64_t value)
{
	const struct verify_table *t = &j->table;
	struct match_levels out = { .groups = t->groups_most, .preferred = t->asking };
	int64_t rest;

	while (out.groups > 0 && out.groups * (t->w1 - t->w3) > value)
		out.groups--;
	while (out.preferred > 0 && out.groups * (t->w1 - t->w3) + out.preferred * t->w2 > value)
		out.preferred--;
	rest = value - out.groups * t->w1 - out.preferred * t->w2;
	while (rest < 0) {
		out.lacking++;
		rest += t->w3;
	}
	out.score = rest < t->score_most ? rest : t->score_most;
	return out;
}

static bool
are_equal(const struct match_levels *a, const struct match_levels *b)
{
	return a->groups == b->groups && a->preferred == b->preferred && a->lacking == b->lacking && a->score == b->score;
}

/* A claim that holds, fails, or could not be looked at. */
static void
claim_proof(struct judge *j, struct str name, bool holds, struct str words)
{
	match_claim(j->report, name, holds || j->is_unchecked, words);
	if (j->is_unchecked)
		j->report->claims[j->report->count - 1].finding = MATCH_UNCHECKED;
}

static void
judge_proof(struct judge *j)
{
	struct match_levels bound;

	j->worst = j->value;
	judge_tree(j);
	bound = j->worst == j->value ? j->found : levels_within(j, j->worst);
	match_claim(j->report, S("tree"), j->tree_words.length == 0, j->tree_words);
	match_claim(j->report, S("bounds of leaves"), j->bound_words.length == 0, j->bound_words);
	match_claim(j->report, S("listings"), j->listing_words.length == 0, j->listing_words);
	claim_proof(j, S("bound"), j->tree_words.length == 0 && are_equal(&j->said->bound, &bound), S("the leaves prove another bound"));
	if (j->said->is_optimal)
		claim_proof(j, S("optimal"), j->tree_words.length == 0 && j->bound_words.length == 0 && j->worst == j->value,
		    S("a leaf may hold a better plan"));
}

void
match_verify_groups(struct arena *arena, const struct match_cohort *cohort, const struct match_groups_statement *said, struct match_report *report)
{
	struct judge judge = { .arena = arena, .cohort = cohort, .said = said, .report = report };

	verify_table(arena, cohort, said, &judge.table);
	judge_groups(&judge);
	judge_once(&judge);
	judge_levels(&judge);
	judge_proof(&judge);
}
