/* Writes the C of a room: row structs and functions that read like hand-written ones. */
#include <string.h>

#include "gen.h"

enum { FEW = 4 };    /* more parameters than this travel in a struct */

static void
print_type(FILE *f, const struct type *type)
{
	switch (type->kind) {
	case KIND_WHOLE:
		fputs("int64_t ", f);
		break;
	case KIND_TEXT:
	case KIND_BYTES:
		fputs("struct str ", f);
		break;
	case KIND_MOMENT:
		fputs("struct moment ", f);
		break;
	case KIND_BOOL:
		fputs("bool ", f);
		break;
	case KIND_ID:
		fprintf(f, "struct %.*s_id ", STR_FORMAT(type->name));
		break;
	case KIND_ENUM:
		fprintf(f, "enum %.*s ", STR_FORMAT(type->name));
		break;
	}
}

static void
print_field(FILE *f, const struct field *field, const char *end)
{
	print_type(f, &field->type);
	fprintf(f, "%.*s%s", STR_FORMAT(field->name), end);
}

static bool
has_values(const struct statement *s)
{
	return s->parameter_count > FEW;
}

static bool
gives_rows(const struct statement *s)
{
	return s->act == ACT_ONE || s->act == ACT_LIST || s->act == ACT_TAKE;
}

static void
print_prototype(FILE *f, const struct statement *s)
{
	fprintf(f, "%.*s(struct db *db", STR_FORMAT(s->name));
	if (gives_rows(s))
		fputs(", struct arena *arena", f);
	if (has_values(s))
		fprintf(f, ", const struct %.*s_values *v", STR_FORMAT(s->name));
	else
		for (size_t i = 0; i < s->parameter_count; i++) {
			fputs(", ", f);
			print_field(f, &s->parameters[i], "");
		}
	if (s->act == ACT_LIST)
		fprintf(f, ", struct %.*s_rows *out", STR_FORMAT(s->name));
	else if (gives_rows(s))
		fprintf(f, ", struct %.*s_row *out", STR_FORMAT(s->name));
	else if (s->act == ACT_CHANGE)
		fputs(", int64_t *changed", f);
	fputs(")", f);
}

static void
print_structs(FILE *f, const struct statement *s)
{
	if (has_values(s)) {
		fprintf(f, "struct %.*s_values {\n", STR_FORMAT(s->name));
		for (size_t i = 0; i < s->parameter_count; i++) {
			fputc('\t', f);
			print_field(f, &s->parameters[i], ";\n");
		}
		fputs("};\n", f);
	}
	if (!gives_rows(s))
		return;
	fprintf(f, "struct %.*s_row {\n", STR_FORMAT(s->name));
	for (size_t i = 0; i < s->result_count; i++) {
		fputc('\t', f);
		print_field(f, &s->results[i], ";\n");
	}
	fputs("};\n", f);
	if (s->act == ACT_LIST)
		fprintf(f, "struct %.*s_rows {\n\tstruct %.*s_row *at;\n\tsize_t count;\n};\n", STR_FORMAT(s->name), STR_FORMAT(s->name));
}

static void
print_bind(FILE *f, const struct statement *s, const struct field *p)
{
	const char *from = has_values(s) ? "v->" : "";
	const char *whole = p->type.is_nullable ? "sql_whole_or_null" : "sql_whole";
	const char *text = p->type.is_nullable ? "sql_text_or_null" : "sql_text";

	switch (p->type.kind) {
	case KIND_WHOLE:
		fprintf(f, "\t\t%s(%s%.*s),\n", whole, from, STR_FORMAT(p->name));
		break;
	case KIND_BOOL:
		fprintf(f, "\t\tsql_whole(%s%.*s),\n", from, STR_FORMAT(p->name));
		break;
	case KIND_TEXT:
		fprintf(f, "\t\t%s(%s%.*s),\n", text, from, STR_FORMAT(p->name));
		break;
	case KIND_BYTES:
		fprintf(f, "\t\t%s(%s%.*s),\n", p->type.is_nullable ? "sql_bytes_or_null" : "sql_bytes", from, STR_FORMAT(p->name));
		break;
	case KIND_MOMENT:
		fprintf(f, "\t\t%s(%s%.*s.us),\n", whole, from, STR_FORMAT(p->name));
		break;
	case KIND_ID:
		fprintf(f, "\t\t%s(%s%.*s.value),\n", whole, from, STR_FORMAT(p->name));
		break;
	case KIND_ENUM:
		fprintf(f, "\t\t%s(%.*s_name(%s%.*s)),\n", text, STR_FORMAT(p->type.name), from, STR_FORMAT(p->name));
		break;
	}
}

static void
print_get(FILE *f, const struct field *r, size_t index)
{
	fprintf(f, "\tout->%.*s", STR_FORMAT(r->name));
	switch (r->type.kind) {
	case KIND_WHOLE:
		fprintf(f, " = sql_get_whole(q, %zu);\n", index);
		break;
	case KIND_BOOL:
		fprintf(f, " = sql_get_whole(q, %zu) != 0;\n", index);
		break;
	case KIND_TEXT:
		fprintf(f, " = sql_get_text(q, arena, %zu);\n", index);
		break;
	case KIND_BYTES:
		fprintf(f, " = sql_get_bytes(q, arena, %zu);\n", index);
		break;
	case KIND_MOMENT:
		fprintf(f, ".us = sql_get_whole(q, %zu);\n", index);
		break;
	case KIND_ID:
		fprintf(f, ".value = sql_get_whole(q, %zu);\n", index);
		break;
	case KIND_ENUM:
		fprintf(f, " = %.*s_of(sql_get_text(q, arena, %zu));\n", STR_FORMAT(r->type.name), index);
		break;
	}
}

static void
print_reader(FILE *f, const struct statement *s)
{
	bool needs_arena = false;

	for (size_t i = 0; i < s->result_count; i++) {
		enum kind kind = s->results[i].type.kind;

		needs_arena = needs_arena || kind == KIND_TEXT || kind == KIND_BYTES || kind == KIND_ENUM;
	}
	fprintf(f, "static void\n%.*s_read(const struct sql_query *q, struct arena *arena, struct %.*s_row *out)\n{\n",
	    STR_FORMAT(s->name), STR_FORMAT(s->name));
	if (!needs_arena)
		fputs("\t(void)arena;\n", f);
	for (size_t i = 0; i < s->result_count; i++)
		print_get(f, &s->results[i], i);
	fputs("}\n\n", f);
}

static char
type_letter(enum kind kind)
{
	if (kind == KIND_BYTES)
		return 'b';
	return kind == KIND_TEXT || kind == KIND_ENUM ? 't' : 'w';
}

static void
print_statement(FILE *f, const struct statement *s, unsigned slot)
{
	fprintf(f, "const struct sql_statement %.*s_sql = {\n\t.name = \"%.*s\",\n\t.slot = %u,\n\t.parameter_count = %zu,\n\t.types = \"",
	    STR_FORMAT(s->name), STR_FORMAT(s->name), slot, s->parameter_count);
	for (size_t i = 0; i < s->parameter_count; i++)
		fputc(type_letter(s->parameters[i].type.kind), f);
	fprintf(f, "\",\n\t.is_write = %s,\n%s\t.for_sqlite =\n", s->act == ACT_ONE || s->act == ACT_LIST ? "false" : "true",
	    s->is_memo ? "\t.is_memo = true,\n" : "");
	print_string(f, s->sqlite);
	fputs(",\n\t.for_postgres =\n", f);
	print_string(f, s->postgres);
	fputs(",\n};\n\n", f);
}

static void
print_run(FILE *f, const struct statement *s)
{
	const char *values = s->parameter_count > 0 ? "values" : "NULL";

	if (s->act == ACT_ADD) {
		fprintf(f, "\treturn sql_run(db, &%.*s_sql, %zu, %s, NULL);\n", STR_FORMAT(s->name), s->parameter_count, values);
	} else if (s->act == ACT_CHANGE) {
		fprintf(f, "\treturn sql_run(db, &%.*s_sql, %zu, %s, changed);\n", STR_FORMAT(s->name), s->parameter_count, values);
	} else if (s->act == ACT_LIST) {
		fprintf(f, "\tstruct sql_query q;\n\tenum outcome said;\n\tsize_t size = 0;\n\n\tout->at = NULL;\n\tout->count = 0;\n"
		    "\tTRY(sql_query(db, &%.*s_sql, %zu, %s, &q));\n", STR_FORMAT(s->name), s->parameter_count, values);
		fprintf(f, "\twhile ((said = sql_row(&q)) == OK) {\n"
		    "\t\tout->at = sql_rows_grow(arena, out->at, out->count, &size, sizeof(out->at[0]));\n"
		    "\t\t%.*s_read(&q, arena, &out->at[out->count++]);\n\t}\n"
		    "\tsql_done(&q);\n\treturn said == NOT_FOUND ? OK : said;\n", STR_FORMAT(s->name));
	} else {
		fprintf(f, "\tstruct sql_query q;\n\tenum outcome said;\n\n\t*out = (struct %.*s_row){ 0 };\n"
		    "\tTRY(sql_query(db, &%.*s_sql, %zu, %s, &q));\n", STR_FORMAT(s->name), STR_FORMAT(s->name), s->parameter_count, values);
		fprintf(f, "\tsaid = sql_row(&q);\n\tif (said == OK)\n\t\t%.*s_read(&q, arena, out);\n\tsql_done(&q);\n\treturn said;\n",
		    STR_FORMAT(s->name));
	}
}

static void
print_function(FILE *f, const struct statement *s)
{
	fputs("enum outcome\n", f);
	print_prototype(f, s);
	fputs("\n{\n", f);
	if (s->parameter_count > 0) {
		fputs("\tconst struct sql_value values[] = {\n", f);
		for (size_t i = 0; i < s->parameter_count; i++)
			print_bind(f, s, &s->parameters[i]);
		fputs("\t};\n", f);
	}
	print_run(f, s);
	fputs("}\n\n", f);
}

static void
print_header(FILE *f, const struct room *room)
{
	fprintf(f, "/* Made by sql-gen from %.*s/%.*s.sql. */\n", STR_FORMAT(room->folder), STR_FORMAT(room->base));
	fputs("#ifndef ", f);
	print_upper(f, room->folder);
	fputc('_', f);
	print_upper(f, room->base);
	fputs("_H\n#define ", f);
	print_upper(f, room->folder);
	fputc('_', f);
	print_upper(f, room->base);
	fputs("_H\n\n#include \"base/schema_types.h\"\n#include \"sql/sql.h\"\n\n", f);
	for (size_t i = 0; i < room->count; i++) {
		const struct statement *s = &room->statements[i];

		print_structs(f, s);
		fprintf(f, "extern const struct sql_statement %.*s_sql;\nenum outcome ", STR_FORMAT(s->name));
		print_prototype(f, s);
		fputs(";\n\n", f);
	}
	fputs("#endif\n", f);
}

void
print_room(struct arena *arena, const char *out, const struct room *room, unsigned first_slot)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof(path), "%.*s/%.*s.h", STR_FORMAT(room->folder), STR_FORMAT(room->base));
	f = gen_open(arena, out, path);
	print_header(f, room);
	gen_close(f);
	snprintf(path, sizeof(path), "%.*s/%.*s.c", STR_FORMAT(room->folder), STR_FORMAT(room->base));
	f = gen_open(arena, out, path);
	fprintf(f, "/* Made by sql-gen from %.*s/%.*s.sql. */\n#include \"%.*s/%.*s.h\"\n\n#include \"base/arena.h\"\n\n",
	    STR_FORMAT(room->folder), STR_FORMAT(room->base), STR_FORMAT(room->folder), STR_FORMAT(room->base));
	for (size_t i = 0; i < room->count; i++) {
		print_statement(f, &room->statements[i], first_slot + (unsigned)i);
		if (gives_rows(&room->statements[i]))
			print_reader(f, &room->statements[i]);
		print_function(f, &room->statements[i]);
	}
	gen_close(f);
}
