/* Does all that must always hold at the desk hold? One statement a rule; each lists the rows that break it. */
#include "openings/openings.h"
#include "requests/requests.h"
#include "requests/store_check.h"

enum { ROWS_MOST = 50 };

/* A rule: its statement, and the words of a finding. */
#define CHECK(statement, words) \
	do { \
		struct statement##_rows rows; \
		TRY(statement(v->db, v->arena, ROWS_MOST, &rows)); \
		for (size_t i = 0; i < rows.count; i++) \
			finding_add(found, words, rows.at[i].id.value); \
	} while (0)

static enum outcome
check_claims(struct visit *v, struct findings *found)
{
	CHECK(broken_unclaimed, "a claimed request without its live claim");
	CHECK(broken_claims, "a live claim on a request that nobody holds");
	CHECK(broken_doubled, "a request with two live claims");
	CHECK(broken_capacity, "a mentor whose count of running claims is wrong or above the capacity");
	return OK;
}

/* Whoever changes a row by hand does not change the record, which cannot be changed. */
static enum outcome
check_told(struct visit *v, struct findings *found)
{
	CHECK(broken_told, "a request that stands otherwise than its record says last");
	CHECK(broken_settings, "a setting that is not what the record says last");
	CHECK(broken_stand_ins, "a stand-in for somebody who is no coordinator");
	CHECK(broken_numbers, "a programme that would give a number twice");
	return OK;
}

enum outcome
desk_check(struct visit *v, struct findings *found)
{
	TRY(check_claims(v, found));
	TRY(check_told(v, found));
	CHECK(broken_mentees, "a request that was claimed by its own mentee");
	CHECK(broken_states, "a request whose state and dates do not fit together");
	CHECK(broken_programmes, "a request that refers into another programme");
	CHECK(broken_mentors, "a mentor's record that refers into another programme");
	CHECK(broken_versions, "a programme whose versions have a gap");
	CHECK(broken_spellings, "a spelling of another programme's skill");
	CHECK(broken_attempts, "a contact attempt under another claim");
	CHECK(broken_plans, "a request that waits without a next step");
	CHECK(broken_looks, "a programme that looks at nothing once a day or once a week");
	TRY(openings_check(v, found));
	return OK;
}
