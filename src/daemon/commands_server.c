/* What the program says of itself, and its schema. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/limits.h"
#include "daemon/brakes.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/openapi.h"
#include "daemon/route.h"
#include "daemon/version.h"
#include "formats/json.h"
#include "http/asset_names.h"
#include "http/client.h"
#include "system/sandbox.h"

enum { WHO_BYTES = 200 };

int
run_version(struct call *call)
{
	struct sandbox_kernel kernel = sandbox_kernel();

	if (call_ticks(call, S("json")))
		printf("{\"version\":\"%s\",\"assets\":\"%s\",\"landlock\":%d,\"seccomp\":%s}\n", MENTORD_VERSION,
		    ASSET_ICONS[0] == '\0' ? "none" : "npm", kernel.landlock, kernel.has_filter ? "true" : "false");
	else
		printf("mentord %s\n", MENTORD_VERSION);
	return EXIT_DONE;
}

/* By their bits, access/who.h. */
static const char *const who_names[] = {
	"anyone", "signed-in", "member", "mentee", "mentor", "applicant", "coordinator", "escalation", "admin", "sees", "owner", "claimer", "named", "late",
	"server", "reader", "half", "onlooker", "safety", "reviewer", "front",
};
_Static_assert(WHO_FRONT == 1 << (ARRAY_LENGTH(who_names) - 1), "a name for each bit");

/* "claimer, coordinator", or as the items of a list. */
static struct str
who_words(struct call *call, unsigned who, bool is_json)
{
	struct buf out = buf_new(call->arena, WHO_BYTES);

	for (size_t i = 0; i < ARRAY_LENGTH(who_names); i++)
		if ((who & 1U << i) != 0)
			buf_format(&out, is_json ? "%s\"%s\"" : "%s%s", out.length == 0 ? "" : is_json ? "," : ", ", who_names[i]);
	return buf_str(&out);
}

int
run_routes(struct call *call)
{
	static const char *const methods[] = { "GET", "POST", "HEAD", "COMMAND" };
	bool is_json = call_ticks(call, S("json"));

	for (size_t i = 0; i < route_count; i++) {
		const char *kind = routes[i].kind == READ ? "read" : "write";
		struct str who = who_words(call, routes[i].who, is_json);

		if (is_json)
			printf("{\"method\":\"%s\",\"path\":\"%.*s\",\"kind\":\"%s\",\"who\":[%.*s],\"is_fresh\":%s,\"name\":\"%.*s\"}\n",
			    methods[routes[i].method], STR_FORMAT(routes[i].path), kind, STR_FORMAT(who), routes[i].is_fresh ? "true" : "false",
			    STR_FORMAT(routes[i].name));
		else
			printf("%-8s %-52.*s %-6s %-22.*s by %.*s%s\n", methods[routes[i].method], STR_FORMAT(routes[i].path), kind,
			    STR_FORMAT(routes[i].name), STR_FORMAT(who), routes[i].is_fresh ? "; proved lately" : "");
	}
	return EXIT_DONE;
}

static const struct limit {
	const char *name;
	int value;
} limits[] = {
#define LIMIT(name, value, words, test) { words, LIMIT_##name },
#include "base/limits.def"
#undef LIMIT
};

int
run_limits(struct call *call)
{
	for (size_t i = 0; i < ARRAY_LENGTH(limits); i++)
		if (call_ticks(call, S("json")))
			printf("{\"name\":\"%s\",\"value\":%d}\n", limits[i].name, limits[i].value);
		else
			printf("%-30s %d\n", limits[i].name, limits[i].value);
	brakes_print(call_ticks(call, S("json")));
	return EXIT_DONE;
}

/* Exit 1 if there is something to do. */
int
run_migrate_status(struct call *call)
{
	struct orders orders = { 0 };
	struct process p;
	int said = call_place(call, &orders);
	bool is_current;

	if (said != EXIT_DONE)
		return said;
	is_current = process_open(&orders, true, &p) == OK && sql_is_current(p.world.db, call->arena) == OK;
	if (call_ticks(call, S("json")))
		printf("{\"is_current\":%s}\n", is_current ? "true" : "false");
	else
		puts(is_current ? "up to date" : "not up to date: mentord migrate up");
	process_close(&p);
	return is_current ? EXIT_DONE : EXIT_FALSE;
}

int
run_migrate_up(struct call *call)
{
	struct orders orders = { 0 };
	struct process p;
	int said = call_open(call, &orders, &p);

	if (said != EXIT_DONE)
		return said;
	process_close(&p);
	call_did(call, S("up to date"));
	return EXIT_DONE;
}

int
run_openapi(struct call *call)
{
	struct buf out = buf_new(call->arena, REPLY_BODY_MAX);

	openapi_print(&out, call->settings.base_url);
	printf("%.*s\n", STR_FORMAT(buf_str(&out)));
	return EXIT_DONE;
}

/* --- health --- */

/* Where --server says, else where the settings listen; what listens on all addresses answers on this machine's own. */
static struct str
health_url(struct call *call)
{
	struct str base = call_option(call, S("server")), listen = call->settings.listen;

	while (str_ends(base, S("/")))
		base = str_head(base, base.length - 1);
	if (str_is_empty(base) && str_starts(listen, S("0.0.0.0:")))
		listen = str_join(call->arena, 2, (struct str[]){ S("127.0.0.1:"), str_skip(listen, S("0.0.0.0:").length) });
	return str_is_empty(base) ? str_join(call->arena, 3, (struct str[]){ S("http://"), listen, S("/readyz") })
	    : str_join(call->arena, 2, (struct str[]){ base, S("/readyz") });
}

/* For containers and service managers: whatever keeps it from serving is exit code 1. */
int
run_healthcheck(struct call *call)
{
	struct client_call ready = { .method = METHOD_GET, .url = health_url(call) };
	struct client_answer answer = { 0 };
	enum outcome said = client_exchange(call->arena, &ready, &answer);

	if (said == OK && answer.status == 200) {
		call_did(call, S("ready"));
		return EXIT_DONE;
	}
	if (said == NOT_FOUND)
		answer.words = S("healthcheck needs libcurl, which is not installed: apt-get install libcurl4");
	if (said == OK)
		fprintf(stderr, "mentord: \"%.*s\" answers %d, which is not ready\n", STR_FORMAT(ready.url), answer.status);
	else
		fprintf(stderr, "mentord: \"%.*s\" does not answer: %.*s\n", STR_FORMAT(ready.url), STR_FORMAT(answer.words));
	return EXIT_FALSE;
}

/* --- settings --- */

/* A connection string may hold a password; what is shown may be pasted. */
static struct str
value_shown(struct call *call, size_t place, const struct setting_shown *setting)
{
	if (place != SETTING_database || str_is_empty(setting->value))
		return setting->value;
	return sql_place_shown(call->arena, setting->value);
}

int
run_config_show(struct call *call)
{
	struct buf out = buf_new(call->arena, REPLY_BODY_MAX);

	for (size_t i = 0; i < SETTING_COUNT; i++) {
		struct setting_shown setting = setting_shown(&call->settings, i);

		setting.value = value_shown(call, i, &setting);
		if (!call_ticks(call, S("json"))) {
			buf_format(&out, "%-22.*s %-28.*s %s\n", STR_FORMAT(setting.name), STR_FORMAT(setting.value), setting.source);
			continue;
		}
		buf_add(&out, S("{\"name\":"));
		json_quote(&out, setting.name);
		buf_add(&out, S(",\"value\":"));
		json_quote(&out, setting.value);
		buf_format(&out, ",\"source\":\"%s\"}\n", setting.source);
	}
	printf("%.*s", STR_FORMAT(buf_str(&out)));
	return EXIT_DONE;
}

/* They were read before this runs; whatever was wrong has been said, with exit code 3. */
int
run_config_check(struct call *call)
{
	call_did(call, S("the settings can be read"));
	return EXIT_DONE;
}

int
run_config_example(struct call *call)
{
	puts("# Settings of mentord: name = value. A flag --name or MENTORD_NAME in the environment goes before.");
	for (size_t i = 0; i < SETTING_COUNT; i++) {
		struct setting_shown setting = setting_shown(&call->settings, i);

		printf("\n# %.*s\n# %.*s = %.*s\n", STR_FORMAT(setting.words), STR_FORMAT(setting.name), STR_FORMAT(setting.fallback));
	}
	return EXIT_DONE;
}
