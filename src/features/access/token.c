/* Tokens of programs (TRUST.md 6.1): shown once, hashed at rest, within the roles of one person, ending by a date. */
#include "access/token.h"

#include "access/rules.h"

#include "access/store.h"
#include "base/arena.h"
#include "base/limits.h"
#include "http/request.h"

#define PREFIX S("mtd_")

static enum outcome
add(struct visit *v, const struct token_wish *wish, struct token_id id, struct str *shown)
{
	struct secret secret = secret_new(v->random);
	struct hash hash = secret_hash(&secret);

	*shown = str_join(v->arena, 2, (struct str[]){ PREFIX, secret_reveal(v->arena, &secret) });
	return token_add(v->db, &(struct token_add_values){
	    .id = id, .hash = hash_bytes(&hash), .person = wish->person, .programme = wish->programme, .name = wish->name,
	    .scope = wish->may_act ? TOKEN_SCOPE_ACT : TOKEN_SCOPE_READ, .made = v->now,
	    .ends = moment_plus(v->now, wish->days * US_PER_DAY) });
}

enum outcome
token_make(struct visit *v, const struct token_wish *wish, struct str *shown)
{
	struct token_count_row count;
	int64_t changed;

	TRY(token_clean(v->db, wish->person, v->now, &changed));
	TRY(token_count(v->db, v->arena, wish->person, &count));
	if (count.tokens >= LIMIT_TOKENS)
		return TOO_MANY_TOKENS;
	TRY(add(v, wish, (struct token_id){ visit_new_id(v) }, shown));
	return event_say(v, S("token-made"), &(struct event_facts){ .person = wish->person, .detail = wish->name });
}

enum outcome
token_for_turn(struct visit *v, struct person_id person, struct token_id *id, struct str *shown)
{
	id->value = visit_new_id(v);
	return add(v, &(struct token_wish){ .person = person, .name = S("for one turn"), .may_act = true, .days = 1 }, *id, shown);
}

enum outcome
token_of_turn_ends(struct visit *v, struct person_id person, struct token_id id)
{
	int64_t changed;

	return token_drop(v->db, id, person, &changed);
}

/* "Bearer mtd_…", the scheme in any case (RFC 6750 2.1, RFC 9110 11.1). */
static bool
read_bearer(const struct request *request, struct secret *out)
{
	struct str sent = request_header(request, S("authorization"));

	if (!str_equal_ascii_case(str_head(sent, 7), S("bearer ")))
		return false;
	sent = str_trim(str_skip(sent, 7));
	return str_starts(sent, PREFIX) && secret_read(str_skip(sent, PREFIX.length), out);
}

static unsigned
bits_of(const struct visit *v, const struct visitor_by_token_row *row)
{
	unsigned may = WHO_SIGNED_IN | (row->scope == TOKEN_SCOPE_ACT ? 0u : WHO_READER);

	if (membership_id_is_none(row->membership) ||
	    (!programme_id_is_none(row->only) && !programme_id_equal(row->only, row->programme)))
		return may;
	may |= WHO_MEMBER;
	may |= (row->roles & 1) != 0 ? WHO_MENTEE : 0u;
	may |= (row->roles & 2) != 0 || !moment_is_none(v->who.stands_in_until) ? WHO_COORDINATOR : 0u;
	may |= (row->roles & 4) != 0 ? WHO_ESCALATION : 0u;
	may |= row->is_reviewer ? WHO_REVIEWER : 0u;
	may |= row->mentor_state == MENTOR_STATE_ACTIVE ? WHO_MENTOR : 0u;
	may |= row->mentor_state != MENTOR_STATE_NONE ? WHO_APPLICANT : 0u;
	return may;
}

enum outcome
token_visitor_find(struct visit *v, struct str slug, bool *is_there, struct programme_id *id, int64_t *version)
{
	struct visitor_by_token_row row;
	struct secret secret;
	struct hash hash;
	enum outcome said;

	v->who = (struct visitor){ .zone = S("UTC") };
	if (!read_bearer(v->request, &secret))
		return OK;
	hash = secret_hash(&secret);
	said = visitor_by_token(v->db, v->arena, hash_bytes(&hash), slug, v->now, &row);
	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	v->who = (struct visitor){
		.id = row.person, .name = row.name, .email = row.email, .zone = row.zone, .language = row.language, .programme_name = row.programme_name,
		.mentor = row.mentor, .mentor_state = row.mentor_state, .running = row.running, .hours = row.hours,
		.stands_in_until = cover_end((row.roles & 2) != 0, row.stands_in_until, v->now),
	};
	v->may |= bits_of(v, &row);
	*is_there = !programme_id_is_none(row.programme);
	*id = row.programme;
	*version = row.version;
	return OK;
}

enum outcome
tokens_find(struct visit *v, struct person_id person, struct tokens_of_rows *out)
{
	return tokens_of(v->db, v->arena, person, v->now, LIMIT_TOKENS, out);
}

enum outcome
token_end(struct visit *v, struct person_id person, struct token_id token)
{
	int64_t changed;

	TRY(token_drop(v->db, token, person, &changed));
	if (changed == 0)
		return NOT_FOUND;
	return event_say(v, S("token-ended"), &(struct event_facts){ .person = person });
}
