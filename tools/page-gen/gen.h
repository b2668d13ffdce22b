/* page-gen compiles the pages of a room to C, and routes.def to URL functions. What its files share: the room
 * and the unit under compilation. Whatever a template must not do ends the run with "file:line: why" and exit 1. */
#ifndef PAGE_GEN_GEN_H
#define PAGE_GEN_GEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lex.h"

enum { VARIABLES_MAX = 24, BLOCKS_MAX = 24, ELEMENTS_MAX = 64, OUT_MAX = 8 << 20 };

struct variable {
	struct str name;
	bool is_pointer;    /* a struct by reference: the first dot is an arrow */
	bool is_used;
};

enum where { IN_TEXT, IN_TAG, IN_VALUE };

/* Where in the HTML the next byte stands. */
struct place {
	enum where where;
	struct str tag;
	struct str attribute;
	char quote;
	bool value_is_empty;    /* nothing of the attribute's value was written yet */
};

enum block_kind { BLOCK_IF, BLOCK_FOR, BLOCK_FORM };

struct block {
	enum block_kind kind;
	size_t at;
	struct place place;
	size_t element_count;
	size_t variable_count;
	struct str rows;                /* of a loop: what it walks, in C */
	bool has_else;
	bool was_blank;                 /* blanks were written just before the block */
	bool ends_blank;                /* so far, every branch ends with blanks */
	bool leaves_value_empty;        /* some branch wrote nothing of the attribute's value */
};

struct element {
	struct str name;
	size_t at;
};

/* What the tag under way has said about itself. */
struct tag_facts {
	struct str type;
	struct str method;
	bool has_type;
	bool has_wordy_value;    /* value="…" holds letters */
};

/* All that is generated for one room. */
struct room {
	struct arena *arena;
	struct str name;
	struct buf head;           /* prototypes */
	struct buf code;           /* functions */
	struct names structs;      /* to be declared in the header */
	struct names functions;
	struct names from;         /* rooms whose parts are used */
	struct names icons;
	struct names allowed_icons;
	struct names posts;        /* handlers of POST routes */
	struct names handlers;     /* of all routes */
	bool checks_icons;
	bool checks_routes;
	bool uses_routes, uses_layout, uses_form, uses_id;
};

/* One page or part under compilation. */
struct unit {
	struct room *room;
	const struct source *source;
	struct arena *arena;
	struct variable variables[VARIABLES_MAX];
	size_t variable_count;
	size_t parameter_count;
	struct block blocks[BLOCKS_MAX];
	size_t block_count;
	struct element elements[ELEMENTS_MAX];
	size_t element_count;
	struct place place;
	struct tag_facts facts;
	struct buf pending;        /* markup waiting to be written as one literal */
	size_t pending_at;
	bool ends_blank;
	bool is_frame, has_content;
	bool has_code;             /* some statement uses page */
	struct str layout;
	size_t c_line;             /* line that the C compiler counts */
	size_t loops;
};

/* expr.c; the rest of it in expr.h */
struct str joined(struct arena *, size_t count, const struct str *parts);
#define JOIN(arena, ...) \
	joined((arena), sizeof((struct str[]){ __VA_ARGS__ }) / sizeof(struct str), (struct str[]){ __VA_ARGS__ })

/* emit.c: C out */
void emit_markup(struct unit *, size_t at, struct str markup);
void emit_flush(struct unit *);
void emit_code(struct unit *, size_t at, struct str line);
struct str c_literal(struct arena *, struct str bytes);
void unit_start(struct unit *, struct str signature, size_t at);
void unit_end(struct unit *, size_t at);

/* scan.c: HTML */
void scan_html(struct unit *, struct cursor *);
void scan_attributes(struct unit *, struct cursor *);    /* of a tag that is already open */

/* policy.c: what HTML of ours must not hold */
bool is_url_attribute(struct str name);
bool is_spoken_attribute(struct str name);
bool is_void_element(struct str name);
void check_attribute(struct unit *, size_t at, struct str name);
void check_tag(struct unit *, size_t at);
void check_words(struct unit *, size_t at, struct str text);

/* block.c: directives; begin and end are the offsets of the braces */
void directive(struct unit *, size_t begin, size_t end);

/* define.c: a file of pages and parts; print.c: the two files of a room */
void compile_source(struct room *, const struct source *);
void room_print(struct room *, const char *out_folder);

/* main.c */
void file_write(struct arena *, const char *folder, struct str name, struct str bytes);

#endif
