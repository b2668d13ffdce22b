/* What the steps of the wizard keep, and the sending. The pages of the steps: web_wizard_show.c. */
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/ask.h"
#include "requests/draft.h"
#include "requests/requests.h"
#include "requests/views.h"

enum { SKILLS_TEXT_MAX = 600, SKILLS_MOST = 20 };

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

/* The skills that were ticked and typed, each once. */
struct skill_set {
	const struct skill *at[SKILLS_MOST];
	size_t count;
};

static void
skill_set_add(struct skill_set *set, const struct skill *skill)
{
	for (size_t i = 0; i < set->count; i++)
		if (skill_id_equal(set->at[i]->id, skill->id))
			return;
	if (set->count < SKILLS_MOST)
		set->at[set->count++] = skill;
}

/* Typed names, by any spelling; the first unknown one is the complaint. */
static bool
add_typed(struct visit *v, struct skill_set *set)
{
	struct str rest = form_text(v->form, "also"), name;

	while (str_next(&rest, ',', &name)) {
		const struct skill *skill;

		name = text_trim(name);
		if (str_is_empty(name))
			continue;
		skill = programme_skill_by_name(v->programme, v->arena, name);
		if (skill == NULL) {
			form_complain(v->form, "also", str_join(v->arena, 3, (struct str[]){
			    S("“"), name, S("” is not in our list. Choose the nearest one, or say it in the details.") }));
			return false;
		}
		skill_set_add(set, skill);
	}
	return true;
}

static bool
read_skills(struct visit *v, struct skill_set *set)
{
	const struct str_list *ticked = form_many(v->form, "skills");

	for (size_t i = 0; i < ticked->count; i++) {
		const struct skill *skill = programme_skill_by_name(v->programme, v->arena, ticked->at[i]);

		if (skill != NULL)
			skill_set_add(set, skill);
	}
	if (!add_typed(v, set))
		return false;
	if (set->count > (size_t)v->programme->settings.skills_max) {
		form_complain(v->form, "skills", S("That is more than we can match well. Choose the ones that matter most."));
		return false;
	}
	if (set->count == 0 && !form_tick(v->form, "is_unsure")) {
		form_complain(v->form, "skills", S("Choose at least one skill, or tick “I am not sure”."));
		return false;
	}
	return true;
}

static struct str
names_of(struct visit *v, const struct skill_set *set)
{
	struct buf names = buf_new(v->arena, SKILLS_TEXT_MAX);

	for (size_t i = 0; i < set->count; i++) {
		if (i > 0)
			buf_add(&names, S(", "));
		buf_add(&names, set->at[i]->name);
	}
	return buf_str(&names);
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
	    .id = draft.id, .is_unsure = set.count == 0, .skills = names_of(v, &set), .skill_count = (int64_t)set.count,
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
	const struct affiliation *affiliation = programme_affiliation_by_slug(v->programme, form_text(v->form, "affiliation"));
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

static enum outcome
may_send(struct visit *v, const struct draft_of_row *draft)
{
	struct sending_limits limits = {
		.max_open = v->programme->settings.request_max_open, .max_day = v->programme->settings.request_max_day,
		.needs_affiliation = draft_needs_affiliation(v),
	};
	struct draft_facts facts = draft_facts_of(draft);
	struct sending_of_row sent;

	TRY(sending_of(v->db, v->arena, v->programme->id, v->who.id, moment_plus(v->now, -US_PER_DAY), &sent));
	facts.unfinished = sent.unfinished;
	facts.sent_today = sent.today;
	TRY(conduct_is_accepted(v, v->who.id, &facts.has_accepted_conduct));
	return request_may_send(&facts, &limits);
}

enum outcome
wizard_send(struct visit *v)
{
	struct draft_of_row draft;
	struct programme_next_number_row number;
	bool is_named;
	int64_t changed;

	TRY(draft_load(v, &draft));
	TRY(may_send(v, &draft));
	is_named = !person_id_is_none(draft.named_mentor);
	TRY(programme_next_number(v->db, v->arena, v->programme->id, &number));
	TRY(draft_send(v->db, &(struct draft_send_values){
	    .id = draft.id, .number = number.last_number, .state = is_named ? REQUEST_STATE_RESERVED : REQUEST_STATE_OPEN,
	    .reserved_until = is_named ? moment_plus(v->now, v->programme->settings.hold_hours * US_PER_HOUR) : (struct moment){ 0 },
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
	return visit_see_other(v, url_programme_show(v->arena, v->programme->slug), S("draft-gone"));
}
