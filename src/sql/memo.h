/* Results that are still right: what a read-only connection of SQLite was told, kept as long as nobody has changed the database since.
 * The engine says whether that is so (its data version, asked once a turn inside the turn's snapshot), so nothing here is ever stale.
 * Only statements that store.sql marks "memo" are kept; only files of this folder include this. */
#ifndef SQL_MEMO_H
#define SQL_MEMO_H

#include "sql/sql.h"

struct memo;

/* What one query gave: rows x columns values. */
struct memo_result {
	const struct sql_statement *statement;
	struct str key;               /* the parameters, printed */
	struct sql_value *values;
	size_t rows, columns;
};

void memo_open(struct memo **out);
void memo_close(struct memo **);

/* The data version of the turn: another one than before forgets everything. */
void memo_turn(struct memo *, int64_t version);

/* The result kept for this statement with these parameters; NULL: ask the engine. */
const struct memo_result *memo_find(struct memo *, const struct sql_statement *, size_t count, const struct sql_value *);

/* Reads all rows of a query that is open and keeps them. TOO_LARGE: it is not worth keeping, ask the engine again. The query is still to be
 * ended by the caller. */
struct engine;
enum outcome memo_keep(struct memo *, struct sql_query *, size_t count, const struct sql_value *, const struct memo_result **out);

#endif
