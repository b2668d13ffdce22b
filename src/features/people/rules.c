/* The rules of this room. */
#include "people/rules.h"

enum { AWAY_DAYS_MOST = 366, LINK_MOST = 200 };

enum outcome
mentor_may_apply(enum mentor_state before, bool approval_is_auto, enum mentor_state *begins_as)
{
	if (before == MENTOR_STATE_PENDING || before == MENTOR_STATE_ACTIVE)
		return MENTOR_ALREADY;
	*begins_as = approval_is_auto && before != MENTOR_STATE_DECLINED ? MENTOR_STATE_ACTIVE : MENTOR_STATE_PENDING;
	return OK;
}

enum outcome
mentor_may_be_decided(enum mentor_state state)
{
	return state == MENTOR_STATE_PENDING ? OK : MENTOR_NOT_PENDING;
}

enum outcome
mentor_may_be_away(struct moment until, struct moment now)
{
	if (!moment_is_after(until, now) || moment_between(now, until) > AWAY_DAYS_MOST * US_PER_DAY)
		return AWAY_NOT_AHEAD;
	return OK;
}

bool
mentor_is_away(struct moment away_until_at, struct moment now)
{
	return !moment_is_none(away_until_at) && moment_is_after(away_until_at, now);
}

enum outcome
role_may_be_taken(enum role_role role, bool is_held, int64_t coordinators)
{
	return role == ROLE_ROLE_COORDINATOR && is_held && coordinators <= 1 ? ROLE_LAST_COORDINATOR : OK;
}

enum outcome
stand_in_may_be(bool is_self, bool by_stand_in, struct moment until, struct moment now)
{
	if (by_stand_in)
		return STAND_IN_ONLY;
	if (is_self)
		return STAND_IN_SELF;
	return mentor_may_be_away(until, now);
}

bool
person_may_be_seen(const struct person_facts *f)
{
	return f->is_self || f->viewer_is_coordinator || f->is_active_mentor || f->is_listed || f->is_paired;
}

bool
person_may_be_written_to(const struct person_facts *f)
{
	return f->is_self || f->viewer_is_coordinator || f->is_paired;
}

bool
person_may_show_zone(const struct person_facts *f)
{
	return f->is_self || f->viewer_is_coordinator || f->viewer_is_mentor || f->is_paired || f->shows_zone;
}

bool
person_may_show_more(const struct person_facts *f)
{
	return f->is_self || f->viewer_is_coordinator || f->is_paired;
}

static bool
is_of_host(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

static bool
is_of_link(char c)
{
	return c > ' ' && c < 0x7f && c != '"' && c != '\'' && c != '<' && c != '>' && c != '\\' && c != '`';
}

/* "example.org", "example.org:8080": letters first, and somewhere a dot or a name as "localhost". */
static bool
is_authority(struct str s)
{
	size_t host = 0, digits;

	while (host < s.length && is_of_host(s.at[host]))
		host++;
	if (host == 0 || s.at[0] == '.' || s.at[0] == '-')
		return false;
	if (host == s.length)
		return true;
	digits = s.length - host - 1;
	for (size_t i = host + 1; i < s.length; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.at[host] == ':' && digits >= 1 && digits <= 5;
}

bool
link_is_fine(struct str link)
{
	struct str rest = str_skip(link, str_starts(link, S("https://")) ? 8 : str_starts(link, S("http://")) ? 7 : 0);
	size_t end = 0;

	if (rest.length == link.length || link.length > LINK_MOST)
		return false;
	for (size_t i = 0; i < rest.length; i++)
		if (!is_of_link(rest.at[i]))
			return false;
	while (end < rest.length && rest.at[end] != '/' && rest.at[end] != '?' && rest.at[end] != '#')
		end++;
	return is_authority((struct str){ rest.at, end });
}
