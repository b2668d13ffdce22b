/* One CSV file whose columns are known by name (MATCHING.md 9.1, 9.4). */
#ifndef MATCHING_SHEET_H
#define MATCHING_SHEET_H

#include "formats/csv.h"
#include "matching/matching.h"

enum { SHEET_COLUMNS = 14 };

struct sheet {
	struct arena *arena;
	const struct matching_file *file;
	enum matching_kind kind;
	struct matching_problems *problems;
	const struct str *columns;    /* their names */
	size_t column_count;
	size_t place[SHEET_COLUMNS];  /* of each in a record, from 1; 0: not there */
	size_t width;                 /* of the header */
	struct csv_source source;
	struct csv_record record;
};

/* Reads the header; optional: how many of the last columns may be missing. False if records cannot be read then; the problems say why. */
bool sheet_open(struct sheet *, size_t optional);

/* The next record that has as many fields as the header; others are problems. */
bool sheet_next(struct sheet *);

/* What stands there; nothing where the column is missing. */
struct str sheet_cell(const struct sheet *, size_t column);

/* A problem with that column in the present record; or at another line. */
void sheet_says(struct sheet *, size_t column, struct str words);
void sheet_says_at(struct sheet *, size_t line, size_t column, struct str words);
/* The same about the whole record, or the file. */
void sheet_says_whole(struct sheet *, size_t line, struct str field, struct str words);

/* "VALUE" and words: the quoted value of the cell first. */
void sheet_refuses(struct sheet *, size_t column, struct str value, struct str words);

/* An upper bound of the records that the file still has. */
size_t sheet_lines_left(const struct sheet *);

/* A whole number in decimal from least to most; what else stands there is a problem, and false. */
bool sheet_whole(struct sheet *, size_t column, struct str cell, const int64_t range[2], int64_t *out);

/* A row's person on that side; unknown ids and those of the other side are problems, and false. */
bool sheet_person(struct sheet *, const struct matching_input *, size_t column, bool is_mentor, uint32_t *place);

#endif
