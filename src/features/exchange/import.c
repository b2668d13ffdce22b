/* A file, record by record: read as a form, then made into what it stands for. Who is there already is never changed. */
#include "exchange/import.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "exchange/window.h"
#include "formats/text.h"
#include "system/random.h"

enum { ROW_ARENA = 16 << 20, SHOWN_CHARACTERS = 60, SUMMARY_BYTES = 400, NEXT_US = 2000, ROWS_DRAWN = 256 };

static size_t
column_of(const struct import *m, const char *field)
{
	size_t slot = import_slot_named(&m->map.slots, str_from(field));

	return slot < m->map.slots.count ? m->map.slots.at[slot].place : 0;
}

bool
import_has(const struct import *m, const char *field)
{
	return column_of(m, field) > 0;
}

void
import_says(struct import *m, const char *field, const char *words)
{
	size_t column = column_of(m, field);

	complaints_add(&m->out->problems, (struct place){ (long)m->record.line, column > 0 ? (long)column : 1 }, "%s: %s", field, words);
}

void
import_refuses(struct import *m, const char *field, struct str value, const char *words)
{
	size_t column = column_of(m, field);
	struct str shown = text_head(value, SHOWN_CHARACTERS);

	complaints_add(&m->out->problems, (struct place){ (long)m->record.line, column > 0 ? (long)column : 1 }, "%s: \"%.*s\" %s", field, STR_FORMAT(shown), words);
}

void
import_refuses_at(struct import *m, size_t slot, struct str value, const char *words)
{
	const struct import_slot *is = &m->map.slots.at[slot];
	struct str shown = text_head(value, SHOWN_CHARACTERS);
	struct place at = { (long)m->record.line, is->place > 0 ? (long)is->place : 1 };

	if (str_is_empty(value))
		complaints_add(&m->out->problems, at, "%.*s: %s", STR_FORMAT(is->name), words);
	else
		complaints_add(&m->out->problems, at, "%.*s: \"%.*s\" %s", STR_FORMAT(is->name), STR_FORMAT(shown), words);
}

static size_t
count_of(const struct import *m)
{
	return m->out->problems.count + m->out->problems.left_out;
}

bool
import_has_complained(const struct import *m, size_t before)
{
	return count_of(m) > before;
}

static const char *
fault_words(enum csv_fault fault)
{
	static const char *const words[] = {
		[CSV_FINE] = "",
		[CSV_NO_TEXT] = "this line is not UTF-8, or holds a zero byte; save the file as CSV UTF-8",
		[CSV_STRAY_QUOTE] = "a quote stands where none may; inside a quoted field it is written twice",
		[CSV_OPEN_QUOTE] = "the quote that opens here is never closed",
		[CSV_TOO_LONG] = "this record is longer than 1 MiB; perhaps a quote is never closed",
		[CSV_TOO_WIDE] = "more than 64 fields",
	};

	return words[fault];
}

static void
says_whole(struct import *m, const char *words)
{
	complaints_add(&m->out->problems, (struct place){ (long)m->record.line, 1 }, "%s", words);
}

/* A row of commas alone, as programs for tables leave them behind. */
static bool
is_blank(const struct csv_record *record)
{
	for (size_t i = 0; i < record->count; i++)
		if (!str_is_empty(str_trim(record->cells[i])))
			return false;
	return true;
}

/* False if the record cannot be read as a row. */
static bool
is_a_row(struct import *m)
{
	if (m->record.fault != CSV_FINE)
		says_whole(m, fault_words(m->record.fault));
	else if (m->record.count != m->map.width)
		complaints_add(&m->out->problems, (struct place){ (long)m->record.line, 1 }, "%zu fields where the header has %zu", m->record.count, m->map.width);
	return m->record.fault == CSV_FINE && m->record.count == m->map.width;
}

/* The record through its form; what complains there complains here, by line and column. False if anything does. */
static bool
is_read(struct import *m)
{
	const struct form *form = import_form(m->kind);
	struct pair pairs[IMPORT_FIELDS];
	struct pairs sent = { .at = pairs };
	size_t before = count_of(m);

	for (size_t i = 0; i < form->count; i++) {
		const struct import_slot *slot = &m->map.slots.at[i];

		if (slot->place == 0)
			continue;
		pairs[sent.count] = (struct pair){ slot->name, m->record.cells[slot->place - 1] };
		if (pairs[sent.count].value.length > IMPORT_CELL_BYTES) {
			import_says(m, slot->name.at, "this field is far too long");
			return false;
		}
		sent.count++;
	}
	(void)form_read(m->v->arena, form, NULL, &sent, &m->row);
	for (size_t i = 0; i < m->row->count; i++) {
		const struct value *value = &m->row->at[i];

		if (!str_is_empty(value->complaint))
			import_refuses(m, value->field->name.at, value->text, str_c(m->v->arena, value->complaint));
	}
	return !import_has_complained(m, before);
}

/* So many ids of one moment leave little to draw from: from here on they follow each other, in a millisecond that is nobody's. */
static void
run_on(struct visit *v)
{
	int64_t above = random_id(v->random, moment_plus(v->now, NEXT_US));

	v->newest_id = v->newest_id > above ? v->newest_id : above;
}

static enum outcome
take_row(struct import *m, int64_t rows_most)
{
	if (m->record.fault == CSV_FINE && is_blank(&m->record))
		return OK;
	m->out->rows++;
	if (rows_most > 0 && m->out->rows > rows_most) {
		if (m->out->rows == rows_most + 1)
			complaints_add(&m->out->problems, (struct place){ (long)m->record.line, 1 }, "more than %lld rows; take larger files with mentord import csv",
			    (long long)rows_most);
		return OK;
	}
	if (!is_a_row(m) || !is_read(m))
		return OK;
	if (m->out->rows == ROWS_DRAWN)
		run_on(m->v);
	switch (m->kind) {
	case IMPORT_KIND_REQUESTS:
		return import_request_row(m);
	case IMPORT_KIND_APPLICATIONS:
		return import_application_row(m);
	default:
		return import_person_row(m);
	}
}

static enum outcome
read_header(struct import *m, struct window *window, struct arena *keep, const struct import_wish *wish)
{
	enum outcome said = window_next(window, keep, &m->record);

	if (said == NOT_FOUND) {
		m->record.line = 1;
		says_whole(m, "the file is empty");
		return BAD_INPUT;
	}
	TRY(said);
	if (m->record.fault != CSV_FINE) {
		says_whole(m, fault_words(m->record.fault));
		return BAD_INPUT;
	}
	import_map_read(keep, wish->columns, &m->record, &m->out->problems, &m->map);
	m->out->unused_count = m->map.unused_count < IMPORT_UNUSED_MOST ? m->map.unused_count : IMPORT_UNUSED_MOST;
	memcpy(m->out->unused, m->map.unused, m->out->unused_count * sizeof(*m->out->unused));
	return count_of(m) > 0 ? BAD_INPUT : OK;
}

static enum outcome
read_rows(struct import *m, struct window *window, struct arena *row, int64_t rows_most)
{
	enum outcome said;

	while ((said = window_next(window, row, &m->record)) == OK) {
		TRY(take_row(m, rows_most));
		arena_reset(row);
	}
	if (said != NOT_FOUND)
		return said;
	if (m->out->rows == 0)
		says_whole(m, "the file has a header and no rows");
	return count_of(m) > 0 ? BAD_INPUT : OK;
}

/* One event for the file; its rows stand where they are found by it. */
static enum outcome
tell(struct visit *v, struct arena *keep, const struct import_result *out)
{
	if (out->people + out->members + out->mentors + out->requests + out->applications + out->changed == 0)
		return OK;
	return event_say(v, S("imported"), &(struct event_facts){ .detail = import_summary(keep, out) });
}

/* Whatever this file makes has an id above all that is there, so that it is known from what was there before. Also where the clock stands still:
 * the next millisecond but one is nobody's then. */
static enum outcome
begin(struct visit *v, int64_t *before)
{
	struct import_newest_row row;
	int64_t above;

	TRY(import_newest(v->db, v->arena, &row));
	*before = row.id.value;
	if (*before == 0)
		return OK;
	above = random_id(v->random, moment_plus(random_id_made_at(*before), NEXT_US));
	v->newest_id = v->newest_id > above ? v->newest_id : above;
	return OK;
}

/* What its columns may be. */
static enum outcome
find_slots(struct import *m, struct arena *work, const struct import_wish *wish)
{
	if (m->kind != IMPORT_KIND_APPLICATIONS) {
		import_slots_fixed(work, m->kind, &m->map.slots);
		import_headings_fixed(&m->map.slots, m->kind);
		return OK;
	}
	m->round = ARENA_NEW(work, struct import_round);
	TRY(import_round_find(m->v, work, wish, &m->out->problems, m->round));
	m->map.slots = m->round->slots;
	m->out->round = m->round->cohort;
	return count_of(m) > 0 ? BAD_INPUT : OK;
}

static enum outcome
read_file(struct import *m, const struct import_wish *wish, const struct import_bytes *bytes, struct arena *keep)
{
	struct visit *v = m->v;
	struct arena *own = v->arena, *row, *work;
	struct window window;
	enum outcome said;

	arena_open(ROW_ARENA, &row);
	arena_open(ARENA_IMPORT, &work);
	said = find_slots(m, work, wish);
	said = said == OK ? window_open(work, bytes, &window) : said;
	said = said == OK ? read_header(m, &window, keep, wish) : said;
	v->arena = row;
	said = said == OK ? read_rows(m, &window, row, wish->rows_most) : said;
	v->arena = own;
	arena_close(&row);
	arena_close(&work);
	return said;
}

enum outcome
import_file(struct visit *v, struct arena *keep, const struct import_wish *wish, const struct import_bytes *bytes, struct import_result *out)
{
	struct import *m = ARENA_NEW(keep, struct import);
	int64_t before;

	*out = (struct import_result){ .problems = complaints_new(keep) };
	TRY(begin(v, &before));
	*m = (struct import){ .v = v, .out = out, .kind = wish->kind, .before = before };
	TRY(person_blocks_wait(v, &m->has_blocks));
	TRY(read_file(m, wish, bytes, keep));
	return tell(v, keep, out);
}

enum outcome
import_columns(struct visit *v, const struct import_wish *wish, struct str content, struct csv_record *header, struct import_map *out)
{
	struct import_result *ignored = ARENA_NEW(v->arena, struct import_result);
	struct import m = { .v = v, .out = ignored, .kind = wish->kind };
	struct csv_source source = csv_source(content);
	enum outcome said;

	*ignored = (struct import_result){ .problems = complaints_new(v->arena) };
	said = find_slots(&m, v->arena, wish);
	if (said != OK)
		return said == BAD_INPUT ? NOT_FOUND : said;
	if (!csv_next(&source, v->arena, header) || header->fault != CSV_FINE)
		return NOT_FOUND;
	*out = m.map;
	import_map_read(v->arena, wish->columns, header, &ignored->problems, out);
	return OK;
}

static void
add_part(struct buf *out, int64_t count, const char *one, const char *many)
{
	if (count > 0)
		buf_format(out, "%s%lld %s", out->length > 0 ? ", " : "", (long long)count, count == 1 ? one : many);
}

struct str
import_summary(struct arena *arena, const struct import_result *result)
{
	struct buf out = buf_new(arena, SUMMARY_BYTES);

	add_part(&out, result->people, "person", "people");
	add_part(&out, result->members, "member", "members");
	add_part(&out, result->mentors, "mentor", "mentors");
	add_part(&out, result->requests, "request", "requests");
	add_part(&out, result->applications, "application", "applications");
	if (out.length > 0)
		buf_add(&out, S(" new"));
	else if (result->changed == 0)
		buf_add(&out, S("nothing new"));
	add_part(&out, result->changed, "application changed", "applications changed");
	if (result->same > 0)
		buf_format(&out, "; %lld %s nothing", (long long)result->same, result->same == 1 ? "row changes" : "rows change");
	if (result->left > 0)
		buf_format(&out, "; %lld %s alone that is decided, or that its applicant wrote here", (long long)result->left,
		    result->left == 1 ? "row leaves an application" : "rows each leave an application");
	return buf_str(&out);
}
