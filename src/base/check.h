/* What must never be false. A failed check is our bug: the process says where and ends with 70 (EX_SOFTWARE);
 * the keeper starts another. Stays on in releases (TRUST R20). */
#ifndef BASE_CHECK_H
#define BASE_CHECK_H

#include <stddef.h>
#include <stdint.h>

#define ARRAY_LENGTH(a) (sizeof(a) / sizeof((a)[0]))

enum { EXIT_BUG = 70 };

/* The number of the request under way, printed when a check fails; 0 between requests. */
void check_names_request(uint64_t number);

_Noreturn void check_failed(const char *condition, const char *file, int line);

#define check(condition) \
	do { \
		if (!(condition)) \
			check_failed(#condition, __FILE__, __LINE__); \
	} while (0)

#endif
