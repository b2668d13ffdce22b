/* F021: ways in (a link signs in once, in any browser, for an hour), sessions, forms sent twice: against a database of its own. */
#include "access/test_people.h"

#include "access/form.h"
#include "base/check.h"
#include "http/routes.h"

/* A fresh link for that person; the path and query alone. */
static struct str
new_link(enum way_in_kind kind, struct person_id person)
{
	struct str url;

	MUST(way_in_make(test_visit(METHOD_POST, "/"), kind, person, &url));
	assert_true(str_starts(url, world.server.base_url));
	return str_skip(url, world.server.base_url.length);
}

static struct str
token_of(struct str link)
{
	return str_skip(link, str_find(link, '=') + 1);
}

static struct visit *
look_at(struct str link)
{
	struct visit *v = test_visit_known(METHOD_GET, str_c(world.arena, link), S(""));

	MUST(login_link_show(v));
	test_keep_cookies(v->reply);
	return v;
}

static struct visit *
use_of(struct str link, const char *rest)
{
	return test_post("/login/link", &login_link_form,
	    str_join(world.arena, 3, (struct str[]){ S("token="), token_of(link), str_from(rest) }));
}

static bool
is_signed_in(void)
{
	return visit_may(test_visit_known(METHOD_GET, "/", S("")), WHO_SIGNED_IN);
}

static void
a_link_is_looked_at_a_hundred_times_and_works_once(void **state)
{
	struct str link = new_link(WAY_IN_KIND_SIGN_IN, test_person("Ana", false));
	struct visit *v;

	(void)state;
	for (int i = 0; i < 100; i++) {
		v = look_at(link);
		assert_int_equal(200, v->reply->status);
		assert_true(test_shows(v, "Sign in as <bdi>Ana</bdi>"));
		assert_false(test_shows(v, "ana@example.org"));
		assert_true(v->reply->carries_token);
	}
	assert_false(is_signed_in());
	v = use_of(link, "");
	MUST(login_link_use(v));
	test_keep_cookies(v->reply);
	assert_int_equal(303, v->reply->status);
	assert_true(is_signed_in());
	assert_int_equal(GONE, login_link_use(use_of(link, "")));
	assert_int_equal(410, look_at(link)->reply->status);
}

static void
a_link_works_in_any_browser_for_an_hour(void **state)
{
	struct person_id ana = test_person("Ana", false);
	struct str first = new_link(WAY_IN_KIND_SIGN_IN, ana), second = new_link(WAY_IN_KIND_SIGN_IN, ana);

	(void)state;
	world.now = moment_plus(world.now, US_PER_HOUR - 1);
	MUST(login_link_use(use_of(first, "")));
	world.now = moment_plus(world.now, 1);
	assert_int_equal(GONE, login_link_use(use_of(second, "")));
	assert_int_equal(410, look_at(second)->reply->status);
}

static void
wrong_links_and_links_for_something_else_look_used_up(void **state)
{
	struct str setup = new_link(WAY_IN_KIND_SETUP, (struct person_id){ 0 });

	(void)state;
	assert_int_equal(410, look_at(S("/login/link?token=AAAA"))->reply->status);
	assert_int_equal(410, look_at(S("/login/link"))->reply->status);
	assert_int_equal(410, look_at(S("/login/link?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))->reply->status);
	assert_int_equal(GONE, login_link_use(use_of(setup, "")));
}

static void
a_newer_set_up_link_ends_the_older_one(void **state)
{
	struct str older = new_link(WAY_IN_KIND_SETUP, (struct person_id){ 0 });
	struct str newer = new_link(WAY_IN_KIND_SETUP, (struct person_id){ 0 });
	struct way_in way;

	(void)state;
	assert_int_equal(GONE, way_in_find(test_visit(METHOD_GET, "/setup"), WAY_IN_KIND_SETUP, token_of(older), &way));
	MUST(way_in_find(test_visit(METHOD_GET, "/setup"), WAY_IN_KIND_SETUP, token_of(newer), &way));
}

static void
after_sign_in_one_goes_on_where_one_wanted_but_never_to_another_server(void **state)
{
	struct person_id ana = test_person("Ana", false);
	struct visit *v = use_of(new_link(WAY_IN_KIND_SIGN_IN, ana), "&next=%2Fp%2Fx%2Frequests%3Ftab%3Dmine");

	(void)state;
	MUST(login_link_use(v));
	assert_true(str_equal(test_header(v->reply, S("Location")), S("/p/x/requests?tab=mine&done=signed-in")));
	v = use_of(new_link(WAY_IN_KIND_SIGN_IN, ana), "&next=%2F%2Fevil.example");
	MUST(login_link_use(v));
	assert_true(str_equal(test_header(v->reply, S("Location")), S("/?done=signed-in")));
}

static void
signing_in_ends_what_the_browser_had_before(void **state)
{
	struct person_id ana = test_person("Ana", false), bo = test_person("Bo", false);
	struct str fixed;

	(void)state;
	test_sign_in(ana, false);
	fixed = world.session;
	test_sign_in(bo, false);
	assert_false(str_equal(fixed, world.session));
	assert_true(person_id_equal(bo, test_visit_known(METHOD_GET, "/", S(""))->who.id));
	world.session = fixed;
	assert_false(is_signed_in());
}

static void
an_eleventh_session_ends_the_longest_idle_one(void **state)
{
	struct person_id ana = test_person("Ana", false);
	struct str sessions[11];

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(sessions); i++) {
		world.session = S("");
		test_sign_in(ana, false);
		sessions[i] = world.session;
		world.now = moment_plus(world.now, US_PER_MINUTE);
	}
	for (size_t i = 0; i < ARRAY_LENGTH(sessions); i++) {
		world.session = sessions[i];
		assert_int_equal(i > 0, is_signed_in());
	}
}

static void
an_idle_session_is_over_and_a_used_one_goes_on(void **state)
{
	struct visit *v;

	(void)state;
	test_sign_in(test_person("Ana", false), false);
	world.now = moment_plus(world.now, 6 * US_PER_DAY);
	v = test_visit_known(METHOD_OTHER, "/session-seen", S(""));
	MUST(session_seen(v));
	world.now = moment_plus(world.now, 6 * US_PER_DAY);
	assert_true(is_signed_in());
	world.now = moment_plus(world.now, 2 * US_PER_DAY);
	assert_false(is_signed_in());
}

static void
administrators_have_short_sessions_but_not_in_the_demo(void **state)
{
	(void)state;
	test_sign_in(test_person("Ana", true), false);
	world.now = moment_plus(world.now, 31 * US_PER_MINUTE);
	assert_false(is_signed_in());
	world.server.is_demo = true;
	assert_true(is_signed_in());
}

static void
signing_out_bites_on_the_next_request(void **state)
{
	struct str before;
	struct visit *v;

	(void)state;
	test_sign_in(test_person("Ana", false), false);
	before = world.session;
	v = test_visit_known(METHOD_POST, "/logout", S(""));
	MUST(logout(v));
	test_keep_cookies(v->reply);
	assert_true(str_is_empty(world.session));
	assert_true(str_has(test_header(v->reply, S("Clear-Site-Data")), S("cache")));
	world.session = before;
	assert_false(is_signed_in());
}

static void
ending_all_other_sessions_keeps_this_one(void **state)
{
	struct person_id ana = test_person("Ana", false);
	struct str other;

	(void)state;
	test_sign_in(ana, false);
	other = world.session;
	world.session = S("");
	test_sign_in(ana, true);
	MUST(sessions_end(test_visit_known(METHOD_POST, "/me/security/end", S(""))));
	assert_true(is_signed_in());
	world.session = other;
	assert_false(is_signed_in());
}

static void
a_shared_computer_forgets_with_its_browser(void **state)
{
	struct visit *v = use_of(new_link(WAY_IN_KIND_SIGN_IN, test_person("Ana", false)), "&is_shared=1");

	(void)state;
	MUST(login_link_use(v));
	assert_false(str_has(test_header(v->reply, S("Set-Cookie")), S("Max-Age")));
	test_keep_cookies(v->reply);
	world.now = moment_plus(world.now, 31 * US_PER_MINUTE);
	assert_false(is_signed_in());
}

static void
roles_count_in_their_own_programme_alone(void **state)
{
	struct person_id ana = test_person("Ana", false);
	struct programme_id one = test_programme("one");
	struct visit *v;

	(void)state;
	(void)test_programme("two");
	test_join(one, ana, ROLE_ROLE_COORDINATOR);
	test_sign_in(ana, false);
	v = test_visit_known(METHOD_GET, "/p/one", S("one"));
	assert_int_equal(WHO_ANYONE | WHO_SIGNED_IN | WHO_MEMBER, v->may);
	assert_int_equal(WHO_COORDINATOR, v->who.held_back);
	test_prove();
	v = test_visit_known(METHOD_GET, "/p/one", S("one"));
	assert_int_equal(WHO_ANYONE | WHO_SIGNED_IN | WHO_MEMBER | WHO_COORDINATOR, v->may);
	assert_int_equal(0, v->who.held_back);
	v = test_visit_known(METHOD_GET, "/p/two", S("two"));
	assert_int_equal(WHO_ANYONE | WHO_SIGNED_IN, v->may);
	assert_false(programme_id_is_none(v->programme_id));
	v = test_visit_known(METHOD_GET, "/p/none", S("none"));
	assert_true(programme_id_is_none(v->programme_id));
}

static void
an_active_mentor_is_a_mentor_and_a_pending_one_only_asks(void **state)
{
	struct person_id ana = test_person("Ana", false);
	struct programme_id one = test_programme("one");
	struct mentor_put_values mentor = {
		.id = { 7 }, .programme = one, .person = ana, .state = MENTOR_STATE_PENDING, .capacity = 3, .now = world.now,
	};

	(void)state;
	test_join(one, ana, ROLE_ROLE_NONE);
	test_sign_in(ana, false);
	MUST(mentor_put(world.db, &mentor));
	assert_int_equal(WHO_APPLICANT, test_visit_known(METHOD_GET, "/", S("one"))->may & (WHO_APPLICANT | WHO_MENTOR));
	mentor.state = MENTOR_STATE_ACTIVE;
	MUST(mentor_put(world.db, &mentor));
	assert_int_equal(WHO_APPLICANT | WHO_MENTOR, test_visit_known(METHOD_GET, "/", S("one"))->may & (WHO_APPLICANT | WHO_MENTOR));
}

/* S5: who reads the disk cannot sign in. */
static void
neither_links_nor_sessions_stand_in_the_database(void **state)
{
	static char bytes[4 << 20];
	struct str link = new_link(WAY_IN_KIND_SIGN_IN, test_person("Ana", false));
	struct secret secret;
	size_t count = 0;
	FILE *file;

	(void)state;
	test_sign_in(test_person("Bo", false), false);
	MUST(sql_commit(world.db));
	for (int i = 0; i < 2; i++) {
		(void)snprintf(world.path, sizeof(world.path), "%s/%s", world.folder, i == 0 ? "db" : "db-wal");
		file = fopen(world.path, "rb");
		if (file == NULL)
			continue;
		count += fread(bytes + count, 1, sizeof(bytes) - count, file);
		(void)fclose(file);
	}
	MUST(sql_begin(world.db));
	assert_true(memmem(bytes, count, "bo@example.org", 14) != NULL);
	assert_null(memmem(bytes, count, world.session.at, world.session.length));
	assert_null(memmem(bytes, count, token_of(link).at, token_of(link).length));
	assert_true(secret_read(world.session, &secret));
	assert_null(memmem(bytes, count, secret.bytes, sizeof(secret.bytes)));
	assert_true(secret_read(token_of(link), &secret));
	assert_null(memmem(bytes, count, secret.bytes, sizeof(secret.bytes)));
}

static struct visit *
send_form(const char *body)
{
	return test_post("/logout", &empty_form, str_from(body));
}

static void
a_form_sent_twice_gets_the_same_answer_for_two_days(void **state)
{
	struct form_answer answer;
	struct visit *v;

	(void)state;
	test_sign_in(test_person("Ana", false), false);
	v = send_form("key=k1&a=1");
	MUST(form_sent_find(v, S("act"), &answer));
	assert_int_equal(0, answer.status);
	MUST(visit_see_other(v, S("/there"), S("")));
	MUST(form_sent_keep(v, S("act")));
	MUST(form_sent_find(send_form("key=k1&a=1"), S("act"), &answer));
	assert_int_equal(303, answer.status);
	assert_true(str_equal(S("/there"), answer.location));
	assert_int_equal(KEY_REUSED, form_sent_find(send_form("key=k1&a=2"), S("act"), &answer));
	MUST(form_sent_find(send_form("key=k1&a=1"), S("other"), &answer));
	assert_int_equal(0, answer.status);
	world.now = moment_plus(world.now, 2 * US_PER_DAY + 1);
	v = send_form("key=k2");
	MUST(visit_see_other(v, S("/there"), S("")));
	MUST(form_sent_keep(v, S("act")));
	MUST(form_sent_find(send_form("key=k1&a=1"), S("act"), &answer));
	assert_int_equal(0, answer.status);
}

static void
the_key_of_somebody_else_is_not_mine(void **state)
{
	struct form_answer answer;
	struct visit *v;

	(void)state;
	test_sign_in(test_person("Ana", false), false);
	v = send_form("key=k1");
	MUST(visit_see_other(v, S("/ana"), S("")));
	MUST(form_sent_keep(v, S("act")));
	test_sign_in(test_person("Bo", false), false);
	MUST(form_sent_find(send_form("key=k1"), S("act"), &answer));
	assert_int_equal(0, answer.status);
}

static void
own_paths_are_told_from_those_that_lead_away(void **state)
{
	(void)state;
	assert_true(visit_is_own_path(S("/")));
	assert_true(visit_is_own_path(S("/p/x?tab=mine#r")));
	assert_false(visit_is_own_path(S("")));
	assert_false(visit_is_own_path(S("p/x")));
	assert_false(visit_is_own_path(S("//evil.example")));
	assert_false(visit_is_own_path(S("/\\evil.example")));
	assert_false(visit_is_own_path(S("/a\r\nSet-Cookie: x")));
	assert_false(visit_is_own_path(S("https://evil.example/")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_WORLD(a_link_is_looked_at_a_hundred_times_and_works_once),
		IN_A_WORLD(a_link_works_in_any_browser_for_an_hour),
		IN_A_WORLD(wrong_links_and_links_for_something_else_look_used_up),
		IN_A_WORLD(a_newer_set_up_link_ends_the_older_one),
		IN_A_WORLD(after_sign_in_one_goes_on_where_one_wanted_but_never_to_another_server),
		IN_A_WORLD(signing_in_ends_what_the_browser_had_before),
		IN_A_WORLD(an_eleventh_session_ends_the_longest_idle_one),
		IN_A_WORLD(an_idle_session_is_over_and_a_used_one_goes_on),
		IN_A_WORLD(administrators_have_short_sessions_but_not_in_the_demo),
		IN_A_WORLD(signing_out_bites_on_the_next_request),
		IN_A_WORLD(ending_all_other_sessions_keeps_this_one),
		IN_A_WORLD(a_shared_computer_forgets_with_its_browser),
		IN_A_WORLD(roles_count_in_their_own_programme_alone),
		IN_A_WORLD(an_active_mentor_is_a_mentor_and_a_pending_one_only_asks),
		IN_A_WORLD(neither_links_nor_sessions_stand_in_the_database),
		IN_A_WORLD(a_form_sent_twice_gets_the_same_answer_for_two_days),
		IN_A_WORLD(the_key_of_somebody_else_is_not_mine),
		cmocka_unit_test(own_paths_are_told_from_those_that_lead_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
