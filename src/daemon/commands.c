/* What each command does. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "access/access.h"
#include "admin/admin.h"
#include "base/arena.h"
#include "base/check.h"
#include "base/limits.h"
#include "daemon/cli.h"
#include "daemon/demo.h"
#include "daemon/keeper.h"
#include "formats/when.h"
#include "people/people.h"
#include "system/clock.h"
#include "system/file.h"

#define VERSION "0.1.0"

enum { DEMO_SEED = 2026 };

static int
fail(const char *what, enum outcome why)
{
	fprintf(stderr, "mentord: %s: %.*s\n", what, STR_FORMAT(outcome_words(why)));
	return why == NOT_FOUND ? EXIT_NOT_FOUND : EXIT_CANNOT_REACH;
}

/* Where the database is, by the settings; the data folder is made if it is not there. */
static int
place_of(struct call *call, struct orders *orders)
{
	struct str path = call->settings.database;

	if (call->settings.dir.length == 0) {
		fputs("mentord: which data folder? Say --dir DIR\n", stderr);
		return EXIT_USAGE;
	}
	if (file_system.make_folder(file_system.self, str_c(call->arena, call->settings.dir)) != OK)
		return fail("the data folder cannot be made", FILE_FAILED);
	orders->engine = path.length > 0 ? SQL_POSTGRES : SQL_SQLITE;
	if (path.length == 0)
		path = str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/mentord.db") });
	if (path.length >= sizeof(orders->where) || call->settings.base_url.length >= sizeof(orders->base_url))
		return fail("the path is too long", BAD_INPUT);
	snprintf(orders->where, sizeof(orders->where), "%.*s", STR_FORMAT(path));
	snprintf(orders->base_url, sizeof(orders->base_url), "%.*s", STR_FORMAT(call->settings.base_url));
	return EXIT_DONE;
}

/* Opens the database for writing and brings its schema up. */
static int
open_store(struct call *call, struct orders *orders, struct process *p)
{
	int said = place_of(call, orders);
	enum outcome outcome;

	if (said != EXIT_DONE)
		return said;
	umask(077);
	if (process_open(orders, false, p) != OK) {
		process_close(p);
		return fail("the database cannot be opened", STORE_FAILED);
	}
	outcome = sql_migrate(p->world.db, clock_wall(&p->clock));
	if (outcome == OK)
		return EXIT_DONE;
	process_close(p);
	return fail("the database cannot be brought up to date", outcome);
}

static struct visit *
visit_of(struct call *call, struct process *p)
{
	static const struct request nobody;

	return dispatch_visit(&p->world, call->arena, &nobody);
}

/* The address that browsers use: what the operator set, else where we listen. */
static void
set_base_url(struct call *call, struct process *p, uint16_t port)
{
	struct str url = call->settings.base_url, host = str_head(call->settings.listen, str_find(call->settings.listen, ':'));
	char number[8];

	snprintf(number, sizeof(number), "%u", port);
	if (url.length == 0)
		url = str_join(call->arena, 4, (struct str[]){ S("http://"), host, S(":"), str_from(number) });
	p->world.server.base_url = str_copy(p->arena, url);
}

static uint16_t
port_of(const struct call *call)
{
	int64_t port = 0;

	if (!str_whole(str_skip(call->settings.listen, str_find(call->settings.listen, ':') + 1), &port) || port < 0 || port > UINT16_MAX)
		return 0;
	return (uint16_t)port;
}

/* A link for somebody, in a turn of its own. */
static enum outcome
make_link(struct call *call, struct process *p, struct str email, struct str *url)
{
	struct visit *v = visit_of(call, p);
	struct person_id person = { 0 };
	enum way_in_kind kind = email.length == 0 ? WAY_IN_KIND_SETUP : WAY_IN_KIND_SIGN_IN;
	enum outcome said = sql_begin(p->world.db);

	if (said != OK)
		return said;
	if (email.length > 0)
		said = person_by_email(v, email, &person);
	if (said == OK)
		said = way_in_make(v, kind, person, url);
	if (said == OK)
		return sql_commit(p->world.db);
	sql_rollback(p->world.db);
	return said;
}

static int
print_link(struct call *call, struct str email)
{
	struct orders orders = { 0 };
	struct process p;
	struct str url;
	int said = open_store(call, &orders, &p);
	enum outcome outcome;

	if (said != EXIT_DONE)
		return said;
	if (email.length == 0 && !server_is_fresh(visit_of(call, &p))) {
		process_close(&p);
		fputs("mentord: this server has been set up already; see mentord login-link\n", stderr);
		return EXIT_CONFLICT;
	}
	set_base_url(call, &p, port_of(call));
	outcome = make_link(call, &p, email, &url);
	if (outcome == OK)
		printf("%.*s\n", STR_FORMAT(url));
	process_close(&p);
	return outcome == OK ? EXIT_DONE : fail("no link", outcome);
}

static int
run_login_link(struct call *call)
{
	if (call->word_count != 1) {
		fputs("usage: mentord login-link --dir DIR EMAIL\n", stderr);
		return EXIT_USAGE;
	}
	return print_link(call, call->words[0]);
}

static int
run_setup_link(struct call *call)
{
	return print_link(call, S(""));
}

static int
run_version(struct call *call)
{
	(void)call;
	printf("mentord %s\n", VERSION);
	return EXIT_DONE;
}

static int
run_routes(struct call *call)
{
	static const char *const methods[] = { "GET", "POST", "HEAD", "COMMAND" };

	(void)call;
	for (size_t i = 0; i < route_count; i++)
		printf("%-8s %-44.*s %-6s who=%04x %.*s\n", methods[routes[i].method], STR_FORMAT(routes[i].path),
		    routes[i].kind == READ ? "read" : "write", routes[i].who, STR_FORMAT(routes[i].name));
	return EXIT_DONE;
}

static int
run_limits(struct call *call)
{
	(void)call;
	printf("request head bytes            %d\n", LIMIT_HEAD_BYTES);
	printf("request target bytes          %d\n", LIMIT_TARGET_BYTES);
	printf("header fields                 %d\n", LIMIT_HEADER_FIELDS);
	printf("body bytes, at most           %d\n", LIMIT_BODY_BYTES);
	printf("form fields                   %d\n", LIMIT_FORM_FIELDS);
	printf("query parameters              %d\n", LIMIT_PARAMETERS);
	printf("connections per web process   %d\n", LIMIT_CONNECTIONS);
	printf("requests per connection       %d\n", LIMIT_REQUESTS_PER_CONNECTION);
	printf("idle seconds                  %d\n", LIMIT_IDLE_SECONDS);
	return EXIT_DONE;
}

/* Exit 1 if there is something to do. */
static int
show_schema(struct call *call)
{
	struct orders orders = { 0 };
	struct process p;
	int said = place_of(call, &orders);
	bool is_current;

	if (said != EXIT_DONE)
		return said;
	is_current = process_open(&orders, true, &p) == OK && sql_is_current(p.world.db, call->arena) == OK;
	puts(is_current ? "up to date" : "not up to date: mentord migrate up");
	process_close(&p);
	return is_current ? EXIT_DONE : EXIT_FALSE;
}

static int
run_migrate(struct call *call)
{
	struct orders orders = { 0 };
	struct process p;
	int said;

	if (call->word_count == 1 && str_equal(call->words[0], S("status")))
		return show_schema(call);
	if (call->word_count != 1 || !str_equal(call->words[0], S("up"))) {
		fputs("usage: mentord migrate up|status --dir DIR\n", stderr);
		return EXIT_USAGE;
	}
	said = open_store(call, &orders, &p);
	if (said != EXIT_DONE)
		return said;
	process_close(&p);
	puts("up to date");
	return EXIT_DONE;
}

static void
count_processes(const struct call *call, struct orders *orders)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int64_t wanted = setting_whole(call->settings.processes);

	orders->webs = (int32_t)(wanted > 0 ? wanted : cores);
	if (orders->webs > WEBS_MAX)
		orders->webs = WEBS_MAX;
	if (orders->webs < 1)
		orders->webs = 1;
	orders->writers = orders->engine == SQL_POSTGRES ? 2 : 1;
	orders->is_tls_outside = setting_yes(call->settings.behind_tls);
}

/* Sockets first, so that the port is known; then whatever is to be printed; then the processes. */
static int
serve(struct call *call, struct process *p, struct orders *orders, void (*announce)(struct call *, struct process *))
{
	struct keeper_plan plan = { 0 };
	struct str host = str_head(call->settings.listen, str_find(call->settings.listen, ':'));
	uint16_t port;

	count_processes(call, orders);
	plan.orders = *orders;
	plan.port = port_of(call);
	snprintf(plan.host, sizeof(plan.host), "%.*s", STR_FORMAT(host));
	if (keeper_open(&plan, &port) != OK) {
		process_close(p);
		return fail("the address cannot be listened on (is another server there?)", FILE_FAILED);
	}
	set_base_url(call, p, port);
	keeper_sets_base_url(str_c(call->arena, p->world.server.base_url));
	announce(call, p);
	fflush(stdout);
	process_close(p);
	return keeper_run();
}

static void
announce_server(struct call *call, struct process *p)
{
	struct str url;

	printf("mentord serves on %.*s\n", STR_FORMAT(p->world.server.base_url));
	if (server_is_fresh(visit_of(call, p)) && make_link(call, p, S(""), &url) == OK)
		printf("first set-up, once, within 30 minutes: %.*s\n", STR_FORMAT(url));
}

static int
run_serve(struct call *call)
{
	struct orders orders = { 0 };
	struct process p;
	int said = open_store(call, &orders, &p);

	return said == EXIT_DONE ? serve(call, &p, &orders, announce_server) : said;
}

static void
announce_demo(struct call *call, struct process *p)
{
	static const struct {
		const char *role, *email;
	} people[] = {
		{ "mentee", "mentee1@demo.example" }, { "mentor", "mentor1@demo.example" }, { "coordinator", "coordinator@demo.example" },
		{ "admin", "admin@demo.example" },
	};
	struct str url;

	printf("The demo of mentord serves on %.*s\n", STR_FORMAT(p->world.server.base_url));
	puts("Everybody in it is invented; the second factor is waived. Each link signs in once, in any browser, within an hour:");
	for (size_t i = 0; i < ARRAY_LENGTH(people); i++)
		if (make_link(call, p, str_from(people[i].email), &url) == OK)
			printf("  %-12s %.*s\n", people[i].role, STR_FORMAT(url));
	puts("End it with Ctrl-C.");
}

static int
run_demo(struct call *call)
{
	struct orders orders = { .is_demo = true };
	struct str now = call_option(call, S("now")), seed = call_option(call, S("seed"));
	struct demo_wish wish = { .seed = DEMO_SEED, .now = clock_wall(&clock_system) };
	int64_t number = DEMO_SEED;
	struct process p;
	int said;

	if ((now.length > 0 && !when_iso_read(now, &wish.now)) || (seed.length > 0 && !str_whole(seed, &number))) {
		fputs("mentord: --now takes a date like 2026-11-24 or 2026-11-24T09:00:00Z, --seed a number\n", stderr);
		return EXIT_BAD_INPUT;
	}
	wish.seed = (uint64_t)number;
	orders.clock_start_us = now.length > 0 || call_option(call, S("frozen-clock")).length > 0 ? wish.now.us : 0;
	orders.clock_since_us = clock_monotonic_us(&clock_system);
	orders.is_frozen = call_option(call, S("frozen-clock")).length > 0;
	said = open_store(call, &orders, &p);
	if (said != EXIT_DONE)
		return said;
	if (server_is_fresh(visit_of(call, &p))) {
		enum outcome outcome = demo_fill(&p.world, call->arena, &wish);

		if (outcome != OK) {
			process_close(&p);
			return fail("the demo cannot be filled", outcome);
		}
	}
	return serve(call, &p, &orders, announce_demo);
}

#define COMMAND(name_, run_, options_, ticks_, usage_, words_, example_) \
	{ .name = S_STATIC(name_), .run = run_, .options = S_STATIC(options_), .ticks = S_STATIC(ticks_), .usage = S_STATIC(usage_), \
	  .words = S_STATIC(words_), .example = S_STATIC(example_) }

const struct command commands[] = {
	COMMAND("serve", run_serve, "", "", "serve --dir DIR [--listen ADDRESS:PORT]", "serve a community",
	    "mentord serve --dir /var/lib/mentord --listen 127.0.0.1:8080"),
	COMMAND("demo", run_demo, "seed now", "frozen-clock", "demo --dir DIR [--seed N] [--now DATE]", "serve a demo full of invented people",
	    "mentord demo --dir /tmp/demo --listen 127.0.0.1:8080 --seed 7 --now 2026-11-24"),
	COMMAND("login-link", run_login_link, "", "", "login-link --dir DIR EMAIL", "print a link that signs a person in once, within an hour",
	    "mentord login-link --dir /var/lib/mentord ana@example.org"),
	COMMAND("setup-link", run_setup_link, "", "", "setup-link --dir DIR", "print the one-time link for the first set-up",
	    "mentord setup-link --dir /var/lib/mentord"),
	COMMAND("migrate", run_migrate, "", "", "migrate up|status --dir DIR", "bring the database's schema up to date, or say whether it is",
	    "mentord migrate status --dir /var/lib/mentord"),
	COMMAND("routes", run_routes, "", "", "routes", "print every address and who may call it", ""),
	COMMAND("limits", run_limits, "", "", "limits", "print the limits on what comes from outside", ""),
	COMMAND("version", run_version, "", "", "version", "print the version", ""),
};
const size_t command_count = ARRAY_LENGTH(commands);
