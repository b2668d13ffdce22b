/* Acts of coordinators on one request: remind, escalate, merge, write down for somebody. */
#include "formats/id.h"
#include "formats/text.h"
#include "formats/when.h"
#include "access/layout.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/api.h"
#include "requests/desk.h"
#include "requests/form_coordinate.h"
#include "requests/pages.h"
#include "requests/requests.h"
#include "requests/skills.h"
#include "requests/slack.h"
#include "requests/views.h"

enum outcome
request_bump_now(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct request_steps_of_row steps;
	int64_t changed;

	TRY(request_steps_of(v->db, v->arena, thing->row.id, &steps));
	TRY(request_may_bump(&thing->facts, steps.bumped_at, v->now));
	TRY(request_bump(v->db, thing->row.id, v->now, &changed));
	TRY(desk_say(v, thing->row.id, S("bumped"), S("")));
	return desk_show(v, S("bumped"));
}

enum outcome
request_post_out(struct visit *v)
{
	TRY(desk_post_take_out(v, desk_thing(v)->row.id));
	return desk_show(v, S("post-taken-out"));
}

enum outcome
request_post_again(struct visit *v)
{
	TRY(desk_post_again(v, desk_thing(v)->row.id));
	return desk_show(v, S("posted-again"));
}

enum outcome
request_escalate(struct visit *v)
{
	const struct request_thing *thing = desk_thing(v);
	struct str reason = form_text(v->form, "reason");
	struct request_steps_of_row steps;
	int64_t changed;

	TRY(request_steps_of(v->db, v->arena, thing->row.id, &steps));
	TRY(request_may_escalate(&thing->facts, steps.escalated_at));
	TRY(request_escalate_now(v->db, thing->row.id, v->now, &changed));
	TRY(desk_say(v, thing->row.id, S("escalated"), S("")));
	if (!str_is_empty(reason))
		TRY(desk_say(v, thing->row.id, S("escalated-because"), reason));
	return desk_show(v, S("escalated"));
}

/* --- two requests about the same thing --- */

/* The one that stays, by the number that people say. */
static enum outcome
find_survivor(struct visit *v, int64_t number, struct request_by_number_row *stays)
{
	enum outcome said = request_by_number(v->db, v->arena, v->programme->id, number, stays);

	if (said == NOT_FOUND)
		form_complain(v->form, "into", S("There is no request with this number."));
	return said == NOT_FOUND ? BAD_INPUT : said;
}

static enum outcome
end_the_merged(struct visit *v, struct request_id into, struct str into_number)
{
	const struct request_thing *thing = desk_thing(v);
	bool was_held = request_may_release(&thing->facts) == OK;
	int64_t changed;

	TRY(request_merge_into(v->db, thing->row.id, into, str_join(v->arena, 2, (struct str[]){ S("It goes on as "), into_number }), v->now, &changed));
	if (changed == 0)
		return STALE;
	if (was_held)
		TRY(desk_end_claim(v, thing->row.id, thing->row.claimer, CLAIM_ENDING_CLOSED, S("")));
	return desk_say(v, thing->row.id, S("merged"), into_number);
}

/* The mentee and a mentor who held the merged one see in its timeline where it goes on; its history stays. */
static enum outcome
merge_into(struct visit *v, int64_t into)
{
	const struct request_thing *thing = desk_thing(v);
	struct str number = desk_number(v->arena, v->programme, into);
	struct request_by_number_row stays;
	struct request_facts survivor;

	TRY(find_survivor(v, into, &stays));
	survivor = (struct request_facts){ .state = stays.state, .mentee = stays.mentee };
	TRY(desk_refuse(v, request_may_merge(&thing->facts, &survivor, request_id_equal(stays.id, thing->row.id)), "into"));
	TRY(end_the_merged(v, stays.id, number));
	TRY(desk_say(v, stays.id, S("merged-from"), desk_number(v->arena, v->programme, thing->row.number)));
	return visit_see_other(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, stays.id.value)), S("merged"));
}

enum outcome
request_merge(struct visit *v)
{
	return merge_into(v, form_whole(v->form, "into"));
}

/* Programs name it as they know it: 12, OC-12, or its id. */
enum outcome
request_merge_call(struct visit *v)
{
	struct str into = form_text(v->form, "into"), mark = str_join(v->arena, 2, (struct str[]){ v->programme->mark, S("-") });
	struct request_seen_by_row row = { .number = 0 };
	struct request_id id;
	int64_t number = 0;
	enum outcome said = OK;

	if (str_equal_ascii_case(str_head(into, mark.length), mark))
		into = str_skip(into, mark.length);
	if (!str_whole(into, &number) && id_read(into, &id.value))
		said = request_seen_by(v->db, v->arena, id, v->programme->id, v->who.id, &row);
	if (said != OK && said != NOT_FOUND)
		return said;
	return merge_into(v, row.number > 0 ? row.number : number);
}

/* --- a request that came by mail, by telephone or in person --- */

enum outcome
intake_show(struct visit *v)
{
	struct form_supply supply = desk_supply(v);
	struct intake_view view = { .programme = v->programme, .form = visit_values(v, &intake_form, &supply) };
	struct page page;

	if (!visit_is_again(v, &intake_form))
		form_set_text(view.form, "asked_on", when_date(v->arena, zone_find(v->who.zone), v->now));
	page = visit_page(v);
	page_intake(&page, &view);
	return OK;
}

/* A day without a time means its start, or now if it is today. */
static enum outcome
asked_moment(struct visit *v, struct moment *out)
{
	struct str time = form_text(v->form, "asked_at");
	struct wall wall, clock;

	if (!when_date_read(form_text(v->form, "asked_on"), &wall))
		return BAD_INPUT;
	if (!str_is_empty(time) && when_time_read(time, &clock)) {
		wall.hour = clock.hour;
		wall.minute = clock.minute;
	}
	if (!when_moment(zone_find(v->who.zone), wall, out))
		return BAD_INPUT;
	if (str_is_empty(time) && str_equal(form_text(v->form, "asked_on"), when_date(v->arena, zone_find(v->who.zone), v->now)))
		*out = v->now;
	return moment_is_after(*out, v->now) ? ASKED_IN_FUTURE : OK;
}

static enum outcome
intake_mentee(struct visit *v, struct person_id *out)
{
	struct person_wish wish = {
		.name = text_one_line(v->arena, form_text(v->form, "name")), .email = form_text(v->form, "email"), .zone = v->programme->zone,
	};
	enum outcome said = person_by_email(v, wish.email, out);

	if (said == NOT_FOUND && str_is_empty(wish.name)) {
		form_complain(v->form, "name", S("Nobody here has this address yet. Write the name of whom it is."));
		return BAD_INPUT;
	}
	if (said == NOT_FOUND)
		said = person_make(v, &wish, out);
	return said == OK ? person_join(v, v->programme->id, *out) : said;
}

static enum outcome
intake_skills(struct visit *v, struct skill_set *set)
{
	bool is_call = v->form->form == &intake_call_form;
	const char *field = is_call ? "skills" : "also";
	struct str rest = is_call ? S("") : form_text(v->form, field), name;

	while (str_next(&rest, ',', &name))
		if (!skill_set_add(v, set, name, field))
			return BAD_INPUT;
	for (size_t i = 0; is_call && i < form_many(v->form, field)->count; i++)
		if (!skill_set_add(v, set, form_many(v->form, field)->at[i], field))
			return BAD_INPUT;
	if (set->count <= (size_t)v->programme->settings.skills_max)
		return OK;
	form_complain(v->form, field, S("That is more than we can match well. Choose the ones that matter most."));
	return BAD_INPUT;
}

/* The mentee's own limit of open requests holds here too; the code of conduct they accept when they come. */
static enum outcome
may_enter(struct visit *v, struct person_id mentee)
{
	struct sending_of_row sent;

	TRY(sending_of(v->db, v->arena, v->programme->id, mentee, moment_plus(v->now, -US_PER_DAY), &sent));
	return sent.unfinished < v->programme->settings.request_max_open ? OK : TOO_MANY_OPEN;
}

static enum outcome
enter(struct visit *v, struct request_add_sent_values *wish, const struct skill_set *set)
{
	struct programme_next_number_row number;
	int64_t changed;

	wish->skills = skill_set_names(v, set);
	wish->skill_count = (int64_t)set->count;
	wish->is_unsure = set->count == 0;
	wish->search = text_folded(v->arena, str_join(v->arena, 3, (struct str[]){ wish->title, S(" "), wish->skills }));
	TRY(programme_next_number(v->db, v->arena, v->programme->id, &number));
	wish->number = number.last_number;
	TRY(request_add_sent(v->db, wish));
	for (size_t i = 0; i < set->count; i++)    /* at most skills_max rows */
		TRY(draft_add_skill(v->db, wish->id, set->at[i]->id));
	TRY(request_entered(v->db, wish->id, v->who.id, &changed));
	TRY(role_mentee_add(v->db, (struct role_id){ visit_new_id(v) }, v->programme->id, wish->mentee, v->now, &changed));
	return desk_say(v, wish->id, S("entered"), S(""));
}

enum outcome
intake_keep(struct visit *v)
{
	const struct service *service = programme_service_by_slug(v->programme, form_text(v->form, "service"));
	struct request_add_sent_values wish = {
		.id = { visit_new_id(v) }, .programme = v->programme->id, .state = REQUEST_STATE_OPEN, .title = form_text(v->form, "title"),
		.details = form_text(v->form, "details"), .language = S("English"), .medium = REQUEST_MEDIUM_ANY,
	};
	struct skill_set set = { .count = 0 };
	struct str id = id_print(v->arena, wish.id.value);

	if (service == NULL)
		return BAD_INPUT;
	wish.service = service->id;
	TRY(desk_refuse(v, asked_moment(v, &wish.now), "asked_on"));
	TRY(intake_skills(v, &set));
	TRY(intake_mentee(v, &wish.mentee));
	TRY(may_enter(v, wish.mentee));
	TRY(enter(v, &wish, &set));
	v->made_at_path = str_join(v->arena, 2, (struct str[]){ S("/api/v1/requests/"), id });
	TRY(visit_see_other(v, url_request_show(v->arena, v->programme->slug, id), S("entered")));
	return request_find_for(v, wish.id.value);
}
