/* A year of the desk: requests that were asked, claimed, given back, held and followed up, and at its end one of every state. */
#include "access/form.h"
#include "base/arena.h"
#include "base/check.h"
#include "daemon/demo_cast.h"
#include "daemon/jobs.h"
#include "formats/id.h"
#include "formats/when.h"
#include "http/routes.h"
#include "later/later.h"
#include "later/store_shared.h"
#include "letters/store_shared.h"
#include "people/form.h"
#include "requests/form.h"
#include "requests/form_ask.h"
#include "requests/form_coordinate.h"
#include "requests/requests.h"

enum { PAST_REQUESTS = 260, HISTORY_DAYS = 365, QUIET_DAYS = 16, DUE_AT_ONCE = 20 };

static const struct ask {
	struct str service, title, details, skills;
} asks[] = {
#define ASK(service, title, details, skills) { S_STATIC(service), S_STATIC(title), S_STATIC(details), S_STATIC(skills) },
#include "daemon/demo_asks.def"
#undef ASK
};

/* One field of a form that an act fills in; an empty name ends the list. */
struct field_answer {
	const char *field;
	struct str text;
};

/* A request on its way: who asked, when it was last touched. */
struct story {
	struct demo *d;
	size_t mentee, mentor;
	struct request_id id;
	struct moment at;
};

/* Nobody in the demo reports anybody, and nobody is idle for long enough: what looks for that begins when the year is over. */
static enum outcome
do_due(struct demo *d, const struct jobs_due_row *job)
{
	struct visit *v = demo_visit(d, DEMO_NOBODY, job->due_at);
	bool is_of_server = str_equal(job->kind, PEOPLE_NIGHT);

	if (!str_equal(job->kind, PROGRAMME_REPORTS) && !is_of_server)
		return job_do_now(v, job->id);
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = is_of_server ? (struct programme_id){ 0 } : d->programme_id, .kind = job->kind, .subject = job->subject,
	    .due_at = moment_plus(d->end, US_PER_HOUR), .now = v->now });
}

/* What was due until then happens when it was due; letters were read long ago, whatever courier there was. */
enum outcome
demo_clock_runs(struct demo *d, struct moment until)
{
	struct jobs_due_rows due = { .count = 1 };
	int64_t sent;

	while (due.count > 0) {
		TRY(jobs_due(d->world->db, d->arena, until, DUE_AT_ONCE, &due));
		for (size_t i = 0; i < due.count; i++)
			TRY(do_due(d, &due.at[i]));
	}
	return letters_were_sent(d->world->db, until, &sent);
}

/* Calls a handler as somebody at a moment, the form filled. The request, if any, is found as the guard would. */
static enum outcome
act(struct story *s, size_t who, route_handler *handler, const struct form *form, const struct field_answer *answers)
{
	struct visit *v = demo_visit(s->d, who, s->at);
	struct form_supply supply = desk_supply(v);

	TRY(demo_clock_runs(s->d, s->at));
	if (s->id.value != 0)
		TRY(request_find_for(v, s->id.value));
	if (form != NULL)
		v->form = form_start(v->arena, form, &supply);
	for (size_t i = 0; answers != NULL && answers[i].field != NULL; i++)
		form_set_text(v->form, answers[i].field, answers[i].text);
	return handler(v);
}

static void
later(struct story *s, int64_t least_minutes, int64_t most_minutes)
{
	int64_t span = most_minutes - least_minutes + 1;

	s->at = moment_plus(s->at, (least_minutes + (int64_t)demo_below(s->d, (uint64_t)span)) * US_PER_MINUTE);
}

/* The mentor's day. */
static struct str
day_of(struct story *s)
{
	return when_date(s->d->arena, zone_find(demo_visit(s->d, s->mentor, s->at)->who.zone), s->at);
}

static enum outcome
tell_about(struct story *s)
{
	static const struct str media[] = { S_STATIC("any"), S_STATIC("chat"), S_STATIC("video"), S_STATIC("voice") };
	struct visit *v = demo_visit(s->d, s->mentee, s->at);
	const struct affiliation *affiliation = &s->d->programme->affiliations[demo_below(s->d, s->d->programme->affiliation_count)];
	struct form_supply supply = desk_supply(v);

	v->form = form_start(v->arena, &wizard_when_form, &supply);
	form_set_text(v->form, "medium", media[demo_below(s->d, ARRAY_LENGTH(media))]);
	form_set_text(v->form, "language", demo_below(s->d, 8) == 0 ? S("Spanish") : S("English"));
	form_set_whole(v->form, "week", (int64_t)(demo_below(s->d, 1 << 21) & 0x16db6d));
	TRY(wizard_when(v));
	v = demo_visit(s->d, s->mentee, s->at);
	v->form = form_start(v->arena, &wizard_about_form, &supply);
	form_set_text(v->form, "affiliation", affiliation->slug);
	form_set_whole(v->form, "shows_name", demo_below(s->d, 3) != 0);
	return wizard_about(v);
}

/* Through the wizard up to its last step. */
static enum outcome
draft(struct story *s, const struct ask *ask)
{
	struct visit *v;

	s->id.value = 0;
	TRY(act(s, s->mentee, wizard_service, &wizard_service_form, (struct field_answer[]){ { "service", ask->service }, { 0 } }));
	v = demo_visit(s->d, s->mentee, s->at);
	v->form = form_start(v->arena, &wizard_skills_form, NULL);
	form_set_text(v->form, "also", ask->skills);
	form_set_whole(v->form, "is_unsure", str_is_empty(ask->skills));
	TRY(wizard_skills(v));
	TRY(act(s, s->mentee, wizard_details, &wizard_details_form,
	    (struct field_answer[]){ { "title", ask->title }, { "details", ask->details }, { 0 } }));
	return tell_about(s);
}

static enum outcome
send_it(struct story *s)
{
	struct visit *v = demo_visit(s->d, s->mentee, s->at);

	TRY(desk_draft_of(v, &s->id));
	return wizard_send(v);
}

static enum outcome
ask_now(struct story *s)
{
	TRY(draft(s, &asks[demo_below(s->d, ARRAY_LENGTH(asks))]));
	return send_it(s);
}

/* Any of the twenty mentors; in the past all of them have room, at the end those who hold little are tried in turn. */
static enum outcome
claim(struct story *s)
{
	enum outcome said = MENTOR_FULL;

	for (size_t tries = 0; tries < DEMO_MENTORS && said == MENTOR_FULL; tries++) {
		s->mentor = DEMO_FIRST_MENTOR + (size_t)demo_below(s->d, DEMO_MENTORS);
		said = act(s, s->mentor, request_claim, &claim_form, NULL);
	}
	return said;
}

static enum outcome
attempt(struct story *s)
{
	static const struct str ways[] = { S_STATIC("chat"), S_STATIC("email"), S_STATIC("voice") };

	return act(s, s->mentor, request_attempt, &attempt_form,
	    (struct field_answer[]){ { "way", ways[demo_below(s->d, ARRAY_LENGTH(ways))] }, { "tried_on", day_of(s) }, { 0 } });
}

static enum outcome
schedule(struct story *s, int64_t in_days)
{
	struct moment session = moment_plus(s->at, in_days * US_PER_DAY);

	return act(s, s->mentor, request_schedule, &session_form,
	    (struct field_answer[]){ { "date", when_date(s->d->arena, NULL, session) }, { "time", S("18:30") }, { 0 } });
}

static enum outcome
hold(struct story *s)
{
	static const struct str steps[] = {
		S_STATIC("Write the smallest version first, then add one thing at a time. We agreed on two exercises."),
		S_STATIC("Send the new version to the list of companies, and note which answer you get."),
		S_STATIC("Read the three links, then try it once without looking."), S_STATIC(""),
	};

	return act(s, s->mentor, request_fulfil, &fulfil_form,
	    (struct field_answer[]){ { "held_on", day_of(s) }, { "next_steps", steps[demo_below(s->d, ARRAY_LENGTH(steps))] }, { 0 } });
}

static enum outcome
say_helpful(struct story *s)
{
	uint64_t luck = demo_below(s->d, 10);
	struct str answer = luck < 7 ? S("helped") : luck < 9 ? S("partly") : S("not");

	TRY(act(s, s->mentee, request_helpful, &helpful_form, (struct field_answer[]){ { "helpful", answer }, { 0 } }));
	if (luck == 9) {
		later(s, 60, 600);
		return act(s, s->mentee, request_follow_up, &empty_form, NULL);
	}
	return OK;
}

static enum outcome
live_held(struct story *s)
{
	TRY(attempt(s));
	later(s, 60, 1200);
	TRY(schedule(s, 2));
	s->at = moment_plus(s->at, 3 * US_PER_DAY);
	TRY(hold(s));
	later(s, 30, 3000);
	return demo_below(s->d, 4) == 0 ? OK : say_helpful(s);
}

static enum outcome
live_unreachable(struct story *s)
{
	for (int i = 0; i < 3; i++) {
		TRY(attempt(s));
		later(s, 1500, 3000);
	}
	return act(s, s->mentor, request_unreachable, &unreachable_form, NULL);
}

/* A request of the past, from asking to its end. */
static enum outcome
live_past(struct story *s)
{
	uint64_t luck = demo_below(s->d, 20);

	TRY(ask_now(s));
	later(s, 30, 4000);
	if (luck == 0)
		return act(s, s->mentee, request_withdraw, &empty_form, NULL);
	if (luck == 1)
		return act(s, DEMO_COORDINATOR, request_close, &close_form,
		    (struct field_answer[]){ { "reason", S("This needs a lawyer, not a mentor. We sent you three addresses.") }, { 0 } });
	TRY(claim(s));
	later(s, 30, 2000);
	if (luck == 2) {
		TRY(act(s, s->mentor, request_release, &release_form, NULL));
		later(s, 60, 3000);
		TRY(claim(s));
		later(s, 30, 1500);
	}
	return luck == 3 || luck == 4 ? live_unreachable(s) : live_held(s);
}

/* Follow-ups that are still open in the past are held by somebody else, so that the end of the year is as we plan it. */
static enum outcome
finish_follow_up(struct story *s)
{
	enum outcome found = desk_follow_up_of(demo_visit(s->d, s->mentee, s->at), s->id, &s->id);

	if (found != OK)
		return found == NOT_FOUND ? OK : found;
	later(s, 600, 3000);
	for (enum outcome said = REQUEST_TAKEN; said != OK;) {
		said = claim(s);
		if (said != OK && said != REQUEST_EXCLUDED && said != REQUEST_TAKEN)
			return said;
	}
	later(s, 60, 900);
	TRY(attempt(s));
	s->at = moment_plus(s->at, US_PER_DAY);
	return hold(s);
}

static enum outcome
live_history(struct demo *d)
{
	for (int64_t i = 0; i < PAST_REQUESTS; i++) {
		int64_t back_us = (HISTORY_DAYS - QUIET_DAYS) * US_PER_DAY / PAST_REQUESTS * (PAST_REQUESTS - i) + QUIET_DAYS * US_PER_DAY;
		struct story s = { .d = d, .mentee = DEMO_FIRST_MENTEE + (size_t)demo_below(d, DEMO_MENTEES), .at = moment_plus(d->end, -back_us) };

		arena_reset(d->arena);
		TRY(live_past(&s));
		TRY(finish_follow_up(&s));
	}
	return OK;
}

/* One of the end: asked so many hours ago. */
static struct story
ask_ago(struct demo *d, size_t mentee, int64_t hours)
{
	return (struct story){ .d = d, .mentee = DEMO_FIRST_MENTEE + mentee, .at = moment_plus(d->end, -hours * US_PER_HOUR) };
}

/* mentee1 to mentee8 wait, from two hours to eleven days. */
static enum outcome
leave_open(struct demo *d)
{
	static const int64_t hours[] = { 2, 5, 20, 50, 80, 120, 200, 264 };

	for (size_t i = 0; i < ARRAY_LENGTH(hours); i++) {
		struct story s = ask_ago(d, i, hours[i]);

		arena_reset(d->arena);
		TRY(draft(&s, &asks[i * 3 % ARRAY_LENGTH(asks)]));
		TRY(send_it(&s));
	}
	return OK;
}

/* mentee9 to mentee14: needs detail, claimed twice, scheduled, session over, reserved. */
static enum outcome
leave_running(struct demo *d)
{
	for (size_t i = 0; i < 5; i++) {
		struct story s = ask_ago(d, 8 + i, 60);

		arena_reset(d->arena);
		TRY(draft(&s, &asks[(i * 4 + 1) % ARRAY_LENGTH(asks)]));
		TRY(send_it(&s));
		later(&s, 60, 600);
		if (i == 0) {
			TRY(act(&s, DEMO_COORDINATOR, request_detail, &detail_form,
			    (struct field_answer[]){ { "question", S("Which part would you like to look at first?") }, { 0 } }));
			continue;
		}
		s.mentor = DEMO_FIRST_MENTOR + i - 1;
		TRY(act(&s, s.mentor, request_claim, &claim_form, NULL));
		later(&s, 30, 300);
		if (i >= 2)
			TRY(attempt(&s));
		if (i == 3)
			TRY(schedule(&s, 5));
		if (i == 4)
			TRY(schedule(&s, 1));
	}
	return OK;
}

static enum outcome
leave_reserved_and_drafts(struct demo *d)
{
	struct story s = ask_ago(d, 13, 6);
	struct story drafting = ask_ago(d, 14, 30);
	struct visit *v;
	struct form_supply supply;

	arena_reset(d->arena);
	TRY(draft(&s, &asks[8]));
	v = demo_visit(d, s.mentee, s.at);
	supply = desk_supply(v);
	v->form = form_start(v->arena, &wizard_when_form, &supply);
	form_set_text(v->form, "medium", S("video"));
	form_set_text(v->form, "language", S("English"));
	form_set_text(v->form, "named_mentor", id_print(d->arena, d->ids[DEMO_FIRST_MENTOR + 5].value));
	TRY(wizard_when(v));
	v = demo_visit(d, s.mentee, s.at);
	v->form = form_start(v->arena, &wizard_about_form, &supply);
	TRY(wizard_about(v));
	TRY(send_it(&s));
	return act(&drafting, drafting.mentee, wizard_service, &wizard_service_form,
	    (struct field_answer[]){ { "service", S("code-review") }, { 0 } });
}

/* mentee16: held two days ago, not yet asked whether it helped. */
static enum outcome
leave_unanswered(struct demo *d)
{
	struct story s = ask_ago(d, 15, 120);

	arena_reset(d->arena);
	TRY(draft(&s, &asks[5]));
	TRY(send_it(&s));
	later(&s, 60, 600);
	s.mentor = DEMO_FIRST_MENTOR;
	TRY(act(&s, s.mentor, request_claim, &claim_form, NULL));
	later(&s, 60, 600);
	TRY(attempt(&s));
	s.at = moment_plus(d->end, -2 * US_PER_DAY);
	return hold(&s);
}

/* mentee17 asked the same thing twice in a week; a coordinator merged the second into the first, which was held
 * and did not help. */
static enum outcome
leave_merged(struct demo *d)
{
	struct story first = ask_ago(d, 16, 220), twin = ask_ago(d, 16, 200);
	int64_t stays;
	struct visit *v;

	arena_reset(d->arena);
	TRY(draft(&first, &asks[14]));
	TRY(send_it(&first));
	TRY(draft(&twin, &asks[14]));
	TRY(send_it(&twin));
	v = demo_visit(d, DEMO_COORDINATOR, moment_plus(twin.at, US_PER_HOUR));
	TRY(desk_number_of(v, first.id, &stays));
	TRY(request_find_for(v, twin.id.value));
	v->form = form_start(v->arena, &merge_form, NULL);
	form_set_whole(v->form, "into", stays);
	TRY(request_merge(v));
	first.at = moment_plus(twin.at, 2 * US_PER_HOUR);
	TRY(claim(&first));
	later(&first, 30, 300);
	TRY(attempt(&first));
	first.at = moment_plus(first.at, 2 * US_PER_DAY);
	TRY(hold(&first));
	later(&first, 60, 600);
	return act(&first, first.mentee, request_helpful, &helpful_form, (struct field_answer[]){ { "helpful", S("not") },
	    { "helpful_words", S("We talked about tools for most of the time. I would still like to set a server up once.") }, { 0 } });
}

static enum outcome
leave_mentors(struct demo *d)
{
	struct visit *v = demo_visit(d, DEMO_AWAY, moment_plus(d->end, -30 * US_PER_HOUR));

	v->form = form_start(v->arena, &mentor_away_form, NULL);
	form_set_text(v->form, "until", when_date(d->arena, NULL, moment_plus(d->end, 12 * US_PER_DAY)));
	TRY(mentor_away(v));
	return mentor_leave(demo_visit(d, DEMO_FORMER, moment_plus(d->end, -20 * US_PER_DAY)));
}

enum outcome
demo_year(struct demo *d)
{
	TRY(live_history(d));
	TRY(leave_open(d));
	TRY(leave_running(d));
	TRY(leave_reserved_and_drafts(d));
	TRY(leave_unanswered(d));
	TRY(leave_merged(d));
	TRY(leave_mentors(d));
	return demo_clock_runs(d, d->end);
}
