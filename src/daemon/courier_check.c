/* mentord slack check: whether the token, its permissions, the room, the secret and the clock are what the app needs. It asks Slack, changes nothing, and
 * writes to nobody. */
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "chat/store_shared.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "outside/slack/client.h"
#include "outside/slack/message_manifest.h"
#include "secrets/signature.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/folder.h"

enum { WAIT_MS = 100, PATIENCE_MS = SLACK_LIMIT_MS + 1000, CLOCK_SECONDS = 60, CHANNELS_MOST = 30, FIRST_KEY = 1 };

struct checking {
	struct call *call;
	struct exchange exchange;
	struct slack_server server;
	const char *token;            /* where it comes from */
	bool is_sealed;               /* from an administrator's consent */
	struct str scopes;            /* as the database has them; empty: it does not */
	int64_t ahead_seconds;        /* of Slack's clock; only if it was said */
	bool is_clock_known;
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
	k->is_clock_known = answer.date_seconds >= 0;
	k->ahead_seconds = clock_wall(&clock_system).us / US_PER_SECOND - answer.date_seconds;
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

/* What is signed by a clock that is wrong is refused, by us or by them (SLACK.md 5.1: 300 seconds). */
static void
check_clock(struct checking *k)
{
	bool is_fine = k->ahead_seconds >= -CLOCK_SECONDS && k->ahead_seconds <= CLOCK_SECONDS;

	if (k->is_clock_known)
		say(k, is_fine, "clock", is_fine ? S("agrees with Slack's") : S("differs from Slack's by more than a minute: set the machine's clock"));
}

static void
check_scopes(struct checking *k, struct str scopes)
{
	struct slack_manifest manifest = { .name = S(""), .has_history = str_equal(k->call->settings.slack_history, S("yes")) };
	struct str missing = str_is_empty(scopes) ? S("") : slack_scopes_missing(k->call->arena, &manifest, scopes);

	if (!str_is_empty(missing))
		say(k, false, "scopes", str_join(k->call->arena, 3, (struct str[]){ S("are missing: "), missing, k->is_sealed ? S("; paste the manifest again, then reconnect") :
		    S("; paste the manifest again, then install the app in Slack once more") }));
	else if (!str_is_empty(scopes))
		say(k, true, "scopes", S("are those of the manifest"));
}

/* What Slack says itself of the token, else what it said last. */
static void
check_token(struct checking *k)
{
	struct slack_call call = { .method = SLACK_CALL_AUTH_TEST };
	struct slack_verdict v;

	if (str_is_empty(k->server.token)) {
		say(k, false, k->token, S("is not set, and no app is connected"));
		return;
	}
	if (!ask(k, &call, &v)) {
		say(k, false, k->token, S("Slack cannot be reached"));
		check_scopes(k, k->scopes);
		return;
	}
	check_clock(k);
	if (v.fate != SLACK_SENT) {
		say(k, false, k->token, str_is_empty(v.error) ? slack_fate_words(v.fate) : v.error);
		return;
	}
	say(k, true, k->token, str_join(k->call->arena, 2, (struct str[]){ S("is of the workspace "), v.team }));
	check_scopes(k, str_is_empty(v.scopes) ? k->scopes : v.scopes);
	check_room(k);
}

/* --- what the database knows --- */

/* The token that an administrator's consent gave: only who holds the master key opens it. */
static void
open_sealed(struct checking *k, const struct chat_installed_in_row *row)
{
	struct str path = k->call->settings.master_key_file, plain = S(""), team;
	struct seal_ring ring = { 0 };
	struct secret master;

	if (str_is_empty(path))
		path = str_join(k->call->arena, 2, (struct str[]){ k->call->settings.dir, S("/master.key") });
	if (seal_master_read(&file_system, k->call->arena, str_c(k->call->arena, path), &master) != OK)
		return;
	seal_derive(&master, FIRST_KEY, &ring);
	seal_forget(&master);
	if (letter_unseal(k->call->arena, ring.keys[SEAL_LETTER], row->sealed, &plain) && str_next(&plain, ' ', &team))
		k->server.token = plain;
}

static void
check_kinds(struct checking *k, const struct channels_now_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct channels_now_row *row = &rows->at[i];

		if (row->is_down && str_starts(row->name, S("slack:")))
			say(k, false, "kind", str_join(k->call->arena, 3, (struct str[]){ str_skip(row->name, S("slack:").length), S(" stands still: "), row->trouble }));
		else if (row->is_down && str_starts(row->name, LETTER_ROOM_CHANNEL))
			say(k, false, "room", str_join(k->call->arena, 3, (struct str[]){ str_skip(row->name, LETTER_ROOM_CHANNEL.length), S(" takes nothing: "), row->trouble }));
	}
}

static void
look_inside(struct checking *k, struct process *p)
{
	struct chat_installed_in_rows rows = { 0 };
	struct channels_now_rows channels = { 0 };
	enum outcome said = sql_begin_read(p->world.db);

	if (said == OK)
		said = chat_installed_in(p->world.db, k->call->arena, 1, &rows);
	if (said == OK)
		said = channels_now(p->world.db, k->call->arena, CHANNELS_MOST, &channels);
	sql_end_read(p->world.db);
	if (said != OK)
		return;
	check_kinds(k, &channels);
	if (rows.count == 0)
		return;
	k->scopes = rows.at[0].scopes;
	if (!str_is_empty(k->server.token) || rows.at[0].sealed.length == 0)
		return;
	k->token = "token";
	k->is_sealed = true;
	open_sealed(k, &rows.at[0]);
}

/* A folder that nobody served yet knows nothing; that is no fault. */
static void
check_database(struct checking *k)
{
	struct orders orders = { 0 };
	struct process process;

	if (str_is_empty(k->call->settings.dir) && str_is_empty(k->call->settings.database))
		return;
	if (call_place(k->call, &orders) != EXIT_DONE || (orders.engine == SQL_SQLITE && !file_is_there(orders.where)))
		return;
	if (process_open(&orders, true, &process) == OK)
		look_inside(k, &process);
	process_close(&process);
}

int
run_slack_check(struct call *call)
{
	struct checking k = { .call = call, .token = "slack_bot_token", .server = { .api_url = call->settings.slack_api_url, .token = call->settings.slack_bot_token } };
	enum outcome said = exchange_open(S(""), &k.exchange);

	if (said != OK)
		return call_fail("libcurl cannot be loaded: install libcurl4", said);
	if (str_is_empty(call->settings.slack_signing_secret))
		say(&k, false, "slack_signing_secret", S("is not set: nothing that Slack sends is taken"));
	else
		say(&k, signature_keys_are_fine(call->settings.slack_signing_secret), "slack_signing_secret", S("is set"));
	check_database(&k);
	check_token(&k);
	exchange_close(&k.exchange);
	return k.failed == 0 ? EXIT_DONE : EXIT_BAD_INPUT;
}
