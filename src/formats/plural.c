/* An expression is read and reckoned in one go, by precedence; a part that does not count (of ?:, && and ||) is reckoned too, since all is without effect. */
#include "formats/plural.h"

#include <stdbool.h>

#include "base/check.h"

enum { DEPTH_MOST = 40, DIGITS_MOST = 9 };

enum operation { OR, AND, ORDER, PLUS, MINUS, TIMES, BY, REST };
enum { BELOW = 1, SAME = 2, ABOVE = 4 };

/* Longer signs first: "<=" begins with "<". holds: of a comparison, for which orders of its two sides. */
static const struct {
	struct str sign;
	enum operation operation;
	int binds;
	unsigned holds;
} operations[] = {
	{ S_STATIC("||"), OR, 1, 0 }, { S_STATIC("&&"), AND, 2, 0 }, { S_STATIC("=="), ORDER, 3, SAME }, { S_STATIC("!="), ORDER, 3, BELOW | ABOVE },
	{ S_STATIC("<="), ORDER, 4, BELOW | SAME }, { S_STATIC(">="), ORDER, 4, SAME | ABOVE }, { S_STATIC("<"), ORDER, 4, BELOW }, { S_STATIC(">"), ORDER, 4, ABOVE },
	{ S_STATIC("+"), PLUS, 5, 0 }, { S_STATIC("-"), MINUS, 5, 0 }, { S_STATIC("*"), TIMES, 6, 0 }, { S_STATIC("/"), BY, 6, 0 }, { S_STATIC("%"), REST, 6, 0 },
};

struct reading {
	struct str rest;
	int64_t count;
	int depth;
	bool is_bad;
};

static int64_t choice(struct reading *);

static bool
take(struct reading *r, struct str sign)
{
	r->rest = str_trim(r->rest);
	if (!str_starts(r->rest, sign))
		return false;
	r->rest = str_skip(r->rest, sign.length);
	return true;
}

static int64_t
bad(struct reading *r)
{
	r->is_bad = true;
	r->rest = S("");
	return 0;
}

static int64_t
number(struct reading *r)
{
	int64_t value = 0;
	int digits = 0;

	while (r->rest.length > 0 && r->rest.at[0] >= '0' && r->rest.at[0] <= '9' && digits++ < DIGITS_MOST) {
		value = value * 10 + (r->rest.at[0] - '0');
		r->rest = str_skip(r->rest, 1);
	}
	return digits == 0 ? bad(r) : value;
}

static int64_t
single(struct reading *r)
{
	int64_t value;

	if (++r->depth > DEPTH_MOST)
		return bad(r);
	if (take(r, S("!"))) {
		value = !single(r);
	} else if (take(r, S("("))) {
		value = choice(r);
		if (!take(r, S(")")))
			return bad(r);
	} else {
		value = take(r, S("n")) ? r->count : number(r);
	}
	r->depth--;
	return value;
}

static int64_t
sum(struct reading *r, enum operation operation, int64_t a, int64_t b)
{
	int64_t value = 0;
	bool is_over;

	if (operation == BY || operation == REST)
		return b == 0 ? bad(r) : operation == BY ? a / b : a % b;
	if (operation == PLUS)
		is_over = __builtin_add_overflow(a, b, &value);
	else if (operation == MINUS)
		is_over = __builtin_sub_overflow(a, b, &value);
	else
		is_over = __builtin_mul_overflow(a, b, &value);
	return is_over ? bad(r) : value;
}

static int64_t
reckoned(struct reading *r, size_t which, int64_t a, int64_t b)
{
	switch (operations[which].operation) {
	case OR: return a != 0 || b != 0;
	case AND: return a != 0 && b != 0;
	case ORDER: return (operations[which].holds & (a < b ? BELOW : a == b ? SAME : ABOVE)) != 0;
	default: return sum(r, operations[which].operation, a, b);
	}
}

/* What binds at least so strongly. */
static int64_t
bound(struct reading *r, int binds)
{
	int64_t value = single(r);
	size_t i = 0;

	while (i < ARRAY_LENGTH(operations)) {
		if (operations[i].binds < binds || !take(r, operations[i].sign)) {
			i++;
			continue;
		}
		value = reckoned(r, i, value, bound(r, operations[i].binds + 1));
		i = 0;
	}
	return value;
}

static int64_t
choice(struct reading *r)
{
	int64_t asked = bound(r, 1), first, second;

	if (!take(r, S("?")))
		return asked;
	if (++r->depth > DEPTH_MOST)
		return bad(r);
	first = choice(r);
	if (!take(r, S(":")))
		return bad(r);
	second = choice(r);
	r->depth--;
	return asked != 0 ? first : second;
}

int64_t
plural_form(struct str expression, int64_t count)
{
	struct reading r = { .rest = expression, .count = count == INT64_MIN ? INT64_MAX : count < 0 ? -count : count };
	int64_t form;

	if (expression.length > PLURAL_BYTES_MOST)
		return -1;
	form = choice(&r);
	return r.is_bad || !str_is_empty(str_trim(r.rest)) || form < 0 ? -1 : form;
}
