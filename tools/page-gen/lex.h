/* Sources, the tokens inside braces, sets of names, and the one way to refuse. */
#ifndef PAGE_GEN_LEX_H
#define PAGE_GEN_LEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { NAMES_MAX = 400 };

struct source {
	const char *path;    /* as given: it stands in messages and in #line */
	struct str text;
};

/* A part of a source that is being read. */
struct cursor {
	const struct source *source;
	size_t at;
	size_t end;
};

struct names {
	struct str at[NAMES_MAX];
	size_t count;
};

_Noreturn void refuse(const struct source *, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));
size_t line_of(const struct source *, size_t at);
bool names_have(const struct names *, struct str name);
void names_add(struct names *, struct str name);

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_NUMBER, TOKEN_STRING, TOKEN_MARK };

struct token {
	enum token_kind kind;
	struct str text;    /* a string without its quotes, escapes still in */
	size_t at;
};

struct token token_next(struct cursor *);
struct token token_peek(const struct cursor *);
bool token_is(struct token, const char *text);
bool cursor_take(struct cursor *, const char *text);
void cursor_want(struct cursor *, const char *text);
struct token cursor_want_name(struct cursor *, const char *what);
void cursor_want_end(struct cursor *);
size_t braces_end(const struct source *, size_t at, size_t end);    /* of the "}" that closes the "{" at at */
size_t string_end(const struct source *, size_t at, size_t end);
struct str string_bytes(struct arena *, struct str text);           /* escapes resolved */
bool is_name_byte(char c);

#endif
