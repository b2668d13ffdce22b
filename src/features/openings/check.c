/* Does all that must always hold of openings hold? One statement a rule. */
#include "openings/openings.h"
#include "openings/store_check.h"

enum { ROWS_MOST = 50 };

#define CHECK(statement, words) \
	do { \
		struct statement##_rows rows; \
		TRY(statement(v->db, v->arena, ROWS_MOST, &rows)); \
		for (size_t i = 0; i < rows.count; i++) \
			finding_add(found, words, rows.at[i].id.value); \
	} while (0)

enum outcome
openings_check(struct visit *v, struct findings *found)
{
	CHECK(broken_openings, "an opening whose state, dates and numbers do not fit together");
	CHECK(broken_opening_applications, "an application for an opening of another round");
	CHECK(broken_elections, "an election or a choice that fits neither side nor state of its application");
	CHECK(broken_choices, "an opening with more people chosen than places");
	CHECK(broken_opening_plans, "an opening that the clock has forgotten");
	return OK;
}
