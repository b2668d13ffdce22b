/* Every statement of the product and every column of the schema, made by sql-gen: for preparing, for tests, for documents. */
#ifndef SQL_CATALOGUE_H
#define SQL_CATALOGUE_H

#include "sql/sql.h"

struct sql_column {
	const char *table, *column;
	const char *class;            /* privacy class, TRUST.md 6.5 */
};

extern const struct sql_statement *const sql_catalogue[];    /* by slot */
extern const size_t sql_catalogue_count;
extern const struct sql_column sql_columns[];                /* ends with a null table */

#endif
