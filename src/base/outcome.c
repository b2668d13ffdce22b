/* The outcome table, read back. */
#include "base/outcome.h"

#include "base/check.h"

static const struct outcome_row {
	struct str name;
	int status;
	enum outcome_kind kind;
	struct str words;
} rows[] = {
#define OUTCOME(name, http_status, kind, words) [name] = { S_STATIC(#name), http_status, KIND_##kind, S_STATIC(words) },
#include "base/outcome.def"
#undef OUTCOME
};

static const struct outcome_row *
row_of(enum outcome outcome)
{
	check((unsigned)outcome < OUTCOME_COUNT);
	return &rows[outcome];
}

int
outcome_status(enum outcome outcome)
{
	return row_of(outcome)->status;
}

enum outcome_kind
outcome_kind(enum outcome outcome)
{
	return row_of(outcome)->kind;
}

struct str
outcome_name(enum outcome outcome)
{
	return row_of(outcome)->name;
}

struct str
outcome_words(enum outcome outcome)
{
	return row_of(outcome)->words;
}
