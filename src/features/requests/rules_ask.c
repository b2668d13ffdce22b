/* The decisions before a request is sent. */
#include "requests/rules_ask.h"

struct str
draft_next_step(const struct draft_facts *draft, bool needs_affiliation)
{
	if (!draft->has_service)
		return S("service");
	if (!draft->has_skills)
		return S("skills");
	if (!draft->has_details)
		return S("details");
	if (!draft->has_when)
		return S("when");
	if (!draft->has_about || (needs_affiliation && !draft->has_affiliation))
		return S("about-you");
	return S("check");
}

enum outcome
request_may_send(const struct draft_facts *draft, const struct sending_limits *limits)
{
	if (!str_equal(draft_next_step(draft, limits->needs_affiliation), S("check")))
		return DRAFT_UNFINISHED;
	if (draft->is_paused)
		return PERSON_PAUSED;
	if (!draft->has_accepted_conduct)
		return CONDUCT_FIRST;
	if (draft->unfinished >= limits->max_open)
		return TOO_MANY_OPEN;
	if (draft->sent_today >= limits->max_day)
		return TOO_MANY_TODAY;
	return OK;
}
