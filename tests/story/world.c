/* The world of a story: a fresh database, a clock set by hand, actors with sessions, and the pipeline that web and writer use. */
#include <stdarg.h>

#include "access/access.h"
#include "access/token.h"
#include "base/arena.h"
#include "base/check.h"
#include "base/buf.h"
#include "daemon/brakes.h"
#include "daemon/jobs.h"
#include "later/later.h"
#include "formats/id.h"
#include "formats/text.h"
#include "later/store_shared.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "programmes/store.h"
#include "requests/requests.h"
#include "surveys/surveys.h"
#include "story_letters.h"

enum { BODY_MAX = 64 << 10, TEXT_MAX = 512 << 10, NUMBERS_BYTES = 64, DUE_AT_ONCE = 100, ROUNDS_MOST = 100 };

static struct moment
tale_wall(void *self)
{
	return ((struct tale *)self)->now;
}

/* The hours that stories leap count for the rate limits too. */
static int64_t
tale_monotonic_us(void *self)
{
	return ((struct tale *)self)->now.us;
}

void
tale_fails(struct tale *t, const char *format, ...)
{
	va_list list;

	fprintf(t->out, "%s:%d: ", t->file, t->line);
	va_start(list, format);
	vfprintf(t->out, format, list);
	va_end(list);
	fputc('\n', t->out);
	t->has_failed = true;
}

enum outcome
tale_open(struct tale *t, const struct sql_place *place)
{
	arena_open(STORY_ARENA, &t->arena);
	t->now = (struct moment){ INT64_C(1794819600000000) };    /* 2026-11-16T09:00:00Z, a Monday */
	t->clock = (struct clock){ .self = t, .wall = tale_wall, .monotonic_us = tale_monotonic_us };
	t->random = random_seeded(&t->seeded, 11);
	t->world = (struct world){ .clock = &t->clock, .random = &t->random };
	t->world.server.base_url = S("http://127.0.0.1:8080");
	t->world.server.idle_months = 24;
	seal_derive(&(struct secret){ { 7 } }, 1, &t->world.server.ring);
	programme_cache_open(&t->world.programmes);
	t->database = place->engine == SQL_SQLITE ? place->where : NULL;
	TRY(sql_open(place, &t->world.db));
	return sql_migrate(t->world.db, t->now);
}

/* Every story leaves a database in which all holds that must always hold, and a record whose chain is whole. */
static void
check_all(struct tale *t)
{
	struct findings found = findings_new(t->arena);

	tale_command(t, S("record-seal"));
	check(sql_begin_read(t->world.db) == OK);
	if (desk_check(dispatch_visit(&t->world, t->arena, t->last), &found) != OK || survey_check(dispatch_visit(&t->world, t->arena, t->last), &found) != OK ||
	    record_check(dispatch_visit(&t->world, t->arena, t->last), &found) != OK)
		tale_fails(t, "the check cannot run: %.*s", STR_FORMAT(sql_trouble(t->world.db)));
	sql_end_read(t->world.db);
	for (size_t i = 0; i < found.lines.count; i++)
		tale_fails(t, "%.*s", STR_FORMAT(found.lines.at[i]));
}

void
tale_close(struct tale *t)
{
	if (!t->has_failed && t->last != NULL)
		check_all(t);
	tale_ends_courier(t);
	sql_close(&t->world.db);
	brakes_close(&t->world.brakes);
	programme_cache_close(&t->world.programmes);
	arena_close(&t->arena);
}

struct visit *
tale_begin(struct tale *t)
{
	static const struct request nobody = { .method = METHOD_POST };
	struct visit *v;

	check(sql_begin(t->world.db) == OK);
	v = dispatch_visit(&t->world, t->arena, &nobody);
	v->is_write = true;
	v->who.zone = S("UTC");
	v->programme_id = t->programme;
	if (!programme_id_is_none(t->programme))
		check(programme_of(v->db, v->programmes, t->programme, -1, &v->programme) == OK);
	return v;
}

bool
tale_end(struct tale *t, enum outcome said)
{
	if (said == OK)
		said = sql_commit(t->world.db);
	else
		sql_rollback(t->world.db);
	if (said != OK)
		tale_fails(t, "set-up refused: %.*s (%.*s)", STR_FORMAT(outcome_name(said)), STR_FORMAT(sql_trouble(t->world.db)));
	return said == OK;
}

struct actor *
tale_actor(struct tale *t, struct str name)
{
	for (size_t i = 0; i < t->actor_count; i++)
		if (str_equal(t->actors[i].name, name))
			return &t->actors[i];
	return NULL;
}

/* For as long as a token may live, so that no story outlives it. */
static enum outcome
get_token(struct visit *v, struct actor *actor)
{
	struct token_wish wish = { .person = actor->id, .name = S("story"), .may_act = true, .days = TOKEN_DAYS_MOST };
	struct str shown;

	TRY(token_make(v, &wish, &shown));
	actor->token = str_join(v->arena, 2, (struct str[]){ S("Bearer "), shown });
	return OK;
}

static bool
take_cookie(const struct reply *reply, struct actor *actor)
{
	for (size_t i = 0; i < reply->header_count; i++) {
		struct str value = reply->headers[i].value;

		if (!str_equal(reply->headers[i].name, S("Set-Cookie")) || !str_starts(value, S("__Host-session=")))
			continue;
		actor->cookie_before = actor->cookie;
		actor->cookie = str_head(value, str_find(value, ';'));
		return secret_read(str_skip(actor->cookie, 15), &actor->session);
	}
	return false;
}

/* Signs in as the pages do; the cookie is read from the answer. The second factor is given, too, as most stories are not about it. */
static enum outcome
sign_in(struct visit *v, struct actor *actor)
{
	struct request *request = ARENA_NEW(v->arena, struct request);
	struct programme_id none;
	int64_t version;
	bool is_there;

	TRY(session_start(v, actor->id, false));
	check(take_cookie(v->reply, actor));
	if (str_is_empty(actor->token))
		TRY(get_token(v, actor));
	if (actor->is_by_link_alone)
		return OK;
	request->headers.at = ARENA_NEW(v->arena, struct pair);
	request->headers.at[request->headers.count++] = (struct pair){ S("cookie"), actor->cookie };
	v->request = request;
	v->reply = reply_new(v->arena);
	TRY(visitor_find(v, S(""), &is_there, &none, &version));
	TRY(session_prove_now(v));
	check(take_cookie(v->reply, actor));
	return OK;
}

static enum outcome
make_person(struct visit *v, struct actor *actor, bool is_member)
{
	struct person_wish wish = { .name = actor->name, .zone = S("UTC"), .languages = S("English") };

	wish.email = str_join(v->arena, 2, (struct str[]){ actor->name, S("@example.org") });
	TRY(person_make(v, &wish, &actor->id));
	if (is_member)
		TRY(person_join(v, v->programme_id, actor->id));
	return sign_in(v, actor);
}

struct actor *
tale_person(struct tale *t, struct str name)
{
	struct actor *actor = tale_actor(t, name);
	struct visit *v;

	if (actor != NULL && !programme_id_equal(actor->joined, t->programme)) {
		tale_end(t, person_join(tale_begin(t), t->programme, actor->id));    /* a second programme */
		actor->joined = t->programme;
	}
	if (actor != NULL || t->actor_count == ACTORS_MAX)
		return actor;
	actor = &t->actors[t->actor_count++];
	*actor = (struct actor){ .name = str_copy(t->arena, name), .joined = t->programme };
	v = tale_begin(t);
	tale_end(t, make_person(v, actor, !programme_id_is_none(t->programme)));
	return actor;
}

void
tale_keeps_cookie(struct tale *t, struct actor *actor)
{
	(void)take_cookie(t->reply, actor);
	if (tale_location(t).length > 0)
		actor->led_to = tale_location(t);
}

void
tale_follows(struct tale *t, const struct actor *actor)
{
	tale_get(t, actor, actor->led_to);
}

/* A printed link, in a browser that knows nothing yet. */
void
tale_opens_browser(struct tale *t, struct actor *actor)
{
	actor->cookie_elsewhere = actor->cookie;
	actor->session = secret_new(&t->random);
	actor->cookie = str_join(t->arena, 2, (struct str[]){ S("__Host-visitor="), secret_reveal(t->arena, &actor->session) });
}

void
tale_signs_in_by_link(struct tale *t, struct actor *actor)
{
	struct visit *v = tale_begin(t);
	struct str url = S("");

	if (!tale_end(t, way_in_make(v, WAY_IN_KIND_SIGN_IN, actor->id, &url)))
		return;
	tale_opens_browser(t, actor);
	tale_post(t, actor, S("/login/link"), str_join(t->arena, 2, (struct str[]){ S("token="), str_skip(url, str_find(url, '=') + 1) }));
	tale_keeps_cookie(t, actor);
}

void
tale_signs_in_again(struct tale *t)
{
	for (size_t i = 0; i < t->actor_count; i++) {
		struct visit *v = tale_begin(t);

		tale_end(t, sign_in(v, &t->actors[i]));
	}
}

int64_t
tale_thing(struct tale *t, struct str name)
{
	for (size_t i = 0; i < t->thing_count; i++)
		if (str_equal(t->things[i].name, name))
			return t->things[i].id;
	return 0;
}

void
tale_names(struct tale *t, struct str name, int64_t id)
{
	for (size_t i = 0; i < t->thing_count; i++)
		if (str_equal(t->things[i].name, name)) {
			t->things[i].id = id;
			return;
		}
	check(t->thing_count < THINGS_MAX);
	t->things[t->thing_count++] = (struct thing){ str_copy(t->arena, name), id };
}

bool
tale_role(struct tale *t, struct actor *actor, enum role_role role)
{
	return tale_end(t, role_give(tale_begin(t), t->programme, actor->id, role));
}

bool
tale_accepts(struct tale *t, struct actor *actor)
{
	return tale_end(t, conduct_keep(tale_begin(t), actor->id));
}

bool
tale_mentor(struct tale *t, struct actor *actor, struct str skills, int64_t capacity, enum mentor_state state)
{
	struct mentor_skill_wish wishes[20];
	struct service_id services[20];
	struct mentor_wish wish = { .capacity = capacity, .skills = wishes, .services = services, .bio = S("") };
	struct visit *v = tale_begin(t);
	struct str name;

	while (str_next(&skills, ',', &name)) {
		const struct skill *skill = programme_skill_by_name(v->programme, v->arena, str_trim(name));

		if (str_trim(name).length > 0 && skill == NULL)
			tale_fails(t, "no skill \"%.*s\"", STR_FORMAT(name));
		else if (skill != NULL)
			wishes[wish.skill_count++] = (struct mentor_skill_wish){ .skill = skill->id };
	}
	for (size_t i = 0; i < v->programme->service_count; i++)
		services[wish.service_count++] = v->programme->services[i].id;
	return tale_end(t, mentor_enrol(v, actor->id, state, &wish));
}

/* --- requests --- */

static void
add_call_headers(struct tale *t, struct request *r, const struct actor *actor)
{
	struct buf key = buf_new(t->arena, 40);

	if (actor != NULL)
		r->headers.at[r->headers.count++] = (struct pair){ S("authorization"), actor->token };
	if (r->method != METHOD_POST)
		return;
	buf_format(&key, "k%llu", (unsigned long long)t->key);
	r->headers.at[r->headers.count++] = (struct pair){ S("content-type"), S("application/json") };
	r->headers.at[r->headers.count++] = (struct pair){ S("idempotency-key"), buf_str(&key) };
}

static struct request *
request_for(struct tale *t, const struct actor *actor, enum method method, struct str target)
{
	struct request *r = ARENA_NEW(t->arena, struct request);

	r->number = ++t->key;
	r->method = method;
	r->target = target;
	r->peer = S("127.0.0.1");
	r->headers.at = ARENA_MANY(t->arena, 7, struct pair);
	r->headers.at[r->headers.count++] = (struct pair){ S("host"), S("127.0.0.1:8080") };
	if (t->browsers_ask.length > 0)
		r->headers.at[r->headers.count++] = (struct pair){ S("accept-language"), t->browsers_ask };
	if (str_starts(target, S("/api/"))) {
		add_call_headers(t, r, actor);
		return r;
	}
	if (actor != NULL)
		r->headers.at[r->headers.count++] = (struct pair){ S("cookie"), actor->cookie };
	if (method == METHOD_POST) {
		r->headers.at[r->headers.count++] = (struct pair){ S("sec-fetch-site"), str_from(t->site != NULL ? t->site : "same-origin") };
		r->headers.at[r->headers.count++] = (struct pair){ S("origin"), str_from(t->origin != NULL ? t->origin : "") };
		r->headers.at[r->headers.count++] = (struct pair){ S("content-type"), S("application/x-www-form-urlencoded") };
	}
	return r;
}

/* As the writer does it: the request crosses as a message, the reply comes back as one. */
static struct reply *
write_it(struct tale *t, const struct request *request)
{
	struct buf there = buf_new(t->arena, TEXT_MAX), back = buf_new(t->arena, TEXT_MAX);
	struct request arrived;
	struct reply *reply;
	enum outcome broken;

	request_print(&there, request);
	check(request_read(t->arena, buf_str(&there), &arrived) == OK);
	check(sql_begin(t->world.db) == OK);
	reply = dispatch_write(&t->world, t->arena, &arrived, &broken);
	check(broken == OK && sql_commit(t->world.db) == OK);
	reply_print(&back, reply);
	check(reply_read(t->arena, buf_str(&back), &reply) == OK);
	return reply;
}

static void
run(struct tale *t, struct request *request)
{
	size_t body_max = 0;
	enum outcome said;

	t->last = request;
	if (t->carry != NULL) {
		t->carry(t, request);
		return;
	}
	said = request_read_target(t->arena, request);
	if (said == OK)
		said = dispatch_head(request, &body_max);
	if (said == OK && request->body.length > body_max)
		said = TOO_LARGE;
	check(sql_begin_read(t->world.db) == OK);
	t->reply = said == OK ? dispatch_web(&t->world, t->arena, request) : dispatch_refusal(&t->world, t->arena, request, said);
	sql_end_read(t->world.db);
	if (t->reply == NULL)
		t->reply = write_it(t, request);
	tale_keeps_contract(t, request);
}

void
tale_get(struct tale *t, const struct actor *actor, struct str path)
{
	run(t, request_for(t, actor, METHOD_GET, path));
}

void
tale_post(struct tale *t, const struct actor *actor, struct str path, struct str body)
{
	struct str target = tale_api_path(t, path);
	struct request *request = request_for(t, actor, METHOD_POST, target);
	struct buf all = buf_new(t->arena, BODY_MAX);

	if (str_starts(target, S("/api/"))) {
		request->body = tale_json(t, target, body, !str_equal(target, path));
		run(t, request);
		return;
	}
	if (actor != NULL) {
		buf_add(&all, S("csrf="));
		buf_add(&all, form_token(t->arena, &actor->session));
		buf_format(&all, "&key=k%llu&", (unsigned long long)t->key);
	}
	buf_add(&all, body);
	request->body = buf_str(&all);
	run(t, request);
}

void
tale_post_raw(struct tale *t, struct str path, struct str body, const struct pairs *headers)
{
	struct request *r = ARENA_NEW(t->arena, struct request);

	*r = (struct request){ .number = ++t->key, .method = METHOD_POST, .target = path, .peer = S("127.0.0.1"), .headers = *headers, .body = body };
	run(t, r);
}

void
tale_again(struct tale *t)
{
	run(t, t->last);
}

void
tale_command_with(struct tale *t, struct str name, struct str body)
{
	struct request *request = request_for(t, NULL, METHOD_OTHER, name);

	request->path = name;
	request->body = body;
	if (t->carry != NULL)
		t->carry(t, request);
	else
		t->reply = write_it(t, request);
}

void
tale_command(struct tale *t, struct str name)
{
	tale_command_with(t, name, S(""));
}

/* What the worker does with one job. */
static void
run_job(struct tale *t, struct job_id id, struct str kind)
{
	struct buf body = buf_new(t->arena, NUMBERS_BYTES);

	buf_format(&body, "%lld 1", (long long)id.value);
	tale_command_with(t, JOB_TAKE, buf_str(&body));
	if (t->reply == NULL || t->reply->status != 200)
		return;
	body = buf_new(t->arena, NUMBERS_BYTES);
	buf_format(&body, "%lld %.*s", (long long)id.value, STR_FORMAT(buf_str(&t->reply->body)));
	tale_command_with(t, JOB_FINISH, buf_str(&body));
	if (t->carry != NULL && t->reply != NULL && str_equal(buf_str(&t->reply->body), outcome_name(JOB_LOST)))
		return;    /* it was sent twice, since its answer was lost: it is done, and the worker asks no more */
	if (t->reply != NULL && t->reply->status >= 400)
		tale_fails(t, "job %.*s failed: %.*s", STR_FORMAT(kind), STR_FORMAT(buf_str(&t->reply->body)));
}

void
tale_run_due(struct tale *t)
{
	struct jobs_due_rows due = { .count = 1 };

	for (int rounds = 0; due.count > 0 && !t->has_failed; rounds++) {
		check(sql_begin_read(t->world.db) == OK);
		check(jobs_due(t->world.db, t->arena, t->now, DUE_AT_ONCE, &due) == OK);
		sql_end_read(t->world.db);
		for (size_t i = 0; i < due.count; i++)
			run_job(t, due.at[i].id, due.at[i].kind);
		if (rounds == ROUNDS_MOST)
			tale_fails(t, "what is due never ends");
	}
}

struct str
tale_location(const struct tale *t)
{
	for (size_t i = 0; i < t->reply->header_count; i++)
		if (str_equal(t->reply->headers[i].name, S("Location")))
			return t->reply->headers[i].value;
	return S("");
}

static struct str
reference(struct str rest, size_t *length)
{
	static const struct {
		struct str written, sign;
	} known[] = {
		{ S_STATIC("&amp;"), S_STATIC("&") }, { S_STATIC("&lt;"), S_STATIC("<") }, { S_STATIC("&gt;"), S_STATIC(">") },
		{ S_STATIC("&quot;"), S_STATIC("\"") }, { S_STATIC("&#39;"), S_STATIC("'") },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(known); i++)
		if (str_starts(rest, known[i].written)) {
			*length = known[i].written.length;
			return known[i].sign;
		}
	*length = 1;
	return str_head(rest, 1);
}

struct str
tale_text(struct tale *t)
{
	struct str rest = buf_str(&t->reply->body);
	struct buf text = buf_new(t->arena, TEXT_MAX);
	bool is_tag = false;

	while (rest.length > 0) {
		size_t length = 1;
		struct str sign = reference(rest, &length);
		bool is_blank = rest.at[0] == ' ' || rest.at[0] == '\n';

		if (rest.at[0] == '<' || rest.at[0] == '>')
			is_tag = rest.at[0] == '<';
		else if (!is_tag && is_blank && (text.length == 0 || text.at[text.length - 1] != ' '))
			buf_char(&text, ' ');
		else if (!is_tag && !is_blank)
			buf_add(&text, sign);
		rest = str_skip(rest, length);
	}
	return buf_str(&text);
}
