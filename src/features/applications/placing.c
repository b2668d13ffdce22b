/* Who may be given a place now, asked each time that one is offered, given or decided about: of whoever accepts, of whom the desk decides about, of the waiting
 * list. What may be: rules.c. */
#include "applications/applications.h"
#include "applications/own.h"
#include "conduct/conduct.h"
#include "people/people.h"
#include "programmes/shelf.h"

/* since: when a coordinator decided last; a role that was taken away after that needs another decision. */
static enum outcome
facts_of(struct visit *v, const struct application_row_row *row, struct moment since, struct placing_facts *out)
{
	bool is_mentor = row->side == INTAKE_SIDE_MENTOR;

	*out = (struct placing_facts){ .has_accepted = true };
	TRY(person_is_paused(v, row->person, &out->is_paused));
	TRY(documents_are_accepted(v, row->person, is_mentor ? AS_MENTOR : AS_MENTEE, &out->has_accepted));
	if (!is_mentor)
		return OK;
	TRY(mentor_was_refused(v, row->person, since, &out->was_refused));
	return person_lacks_orientation(v, row->person, &out->lacks_orientation);
}

enum outcome
placing_may_accept(struct visit *v, const struct application_row_row *row)
{
	struct placing_facts facts;

	TRY(facts_of(v, row, row->offered_at, &facts));
	return application_may_be_placed(&facts);
}

/* A coordinator's own word is what a refused mentor waits for. */
enum outcome
placing_may_offer(struct visit *v, const struct application_row_row *row)
{
	struct placing_facts facts;

	TRY(facts_of(v, row, v->now, &facts));
	return application_may_be_offered(&facts, v->programme->settings.offer_confirm_days == 0);
}

enum outcome
placing_may_follow(struct visit *v, const struct application_row_row *row)
{
	struct placing_facts facts;

	TRY(facts_of(v, row, row->waits_since_at, &facts));
	return application_may_be_offered(&facts, v->programme->settings.offer_confirm_days == 0);
}

enum outcome
placing_may_be_wanted(struct visit *v, const struct application_row_row *row)
{
	struct moment since = visit_may(v, WHO_COORDINATOR) ? v->now : (struct moment){ 0 };
	struct placing_facts facts;

	TRY(facts_of(v, row, since, &facts));
	return facts.is_paused || facts.was_refused ? APPLICANT_NOT_NOW : OK;
}

enum outcome
placing_waits_for_word(struct visit *v, const struct application_row_row *row, bool *out)
{
	*out = false;
	return row->side == INTAKE_SIDE_MENTOR ? mentor_was_refused(v, row->person, (struct moment){ 0 }, out) : OK;
}
