/* One request, from guard to reply. The same lines serve web, the writer and the story runner. */
#include "daemon/dispatch.h"

#include "access/access.h"
#include "base/arena.h"
#include "base/check.h"
#include "daemon/guard.h"
#include "http/static.h"
#include "programmes/programmes.h"
#include "requests/requests.h"
#include "sql/sql.h"
#include "system/clock.h"
#include "system/log.h"

enum { SEEN_AGAIN_SECONDS = 60, WRITE_TRIES = 3 };

enum outcome
dispatch_head(const struct request *request, size_t *body_max)
{
	struct str params[VISIT_PARAMS];
	const struct route *route;

	*body_max = 0;
	if (static_is_path(request->path))
		return request->method == METHOD_GET || request->method == METHOD_HEAD ? OK : WRONG_METHOD;
	TRY(route_find(request->method, request->path, &route, params));
	*body_max = route->body_max;
	return OK;
}

struct visit *
dispatch_visit(struct world *world, struct arena *arena, const struct request *request)
{
	struct visit *v = ARENA_NEW(arena, struct visit);

	v->arena = arena;
	v->db = world->db;
	v->now = clock_wall(world->clock);
	v->random = world->random;
	v->server = &world->server;
	v->programmes = world->programmes;
	v->request = request;
	v->reply = reply_new(arena);
	v->may = WHO_ANYONE;
	v->refusal = OK;
	return v;
}

static void
log_trouble(const struct visit *v, enum outcome said)
{
	if (outcome_kind(said) == KIND_TROUBLE)
		LOG(LOG_ERROR, "trouble", LOG_WHOLE("number", v->request->number), LOG_TEXT("outcome", outcome_name(said)),
		    LOG_TEXT("store", sql_trouble(v->db)));
}

/* A refused act shows its page again with what was typed; where that cannot be, a plain page says why. */
static struct reply *
reply_refused(struct visit *v, enum outcome said)
{
	log_trouble(v, said);
	v->reply = reply_new(v->arena);
	v->refusal = said;
	if (v->route != NULL && v->route->again != NULL && outcome_kind(said) == KIND_REFUSAL && visit_may(v, v->route->who)) {
		guard_look_again(v);
		if (v->route->again(v) == OK) {
			if (v->reply->status == 200)
				v->reply->status = outcome_status(said);
			return v->reply;
		}
		v->reply = reply_new(v->arena);
	}
	refusal_show(v, said);
	return v->reply;
}

static enum outcome
read_form(struct visit *v)
{
	struct form_supply supply;
	struct pairs sent;

	if (v->route->form == NULL)
		return OK;
	TRY(request_read_form(v->arena, v->request->body, &sent));
	if (v->programme != NULL)
		supply = desk_supply(v);
	return form_read(v->arena, v->route->form, v->programme == NULL ? NULL : &supply, &sent, &v->form);
}

/* The answer that this form got before, if it did. */
static enum outcome
answer_again(struct visit *v, bool *is_again)
{
	struct form_answer before = { 0 };

	TRY(form_sent_find(v, v->route->name, &before));
	*is_again = before.status != 0;
	if (*is_again) {
		v->reply->status = (int)before.status;
		reply_header(v->reply, S("Location"), before.location);
	}
	return OK;
}

/* The guard; but a form that is sent again after its first effect took the sender's right away (a release pressed twice) gets the
 * first answer, not a refusal (PROGRAMMES.md 1, rule 4). */
static enum outcome
admit(struct visit *v, bool *is_again)
{
	enum outcome said = guard_admit(v);

	*is_again = false;
	if ((said != FORBIDDEN && said != NOT_FOUND) || v->route == NULL || v->route->method != METHOD_POST || guard_admit_form(v) != OK)
		return said;
	TRY(answer_again(v, is_again));
	return *is_again ? OK : said;
}

struct reply *
dispatch_web(struct world *world, struct arena *arena, const struct request *request)
{
	struct visit *v = dispatch_visit(world, arena, request);
	enum outcome said;
	bool is_again;

	if (static_is_path(request->path)) {
		if (static_show(request, v->reply) == OK)
			return v->reply;
		return reply_refused(v, NOT_FOUND);
	}
	said = admit(v, &is_again);
	world->wants_seen = visit_may(v, WHO_SIGNED_IN) &&
	    moment_between(v->who.session_seen_at, v->now) > SEEN_AGAIN_SECONDS * US_PER_SECOND;
	if (is_again)
		return v->reply;
	if (said == OK && v->route->kind == WRITE)
		return NULL;
	if (said == OK)
		said = v->route->handle(v);
	return said == OK ? v->reply : reply_refused(v, said);
}

/* A form sent twice is answered as the first time; the answer is kept in the transaction that made it. */
static enum outcome
act_once(struct visit *v)
{
	bool is_again;

	TRY(admit(v, &is_again));
	if (!is_again)
		TRY(answer_again(v, &is_again));
	if (is_again)
		return OK;
	TRY(read_form(v));
	TRY(v->route->handle(v));
	return form_sent_keep(v, v->route->name);
}

/* One try in a savepoint of its own. *broken says why nothing more can be done in this turn. */
static enum outcome
try_write(struct visit *v, enum outcome *broken)
{
	enum outcome said = sql_savepoint(v->db);

	*broken = said;
	if (said != OK)
		return said;
	said = act_once(v);
	if (said == OK)
		said = sql_keep(v->db);
	if (said != OK)
		*broken = sql_undo(v->db);
	return said;
}

/* Two writers of PostgreSQL that met (a deadlock, the same form twice at once) do not meet again in the same way: the second try
 * sees what the other one did. */
struct reply *
dispatch_write(struct world *world, struct arena *arena, const struct request *request, enum outcome *broken)
{
	enum outcome said = STORE_CONFLICT;
	struct visit *v = NULL;

	for (int tries = 0; tries < WRITE_TRIES && said == STORE_CONFLICT; tries++) {
		v = dispatch_visit(world, arena, request);
		v->is_write = true;
		said = try_write(v, broken);
		if (*broken != OK)
			return dispatch_refusal(world, arena, request, *broken);
	}
	return said == OK ? v->reply : reply_refused(v, said);
}

struct reply *
dispatch_refusal(struct world *world, struct arena *arena, const struct request *request, enum outcome why)
{
	struct visit *v = dispatch_visit(world, arena, request);

	refusal_show(v, why);
	return v->reply;
}
