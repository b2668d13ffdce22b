/* The shared effects of the desk: claims begin and end here and nowhere else, so that capacity and history cannot drift. */
#include "requests/desk.h"
#include "applications/applications.h"

#include "base/arena.h"

#include "base/check.h"
#include "conduct/conduct.h"
#include "formats/id.h"
#include "formats/when.h"
#include "help/help.h"
#include "http/routes.h"
#include "openings/openings.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "programmes/questionnaires.h"
#include "programmes/shelf.h"
#include "requests/requests.h"
#include "requests/store_mentors.h"
#include "requests/slack.h"
#include "surveys/surveys.h"

enum { FIGURE_DAYS = 90, FIGURE_ROWS = 200, HELD_MOST = 50 };    /* rows: skills of one mentor */

const struct request_thing *
desk_thing(const struct visit *v)
{
	check(v->thing != NULL);
	return v->thing;
}

static struct request_facts
facts_of(const struct request_seen_by_row *row)
{
	return (struct request_facts){
		.state = row->state, .mentee = row->mentee, .claimer = row->claimer, .named = row->named_mentor,
		.reserved_until_at = row->reserved_until_at, .claimed_at = row->claimed_at, .contacted_at = row->contacted_at,
		.lease_due_at = row->lease_due_at, .session_at = row->session_at, .closed_at = row->closed_at,
		.sent_at = row->sent_at, .waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us,
		.outcome = row->outcome, .helpful = row->helpful, .releases = row->releases, .claim_step = row->claim_step, .answered_at = row->answered_at,
		.tried_at = row->tried_at, .saved_at = row->saved_at,
		.is_excluded = row->aside_why == ASIDE_WHY_EXCLUDED, .is_passed = row->aside_why == ASIDE_WHY_PASSED,
		.has_follow_up = !request_id_is_none(row->follow_up), .rests = row->rests,
	};
}

enum outcome
request_find_for(struct visit *v, int64_t id)
{
	struct request_thing *thing = ARENA_NEW(v->arena, struct request_thing);
	struct request_relation is;

	TRY(request_seen_by(v->db, v->arena, (struct request_id){ id }, v->programme->id, v->who.id, &thing->row));
	thing->facts = facts_of(&thing->row);
	is = request_relation(&thing->facts, v->who.id, visit_may(v, WHO_MENTOR), visit_may(v, WHO_COORDINATOR | WHO_ESCALATION), v->now);
	v->may |= (is.sees ? WHO_SEES : 0u) | (is.is_owner ? WHO_OWNER : 0u) | (is.is_claimer ? WHO_CLAIMER : 0u) |
	    (is.is_named ? WHO_NAMED : 0u) | (is.is_late ? WHO_LATE : 0u) | (is.is_onlooker ? WHO_ONLOOKER : 0u);
	v->thing = thing;
	v->thing_id = id;
	v->thing_version = thing->row.version;
	v->thing_state = request_state_name(thing->row.state);
	return OK;
}

enum outcome
request_why_refused(const struct visit *v, unsigned who)
{
	struct request_relation is = { .is_owner = visit_may(v, WHO_OWNER), .is_claimer = visit_may(v, WHO_CLAIMER) };
	struct request_act act = { .is_taking = (who & WHO_MENTOR) != 0, .is_holding = (who & WHO_CLAIMER) != 0 };

	return request_refusal(&desk_thing(v)->facts, &is, visit_may(v, WHO_MENTOR), &act);
}

enum outcome
request_programme_find(struct visit *v, struct str shown_id, struct str *slug)
{
	struct request_programme_row row = { 0 };
	struct request_id id;
	enum outcome said;

	*slug = S("");
	if (!id_read(shown_id, &id.value))
		return OK;
	said = request_programme(v->db, v->arena, id, &row);
	*slug = row.slug;
	return said == NOT_FOUND ? OK : said;
}

enum outcome
desk_may_ask(struct visit *v)
{
	bool is_paused;

	TRY(person_is_paused(v, v->who.id, &is_paused));
	return is_paused ? PERSON_PAUSED : OK;
}

enum outcome
desk_may_name(struct visit *v, struct person_id mentor)
{
	bool is_paused = false;

	if (!person_id_is_none(mentor))
		TRY(person_is_paused(v, mentor, &is_paused));
	return is_paused ? MENTOR_PAUSED : OK;
}

enum outcome
desk_mentor(struct visit *v, struct person_id person, struct mentor_facts *out)
{
	struct mentor_of_row row;

	TRY(mentor_of(v->db, v->arena, v->programme->id, person, &row));
	*out = (struct mentor_facts){
		.id = person, .state = row.state, .away_until_at = row.away_until_at, .running = row.running,
		.capacity = programme_capacity(v->programme, row.capacity),
	};
	TRY(person_is_paused(v, person, &out->is_paused));
	TRY(person_lacks_orientation(v, person, &out->lacks_orientation));
	return documents_are_accepted(v, person, AS_MENTOR, &out->has_accepted_conduct);
}

/* The start of a day, so that the answer can be kept while nobody commits. */
enum outcome
desk_figures(struct visit *v, struct mentor_id mentor, struct queue_figures_rows *out)
{
	struct moment since = { (v->now.us / US_PER_DAY - FIGURE_DAYS) * US_PER_DAY };

	TRY(queue_figures(v->db, v->arena, v->programme->id, since, mentor, FIGURE_ROWS, out));
	check(out->count > 0);
	return OK;
}

enum outcome
desk_say(struct visit *v, struct request_id request, struct str kind, struct str detail)
{
	return desk_say_of(v, kind, &(struct event_facts){ .request = request, .detail = detail });
}

enum outcome
desk_say_of(struct visit *v, struct str kind, const struct event_facts *facts)
{
	int64_t changed;

	TRY(event_say(v, kind, facts));
	if (visit_may(v, WHO_MENTOR))
		TRY(mentor_acts(v->db, v->programme->id, v->who.id, v->now, &changed));
	TRY(desk_write(v, facts->request, kind));
	TRY(desk_post(v, facts->request, kind));
	TRY(desk_homes(v, facts->request));
	return desk_plan(v, facts->request);
}

/* One conditional UPDATE decides who was first (TRUST.md T6); the mentor's place is taken the same way, so that two claims at
 * once cannot pass the capacity. The request goes before the mentor everywhere, so that two writers never wait in a circle. */
enum outcome
desk_take(struct visit *v, struct person_id mentor, struct str kind, bool over_hold)
{
	struct request_id request = desk_thing(v)->row.id;
	const struct settings *number = &v->programme->settings;
	struct moment due = desk_open_after(v->programme, moment_plus(v->now, (number->lease_hours + number->lease_grace_hours) * US_PER_HOUR));
	struct request_take_row taken;
	struct request_take_reserved_row taken_over;
	int64_t changed;
	enum outcome said = over_hold ? request_take_reserved(v->db, v->arena, request, mentor, v->now, due, &taken_over)
	    : request_take(v->db, v->arena, request, mentor, v->now, due, &taken);

	if (said == NOT_FOUND)
		return REQUEST_TAKEN;
	if (said != OK)
		return said;
	TRY(mentor_take_place(v->db, v->programme->id, mentor, number->mentor_capacity, v->now, &changed));
	if (changed == 0)
		return MENTOR_FULL;
	TRY(claim_add(v->db, (struct claim_id){ visit_new_id(v) }, request, mentor, v->now));
	return desk_say_of(v, kind, &(struct event_facts){ .request = request, .person = mentor });
}

enum outcome
desk_end_claim(struct visit *v, struct request_id request, struct person_id claimer, enum claim_ending ending, struct str reason)
{
	int64_t changed;

	TRY(claim_end(v->db, &(struct claim_end_values){
	    .request = request, .now = v->now, .by = v->who.id, .ending = ending, .reason = reason }, &changed));
	if (changed == 0)
		return STALE;
	return mentor_give_place(v->db, v->programme->id, claimer, &changed);
}

enum outcome
desk_put_back(struct visit *v, struct request_id request, struct person_id claimer, enum claim_ending ending, struct str reason)
{
	int64_t releases = ending == CLAIM_ENDING_UNDONE ? 0 : 1, changed;

	TRY(request_back(v->db, request, claimer, v->now, releases, &changed));
	if (changed == 0)
		return REQUEST_NOT_CLAIMED;
	return desk_end_claim(v, request, claimer, ending, reason);
}

enum outcome
desk_put_all_back(struct visit *v, struct person_id claimer, enum claim_ending ending, struct str event)
{
	struct request_held_by_rows held;

	TRY(request_held_by(v->db, v->arena, v->programme->id, claimer, HELD_MOST, &held));
	for (size_t i = 0; i < held.count; i++) {
		TRY(desk_put_back(v, held.at[i].id, claimer, ending, S("")));
		TRY(desk_say_of(v, event, &(struct event_facts){ .request = held.at[i].id, .before = request_state_name(held.at[i].state) }));
	}
	return OK;
}

int64_t
desk_day(struct str date)
{
	struct wall wall;
	struct moment start;

	check(when_date_read(date, &wall));    /* the form has checked */
	check(when_moment(NULL, wall, &start));
	return start.us / US_PER_DAY;
}

int64_t
desk_day_of(const struct visit *v, struct moment at)
{
	return desk_day(when_date(v->arena, zone_find(v->who.zone), at));
}

struct moment
desk_day_start(const struct visit *v, struct str date)
{
	struct wall wall;
	struct moment start;

	check(when_date_read(date, &wall));
	check(when_moment(zone_find(v->who.zone), wall, &start));
	return start;
}

enum outcome
desk_refuse(struct visit *v, enum outcome said, const char *field)
{
	if (said != OK && outcome_status(said) == outcome_status(BAD_INPUT))
		form_complain(v->form, field, outcome_words(said));
	return said;
}

enum outcome
desk_show(struct visit *v, struct str done)
{
	struct str id = id_print(v->arena, desk_thing(v)->row.id.value);

	return visit_see_other(v, url_request_show(v->arena, v->programme->slug, id), done);
}

/* To somebody who is away only an assignment can go, which says why (F011). */
static enum outcome
desk_choices(void *self, struct arena *arena, struct str field, struct choices *out)
{
	struct visit *v = self;
	struct form_supply of_programme = programme_supply(v->programme);

	if (str_equal(field, S("mentor")))
		return mentor_choices(v, true, out);
	if (str_equal(field, S("suggested")) || str_equal(field, S("named_mentor")))
		return mentor_choices(v, false, out);
	if (str_equal(field, S("survey_round")))
		return survey_round_choices(v, out);
	if (str_equal(field, S("questionnaire")))
		return questionnaire_choices(v, out);
	if (str_equal(field, S("round")))
		return opening_round_choices(v, out);
	if (str_equal(field, S("import_round")))
		return rounds_to_fill_choices(v, out);
	if (str_equal(field, S("clauses")))
		return case_clause_choices(v, out);
	if (str_equal(field, S("help_place")))
		return help_place_choices(v, out);
	return of_programme.choices(of_programme.self, arena, field, out);
}

static void
desk_bounds(void *self, struct str field, int64_t *min, int64_t *max)
{
	struct visit *v = self;
	struct form_supply of_programme = programme_supply(v->programme);

	of_programme.bounds(of_programme.self, field, min, max);
}

struct form_supply
desk_supply(struct visit *v)
{
	return (struct form_supply){ .self = v, .choices = desk_choices, .bounds = desk_bounds };
}

enum outcome
desk_follow_up_of(struct visit *v, struct request_id request, struct request_id *out)
{
	struct request_seen_by_row row;

	TRY(request_seen_by(v->db, v->arena, request, v->programme_id, v->who.id, &row));
	*out = row.follow_up;
	return request_id_is_none(row.follow_up) ? NOT_FOUND : OK;
}

enum outcome
desk_number_of(struct visit *v, struct request_id request, int64_t *out)
{
	struct request_seen_by_row row;

	TRY(request_seen_by(v->db, v->arena, request, v->programme_id, v->who.id, &row));
	*out = row.number;
	return OK;
}
