/* Which column of a file means which field. */
#ifndef EXCHANGE_COLUMNS_H
#define EXCHANGE_COLUMNS_H

#include "base/schema_types.h"
#include "exchange/exchange.h"
#include "formats/csv.h"
#include "forms/form.h"

enum { IMPORT_FIELDS = 12 };

struct import_map {
	const struct form *form;              /* its fields, each a column or none */
	size_t place[IMPORT_FIELDS];          /* of each field in a record, from 1; 0: not in this file */
	size_t width;                         /* columns of the header */
	struct str unused[CSV_CELLS];         /* columns that nothing takes */
	size_t unused_count;
};

/* By the headings, and before them by what the wish says: "Header=field, Header=field". What does not fit is a complaint at the header's line. */
void import_map_read(struct arena *, const struct import_wish *, const struct csv_record *header, struct complaints *, struct import_map *out);

/* The fields that a file of this kind may have. */
const struct form *import_form(enum import_kind);

#endif
