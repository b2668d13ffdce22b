/* What happens under a claim and after it: attempts, the session, the outcome, notes, "was it helpful?", follow-up. */
#include "http/routes.h"
#include "formats/id.h"
#include "formats/when.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "requests/act.h"
#include "requests/desk.h"
#include "requests/rules_claim.h"

enum outcome
desk_attempt(struct visit *v, struct str day, enum attempt_way way, struct str words)
{
	const struct request_thing *thing = desk_thing(v);
	struct claim_live_row claim;
	int64_t changed;

	TRY(request_may_note_attempt(&thing->facts, desk_day(day), desk_day_of(v, v->now), desk_day_of(v, thing->row.claimed_at)));
	TRY(claim_live(v->db, v->arena, thing->row.id, &claim));
	TRY(attempt_add(v->db, &(struct attempt_add_values){
	    .id = { visit_new_id(v) }, .request = thing->row.id, .mentor = v->who.id, .claim = claim.id, .tried_on = day,
	    .tried_at = desk_day_start(v, day), .way = way, .words = words, .now = v->now }));
	TRY(request_contacted(v->db, thing->row.id, v->now, &changed));
	return desk_say(v, thing->row.id, S("contact-tried"), day);
}

enum outcome
request_attempt(struct visit *v)
{
	enum attempt_way way;

	if (!attempt_way_read(form_text(v->form, "way"), &way))
		return BAD_INPUT;
	TRY(desk_refuse(v, desk_attempt(v, form_text(v->form, "tried_on"), way, form_text(v->form, "words")), "tried_on"));
	return desk_show(v, S("attempt-noted"));
}

/* The moment that a day and a time mean for the visitor; false if clocks skip it on that day. */
static bool
session_moment(struct visit *v, struct moment *out)
{
	const struct zone *zone = zone_find(v->who.zone);
	struct wall day, time, back;

	if (!when_date_read(form_text(v->form, "date"), &day) || !when_time_read(form_text(v->form, "time"), &time))
		return false;
	day.hour = time.hour;
	day.minute = time.minute;
	if (!when_moment(zone, day, out))
		return false;
	back = when_wall(zone, *out);
	return back.hour == time.hour && back.minute == time.minute;
}

enum outcome
request_schedule(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct str local = str_join(v->arena, 3, (struct str[]){ form_text(v->form, "date"), S("T"), form_text(v->form, "time") });
	struct moment at;
	int64_t changed;
	bool has_accepted;

	if (!session_moment(v, &at)) {
		form_complain(v->form, "time", S("This time does not exist on that day, because clocks change then. Choose another."));
		return BAD_INPUT;
	}
	TRY(documents_are_accepted(v, v->who.id, visit_may(v, WHO_CLAIMER) ? AS_MENTOR : AS_MENTEE, &has_accepted));
	if (!has_accepted)
		return CONDUCT_FIRST;
	TRY(desk_refuse(v, request_may_schedule(&thing->facts, at, v->now), "date"));
	TRY(request_set_session(v->db, &(struct request_set_session_values){
	    .id = thing->row.id, .session = at, .zone = v->who.zone, .local = local, .now = v->now,
	    .step = session_first_step(at, v->programme->settings.near_hours, v->now) }, &changed));
	TRY(desk_say(v, thing->row.id, S("session-set"), S("")));
	TRY(desk_note_late(v));
	return desk_show(v, S("session-set"));
}

/* The end of a request, whatever it was: the row, and the claim if one was running. */
static enum outcome
end_request(struct visit *v, const struct request_end_values *how, struct str kind)
{
	const struct request_thing *thing = desk_thing(v);
	bool was_held = request_may_release(&thing->facts) == OK;
	int64_t changed;

	TRY(request_end(v->db, how, &changed));
	if (changed == 0)
		return STALE;
	if (was_held)
		TRY(desk_end_claim(v, thing->row.id, thing->row.claimer, CLAIM_ENDING_CLOSED, S("")));
	return desk_say(v, thing->row.id, kind, S(""));
}

enum outcome
desk_fulfil(struct visit *v, struct str day, struct str next_steps)
{
	const struct request_thing *thing = desk_thing(v);

	TRY(request_may_fulfil(&thing->facts, desk_day(day), desk_day_of(v, v->now), desk_day_of(v, thing->row.claimed_at)));
	return end_request(v, &(struct request_end_values){
	    .id = thing->row.id, .outcome = REQUEST_OUTCOME_HELD, .held_on = day, .next_steps = next_steps, .now = v->now }, S("held"));
}

enum outcome
request_fulfil(struct visit *v)
{
	TRY(desk_refuse(v, desk_fulfil(v, form_text(v->form, "held_on"), form_text(v->form, "next_steps")), "held_on"));
	return desk_show(v, S("fulfilled"));
}

enum outcome
request_unreachable(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	const struct settings *number = &v->programme->settings;
	struct request_facts facts = thing->facts;
	struct request_attempts_since_row attempts;

	TRY(request_attempts_since(v->db, v->arena, thing->row.id,
	    moment_plus(v->now, -number->contact_window_days * US_PER_DAY), &attempts));
	facts.attempts_in_window = attempts.attempts;
	TRY(request_may_be_unreachable(&facts, number->contact_attempts, visit_may(v, WHO_COORDINATOR)));
	TRY(end_request(v, &(struct request_end_values){
	    .id = thing->row.id, .outcome = REQUEST_OUTCOME_UNREACHABLE, .reason = form_text(v->form, "reason"), .now = v->now },
	    S("unreachable")));
	return desk_show(v, S("closed"));
}

enum outcome
request_withdraw(struct visit *v)
{
	TRY(request_may_end(&desk_thing(v)->facts));
	TRY(end_request(v, &(struct request_end_values){
	    .id = desk_thing(v)->row.id, .outcome = REQUEST_OUTCOME_WITHDRAWN, .now = v->now }, S("withdrawn")));
	return desk_show(v, S("withdrawn"));
}

enum outcome
request_close(struct visit *v)
{
	TRY(request_may_end(&desk_thing(v)->facts));
	TRY(end_request(v, &(struct request_end_values){
	    .id = desk_thing(v)->row.id, .outcome = REQUEST_OUTCOME_DECLINED, .reason = form_text(v->form, "reason"), .now = v->now },
	    S("closed")));
	return desk_show(v, S("closed"));
}

/* A late reply: the first mentor's again if that mentor still has place, else everybody's (F072). */
enum outcome
request_reply(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct mentor_facts mentor;
	enum outcome said;
	int64_t changed;

	if (request_may_release(&thing->facts) == OK) {
		TRY(desk_here(v));
		return desk_show(v, S("mentee-here"));
	}
	TRY(desk_may_ask(v));
	TRY(request_may_reopen(&thing->facts));
	TRY(request_reopen_open(v->db, thing->row.id, v->now, &changed));
	if (changed == 0)
		return STALE;
	TRY(desk_say(v, thing->row.id, S("reopened"), S("")));
	said = desk_mentor(v, thing->row.claimer, &mentor);
	if (said != OK && said != NOT_FOUND)    /* who is a mentor no more does not get it back */
		return said;
	if (said == OK && mentor_may_hold(&mentor, v->now) == OK)
		TRY(desk_take(v, thing->row.claimer, S("claimed-again"), false));
	return desk_show(v, S("reopened"));
}

enum outcome
request_note(struct visit *v)
{
	struct request_id request = desk_thing(v)->row.id;
	enum note_audience audience;

	if (!note_audience_read(form_text(v->form, "audience"), &audience))
		return BAD_INPUT;
	TRY(note_add(v->db, &(struct note_add_values){
	    .id = { visit_new_id(v) }, .request = request, .author = v->who.id, .audience = audience,
	    .words = form_text(v->form, "words"), .now = v->now }));
	if (audience != NOTE_AUDIENCE_AUTHOR)
		TRY(desk_say(v, request, audience == NOTE_AUDIENCE_PAIR ? S("note-shared") : S("note-coordinators"), S("")));
	return desk_show(v, S("note-kept"));
}

enum outcome
desk_helpful(struct visit *v, enum request_helpful answer, struct str words)
{
	struct request_id request = desk_thing(v)->row.id;
	int64_t changed;

	TRY(request_may_say_helpful(&desk_thing(v)->facts, v->programme->settings.helpful_days, v->now));
	return request_set_helpful(v->db, request, answer, words, v->now, &changed);
}

enum outcome
request_helpful(struct visit *v)
{
	enum request_helpful answer;

	if (!request_helpful_read(form_text(v->form, "helpful"), &answer))
		return BAD_INPUT;
	TRY(desk_helpful(v, answer, form_text(v->form, "helpful_words")));
	return desk_show(v, S("helpful-kept"));
}

/* A new request with the same words, which the first mentor can neither see nor claim (F075). */
enum outcome
request_follow_up(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct request_id follow = { visit_new_id(v) };
	struct programme_next_number_row number;

	TRY(desk_may_ask(v));
	TRY(request_may_follow_up(&thing->facts));
	TRY(programme_next_number(v->db, v->arena, v->programme->id, &number));
	TRY(request_follow(v->db, follow, number.last_number, thing->row.id, v->now));
	TRY(request_follow_skills(v->db, follow, thing->row.id));
	TRY(aside_set(v->db, &(struct aside_set_values){
	    .request = follow, .person = thing->row.claimer, .why = ASIDE_WHY_EXCLUDED, .now = v->now }));
	TRY(desk_say(v, thing->row.id, S("follow-up-asked"), S("")));
	TRY(desk_say(v, follow, S("sent-follow-up"), S("")));
	return visit_see_other(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, follow.value)), S("follow-up"));
}
