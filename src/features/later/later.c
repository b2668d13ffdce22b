/* Putting and dropping. */
#include "later/later.h"

#include "later/store.h"

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
