/* Answers of groups as files: result.csv, certificate.json with the tree of its proof, the summary. Keys stand in the order of MATCHING.md 9.2. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/csv.h"
#include "formats/json.h"
#include "matching/answers.h"

enum { NAME_BYTES = 24, CELLS = MATCHING_GROUP_COLUMNS, LISTING_BYTES = 64 << 20 };

static const char *const count_names[MATCH_COUNTS] = { [MATCH_COUNT_GROUPS] = "groups", [MATCH_COUNT_PREFERRED] = "pref_placed",
	[MATCH_COUNT_LACKING] = "bad_pairs", [MATCH_COUNT_WOMEN] = "women", [MATCH_COUNT_MEN] = "men" };

struct str
matching_count_name(size_t count)
{
	return str_from(count_names[count]);
}

static struct str
mentor_id(const struct match_cohort *c, uint32_t mentor)
{
	return c->mentors.at[mentor].id;
}

/* The cells of one mentee's line, in the order of columns; how many they are. Names are written to the room. */
static size_t
cells_of(const struct matching_groups_answer *a, size_t group, uint32_t mentee, struct str cells[CELLS], char room[2][NAME_BYTES])
{
	const struct match_groups *plan = a->plan;
	const struct match_group *g = &plan->groups[group];
	const struct match_cohort *c = &a->input->cohort;
	size_t count = 0;

	cells[count++] = (struct str){ room[0], (size_t)snprintf(room[0], NAME_BYTES, "g%03zu", group) };
	cells[count++] = (struct str){ room[1], (size_t)snprintf(room[1], NAME_BYTES, "s%u", g->slot) };
	cells[count++] = g->theme == MATCH_GENERAL ? S("") : plan->themes.at[g->theme];
	for (uint32_t r = 0; r < plan->shape.mentors; r++)
		cells[count++] = mentor_id(c, g->mentors[r]);
	cells[count++] = c->mentees.at[g->mentees[mentee]].id;
	cells[count++] = mentor_id(c, g->mentors[g->buddy[mentee]]);
	return count;
}

size_t
matching_groups_columns(struct match_shape shape, struct str columns[CELLS])
{
	static const struct str names[CELLS] = { S_STATIC("group"), S_STATIC("slot"), S_STATIC("theme"), S_STATIC("mentor1"), S_STATIC("mentor2"),
		S_STATIC("mentor3"), S_STATIC("mentee"), S_STATIC("buddy") };
	size_t count = 0;

	for (size_t n = 0; n < CELLS; n++)
		if (n < 3 + shape.mentors || n >= 3 + MATCH_GROUP_MENTORS)
			columns[count++] = names[n];
	return count;
}

void
matching_print_groups(struct buf *out, const struct matching_groups_answer *a)
{
	struct str cells[CELLS];
	char room[2][NAME_BYTES];

	csv_row_plain(out, matching_groups_columns(a->plan->shape, cells), cells);
	for (size_t g = 0; g < a->plan->count; g++)
		for (uint32_t s = 0; s < a->plan->shape.mentees; s++)
			csv_row_plain(out, cells_of(a, g, s, cells, room), cells);
}

void
matching_print_groups_json(struct buf *out, const struct matching_groups_answer *a)
{
	struct str cells[CELLS], columns[CELLS];
	size_t count = matching_groups_columns(a->plan->shape, columns);
	char room[2][NAME_BYTES];

	buf_char(out, '[');
	for (size_t line = 0; line < a->plan->count * a->plan->shape.mentees; line++) {
		(void)cells_of(a, line / a->plan->shape.mentees, (uint32_t)(line % a->plan->shape.mentees), cells, room);
		for (size_t n = 0; n < count; n++) {
			buf_add(out, n > 0 ? S(",") : line > 0 ? S(",{") : S("{"));
			json_quote(out, columns[n]);
			buf_char(out, ':');
			json_quote(out, cells[n]);
		}
		buf_char(out, '}');
	}
	buf_char(out, ']');
}

/* --- the certificate --- */

static void
print_levels(struct buf *out, const struct match_levels *levels)
{
	buf_format(out, "{\"groups\":%lld,\"pref_placed\":%lld,\"bad_pairs\":%lld,\"score\":%lld}", (long long)levels->groups, (long long)levels->preferred,
	    (long long)levels->lacking, (long long)levels->score);
}

static void
print_people(struct buf *out, const struct match_cohort *c, const int64_t *duals)
{
	bool is_first = true;

	buf_add(out, S("{"));
	for (size_t p = 0; p < c->mentees.count + c->mentors.count; p++) {
		if (duals[p] == 0)
			continue;
		if (!is_first)
			buf_char(out, ',');
		json_quote(out, p < c->mentees.count ? c->mentees.at[p].id : c->mentors.at[p - c->mentees.count].id);
		buf_char(out, ':');
		buf_whole(out, duals[p]);
		is_first = false;
	}
	buf_char(out, '}');
}

/* Both duals of each load that has one: of its upper bound, then of its lower. */
static void
print_loads(struct buf *out, const struct match_cohort *c, const int64_t *duals, bool is_count)
{
	size_t first = c->mentees.count + c->mentors.count + (is_count ? c->slot_count : 0), low = c->slot_count + MATCH_COUNTS;
	bool is_first = true;

	buf_char(out, '{');
	for (size_t k = 0; k < (is_count ? (size_t)MATCH_COUNTS : c->slot_count); k++) {
		const int64_t *high = &duals[first + k];

		if (high[0] == 0 && high[low] == 0)
			continue;
		if (is_count)
			buf_format(out, "%s\"%s\":", is_first ? "" : ",", count_names[k]);
		else
			buf_format(out, "%s\"s%zu\":", is_first ? "" : ",", k);
		buf_format(out, "[%lld,%lld]", (long long)high[0], (long long)high[low]);
		is_first = false;
	}
	buf_char(out, '}');
}

struct str
matching_listing_hash(struct arena *arena, const struct match_cohort *c, struct match_shape shape, const struct match_group *groups, size_t count)
{
	static const char *const kinds[MATCH_KINDS] = { "mixed", "women", "men" };
	struct buf out = buf_new(arena, LISTING_BYTES);

	for (size_t g = 0; g < count; g++) {
		buf_format(&out, "s%u,%s", groups[g].slot, kinds[groups[g].kind]);
		for (uint32_t r = 0; r < shape.mentors; r++)
			csv_row_plain(&out, 2, (struct str[]){ S(""), mentor_id(c, groups[g].mentors[r]) });
		for (uint32_t s = 0; s < shape.mentees; s++)
			csv_row_plain(&out, 2, (struct str[]){ S(""), c->mentees.at[groups[g].mentees[s]].id });
	}
	return matching_hash(arena, buf_str(&out));
}

static void
print_leaf(struct buf *out, const struct matching_groups_answer *a, const struct match_node *node)
{
	const struct match_cohort *c = &a->input->cohort;

	buf_format(out, "{\"bound\":%lld,\"duals\":{\"people\":", (long long)node->bound);
	print_people(out, c, node->duals);
	buf_add(out, S(",\"slots\":"));
	print_loads(out, c, node->duals, false);
	buf_add(out, S(",\"counts\":"));
	print_loads(out, c, node->duals, true);
	buf_char(out, '}');
	if (node->is_listed) {
		struct arena *scratch;

		arena_open((size_t)2 * LISTING_BYTES, &scratch);
		buf_format(out, ",\"listing\":{\"columns\":%zu,\"sha256\":\"%.*s\"}", node->listed_count,
		    STR_FORMAT(matching_listing_hash(scratch, c, a->plan->shape, node->listed, node->listed_count)));
		arena_close(&scratch);
	}
	buf_char(out, '}');
}

static void
print_split(struct buf *out, const struct matching_groups_answer *a, const struct match_node *node)
{
	const struct match_cohort *c = &a->input->cohort;

	if (node->split == MATCH_SPLIT_PAIR) {
		buf_add(out, S("{\"split\":["));
		json_quote(out, mentor_id(c, node->of));
		buf_char(out, ',');
		json_quote(out, mentor_id(c, node->with));
		buf_add(out, S("],\"low\":"));
	} else if (node->split == MATCH_SPLIT_COUNT) {
		buf_format(out, "{\"split\":\"%s\",\"at\":%lld,\"low\":", count_names[node->of], (long long)node->at);
	} else {
		buf_format(out, "{\"split\":\"s%u\",\"at\":%lld,\"low\":", node->of, (long long)node->at);
	}
}

/* Which nodes stand above the one being printed, and whether their low child is done. */
struct above {
	const struct match_node *node;
	bool is_low_done;
};

static void
print_tree(struct buf *out, const struct matching_groups_answer *a)
{
	struct above above[MATCH_TREE_DEPTH + 1];
	const struct match_node *node = a->plan->tree;
	size_t depth = 0;

	while (node != NULL) {
		if (node->split != MATCH_LEAF) {
			print_split(out, a, node);
			above[depth++] = (struct above){ .node = node };
			node = node->low;
			continue;
		}
		print_leaf(out, a, node);
		for (node = NULL; depth > 0 && above[depth - 1].is_low_done; depth--)
			buf_char(out, '}');
		if (depth > 0) {
			above[depth - 1].is_low_done = true;
			node = above[depth - 1].node->high;
			buf_add(out, S(",\"high\":"));
		}
	}
}

/* "dual": one leaf; "listing": some leaf needs one; else "tree". */
static bool
has_listing(const struct match_node *root)
{
	const struct match_node *wait[MATCH_TREE_DEPTH + 2] = { root };
	size_t count = 1;

	while (count > 0) {
		const struct match_node *node = wait[--count];

		if (node->split == MATCH_LEAF && node->is_listed)
			return true;
		if (node->split == MATCH_LEAF)
			continue;
		wait[count++] = node->high;
		wait[count++] = node->low;
	}
	return false;
}

static const char *
status_of(const struct match_groups *plan)
{
	return plan->is_optimal ? "optimal" : "bounded";
}

void
matching_print_groups_certificate(struct buf *out, const struct matching_groups_answer *a)
{
	const struct match_groups *plan = a->plan;
	const struct match_group_weights *w = &plan->weights;
	bool is_first = true;

	buf_format(out, "{\"format\":\"" MATCHING_FORMAT "\",\"kind\":\"groups\",\"engine\":\"" MATCHING_ENGINE
	    "\",\"backend\":\"own\",\"seed\":1,\"shape\":{\"mentors\":%u,\"mentees\":%u},\"input\":{", plan->shape.mentors, plan->shape.mentees);
	for (size_t k = 0; k <= MATCHING_SLOTS; k++) {
		if (!matching_is_input(k, true))
			continue;
		buf_format(out, "%s\"%.*s\":\"%.*s\"", is_first ? "" : ",", STR_FORMAT(matching_kind_name(k)), STR_FORMAT(a->hashes[k]));
		is_first = false;
	}
	buf_add(out, S("},\"levels\":"));
	print_levels(out, &plan->levels);
	buf_add(out, S(",\"bound\":"));
	print_levels(out, &plan->bound);
	buf_format(out, ",\"status\":\"%s\",\"proof\":\"%s\",\"weights\":{\"W1\":%lld,\"W2\":%lld,\"W3\":%lld,\"scale\":%d},\"tree\":", status_of(plan),
	    has_listing(plan->tree) ? "listing" : plan->tree->split == MATCH_LEAF ? "dual" : "tree", (long long)w->groups, (long long)w->preferred,
	    (long long)w->lacking, MATCH_DUAL_SCALE);
	print_tree(out, a);
	buf_char(out, '}');
}

void
matching_print_groups_summary(struct buf *out, const struct matching_groups_answer *a, bool is_json)
{
	const struct match_groups *plan = a->plan;
	size_t matched = plan->count * plan->shape.mentees, all = a->input->cohort.mentees.count;
	const struct match_levels *l = &plan->levels, *b = &plan->bound;

	if (is_json) {
		buf_format(out, "{\"kind\":\"groups\",\"shape\":{\"mentors\":%u,\"mentees\":%u},\"status\":\"%s\",\"matched\":%zu,\"levels\":", plan->shape.mentors,
		    plan->shape.mentees, status_of(plan), matched);
		print_levels(out, l);
		buf_format(out, ",\"unmatched\":%zu,\"warnings\":%zu,\"deterministic\":%s}", all - matched, a->warnings, plan->was_stopped ? "false" : "true");
		return;
	}
	buf_format(out, "groups of %u mentors and %u mentees: %s\n", plan->shape.mentors, plan->shape.mentees, status_of(plan));
	buf_format(out, "groups:      %lld\npref_placed: %lld\nbad_pairs:   %lld\nscore:       %lld\n", (long long)l->groups, (long long)l->preferred,
	    (long long)l->lacking, (long long)l->score);
	if (!plan->is_optimal)
		buf_format(out, "no plan is better than: %lld groups, %lld pref_placed, %lld bad_pairs, score %lld\n", (long long)b->groups, (long long)b->preferred,
		    (long long)b->lacking, (long long)b->score);
	buf_format(out, "matched:     %zu of %zu mentees\nwarnings:    %zu\n", matched, all, a->warnings);
}
