/* Settings that are fine alone but not together. */
#ifndef PROGRAMMES_MISFIT_H
#define PROGRAMMES_MISFIT_H

#include "programmes/programmes.h"

/* The setting to change and why; name NULL if all is well. */
struct setting_misfit {
	const char *name, *why;
};
struct setting_misfit settings_misfit(const struct settings *);

#endif
