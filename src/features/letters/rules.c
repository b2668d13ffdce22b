/* The moments of letters. */
#include "letters/rules.h"

enum { SECONDS_A_DAY = 86400, HOUR = 3600, FIRST_WAIT = HOUR / 2, MOST_WAIT = 4 * HOUR, GIVE_UP_AFTER = 72 * HOUR, SHARE_MIDDLE = 200, SHARES = 1000 };

static int64_t
until_hour(int64_t local_seconds, int64_t hour)
{
	int64_t left = hour * HOUR - local_seconds;

	return left <= 0 ? left + SECONDS_A_DAY : left;
}

static bool
is_quiet(const struct leave_facts *f, int64_t local_seconds)
{
	int64_t hour = local_seconds / HOUR;

	if (f->quiet_from == f->quiet_to)
		return false;
	if (f->quiet_from < f->quiet_to)
		return hour >= f->quiet_from && hour < f->quiet_to;
	return hour >= f->quiet_from || hour < f->quiet_to;
}

struct moment
letter_leaves_at(const struct leave_facts *f, struct moment from)
{
	int64_t local = f->local_seconds, wait = 0;

	if (f->haste == LETTER_HASTE_NOW)
		return from;
	if (moment_is_after(f->paused_until_at, from) && !f->is_sure) {
		wait = moment_between(from, f->paused_until_at) / US_PER_SECOND + 1;
		local = (local + wait) % SECONDS_A_DAY;
	}
	if (f->haste == LETTER_HASTE_BULK && f->digest_hour >= 0)
		wait += until_hour(local, f->digest_hour);
	else if (is_quiet(f, local))
		wait += until_hour(local, f->quiet_to);
	return moment_plus(from, wait * US_PER_SECOND);
}

int64_t
letter_waits_seconds(bool is_sign_in, int64_t tries, int64_t since_first_seconds, unsigned share)
{
	static const int64_t sign_in[] = { 15, 60, 180 };
	int64_t wait = FIRST_WAIT;

	if (is_sign_in)
		return tries < SIGN_IN_TRIES && tries > 0 ? sign_in[tries - 1] : 0;
	for (int64_t i = 1; i < tries && wait < MOST_WAIT; i++)
		wait *= 2;
	wait = (wait < MOST_WAIT ? wait : MOST_WAIT) * (SHARES - SHARE_MIDDLE + (int64_t)share) / SHARES;
	return since_first_seconds + wait > GIVE_UP_AFTER ? 0 : wait;
}
