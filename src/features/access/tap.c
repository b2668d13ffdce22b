/* Links that act: made for a letter, found by their hash, used once. */
#include "access/tap.h"

#include "access/store_tap.h"
#include "base/arena.h"

enum { CLEANED_AT_ONCE = 20 };

enum outcome
tap_make(struct visit *v, const struct tap_wish *wish, struct str *token_out)
{
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	int64_t changed;

	TRY(tap_clean(v->db, v->now, CLEANED_AT_ONCE, &changed));
	TRY(tap_add(v->db, &(struct tap_add_values){
	    .id = { visit_new_id(v) }, .hash = hash_bytes(&hash), .person = wish->person, .act = wish->act,
	    .request = wish->request, .programme = wish->programme, .made = v->now, .expires = moment_plus(v->now, TAP_DAYS * US_PER_DAY) }));
	*token_out = secret_reveal(v->arena, &token);
	return OK;
}

enum outcome
tap_find(struct visit *v, struct str token, struct tap *out)
{
	struct tap_by_hash_row row;
	struct secret secret;
	struct hash hash;
	enum outcome said;

	if (!secret_read(token, &secret))
		return GONE;
	hash = secret_hash(&secret);
	said = tap_by_hash(v->db, v->arena, hash_bytes(&hash), v->now, &row);
	if (said != OK)
		return said == NOT_FOUND ? GONE : said;
	*out = (struct tap){ .id = row.id, .act = row.act, .person = row.person, .request = row.request,
		.programme = row.programme, .used_at = row.used_at };
	return OK;
}

enum outcome
tap_take(struct visit *v, const struct tap *tap)
{
	int64_t changed;

	TRY(tap_use(v->db, tap->id, v->now, &changed));
	return changed == 1 ? OK : GONE;
}

enum outcome
visitor_as(struct visit *v, struct person_id person)
{
	struct visitor_by_person_row row;

	TRY(visitor_by_person(v->db, v->arena, person, v->programme_id, &row));
	v->who = (struct visitor){
		.id = row.id, .name = row.name, .email = row.email, .zone = row.zone, .language = row.language, .programme_name = row.programme_name, .mentor = row.mentor,
		.mentor_state = row.mentor_state, .running = row.running, .hours = row.hours,
	};
	v->may = WHO_ANYONE;
	if (membership_id_is_none(row.membership))
		return OK;
	v->may |= WHO_MEMBER | (row.is_mentee ? WHO_MENTEE : 0u) | (row.mentor_state == MENTOR_STATE_ACTIVE ? WHO_MENTOR : 0u);
	return OK;
}
