/* The end of a person's data, in two steps of one job. */
#include "applications/applications.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "privacy/erase.h"
#include "privacy/privacy.h"
#include "privacy/store_erase.h"
#include "requests/requests.h"
#include "sql/sql.h"

#define PERSON_ERASE S("person-erase")

enum { KEY_BYTES = 40 };

static enum outcome
plan(struct visit *v, struct person_id person, struct moment at)
{
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .kind = PERSON_ERASE, .subject = person.value, .due_at = at, .now = v->now });
}

/* Somebody must take over first. */
enum outcome
erase_may_go(struct visit *v, struct person_id person)
{
	struct erasure_leaves_row row;

	TRY(erasure_leaves(v->db, v->arena, person, &row));
	if (row.programmes > 0)
		return ERASE_LAST_COORDINATOR;
	return row.servers > 0 ? ERASE_LAST_ADMIN : OK;
}

static enum outcome
write_to(struct visit *v, struct person_id person, struct moment due_at)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L57, .reader = &reader };

	TRY(letter_reader_find(&desk, person, TOPIC_ACCOUNT, &reader));
	if (str_is_empty(reader.email) && str_is_empty(reader.chat_user))
		return OK;
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "until", say_moment(v->arena, letter_place(&reader), due_at, v->now));
	letter_wish_add(&wish, "link", str_join(v->arena, 2, (struct str[]){ v->server->base_url, url_data_show(v->arena) }));
	return letter_put(&desk, &wish);
}

enum outcome
erase_ask(struct visit *v, struct person_id person, struct moment *due_at)
{
	struct erasure_of_row row;
	enum outcome said = erasure_of(v->db, v->arena, person, &row);

	if (said == OK)
		*due_at = row.due_at;
	if (said != NOT_FOUND)
		return said;
	TRY(erase_may_go(v, person));
	*due_at = moment_plus(v->now, ERASE_AFTER_H * US_PER_HOUR);
	TRY(erasure_add(v->db, person, v->now, *due_at));
	TRY(event_say(v, S("erasure-asked"), &(struct event_facts){ .person = person }));
	TRY(write_to(v, person, *due_at));
	return plan(v, person, moment_plus(v->now, ERASE_LEAVE_H * US_PER_HOUR));
}

enum outcome
erase_idle(struct visit *v, struct person_id person)
{
	TRY(erasure_add_idle(v->db, person, v->now, moment_plus(v->now, ERASE_AFTER_H * US_PER_HOUR)));
	TRY(event_say(v, S("erasure-idle"), &(struct event_facts){ .person = person }));
	return plan(v, person, moment_plus(v->now, ERASE_LEAVE_H * US_PER_HOUR));
}

enum outcome
erase_cancel(struct visit *v, struct person_id person)
{
	int64_t changed;

	TRY(erasure_drop(v->db, person, &changed));
	if (changed == 0)
		return NOT_FOUND;
	TRY(job_drop(v->db, PERSON_ERASE, person.value));
	return event_say(v, S("erasure-taken-back"), &(struct event_facts){ .person = person });
}

/* --- what goes --- */

typedef enum outcome erase_step(struct db *, struct person_id, int64_t *);

/* In this order: what is found by a link to the person goes before the link. */
static erase_step *const steps[] = {
	erase_sessions, erase_ways_in, erase_factors, erase_misses, erase_recovery, erase_resets, erase_kept_forms, erase_tokens, erase_taps,
	erase_chat_tickets, erase_chat_lookups, erase_chat_links, erase_mentions, erase_event_words, erase_kept_words, erase_notes, erase_claims, erase_attempts,
	erase_member_skills, erase_memberships, erase_roles, erase_stand_ins, erase_responders, erase_mentor_skills, erase_mentor_services, erase_mentors,
	erase_sessions_held, erase_handovers, erase_views, erase_suggestions, erase_choices, erase_correspondent, erase_given_answers, erase_reviews,
	erase_applications, erase_openings, erase_nominations, erase_reviewers, erase_listed, erase_blocks, erase_blocks_ahead, erase_email_changes, erase_help, erase_document_notices,
	erase_survey_answers, erase_survey_areas, erase_survey_choices,
};

static enum outcome
take_out(struct visit *v, struct person_id person)
{
	int64_t changed;

	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++)
		TRY(steps[i](v->db, person, &changed));
	TRY(erase_letters(v->db, person, v->now, &changed));
	TRY(erase_letters_left(v->db, v->now, &changed));
	TRY(erase_requests(v->db, person, S("A request of a former member"), &changed));
	TRY(erase_questions(v->db, person, v->now, &changed));
	TRY(erase_imports(v->db, v->now, &changed));
	TRY(erase_answers(v->db, id_print(v->arena, person.value), &changed));
	return erase_chat_answers(v->db, v->now, &changed);
}

/* The row stays, so that counts and the other side's history stand; it is nobody's from now on. */
static enum outcome
end_person(struct visit *v, struct person_id person)
{
	struct str name = S("Former member"), key;
	struct buf out = buf_new(v->arena, KEY_BYTES);
	int64_t changed;

	buf_format(&out, "erased:%lld", (long long)person.value);
	key = buf_str(&out);
	TRY(erase_person(v->db, &(struct erase_person_values){ .id = person, .name = name, .name_folded = text_folded(v->arena, name), .key = key, .now = v->now }, &changed));
	TRY(erasure_drop(v->db, person, &changed));
	TRY(event_say(v, S("erased"), &(struct event_facts){ .person = person }));
	sql_forget(v->db);
	return OK;
}

/* Requests and applications: what is open is taken back, so that others go on. */
static enum outcome
leave(struct visit *v, struct person_id person)
{
	TRY(desk_leave(v, person, (struct programme_id){ 0 }));
	return applications_leave(v, person, (struct programme_id){ 0 });
}

static enum outcome
finish(struct visit *v, struct person_id person)
{
	TRY(leave(v, person));
	TRY(take_out(v, person));
	TRY(end_person(v, person));
	return job_drop(v->db, PERSON_ERASE, person.value);
}

enum outcome
erase_now(struct visit *v, struct person_id person)
{
	struct person_to_erase_row row;

	TRY(person_to_erase(v->db, v->arena, person, &row));
	TRY(erase_may_go(v, person));
	return finish(v, person);
}

enum outcome
person_erase_due(struct visit *v, int64_t subject)
{
	struct person_id person = { subject };
	struct erasure_of_row row;
	enum outcome said = erasure_of(v->db, v->arena, person, &row);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	if (row.is_idle && !moment_is_after(row.asked_at, row.signed_in_at))
		return erase_cancel(v, person);    /* they came back */
	if (!moment_is_after(row.due_at, v->now))
		return finish(v, person);
	TRY(leave(v, person));
	return plan(v, person, row.due_at);
}
