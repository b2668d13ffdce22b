/* Everything about somebody as one file, for programs (JSON) or to be read (HTML). Only the person and the operator get it. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "conduct/conduct.h"
#include "formats/json.h"
#include "formats/when.h"
#include "privacy/pages.h"
#include "privacy/privacy.h"
#include "privacy/store_hold.h"
#include "privacy/views.h"

enum { ROWS_MOST = 5000, FIELDS_MOST = 24, OWN_REPORT_FIELDS = 4, MARK = 0x1f };

/* A line of a statement into the fields of its part; moments become words. */
static struct held_row
row_of(struct arena *arena, struct str names, struct str line)
{
	struct held_row row = { .fields = { .at = ARENA_MANY(arena, FIELDS_MOST, struct held_field) } };
	struct str name, value;
	int64_t us;

	while (row.fields.count < FIELDS_MOST && str_next(&names, ' ', &name)) {
		value = S("");
		(void)str_next(&line, MARK, &value);
		if (str_starts(name, S("@")) && str_whole(value, &us))
			value = when_iso(arena, (struct moment){ us });
		row.fields.at[row.fields.count++] = (struct held_field){ str_starts(name, S("@")) ? str_skip(name, 1) : name, value };
	}
	return row;
}

#define PART(called, words_, names) \
	static enum outcome \
	find_##called(struct visit *v, struct person_id person, struct held_part *part) \
	{ \
		static const char mark[] = { MARK, '\0' }; \
		struct hold_##called##_rows rows; \
		TRY(hold_##called(v->db, v->arena, person, str_from(mark), ROWS_MOST, &rows)); \
		*part = (struct held_part){ .name = S(#called), .words = S(words_), .rows = { .at = ARENA_MANY(v->arena, rows.count + 1, struct held_row) } }; \
		for (size_t i = 0; i < rows.count; i++) \
			part->rows.at[part->rows.count++] = row_of(v->arena, S(names), rows.at[i].line); \
		return OK; \
	}
#include "privacy/parts.def"
#undef PART

/* Reports stand sealed and are found by nobody's name: whoever wrote one with their name gets their own words of it, and nobody else's. */
static enum outcome
find_reports(struct visit *v, struct person_id person, struct held_part *part)
{
	struct own_reports own;

	TRY(reports_by(v, person, &own));
	*part = (struct held_part){ .name = S("reports"), .words = S("reports that I wrote with my name"), .rows = { .at = ARENA_MANY(v->arena, own.count + 1, struct held_row) } };
	for (size_t i = 0; i < own.count; i++) {
		struct held_field *at = ARENA_MANY(v->arena, OWN_REPORT_FIELDS, struct held_field);

		at[0] = (struct held_field){ S("programme"), own.at[i].programme };
		at[1] = (struct held_field){ S("what"), own.at[i].what };
		at[2] = (struct held_field){ S("about"), own.at[i].about };
		at[3] = (struct held_field){ S("sent"), when_iso(v->arena, own.at[i].made_at) };
		part->rows.at[part->rows.count++] = (struct held_row){ .fields = { at, OWN_REPORT_FIELDS } };
	}
	return OK;
}

static void
print_fields(struct buf *out, const struct held_fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		buf_add(out, i > 0 ? S(",") : S("{"));
		json_quote(out, fields->at[i].name);
		buf_char(out, ':');
		json_quote(out, fields->at[i].value);
	}
	buf_char(out, '}');
}

static void
print_json(struct buf *out, const struct held_view *view)
{
	for (size_t i = 0; i < view->parts.count; i++) {
		const struct held_part *part = &view->parts.at[i];

		buf_add(out, i > 0 ? S(",\n") : S("{\n"));
		json_quote(out, part->name);
		buf_add(out, S(":["));
		for (size_t k = 0; k < part->rows.count; k++) {
			buf_add(out, k > 0 ? S(",\n") : S("\n"));
			print_fields(out, &part->rows.at[k].fields);
		}
		buf_char(out, ']');
	}
	buf_add(out, S("\n}\n"));
}

enum outcome
hold_print(struct visit *v, struct person_id person, enum hold_format format, struct buf *out)
{
	static enum outcome (*const finds[])(struct visit *, struct person_id, struct held_part *) = {
#define PART(called, words, names) find_##called,
#include "privacy/parts.def"
#undef PART
		find_reports,
	};
	struct held_part parts[ARRAY_LENGTH(finds)];
	struct held_view view = { .parts = { parts, ARRAY_LENGTH(finds) } };
	struct page page = { .arena = v->arena, .out = out, .now = v->now };

	for (size_t i = 0; i < ARRAY_LENGTH(finds); i++)
		TRY(finds[i](v, person, &parts[i]));
	if (format == HOLD_JSON)
		print_json(out, &view);
	else
		page_held(&page, &view);
	return out->is_overflown ? TOO_LARGE : OK;
}
