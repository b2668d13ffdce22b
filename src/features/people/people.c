/* Finding a person for a visitor, and the steps that pages, setup, demo and tests share. */
#include "people/people.h"

#include "access/access.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "formats/zone.h"
#include "forms/page.h"
#include "forms/say.h"
#include "people/block.h"
#include "people/directory.h"
#include "people/mentor.h"
#include "people/rules.h"
#include "people/store.h"
#include "people/store_block.h"
#include "people/store_cover.h"
#include "programmes/programmes.h"

enum { CHOICES_MOST = 200, MEMBER_SKILLS_MOST = 100 };

static struct person_row
person_of_row(const struct programme *programme, const struct person_seen_by_row *row)
{
	return (struct person_row){
		.id = row->id, .name = row->name, .email = row->email, .zone = row->zone, .languages = row->languages, .pronouns = row->pronouns,
		.initials = row->initials, .title = row->title, .company = row->company, .links = row->links, .about = row->about,
		.is_listed = row->is_listed, .is_public = row->is_public, .shows_zone = row->shows_zone, .membership = row->membership, .left_at = row->left_at, .affiliation = row->affiliation,
		.mentor = row->mentor, .mentor_state = row->mentor_state, .away_until_at = row->away_until_at, .last_act_at = row->last_act_at,
		.capacity = programme_capacity(programme, row->capacity),
		.running = row->running, .hours = row->hours != 0 ? row->hours : row->own_hours, .bio = row->bio, .offer = row->offer, .is_coordinator = row->is_coordinator,
		.is_escalation = row->is_escalation, .is_mentee = row->is_mentee, .is_paired = row->is_paired,
	};
}

enum outcome
person_find_for(struct visit *v, int64_t id)
{
	struct person_row *person = ARENA_NEW(v->arena, struct person_row);
	struct person_seen_by_row row;
	struct person_facts facts;

	TRY(person_seen_by(v->db, v->arena, (struct person_id){ id }, v->programme->id, v->who.id, &row));
	*person = person_of_row(v->programme, &row);
	if (row.is_apart && !row.is_held && !visit_may(v, WHO_COORDINATOR))
		return NOT_FOUND;
	if (row.is_hidden && !visit_may(v, WHO_COORDINATOR) && !person_id_equal(row.id, v->who.id))
		return NOT_FOUND;    /* paused: in no list, and here neither */
	facts = (struct person_facts){
		.is_self = person_id_equal(person->id, v->who.id), .is_paired = person->is_paired,
		.is_active_mentor = person->mentor_state == MENTOR_STATE_ACTIVE, .viewer_is_coordinator = visit_may(v, WHO_COORDINATOR),
		.is_listed = person->is_listed && v->programme->settings.directory_audience != DIRECTORY_OFF,
	};
	if (!person_may_be_seen(&facts))
		return NOT_FOUND;
	v->may |= WHO_SEES | (facts.is_self ? (unsigned)WHO_OWNER : 0u);
	v->thing = person;
	return OK;
}

enum outcome
member_find(struct visit *v, struct member_record *out)
{
	struct member_skills_rows skills;
	struct member_of_row row;

	TRY(member_of(v->db, v->arena, v->programme->id, v->who.id, &row));
	TRY(member_skills(v->db, v->arena, row.id, MEMBER_SKILLS_MOST, &skills));
	*out = (struct member_record){ .id = row.id, .affiliation = row.affiliation, .hours = row.hours, .is_listed = row.is_listed, .is_public = row.is_public };
	out->skills.at = ARENA_MANY(v->arena, skills.count + 1, struct str);
	for (size_t i = 0; i < skills.count; i++)
		out->skills.at[out->skills.count++] = skills.at[i].name;
	return OK;
}

static struct str
label_of(const struct visit *v, const struct mentors_to_choose_row *row)
{
	struct page page = { .arena = v->arena, .now = v->now, .zone = zone_find(v->who.zone), .language = visit_language(v) };

	if (!moment_is_after(row->away_until_at, v->now))
		return row->name;
	if (row->away_until_at.us == MENTOR_NO_END_US)
		return page_words(&page, N_("{name}, set aside"), 1, (struct page_pair[]){ page_pair("name", row->name) });
	return page_words(&page, N_("{name}, away until {day}"), 2, (struct page_pair[]){
	    page_pair("name", row->name), page_pair("day", page_day(&page, row->away_until_at)) });
}

enum outcome
mentor_choices(struct visit *v, bool with_away, struct choices *out)
{
	struct mentors_to_choose_rows rows;
	struct choice *at;

	TRY(mentors_to_choose(v->db, v->arena, &(struct mentors_to_choose_values){ .programme = v->programme->id, .viewer = v->who.id,
	    .most = v->programme->settings.mentor_capacity, .with_away = with_away, .now = v->now, .limit = CHOICES_MOST }, &rows));
	at = ARENA_MANY(v->arena, rows.count + 1, struct choice);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct choice){ .value = id_print(v->arena, rows.at[i].id.value), .label = label_of(v, &rows.at[i]) };
	*out = (struct choices){ at, rows.count };
	return OK;
}

enum outcome
mentor_set_left(struct visit *v, struct person_id person)
{
	int64_t changed;

	TRY(mentor_end(v->db, v->programme->id, person, v->now, &changed));
	TRY(role_remove(v->db, v->programme->id, person, ROLE_ROLE_MENTOR, &changed));
	return event_say(v, S("mentor-left"), &(struct event_facts){ .person = person, .before = S("active"), .after = S("left") });
}

/* Somebody coordinates on, and reads reports. No session of a coordinator goes on with other rights than it began with (TRUST.md T13). */
static enum outcome
may_leave(struct visit *v, struct person_id person)
{
	struct member_duties_row duties;

	TRY(member_duties(v->db, v->arena, v->programme->id, person, &duties));
	if (duties.coordinates > 0 && duties.coordinators == 1)
		return ROLE_LAST_COORDINATOR;
	if (duties.responds > 0)
		return LEAVE_RESPONDER;
	return duties.coordinates > 0 ? sessions_end_of(v, person) : OK;
}

enum outcome
member_leaves(struct visit *v, struct person_id person)
{
	struct programme_id here = v->programme->id;
	int64_t changed;

	TRY(may_leave(v, person));
	TRY(mentor_end(v->db, here, person, v->now, &changed));
	TRY(mentor_takes_back(v->db, here, person, v->now, &changed));
	TRY(roles_end(v->db, here, person, &changed));
	TRY(stand_ins_end(v->db, here, person, &changed));
	TRY(membership_skills_end(v->db, here, person, &changed));
	TRY(listing_clear(v->db, here, person, &changed));
	TRY(membership_end(v->db, here, person, v->now, &changed));
	if (changed == 0)
		return STALE;
	return event_say(v, S("programme-left"), &(struct event_facts){ .person = person });
}

enum outcome
mentor_set_lost(struct visit *v, struct person_id person)
{
	int64_t changed;

	TRY(mentor_lose(v->db, v->programme->id, person, v->now, &changed));
	if (changed == 0)
		return OK;
	TRY(role_remove(v->db, v->programme->id, person, ROLE_ROLE_MENTOR, &changed));
	return event_say(v, S("mentor-ended"), &(struct event_facts){ .person = person, .after = S("declined") });
}

enum outcome
person_by_email(struct visit *v, struct str email, struct person_id *out)
{
	struct person_id_by_email_row row;

	TRY(person_id_by_email(v->db, v->arena, text_folded(v->arena, email), &row));
	*out = row.id;
	return OK;
}

static enum outcome
insert(struct visit *v, const struct person_wish *wish, struct str email, struct str key, struct person_id *out)
{
	out->value = visit_new_id(v);
	return person_insert(v->db, &(struct person_insert_values){
	    .id = *out, .name = wish->name, .name_folded = text_folded(v->arena, wish->name), .email = email,
	    .email_folded = key, .zone = str_is_empty(wish->zone) ? S("UTC") : wish->zone,
	    .languages = str_is_empty(wish->languages) ? S("English") : wish->languages,
	    .pronouns = str_is_empty(wish->pronouns) ? S("") : wish->pronouns, .is_admin = wish->is_admin, .now = v->now });
}

enum outcome
person_add_new(struct visit *v, const struct person_wish *wish, bool has_blocks, struct person_id *out)
{
	struct str key = text_folded(v->arena, wish->email);

	TRY(insert(v, wish, wish->email, key, out));
	return has_blocks ? block_settle(v, *out, key) : OK;
}

enum outcome
person_blocks_wait(struct visit *v, bool *out)
{
	struct block_waits_any_row row;

	TRY(block_waits_any(v->db, v->arena, &row));
	*out = row.count > 0;
	return OK;
}

enum outcome
person_make(struct visit *v, const struct person_wish *wish, struct person_id *out)
{
	enum outcome said = person_by_email(v, wish->email, out);

	return said == NOT_FOUND ? person_add_new(v, wish, true, out) : said;
}

enum outcome
person_make_without_mail(struct visit *v, const struct person_wish *wish, struct str key, struct person_id *out)
{
	struct person_id_by_email_row row;
	enum outcome said = person_id_by_email(v->db, v->arena, key, &row);

	if (said == OK)
		*out = row.id;
	if (said != NOT_FOUND)
		return said;
	TRY(insert(v, wish, S(""), key, out));
	return block_settle(v, *out, key);
}

enum outcome
person_is_barred(struct visit *v, struct person_id person, bool *out)
{
	struct person_barred_row row;

	TRY(person_barred(v->db, v->arena, v->programme->id, person, &row));
	*out = row.is_barred;
	return OK;
}

enum outcome
person_join(struct visit *v, struct programme_id programme, struct person_id person)
{
	struct person_barred_row row;
	int64_t changed;

	TRY(person_barred(v->db, v->arena, programme, person, &row));
	if (row.is_barred)
		return person_id_equal(person, v->who.id) ? COMING_IN_SHUT : CANNOT_BE_TAKEN_IN;
	return membership_add(v->db, (struct membership_id){ visit_new_id(v) }, programme, person, v->now, &changed);
}

enum outcome
role_give(struct visit *v, struct programme_id programme, struct person_id person, enum role_role role)
{
	int64_t changed;

	return role_add(v->db, &(struct role_add_values){
	    .id = { visit_new_id(v) }, .programme = programme, .person = person, .role = role, .now = v->now }, &changed);
}

/* What a mentor can help with, all of it new. */
static enum outcome
keep_offer(struct visit *v, struct mentor_id mentor, const struct mentor_wish *wish)
{
	int64_t changed;

	TRY(mentor_skills_clear(v->db, mentor, &changed));
	for (size_t i = 0; i < wish->skill_count; i++)
		TRY(mentor_skill_add(v->db, mentor, wish->skills[i].skill, wish->skills[i].level));
	TRY(mentor_services_clear(v->db, mentor, &changed));
	for (size_t i = 0; i < wish->service_count; i++)
		TRY(mentor_service_add(v->db, mentor, wish->services[i]));
	return OK;
}

enum outcome
mentor_enrol(struct visit *v, struct person_id person, enum mentor_state state, const struct mentor_wish *wish)
{
	struct mentor_record_row row;

	TRY(mentor_put(v->db, &(struct mentor_put_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .person = person, .state = state, .capacity = wish->capacity,
	    .hours = wish->hours, .bio = str_is_empty(wish->bio) ? S("") : wish->bio, .may_announce = wish->may_announce, .now = v->now,
	    .offer = str_is_empty(wish->offer) ? S("") : wish->offer }));
	TRY(mentor_record(v->db, v->arena, v->programme->id, person, &row));
	TRY(keep_offer(v, row.id, wish));
	TRY(listing_of(v, v->programme->id, person));
	return state == MENTOR_STATE_ACTIVE ? role_give(v, v->programme->id, person, ROLE_ROLE_MENTOR) : OK;
}

enum outcome
mentor_place(struct visit *v, struct person_id person)
{
	struct mentor_record_row row;
	enum outcome said = mentor_record(v->db, v->arena, v->programme->id, person, &row);
	int64_t changed;

	if (said == NOT_FOUND)
		return mentor_enrol(v, person, MENTOR_STATE_ACTIVE, &(struct mentor_wish){ .capacity = v->programme->settings.mentor_capacity });
	TRY(said);
	TRY(mentor_again(v->db, v->programme->id, person, v->now, &changed));
	TRY(listing_of(v, v->programme->id, person));
	return role_give(v, v->programme->id, person, ROLE_ROLE_MENTOR);
}

enum outcome
mentor_was_refused(struct visit *v, struct person_id person, struct moment since, bool *out)
{
	struct mentor_record_row row;
	enum outcome said = mentor_record(v->db, v->arena, v->programme->id, person, &row);

	*out = said == OK && row.state == MENTOR_STATE_DECLINED && moment_is_after(row.decided_at, since);
	return said == NOT_FOUND ? OK : said;
}

enum outcome
mentor_save(struct visit *v, const struct mentor_wish *wish)
{
	int64_t changed;

	TRY(mentor_change(v->db, &(struct mentor_change_values){
	    .programme = v->programme->id, .person = v->who.id, .capacity = wish->capacity, .hours = wish->hours, .bio = wish->bio,
	    .now = v->now, .offer = wish->offer }, &changed));
	TRY(keep_offer(v, v->who.mentor, wish));
	return listing_of(v, v->programme->id, v->who.id);
}
