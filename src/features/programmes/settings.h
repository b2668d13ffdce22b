/* A programme's settings, read and written. */
#ifndef PROGRAMMES_SETTINGS_H
#define PROGRAMMES_SETTINGS_H

#include "programmes/misfit.h"

/* Every setting at its default. */
void settings_start(struct settings *);
/* NOT_FOUND for an unknown name, BAD_INPUT for a value that is not one of its words or out of its bounds. */
enum outcome settings_set(struct settings *, struct str name, struct str written);
/* As the file, the form and the record write it: a word or a number. Empty for an unknown name. */
struct str setting_print(struct arena *, const struct settings *, struct str name);

/* The form of page and API as a programme's settings fill it. */
struct values *settings_filled(struct arena *, const struct programme *);

/* The same of rooms and what is posted there. */
struct values *channels_filled(struct arena *, const struct programme *);

/* The next id of a list of rooms; false at its end. */
bool setting_room_next(struct str *rest, struct str *room);

/* All of them, in the order of settings.def and then channels.def. */
struct setting_row {
	struct str name, label;
	const char *group;            /* the heading it stands beneath */
};
size_t setting_count(void);
struct setting_row setting_at(size_t place);
/* Its place; setting_count() for an unknown name. */
size_t setting_place(struct str name);

/* What its value must be, for a complaint: "a whole number from 1 to 20". */
struct str setting_expected(struct arena *, struct str name);

#endif
