/* JSON in, through jansson, as a tree of ours; JSON out as escaped text. What an answer holds is the forms floor's (forms/shape.h). */
#ifndef FORMATS_JSON_H
#define FORMATS_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;
struct buf;

enum json_kind { JSON_IS_NULL, JSON_IS_BOOL, JSON_IS_WHOLE, JSON_IS_REAL, JSON_IS_TEXT, JSON_IS_LIST, JSON_IS_OBJECT };

struct json_value {
	enum json_kind kind;
	struct str name;              /* inside an object */
	struct str text;              /* JSON_IS_TEXT: UTF-8 without NUL */
	int64_t whole;                /* JSON_IS_WHOLE; JSON_IS_BOOL: 0 or 1 */
	struct json_value *items;     /* of a list or an object, in their order */
	size_t count;
};

/* BAD_REQUEST for anything that is not one object or list of RFC 8259: a name twice, bad UTF-8, NUL, a whole number beyond 64 bits,
 * something behind the end; JSON_TOO_DEEP for more than LIMIT_JSON_DEPTH levels. */
enum outcome json_read(struct arena *, struct str text, struct json_value *out);

/* The member of that name; NULL if there is none. */
const struct json_value *json_member(const struct json_value *object, struct str name);

/* The value as JSON, on one line. A real number is printed as null: nothing of ours holds one. */
void json_print(struct buf *, const struct json_value *);

/* "text" with its quotes. Also < > & and the line separators of Unicode are escaped, so that it may stand in any page. */
void json_quote(struct buf *, struct str text);

#endif
