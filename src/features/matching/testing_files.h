/* What the tests of files share: one of them spoilt. Included by a test after its cmocka.h, once. */
#ifndef MATCHING_TESTING_FILES_H
#define MATCHING_TESTING_FILES_H

#include "base/arena.h"

/* The file with the first such words replaced by others; it must hold them. */
static struct str
replaced(struct arena *arena, struct str file, const char *words, const char *others)
{
	struct str head = file, rest;

	for (rest = file; !str_starts(rest, str_from(words)); rest = str_skip(rest, 1))
		assert_true(rest.length > 0);
	head.length = file.length - rest.length;
	return str_join(arena, 3, (struct str[]){ head, str_from(others), str_skip(rest, strlen(words)) });
}

#endif
