/* By what somebody is found in the directory: rows that are made anew whenever one of the facts changes, so that every filter is an index. */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/text.h"
#include "later/later.h"
#include "people/directory.h"
#include "people/store.h"
#include "system/random.h"

enum { SKILLS_MOST = 200, WORDS_MOST = 12, PROGRAMMES_MOST = 200, AT_ONCE = 200, TURN_BITS = 62 };

/* Whose rows they are. */
struct listing {
	struct visit *v;
	struct programme_id programme;
	struct person_id person;
	int64_t turn;
	bool is_public;
};

static enum outcome
put(const struct listing *l, char list, char kind, struct str what)
{
	struct buf term = buf_new(l->v->arena, DIRECTORY_TERM_BYTES);

	buf_char(&term, list);
	buf_char(&term, kind);
	buf_add(&term, str_head(what, DIRECTORY_TERM_BYTES - 8));
	return listing_add(l->v->db, l->programme, buf_str(&term), l->turn, l->person);
}

/* For members, and for everybody if they ticked that; a zone is never everybody's. */
static enum outcome
put_both(const struct listing *l, char list, char kind, struct str what)
{
	TRY(put(l, list, kind, what));
	return l->is_public && kind != 'z' ? put(l, list == 'm' ? 'M' : 'E', kind, what) : OK;
}

static enum outcome
put_id(const struct listing *l, char list, char kind, int64_t id)
{
	struct buf text = buf_new(l->v->arena, DIRECTORY_TERM_BYTES);

	buf_whole(&text, id);
	return put_both(l, list, kind, buf_str(&text));
}

static enum outcome
put_parts(const struct listing *l, char list, char kind, struct str parts)
{
	struct str part;

	for (size_t i = 0; i < WORDS_MOST && str_next(&parts, kind == 'w' ? ' ' : ',', &part); i++) {
		part = text_trim(part);
		if (!str_is_empty(part))
			TRY(put_both(l, list, kind, part));
	}
	return OK;
}

static enum outcome
put_person(const struct listing *l, char list, const struct listing_facts_row *facts)
{
	TRY(put_both(l, list, '*', S("")));
	TRY(put_both(l, list, 'z', facts->zone));
	TRY(put_parts(l, list, 'w', facts->name_folded));
	return put_parts(l, list, 'l', text_folded(l->v->arena, facts->languages));
}

static enum outcome
put_mentor(const struct listing *l, const struct listing_facts_row *facts)
{
	struct mentor_services_rows services;
	struct mentor_skills_rows skills;

	TRY(put_person(l, 'm', facts));
	TRY(mentor_skills(l->v->db, l->v->arena, facts->mentor, SKILLS_MOST, &skills));
	for (size_t i = 0; i < skills.count; i++)
		TRY(put_id(l, 'm', 's', skills.at[i].skill.value));
	TRY(mentor_services(l->v->db, l->v->arena, facts->mentor, SKILLS_MOST, &services));
	for (size_t i = 0; i < services.count; i++)
		TRY(put_id(l, 'm', 'v', services.at[i].service.value));
	return OK;
}

static enum outcome
put_mentee(const struct listing *l, const struct listing_facts_row *facts)
{
	struct listing_wants_rows skills;

	TRY(put_person(l, 'e', facts));
	TRY(listing_wants(l->v->db, l->v->arena, facts->membership, SKILLS_MOST, &skills));
	for (size_t i = 0; i < skills.count; i++)
		TRY(put_id(l, 'e', 's', skills.at[i].skill.value));
	return OK;
}

enum outcome
listing_of(struct visit *v, struct programme_id programme, struct person_id person)
{
	struct listing l = { .v = v, .programme = programme, .person = person };
	struct listing_facts_row facts;
	int64_t changed;

	TRY(listing_facts(v->db, v->arena, programme, person, &facts));
	l.turn = facts.turn != 0 ? facts.turn : 1 + (int64_t)random_below(v->random, (UINT64_C(1) << TURN_BITS) - 1);
	l.is_public = facts.is_public;
	if (facts.turn == 0)
		TRY(listing_set_turn(v->db, facts.membership, l.turn, &changed));
	TRY(listing_clear(v->db, programme, person, &changed));
	if (!mentor_id_is_none(facts.mentor))
		TRY(put_mentor(&l, &facts));
	return facts.is_listed ? put_mentee(&l, &facts) : OK;
}

enum outcome
listing_of_person(struct visit *v, struct person_id person)
{
	struct programmes_joined_rows rows;

	TRY(programmes_joined(v->db, v->arena, person, PROGRAMMES_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(listing_of(v, rows.at[i].programme, person));
	return OK;
}

/* Those who were there before there was a directory, some at a time. */
enum outcome
programme_listing(struct visit *v, int64_t subject)
{
	struct programme_id programme = { subject };
	struct not_yet_listed_rows rows;

	TRY(not_yet_listed(v->db, v->arena, programme, AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(listing_of(v, programme, rows.at[i].person));
	if (rows.count < AT_ONCE)
		return OK;
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = programme, .kind = S("programme-listing"), .subject = subject,
	    .due_at = v->now, .now = v->now });
}
