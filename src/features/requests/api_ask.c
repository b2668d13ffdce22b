/* What programs do at the desk where a page asks in another way: a whole request at once, an attempt and an outcome with the answers
 * that a page fills in by itself. */
#include "formats/id.h"
#include "formats/text.h"
#include "formats/when.h"
#include "http/routes.h"
#include "people/people.h"
#include "requests/api.h"
#include "requests/ask.h"
#include "requests/draft.h"
#include "requests/desk.h"
#include "requests/requests.h"
#include "requests/skills.h"

enum { TITLE_MOST = 120 };

static void
fill_in(struct visit *v, const char *field, struct str fallback)
{
	if (str_is_empty(form_text(v->form, field)))
		form_set_text(v->form, field, fallback);
}

static struct str
today(struct visit *v)
{
	return when_date(v->arena, zone_find(v->who.zone), v->now);
}

/* One line made of the details, cut at a word. */
static struct str
title_of(struct visit *v)
{
	return text_short(v->arena, text_one_line(v->arena, form_text(v->form, "details")), TITLE_MOST);
}

static enum outcome
read_skills(struct visit *v, struct skill_set *set)
{
	const struct str_list *names = form_many(v->form, "skills");

	for (size_t i = 0; i < names->count; i++)
		if (!skill_set_add(v, set, names->at[i], "skills"))
			return BAD_INPUT;
	return skill_set_is_fine(v, set, true) ? OK : BAD_INPUT;
}

static enum outcome
fill_answers(struct visit *v, struct request_add_sent_values *wish)
{
	const struct service *service = programme_service_by_slug(v->programme, form_text(v->form, "service"));
	const struct affiliation *affiliation = draft_affiliation(v);

	if (service == NULL)
		return BAD_INPUT;
	if (affiliation == NULL && draft_needs_affiliation(v)) {
		form_complain(v->form, "affiliation", S("Choose one. “Prefer not to say” is an answer too."));
		return BAD_INPUT;
	}
	fill_in(v, "title", title_of(v));
	fill_in(v, "medium", S("any"));
	fill_in(v, "language", S("English"));
	if (!request_medium_read(form_text(v->form, "medium"), &wish->medium))
		return BAD_INPUT;
	wish->service = service->id;
	wish->affiliation = affiliation == NULL ? (struct affiliation_id){ 0 } : affiliation->id;
	wish->title = form_text(v->form, "title");
	wish->details = form_text(v->form, "details");
	wish->language = form_text(v->form, "language");
	wish->hours = form_whole(v->form, "week");
	wish->shows_name = form_tick(v->form, "shows_name");
	return OK;
}

static enum outcome
fill_named(struct visit *v, struct request_add_sent_values *wish)
{
	wish->state = REQUEST_STATE_OPEN;
	if (!id_read(form_text(v->form, "named_mentor"), &wish->named_mentor.value))
		return OK;
	if (person_id_equal(wish->named_mentor, v->who.id)) {
		form_complain(v->form, "named_mentor", S("This is you. Choose somebody else, or nobody."));
		return BAD_INPUT;
	}
	wish->state = REQUEST_STATE_RESERVED;
	wish->reserved_until = desk_open_after(v->programme, moment_plus(v->now, v->programme->settings.hold_hours * US_PER_HOUR));
	return OK;
}

enum outcome
request_send_at_once(struct visit *v)
{
	static const struct draft_facts complete = {
		.has_service = true, .has_skills = true, .has_details = true, .has_when = true, .has_about = true, .has_affiliation = true,
	};
	struct request_add_sent_values wish = { .id = { visit_new_id(v) }, .programme = v->programme->id, .mentee = v->who.id, .now = v->now };
	struct programme_next_number_row number;
	struct skill_set set = { .count = 0 };
	int64_t changed;

	TRY(fill_answers(v, &wish));
	TRY(fill_named(v, &wish));
	TRY(read_skills(v, &set));
	TRY(draft_may_be_sent(v, complete));
	wish.skills = skill_set_names(v, &set);
	wish.skill_count = (int64_t)set.count;
	wish.is_unsure = set.count == 0;
	wish.search = text_folded(v->arena, str_join(v->arena, 3, (struct str[]){ wish.title, S(" "), wish.skills }));
	TRY(programme_next_number(v->db, v->arena, v->programme->id, &number));
	wish.number = number.last_number;
	TRY(request_add_sent(v->db, &wish));
	for (size_t i = 0; i < set.count; i++)    /* at most skills_max rows */
		TRY(draft_add_skill(v->db, wish.id, set.at[i]->id));
	TRY(role_mentee_add(v->db, (struct role_id){ visit_new_id(v) }, v->programme->id, v->who.id, v->now, &changed));
	TRY(desk_say(v, wish.id, S("sent"), S("")));
	v->made_at_path = str_join(v->arena, 2, (struct str[]){ S("/api/v1/requests/"), id_print(v->arena, wish.id.value) });
	return request_find_for(v, wish.id.value);
}

enum outcome
request_attempt_call(struct visit *v)
{
	fill_in(v, "way", S("chat"));
	fill_in(v, "tried_on", today(v));
	return request_attempt(v);
}

enum outcome
request_fulfil_call(struct visit *v)
{
	fill_in(v, "held_on", today(v));
	if (!str_equal(form_text(v->form, "outcome"), S("unreachable")))
		return request_fulfil(v);
	return visit_may(v, WHO_CLAIMER | WHO_COORDINATOR) ? request_unreachable(v) : FORBIDDEN;
}
