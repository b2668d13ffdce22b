/* The first set-up, from the link to the first session, with the programmes that the binary carries. */
#include "access/test_people.h"

#include "admin/admin.h"
#include "admin/form.h"
#include "base/check.h"
#include "http/routes.h"
#include "programmes/programmes.h"

static const char answers[] = "&name=Ren%C3%A9e&email=renee@example.org&zone=UTC&programmes=operation-code";

/* The token of a fresh set-up link. */
static struct str
new_token(void)
{
	struct str url;

	MUST(way_in_make(test_visit(METHOD_POST, "/"), WAY_IN_KIND_SETUP, (struct person_id){ 0 }, &url));
	assert_true(str_has(url, S("/setup?token=")));
	return str_skip(url, str_find(url, '=') + 1);
}

static struct visit *
look_at(struct str token)
{
	struct str target = str_join(world.arena, 2, (struct str[]){ S("/setup?token="), token });
	struct visit *v = test_visit_known(METHOD_GET, str_c(world.arena, target), S(""));

	MUST(setup_show(v));
	test_keep_cookies(v->reply);
	return v;
}

static struct visit *
answer(struct str token)
{
	return test_post("/setup", &setup_form, str_join(world.arena, 3, (struct str[]){ S("token="), token, str_from(answers) }));
}

static void
every_programme_of_the_binary_can_be_chosen_and_no_other(void **state)
{
	struct str_list slugs = programme_builtin_slugs(world.arena);
	const struct field *field = &setup_form.fields[setup_form.count - 1];

	(void)state;
	assert_true(str_equal(S("programmes"), field->name));
	assert_int_equal(slugs.count, field->choices.count);
	for (size_t i = 0; i < field->choices.count; i++)
		assert_true(str_list_has(&slugs, field->choices.at[i].value));
}

static void
the_first_visitor_without_a_link_gets_nothing(void **state)
{
	(void)state;
	assert_int_equal(410, look_at(S(""))->reply->status);
	assert_int_equal(GONE, setup_use(answer(S("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))));
	assert_true(server_is_fresh(test_visit(METHOD_GET, "/")));
}

static void
the_link_makes_an_administrator_with_a_programme_and_works_once(void **state)
{
	struct str token = new_token();
	struct visit *v = look_at(token);

	(void)state;
	assert_int_equal(200, v->reply->status);
	assert_true(test_shows(v, "Set up and sign in"));
	assert_true(test_shows(v, "Operation Code"));
	v = answer(token);
	MUST(setup_use(v));
	assert_true(str_equal(S("/me/security/factor?done=welcome"), test_header(v->reply, S("Location"))));
	test_keep_cookies(v->reply);
	v = test_visit_known(METHOD_GET, "/", S("operation-code"));
	assert_true(str_equal(S("Renée"), v->who.name));
	assert_true(visit_may(v, WHO_MEMBER));
	assert_false(visit_may(v, WHO_ADMIN | WHO_COORDINATOR));    /* before the second factor no page of theirs opens */
	test_prove();
	v = test_visit_known(METHOD_GET, "/", S("operation-code"));
	assert_true(visit_may(v, WHO_ADMIN));
	assert_true(visit_may(v, WHO_COORDINATOR));
	assert_false(server_is_fresh(v));
	assert_int_equal(GONE, setup_use(answer(token)));
	assert_int_equal(410, look_at(token)->reply->status);
}

static void
the_link_is_over_after_half_an_hour(void **state)
{
	struct str token = new_token();

	(void)state;
	world.now = moment_plus(world.now, 30 * US_PER_MINUTE - 1);
	assert_int_equal(200, look_at(token)->reply->status);
	world.now = moment_plus(world.now, 1);
	assert_int_equal(410, look_at(token)->reply->status);
	assert_int_equal(GONE, setup_use(answer(token)));
}

static void
a_later_set_up_leaves_the_programme_as_it_was_made(void **state)
{
	struct programme_of_slug_row before, after;
	int64_t changed;
	struct visit *v;

	(void)state;
	MUST(setup_use(answer(new_token())));
	MUST(programme_of_slug(world.db, world.arena, S("operation-code"), &before));
	MUST(programme_change(world.db, &(struct programme_change_values){ .id = before.id, .name = S("Renamed"), .mark = S("R"),
	    .zone = S("UTC") }, &changed));
	v = test_post("/setup", &setup_form, str_join(world.arena, 3, (struct str[]){
	    S("token="), new_token(), S("&name=Bo&email=bo@example.org&zone=UTC&programmes=operation-code") }));
	MUST(setup_use(v));
	MUST(programme_of_slug(world.db, world.arena, S("operation-code"), &after));
	assert_true(str_equal(S("Renamed"), after.name));
	test_keep_cookies(v->reply);
	test_prove();
	assert_true(visit_may(test_visit_known(METHOD_GET, "/", S("operation-code")), WHO_COORDINATOR));
}

static void
an_account_that_is_there_becomes_the_administrator(void **state)
{
	struct person_id person = test_person("Renee", false);
	struct visit *v = answer(new_token());

	(void)state;
	MUST(setup_use(v));
	test_keep_cookies(v->reply);
	test_prove();
	v = test_visit_known(METHOD_GET, "/", S(""));
	assert_true(person_id_equal(person, v->who.id));
	assert_true(visit_may(v, WHO_ADMIN));
}

static void
the_statement_on_accessibility_names_gaps(void **state)
{
	struct visit *v = test_visit_known(METHOD_GET, "/docs/accessibility", S(""));

	(void)state;
	MUST(accessibility_show(v));
	assert_true(test_shows(v, "Known gaps"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_WORLD(every_programme_of_the_binary_can_be_chosen_and_no_other),
		IN_A_WORLD(the_first_visitor_without_a_link_gets_nothing),
		IN_A_WORLD(the_link_makes_an_administrator_with_a_programme_and_works_once),
		IN_A_WORLD(the_link_is_over_after_half_an_hour),
		IN_A_WORLD(a_later_set_up_leaves_the_programme_as_it_was_made),
		IN_A_WORLD(an_account_that_is_there_becomes_the_administrator),
		IN_A_WORLD(the_statement_on_accessibility_names_gaps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
