/* The mentor's own side: volunteering, the record, being away and back. Leaving is the desk's, since claims are. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/text.h"
#include "formats/when.h"
#include "http/routes.h"
#include "people/form.h"
#include "people/mentor.h"
#include "people/pages.h"
#include "people/rules.h"
#include "people/store.h"
#include "people/views.h"
#include "programmes/questions.h"

enum { LIST_MOST = 200, BASICS = 1, STRONGEST = 3, NUMBER_BYTES = 24, WORDS_BYTES = 2000 };

/* The offer that a form holds, under construction. */
struct offer {
	struct mentor_skill_wish *skills;
	size_t skill_count;
	struct service_id *services;
	size_t service_count;
};

static void
add_skill(struct offer *offer, const struct skill *skill, int64_t level)
{
	for (size_t i = 0; i < offer->skill_count; i++)
		if (skill_id_equal(offer->skills[i].skill, skill->id)) {
			if (level > offer->skills[i].level)
				offer->skills[i].level = level;
			return;
		}
	offer->skills[offer->skill_count++] = (struct mentor_skill_wish){ skill->id, level };
}

/* Skills typed with commas between; the first that nobody knows is a complaint. */
static bool
add_typed(struct visit *v, struct offer *offer, const char *field, int64_t level)
{
	struct str rest = form_text(v->form, field), name;

	while (str_next(&rest, ',', &name)) {
		const struct skill *skill;

		name = text_trim(name);
		if (str_is_empty(name))
			continue;
		skill = programme_skill_by_name(v->programme, v->arena, name);
		if (skill == NULL) {
			form_complain(v->form, field, str_join(v->arena, 3, (struct str[]){
			    S("“"), name, S("” is not in our list. Choose the nearest one, or ask a coordinator to add it.") }));
			return false;
		}
		add_skill(offer, skill, level);
	}
	return true;
}

static enum outcome
read_offer(struct visit *v, struct mentor_wish *wish)
{
	const struct str_list *skills = form_many(v->form, "mentor_skills"), *services = form_many(v->form, "mentor_services");
	struct offer offer = {
		.skills = ARENA_MANY(v->arena, v->programme->skill_count + 1, struct mentor_skill_wish),
		.services = ARENA_MANY(v->arena, v->programme->service_count + 1, struct service_id),
	};

	for (size_t i = 0; i < skills->count; i++) {
		const struct skill *skill = programme_skill_by_name(v->programme, v->arena, skills->at[i]);

		if (skill != NULL)
			add_skill(&offer, skill, 0);
	}
	for (size_t i = 0; i < services->count; i++) {
		const struct service *service = programme_service_by_slug(v->programme, services->at[i]);

		if (service != NULL && offer.service_count < v->programme->service_count)
			offer.services[offer.service_count++] = service->id;
	}
	if (!add_typed(v, &offer, "also", 0) || !add_typed(v, &offer, "basics", BASICS) || !add_typed(v, &offer, "strong", STRONGEST))
		return BAD_INPUT;
	*wish = (struct mentor_wish){
		.capacity = form_whole(v->form, "capacity"), .hours = form_whole(v->form, "week"), .bio = form_text(v->form, "bio"),
		.offer = text_one_line(v->arena, form_text(v->form, "offer")),
		.skills = offer.skills, .skill_count = offer.skill_count, .services = offer.services, .service_count = offer.service_count,
	};
	return OK;
}

static struct str
number_text(struct arena *arena, int64_t number)
{
	struct buf text = buf_new(arena, NUMBER_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

/* Their names, comma between. */
static struct str
skills_of_level(struct arena *arena, const struct mentor_skills_rows *skills, int64_t level)
{
	struct buf names = buf_new(arena, WORDS_BYTES);

	for (size_t i = 0; i < skills->count; i++)
		if (skills->at[i].level == level)
			buf_format(&names, "%s%.*s", names.length > 0 ? ", " : "", STR_FORMAT(skills->at[i].name));
	return buf_str(&names);
}

/* Fills the form with what is stored, for the first showing. */
static enum outcome
fill_offer(struct visit *v, struct values *form, const struct mentor_record_row *record)
{
	struct mentor_skills_rows skills;
	struct mentor_services_rows services;
	struct str_list names, slugs;

	TRY(mentor_skills(v->db, v->arena, record->id, LIST_MOST, &skills));
	TRY(mentor_services(v->db, v->arena, record->id, LIST_MOST, &services));
	names = (struct str_list){ ARENA_MANY(v->arena, skills.count + 1, struct str), skills.count };
	slugs = (struct str_list){ ARENA_MANY(v->arena, services.count + 1, struct str), services.count };
	for (size_t i = 0; i < skills.count; i++)
		names.at[i] = skills.at[i].name;
	for (size_t i = 0; i < services.count; i++)
		slugs.at[i] = services.at[i].slug;
	form_set_many(form, "mentor_skills", names);
	form_set_many(form, "mentor_services", slugs);
	form_set_text(form, "strong", skills_of_level(v->arena, &skills, STRONGEST));
	form_set_text(form, "basics", skills_of_level(v->arena, &skills, BASICS));
	form_set_text(form, "offer", record->offer);
	form_set_whole(form, "capacity", record->capacity);
	form_set_text(form, "capacity", number_text(v->arena, record->capacity));
	form_set_whole(form, "week", record->hours);
	form_set_text(form, "bio", record->bio);
	return OK;
}

/* What a mentor accepts: each document of it, in its version in force. */
static enum outcome
fill_conduct(struct visit *v, struct mentor_view *view)
{
	TRY(documents_asked(v, v->who.id, AS_MENTOR, &view->asked));
	for (size_t i = 0; i < view->asked.count; i++) {
		view->has_unread = view->has_unread || view->asked.at[i].standing != STANDING_ACCEPTED;
		view->needs_conduct = view->needs_conduct || view->asked.at[i].standing == STANDING_MISSING;
		view->accept_by_at = view->asked.at[i].standing == STANDING_IN_GRACE ? view->asked.at[i].until_at : view->accept_by_at;
	}
	return OK;
}

enum outcome
mentor_apply_show(struct visit *v)
{
	struct form_supply supply = programme_supply(v->programme);
	struct mentor_view view = { .programme = v->programme, .is_new = true, .form = visit_values(v, &mentor_apply_form, &supply) };
	enum outcome said = mentor_record(v->db, v->arena, v->programme->id, v->who.id, &view.record);
	struct page page;

	if (said != OK && said != NOT_FOUND)
		return said;
	if (programme_form(v->programme, S("mentor")) != NULL && v->refusal == OK)
		return visit_see_other(v, url_join_show(v->arena, v->programme->slug), S(""));
	view.asks_announce = v->programme->settings.announces && !str_is_empty(programme_room(v, v->programme));
	view.is_new = said == NOT_FOUND || view.record.state == MENTOR_STATE_LEFT || view.record.state == MENTOR_STATE_DECLINED;
	TRY(fill_conduct(v, &view));
	if (said == OK && !visit_is_again(v, &mentor_apply_form))
		TRY(fill_offer(v, view.form, &view.record));
	page = visit_page(v);
	page_mentor_apply(&page, &view);
	return OK;
}

/* The code of conduct is part of volunteering, once for each version (PROGRAMMES.md 2.1). */
static enum outcome
accept_conduct(struct visit *v)
{
	struct mentor_view view = { .programme = v->programme };

	TRY(fill_conduct(v, &view));
	if (!view.has_unread)
		return OK;
	if (!form_tick(v->form, "accepted")) {
		form_complain(v->form, "accepted", S("Please read the documents above and accept them first."));
		return BAD_INPUT;
	}
	TRY(documents_keep(v, v->who.id, AS_MENTOR));
	return event_say(v, S("conduct-accepted"), &(struct event_facts){ .person = v->who.id });
}

enum outcome
mentor_apply(struct visit *v)
{
	enum mentor_state begins_as;
	struct mentor_wish wish;
	bool is_active;

	if (programme_form(v->programme, S("mentor")) != NULL)
		return MENTOR_BY_WINDOW;
	TRY(mentor_may_apply(v->who.mentor_state, v->programme->settings.mentor_approval == MENTOR_BY_ITSELF, &begins_as));
	TRY(read_offer(v, &wish));
	TRY(accept_conduct(v));
	wish.may_announce = form_tick(v->form, "announce");
	TRY(mentor_enrol(v, v->who.id, begins_as, &wish));
	TRY(event_say(v, S("mentor-asked"), &(struct event_facts){ .person = v->who.id, .before = mentor_state_name(v->who.mentor_state) }));
	is_active = begins_as == MENTOR_STATE_ACTIVE;
	if (is_active)
		TRY(mentor_begins(v, v->who.id));
	return visit_see_other(v, is_active ? url_queue_show(v->arena, v->programme->slug) : url_mentor_self_show(v->arena, v->programme->slug),
	    is_active ? S("enrolled") : S("applied"));
}

enum outcome
mentor_self_show(struct visit *v)
{
	struct form_supply supply = programme_supply(v->programme);
	struct mentor_view view = {
		.programme = v->programme, .form = visit_values(v, &mentor_self_form, &supply), .away = visit_values(v, &mentor_away_form, NULL),
	};
	struct values *present;
	struct page page;

	TRY(mentor_record(v->db, v->arena, v->programme->id, v->who.id, &view.record));
	view.is_away = mentor_is_away(view.record.away_until_at, v->now);
	TRY(fill_conduct(v, &view));
	TRY(orientation_of(v->db, v->arena, v->programme->id, v->who.id, &view.orientation));
	TRY(person_lacks_orientation(v, v->who.id, &view.lacks_orientation));
	present = form_start(v->arena, &mentor_self_form, &supply);
	TRY(fill_offer(v, present, &view.record));
	if (!visit_is_again(v, &mentor_self_form))
		view.form = present;
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	page_mentor_self(&page, &view);
	return OK;
}

enum outcome
mentor_self_save(struct visit *v)
{
	struct form_supply supply = programme_supply(v->programme);
	struct values *present = form_start(v->arena, &mentor_self_form, &supply);
	struct mentor_record_row record;
	struct mentor_wish wish;

	TRY(mentor_record(v->db, v->arena, v->programme->id, v->who.id, &record));
	TRY(fill_offer(v, present, &record));
	TRY(visit_has_seen(v, present));
	TRY(read_offer(v, &wish));
	TRY(mentor_save(v, &wish));
	TRY(event_say(v, S("mentor-saved"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, url_mentor_self_show(v->arena, v->programme->slug), S("saved"));
}

enum outcome
mentor_away(struct visit *v)
{
	struct str day = form_text(v->form, "until");
	struct wall wall = { 0 };
	struct moment until;
	int64_t changed;

	check(when_date_read(day, &wall));    /* the form has checked */
	if (!when_moment(zone_find(v->who.zone), wall, &until))
		return AWAY_NOT_AHEAD;
	TRY(mentor_may_be_away(until, v->now));
	TRY(mentor_set_away(v->db, v->programme->id, v->who.id, until, v->now, &changed));
	TRY(event_say(v, S("mentor-away"), &(struct event_facts){ .person = v->who.id, .detail = day }));
	return visit_see_other(v, url_mentor_self_show(v->arena, v->programme->slug), S("away"));
}

enum outcome
mentor_return(struct visit *v)
{
	int64_t changed;

	TRY(mentor_set_away(v->db, v->programme->id, v->who.id, (struct moment){ 0 }, v->now, &changed));
	return event_say(v, S("mentor-back"), &(struct event_facts){ .person = v->who.id });
}

enum outcome
mentor_back(struct visit *v)
{
	TRY(mentor_return(v));
	return visit_see_other(v, url_mentor_self_show(v->arena, v->programme->slug), S("back"));
}
