/* The directory, read: a walk along the rarest of what was asked, from a place that differs by reader and day, so that nobody always stands first.
 * It looks at a bounded number of people, however many there are. */
#include "people/directory.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/text.h"
#include "people/rules.h"
#include "programmes/programmes.h"

enum { COUNTED_MOST = 300, BATCH_FIRST = 64, LOOKED_MOST = 2048, NAMES_MOST = 500 };

/* One reading of the list. */
struct walk {
	struct visit *v;
	const struct directory_wish *wish;
	struct str main, others[DIRECTORY_TERMS];    /* terms with the letter of their list */
	struct str low, high, pattern;
	int64_t from, until, batch;
	bool is_wrapped;
	int64_t own_hours;            /* of the visitor's week; 0: not known */
	struct directory_page *out;
};

/* The same for a reader all day, another for another reader (splitmix64's last steps). */
static int64_t
start_of(const struct visit *v)
{
	uint64_t x = (uint64_t)v->who.id.value * UINT64_C(0x9e3779b97f4a7c15) + (uint64_t)(v->now.us / US_PER_DAY);

	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (int64_t)((x ^ (x >> 31)) >> 2) + 1;
}

static struct str
term_of(struct visit *v, const struct directory_wish *wish, struct str what)
{
	return str_join(v->arena, 2, (struct str[]){ wish->is_mentees ? (wish->is_public ? S("E") : S("e")) : (wish->is_public ? S("M") : S("m")), what });
}

/* The walk goes along the rarest; the others are looked up for each whom it meets. */
static enum outcome
choose_main(struct walk *w)
{
	int64_t fewest = INT64_MAX;
	size_t chosen = 0, other = 0;
	struct str terms[DIRECTORY_TERMS];

	for (size_t i = 0; i < w->wish->term_count; i++) {
		struct term_count_row row = { 0 };

		terms[i] = term_of(w->v, w->wish, w->wish->terms[i]);
		if (w->wish->term_count > 1)
			TRY(term_count(w->v->db, w->v->arena, w->v->programme->id, terms[i], COUNTED_MOST, &row));
		if (row.people < fewest) {
			fewest = row.people;
			chosen = i;
		}
	}
	w->main = w->wish->term_count == 0 ? term_of(w->v, w->wish, S("*")) : terms[chosen];
	for (size_t i = 0; i < w->wish->term_count; i++)
		if (i != chosen)
			w->others[other++] = terms[i];
	return OK;
}

/* Everybody with a word of the name that begins so; the filters are looked up for each of them. */
static void
choose_name(struct walk *w)
{
	struct str folded = text_folded(w->v->arena, w->wish->name), rest = folded, word, longest = folded;

	for (size_t most = 0; str_next(&rest, ' ', &word);)
		if (word.length > most) {
			most = word.length;
			longest = word;
		}
	w->low = term_of(w->v, w->wish, str_join(w->v->arena, 2, (struct str[]){ S("w"), str_head(longest, DIRECTORY_TERM_BYTES / 2) }));
	w->high = str_join(w->v->arena, 2, (struct str[]){ w->low, S("\xf4\x8f\xbf\xbf") });
	w->pattern = text_pattern(w->v->arena, w->wish->name);
	w->main = S("");
	for (size_t i = 0; i < w->wish->term_count; i++)
		w->others[i] = term_of(w->v, w->wish, w->wish->terms[i]);
}

static enum outcome
rows_of(const struct walk *w, struct directory_rows_rows *rows)
{
	struct visit *v = w->v;
	bool is_all = w->wish->overlap_hours > 0 || !str_is_empty(w->low);

	return directory_rows(v->db, v->arena, &(struct directory_rows_values){ .programme = v->programme->id, .main = w->main, .from = w->from,
	    .until = w->until, .most = w->batch, .low = w->low, .high = w->high, .pattern = w->pattern, .all = w->others[0], .second = w->others[1],
	    .third = w->others[2], .fourth = w->others[3], .fifth = w->others[4], .is_mentors = !w->wish->is_mentees,
	    .sees_zones = directory_sees_zones(v), .by_zone = w->wish->by_zone, .viewer = v->who.id, .wants_free = w->wish->wants_free,
	    .capacity = v->programme->settings.mentor_capacity, .now = v->now, .limit = is_all ? w->batch : PAGE_ROWS + 1 }, rows);
}

static int64_t
overlap_with(const struct walk *w, const struct directory_rows_row *row)
{
	return person_id_equal(row->id, w->v->who.id) ? -1 : visitor_overlap_of(w->v, w->own_hours, row->hours, row->zone);
}

/* True when the page is full: then it goes on behind its last row. */
static bool
take(struct walk *w, const struct directory_rows_rows *rows)
{
	struct directory_page *out = w->out;

	for (size_t i = 0; i < rows->count; i++) {
		int64_t overlap = overlap_with(w, &rows->at[i]);

		if (overlap < w->wish->overlap_hours && w->wish->overlap_hours > 0)
			continue;
		if (out->count == PAGE_ROWS) {
			out->next = out->at[PAGE_ROWS - 1]->turn;
			return true;
		}
		out->overlap_hours[out->count] = overlap;
		out->at[out->count++] = &rows->at[i];
	}
	return false;
}

/* Where the walk goes on after so many; false at its end. */
static enum outcome
go_on(struct walk *w, bool *is_over)
{
	struct term_walked_row walked;

	TRY(term_walked(w->v->db, w->v->arena, &(struct term_walked_values){ .programme = w->v->programme->id, .term = w->main, .from = w->from,
	    .until = w->until, .most = w->batch }, &walked));
	*is_over = walked.people < w->batch && w->is_wrapped;
	if (walked.people == w->batch) {
		w->from = walked.last;
	} else if (!w->is_wrapped) {
		w->is_wrapped = true;
		w->from = 0;
		w->until = w->out->start;
	}
	return OK;
}

static enum outcome
walk(struct walk *w)
{
	bool is_over = false;

	for (int64_t looked = 0; !is_over; looked += w->batch, w->batch *= 2) {
		struct directory_rows_rows *rows = ARENA_NEW(w->v->arena, struct directory_rows_rows);

		if (looked >= LOOKED_MOST) {
			w->out->next = w->from > 0 ? w->from : 1;    /* 0 is the start */
			w->out->is_cut = true;
			return OK;
		}
		TRY(rows_of(w, rows));
		if (take(w, rows))
			return OK;
		TRY(go_on(w, &is_over));
	}
	return OK;
}

/* A name that begins like that of many: the first page alone, whoever wants another types more of it. */
static enum outcome
read_names(struct walk *w)
{
	struct directory_rows_rows *rows = ARENA_NEW(w->v->arena, struct directory_rows_rows);

	w->batch = NAMES_MOST;
	TRY(rows_of(w, rows));
	w->out->is_cut = take(w, rows) || rows->count == NAMES_MOST;
	w->out->next = 0;
	return OK;
}

enum outcome
directory_read(struct visit *v, const struct directory_wish *wish, struct directory_page *out)
{
	struct walk w = { .v = v, .wish = wish, .out = out, .batch = BATCH_FIRST, .low = S(""), .high = S(""), .pattern = S("") };

	*out = (struct directory_page){ .at = ARENA_MANY(v->arena, PAGE_ROWS, const struct directory_rows_row *),
		.overlap_hours = ARENA_MANY(v->arena, PAGE_ROWS, int64_t), .start = wish->start > 0 ? wish->start : start_of(v) };
	for (size_t i = 0; i < DIRECTORY_TERMS; i++)
		w.others[i] = S("");
	TRY(visitor_week(v, &w.own_hours));
	if (!str_is_empty(wish->name)) {
		choose_name(&w);
		return read_names(&w);
	}
	TRY(choose_main(&w));
	w.is_wrapped = wish->after > 0 && wish->after <= out->start;
	w.from = wish->after > 0 ? wish->after : out->start;
	w.until = w.is_wrapped ? out->start : INT64_MAX;
	return walk(&w);
}

enum outcome
directory_may_be_read(const struct visit *v)
{
	int64_t audience = v->programme->settings.directory_audience;

	if (audience == DIRECTORY_OFF)
		return NOT_FOUND;
	if (audience == DIRECTORY_PUBLIC || visit_may(v, WHO_MEMBER))
		return OK;
	return visit_may(v, WHO_SIGNED_IN) ? FORBIDDEN : SIGN_IN_FIRST;
}

bool
directory_sees_zones(const struct visit *v)
{
	return visit_may(v, WHO_MENTOR | WHO_COORDINATOR);
}

struct str
person_initials(struct arena *arena, struct str own, struct str name)
{
	struct str rest = name, word, first = { 0 }, last = { 0 };

	if (!str_is_empty(own))
		return own;
	while (str_next(&rest, ' ', &word)) {
		if (str_is_empty(word))
			continue;
		if (str_is_empty(first))
			first = word;
		else
			last = word;
	}
	return str_join(arena, 2, (struct str[]){ text_head(first, 1), str_is_empty(last) ? S("") : text_head(last, 1) });
}
