/* What an answer to a program holds, as data: one table serves the printer, the OpenAPI document and the contract check. A printer
 * that writes a name which its shape does not have, twice, with another type, or leaves one out, is our bug. */
#ifndef FORMS_SHAPE_H
#define FORMS_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/str.h"

struct arena;
struct buf;

enum shape_type {
	SHAPE_TEXT,
	SHAPE_WORD,         /* a text out of the words of the table */
	SHAPE_ID,           /* as in addresses */
	SHAPE_WHOLE,
	SHAPE_TICK,         /* true or false */
	SHAPE_MOMENT,       /* "2026-11-24T13:00:00Z" */
	SHAPE_DATE,         /* "2026-11-24" */
	SHAPE_TEXTS,        /* a list of texts */
	SHAPE_OBJECT,       /* another shape */
	SHAPE_LIST,         /* a list of another shape */
	SHAPE_ANSWER        /* an object of the shape that the row answers with */
};

struct shape_field {
	struct str name;
	enum shape_type type;
	bool may_be_null;               /* printed as null when there is none */
	const char *const *words;       /* SHAPE_WORD: ended by NULL */
	const struct shape *of;         /* SHAPE_OBJECT, SHAPE_LIST */
	struct str about;               /* a sentence for readers of the API; empty where the name says it */
};

struct shape {
	struct str name;                /* "Request": of the schema in the OpenAPI document */
	const struct shape_field *fields;
	size_t count;
};

/* The JSON Schema of what is printed, as OpenAPI 3.1 writes it. */
void shape_schema_print(struct buf *, const struct shape *);

enum { SHAPE_FIELDS_MAX = 128, SHAPE_DEPTH = 6 };

/* An answer under construction. */
struct answer {
	struct arena *arena;
	struct buf *out;
	struct {
		const struct shape *shape;
		uint64_t done[SHAPE_FIELDS_MAX / 64];    /* bits of the fields printed */
		size_t printed;
		bool is_list, has_any;
	} level[SHAPE_DEPTH];
	size_t depth;
};

struct answer answer_new(struct arena *, struct buf *out);

/* An object: the whole answer, or the next item of an open list. */
void answer_open(struct answer *, const struct shape *);
/* Ends an object or a list. */
void answer_close(struct answer *);
/* A member that is an object or a list; ended by answer_close(). */
void answer_object(struct answer *, const char *name);
void answer_list(struct answer *, const char *name);

/* Members. What may be null is null for an empty text, id 0 and no moment. */
void answer_text(struct answer *, const char *name, struct str text);
void answer_word(struct answer *, const char *name, struct str word);
void answer_id(struct answer *, const char *name, int64_t id);
void answer_whole(struct answer *, const char *name, int64_t whole);
void answer_tick(struct answer *, const char *name, bool is_so);
void answer_moment(struct answer *, const char *name, struct moment);
void answer_date(struct answer *, const char *name, struct str date);
/* The texts between commas. */
void answer_texts(struct answer *, const char *name, struct str list);
/* What a printer of the row made: JSON as it stands. */
void answer_printed(struct answer *, const char *name, struct str json);
/* Whatever it is, there is none. */
void answer_null(struct answer *, const char *name);

#endif
