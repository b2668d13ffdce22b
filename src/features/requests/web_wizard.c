/* What the steps of the wizard keep, and the sending. The pages of the steps: web_wizard_show.c. */
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "later/later.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/ask.h"
#include "requests/draft.h"
#include "requests/requests.h"
#include "requests/skills.h"
#include "requests/desk.h"
#include "requests/views.h"

static enum outcome
go_to(struct visit *v, struct str step)
{
	return visit_see_other(v, url_wizard_show(v->arena, v->programme->slug, step), S(""));
}

enum outcome
wizard_service(struct visit *v)
{
	const struct service *service = programme_service_by_slug(v->programme, form_text(v->form, "service"));
	struct draft_of_row draft;
	int64_t changed;

	if (service == NULL)
		return BAD_INPUT;
	TRY(draft_need(v, &draft));
	TRY(draft_set_service(v->db, draft.id, service->id, v->now, &changed));
	return go_to(v, S("skills"));
}

static bool
read_skills(struct visit *v, struct skill_set *set)
{
	const struct str_list *ticked = form_many(v->form, "skills");
	struct str rest = form_text(v->form, "also"), name;

	for (size_t i = 0; i < ticked->count; i++)
		(void)skill_set_add(v, set, ticked->at[i], "skills");
	while (str_next(&rest, ',', &name))
		if (!skill_set_add(v, set, name, "also"))
			return false;
	return skill_set_is_fine(v, set, form_tick(v->form, "is_unsure"));
}

enum outcome
wizard_skills(struct visit *v)
{
	struct skill_set set = { .count = 0 };
	struct draft_of_row draft;
	int64_t changed;

	if (!read_skills(v, &set))
		return BAD_INPUT;
	TRY(draft_need(v, &draft));
	TRY(draft_clear_skills(v->db, draft.id, &changed));
	for (size_t i = 0; i < set.count; i++)    /* at most skills_max rows */
		TRY(draft_add_skill(v->db, draft.id, set.at[i]->id));
	TRY(draft_set_skills(v->db, &(struct draft_set_skills_values){
	    .id = draft.id, .is_unsure = set.count == 0, .skills = skill_set_names(v, &set), .skill_count = (int64_t)set.count,
	    .now = v->now }, &changed));
	return go_to(v, S("details"));
}

enum outcome
wizard_details(struct visit *v)
{
	struct str title = form_text(v->form, "title");
	struct draft_of_row draft;
	struct str search;
	int64_t changed;

	TRY(draft_need(v, &draft));
	search = text_folded(v->arena, str_join(v->arena, 3, (struct str[]){ title, S(" "), draft.skills }));
	TRY(draft_set_details(v->db, &(struct draft_set_details_values){
	    .id = draft.id, .title = title, .details = form_text(v->form, "details"), .search = search, .now = v->now }, &changed));
	return go_to(v, S("when"));
}

enum outcome
wizard_when(struct visit *v)
{
	struct draft_of_row draft;
	struct person_id named = { 0 };
	enum request_medium medium;
	int64_t changed;

	if (!request_medium_read(form_text(v->form, "medium"), &medium))
		return BAD_INPUT;
	if (!id_read(form_text(v->form, "named_mentor"), &named.value))
		named.value = 0;
	if (person_id_equal(named, v->who.id)) {
		form_complain(v->form, "named_mentor", S("This is you. Choose somebody else, or nobody."));
		return BAD_INPUT;
	}
	TRY(draft_need(v, &draft));
	TRY(draft_set_when(v->db, &(struct draft_set_when_values){
	    .id = draft.id, .hours = form_whole(v->form, "week"), .medium = medium, .language = form_text(v->form, "language"),
	    .named_mentor = named, .now = v->now }, &changed));
	return go_to(v, S("about-you"));
}

enum outcome
wizard_about(struct visit *v)
{
	const struct affiliation *affiliation = draft_affiliation(v);
	struct draft_of_row draft;
	int64_t changed;

	if (affiliation == NULL && draft_needs_affiliation(v)) {
		form_complain(v->form, "affiliation", S("Choose one. “Prefer not to say” is an answer too."));
		return BAD_INPUT;
	}
	TRY(draft_need(v, &draft));
	TRY(draft_set_about(v->db, draft.id, affiliation == NULL ? (struct affiliation_id){ 0 } : affiliation->id,
	    form_tick(v->form, "shows_name"), v->now, &changed));
	return go_to(v, S("check"));
}

enum outcome
wizard_send(struct visit *v)
{
	struct draft_of_row draft;
	struct programme_next_number_row number;
	bool is_named;
	int64_t changed;

	TRY(draft_load(v, &draft));
	TRY(draft_may_be_sent(v, draft_facts_of(&draft)));
	TRY(desk_may_name(v, draft.named_mentor));
	is_named = !person_id_is_none(draft.named_mentor);
	TRY(programme_next_number(v->db, v->arena, v->programme->id, &number));
	TRY(draft_send(v->db, &(struct draft_send_values){
	    .id = draft.id, .number = number.last_number, .state = is_named ? REQUEST_STATE_RESERVED : REQUEST_STATE_OPEN,
	    .reserved_until = is_named ? desk_open_after(v->programme, moment_plus(v->now, v->programme->settings.hold_hours * US_PER_HOUR)) : (struct moment){ 0 },
	    .now = v->now }, &changed));
	TRY(role_mentee_add(v->db, (struct role_id){ visit_new_id(v) }, v->programme->id, v->who.id, v->now, &changed));
	TRY(desk_say(v, draft.id, S("sent"), S("")));
	return visit_see_other(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, draft.id.value)), S("sent"));
}

enum outcome
wizard_discard(struct visit *v)
{
	struct draft_of_row draft;
	int64_t changed;

	TRY(draft_load(v, &draft));
	TRY(draft_clear_skills(v->db, draft.id, &changed));
	TRY(draft_drop(v->db, draft.id, &changed));
	TRY(job_drop(v->db, REQUEST_STEP, draft.id.value));
	return visit_see_other(v, url_programme_show(v->arena, v->programme->slug), S("draft-gone"));
}
