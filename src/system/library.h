/* A shared library that only some processes need: opened by name when it is, so that the others carry none of it. */
#ifndef SYSTEM_LIBRARY_H
#define SYSTEM_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

struct library_function {
	const char *name;
	void *place;          /* of a pointer to that function */
};

/* Fills every place, and the library stays for the whole process. False if it is not installed, or older than what we were built with: then
 * some places may be filled, and none may be used. */
bool library_find(const char *file, const struct library_function *, size_t count);

#endif
