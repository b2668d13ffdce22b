/* Tables out, row by row. */
#include "base/arena.h"
#include "base/check.h"
#include "exchange/answers.h"
#include "exchange/exchange.h"
#include "exchange/store_export.h"
#include "formats/when.h"
#include "programmes/programmes.h"

enum { ROWS_AT_ONCE = 200, MARK = 0x1f, STEP_ARENA = 16 << 20 };

static const struct {
	struct str name, words;
	const char *columns;
} tables[] = {
#define EXPORT(name, table, words, columns) { S_STATIC(#name), S_STATIC(words), columns },
#include "exchange/exports.def"
#undef EXPORT
};

size_t
export_table_count(void)
{
	return ARRAY_LENGTH(tables);
}

struct export_table
export_table(size_t place)
{
	struct export_table table = { .name = tables[place].name, .words = tables[place].words };
	struct str rest = str_from(tables[place].columns), column;

	while (table.column_count < EXPORT_COLUMNS && str_next(&rest, ' ', &column)) {
		bool is_moment = str_starts(column, S("@")), is_number = str_starts(column, S("#"));

		table.is_moment[table.column_count] = is_moment;
		table.is_number[table.column_count] = is_number;
		table.columns[table.column_count] = is_moment || is_number ? str_skip(column, 1) : column;
		table.column_count++;
	}
	return table;
}

bool
export_table_find(struct str name, size_t *place)
{
	for (*place = 0; *place < ARRAY_LENGTH(tables); (*place)++)
		if (str_equal(tables[*place].name, name))
			return true;
	return false;
}

/* Only applications and surveys have answers. */
static bool
has_answers(size_t place, enum answered *of)
{
	bool are_surveys = str_equal(tables[place].name, S("surveys"));

	*of = are_surveys ? ANSWERED_SURVEYS : ANSWERED_APPLICATIONS;
	return are_surveys || str_equal(tables[place].name, S("applications"));
}

enum outcome
export_head(struct visit *v, struct arena *arena, size_t place, struct export_table *out)
{
	struct answer_columns columns;
	enum answered of;

	*out = export_table(place);
	if (!has_answers(place, &of))
		return OK;
	TRY(answer_columns_find(v, arena, of, &columns));
	for (size_t i = 0; i < columns.count; i++)
		out->columns[out->column_count++] = columns.headings[i];
	return OK;
}

struct exporting {
	struct visit *v;
	struct arena *arena;          /* of some rows */
	const struct export_table *table;
	const struct export_sink *sink;
	const struct answer_columns *answers;    /* NULL: a table that has none */
	int64_t after;
};

static enum outcome
give(struct exporting *e, int64_t id, struct str line)
{
	struct str cells[EXPORT_COLUMNS];
	int64_t us;

	for (size_t i = 0; i < e->table->column_count; i++) {
		cells[i] = S("");
		(void)str_next(&line, MARK, &cells[i]);
		if (e->table->is_moment[i] && str_whole(cells[i], &us))
			cells[i] = when_iso(e->arena, (struct moment){ us });
	}
	if (e->answers == NULL)
		return e->sink->row(e->sink->self, e->table->column_count, cells);
	TRY(answer_columns_fill(e->v, e->arena, e->answers, id, cells + e->table->column_count));
	return e->sink->row(e->sink->self, e->table->column_count + e->answers->count, cells);
}

#define EXPORT(called, of, words, columns) \
	static enum outcome \
	step_##called(struct exporting *e, size_t *count) \
	{ \
		static const char mark[] = { MARK, '\0' }; \
		struct export_##called##_rows rows; \
		TRY(export_##called(e->v->db, e->arena, e->v->programme->id, (struct of##_id){ e->after }, str_from(mark), ROWS_AT_ONCE, &rows)); \
		for (size_t i = 0; i < rows.count; i++) { \
			TRY(give(e, rows.at[i].id.value, rows.at[i].line)); \
			e->after = rows.at[i].id.value; \
		} \
		*count = rows.count; \
		return OK; \
	}
#include "exchange/exports.def"
#undef EXPORT

enum outcome
export_rows(struct visit *v, size_t place, const struct export_sink *sink)
{
	static enum outcome (*const steps[])(struct exporting *, size_t *) = {
#define EXPORT(called, of, words, columns) step_##called,
#include "exchange/exports.def"
#undef EXPORT
	};
	struct export_table table = export_table(place);
	struct exporting e = { .v = v, .table = &table, .sink = sink };
	struct answer_columns answers;
	struct arena *head;
	enum outcome said = OK;
	size_t count = ROWS_AT_ONCE;
	enum answered of;

	arena_open(STEP_ARENA, &head);
	arena_open(STEP_ARENA, &e.arena);
	if (has_answers(place, &of)) {
		said = answer_columns_find(v, head, of, &answers);
		e.answers = &answers;
	}
	while (said == OK && count == ROWS_AT_ONCE) {
		arena_reset(e.arena);
		said = steps[place](&e, &count);
	}
	arena_close(&e.arena);
	arena_close(&head);
	return said;
}
