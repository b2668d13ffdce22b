/* How old informal help may be. */
#include "help/rules.h"

enum { OLDEST_DAYS = 30 };    /* what is older is told, not counted */

enum outcome
help_may_log(int64_t day, int64_t today)
{
	if (day > today)
		return DAY_IN_FUTURE;
	return today - day > OLDEST_DAYS ? HELP_TOO_OLD : OK;
}
