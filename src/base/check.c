/* The end of a process that found a bug in itself. */
#include "base/check.h"

#include <stdio.h>
#include <stdlib.h>

static uint64_t request_number;

void
check_names_request(uint64_t number)
{
	request_number = number;
}

void
check_failed(const char *condition, const char *file, int line)
{
	fprintf(stderr, "level=bug what=check file=%s line=%d request=%llu condition=\"%s\"\n",
	    file, line, (unsigned long long)request_number, condition);
	_Exit(EXIT_BUG);
}
