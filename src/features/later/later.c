/* Putting, dropping, and when one that failed is tried again. */
#include "later/later.h"

#include "later/store_shared.h"

enum { LONGEST_SECONDS = 3600, DOUBLED_MOST = 11 };

enum outcome
job_put(struct db *db, const struct job_wish *wish)
{
	return job_set(db, &(struct job_set_values){
	    .id = wish->id, .programme = wish->programme, .kind = wish->kind, .subject = wish->subject, .due = wish->due_at, .now = wish->now });
}

enum outcome
job_drop(struct db *db, struct str kind, int64_t subject)
{
	int64_t changed;

	return job_forget(db, kind, subject, &changed);
}

int64_t
job_wait_seconds(int64_t tries)
{
	int64_t wait = tries > DOUBLED_MOST ? LONGEST_SECONDS : INT64_C(1) << (tries < 1 ? 1 : tries);

	return wait < LONGEST_SECONDS ? wait : LONGEST_SECONDS;
}
