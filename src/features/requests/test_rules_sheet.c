/* What the cells of the sheet mean, a case each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/check.h"
#include "requests/rules_sheet.h"

#define ANA ((struct person_id){ 1 })
#define BO ((struct person_id){ 2 })
#define DANA ((struct person_id){ 3 })
#define EMIL ((struct person_id){ 4 })    /* coordinates */
#define NOBODY ((struct person_id){ 0 })
#define assert_outcome(wanted, got) assert_int_equal(wanted, got)

static struct request_facts
open_request(void)
{
	return (struct request_facts){ .state = REQUEST_STATE_OPEN, .mentee = DANA };
}

static struct request_facts
held_by_bo(void)
{
	return (struct request_facts){ .state = REQUEST_STATE_CLAIMED, .mentee = DANA, .claimer = BO };
}

static enum outcome
cell(const struct request_facts *r, struct person_id typed, bool has_day, struct person_id visitor, enum sheet_step *step)
{
	return sheet_decide(r, &(struct sheet_cells){ .mentor = typed, .has_day = has_day }, visitor, person_id_equal(visitor, EMIL), step);
}

static void
a_mentor_writes_the_own_name_and_no_other(void **state)
{
	struct request_facts r = open_request();
	enum sheet_step step;

	(void)state;
	assert_outcome(OK, cell(&r, ANA, false, ANA, &step));
	assert_int_equal(SHEET_TAKE, step);
	assert_outcome(SHEET_NOT_YOURS, cell(&r, BO, false, ANA, &step));
	assert_outcome(OK, cell(&r, NOBODY, false, ANA, &step));
	assert_int_equal(SHEET_NOTHING, step);
	assert_outcome(SHEET_NEEDS_MENTOR, cell(&r, NOBODY, true, ANA, &step));
	assert_outcome(OK, cell(&r, ANA, true, ANA, &step));
	assert_int_equal(SHEET_TAKE, step);
}

static void
a_taken_cell_is_set_back(void **state)
{
	struct request_facts r = held_by_bo();
	enum sheet_step step;

	(void)state;
	assert_outcome(REQUEST_TAKEN, cell(&r, ANA, false, ANA, &step));
	assert_outcome(REQUEST_TAKEN, cell(&r, NOBODY, false, ANA, &step));
	assert_outcome(REQUEST_TAKEN, cell(&r, BO, true, ANA, &step));    /* nobody closes for somebody else */
	assert_int_equal(SHEET_NOTHING, step);
	assert_outcome(REQUEST_TAKEN, cell(&r, ANA, false, EMIL, &step));    /* a coordinator too */
	assert_outcome(OK, cell(&r, NOBODY, false, BO, &step));
	assert_int_equal(SHEET_GIVE_BACK, step);
	assert_outcome(OK, cell(&r, NOBODY, false, EMIL, &step));
	assert_int_equal(SHEET_GIVE_BACK, step);
	assert_outcome(OK, cell(&r, BO, true, EMIL, &step));
	assert_int_equal(SHEET_NOTHING, step);
}

static void
a_closed_row_stays_as_it_is(void **state)
{
	struct request_facts r = held_by_bo();
	enum sheet_step step;

	(void)state;
	r.state = REQUEST_STATE_CLOSED;
	assert_outcome(REQUEST_CLOSED, cell(&r, BO, true, BO, &step));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mentor_writes_the_own_name_and_no_other),
		cmocka_unit_test(a_taken_cell_is_set_back),
		cmocka_unit_test(a_closed_row_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
