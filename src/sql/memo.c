/* A table of results in an arena that is emptied as a whole: when the database has changed, or when it is full. A result is read to its end
 * before the next query is asked, so nobody still looks at what is emptied. */
#include "sql/memo.h"

#include "base/arena.h"
#include "base/buf.h"
#include "sql/engine.h"

enum { MEMO_BYTES = 8 << 20, FULL_BYTES = 4 << 20, SLOTS = 1024, MOST = 512, KEY_BYTES = 4 << 10, ROWS_MOST = 500, RESULT_BYTES = 1 << 20, NO_VERSION = -1 };

struct memo {
	struct arena *own, *arena, *scratch;    /* of the memo itself, of the results, of the key that is looked for */
	int64_t version;
	size_t count;
	struct memo_result *slots[SLOTS];
};

void
memo_open(struct memo **out)
{
	struct arena *own;

	arena_open(ARENA_VISIT, &own);
	*out = ARENA_NEW(own, struct memo);
	(*out)->own = own;
	arena_open(MEMO_BYTES, &(*out)->arena);
	arena_open(ARENA_VISIT, &(*out)->scratch);
	(*out)->version = NO_VERSION;
}

void
memo_close(struct memo **memo)
{
	struct arena *own;

	if (*memo == NULL)
		return;
	arena_close(&(*memo)->arena);
	arena_close(&(*memo)->scratch);
	own = (*memo)->own;
	*memo = NULL;
	arena_close(&own);
}

static void
forget(struct memo *memo)
{
	if (memo->count > 0)
		memset(memo->slots, 0, sizeof(memo->slots));
	memo->count = 0;
	arena_reset(memo->arena);
}

void
memo_turn(struct memo *memo, int64_t version)
{
	if (version != memo->version)
		forget(memo);
	memo->version = version;
}

/* Parameters as one text; lengths in front, so that no two lists print alike. Empty: too long to be a key. */
static struct str
key_of(struct arena *arena, size_t count, const struct sql_value *values)
{
	struct buf key = buf_new(arena, KEY_BYTES);

	for (size_t i = 0; i < count; i++) {
		const struct sql_value *value = &values[i];

		buf_char(&key, (char)('0' + value->type));
		if (value->type == SQL_WHOLE)
			buf_add(&key, (struct str){ (const char *)&value->whole, sizeof(value->whole) });
		else if (value->type != SQL_NULL) {
			buf_add(&key, (struct str){ (const char *)&value->text.length, sizeof(value->text.length) });
			buf_add(&key, value->text);
		}
	}
	return key.is_overflown ? S("") : buf_str(&key);
}

/* FNV-1a, then the next free slot. */
static size_t
slot_of(const struct memo *memo, const struct sql_statement *statement, struct str key)
{
	uint64_t hash = UINT64_C(14695981039346656037) ^ statement->slot;
	size_t slot;

	for (size_t i = 0; i < key.length; i++)
		hash = (hash ^ (unsigned char)key.at[i]) * UINT64_C(1099511628211);
	slot = (size_t)(hash % SLOTS);
	while (memo->slots[slot] != NULL && (memo->slots[slot]->statement != statement || !str_equal(memo->slots[slot]->key, key)))
		slot = (slot + 1) % SLOTS;    /* never full: MOST is below SLOTS */
	return slot;
}

const struct memo_result *
memo_find(struct memo *memo, const struct sql_statement *statement, size_t count, const struct sql_value *values)
{
	arena_reset(memo->scratch);
	return memo->slots[slot_of(memo, statement, key_of(memo->scratch, count, values))];
}

/* One row more; false if the result is too large to be kept. */
static bool
take_row(struct memo *memo, const struct sql_query *query, struct memo_result *result, size_t *size)
{
	if (result->rows == ROWS_MOST || arena_used(memo->arena) > FULL_BYTES + RESULT_BYTES)
		return false;
	result->values = sql_rows_grow(memo->arena, result->values, result->rows, size, result->columns * sizeof(struct sql_value));
	for (size_t i = 0; i < result->columns; i++)
		result->values[result->rows * result->columns + i] = query->db->engine->value(query, memo->arena, (int)i);
	result->rows++;
	return true;
}

enum outcome
memo_keep(struct memo *memo, struct sql_query *query, size_t count, const struct sql_value *values, const struct memo_result **out)
{
	struct memo_result *result;
	enum outcome said;
	size_t size = 0;

	if (memo->count == MOST || arena_used(memo->arena) > FULL_BYTES)
		forget(memo);
	result = ARENA_NEW(memo->arena, struct memo_result);
	result->statement = query->statement;
	result->columns = (size_t)query->db->engine->columns(query);
	while ((said = query->db->engine->row(query)) == OK)
		if (!take_row(memo, query, result, &size))
			return TOO_LARGE;
	if (said != NOT_FOUND)
		return said;    /* half a result is never found: it has no slot yet */
	result->key = key_of(memo->arena, count, values);
	memo->slots[slot_of(memo, result->statement, result->key)] = result;
	memo->count++;
	*out = result;
	return OK;
}
