/* A profile: each field only for those who may know it. */
#include "access/layout.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/zone.h"
#include "forms/page.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "people/directory.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/rules.h"
#include "people/store.h"
#include "people/views.h"

enum { LIST_MOST = 200, HISTORY_MOST = 50 };

bool
people_is_away(const struct page *page, struct moment away_until_at)
{
	return mentor_is_away(away_until_at, page->now);
}

struct str
people_seen(struct page *page, struct moment last_act_at)
{
	int64_t days = moment_is_none(last_act_at) ? INT64_MAX : moment_between(last_act_at, page->now) / US_PER_DAY;

	if (days < 7)
		return page_words(page, N_("in the last seven days"), 0, NULL);
	if (days < 31)
		return page_words(page, N_("in the last month"), 0, NULL);
	return days < 92 ? page_words(page, N_("in the last three months"), 0, NULL) : page_words(page, N_("longer ago"), 0, NULL);
}

static struct str
wall_words(struct visit *v, struct str zone)
{
	const struct zone *their = zone_find(zone);

	return say_moment(v->arena, (struct say_place){ visit_language(v), their }, v->now, v->now);
}

static enum outcome
fill_member(struct visit *v, const struct person_row *person, struct person_view *view)
{
	const struct affiliation *affiliation = programme_affiliation(v->programme, person->affiliation);

	if (view->shows_more || person->is_listed)
		TRY(member_skills(v->db, v->arena, person->membership, LIST_MOST, &view->wants));
	if (affiliation != NULL && (view->is_self || view->is_coordinator) && v->programme->settings.affiliation_asks > 0)
		view->affiliation = affiliation->name;
	return OK;
}

static enum outcome
fill_handbook(struct visit *v, const struct person_row *person, struct person_view *view)
{
	enum outcome said = handbook_read(v->db, v->arena, v->programme->id, person->id, &view->handbook);

	view->has_read = said == OK;
	return said == NOT_FOUND ? OK : said;
}

enum outcome
person_show(struct visit *v)
{
	const struct person_row *person = v->thing;
	struct person_facts facts = {
		.is_self = visit_may(v, WHO_OWNER), .is_paired = person->is_paired, .viewer_is_coordinator = visit_may(v, WHO_COORDINATOR),
		.viewer_is_mentor = visit_may(v, WHO_MENTOR), .shows_zone = person->shows_zone,
	};
	struct person_view view = {
		.programme = v->programme, .person = person, .id = id_print(v->arena, person->id.value), .is_self = facts.is_self,
		.is_mentor = person->mentor_state == MENTOR_STATE_ACTIVE, .is_coordinator = facts.viewer_is_coordinator,
		.is_away = mentor_is_away(person->away_until_at, v->now), .local_time = wall_words(v, person->zone),
		.shows_zone = person_may_show_zone(&facts), .shows_more = person_may_show_more(&facts),
		.places = person->capacity > person->running ? person->capacity - person->running : 0,
	};
	struct page page;
	int64_t own_hours;

	TRY(visitor_week(v, &own_hours));
	view.overlap_hours = facts.is_self ? -1 : visitor_overlap_of(v, own_hours, person->hours, person->zone);
	view.initials = person_initials(v->arena, person->initials, person->name);
	view.links = links_of(v->arena, person->links);
	if (person_may_be_written_to(&facts)) {
		view.email = person->email;
		view.mail_link = str_join(v->arena, 2, (struct str[]){ S("mailto:"), person->email });
	}
	if (view.is_mentor || (facts.viewer_is_coordinator && !mentor_id_is_none(person->mentor))) {
		if (view.shows_more)
			view.hours = say_week(v->arena, visit_language(v), person->hours);
		TRY(mentor_skills(v->db, v->arena, person->mentor, LIST_MOST, &view.skills));
		TRY(mentor_services(v->db, v->arena, person->mentor, LIST_MOST, &view.services));
	}
	TRY(fill_member(v, person, &view));
	if (view.is_coordinator) {
		TRY(orientation_of(v->db, v->arena, v->programme->id, person->id, &view.orientation));
		view.orientation_form = visit_values(v, &orientation_form, NULL);
		form_set_text(view.orientation_form, "orientation", S("took-part"));
		TRY(fill_handbook(v, person, &view));
	}
	if (view.is_coordinator)
		TRY(role_history(v->db, v->arena, v->programme->id, person->id, HISTORY_MOST, &view.history));
	page = visit_page(v);
	page_person(&page, &view);
	return OK;
}
