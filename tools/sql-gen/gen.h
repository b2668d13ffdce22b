/* What the parts of sql-gen share: the schema and the statements as read, before C is written. */
#ifndef SQL_GEN_GEN_H
#define SQL_GEN_GEN_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/str.h"

struct arena;

enum { MANY = 512, COLUMNS = 64, WORDS = 32, MIGRATIONS = 100 };

enum kind { KIND_WHOLE, KIND_TEXT, KIND_BYTES, KIND_MOMENT, KIND_BOOL, KIND_ID, KIND_ENUM };

/* A C type that a column, parameter or result has. */
struct type {
	enum kind kind;
	bool is_nullable;
	struct str name;              /* table of an id, "table_column" of an enum */
};

struct column {
	struct str name, class;
	struct type type;
	struct str words[WORDS];      /* of an enum, without the empty one */
	size_t word_count;
};

struct table {
	struct str name;
	struct column columns[COLUMNS];
	size_t count;
	bool has_id;
};

struct migration {
	struct str name;              /* "0001_first" */
	struct str text;              /* as written: what the checksum is of */
	struct str sqlite, postgres;
};

struct schema {
	struct table *tables;
	size_t count;
	struct migration migrations[MIGRATIONS];
	size_t migration_count;
	sqlite3 *db;
};

enum act { ACT_ADD, ACT_CHANGE, ACT_ONE, ACT_LIST, ACT_TAKE };

struct field {
	struct str name;
	struct type type;
};

struct statement {
	enum act act;
	struct str name;
	const char *file;
	int line, sql_line;           /* of the head, of the first line of SQL */
	bool is_by_web, is_memo;
	struct field parameters[COLUMNS];
	size_t parameter_count;
	struct field results[COLUMNS];
	size_t result_count;
	struct field typed[COLUMNS];  /* "as name:type" */
	size_t typed_count;
	struct str sqlite, postgres;  /* SQL with $n, the ":type" cut out */
};

struct room {
	struct str folder, base;      /* "requests", "store_ask" */
	struct statement *statements;
	size_t count;
};

/* Ends the run: "file:line: what". */
_Noreturn void refuse(const char *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

struct str read_file(struct arena *, const char *path);
/* The letters, digits and _ that s starts with. */
struct str word_at(struct str s);
/* What stands behind the first mark in s; .at is NULL if there is none. */
struct str after(struct str s, struct str mark);
/* The line without its comment; texts in quotes may hold anything. */
struct str without_comment(struct str line);
/* s with blanks for what stands in quotes, so that positions stay. */
struct str without_texts(struct arena *, struct str s);
/* "unique (…)", "primary key (…)": a line of a table that is no column. */
bool is_table_rule(struct str line);
/* Fills in what each engine runs: paragraphs marked "-- for sqlite:" or "-- for postgres:" go to theirs alone. */
void migration_split(struct arena *, struct migration *);

void schema_read(struct arena *, const char *folder, struct schema *);
const struct column *schema_column(const struct schema *, struct str table, struct str column);
/* "table.column", or whole text moment bool bytes. */
bool schema_type(const struct schema *, struct str written, struct type *out);

void room_read(struct arena *, const struct schema *, const char *path, struct room *);
/* Prepares each statement and gives its results types. */
void room_check(struct arena *, const struct schema *, struct room *);
/* Names are shared by all rooms, as C's are. */
void rooms_check_names(const struct room *, size_t count);

FILE *gen_open(struct arena *, const char *out, const char *path);
void gen_close(FILE *);
void print_string(FILE *, struct str text);
void print_upper(FILE *, struct str name);
void print_types(struct arena *, const char *out, const struct schema *);
void print_room(struct arena *, const char *out, const struct room *, unsigned first_slot);
void print_catalogue(struct arena *, const char *out, const struct schema *, const struct room *, size_t rooms);
void print_migrations(struct arena *, const char *out, const struct schema *);

#endif
