/* The manifest: what Slack may be asked for, within its limits. That it is YAML, a YAML parser says (tests/interop). */
#include "outside/slack/client.h"
#include "outside/slack/message_manifest.h"
#include "outside/slack/testing_slack.h"

static void
the_manifest_names_our_routes_and_scopes(void **state)
{
	struct slack_manifest m = { .host = S("mentors.example.org") };
	struct str_list scopes = slack_manifest_scopes(arena, &m), routes = slack_manifest_routes(arena);
	struct str yaml;

	(void)state;
	assert_int_equal(OK, slack_manifest_print(arena, &m, &yaml));
	assert_has(S("unfurl_domains: [\"mentors.example.org\"]"), yaml);
	assert_has(S("request_url: \"https://mentors.example.org/slack/events\""), yaml);
	for (size_t i = 0; i < scopes.count; i++)
		assert_has(str_join(arena, 3, (struct str[]){ S("\""), scopes.at[i], S("\"") }), yaml);
	for (size_t i = 0; i < routes.count; i++)
		assert_has(str_join(arena, 3, (struct str[]){ S("https://mentors.example.org"), routes.at[i], S("\"") }), yaml);
	assert_lacks(S("groups:history"), yaml);
	assert_lacks(S("team_join"), yaml);
	m.has_history = m.has_joins = true;
	m.name = many("n", 35);
	m.host = S("mentors.example.org:8443");
	assert_int_equal(OK, slack_manifest_print(arena, &m, &yaml));
	assert_has(S("\"groups:history\""), yaml);
	assert_has(S("\"team_join\""), yaml);
	assert_has(S("unfurl_domains: [\"mentors.example.org\"]"), yaml);
	assert_has(S("https://mentors.example.org:8443/slack/oauth"), yaml);
}

static void
a_host_or_name_that_slack_would_not_take_is_refused(void **state)
{
	static const char *const bad[] = { "", "https://x", "a b", "a\"b", "a/b", "a:", "a:0", "a:99999", "a:b", "-a", ".a", "A", "a:1:2" };
	struct str yaml;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_int_equal(BAD_INPUT, slack_manifest_print(arena, &(struct slack_manifest){ .host = str_from(bad[i]) }, &yaml));
	assert_int_equal(BAD_INPUT, slack_manifest_print(arena, &(struct slack_manifest){ .host = S("a"), .name = many("n", 36) }, &yaml));
	assert_int_equal(BAD_INPUT, slack_manifest_print(arena, &(struct slack_manifest){ .host = S("a"), .name = S("x\ny") }, &yaml));
	assert_int_equal(OK, slack_manifest_print(arena, &(struct slack_manifest){ .host = S("a"), .name = S("x\": [") }, &yaml));
	assert_int_equal(OK, slack_manifest_print(arena, &(struct slack_manifest){ .host = many("a", 253) }, &yaml));
	assert_int_equal(BAD_INPUT, slack_manifest_print(arena, &(struct slack_manifest){ .host = many("a", 254) }, &yaml));
}

/* Each method that we call has its scope, and each scope a use: the two tables speak of the same app. */
static void
each_method_has_its_scope(void **state)
{
	static const enum slack_method free_of_scopes[] = { SLACK_CALL_AUTH_TEST, SLACK_CALL_VIEW_OPEN, SLACK_CALL_VIEW_UPDATE,
		SLACK_CALL_VIEW_PUBLISH, SLACK_CALL_OAUTH, SLACK_CALL_RESPONSE };
	struct slack_manifest m = { .has_history = true };
	struct str_list scopes = slack_manifest_scopes(arena, &m);

	(void)state;
	for (enum slack_method method = 0; method < SLACK_METHODS; method++) {
		bool is_there = false;

		for (size_t i = 0; i < ARRAY_LENGTH(free_of_scopes); i++)
			is_there |= free_of_scopes[i] == method;
		for (size_t i = 0; i < scopes.count; i++)
			is_there |= str_has(slack_scope_use(scopes.at[i]), slack_method_path(method)) && slack_method_path(method).length > 0;
		if (!is_there)
			fail_msg("no scope for %.*s", STR_FORMAT(slack_method_path(method)));
	}
}

static void
missing_scopes_are_named(void **state)
{
	struct slack_manifest m = { .host = S("a") };

	(void)state;
	assert_str(S(""), slack_scopes_missing(arena, &m, S("commands,chat:write,im:write,users:read,users:read.email,groups:read,channels:read,links:read,links:write,groups:write.invites,extra")));
	assert_str(S("users:read.email,groups:write.invites"), slack_scopes_missing(arena, &m, S("commands, chat:write,im:write,users:read,groups:read,channels:read,links:read,links:write")));
	assert_has(S("commands,chat:write"), slack_scopes_missing(arena, &m, S("")));
	m.has_history = true;
	assert_str(S("groups:history"), slack_scopes_missing(arena, &m, S("commands,chat:write,im:write,users:read,users:read.email,groups:read,channels:read,links:read,links:write,groups:write.invites")));
	assert_str(S("commands,groups:history"), slack_scopes_known(arena, S("identify, groups:history,commands,admin")));
	assert_str(S("none"), slack_scopes_known(arena, S("identify")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_manifest_names_our_routes_and_scopes),
		cmocka_unit_test(a_host_or_name_that_slack_would_not_take_is_refused),
		cmocka_unit_test(each_method_has_its_scope),
		cmocka_unit_test(missing_scopes_are_named),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
