/* The frame around pages, and the page that says no. */
#include "access/test_people.h"

#include "access/api.h"
#include "access/form.h"
#include "access/layout.h"
#include "base/check.h"
#include "http/routes.h"

static struct visit *
in_programme(enum role_role role, const char *target)
{
	struct person_id ana = test_person("Ana", false);

	test_join(test_programme("one"), ana, role);
	test_sign_in(ana, false);
	test_prove();
	return test_visit_known(METHOD_GET, target, S("one"));
}

/* Any page of ours. */
static void
show(struct visit *v)
{
	struct page page = visit_page(v);

	layout_main_start(&page, S("Queue"));
	layout_main_end(&page);
}

static void
a_stranger_gets_a_cookie_for_forms_once(void **state)
{
	struct visit *v = test_visit_known(METHOD_GET, "/", S(""));
	struct str cookie;

	(void)state;
	show(v);
	cookie = test_header(v->reply, S("Set-Cookie"));
	assert_true(str_starts(cookie, S("__Host-visitor=")));
	assert_true(str_has(cookie, S("Secure; HttpOnly; SameSite=Lax")));
	test_keep_cookies(v->reply);
	v = test_visit_known(METHOD_GET, "/", S(""));
	show(v);
	assert_true(str_is_empty(test_header(v->reply, S("Set-Cookie"))));
	assert_true(v->has_form_secret);
	assert_false(test_shows(v, "noindex"));
	assert_false(test_shows(v, "<nav"));
}

static void
the_titles_say_count_programme_and_error(void **state)
{
	struct visit *v = in_programme(ROLE_ROLE_COORDINATOR, "/p/one/requests");

	(void)state;
	v->who.open_count = 24;
	v->who.has_services = true;
	show(v);
	assert_true(test_shows(v, "<title>Queue (24) – one</title>"));
	v->refusal = STALE;
	v->reply = reply_new(world.arena);
	show(v);
	assert_true(test_shows(v, "<title>Error: Queue (24) – one</title>"));
	assert_true(test_shows(v, "role=\"alert\""));
	assert_true(test_shows(v, "Somebody changed this a moment ago"));
}

static void
links_are_those_of_the_role_and_the_page_is_marked(void **state)
{
	struct visit *v = in_programme(ROLE_ROLE_MENTEE, "/p/one/history");

	(void)state;
	v->who.has_services = true;
	show(v);
	assert_true(test_shows(v, "<a href=\"/p/one/history\" aria-current=\"page\">"));
	assert_false(test_shows(v, "href=\"/p/one/requests\""));
	assert_false(test_shows(v, "/coordinate/"));
	assert_true(test_shows(v, "noindex"));
	assert_true(test_shows(v, "Sign out"));
	v->may |= WHO_COORDINATOR;
	v->reply = reply_new(world.arena);
	show(v);
	assert_true(test_shows(v, "href=\"/p/one/coordinate/people\""));
}

static void
a_script_gets_the_content_without_the_frame(void **state)
{
	struct visit *v;

	(void)state;
	world.headers_extra = S("true");
	v = test_visit_known(METHOD_GET, "/?done=saved", S(""));
	show(v);
	assert_false(test_shows(v, "<html"));
	assert_true(test_shows(v, "Saved."));
	assert_true(str_has(test_header(v->reply, S("Vary")), S("HX-Request")));
}

static void
what_is_made_later_in_a_visit_has_the_greater_id(void **state)
{
	struct visit *v = test_visit_known(METHOD_GET, "/", S(""));
	int64_t before = 0;

	(void)state;
	for (int i = 0; i < 200; i++) {
		int64_t id = visit_new_id(v);

		assert_true(id > before);
		before = id;
	}
}

static void
the_demo_says_on_each_page_that_it_is_one(void **state)
{
	struct visit *v = test_visit_known(METHOD_GET, "/", S(""));

	(void)state;
	world.server.is_demo = true;
	show(v);
	assert_true(test_shows(v, "invented people"));
}

static void
a_name_with_markup_stays_a_name(void **state)
{
	struct visit *v;

	(void)state;
	test_sign_in(test_person("<b>O'Ana</b> & יעל", false), false);
	v = test_visit_known(METHOD_GET, "/", S(""));
	show(v);
	assert_true(test_shows(v, "&lt;b&gt;O&#39;Ana&lt;/b&gt; &amp; יעל"));
}

static void
a_page_that_needs_a_session_leads_to_the_sign_in_and_back(void **state)
{
	struct visit *v = test_visit_known(METHOD_GET, "/p/one/requests?tab=mine&q=%C3%A9", S(""));

	(void)state;
	refusal_show(v, SIGN_IN_FIRST);
	assert_int_equal(303, v->reply->status);
	assert_true(str_equal(test_header(v->reply, S("Location")), S("/login?next=%2Fp%2Fone%2Frequests%3Ftab%3Dmine%26q%3D%25C3%25A9")));
	v = test_visit_known(METHOD_GET, "/login?next=%2Fp%2Fone%2Frequests%3Ftab%3Dmine%26q%3D%25C3%25A9", S(""));
	assert_true(str_equal(visit_next(v), S("/p/one/requests?tab=mine&q=%C3%A9")));
}

static void
a_refused_act_of_a_stranger_gets_a_page_with_the_way_on(void **state)
{
	struct visit *v = test_visit_known(METHOD_POST, "/p/one/requests/new/check", S(""));

	(void)state;
	refusal_show(v, SIGN_IN_FIRST);
	assert_int_equal(401, v->reply->status);
	assert_true(test_shows(v, "href=\"/login\""));
}

static void
every_refusal_has_a_page_with_its_status_and_a_next_step(void **state)
{
	(void)state;
	for (int i = OK + 1; i < OUTCOME_COUNT; i++) {
		enum outcome why = (enum outcome)i;
		struct visit *v = test_visit_known(METHOD_POST, "/x", S(""));

		refusal_show(v, why);
		assert_int_equal(outcome_status(why), v->reply->status);
		assert_true(test_shows(v, "<h1>"));
		assert_true(test_shows(v, "class=\"btn primary\""));
		if (outcome_kind(why) == KIND_TROUBLE)
			assert_false(str_is_empty(test_header(v->reply, S("Retry-After"))));
	}
}

/* What only pages meet may speak of pages. */
static bool
is_of_pages_alone(enum outcome why)
{
	return why == FORM_KEPT || why == PROOF_FIRST || why == GONE || why == DRAFT_UNFINISHED;
}

static void
programs_are_not_told_of_browsers_and_pages(void **state)
{
	static const char *const foreign[] = { "browser", "Open the page", "this page", "draft", "This form", "cell was", "start page" };

	(void)state;
	for (int i = OK + 1; i < OUTCOME_COUNT; i++)
		for (size_t k = 0; k < ARRAY_LENGTH(foreign); k++)
			if (!is_of_pages_alone((enum outcome)i))
				assert_false(str_has(api_words((enum outcome)i), str_from(foreign[k])));
}

static void
a_program_is_refused_as_one_even_if_its_address_cannot_be_read(void **state)
{
	struct request broken = { .target = S("/api/v1/me?a=%zz") };
	struct visit *v = test_visit(METHOD_GET, "/");

	(void)state;
	v->request = &broken;
	refusal_show(v, BAD_REQUEST);
	assert_true(str_equal(test_header(v->reply, S("Content-Type")), S("application/problem+json")));
	assert_true(str_is_empty(test_header(v->reply, S("Set-Cookie"))));
}

static void
a_request_that_nobody_could_read_gets_a_page_too(void **state)
{
	struct request broken = { .target = S("garbage") };
	struct visit *v = test_visit(METHOD_GET, "/");

	(void)state;
	v->request = &broken;
	refusal_show(v, BAD_REQUEST);
	assert_int_equal(400, v->reply->status);
	v->reply = reply_new(world.arena);
	refusal_show(v, SIGN_IN_FIRST);
	assert_true(str_equal(test_header(v->reply, S("Location")), S("/login")));
}

static void
the_sign_in_pages_show_their_forms(void **state)
{
	struct visit *v = test_visit_known(METHOD_GET, "/login", S(""));
	struct str url;

	(void)state;
	MUST(login_show(v));
	assert_true(test_shows(v, "mentord login-link"));
	MUST(way_in_make(v, WAY_IN_KIND_SIGN_IN, test_person("Ana", false), &url));
	v = test_visit_known(METHOD_GET, str_c(world.arena, str_join(world.arena, 2, (struct str[]){
	    str_skip(url, world.server.base_url.length), S("&next=%2Fme") })), S(""));
	MUST(login_link_show(v));
	assert_true(test_shows(v, "name=\"csrf\""));
	assert_true(test_shows(v, "name=\"key\""));
	assert_true(test_shows(v, "name=\"next\" value=\"/me\""));
	assert_true(test_shows(v, "This is a shared computer"));
}

static void
ones_own_sessions_are_listed(void **state)
{
	struct person_id ana = test_person("Ana", false);
	struct visit *v;

	(void)state;
	test_sign_in(ana, false);
	world.session = S("");
	world.now = moment_plus(world.now, US_PER_HOUR);
	test_sign_in(ana, true);
	v = test_visit_known(METHOD_GET, "/me/security", S(""));
	MUST(sessions_show(v));
	assert_true(test_shows(v, "This browser"));
	assert_true(test_shows(v, "Another browser"));
	assert_true(test_shows(v, "shared computer"));
	assert_true(test_shows(v, "End all other sessions"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_WORLD(a_stranger_gets_a_cookie_for_forms_once),
		IN_A_WORLD(the_titles_say_count_programme_and_error),
		IN_A_WORLD(links_are_those_of_the_role_and_the_page_is_marked),
		IN_A_WORLD(a_script_gets_the_content_without_the_frame),
		IN_A_WORLD(what_is_made_later_in_a_visit_has_the_greater_id),
		IN_A_WORLD(the_demo_says_on_each_page_that_it_is_one),
		IN_A_WORLD(a_name_with_markup_stays_a_name),
		IN_A_WORLD(a_page_that_needs_a_session_leads_to_the_sign_in_and_back),
		IN_A_WORLD(a_refused_act_of_a_stranger_gets_a_page_with_the_way_on),
		IN_A_WORLD(every_refusal_has_a_page_with_its_status_and_a_next_step),
		IN_A_WORLD(a_request_that_nobody_could_read_gets_a_page_too),
		IN_A_WORLD(a_program_is_refused_as_one_even_if_its_address_cannot_be_read),
		cmocka_unit_test(programs_are_not_told_of_browsers_and_pages),
		IN_A_WORLD(the_sign_in_pages_show_their_forms),
		IN_A_WORLD(ones_own_sessions_are_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
