/* Longest common subsequences, twice: of clauses, then of the words of two clauses that stand for each other. All tables together are
 * bounded: where there is too much to compare, the old clause is shown whole, and the new one behind it. */
#include "formats/wording.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"

enum { SCRATCH = 32 << 20, CELLS_MOST = 8 << 20, CLAUSES_TABLE = CLAUSES_MOST + 1, KIN_PERCENT = 35 };    /* cells: a few hundredths of a second */

struct table {
	uint16_t *at;                 /* (rows + 1) x (columns + 1): length of the longest common rest */
	size_t columns;
};

struct comparing {
	struct arena *arena, *scratch;
	const struct clauses *before, *after;
	struct rewordings *out;
	size_t cells_left;
};

static uint16_t *
cell(const struct table *t, size_t row, size_t column)
{
	return &t->at[row * (t->columns + 1) + column];
}

static struct table
table_of(struct arena *scratch, const struct str_list *a, const struct str_list *b)
{
	struct table t = { ARENA_MANY(scratch, (a->count + 1) * (b->count + 1), uint16_t), b->count };

	for (size_t i = a->count; i-- > 0;)
		for (size_t k = b->count; k-- > 0;) {
			uint16_t down = *cell(&t, i + 1, k), right = *cell(&t, i, k + 1);

			*cell(&t, i, k) = str_equal(a->at[i], b->at[k]) ? (uint16_t)(*cell(&t, i + 1, k + 1) + 1) : down >= right ? down : right;
		}
	return t;
}

static bool
can_afford(struct comparing *c, const struct str_list *a, const struct str_list *b)
{
	size_t cells = (a->count + 1) * (b->count + 1);

	if (cells > c->cells_left || a->count > UINT16_MAX || b->count > UINT16_MAX)
		return false;
	c->cells_left -= cells;
	return true;
}

/* --- words --- */

static struct str_list
words_of(struct arena *scratch, struct str line)
{
	struct str_list words = { .at = ARENA_MANY(scratch, line.length / 2 + 2, struct str) };
	struct str word;

	while (str_next(&line, ' ', &word))
		if (!str_is_empty(word))
			words.at[words.count++] = word;
	return words;
}

/* Words of one kind that follow each other are one piece: they stand side by side in their clause, with one blank between. */
static void
add_word(struct pieces *to, enum piece_kind kind, struct str word)
{
	struct piece *last = to->count > 0 ? &to->at[to->count - 1] : NULL;

	if (last != NULL && last->kind == kind)
		last->words.length = (size_t)(word.at + word.length - last->words.at);
	else
		to->at[to->count++] = (struct piece){ kind, word };
}

static struct pieces
kept(struct comparing *c, const struct pieces *pieces)
{
	struct pieces copy = { ARENA_MANY(c->arena, pieces->count + 1, struct piece), pieces->count };

	if (pieces->count > 0)
		memcpy(copy.at, pieces->at, pieces->count * sizeof(*copy.at));
	return copy;
}

static struct pieces
pieces_of(struct comparing *c, const struct str_list *was, const struct str_list *now)
{
	struct pieces pieces = { ARENA_MANY(c->scratch, was->count + now->count + 1, struct piece), 0 };
	struct table t = table_of(c->scratch, was, now);
	size_t i = 0, k = 0;

	while (i < was->count || k < now->count) {
		if (i < was->count && k < now->count && str_equal(was->at[i], now->at[k])) {
			add_word(&pieces, PIECE_SAME, now->at[k++]);
			i++;
		} else if (k == now->count || (i < was->count && *cell(&t, i + 1, k) >= *cell(&t, i, k + 1))) {
			add_word(&pieces, PIECE_GONE, was->at[i++]);
		} else {
			add_word(&pieces, PIECE_NEW, now->at[k++]);
		}
	}
	return kept(c, &pieces);
}

static struct pieces
whole(struct comparing *c, struct str was, struct str now)
{
	struct pieces pieces = { ARENA_MANY(c->arena, 2, struct piece), 0 };

	if (!str_is_empty(was))
		pieces.at[pieces.count++] = (struct piece){ PIECE_GONE, was };
	if (!str_is_empty(now))
		pieces.at[pieces.count++] = (struct piece){ PIECE_NEW, now };
	return pieces;
}

/* --- clauses --- */

static void
add(struct comparing *c, const struct clause *was, const struct clause *now)
{
	struct rewording *to = &c->out->at[c->out->count++];
	struct str_list before, after;

	*to = (struct rewording){ .number = now != NULL ? now->number : was->number, .is_new = was == NULL, .is_gone = now == NULL };
	if (was == NULL || now == NULL) {
		to->pieces = whole(c, was == NULL ? S("") : was->words, now == NULL ? S("") : now->words);
		return;
	}
	before = words_of(c->scratch, was->words);
	after = words_of(c->scratch, now->words);
	to->pieces = can_afford(c, &before, &after) ? pieces_of(c, &before, &after) : whole(c, was->words, now->words);
	arena_reset(c->scratch);
}

/* Of their words enough are the same to call the one the other, changed; by their numbers where words cannot be compared any more. */
static bool
are_kin(struct comparing *c, const struct clause *a, const struct clause *b)
{
	struct str_list one = words_of(c->scratch, a->words), other = words_of(c->scratch, b->words);
	size_t most = one.count > other.count ? one.count : other.count;
	bool is_kin = str_equal(a->number, b->number);

	if (can_afford(c, &one, &other)) {
		struct table t = table_of(c->scratch, &one, &other);

		is_kin = (size_t)*cell(&t, 0, 0) * 100 >= most * KIN_PERCENT;
	}
	arena_reset(c->scratch);
	return a->is_heading == b->is_heading && is_kin;
}

/* Between two clauses that stayed: what was there and what is there now, in order. */
static void
compare_gap(struct comparing *c, size_t was, size_t was_end, size_t now, size_t now_end)
{
	for (; was < was_end; was++) {
		size_t kin = now;

		while (kin < now_end && !are_kin(c, &c->before->at[was], &c->after->at[kin]))
			kin++;
		if (kin == now_end) {
			add(c, &c->before->at[was], NULL);
			continue;
		}
		for (; now < kin; now++)
			add(c, NULL, &c->after->at[now]);
		add(c, &c->before->at[was], &c->after->at[now++]);
	}
	for (; now < now_end; now++)
		add(c, NULL, &c->after->at[now]);
}

static struct str_list
texts_of(struct arena *arena, const struct clauses *clauses)
{
	struct str_list texts = { ARENA_MANY(arena, clauses->count + 1, struct str), clauses->count };

	check(clauses->count <= CLAUSES_TABLE);
	for (size_t i = 0; i < clauses->count; i++)
		texts.at[i] = clauses->at[i].words;
	return texts;
}

static void
compare_clauses(struct comparing *c, struct arena *table_arena)
{
	struct str_list a = texts_of(table_arena, c->before), b = texts_of(table_arena, c->after);
	struct table t = table_of(table_arena, &a, &b);
	size_t i = 0, k = 0, was = 0, now = 0;

	while (i < a.count && k < b.count) {
		if (str_equal(a.at[i], b.at[k])) {
			compare_gap(c, was, i, now, k);
			was = ++i;
			now = ++k;
		} else if (*cell(&t, i + 1, k) >= *cell(&t, i, k + 1)) {
			i++;
		} else {
			k++;
		}
	}
	compare_gap(c, was, a.count, now, b.count);
}

struct rewordings
wording_compare(struct arena *arena, const struct clauses *before, const struct clauses *after)
{
	struct rewordings out = { .at = ARENA_MANY(arena, before->count + after->count + 1, struct rewording) };
	struct comparing c = { .arena = arena, .before = before, .after = after, .out = &out, .cells_left = CELLS_MOST };
	struct arena *table_arena;

	arena_open(SCRATCH, &c.scratch);
	arena_open(SCRATCH, &table_arena);
	compare_clauses(&c, table_arena);
	arena_close(&table_arena);
	arena_close(&c.scratch);
	return out;
}
