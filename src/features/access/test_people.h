/* People and programmes in the small world of test_world.h, written straight to the store; and what its replies say. */
#ifndef ACCESS_TEST_PEOPLE_H
#define ACCESS_TEST_PEOPLE_H

#include "access/test_world.h"
#include "formats/text.h"
#include "people/store.h"
#include "programmes/store.h"

static inline struct person_id
test_person(const char *name, bool is_admin)
{
	struct person_id id = { random_id(&world.random, world.now) };
	struct str email = str_join(world.arena, 2, (struct str[]){ text_folded(world.arena, str_from(name)), S("@example.org") });

	MUST(person_insert(world.db, &(struct person_insert_values){ .id = id, .name = str_from(name),
	    .name_folded = text_folded(world.arena, str_from(name)), .email = email, .email_folded = email, .zone = S("UTC"),
	    .languages = S("English"), .is_admin = is_admin, .now = world.now }));
	return id;
}

static inline struct programme_id
test_programme(const char *slug)
{
	struct programme_id id = { random_id(&world.random, world.now) };

	MUST(programme_add(world.db, &(struct programme_add_values){ .id = id, .slug = str_from(slug), .name = str_from(slug),
	    .mark = S("T"), .shape = PROGRAMME_SHAPE_QUEUE, .zone = S("UTC"), .now = world.now }));
	return id;
}

static inline void
test_join(struct programme_id programme, struct person_id person, enum role_role role)
{
	int64_t changed;

	MUST(membership_add(world.db, (struct membership_id){ random_id(&world.random, world.now) }, programme, person, world.now, &changed));
	if (role != ROLE_ROLE_NONE)
		MUST(role_add(world.db, &(struct role_add_values){ .id = { random_id(&world.random, world.now) }, .programme = programme,
		    .person = person, .role = role, .now = world.now }, &changed));
}

/* Signs the browser in. */
static inline void
test_sign_in(struct person_id person, bool is_shared)
{
	struct visit *v = test_visit(METHOD_POST, "/login/link");

	MUST(session_start(v, person, is_shared));
	test_keep_cookies(v->reply);
}

/* Gives the second factor in the browser's session. */
static inline void
test_prove(void)
{
	struct visit *v = test_visit_known(METHOD_POST, "/login/second-factor", S(""));

	MUST(session_prove_now(v));
	test_keep_cookies(v->reply);
}

static inline struct str
test_header(const struct reply *reply, struct str name)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (str_equal(reply->headers[i].name, name))
			return reply->headers[i].value;
	return S("");
}

static inline bool
test_shows(const struct visit *v, const char *words)
{
	return str_has(buf_str(&v->reply->body), str_from(words));
}

#endif
