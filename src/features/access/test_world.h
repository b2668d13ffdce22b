/* A small world for tests of this room and of admin: a database file of its own, a seeded generator, a clock that is set by hand,
 * and visits as the guard would make them. */
#ifndef ACCESS_TEST_WORLD_H
#define ACCESS_TEST_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "access/access.h"
#include "base/arena.h"
#include "sql/sql.h"
#include "sql/testing_empty.h"
#include "system/random.h"

struct test_world {
	struct arena *arena;
	struct db *db;
	struct random_seeded seed;
	struct random random;
	struct server server;
	struct moment now;
	char folder[64], path[96];
	struct str session, visitor;      /* the browser's cookies */
	struct str headers_extra;         /* value of HX-Request */
};

static struct test_world world;

#define MUST(call) assert_int_equal(OK, (call))

static inline int
test_world_open(void **state)
{
	(void)state;
	secrets_start();
	world = (struct test_world){ .server = { .base_url = S("http://127.0.0.1:8080") }, .folder = "/tmp/mentord-test-XXXXXX",
		.now = { INT64_C(1800000000) * US_PER_SECOND } };
	arena_open(16 << 20, &world.arena);
	world.random = random_seeded(&world.seed, 42);
	assert_non_null(mkdtemp(world.folder));
	(void)snprintf(world.path, sizeof(world.path), "%s/db", world.folder);
	test_empty_database(world.path);
	MUST(sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = world.path }, &world.db));
	MUST(sql_begin(world.db));
	return 0;
}

static inline int
test_world_close(void **state)
{
	static const char *const files[] = { "db", "db-wal", "db-shm" };

	(void)state;
	sql_rollback(world.db);
	sql_close(&world.db);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		(void)snprintf(world.path, sizeof(world.path), "%s/%s", world.folder, files[i]);
		(void)unlink(world.path);
	}
	(void)rmdir(world.folder);
	arena_close(&world.arena);
	return 0;
}

/* A request of the browser with the cookies that it has. */
static inline struct visit *
test_visit(enum method method, const char *target)
{
	struct visit *v = ARENA_NEW(world.arena, struct visit);
	struct request *request = ARENA_NEW(world.arena, struct request);
	struct pair *headers = ARENA_MANY(world.arena, 2, struct pair);

	headers[0] = (struct pair){ S("cookie"), str_join(world.arena, 4, (struct str[]){
	    S("__Host-session="), world.session, S("; __Host-visitor="), world.visitor }) };
	headers[1] = (struct pair){ S("hx-request"), world.headers_extra };
	*request = (struct request){ .method = method, .target = str_from(target), .headers = { headers, 2 } };
	MUST(request_read_target(world.arena, request));
	*v = (struct visit){ .arena = world.arena, .db = world.db, .now = world.now, .random = &world.random, .server = &world.server,
		.request = request, .reply = reply_new(world.arena), .may = WHO_ANYONE };
	return v;
}

/* The same, after the guard found out who it is. */
static inline struct visit *
test_visit_known(enum method method, const char *target, struct str slug)
{
	struct visit *v = test_visit(method, target);
	int64_t version;
	bool is_there;

	MUST(visitor_find(v, slug, &is_there, &v->programme_id, &version));
	v->params[0] = slug;
	return v;
}

/* A POST of that form with that body, read. */
static inline struct visit *
test_post(const char *target, const struct form *form, struct str body)
{
	struct visit *v = test_visit_known(METHOD_POST, target, S(""));
	struct request *request = ARENA_NEW(world.arena, struct request);
	struct pairs sent;

	*request = *v->request;
	request->body = body;
	v->request = request;
	v->is_write = true;
	MUST(request_read_form(world.arena, body, &sent));
	MUST(form_read(world.arena, form, NULL, &sent, &v->form));
	return v;
}

/* Takes the cookies of a reply into the browser. */
static inline void
test_keep_cookies(const struct reply *reply)
{
	for (size_t i = 0; i < reply->header_count; i++) {
		struct str line = reply->headers[i].value, name;

		if (!str_equal(reply->headers[i].name, S("Set-Cookie")))
			continue;
		line = str_head(line, str_find(line, ';'));
		(void)str_next(&line, '=', &name);
		if (str_equal(name, S("__Host-session")))
			world.session = line;
		else if (str_equal(name, S("__Host-visitor")))
			world.visitor = line;
	}
}

#define IN_A_WORLD(name) cmocka_unit_test_setup_teardown(name, test_world_open, test_world_close)

#endif
