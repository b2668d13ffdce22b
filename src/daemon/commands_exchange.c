/* mentord import csv, export csv, export xlsx: tables of others in, our tables out, by the operator. */
#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "exchange/exchange.h"
#include "formats/csv.h"
#include "formats/id.h"
#include "formats/json.h"
#include "formats/xlsx.h"
#include "programmes/programmes.h"
#include "system/stream.h"

enum { LINE_BYTES = 4000, ROW_BYTES = 256 << 10, BOOK_BYTES = 64 << 20, BOOK_ARENA = 3 * BOOK_BYTES };

static int
knows_no_programme(struct call *call)
{
	struct str slug = call_option(call, S("programme"));

	fprintf(stderr, "mentord: there is no programme \"%.*s\" here; look it up with mentord programme list\n", STR_FORMAT(slug));
	return EXIT_NOT_FOUND;
}

/* The programme that --programme names. */
static enum outcome
enter(struct visit *v, struct call *call, bool *is_unknown)
{
	struct programme_of_slug_row row;
	enum outcome said = programme_of_slug(v->db, v->arena, call_option(call, S("programme")), &row);

	*is_unknown = said == NOT_FOUND;
	TRY(said);
	return programme_enter(v, row.id);
}

struct import_order {
	struct call *call;
	struct stream stream;
	struct import_wish wish;
	struct import_result result;
	bool is_unknown;              /* no programme by that name */
};

static enum outcome
read_part(void *self, char *at, size_t size, size_t *got)
{
	struct import_order *order = self;

	return stream_read(&order->stream, at, size, got);
}

static enum outcome
take(struct visit *v, void *self)
{
	struct import_order *order = self;
	struct import_bytes bytes = { order, read_part };

	TRY(enter(v, order->call, &order->is_unknown));
	return import_file(v, order->call->arena, &order->wish, &bytes, &order->result);
}

/* The very same, taken back: what would be refused is told as it would be. */
static enum outcome
try_it(struct visit *v, void *self)
{
	TRY(sql_part(v->db));
	TRY(take(v, self));
	return sql_part_undo(v->db);
}

static bool
read_wish(struct import_order *order)
{
	struct str as = call_option(order->call, S("as"));

	order->wish.columns = call_option(order->call, S("columns"));
	order->wish.side = call_option(order->call, S("side"));
	order->wish.has_receipts = call_ticks(order->call, S("receipts"));
	if (!import_kind_read(as, &order->wish.kind)) {
		fputs("mentord: --as is people, mentors, requests or applications\n", stderr);
		return false;
	}
	if (!str_is_empty(call_option(order->call, S("round"))) && !id_read(call_option(order->call, S("round")), &order->wish.round.value)) {
		fputs("mentord: --round is the id of a round, as mentord round list shows it\n", stderr);
		return false;
	}
	if (str_is_empty(call_option(order->call, S("programme")))) {
		fputs("mentord: into which programme? Say --programme SLUG\n", stderr);
		return false;
	}
	return true;
}

static void
print_problem(const struct import_order *order, const struct complaint *problem)
{
	struct buf line = buf_new(order->call->arena, LINE_BYTES);

	buf_format(&line, "{\"line\":%ld,\"column\":%ld,\"words\":", problem->at.line, problem->at.column);
	json_quote(&line, problem->words);
	fprintf(stderr, "%.*s}\n", STR_FORMAT(buf_str(&line)));
}

static int
complain(struct import_order *order)
{
	struct complaints *problems = &order->result.problems;
	struct str words = complaints_print(problems, order->call->words[0]);    /* puts them in order, too */

	if (!call_ticks(order->call, S("json")))
		fprintf(stderr, "%.*s", STR_FORMAT(words));
	for (size_t i = 0; call_ticks(order->call, S("json")) && i < problems->count; i++)
		print_problem(order, &problems->at[i]);
	call_notes(order->call, "mentord: nothing is imported: %zu problem%s in %lld row%s\n", problems->count + problems->left_out,
	    problems->count + problems->left_out == 1 ? "" : "s", (long long)order->result.rows, order->result.rows == 1 ? "" : "s");
	return EXIT_BAD_INPUT;
}

static void
print_counts(const struct import_order *order, bool is_trial)
{
	const struct import_result *r = &order->result;

	printf("{\"rows\":%lld,\"people\":%lld,\"members\":%lld,\"mentors\":%lld,\"requests\":%lld,\"applications\":%lld,"
	       "\"changed\":%lld,\"same\":%lld,\"left\":%lld,\"is_trial\":%s}\n", (long long)r->rows,
	    (long long)r->people, (long long)r->members, (long long)r->mentors, (long long)r->requests, (long long)r->applications, (long long)r->changed,
	    (long long)r->same, (long long)r->left, is_trial ? "true" : "false");
}

static int
tell(struct import_order *order, bool is_trial)
{
	struct str summary = import_summary(order->call->arena, &order->result);

	for (size_t i = 0; i < order->result.unused_count; i++)
		call_notes(order->call, "mentord: nothing takes the column \"%.*s\"\n", STR_FORMAT(order->result.unused[i]));
	if (call_ticks(order->call, S("json")))
		print_counts(order, is_trial);
	else if (!order->call->is_quiet)
		printf("%s%.*s\n", is_trial ? "would be: " : "", STR_FORMAT(summary));
	return EXIT_DONE;
}

static int
run(struct import_order *order, bool is_trial)
{
	enum outcome said;
	int code = call_acts(order->call, is_trial ? try_it : take, order, &said);

	if (code != EXIT_DONE)
		return code;
	if (order->is_unknown)
		return knows_no_programme(order->call);
	if (order->result.problems.count > 0)
		return complain(order);
	return said == OK ? tell(order, is_trial) : call_fail("nothing is imported", said);
}

int
run_import_csv(struct call *call)
{
	struct import_order *order = ARENA_NEW(call->arena, struct import_order);
	int code;

	*order = (struct import_order){ .call = call };
	if (!read_wish(order))
		return EXIT_USAGE;
	if (stream_open(str_c(call->arena, call->words[0]), &order->stream) != OK) {
		fprintf(stderr, "mentord: the file \"%.*s\" cannot be read\n", STR_FORMAT(call->words[0]));
		return EXIT_CANNOT_REACH;
	}
	code = run(order, call_ticks(call, S("dry-run")));
	stream_close(&order->stream);
	return code;
}

/* --- out --- */

struct export_order {
	struct call *call;
	size_t tables[EXPORT_TABLES], count;
	bool is_unknown;              /* no programme by that name */
	struct buf line;              /* CSV */
	bool is_plain;
	struct arena *arena;          /* a workbook's */
	struct buf book;
	struct xlsx *xlsx;
	const bool *is_number;        /* of the table under way */
	bool is_too_large;
};

/* Line by line to the terminal or a file of the shell's: nothing grows. */
static enum outcome
print_row(void *self, size_t count, const struct str *cells)
{
	struct export_order *order = self;

	order->line.length = 0;
	if (order->is_plain)
		csv_row_plain(&order->line, count, cells);
	else
		csv_row(&order->line, count, cells);
	if (order->line.is_overflown)
		return TOO_LARGE;
	return fwrite(order->line.at, 1, order->line.length, stdout) == order->line.length ? OK : FILE_FAILED;
}

static enum outcome
add_row(void *self, size_t count, const struct str *cells)
{
	struct export_order *order = self;

	xlsx_row(order->xlsx, count, cells, order->is_number);
	return order->book.is_overflown ? TOO_LARGE : OK;
}

static enum outcome
give_table(struct visit *v, struct export_order *order, size_t place, enum outcome (*row)(void *, size_t, const struct str *))
{
	struct export_table table;
	struct export_sink sink = { order, row };

	TRY(export_head(v, order->call->arena, place, &table));
	order->is_number = table.is_number;
	TRY(event_say(v, S("exported-table"), &(struct event_facts){ .detail = table.name }));
	TRY(row(order, table.column_count, table.columns));
	return export_rows(v, place, &sink);
}

static enum outcome
print_table(struct visit *v, void *self)
{
	struct export_order *order = self;

	TRY(enter(v, order->call, &order->is_unknown));
	return give_table(v, order, order->tables[0], print_row);
}

static enum outcome
add_sheets(struct visit *v, struct export_order *order)
{
	TRY(enter(v, order->call, &order->is_unknown));
	for (size_t i = 0; i < order->count; i++) {
		xlsx_sheet(order->xlsx);
		TRY(give_table(v, order, order->tables[i], add_row));
	}
	return OK;
}

/* Whatever came of it, the workbook is closed: what it took is given back. */
static enum outcome
make_book(struct visit *v, void *self)
{
	struct export_order *order = self;
	struct str names[EXPORT_TABLES];
	enum outcome said, ended;

	for (size_t i = 0; i < order->count; i++)
		names[i] = export_table(order->tables[i]).name;
	order->xlsx = xlsx_open(order->arena, &order->book, order->count, names);
	said = add_sheets(v, order);
	ended = xlsx_close(order->xlsx);
	order->is_too_large = said == TOO_LARGE || (said == OK && ended == TOO_LARGE);
	return said == OK ? ended : said;
}

static int
says_tables(struct str name)
{
	fprintf(stderr, "mentord: there is no table \"%.*s\"; there are:\n", STR_FORMAT(name));
	for (size_t i = 0; i < export_table_count(); i++) {
		struct export_table table = export_table(i);

		fprintf(stderr, "  %-16.*s %.*s\n", STR_FORMAT(table.name), STR_FORMAT(table.words));
	}
	return EXIT_USAGE;
}

int
run_export_csv(struct call *call)
{
	struct export_order order = { .call = call, .line = buf_new(call->arena, ROW_BYTES), .is_plain = call_ticks(call, S("plain")) };
	enum outcome said;
	int code;

	if (!export_table_find(call->words[0], &order.tables[0]))
		return says_tables(call->words[0]);
	code = call_acts(call, print_table, &order, &said);
	if (code != EXIT_DONE)
		return code;
	if (order.is_unknown)
		return knows_no_programme(call);
	return said == OK ? EXIT_DONE : call_fail("the table is not whole", said);
}

/* Those that are named, each once, or all. */
static int
choose_tables(struct export_order *order)
{
	const struct call *call = order->call;
	bool is_chosen[EXPORT_TABLES] = { false };
	size_t place;

	for (size_t i = 0; i < call->word_count; i++) {
		if (!export_table_find(call->words[i], &place))
			return says_tables(call->words[i]);
		if (!is_chosen[place])
			order->tables[order->count++] = place;
		is_chosen[place] = true;
	}
	for (place = 0; call->word_count == 0 && place < export_table_count(); place++)
		order->tables[order->count++] = place;
	return EXIT_DONE;
}

static int
print_book(const struct export_order *order, enum outcome said)
{
	struct str book = buf_str(&order->book);

	if (order->is_unknown)
		return knows_no_programme(order->call);
	if (order->is_too_large) {
		fprintf(stderr, "mentord: the workbook is not made: a sheet holds %d rows, a workbook %d MiB; take the longest tables as CSV\n", XLSX_ROWS, BOOK_BYTES >> 20);
		return EXIT_BAD_INPUT;
	}
	if (said == OK && fwrite(book.at, 1, book.length, stdout) != book.length)
		said = FILE_FAILED;
	return said == OK ? EXIT_DONE : call_fail("the workbook is not made", said);
}

/* Whole or not at all: a part of a workbook opens nowhere. */
int
run_export_xlsx(struct call *call)
{
	struct export_order order = { .call = call };
	enum outcome said;
	int code = choose_tables(&order);

	if (code != EXIT_DONE)
		return code;
	if (isatty(STDOUT_FILENO)) {
		fputs("mentord: a workbook is nothing to read on a screen; say where it goes: mentord export xlsx … > tables.xlsx\n", stderr);
		return EXIT_USAGE;
	}
	arena_open(BOOK_ARENA, &order.arena);
	order.book = buf_new(order.arena, BOOK_BYTES);
	code = call_acts(call, make_book, &order, &said);
	if (code == EXIT_DONE)
		code = print_book(&order, said);
	arena_close(&order.arena);
	return code;
}
