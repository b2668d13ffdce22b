/* One request, from guard to reply. The same lines serve web, the writer and the story runner. */
#include "daemon/dispatch.h"

#include "access/access.h"
#include "access/api.h"
#include "applications/applications.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/brakes.h"
#include "daemon/guard.h"
#include "forms/form_json.h"
#include "http/routes.h"
#include "http/sent.h"
#include "http/static.h"
#include "programmes/programmes.h"
#include "requests/requests.h"
#include "sql/sql.h"
#include "surveys/surveys.h"
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

/* Our own processes read names, not pages. */
static struct reply *
reply_to_process(struct visit *v, enum outcome said)
{
	v->reply->status = outcome_status(said);
	buf_add(&v->reply->body, outcome_name(said));
	return v->reply;
}

/* A 405 says what would work (RFC 9110 15.5.6); where nothing would, nothing is there. */
static void
refuse(struct visit *v, enum outcome why)
{
	struct str path = v->request->path, allow;

	if (why == WRONG_METHOD && !str_is_empty(path)) {
		allow = static_is_path(path) ? S("GET, HEAD") : route_allow(v->arena, path);
		why = str_is_empty(allow) ? NOT_FOUND : WRONG_METHOD;
	}
	if (why == WRONG_METHOD)
		reply_header(v->reply, S("Allow"), str_is_empty(path) ? S("GET, HEAD, POST") : allow);
	refusal_show(v, why);
}

/* Who was first is told to programs as on the page; if that cannot be read, the refusal stands without it. */
static void
tell_taken(struct visit *v)
{
	if (guard_look_again(v) != OK || request_tell_taken(v) != OK)
		v->first = S("");
}

static bool
show_again(struct visit *v, enum outcome said)
{
	if (v->route->again == NULL || outcome_kind(said) != KIND_REFUSAL || !visit_may(v, v->route->who))
		return false;
	if (guard_look_again(v) != OK || v->route->again(v) != OK) {
		v->reply = reply_new(v->arena);
		return false;
	}
	if (v->reply->status == 200)
		v->reply->status = outcome_status(said);
	return true;
}

bool
dispatch_is_hasty(const struct request *request)
{
	return request->method == METHOD_POST && (str_equal(request->path, S("/slack/command")) || str_equal(request->path, S("/slack/interact")));
}

static bool
says_busy(struct visit *v, enum outcome said)
{
	if (outcome_kind(said) != KIND_TROUBLE || !dispatch_is_hasty(v->request) || str_is_empty(v->server->slack_secrets))
		return false;
	slack_say_busy(v);
	return true;
}

/* No words then: nobody reads them. */
static bool
is_for_machines(const struct route *route)
{
	return route != NULL && (route->is_signed || route->is_watched);
}

/* A refused act shows its page again with what was typed; where that cannot be, a plain page says why. */
static struct reply *
reply_refused(struct visit *v, enum outcome said)
{
	log_trouble(v, said);
	v->reply = reply_new(v->arena);
	v->refusal = said;
	if (v->request->method == METHOD_OTHER)
		return reply_to_process(v, said);
	if (says_busy(v, said))
		return v->reply;
	if (is_for_machines(v->route)) {
		v->reply->status = outcome_status(said);
		return v->reply;
	}
	if (v->route != NULL && show_again(v, said))
		return v->reply;
	if (said == CHANGED_SINCE && v->route != NULL && v->route->answer != NULL)
		api_present(v, v->route->answer);
	if (said == REQUEST_TAKEN && v->route->is_api)    /* a rule said it, so there is a row */
		tell_taken(v);
	refuse(v, said);
	return v->reply;
}

/* Its questions are a survey's, or those of the side that applies. */
static enum outcome
asked_form(struct visit *v, const struct form *of_route, const struct form **out)
{
	TRY(survey_form_find(v, of_route, out));
	return *out != NULL ? OK : application_form_find(v, of_route, out);
}

/* Our own forms ask for choices and bounds of the programme by the names of their fields; what its questions are called says nothing. */
static enum outcome
read_form(struct visit *v)
{
	const struct form *form = v->route->form;
	const struct form_supply *lists = NULL;
	struct form_supply supply;
	struct pairs sent;

	if (form == NULL)
		return OK;
	if (form->is_asked) {
		TRY(asked_form(v, form, &form));
	} else if (v->programme != NULL) {
		supply = desk_supply(v);
		lists = &supply;
	}
	if (v->route->is_api && v->route->kind == READ)
		return form_read_query(v->arena, form, lists, &v->request->query, &v->form);
	if (v->route->is_api)
		return form_read_json(v->arena, form, lists, v->request->body, &v->form);
	TRY(sent_read(v->arena, v->request, &sent));
	return form_read(v->arena, form, lists, &sent, &v->form);
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
		if (!str_is_empty(before.location))
			reply_header(v->reply, S("Location"), before.location);
		if (!str_is_empty(before.body))
			reply_header(v->reply, S("Content-Type"), before.status < 400 ? S("application/json") : S("application/problem+json"));
		if (!str_is_empty(before.tag))
			reply_header(v->reply, S("ETag"), before.tag);
		buf_add(&v->reply->body, before.body);
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
	if ((!guard_is_refusal_of_role(said) && said != CHANGED_SINCE) || v->route == NULL || v->route->method != METHOD_POST ||
	    guard_admit_form(v) != OK)
		return said;
	TRY(answer_again(v, is_again));
	return *is_again ? OK : said;
}

/* A form of somebody whose session may not act right now, worth keeping until it may. Codes are typed again, never kept. A refused role
 * is looked up before its form is; so the form is judged here. */
static bool
is_kept(struct visit *v, enum outcome said)
{
	return v->route != NULL && v->route->method == METHOD_POST && v->route->again != NULL &&
	    (v->route->who & (WHO_ANYONE | WHO_HALF)) == 0 && !sent_has_file(v->request) && form_is_keepable(v, said) &&
	    guard_admit_form(v) == OK;
}

/* A form about a request that may hold a reply in writing: refused because of what the request has become meanwhile, its words are kept
 * for whoever wrote them (F082). */
static bool
has_words(struct visit *v, enum outcome said)
{
	int status = outcome_status(said);
	const struct route *route = v->route;

	if (outcome_kind(said) != KIND_REFUSAL || (status != 403 && status != 404 && status != 409))
		return false;
	return route != NULL && !route->is_api && route->thing == A_REQUEST && route->method == METHOD_POST && route->form != NULL &&
	    route->form->count > 0 && visit_may(v, WHO_SIGNED_IN) && guard_admit_form(v) == OK;
}

/* The page of a form that was kept, with what was typed in it. The person presses again, or does not. */
static struct reply *
show_kept(struct world *world, const struct visit *v)
{
	struct request *request = ARENA_NEW(v->arena, struct request);
	struct visit *u = dispatch_visit(world, v->arena, request);
	enum outcome said;

	*request = *v->request;
	request->method = METHOD_POST;
	request->target = v->kept_target;
	request->body = v->kept_body;
	said = request_read_target(v->arena, request);
	if (said == OK)
		said = guard_admit_kept(u);
	if (said == OK)
		said = read_form(u);
	if (said != OK && said != BAD_INPUT) {
		log_trouble(u, said);
		refusal_show(u, said);
		return u->reply;
	}
	u->refusal = FORM_KEPT;
	said = u->route->again(u);
	if (said == OK)
		return u->reply;
	u->reply = reply_new(u->arena);
	refusal_show(u, said);
	return u->reply;
}

static struct reply *
reply_read_only(struct world *world, struct visit *v)
{
	enum outcome said = v->route->is_api ? read_form(v) : OK;

	if (said == OK)
		said = v->route->handle(v);
	if (said == OK && v->route->is_api && v->reply->status == 200)
		api_etag_shown(v);
	if (said == OK && !str_is_empty(v->kept_target))
		return show_kept(world, v);
	return said == OK ? v->reply : reply_refused(v, said);
}

bool
dispatch_needs_no_database(const struct request *request)
{
	return static_is_path(request->path) || str_equal(request->path, S("/healthz"));
}

static struct reply *
reply_file(struct visit *v)
{
	return static_show(v->request, v->reply) == OK ? v->reply : reply_refused(v, NOT_FOUND);
}

static bool
wants_seen(const struct visit *v)
{
	if (v->route == NULL || v->route->is_uncounted)
		return false;    /* whoever looks at what is about reports leaves no time of it beside their name */
	return visit_may(v, WHO_SIGNED_IN) && moment_between(v->who.session_seen_at, v->now) > SEEN_AGAIN_SECONDS * US_PER_SECOND;
}

static bool
is_braked(struct world *world, struct visit *v)
{
	if (brakes_take(world->brakes, v, world->proxy, clock_monotonic_us(world->clock)) == OK)
		return false;
	refusal_show(v, TOO_MANY);
	return true;
}

/* A chat's calls all come from its own servers; what is limited there is how many reports one account sends. */
static bool
is_chat_braked(struct world *world, struct visit *v)
{
	struct str account;

	if (world->brakes == NULL || !slack_sends_concern(v, &account) ||
	    brakes_take_report(world->brakes, v, account, clock_monotonic_us(world->clock)) == OK)
		return false;
	slack_say_enough(v);
	return true;
}

struct reply *
dispatch_web(struct world *world, struct arena *arena, const struct request *request)
{
	struct visit *v = dispatch_visit(world, arena, request);
	enum outcome said;
	bool is_again, is_held;

	if (static_is_path(request->path))
		return reply_file(v);
	if (dispatch_needs_no_database(request) && health_show(v) == OK)
		return v->reply;    /* whatever the method: this process lives */
	said = admit(v, &is_again);
	world->wants_seen = wants_seen(v);
	if (is_again)
		return v->reply;
	is_held = is_kept(v, said) || has_words(v, said);
	if (said != OK && !is_held)
		return reply_refused(v, said);
	if (v->route->is_signed ? is_chat_braked(world, v) : is_braked(world, v))
		return v->reply;
	return is_held || v->route->kind == WRITE ? NULL : reply_read_only(world, v);
}

/* What a program is told after its act: the thing as it is now, or nothing where it may not see it any more. */
static enum outcome
answer_call(struct visit *v)
{
	v->reply = reply_new(v->arena);
	v->reply->status = 204;
	if (v->route->answer == NULL)
		return OK;
	if (v->thing != NULL) {
		TRY(guard_look_again(v));
		if (!visit_may(v, WHO_SEES))
			return OK;
	}
	v->reply->status = v->route->status;
	if (!str_is_empty(v->made_at_path))
		reply_header(v->reply, S("Location"), v->made_at_path);
	TRY(v->route->answer(v));
	api_etag_shown(v);
	return OK;
}

/* A form sent twice is answered as the first time; the answer is kept in the transaction that made it. */
static enum outcome
act_once(struct visit *v)
{
	bool is_again;
	enum outcome said = admit(v, &is_again);

	if (is_kept(v, said))
		return form_keep(v, said);
	TRY(said);
	if (v->route->is_signed)
		return v->route->handle(v);    /* what came before is told by the call itself */
	if (!is_again)
		TRY(answer_again(v, &is_again));
	if (is_again)
		return OK;
	TRY(read_form(v));
	v->has_acted = true;
	TRY(v->route->handle(v));
	if (v->route->is_api)
		TRY(answer_call(v));
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

/* What is kept though the act was refused, in a savepoint of its own. Trouble with it is the answer, since nothing was said yet. */
static enum outcome
keep_beside(struct visit *v, enum outcome keep(struct visit *), enum outcome *broken)
{
	enum outcome said = sql_savepoint(v->db);

	*broken = said;
	if (said != OK)
		return said;
	said = keep(v);
	*broken = said == OK ? sql_keep(v->db) : sql_undo(v->db);
	if (*broken != OK)
		return *broken;
	log_trouble(v, said);
	return outcome_kind(said) == KIND_TROUBLE ? said : OK;
}

/* A program that repeats a refused call with the same key is refused in the same words, whatever happened since: its act is over. */
static enum outcome
keep_refusal(struct visit *v)
{
	return form_sent_keep(v, v->route->name);
}

static enum outcome
keep_words(struct visit *v)
{
	return desk_keep_words(v, v->route->form, v->params[1]);
}

/* Two writers of PostgreSQL that met (a deadlock, the same form twice at once) do not meet again in the same way: the second try
 * sees what the other one did. */
struct reply *
dispatch_write(struct world *world, struct arena *arena, const struct request *request, enum outcome *broken)
{
	enum outcome said = STORE_CONFLICT, kept = OK;
	struct visit *v = NULL;

	for (int tries = 0; tries < WRITE_TRIES && said == STORE_CONFLICT; tries++) {
		v = dispatch_visit(world, arena, request);
		v->is_write = true;
		said = try_write(v, broken);
		if (*broken != OK)
			return dispatch_refusal(world, arena, request, *broken);
	}
	if (said == OK)
		return v->reply;
	if (has_words(v, said))
		kept = keep_beside(v, keep_words, broken);
	(void)reply_refused(v, said);
	if (kept == OK && outcome_kind(said) == KIND_REFUSAL && v->has_acted && v->route->is_api)
		kept = keep_beside(v, keep_refusal, broken);
	return kept == OK ? v->reply : dispatch_refusal(world, arena, request, kept);
}

struct reply *
dispatch_refusal(struct world *world, struct arena *arena, const struct request *request, enum outcome why)
{
	struct visit *v = dispatch_visit(world, arena, request);

	if (!says_busy(v, why))
		refuse(v, why);
	return v->reply;
}
