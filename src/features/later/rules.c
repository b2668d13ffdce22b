/* When a job that failed is tried again. */
#include "later/later.h"

enum { LONGEST_SECONDS = 3600, DOUBLED_MOST = 11 };

int64_t
job_wait_seconds(int64_t tries)
{
	int64_t wait = tries > DOUBLED_MOST ? LONGEST_SECONDS : INT64_C(1) << (tries < 1 ? 1 : tries);

	return wait < LONGEST_SECONDS ? wait : LONGEST_SECONDS;
}
