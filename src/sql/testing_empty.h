/* An empty database in a file, as the migrations leave it. They take half a second, so a program of tests runs them once and copies the file. */
#ifndef SQL_TESTING_EMPTY_H
#define SQL_TESTING_EMPTY_H

#include <stdio.h>
#include <stdlib.h>

#include "base/check.h"
#include "sql/sql.h"

struct test_empty {
	char *bytes;
	size_t length;
};

static inline void
test_empty_make(const char *path, struct test_empty *out)
{
	struct db *db;
	FILE *file;

	check(sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = path }, &db) == OK && sql_migrate(db, (struct moment){ 1000 }) == OK);
	sql_close(&db);
	file = fopen(path, "rb");
	check(file != NULL && fseek(file, 0, SEEK_END) == 0);
	out->length = (size_t)ftell(file);
	out->bytes = malloc(out->length);
	rewind(file);
	check(out->bytes != NULL && fread(out->bytes, 1, out->length, file) == out->length);
	fclose(file);
}

/* Nothing is at path yet. What is kept lives as long as the program. */
static inline void
test_empty_database(const char *path)
{
	static struct test_empty empty;
	FILE *file;

	if (empty.bytes == NULL) {
		test_empty_make(path, &empty);
		return;
	}
	file = fopen(path, "wb");
	check(file != NULL && fwrite(empty.bytes, 1, empty.length, file) == empty.length);
	fclose(file);
}

#endif
