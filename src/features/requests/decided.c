/* What a decision about a report ends at the desk. Reports are the matter of ../conduct; claims and requests
 * are ended here and nowhere else. */
#include "conduct/conduct.h"
#include "http/routes.h"
#include "people/people.h"
#include "requests/desk.h"
#include "requests/requests.h"

/* As by the clock: the record and those who are told see that a claim ended, not who decided, nor that anything was. */
static enum outcome
end_of(struct visit *v, const struct decided *d, struct person_id person)
{
	struct visit ours = *v;

	ours.who = (struct visitor){ .zone = S("UTC") };
	ours.may = WHO_ANYONE;
	ours.thing = NULL;
	ours.thing_id = 0;
	if (d->ends_part) {
		enum outcome said = member_goes(&ours, person);

		return said == STALE ? OK : said;    /* they left before; they come in no more all the same */
	}
	TRY(desk_put_all_back(&ours, person, CLAIM_ENDING_LAPSED, S("claim-ended")));
	return d->ends_role ? mentor_set_lost(&ours, person) : desk_withdraw_all(&ours, person);
}

enum outcome
case_decide(struct visit *v)
{
	struct decided d;

	TRY(report_decide(v, &d));
	for (size_t i = 0; i < d.count && !d.ends_nothing; i++)
		TRY(end_of(v, &d, d.people[i]));
	return OK;
}

/* Letters about it that wait say how to reach the other, or ask for something: they do not leave. */
enum outcome
case_pair_pause(struct visit *v)
{
	struct letter_desk desk = visit_letters(v);
	struct request_id request;
	int64_t count;

	TRY(pair_rests(v, &request));
	TRY(letters_drop_stale(&desk, request, &count));
	return desk_plan(v, request);
}

enum outcome
case_pair_lift(struct visit *v)
{
	struct request_id request;

	TRY(pair_goes_on_by(v, &request));
	return desk_plan(v, request);
}
