/* The moments of letters. */
#include "letters/rules.h"

enum { HOUR = 3600, FIRST_WAIT = HOUR / 2, MOST_WAIT = 4 * HOUR, GIVE_UP_AFTER = 72 * HOUR, SHARE_MIDDLE = 200, SHARES = 1000 };

static bool
is_quiet(const struct leave_facts *f, struct moment m)
{
	int64_t hour = f->hour_at(f->zone, m);

	if (f->quiet_from == f->quiet_to)
		return false;
	if (f->quiet_from < f->quiet_to)
		return hour >= f->quiet_from && hour < f->quiet_to;
	return hour >= f->quiet_from || hour < f->quiet_to;
}

struct moment
letter_leaves_at(const struct leave_facts *f, struct moment from)
{
	if (f->haste == LETTER_HASTE_NOW)
		return from;
	if (moment_is_after(f->paused_until_at, from) && !f->is_sure)
		from = moment_plus(f->paused_until_at, US_PER_SECOND);
	if (f->haste == LETTER_HASTE_BULK && f->digest_hour >= 0)
		return f->next_hour(f->zone, from, f->digest_hour);
	return is_quiet(f, from) ? f->next_hour(f->zone, from, f->quiet_to) : from;
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
