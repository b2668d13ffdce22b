/* The route table: which methods a path takes, and that programs do what pages do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "daemon/route.h"
#include "outside/slack/message_manifest.h"

static struct arena *arena;

static void
a_path_says_which_methods_it_takes(void **state)
{
	(void)state;
	assert_true(str_equal(S("GET, HEAD, POST"), route_allow(arena, S("/me"))));
	assert_true(str_equal(S("GET, HEAD"), route_allow(arena, S("/healthz"))));
	assert_true(str_equal(S("POST"), route_allow(arena, S("/api/v1/requests/abc/claim"))));
	assert_true(str_equal(S("GET, HEAD, POST"), route_allow(arena, S("/api/v1/programmes/x/requests"))));
	assert_true(str_is_empty(route_allow(arena, S("/none"))));
	assert_true(str_is_empty(route_allow(arena, S("session-seen"))));
	assert_true(str_is_empty(route_allow(arena, S(""))));
}

/* Page acts that programs do by another handler, whose answers differ; and those that they do not do at all, each with its reason. */
static const struct {
	const char *page, *call;
} twins[] = {
	{ "request_attempt", "api_attempt" }, { "request_fulfil", "api_fulfil" }, { "request_merge", "api_merge" }, { "requests_bulk", "api_bulk" },
	{ "wizard_service", "api_request_send" }, { "wizard_skills", "api_request_send" }, { "wizard_details", "api_request_send" },
	{ "wizard_when", "api_request_send" }, { "wizard_about", "api_request_send" }, { "wizard_send", "api_request_send" },
};
static const struct {
	const char *page, *why;
} pages_alone[] = {
	{ "login_ask", "signs a browser in" }, { "come_ask", "a link to the address is its proof" }, { "come_in", "a token is a member's" }, { "login_code_use", "signs a browser in" }, { "tap_act", "a link in a letter is its own proof" },
	{ "stop_act", "a link in a letter is its own proof" }, { "admin_letter_again", "tokens never carry an administrator's right" },
	{ "login_link_use", "signs a browser in" }, { "second_factor_use", "signs a browser in" }, { "logout", "ends a browser's session; tokens are revoked" },
	{ "setup_use", "nobody can have a token yet" }, { "sessions_end", "sessions are of browsers" }, { "data_keep", "what a page asked for is taken back on that page" },
	{ "token_drop_page", "a token that was stolen must not end its owner's others" },
	{ "job_again", "tokens never carry an administrator's right" }, { "wizard_discard", "a program has no draft" }, { "email_confirm", "a link to the new address is its proof" }, { "words_remove", "words of refused forms are kept for pages alone" },
	{ "report_send", "a page says first who will read it, and a token would say who wrote it" }, { "report_follow", "a code is typed by whoever holds it" },
	{ "report_answer", "a code is typed by whoever holds it" },
	{ "document_preview", "a program sees what it sends; what it changes stands in the answer" },
	{ "slack_command", "Slack's own call" }, { "slack_interact", "Slack's own call" }, { "slack_event", "Slack's own call" }, { "slack_options", "Slack's own call" },
	{ "chat_link_use", "links an account to whoever is signed in" }, { "chat_link_end", "accounts of chat are their holder's own to unlink" },
};

static bool
has_row(const char *name, route_handler *handle)
{
	for (size_t i = 0; i < route_count; i++)
		if (routes[i].is_api && routes[i].method == METHOD_POST &&
		    (name != NULL ? str_equal(routes[i].name, str_from(name)) : routes[i].handle == handle))
			return true;
	return false;
}

/* What asks for a fresh proof cannot be done by a program: a token proves nothing that a thief of it does not have. */
static bool
has_twin_or_reason(const struct route *page)
{
	if (page->is_fresh || has_row(NULL, page->handle))
		return true;
	for (size_t i = 0; i < ARRAY_LENGTH(twins); i++)
		if (str_equal(page->name, str_from(twins[i].page)))
			return has_row(twins[i].call, NULL);
	for (size_t i = 0; i < ARRAY_LENGTH(pages_alone); i++)
		if (str_equal(page->name, str_from(pages_alone[i].page)))
			return true;
	return false;
}

static void
what_a_page_does_a_program_does_or_a_reason_is_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < route_count; i++)
		if (!routes[i].is_api && routes[i].method == METHOD_POST && !has_twin_or_reason(&routes[i]))
			fail_msg("%.*s has neither a row in api.def nor a reason", STR_FORMAT(routes[i].name));
}

/* SLACK.md 13.17: the manifest names exactly the addresses that Slack may call, and each of them is there. */
static void
the_manifest_of_slack_names_our_addresses_and_no_other(void **state)
{
	struct str_list named = slack_manifest_routes(arena);
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < route_count; i++)
		if (routes[i].is_signed || str_equal(routes[i].name, S("chat_oauth_back"))) {
			count++;
			if (!str_list_has(&named, routes[i].path))
				fail_msg("%.*s is not in the manifest", STR_FORMAT(routes[i].path));
		}
	assert_int_equal(named.count, count);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_says_which_methods_it_takes),
		cmocka_unit_test(what_a_page_does_a_program_does_or_a_reason_is_written),
		cmocka_unit_test(the_manifest_of_slack_names_our_addresses_and_no_other),
	};
	int failed;

	arena_open(1 << 20, &arena);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
