/* The pages of the wizard: one question a screen, prefilled from the draft; the last shows all answers with a way to change each. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/check.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "formats/id.h"
#include "requests/ask.h"
#include "requests/draft.h"
#include "requests/form_ask.h"
#include "requests/pages.h"
#include "requests/requests.h"
#include "requests/views.h"

static const struct wizard_step {
	struct str name, before;
	enum outcome (*show)(struct visit *);
} steps[] = {
	{ S_STATIC("service"), S_STATIC(""), wizard_service_show },
	{ S_STATIC("skills"), S_STATIC("service"), wizard_skills_show },
	{ S_STATIC("details"), S_STATIC("skills"), wizard_details_show },
	{ S_STATIC("when"), S_STATIC("details"), wizard_when_show },
	{ S_STATIC("about-you"), S_STATIC("when"), wizard_about_show },
	{ S_STATIC("check"), S_STATIC("about-you"), wizard_check_show },
};

enum outcome
wizard_start(struct visit *v)
{
	struct draft_of_row draft;
	struct draft_facts facts;

	TRY(draft_load(v, &draft));
	facts = draft_facts_of(&draft);
	return visit_see_other(v, url_wizard_show(v->arena, v->programme->slug, draft_next_step(&facts, draft_needs_affiliation(v))), S(""));
}

enum outcome
wizard_show(struct visit *v)
{
	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++)
		if (str_equal(steps[i].name, v->params[1]))
			return steps[i].show(v);
	return NOT_FOUND;
}

/* The view of a step, its form empty or as sent. */
static struct wizard_view *
view_of(struct visit *v, unsigned number, const struct form *form)
{
	struct wizard_view *view = ARENA_NEW(v->arena, struct wizard_view);
	struct form_supply supply = desk_supply(v);

	view->programme = v->programme;
	view->number = number;
	view->back = steps[number - 1].before;
	view->zone = v->who.zone;
	if (form != NULL)
		view->form = visit_values(v, form, &supply);
	return view;
}

enum outcome
wizard_service_show(struct visit *v)
{
	struct wizard_view *view = view_of(v, 1, &wizard_service_form);
	const struct service *service;
	struct draft_of_row draft;
	struct page page;

	TRY(draft_load(v, &draft));
	service = programme_service(v->programme, draft.service);
	if (service != NULL && !visit_is_again(v, &wizard_service_form))
		form_set_text(view->form, "service", service->slug);
	page = visit_page(v);
	page_wizard_service(&page, view);
	return OK;
}

/* "A, B" as a list of its parts. */
static struct str_list
parts_of(struct visit *v, struct str names, size_t count)
{
	struct str_list parts = { .at = ARENA_MANY(v->arena, count + 1, struct str) };
	struct str part;

	while (parts.count < count && str_next(&names, ',', &part))
		parts.at[parts.count++] = str_trim(part);
	return parts;
}

enum outcome
wizard_skills_show(struct visit *v)
{
	struct wizard_view *view = view_of(v, 2, &wizard_skills_form);
	struct draft_of_row draft;
	struct page page;

	TRY(draft_load(v, &draft));
	if (!visit_is_again(v, &wizard_skills_form) && draft.skill_count == 0 && !draft.is_unsure) {
		struct member_record record;

		TRY(member_find(v, &record));
		if (record.skills.count > (size_t)v->programme->settings.skills_max)
			record.skills.count = (size_t)v->programme->settings.skills_max;
		form_set_many(view->form, "skills", record.skills);
	} else if (!visit_is_again(v, &wizard_skills_form)) {
		form_set_many(view->form, "skills", parts_of(v, draft.skills, (size_t)draft.skill_count));
		form_set_whole(view->form, "is_unsure", draft.is_unsure);
	}
	page = visit_page(v);
	page_wizard_skills(&page, view);
	return OK;
}

enum outcome
wizard_details_show(struct visit *v)
{
	struct wizard_view *view = view_of(v, 3, &wizard_details_form);
	struct draft_of_row draft;
	struct page page;

	TRY(draft_load(v, &draft));
	if (!visit_is_again(v, &wizard_details_form)) {
		form_set_text(view->form, "title", draft.title);
		form_set_text(view->form, "details", draft.details);
	}
	page = visit_page(v);
	page_wizard_details(&page, view);
	return OK;
}

enum outcome
wizard_when_show(struct visit *v)
{
	struct wizard_view *view = view_of(v, 4, &wizard_when_form);
	struct draft_of_row draft;
	struct page page;

	TRY(view->form->trouble);
	TRY(draft_load(v, &draft));
	if (!visit_is_again(v, &wizard_when_form)) {
		form_set_whole(view->form, "week", draft.hours);
		form_set_text(view->form, "medium", draft.medium == REQUEST_MEDIUM_NONE ? S("any") : request_medium_name(draft.medium));
		form_set_text(view->form, "language", str_is_empty(draft.language) ? S("English") : draft.language);
		if (!person_id_is_none(draft.named_mentor))
			form_set_text(view->form, "named_mentor", id_print(v->arena, draft.named_mentor.value));
	}
	page = visit_page(v);
	page_wizard_when(&page, view);
	return OK;
}

enum outcome
wizard_about_show(struct visit *v)
{
	struct wizard_view *view = view_of(v, 5, &wizard_about_form);
	const struct affiliation *affiliation;
	struct member_record record;
	struct draft_of_row draft;
	struct page page;

	TRY(draft_load(v, &draft));
	if (affiliation_id_is_none(draft.affiliation) && !draft_facts_of(&draft).has_about) {    /* as they say of themself */
		TRY(member_find(v, &record));
		draft.affiliation = record.affiliation;
	}
	affiliation = programme_affiliation(v->programme, draft.affiliation);
	view->asks_affiliation = v->programme->settings.affiliation_asks > 0;
	if (!visit_is_again(v, &wizard_about_form)) {
		form_set_text(view->form, "affiliation", affiliation == NULL ? S("") : affiliation->slug);
		form_set_whole(view->form, "shows_name", draft.shows_name);
	}
	page = visit_page(v);
	page_wizard_about(&page, view);
	return OK;
}

enum outcome
wizard_check_show(struct visit *v)
{
	struct wizard_view *view = view_of(v, 6, NULL);
	const struct service *service;
	const struct affiliation *affiliation;
	struct person_called_row named;
	struct page page;

	TRY(draft_load(v, &view->draft));
	service = programme_service(v->programme, view->draft.service);
	affiliation = programme_affiliation(v->programme, view->draft.affiliation);
	view->service = service == NULL ? S("") : service->name;
	view->affiliation = affiliation == NULL ? S("") : affiliation->name;
	view->hours = say_week(v->arena, visit_language(v), view->draft.hours);
	view->asks_affiliation = v->programme->settings.affiliation_asks > 0;
	TRY(conduct_is_accepted(v, v->who.id, &view->has_accepted));
	if (!person_id_is_none(view->draft.named_mentor)) {
		TRY(person_called(v->db, v->arena, view->draft.named_mentor, &named));
		view->named_mentor = named.name;
	}
	page = visit_page(v);
	page_wizard_check(&page, view);
	return OK;
}
