/* Taking a request and giving it back: claim, undo, release, pass, the answer of a mentor asked by name, assignment, a mentor who leaves. */
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/act.h"
#include "requests/desk.h"
#include "requests/form.h"
#include "requests/store_mentors.h"
#include "formats/id.h"

static bool
is_mine_already(const struct visit *v)
{
	return visit_may(v, WHO_CLAIMER) && desk_thing(v)->facts.state != REQUEST_STATE_CLOSED;
}

enum outcome
desk_claim(struct visit *v)
{
	struct mentor_facts mentor;

	TRY(desk_mentor(v, v->who.id, &mentor));
	TRY(request_may_claim(&desk_thing(v)->facts, &mentor, v->now));
	return desk_take(v, v->who.id, S("claimed"), false);
}

enum outcome
request_claim(struct visit *v)
{
	if (is_mine_already(v))
		return desk_show(v, S("claimed"));    /* a second click has no second effect */
	TRY(desk_claim(v));
	return desk_show(v, S("claimed"));
}

enum outcome
request_accept(struct visit *v)
{
	TRY(desk_claim(v));
	return desk_show(v, S("claimed"));
}

enum outcome
request_undo(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);

	TRY(request_may_undo(&thing->facts, v->programme->settings.undo_seconds, v->now));
	TRY(desk_put_back(v, thing->row.id, v->who.id, CLAIM_ENDING_UNDONE, S("")));
	TRY(desk_say(v, thing->row.id, S("claim-undone"), S("")));
	return visit_see_other(v, url_queue_show(v->arena, v->programme->slug), S("claim-undone"));
}

enum outcome
desk_release(struct visit *v, struct str reason)
{
	const struct request_thing *thing = desk_thing(v);
	bool is_own = visit_may(v, WHO_CLAIMER);

	TRY(request_may_release(&thing->facts));
	TRY(desk_put_back(v, thing->row.id, thing->row.claimer, is_own ? CLAIM_ENDING_RELEASED : CLAIM_ENDING_UNASSIGNED, reason));
	return desk_say(v, thing->row.id, is_own ? S("released") : S("unassigned"), thing->row.claimer_name);
}

enum outcome
request_release(struct visit *v)
{
	TRY(desk_release(v, form_text(v->form, "reason")));
	if (visit_may(v, WHO_COORDINATOR | WHO_OWNER))
		return desk_show(v, S("released"));
	return visit_see_other(v, url_queue_show(v->arena, v->programme->slug), S("released"));
}

/* A suggestion is an ask of a volunteer's time, so a colleague gets only so many a day (F080). */
static enum outcome
may_suggest(struct visit *v, struct person_id colleague)
{
	struct suggestions_today_row today;

	if (person_id_is_none(colleague))
		return OK;
	TRY(suggestions_today(v->db, v->arena, colleague, moment_plus(v->now, -US_PER_DAY), &today));
	return today.asks < v->programme->settings.suggest_max_day ? OK : SUGGEST_TOO_OFTEN;
}

/* Who may not have it is not asked, and nobody is told why. */
static enum outcome
without_excluded(struct visit *v, struct person_id *colleague)
{
	struct request_seen_by_row as_colleague;

	if (person_id_is_none(*colleague))
		return OK;
	TRY(request_seen_by(v->db, v->arena, desk_thing(v)->row.id, v->programme->id, *colleague, &as_colleague));
	if (as_colleague.aside_why == ASIDE_WHY_EXCLUDED)
		*colleague = (struct person_id){ 0 };
	return OK;
}

static struct person_id
chosen_person(struct visit *v, const char *field)
{
	struct person_id person = { 0 };

	if (!id_read(form_text(v->form, field), &person.value))
		person.value = 0;
	return person;
}

enum outcome
desk_pass(struct visit *v, struct person_id colleague)
{
	struct request_id request = desk_thing(v)->row.id;
	struct asides_today_row today;
	int64_t changed;

	TRY(asides_today(v->db, v->arena, v->programme->id, v->who.id, moment_plus(v->now, -US_PER_DAY), &today));
	if (today.passes >= v->programme->settings.pass_max_day)
		return PASS_TOO_OFTEN;
	TRY(may_suggest(v, colleague));
	TRY(without_excluded(v, &colleague));
	TRY(aside_set(v->db, &(struct aside_set_values){
	    .request = request, .person = v->who.id, .why = ASIDE_WHY_PASSED, .suggested = colleague, .now = v->now }));
	if (person_id_is_none(colleague))
		return mentor_acts(v->db, v->programme->id, v->who.id, v->now, &changed);
	return desk_say_of(v, S("suggested"), &(struct event_facts){ .request = request, .person = colleague });
}

enum outcome
request_pass(struct visit *v)
{
	TRY(desk_pass(v, chosen_person(v, "suggested")));
	return visit_see_other(v, url_queue_show(v->arena, v->programme->slug), S("passed"));
}

enum outcome
request_unpass(struct visit *v)
{
	int64_t changed;

	TRY(aside_clear(v->db, desk_thing(v)->row.id, v->who.id, &changed));
	return desk_show(v, S("unpassed"));
}

enum outcome
desk_decline(struct visit *v)
{
	struct request_id request = desk_thing(v)->row.id;
	int64_t changed;

	TRY(request_open_up(v->db, request, v->now, &changed));
	TRY(aside_set(v->db, &(struct aside_set_values){
	    .request = request, .person = v->who.id, .why = ASIDE_WHY_PASSED, .now = v->now }));
	return desk_say(v, request, S("hold-declined"), S(""));
}

enum outcome
request_decline(struct visit *v)
{
	TRY(desk_decline(v));
	return visit_see_other(v, url_queue_show(v->arena, v->programme->slug), S("hold-declined"));
}

enum outcome
desk_assign(struct visit *v, struct person_id who, bool has_agreed, struct str reason)
{
	const struct request_thing *thing = desk_thing(v);
	struct request_seen_by_row as_mentor;
	struct request_facts facts = thing->facts;
	struct mentor_facts mentor;

	TRY(desk_mentor(v, who, &mentor));
	TRY(request_seen_by(v->db, v->arena, thing->row.id, v->programme->id, who, &as_mentor));
	facts.is_excluded = as_mentor.aside_why == ASIDE_WHY_EXCLUDED;    /* the mentor's, not the coordinator's */
	TRY(request_may_assign(&facts, &mentor, has_agreed, !str_is_empty(reason), v->now));
	if (person_id_equal(thing->row.claimer, who) && thing->facts.state != REQUEST_STATE_CLOSED)
		return OK;
	TRY(desk_take(v, who, S("assigned"), true));
	return str_is_empty(reason) ? OK : desk_say(v, thing->row.id, S("assigned-because"), reason);
}

enum outcome
request_assign(struct visit *v)
{
	enum outcome said = desk_assign(v, chosen_person(v, "mentor"), form_tick(v->form, "has_agreed"), form_text(v->form, "reason"));

	if (visit_is_again(v, &assign_form))    /* not one of many rows, each of which says its own */
		said = desk_refuse(v, said, "reason");
	TRY(said);
	return desk_show(v, S("assigned"));
}

enum outcome
request_detail(struct visit *v)
{
	int64_t changed;

	TRY(desk_may_ask(v));
	TRY(request_may_ask_detail(&desk_thing(v)->facts));
	TRY(request_ask_detail(v->db, desk_thing(v)->row.id, form_text(v->form, "question"), v->now, &changed));
	TRY(desk_say(v, desk_thing(v)->row.id, S("detail-asked"), S("")));
	return desk_show(v, S("detail-asked"));
}

enum outcome
request_answer(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct str details = str_join(v->arena, 3, (struct str[]){ thing->row.details, S("\n\n"), form_text(v->form, "answer") });
	int64_t changed;

	TRY(request_may_answer(&thing->facts));
	TRY(request_answer_detail(v->db, thing->row.id, details, v->now, &changed));
	TRY(desk_say(v, thing->row.id, S("detail-given"), S("")));
	return desk_show(v, S("detail-given"));
}

/* Whoever leaves gives back what they hold. */
enum outcome
mentor_leave(struct visit *v)
{
	TRY(desk_put_all_back(v, v->who.id, CLAIM_ENDING_RELEASED, S("released")));
	TRY(mentor_set_left(v, v->who.id));
	return visit_see_other(v, url_programme_show(v->arena, v->programme->slug), S("left"));
}
