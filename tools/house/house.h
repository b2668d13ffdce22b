/* What lint, sizes and arrows share: the sources as a list of files, each with what a compiler would see of it. */
#ifndef HOUSE_H
#define HOUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/str.h"

/* All views have the length of text and its line breaks; what does not belong to a view is blank there. */
struct file {
	const char *path;
	struct str text;
	char *code;        /* C alone: without comments and what stands between quotes */
	char *plain;       /* as code, without preprocessor lines */
	char *comments;    /* what stands in comments */
	size_t lines;
	bool is_c;         /* .c, .h or .def */
	bool is_test;      /* under tests/, test_*.c, or testing_*.h that those share */
};

struct tree {
	struct arena *arena;
	struct file *at;
	size_t count, size;
};

struct function {
	struct str name;
	size_t line, lines, parameters, complexity;
	bool is_callback;    /* returns a library's type, so the library says how many parameters it has */
};

struct functions {
	struct function *at;
	size_t count, size;
};

/* Every file under the folder, sorted by path, without what is generated, fetched or a case of a golden test. */
void tree_read(struct tree *, const char *folder);
bool file_in(const struct file *, const char *folder);
bool file_ends(const struct file *, const char *end);
struct str file_name(const struct file *);
size_t line_of(const struct file *, size_t position);
/* The whole file, or an empty text with at = NULL. */
struct str read_whole(struct arena *, const char *path);

void views_make(struct arena *, struct file *);
bool is_word(char c);
/* The word that starts at or ends before a position; empty when there is none. */
struct str word_from(const char *code, size_t length, size_t position);
struct str word_before(const char *code, size_t position);

/* The literal that begins at *position or later: adjacent literals as one text. False at the end of the file. */
bool literal_next(struct arena *, const struct file *, size_t *position, struct str *text, size_t *line);
/* The path of the next #include "…" at or after *position. */
bool include_next(const struct file *, size_t *position, struct str *path, size_t *line, bool *is_foreign);

void functions_read(struct arena *, const struct file *, struct functions *);

/* Prints "path:line: …" and counts; line 0 is left out. */
void complain(const char *path, size_t line, const char *format, ...) __attribute__((format(printf, 3, 4)));
size_t complaints(void);

void lint_text(const struct tree *);
void lint_code(const struct tree *);
void lint_tree(const struct tree *);
void sizes(const struct tree *, bool is_quiet);

/* Who includes whom, folder by folder. */
struct edge {
	struct str from, to;
};

struct edges {
	struct edge *at;
	size_t count, size;
};

enum { FLOORS = 11 };
extern const struct floor {
	const char *name;
	int rank;
} floors[FLOORS];

void arrows_check(const struct tree *, struct edges *);
/* The folder of a source as the map names it: "sql", "features/requests". */
struct str folder_of(struct str path);
/* The map as text, and ARCHITECTURE.md with it; without is_writing an outdated map is a complaint. */
void map(const struct tree *, const struct edges *, bool is_writing);

#endif
