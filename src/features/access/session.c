/* Who is there: the cookie becomes a visitor; sessions begin and end. */
#include "access/access.h"
#include "access/rules.h"
#include "access/store.h"
#include "base/arena.h"
#include "http/routes.h"
#include "secrets/secrets.h"

enum { SESSIONS_MOST = 10, SEEN_AGAIN_SECONDS = 60 };

#define COOKIE S("__Host-session")
#define VISITOR S("__Host-visitor")

static unsigned
bits_of(const struct visitor_by_session_row *row)
{
	unsigned may = WHO_SIGNED_IN;

	may |= row->is_admin ? WHO_ADMIN : 0u;
	if (membership_id_is_none(row->membership))
		return may;
	may |= WHO_MEMBER;
	may |= (row->roles & 1) != 0 ? WHO_MENTEE : 0u;
	may |= (row->roles & 2) != 0 ? WHO_COORDINATOR : 0u;
	may |= (row->roles & 4) != 0 ? WHO_ESCALATION : 0u;
	may |= row->mentor_state == MENTOR_STATE_ACTIVE ? WHO_MENTOR : 0u;
	may |= row->mentor_state != MENTOR_STATE_NONE ? WHO_APPLICANT : 0u;
	return may;
}

static void
fill_visitor(struct visit *v, const struct visitor_by_session_row *row)
{
	v->may |= bits_of(row);
	v->who = (struct visitor){
		.id = row->person, .name = row->name, .email = row->email, .zone = row->zone, .theme = row->theme,
		.has_keys = row->has_keys, .is_admin = row->is_admin, .session = row->id, .session_seen_at = row->seen_at,
		.programme_name = row->programme_name, .mentor = row->mentor, .mentor_state = row->mentor_state, .running = row->running,
		.hours = row->hours,
		.open_count = visit_may(v, WHO_MENTOR | WHO_COORDINATOR) ? row->open_count : 0,
	};
}

static bool
is_over(const struct visit *v, const struct visitor_by_session_row *row)
{
	struct session_facts facts = {
		.seen_at = row->seen_at, .started_at = row->started_at, .ends_at = row->ends_at, .is_shared = row->is_shared,
		.is_high = (row->is_high || row->is_admin) && !v->server->is_demo,
	};

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
	if (!secret_read(request_cookie(v->request, COOKIE), &token))
		return find_stranger(v, slug, is_there, id, version);
	hash = secret_hash(&token);
	said = visitor_by_session(v->db, v->arena, hash_bytes(&hash), slug, &row);
	if (said == NOT_FOUND || (said == OK && is_over(v, &row)))
		return find_stranger(v, slug, is_there, id, version);
	TRY(said);
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

enum outcome
session_start(struct visit *v, struct person_id person, bool is_shared)
{
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	struct person_is_high_row high;
	struct moment end;
	int64_t changed;

	TRY(person_is_high(v->db, v->arena, person, &high));
	end = session_end((high.is_admin || high.coordinates > 0) && !v->server->is_demo, v->now);
	TRY(end_old(v));
	TRY(session_drop_extra(v->db, person, SESSIONS_MOST - 1, v->now, &changed));
	TRY(session_add(v->db, &(struct session_add_values){
	    .id = { visit_new_id(v) }, .hash = hash_bytes(&hash), .person = person, .is_shared = is_shared, .started = v->now,
	    .ends = end }));
	reply_cookie(v->reply, v->arena, S("session"), secret_reveal(v->arena, &token),
	    is_shared ? 0 : moment_between(v->now, end) / US_PER_SECOND);
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
