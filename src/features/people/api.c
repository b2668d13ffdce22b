/* What programs read of people: each field only for those who may know it, as on the pages. */
#include "people/api.h"

#include "access/api.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/limits.h"
#include "formats/id.h"
#include "formats/text.h"
#include "people/directory.h"
#include "people/people.h"
#include "people/rules.h"
#include "people/store.h"
#include "programmes/programmes.h"

#define T(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 50, SKILLS_MOST = 200, ANY_LEVEL = -1, BASICS = 1, STRONGEST = 3, NAMES_BYTES = 8000 };

static const char *const states[] = { "pending", "active", "declined", "left", NULL };
static const char *const themes[] = { "light", "dark", NULL };

#define DESCRIBED \
	{ .name = T("initials"), .type = SHAPE_TEXT, .about = T("As they want them, else made of the name.") }, \
	{ .name = T("title"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("company"), .type = SHAPE_TEXT, .may_be_null = true }, \
	{ .name = T("links"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("One a line, http or https.") }, \
	{ .name = T("about"), .type = SHAPE_TEXT, .may_be_null = true }

static const struct shape_field me_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("email"), .type = SHAPE_TEXT },
	{ .name = T("zone"), .type = SHAPE_TEXT, .about = T("IANA name.") },
	{ .name = T("shows_zone"), .type = SHAPE_TICK, .about = T("To all members, not to mentors and coordinators alone.") },
	{ .name = T("languages"), .type = SHAPE_TEXTS }, { .name = T("pronouns"), .type = SHAPE_TEXT, .may_be_null = true },
	DESCRIBED,
	{ .name = T("language"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Of pages and letters; null: as the browser asks for, or the server has it.") },
	{ .name = T("theme"), .type = SHAPE_WORD, .words = themes, .may_be_null = true, .about = T("Null: as the device has it.") },
	{ .name = T("has_keys"), .type = SHAPE_TICK, .about = T("Single-letter keys on pages.") },
};
SHAPE(me_shape, "Me", me_fields);

static const struct shape_field member_self_fields[] = {
	{ .name = T("member_skills"), .type = SHAPE_TEXTS },
	{ .name = T("week"), .type = SHAPE_WHOLE, .about = T("Bits: seven days of three parts, Monday morning first; a mentor's stand in the record.") },
	{ .name = T("listed"), .type = SHAPE_TICK, .about = T("Among the mentees of the directory.") },
	{ .name = T("public"), .type = SHAPE_TICK, .about = T("For everybody, where the directory is public.") },
	{ .name = T("affiliation"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("A slug; null where it is not said or not asked.") },
};
SHAPE(member_self_shape, "MemberSelf", member_self_fields);

static const struct shape_field person_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT },
	{ .name = T("email"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("For the two of a claimed request, and coordinators.") },
	{ .name = T("zone"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("For mentors and coordinators; for members if its owner says so.") },
	{ .name = T("languages"), .type = SHAPE_TEXTS },
	{ .name = T("pronouns"), .type = SHAPE_TEXT, .may_be_null = true },
	DESCRIBED,
	{ .name = T("mentor"), .type = SHAPE_OBJECT, .of = &mentor_shape, .may_be_null = true, .about = T("Null: no mentor that you may see.") },
	{ .name = T("is_coordinator"), .type = SHAPE_TICK }, { .name = T("is_escalation_contact"), .type = SHAPE_TICK },
};
SHAPE(person_shape, "Person", person_fields);

static const struct shape_field mentor_fields[] = {
	{ .name = T("state"), .type = SHAPE_WORD, .words = states }, { .name = T("away_until_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("capacity"), .type = SHAPE_WHOLE }, { .name = T("running"), .type = SHAPE_WHOLE, .about = T("Claims held now.") },
	{ .name = T("skills"), .type = SHAPE_TEXTS }, { .name = T("strong"), .type = SHAPE_TEXTS, .about = T("The strongest of them.") },
	{ .name = T("basics"), .type = SHAPE_TEXTS, .about = T("Of which they know the basics only.") },
	{ .name = T("services"), .type = SHAPE_TEXTS, .about = T("Slugs.") }, { .name = T("offer"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("bio"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("reason"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Why a coordinator declined; for oneself.") },
	{ .name = T("oriented_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("When they took part in an orientation; for oneself and coordinators.") },
};
SHAPE(mentor_shape, "Mentor", mentor_fields);

static const struct shape_field member_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("zone"), .type = SHAPE_TEXT },
	{ .name = T("joined_at"), .type = SHAPE_MOMENT }, { .name = T("is_mentee"), .type = SHAPE_TICK }, { .name = T("is_mentor"), .type = SHAPE_TICK },
	{ .name = T("is_coordinator"), .type = SHAPE_TICK }, { .name = T("is_escalation_contact"), .type = SHAPE_TICK },
};
static SHAPE(member_shape, "Member", member_fields);
static const struct shape_field member_list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &member_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(member_list_shape, "MemberList", member_list_fields);

static const struct shape_field mentor_line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID, .about = T("Of the person.") }, { .name = T("name"), .type = SHAPE_TEXT },
	{ .name = T("zone"), .type = SHAPE_TEXT }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("away_until_at"), .type = SHAPE_MOMENT, .may_be_null = true }, { .name = T("capacity"), .type = SHAPE_WHOLE },
	{ .name = T("running"), .type = SHAPE_WHOLE }, { .name = T("oriented_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("Null: no orientation is noted.") },
	{ .name = T("last_act_at"), .type = SHAPE_MOMENT },
};
static SHAPE(mentor_line_shape, "MentorLine", mentor_line_fields);
static const struct shape_field mentor_list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &mentor_line_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(mentor_list_shape, "MentorList", mentor_list_fields);

#define LIST_QUERY \
	{ .name = T("q"), .type = FIELD_TEXT, .max = TEXT_SEARCH_MOST, .label = T("Words in the name") }, \
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") }, \
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("50 if it is left out.") }

static const struct choice role_choices[] = {
	{ .value = T("mentee") }, { .value = T("mentor") }, { .value = T("coordinator") }, { .value = T("escalation") },
};
static const struct field member_query_fields[] = {
	{ .name = T("role"), .type = FIELD_CHOICE, .label = T("Role"), .choices = FIXED(role_choices) }, LIST_QUERY,
};
FORM(member_list_form, member_query_fields);

static const struct choice state_choices[] = {
	{ .value = T("pending") }, { .value = T("active") }, { .value = T("declined") }, { .value = T("left") },
};
static const struct field mentor_query_fields[] = {
	{ .name = T("state"), .type = FIELD_CHOICE, .label = T("State"), .choices = FIXED(state_choices) }, LIST_QUERY,
};
FORM(mentor_list_form, mentor_query_fields);

static void
print_described(struct visit *v, struct answer *a, const struct person_row *person)
{
	answer_text(a, "initials", person_initials(v->arena, person->initials, person->name));
	answer_text(a, "title", person->title);
	answer_text(a, "company", person->company);
	answer_text(a, "links", person->links);
	answer_text(a, "about", person->about);
}

enum outcome
me_json(struct visit *v)
{
	struct me_of_row row;
	struct answer a;

	TRY(me_of(v->db, v->arena, v->who.id, &row));
	a = api_answer(v);
	answer_open(&a, &me_shape);
	answer_id(&a, "id", row.id.value);
	answer_text(&a, "name", row.name);
	answer_text(&a, "email", row.email);
	answer_text(&a, "zone", row.zone);
	answer_tick(&a, "shows_zone", row.shows_zone);
	answer_texts(&a, "languages", row.languages);
	answer_text(&a, "pronouns", row.pronouns);
	print_described(v, &a, &(struct person_row){ .name = row.name, .initials = row.initials, .title = row.title, .company = row.company,
	    .links = row.links, .about = row.about });
	answer_text(&a, "language", row.language);
	answer_word(&a, "theme", person_theme_name(row.theme));
	answer_tick(&a, "has_keys", row.has_keys);
	answer_close(&a);
	return OK;
}

enum outcome
member_json(struct visit *v)
{
	const struct affiliation *affiliation;
	struct buf names = buf_new(v->arena, NAMES_BYTES);
	struct member_record record;
	struct answer a;

	TRY(member_find(v, &record));
	affiliation = v->programme->settings.affiliation_asks > 0 ? programme_affiliation(v->programme, record.affiliation) : NULL;
	for (size_t i = 0; i < record.skills.count; i++) {
		buf_add(&names, record.skills.at[i]);
		buf_char(&names, ',');
	}
	a = api_answer(v);
	answer_open(&a, &member_self_shape);
	answer_texts(&a, "member_skills", buf_str(&names));
	answer_whole(&a, "week", record.hours);
	answer_tick(&a, "listed", record.is_listed);
	answer_tick(&a, "public", record.is_public);
	answer_text(&a, "affiliation", affiliation == NULL ? S("") : affiliation->slug);
	answer_close(&a);
	return OK;
}

static struct str
skill_names(struct visit *v, const struct mentor_skills_rows *skills, int64_t level)
{
	struct buf names = buf_new(v->arena, NAMES_BYTES);

	for (size_t i = 0; i < skills->count; i++) {
		if (level != ANY_LEVEL && skills->at[i].level != level)
			continue;
		buf_add(&names, skills->at[i].name);
		buf_char(&names, ',');
	}
	return buf_str(&names);
}

static struct str
service_slugs(struct visit *v, const struct mentor_services_rows *services)
{
	struct buf slugs = buf_new(v->arena, NAMES_BYTES);

	for (size_t i = 0; i < services->count; i++) {
		buf_add(&slugs, services->at[i].slug);
		buf_char(&slugs, ',');
	}
	return buf_str(&slugs);
}

/* The members of an object that is open. */
static enum outcome
print_mentor(struct visit *v, struct answer *a, const struct person_row *person, struct str reason)
{
	struct mentor_skills_rows skills;
	struct mentor_services_rows services;
	struct orientation_of_row orientation = { 0 };

	if (visit_may(v, WHO_COORDINATOR) || person_id_equal(person->id, v->who.id))
		TRY(orientation_of(v->db, v->arena, v->programme->id, person->id, &orientation));
	TRY(mentor_skills(v->db, v->arena, person->mentor, SKILLS_MOST, &skills));
	TRY(mentor_services(v->db, v->arena, person->mentor, SKILLS_MOST, &services));
	answer_word(a, "state", mentor_state_name(person->mentor_state));
	answer_moment(a, "away_until_at", mentor_is_away(person->away_until_at, v->now) ? person->away_until_at : (struct moment){ 0 });
	answer_whole(a, "capacity", person->capacity);
	answer_whole(a, "running", person->running);
	answer_texts(a, "skills", skill_names(v, &skills, ANY_LEVEL));
	answer_texts(a, "strong", skill_names(v, &skills, STRONGEST));
	answer_texts(a, "basics", skill_names(v, &skills, BASICS));
	answer_texts(a, "services", service_slugs(v, &services));
	answer_text(a, "offer", person->offer);
	answer_text(a, "bio", person->bio);
	answer_text(a, "reason", reason);
	answer_moment(a, "oriented_at", orientation.oriented_at);
	answer_close(a);
	return OK;
}

enum outcome
person_json(struct visit *v)
{
	const struct person_row *person = v->thing;
	struct person_facts facts = {
		.is_self = visit_may(v, WHO_OWNER), .is_paired = person->is_paired, .viewer_is_coordinator = visit_may(v, WHO_COORDINATOR),
		.viewer_is_mentor = visit_may(v, WHO_MENTOR), .shows_zone = person->shows_zone,
	};
	bool shows_mentor = person->mentor_state == MENTOR_STATE_ACTIVE ||
	    (facts.viewer_is_coordinator && person->mentor_state != MENTOR_STATE_NONE);
	struct answer a = api_answer(v);

	answer_open(&a, &person_shape);
	answer_id(&a, "id", person->id.value);
	answer_text(&a, "name", person->name);
	answer_text(&a, "email", person_may_be_written_to(&facts) ? person->email : S(""));
	answer_text(&a, "zone", person_may_show_zone(&facts) ? person->zone : S(""));
	answer_texts(&a, "languages", person->languages);
	answer_text(&a, "pronouns", person->pronouns);
	print_described(v, &a, person);
	if (shows_mentor) {
		answer_object(&a, "mentor");
		TRY(print_mentor(v, &a, person, S("")));
	} else {
		answer_null(&a, "mentor");
	}
	answer_tick(&a, "is_coordinator", person->is_coordinator);
	answer_tick(&a, "is_escalation_contact", person->is_escalation);
	answer_close(&a);
	return OK;
}

enum outcome
mentor_json(struct visit *v)
{
	struct mentor_record_row record;
	struct answer a;

	TRY(person_find_for(v, v->who.id.value));
	TRY(mentor_record(v->db, v->arena, v->programme->id, v->who.id, &record));
	a = api_answer(v);
	answer_open(&a, &mentor_shape);
	return print_mentor(v, &a, v->thing, record.reason);
}

static const struct shape_field noted_fields[] = { { .name = T("noted"), .type = SHAPE_WHOLE, .about = T("Of how many people.") } };
SHAPE(orientation_shape, "OrientationNoted", noted_fields);

enum outcome
orientation_json(struct visit *v)
{
	struct answer a = api_answer(v);

	answer_open(&a, &orientation_shape);
	answer_whole(&a, "noted", (int64_t)form_many(v->form, "pick")->count);
	answer_close(&a);
	return OK;
}

/* --- lists --- */

static enum outcome
read_after(struct visit *v, struct person_id *after)
{
	struct str written = form_text(v->form, "after");

	*after = (struct person_id){ 0 };
	if (str_is_empty(written) || id_read(written, &after->value))
		return OK;
	form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
	return BAD_INPUT;
}

static int64_t
limit_of(struct visit *v)
{
	return form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
}

static void
end_list(struct visit *v, struct answer *a, bool has_more, struct person_id last)
{
	answer_close(a);
	answer_text(a, "next", has_more ? api_next(v, id_print(v->arena, last.value)) : S(""));
	answer_close(a);
}

enum outcome
member_list_json(struct visit *v)
{
	int64_t limit = limit_of(v);
	struct people_members_rows rows;
	struct person_id after;
	struct answer a;

	TRY(read_after(v, &after));
	TRY(people_members(v->db, v->arena, &(struct people_members_values){ .programme = v->programme->id, .role = form_text(v->form, "role"),
	    .pattern = text_pattern(v->arena, form_text(v->form, "q")), .after = after, .limit = limit + 1 }, &rows));
	a = api_answer(v);
	answer_open(&a, &member_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < (size_t)limit; i++) {
		const struct people_members_row *row = &rows.at[i];

		answer_open(&a, &member_shape);
		answer_id(&a, "id", row->id.value);
		answer_text(&a, "name", row->name);
		answer_text(&a, "zone", row->zone);
		answer_moment(&a, "joined_at", row->joined_at);
		answer_tick(&a, "is_mentee", row->is_mentee);
		answer_tick(&a, "is_mentor", row->is_mentor);
		answer_tick(&a, "is_coordinator", row->is_coordinator);
		answer_tick(&a, "is_escalation_contact", row->is_escalation);
		answer_close(&a);
	}
	end_list(v, &a, rows.count > (size_t)limit, rows.count > (size_t)limit ? rows.at[limit - 1].id : after);
	return OK;
}

enum outcome
mentor_list_json(struct visit *v)
{
	int64_t limit = limit_of(v);
	struct people_mentors_rows rows;
	struct person_id after;
	struct answer a;

	TRY(read_after(v, &after));
	TRY(people_mentors(v->db, v->arena, &(struct people_mentors_values){ .programme = v->programme->id, .state = form_text(v->form, "state"),
	    .pattern = text_pattern(v->arena, form_text(v->form, "q")), .after = after, .limit = limit + 1 }, &rows));
	a = api_answer(v);
	answer_open(&a, &mentor_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < (size_t)limit; i++) {
		const struct people_mentors_row *row = &rows.at[i];

		answer_open(&a, &mentor_line_shape);
		answer_id(&a, "id", row->id.value);
		answer_text(&a, "name", row->name);
		answer_text(&a, "zone", row->zone);
		answer_word(&a, "state", mentor_state_name(row->state));
		answer_moment(&a, "away_until_at", mentor_is_away(row->away_until_at, v->now) ? row->away_until_at : (struct moment){ 0 });
		answer_whole(&a, "capacity", programme_capacity(v->programme, row->capacity));
		answer_whole(&a, "running", row->running);
		answer_moment(&a, "oriented_at", row->oriented_at);
		answer_moment(&a, "last_act_at", row->last_act_at);
		answer_close(&a);
	}
	end_list(v, &a, rows.count > (size_t)limit, rows.count > (size_t)limit ? rows.at[limit - 1].id : after);
	return OK;
}
