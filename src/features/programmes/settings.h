/* Reading a programme's settings. */
#ifndef PROGRAMMES_SETTINGS_H
#define PROGRAMMES_SETTINGS_H

#include "programmes/programmes.h"

/* Every setting at its default. */
void settings_start(struct settings *);
/* NOT_FOUND for an unknown name, BAD_INPUT for a value that is not one of its words or out of its bounds. */
enum outcome settings_set(struct settings *, struct str name, struct str written);
/* The setting whose name is nearest to a mistyped one; empty if none is near. */
struct str setting_near(struct str name);

#endif
