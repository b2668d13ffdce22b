/* mentord slack check: whether the token, the room and the secret are what the app needs. It asks Slack, changes nothing, and writes to nobody. */
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "outside/slack/client.h"
#include "secrets/signature.h"
#include "system/clock.h"

enum { WAIT_MS = 100, PATIENCE_MS = SLACK_LIMIT_MS + 1000 };

struct checking {
	struct call *call;
	struct exchange exchange;
	struct slack_server server;
	int failed;
};

static void
say(struct checking *k, bool is_fine, const char *subject, struct str words)
{
	k->failed += is_fine ? 0 : 1;
	printf("%s %s: %.*s\n", is_fine ? "fine " : "ERROR", subject, STR_FORMAT(words));
}

/* Waits for the one answer. */
static bool
ask(struct checking *k, const struct slack_call *call, struct slack_verdict *out)
{
	int64_t until_us = clock_monotonic_us(&clock_system) + PATIENCE_MS * INT64_C(1000);
	struct exchange_answer answer;

	if (slack_start(&k->exchange, k->call->arena, &k->server, call, 1) != OK)
		return false;
	while (!k->exchange.take(k->exchange.self, k->call->arena, &answer)) {
		if (clock_monotonic_us(&clock_system) > until_us)
			return false;
		k->exchange.wait(k->exchange.self, -1, WAIT_MS);
	}
	slack_verdict(k->call->arena, call->method, &answer, out);
	return true;
}

static void
check_room(struct checking *k)
{
	struct slack_call call = { .method = SLACK_CALL_CHANNEL_INFO, .arguments = { { S("channel"), k->call->settings.slack_mentors_channel } } };
	struct slack_verdict v;

	if (str_is_empty(k->call->settings.slack_mentors_channel))
		say(k, true, "slack_mentors_channel", S("is not set: nothing is posted"));
	else if (!ask(k, &call, &v))
		say(k, false, "slack_mentors_channel", S("Slack cannot be reached"));
	else if (v.fate != SLACK_SENT)
		say(k, false, "slack_mentors_channel", str_is_empty(v.error) ? slack_fate_words(v.fate) : v.error);
	else if (v.is_archived)
		say(k, false, "slack_mentors_channel", S("is archived"));
	else
		say(k, true, "slack_mentors_channel", v.is_private ? S("is a private room: details of requests stand in its threads")
		    : S("is public: titles and links alone stand there"));
}

static void
check_token(struct checking *k)
{
	struct slack_call call = { .method = SLACK_CALL_AUTH_TEST };
	struct slack_verdict v;

	if (str_is_empty(k->server.token))
		say(k, false, "slack_bot_token", S("is not set"));
	else if (!ask(k, &call, &v))
		say(k, false, "slack_bot_token", S("Slack cannot be reached"));
	else if (v.fate != SLACK_SENT)
		say(k, false, "slack_bot_token", str_is_empty(v.error) ? slack_fate_words(v.fate) : v.error);
	else {
		say(k, true, "slack_bot_token", str_join(k->call->arena, 2, (struct str[]){ S("is of the workspace "), v.team }));
		check_room(k);
	}
}

int
run_slack_check(struct call *call)
{
	struct checking k = { .call = call, .server = { .api_url = call->settings.slack_api_url, .token = call->settings.slack_bot_token } };
	enum outcome said = exchange_open(S(""), &k.exchange);

	if (said != OK)
		return call_fail("libcurl cannot be loaded: install libcurl4", said);
	if (str_is_empty(call->settings.slack_signing_secret))
		say(&k, false, "slack_signing_secret", S("is not set: nothing that Slack sends is taken"));
	else
		say(&k, signature_keys_are_fine(call->settings.slack_signing_secret), "slack_signing_secret", S("is set"));
	check_token(&k);
	exchange_close(&k.exchange);
	return k.failed == 0 ? EXIT_DONE : EXIT_BAD_INPUT;
}
