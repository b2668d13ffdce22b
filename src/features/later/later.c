/* Putting, dropping, and when one that failed is tried again. */
#include "later/later.h"

#include "later/store_shared.h"

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
job_wait_seconds(const struct job_policy *policy, int64_t tries)
{
	int64_t wait = policy->first_seconds;

	for (int64_t i = 1; i < tries && wait < policy->most_seconds && policy->factor > 1; i++)
		wait *= policy->factor;    /* cannot overflow: it ends at the first that is too long */
	return wait < policy->most_seconds ? wait : policy->most_seconds;
}
