/* Who is there: the cookie becomes a visitor; sessions begin and end. */
#include "access/access.h"
#include "access/api.h"
#include "access/factor.h"
#include "access/rules.h"
#include "access/store.h"
#include "access/store_factor.h"
#include "access/token.h"
#include "base/arena.h"
#include "base/limits.h"
#include "http/routes.h"
#include "secrets/secrets.h"

enum { SEEN_AGAIN_SECONDS = 60 };

#define COOKIE S("__Host-session")
#define VISITOR S("__Host-visitor")

static unsigned
bits_of(const struct visit *v, const struct visitor_by_session_row *row)
{
	unsigned may = WHO_SIGNED_IN;

	may |= row->is_admin ? WHO_ADMIN : 0u;
	if (membership_id_is_none(row->membership))
		return may;
	may |= WHO_MEMBER;
	may |= (row->roles & 1) != 0 ? WHO_MENTEE : 0u;
	may |= (row->roles & 2) != 0 || !moment_is_none(v->who.stands_in_until) ? WHO_COORDINATOR : 0u;
	may |= (row->roles & 4) != 0 ? WHO_ESCALATION : 0u;
	may |= row->is_responder ? WHO_SAFETY : 0u;
	may |= row->is_reviewer ? WHO_REVIEWER : 0u;
	may |= row->mentor_state == MENTOR_STATE_ACTIVE ? WHO_MENTOR : 0u;
	may |= row->mentor_state != MENTOR_STATE_NONE ? WHO_APPLICANT : 0u;
	return may;
}

/* The limits by which a session is judged; in the demo nobody's role shortens it, and no second factor is asked. */
static struct session_facts
facts_of(const struct visit *v, const struct visitor_by_session_row *row)
{
	return (struct session_facts){
		.seen_at = row->seen_at, .started_at = row->started_at, .ends_at = row->ends_at, .is_shared = row->is_shared,
		.is_high = (row->is_high || row->is_admin || moment_is_after(row->deputy_until, v->now)) && !v->server->is_demo,
		.has_factor = row->has_factor && !v->server->is_demo,
		.factor_at = row->factor_at,
	};
}

/* What the session opens: all of the person's rights, those without a high role, or nothing but the way to the second factor. */
static void
fill_rights(struct visit *v, const struct visitor_by_session_row *row)
{
	struct session_facts facts = facts_of(v, row);
	unsigned bits = bits_of(v, row);

	v->who.has_factor = facts.has_factor;
	v->who.is_high = facts.is_high;
	v->who.is_fresh = v->server->is_demo || session_is_fresh(&facts, v->now);
	if (session_is_locked(&facts, v->now)) {
		v->may |= WHO_HALF;
		return;
	}
	v->who.held_back = v->server->is_demo || !moment_is_none(facts.factor_at) ? 0 : bits & WHO_HIGH;
	v->may |= bits & ~v->who.held_back;
}

static void
fill_visitor(struct visit *v, const struct visitor_by_session_row *row)
{
	v->who = (struct visitor){
		.id = row->person, .name = row->name, .email = row->email, .zone = row->zone, .language = row->language, .theme = row->theme,
		.has_keys = row->has_keys, .is_admin = row->is_admin, .session = row->id, .session_seen_at = row->seen_at,
		.session_ends_at = row->ends_at, .is_shared = row->is_shared,
		.programme_name = row->programme_name, .mentor = row->mentor, .mentor_state = row->mentor_state, .running = row->running, .asks_forms = row->asks_forms, .has_services = row->has_services, .has_openings = row->has_openings,
		.hours = row->hours, .stands_in_until = cover_end((row->roles & 2) != 0, row->stands_in_until, v->now),
	};
	fill_rights(v, row);
	v->who.has_directory = row->has_directory;
	v->who.open_count = visit_may(v, WHO_MENTOR | WHO_COORDINATOR) ? row->open_count : 0;
}

static bool
is_over(const struct visit *v, const struct visitor_by_session_row *row)
{
	struct session_facts facts = facts_of(v, row);

	return session_is_over(&facts, v->now);
}

/* Signed out: the browser's own secret binds its forms, and the programme is looked up by itself. */
static enum outcome
find_stranger(struct visit *v, struct str slug, bool *is_there, struct programme_id *id, int64_t *version)
{
	struct programme_by_slug_row row;
	enum outcome said;

	v->who = (struct visitor){ .zone = S("UTC") };
	v->has_form_secret = secret_read(request_cookie(v->request, VISITOR), &v->form_secret);
	if (str_is_empty(slug))
		return OK;
	said = programme_by_slug(v->db, v->arena, slug, &row);
	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	*is_there = true;
	*id = row.id;
	*version = row.version;
	return OK;
}

enum outcome
visitor_find(struct visit *v, struct str slug, bool *is_there, struct programme_id *id, int64_t *version)
{
	struct visitor_by_session_row row;
	struct secret token;
	struct hash hash;
	enum outcome said;

	*is_there = false;
	*id = (struct programme_id){ 0 };
	*version = 0;
	if (api_is_path(v->request->path))
		return token_visitor_find(v, slug, is_there, id, version);    /* no cookie speaks for a program, so no page can forge its calls */
	if (!secret_read(request_cookie(v->request, COOKIE), &token))
		return find_stranger(v, slug, is_there, id, version);
	hash = secret_hash(&token);
	said = visitor_by_session(v->db, v->arena, hash_bytes(&hash), slug, &row);
	if (said == NOT_FOUND)
		return find_stranger(v, slug, is_there, id, version);
	TRY(said);
	if (is_over(v, &row)) {
		v->lapsed = row.person;
		v->lapsed_secret = token;
		return find_stranger(v, slug, is_there, id, version);
	}
	fill_visitor(v, &row);
	v->form_secret = token;
	v->has_form_secret = true;
	*is_there = !programme_id_is_none(row.programme);
	*id = row.programme;
	*version = row.version;
	return OK;
}

/* Whatever session this browser had ends with the new sign-in (fixation, TRUST.md T13). */
static enum outcome
end_old(struct visit *v)
{
	struct secret old;
	struct hash hash;
	int64_t changed;

	if (!secret_read(request_cookie(v->request, COOKIE), &old))
		return OK;
	hash = secret_hash(&old);
	return session_drop_by_hash(v->db, hash_bytes(&hash), &changed);
}

bool
person_has_high_role(const struct visit *v, const struct person_is_high_row *row)
{
	return (row->is_admin || row->coordinates > 0 || moment_is_after(row->deputy_until, v->now)) && !v->server->is_demo;
}

enum outcome
session_start(struct visit *v, struct person_id person, bool is_shared)
{
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	struct person_is_high_row row;
	struct moment end;
	int64_t changed;

	TRY(person_is_high(v->db, v->arena, person, &row));
	end = session_end(person_has_high_role(v, &row), v->now);
	TRY(end_old(v));
	TRY(session_drop_extra(v->db, person, LIMIT_SESSIONS - 1, v->now, &changed));
	TRY(session_add(v->db, &(struct session_add_values){
	    .id = { visit_new_id(v) }, .hash = hash_bytes(&hash), .person = person, .is_shared = is_shared, .started = v->now,
	    .ends = end }));
	TRY(person_signed_in(v->db, person, v->now, &changed));
	reply_cookie(v->reply, v->arena, S("session"), secret_reveal(v->arena, &token),
	    is_shared ? 0 : moment_between(v->now, end) / US_PER_SECOND);
	return OK;
}

/* The old token is worth nothing from here on, and the page that answers is bound to the new one (TRUST.md T13). */
enum outcome
session_prove_now(struct visit *v)
{
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	int64_t changed;

	TRY(session_prove(v->db, v->who.session, hash_bytes(&hash), v->now, &changed));
	v->form_secret = token;
	reply_cookie(v->reply, v->arena, S("session"), secret_reveal(v->arena, &token),
	    v->who.is_shared ? 0 : moment_between(v->now, v->who.session_ends_at) / US_PER_SECOND);
	return OK;
}

/* A command of web: the session was used. Written at most once a minute. */
enum outcome
session_seen(struct visit *v)
{
	int64_t changed;

	if (moment_between(v->who.session_seen_at, v->now) < SEEN_AGAIN_SECONDS * US_PER_SECOND)
		return OK;
	return session_touch(v->db, v->who.session, v->now, &changed);
}
