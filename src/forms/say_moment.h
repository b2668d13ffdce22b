/* Days and times in the language and the zone of whoever reads them. */
#ifndef FORMS_SAY_MOMENT_H
#define FORMS_SAY_MOMENT_H

#include "base/moment.h"
#include "base/str.h"

struct arena;
struct zone;

struct say_place {
	struct str language;
	const struct zone *zone;      /* NULL = UTC */
};

/* "Tue 24 Nov, 21:00 SGT", and without the time, as that language writes it; with the year unless now is in it. In English as formats/when.h has it. */
struct str say_moment(struct arena *, struct say_place, struct moment, struct moment now);
struct str say_day(struct arena *, struct say_place, struct moment, struct moment now);

/* "Monday morning, Friday evening": the parts of a FIELD_WEEK. */
struct str say_week(struct arena *, struct str language, int64_t bits);

#endif
