/* Which column of a file means which field. */
#ifndef EXCHANGE_COLUMNS_H
#define EXCHANGE_COLUMNS_H

#include "base/schema_types.h"
#include "exchange/exchange.h"
#include "formats/csv.h"
#include "forms/form.h"

enum { IMPORT_FIELDS = 12, IMPORT_SIDES_ALL = 3 };

/* What a column can be: a field of the kind's form, in its order, and behind these what the questions of a programme are answered in. */
struct import_slot {
	struct str name;              /* as --columns and the page call it */
	struct str words;             /* as people read it */
	unsigned sides;               /* of applications: whose it is, a bit each; a column may mean something to each side */
	bool is_required, is_question;
	size_t place;                 /* its column, from 1; 0: not in this file */
};

struct import_slots {
	struct arena *arena;
	struct import_slot *at;
	size_t count, room;
	struct import_heading {
		size_t slot;
		struct str key;           /* as exchange_header_key() */
	} *headings;                  /* the first one that is there wins */
	size_t heading_count, heading_room;
};

struct import_map {
	struct import_slots slots;
	size_t width;                 /* columns of the header */
	bool is_ignored[CSV_CELLS];   /* nothing takes it, as somebody said */
	struct str unused[CSV_CELLS]; /* columns that nothing takes */
	size_t unused_count;
};

/* The fields of that kind of file. */
void import_slots_fixed(struct arena *, enum import_kind, struct import_slots *out);
/* … with the headings of columns.def. */
void import_headings_fixed(struct import_slots *, enum import_kind);
size_t import_slot_add(struct import_slots *, const struct import_slot *);
void import_heading_add(struct import_slots *, size_t slot, struct str heading);
/* The slot by that name; as many as there are slots: none. */
size_t import_slot_named(const struct import_slots *, struct str name);

/* By the headings, and before them by what the wish says: "Header=field, #2=field", a field "-" meaning that nothing takes it. What does not fit is a
 * complaint at the header's line. The map has slots already. */
void import_map_read(struct arena *, struct str wish, const struct csv_record *header, struct complaints *, struct import_map *);

/* The fields that a file of this kind may have, beside a programme's own. */
const struct form *import_form(enum import_kind);

#endif
