/* The parts of reading, in their order. */
#ifndef MATCHING_READ_PEOPLE_H
#define MATCHING_READ_PEOPLE_H

#include "matching/matching.h"

/* The columns of people.csv. */
enum people_column { PEOPLE_ID, PEOPLE_ROLE, PEOPLE_CAPACITY, PEOPLE_GENDER, PEOPLE_GENDER_PREF, PEOPLE_LANGS, PEOPLE_TZ, PEOPLE_HOURS,
	PEOPLE_SKILLS, PEOPLE_GOALS, PEOPLE_PROJECT, PEOPLE_RANKED, PEOPLE_SLOTS, PEOPLE_THEMES, PEOPLE_COLUMNS };
extern const struct str matching_people_columns[PEOPLE_COLUMNS];

/* False if the file's records could not be read at all: then no id is known, and the other files would be blamed for it. */
bool matching_read_people(struct arena *, const struct matching_file *, struct matching_input *);

/* Score rows, pins and blocks; the people must be read. */
void matching_read_rows(struct arena *, const struct matching_file files[MATCHING_KINDS], struct matching_input *);

/* slots.csv, and what it says about the people. */
void matching_read_slots(struct arena *, const struct matching_file files[MATCHING_KINDS], struct matching_input *);

#endif
