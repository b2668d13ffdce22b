/* Files in and out: what the command line and other rooms may ask. */
#ifndef EXCHANGE_EXCHANGE_H
#define EXCHANGE_EXCHANGE_H

#include "access/visit.h"
#include "formats/complaints.h"

/* Where the bytes of a file come from; *got is less than size only at its end. */
struct import_bytes {
	void *self;
	enum outcome (*read)(void *self, char *at, size_t size, size_t *got);
};

struct import_wish {
	enum import_kind kind;
	struct str columns;           /* "Header=field, #2=field": what the headers do not say by themselves; may be empty */
	struct cohort_id round;       /* of applications: none if there is one alone, */
	struct str side;              /* … "mentor" or "mentee"; empty: a column says it, or the round has one side alone */
	bool has_receipts;            /* … and whether each applicant is written to */
	int64_t rows_most;            /* more are a problem; 0: as many as there are */
};

enum { IMPORT_UNUSED_MOST = 20 };

struct import_result {
	struct complaints problems;   /* line and column (of the field, from 1) of each; with one of them nothing counts */
	int64_t rows;                 /* records that were read, the header apart */
	int64_t people, members, mentors, requests, applications;    /* made: people new to the server, members and mentors new to the programme, … */
	int64_t changed;              /* applications that have other answers now */
	int64_t same;                 /* rows that changed nothing */
	int64_t left;                 /* rows of applications that are decided, or that their applicants wrote here */
	struct cohort_id round;       /* of applications: where they went */
	struct str unused[IMPORT_UNUSED_MOST];    /* columns of the file that nothing takes */
	size_t unused_count;
};

/* Takes a file of people, mentors, requests or applications into v->programme, in the turn that is open. BAD_INPUT with problems: the caller takes
 * everything back. Whoever is there already stays as they are, so that the same file again changes nothing; nobody is written to unless has_receipts,
 * and no row gives a role that volunteering would not give (TRUST T23). Memory does not grow with the file. The result lives as long as the arena. */
enum outcome import_file(struct visit *, struct arena *keep, const struct import_wish *, const struct import_bytes *, struct import_result *out);

/* "118 people, 118 members, 3 mentors new; 4 rows changed nothing" */
struct str import_summary(struct arena *, const struct import_result *);

/* The job: a file that was brought to the page and not applied is forgotten after a day. Subject: the import. */
enum outcome import_forget_due(struct visit *, int64_t subject);

/* --- tables out (export.c) --- */

enum { EXPORT_TABLES = 40, EXPORT_COLUMNS = 220 };

struct export_table {
	struct str name, words;       /* "members"; what it holds */
	struct str columns[EXPORT_COLUMNS];
	size_t column_count;
	bool is_moment[EXPORT_COLUMNS], is_number[EXPORT_COLUMNS];
};
size_t export_table_count(void);
struct export_table export_table(size_t place);
/* The same with the columns that v->programme itself gives it: the questions of its applications. Words live as long as the arena. */
enum outcome export_head(struct visit *, struct arena *, size_t place, struct export_table *out);
/* False if there is no table by that name. */
bool export_table_find(struct str name, size_t *place);

/* Takes each row; its cells live for the call. What it answers ends the table if it is not OK. */
struct export_sink {
	void *self;
	enum outcome (*row)(void *self, size_t count, const struct str *cells);
};
/* All rows of v->programme, some at a time: memory does not grow with them. */
enum outcome export_rows(struct visit *, size_t table, const struct export_sink *);

#endif
