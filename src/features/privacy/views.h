/* What the page of this room is given. */
#ifndef PRIVACY_VIEWS_H
#define PRIVACY_VIEWS_H

#include "access/layout.h"
#include "privacy/privacy.h"

struct data_view {
	struct moment due_at;         /* when everything ends; none: it was not asked for */
	struct values *export, *erase;
};

/* What is held about somebody: parts of rows of fields, all of them words already. */
struct held_field {
	struct str name, value;
};
struct held_fields {
	struct held_field *at;
	size_t count;
};
struct held_row {
	struct held_fields fields;
};
struct held_rows {
	struct held_row *at;
	size_t count;
};
struct held_part {
	struct str name, words;
	struct held_rows rows;
};
struct held_view {
	struct {
		struct held_part *at;
		size_t count;
	} parts;
};

#endif
