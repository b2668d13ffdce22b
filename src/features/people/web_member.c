/* Oneself in one programme: skills and affiliation, all of it optional. A new request starts with what stands here. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/directory.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/store.h"
#include "people/views.h"

enum { SKILLS_MOST = 100 };

/* The form as what is stored fills it. */
static enum outcome
stored(struct visit *v, struct values **out, struct member_record *record)
{
	struct form_supply supply = programme_supply(v->programme);
	struct values *form = form_start(v->arena, &member_form, &supply);
	const struct affiliation *affiliation;

	TRY(member_find(v, record));
	affiliation = programme_affiliation(v->programme, record->affiliation);
	form_set_many(form, "member_skills", record->skills);
	form_set_whole(form, "week", record->hours);
	form_set_whole(form, "listed", record->is_listed);
	form_set_whole(form, "public", record->is_public);
	form_set_text(form, "affiliation", affiliation == NULL ? S("") : affiliation->slug);
	*out = form;
	return OK;
}

enum outcome
member_self_show(struct visit *v)
{
	struct form_supply supply = programme_supply(v->programme);
	struct member_view view = { .programme = v->programme, .asks_affiliation = v->programme->settings.affiliation_asks > 0,
		.asks_week = !visit_may(v, WHO_APPLICANT), .asks_public = v->programme->settings.directory_audience == DIRECTORY_PUBLIC };
	struct member_record record;
	struct values *present;
	struct page page;

	TRY(stored(v, &present, &record));
	view.form = visit_is_again(v, &member_form) ? visit_values(v, &member_form, &supply) : present;
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	page_member(&page, &view);
	return OK;
}

static bool
add_skill(struct visit *v, struct membership_id member, struct str name, const char *field, enum outcome *said)
{
	const struct skill *skill = programme_skill_by_name(v->programme, v->arena, name);

	if (skill == NULL)
		form_complain(v->form, field, str_join(v->arena, 3, (struct str[]){
		    S("“"), name, S("” is not in our list. Choose the nearest one, or ask a coordinator to add it.") }));
	*said = skill == NULL ? BAD_INPUT : member_skill_add(v->db, member, skill->id);
	return *said == OK;
}

static enum outcome
keep_skills(struct visit *v, struct membership_id member)
{
	const struct str_list *ticked = form_many(v->form, "member_skills");
	struct str rest = form_text(v->form, "also"), name;
	enum outcome said = OK;
	int64_t changed;

	TRY(member_skills_clear(v->db, member, &changed));
	for (size_t i = 0; i < ticked->count && i < SKILLS_MOST; i++)
		if (!add_skill(v, member, ticked->at[i], "member_skills", &said))
			return said;
	while (str_next(&rest, ',', &name)) {
		name = text_trim(name);
		if (!str_is_empty(name) && !add_skill(v, member, name, "also", &said))
			return said;
	}
	return OK;
}

/* A page that does not ask leaves what was said before. */
static enum outcome
keep_listing(struct visit *v, const struct member_record *record)
{
	bool asks_public = v->programme->settings.directory_audience == DIRECTORY_PUBLIC;
	int64_t changed;

	TRY(member_set_listing(v->db, record->id, form_tick(v->form, "listed"), asks_public ? form_tick(v->form, "public") : record->is_public, &changed));
	if (!visit_may(v, WHO_APPLICANT))
		TRY(member_set_hours(v->db, record->id, form_whole(v->form, "week"), &changed));
	return listing_of(v, v->programme->id, v->who.id);
}

/* A programme that does not ask leaves what was said before. */
enum outcome
member_self_save(struct visit *v)
{
	const struct affiliation *affiliation = programme_affiliation_by_slug(v->programme, form_text(v->form, "affiliation"));
	struct member_record record;
	struct values *present;
	int64_t changed;

	TRY(stored(v, &present, &record));
	TRY(visit_has_seen(v, present));
	TRY(keep_skills(v, record.id));
	if (v->programme->settings.affiliation_asks > 0)
		TRY(member_set_affiliation(v->db, record.id, affiliation == NULL ? (struct affiliation_id){ 0 } : affiliation->id, &changed));
	TRY(keep_listing(v, &record));
	TRY(event_say(v, S("profile-saved"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, url_member_self_show(v->arena, v->programme->slug), S("saved"));
}
