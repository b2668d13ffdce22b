/* Headings of a file to fields of a form. */
#include "exchange/columns.h"

#include "base/arena.h"
#include "base/check.h"
#include "exchange/form.h"
#include "exchange/cells.h"
#include "formats/complaints.h"
#include "formats/text.h"

enum { SHOWN_CHARACTERS = 60 };

enum column_kind { PERSON, REQUEST };

static const struct column {
	enum column_kind kind;
	struct str field;
	const char *headings;
} columns[] = {
#define COLUMN(kind, field, headings) { kind, S_STATIC(field), headings },
#include "exchange/columns.def"
#undef COLUMN
};

const struct form *
import_form(enum import_kind kind)
{
	return kind == IMPORT_KIND_REQUESTS ? &import_request_form : &import_person_form;
}

static size_t
field_called(const struct form *form, struct str name)
{
	for (size_t i = 0; i < form->count; i++)
		if (str_equal(form->fields[i].name, name))
			return i;
	return form->count;
}

struct reading {
	struct arena *arena;
	const struct csv_record *header;
	struct str keys[CSV_CELLS];
	struct complaints *complaints;
	struct import_map *map;
};

static size_t
column_called(const struct reading *r, struct str heading)
{
	struct str key = exchange_header_key(r->arena, heading);

	for (size_t i = 0; i < r->header->count; i++)
		if (!str_is_empty(key) && str_equal(r->keys[i], key))
			return i;
	return r->header->count;
}

static bool
is_taken(const struct import_map *map, size_t column)
{
	for (size_t i = 0; i < map->form->count; i++)
		if (map->place[i] == column + 1)
			return true;
	return false;
}

/* "Header=field" */
static void
take_wish(struct reading *r, struct str pair)
{
	size_t equals = str_find(pair, '='), column, field;
	struct str heading = str_trim(str_head(pair, equals)), name = str_trim(str_skip(pair, equals + 1));
	struct place at = { (long)r->header->line, 1 };

	column = column_called(r, heading);
	field = field_called(r->map->form, name);
	heading = text_head(heading, SHOWN_CHARACTERS);
	name = text_head(name, SHOWN_CHARACTERS);
	if (equals == pair.length)
		complaints_add(r->complaints, at, "\"%.*s\" names no field: write Heading=field", STR_FORMAT(heading));
	else if (column == r->header->count)
		complaints_add(r->complaints, at, "no column is headed \"%.*s\"", STR_FORMAT(heading));
	else if (field == r->map->form->count)
		complaints_add(r->complaints, at, "\"%.*s\" is no field of this kind of file", STR_FORMAT(name));
	else if (r->map->place[field] != 0)
		complaints_add(r->complaints, at, "\"%.*s\" is named twice", STR_FORMAT(name));
	else
		r->map->place[field] = column + 1;
}

static void
take_headings(struct reading *r, const struct column *column)
{
	struct str rest = str_from(column->headings), heading;
	size_t field = field_called(r->map->form, column->field);

	check(field < r->map->form->count);
	while (r->map->place[field] == 0 && str_next(&rest, '|', &heading)) {
		size_t place = column_called(r, heading);

		if (place < r->header->count && !is_taken(r->map, place))
			r->map->place[field] = place + 1;
	}
}

static void
judge(struct reading *r)
{
	struct place at = { (long)r->header->line, 1 };

	for (size_t i = 0; i < r->header->count; i++)
		for (size_t k = 0; k < i; k++)
			if (!str_is_empty(r->keys[i]) && str_equal(r->keys[i], r->keys[k]) && is_taken(r->map, k)) {
				struct str shown = text_head(r->header->cells[i], SHOWN_CHARACTERS);

				complaints_add(r->complaints, (struct place){ at.line, (long)i + 1 }, "two columns are headed \"%.*s\"", STR_FORMAT(shown));
			}
	for (size_t i = 0; i < r->map->form->count; i++)
		if (r->map->form->fields[i].is_required && r->map->place[i] == 0)
			complaints_add(r->complaints, at, "no column is headed like \"%.*s\"; name it with Heading=%.*s", STR_FORMAT(r->map->form->fields[i].name),
			    STR_FORMAT(r->map->form->fields[i].name));
	for (size_t i = 0; i < r->header->count; i++)
		if (!is_taken(r->map, i) && !str_is_empty(r->header->cells[i]))
			r->map->unused[r->map->unused_count++] = str_copy(r->arena, text_head(r->header->cells[i], SHOWN_CHARACTERS));
}

void
import_map_read(struct arena *arena, const struct import_wish *wish, const struct csv_record *header, struct complaints *complaints, struct import_map *out)
{
	struct reading r = { .arena = arena, .header = header, .complaints = complaints, .map = out };
	enum column_kind of = wish->kind == IMPORT_KIND_REQUESTS ? REQUEST : PERSON;
	struct str named = wish->columns, pair;

	*out = (struct import_map){ .form = import_form(wish->kind), .width = header->count };
	check(out->form->count <= IMPORT_FIELDS);
	for (size_t i = 0; i < header->count; i++)
		r.keys[i] = exchange_header_key(arena, header->cells[i]);
	while (str_next(&named, ',', &pair))
		if (!str_is_empty(str_trim(pair)))
			take_wish(&r, pair);
	for (size_t i = 0; i < ARRAY_LENGTH(columns); i++)
		if (columns[i].kind == of)
			take_headings(&r, &columns[i]);
	judge(&r);
}
