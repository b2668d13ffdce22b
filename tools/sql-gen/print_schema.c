/* Writes what comes from the schema alone: ids and enums, the catalogue, the migrations for both engines. */
#include <stdint.h>

#include "gen.h"

void
print_string(FILE *f, struct str text)
{
	struct str line;

	fputs("\t    \"", f);
	while (str_next(&text, '\n', &line)) {
		for (size_t i = 0; i < line.length; i++) {
			if (line.at[i] == '"' || line.at[i] == '\\')
				fputc('\\', f);
			if (line.at[i] == '\t')
				fputs("\\t", f);
			else
				fputc(line.at[i], f);
		}
		if (text.at != NULL)
			fputs("\\n\"\n\t    \"", f);
	}
	fputc('"', f);
}

void
print_upper(FILE *f, struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		char c = name.at[i];

		fputc(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c == '-' ? '_' : c, f);
	}
}

static void
print_enum_name(FILE *f, const struct column *c, struct str word)
{
	print_upper(f, c->type.name);
	fputc('_', f);
	print_upper(f, word);
}

static void
print_enum(FILE *f, const struct column *c)
{
	fprintf(f, "enum %.*s {\n\t", STR_FORMAT(c->type.name));
	print_enum_name(f, c, S("none"));
	for (size_t i = 0; i < c->word_count; i++) {
		fputs(",\n\t", f);
		print_enum_name(f, c, c->words[i]);
	}
	fputs(",\n\t", f);
	print_enum_name(f, c, S("count"));
	fprintf(f, "\n};\nstruct str %.*s_name(enum %.*s);\nbool %.*s_read(struct str word, enum %.*s *out);\n", STR_FORMAT(c->type.name),
	    STR_FORMAT(c->type.name), STR_FORMAT(c->type.name), STR_FORMAT(c->type.name));
	fprintf(f, "enum %.*s %.*s_of(struct str word);    /* none for any other word */\n\n", STR_FORMAT(c->type.name), STR_FORMAT(c->type.name));
}

static void
print_enum_code(FILE *f, const struct column *c)
{
	const struct str n = c->type.name;

	fprintf(f, "static const struct str %.*s_words[] = {\n\tS_STATIC(\"\"),\n", STR_FORMAT(n));
	for (size_t i = 0; i < c->word_count; i++)
		fprintf(f, "\tS_STATIC(\"%.*s\"),\n", STR_FORMAT(c->words[i]));
	fprintf(f, "};\n\nstruct str\n%.*s_name(enum %.*s value)\n{\n\tcheck((unsigned)value < ARRAY_LENGTH(%.*s_words));\n"
	    "\treturn %.*s_words[value];\n}\n\n", STR_FORMAT(n), STR_FORMAT(n), STR_FORMAT(n), STR_FORMAT(n));
	fprintf(f, "enum %.*s\n%.*s_of(struct str word)\n{\n\tfor (unsigned i = 1; i < ARRAY_LENGTH(%.*s_words); i++)\n"
	    "\t\tif (str_equal(%.*s_words[i], word))\n\t\t\treturn (enum %.*s)i;\n", STR_FORMAT(n), STR_FORMAT(n), STR_FORMAT(n),
	    STR_FORMAT(n), STR_FORMAT(n));
	fputs("\treturn ", f);
	print_enum_name(f, c, S("none"));
	fprintf(f, ";\n}\n\nbool\n%.*s_read(struct str word, enum %.*s *out)\n{\n\t*out = %.*s_of(word);\n\treturn *out != ",
	    STR_FORMAT(n), STR_FORMAT(n), STR_FORMAT(n));
	print_enum_name(f, c, S("none"));
	fputs(";\n}\n\n", f);
}

void
print_types(struct arena *arena, const char *out, const struct schema *schema)
{
	FILE *h = gen_open(arena, out, "base/schema_types.h"), *c = gen_open(arena, out, "base/schema_types.c");

	fputs("/* Made by sql-gen from the schema: an id type a table, an enum a column of fixed words. */\n"
	    "#ifndef BASE_SCHEMA_TYPES_H\n#define BASE_SCHEMA_TYPES_H\n\n#include <stdbool.h>\n#include <stdint.h>\n\n"
	    "#include \"base/str.h\"\n\n", h);
	fputs("/* Made by sql-gen from the schema. */\n#include \"base/schema_types.h\"\n\n#include \"base/check.h\"\n\n", c);
	for (size_t i = 0; i < schema->count; i++) {
		const struct table *t = &schema->tables[i];

		if (t->has_id)
			fprintf(h, "struct %.*s_id {\n\tint64_t value;\n};\n"
			    "static inline bool\n%.*s_id_is_none(struct %.*s_id id)\n{\n\treturn id.value == 0;\n}\n"
			    "static inline bool\n%.*s_id_equal(struct %.*s_id a, struct %.*s_id b)\n{\n\treturn a.value == b.value;\n}\n\n",
			    STR_FORMAT(t->name), STR_FORMAT(t->name), STR_FORMAT(t->name), STR_FORMAT(t->name), STR_FORMAT(t->name),
			    STR_FORMAT(t->name));
		for (size_t k = 0; k < t->count; k++)
			if (t->columns[k].type.kind == KIND_ENUM) {
				print_enum(h, &t->columns[k]);
				print_enum_code(c, &t->columns[k]);
			}
	}
	fputs("#endif\n", h);
	gen_close(h);
	gen_close(c);
}

void
print_catalogue(struct arena *arena, const char *out, const struct schema *schema, const struct room *rooms, size_t count)
{
	FILE *c = gen_open(arena, out, "sql/catalogue.c");
	size_t statements = 0;

	fputs("/* Made by sql-gen: every statement, and every column with its privacy class. */\n#include \"sql/catalogue.h\"\n\n", c);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < rooms[i].count; k++)
			fprintf(c, "extern const struct sql_statement %.*s_sql;\n", STR_FORMAT(rooms[i].statements[k].name));
	fputs("\nconst struct sql_statement *const sql_catalogue[] = {\n", c);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < rooms[i].count; k++, statements++)
			fprintf(c, "\t&%.*s_sql,\n", STR_FORMAT(rooms[i].statements[k].name));
	fprintf(c, "\t0,\n};\nconst size_t sql_catalogue_count = %zu;\n\nconst struct sql_column sql_columns[] = {\n", statements);
	for (size_t i = 0; i < schema->count; i++)
		for (size_t k = 0; k < schema->tables[i].count; k++)
			fprintf(c, "\t{ \"%.*s\", \"%.*s\", \"%.*s\" },\n", STR_FORMAT(schema->tables[i].name),
			    STR_FORMAT(schema->tables[i].columns[k].name), STR_FORMAT(schema->tables[i].columns[k].class));
	fputs("\t{ 0, 0, 0 },\n};\n", c);
	gen_close(c);
}

/* FNV-1a: it tells an edited migration from the one that was applied; it keeps nobody out. */
static uint64_t
checksum(struct str text)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < text.length; i++)
		hash = (hash ^ (unsigned char)text.at[i]) * UINT64_C(1099511628211);
	return hash;
}

void
print_migrations(struct arena *arena, const char *out, const struct schema *schema)
{
	FILE *c = gen_open(arena, out, "sql/migrations.c");

	fputs("/* Made by sql-gen from the schema folder. */\n#include \"sql/migrations.h\"\n\nconst struct migration migrations[] = {\n", c);
	for (size_t i = 0; i < schema->migration_count; i++) {
		const struct migration *m = &schema->migrations[i];

		fprintf(c, "\t{\n\t.number = %zu,\n\t.name = \"%.*s\",\n\t.checksum = INT64_C(%lld),\n\t.for_sqlite =\n", i + 1,
		    STR_FORMAT(m->name), (long long)(checksum(m->text) >> 1));
		print_string(c, m->sqlite);
		fputs(",\n\t.for_postgres =\n", c);
		print_string(c, m->postgres);
		fputs(",\n\t},\n", c);
	}
	fprintf(c, "};\nconst size_t migration_count = %zu;\n", schema->migration_count);
	gen_close(c);
}
