/* Values and sentences inside braces, as C. */
#ifndef PAGE_GEN_EXPR_H
#define PAGE_GEN_EXPR_H

#include "gen.h"

enum value_kind { VALUE_ANY, VALUE_TRUTH, VALUE_LITERAL, VALUE_MARKUP, VALUE_WORDS };    /* words: made by us, a time or a sentence */

struct value {
	struct str c;
	enum value_kind kind;
};

struct value expression(struct unit *, struct cursor *);
struct value single_value(struct unit *, struct cursor *);    /* no operators: what may stand behind name= */
struct value argument(struct unit *, struct cursor *, bool derefs);
struct str reference(struct unit *, struct cursor *);    /* a variable as pointer, a field, or a name of C */
struct str arguments(struct unit *, struct cursor *, struct str first, bool derefs);
struct str condition(struct unit *, struct cursor *);
struct variable *variable_find(struct unit *, struct str name);
void variable_add(struct unit *, struct token name, bool is_pointer);

/* emit.c: writes it, escaped for the place where it stands. */
void emit_value(struct unit *, size_t at, struct value);

/* say.c: sentences; verb is "page_say" or "page_words" */
struct str say_call(struct unit *, struct cursor *, const char *verb);

#endif
