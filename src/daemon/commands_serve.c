/* Serving: a community, or a demo. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "admin/admin.h"
#include "base/arena.h"
#include "base/check.h"
#include "daemon/brakes.h"
#include "daemon/meters.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/commands_backup.h"
#include "daemon/demo.h"
#include "daemon/demo_clock.h"
#include "daemon/keeper.h"
#include "daemon/keys.h"
#include "formats/when.h"
#include "forms/language.h"
#include "outside/slack/message_text.h"
#include "secrets/signature.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/random.h"

enum { DEMO_SEED = 2026, METRICS_TOKEN_LEAST = 20 };
#define MOST_SPAN_US (3650 * US_PER_DAY)

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

/* In a demo nobody is slowed down unless the operator says so: its people are invented, and its visitors try everything. */
static int
set_brakes(struct call *call, struct orders *orders)
{
	struct str wish = call->settings.rate_limits;

	if (call->settings.proxy.length >= sizeof(orders->proxy))
		return call_fail("the address of the proxy is too long", BAD_INPUT);
	snprintf(orders->proxy, sizeof(orders->proxy), "%.*s", STR_FORMAT(call->settings.proxy));
	if (orders->is_tls_outside && !orders->is_demo && str_is_empty(call->settings.proxy))
		call_notes(call, "mentord: every client looks like the proxy to the rate limits: say its address with --proxy\n");
	if (str_is_empty(wish) ? orders->is_demo : !setting_yes(wish))
		return EXIT_DONE;
	return brakes_make(&random_system, &orders->brakes_descriptor) == OK ? EXIT_DONE : call_fail("no memory for the rate limits", FILE_FAILED);
}

static bool
fits(struct str value, char *out, size_t size)
{
	if (value.length >= size)
		return false;
	memcpy(out, value.at, value.length);
	return true;
}

/* Where letters go; without a mail server to a folder of the data folder, which is there before anybody is sealed. */
static int
set_courier(struct call *call, struct orders *orders)
{
	const struct operator_settings *set = &call->settings;
	struct courier_orders *to = &orders->courier;
	struct str folder = str_join(call->arena, 2, (struct str[]){ set->dir, S("/letters") });

	if (!fits(set->smtp_url, to->smtp_url, sizeof(to->smtp_url)) || !fits(set->mail_from, to->mail_from, sizeof(to->mail_from)) ||
	    !fits(set->slack_api_url, to->slack_api_url, sizeof(to->slack_api_url)) || !fits(set->slack_bot_token, to->slack_token, sizeof(to->slack_token)) ||
	    !fits(set->slack_client_secret, to->slack_client_secret, sizeof(to->slack_client_secret)) || !fits(folder, to->letters, sizeof(to->letters)))
		return call_fail("a setting of letters is too long", TOO_LARGE);
	to->has_slack = !str_is_empty(set->slack_bot_token) || !str_is_empty(set->slack_client_id) || !str_is_empty(set->slack_signing_secret);
	if (!str_is_empty(set->smtp_url)) {
		to->letters[0] = '\0';
		return EXIT_DONE;
	}
	return file_system.make_folder(file_system.self, to->letters) == OK ? EXIT_DONE : call_fail("the folder of letters cannot be made", FILE_FAILED);
}

/* A demo looks at nobody's pages unless the operator says so. */
static int
set_links(struct call *call, struct orders *orders)
{
	const struct operator_settings *set = &call->settings;
	struct courier_orders *to = &orders->courier;

	to->looks_at_links = str_is_empty(set->link_check) ? !orders->is_demo : setting_yes(set->link_check);
	return fits(set->links_inside, to->links_inside, sizeof(to->links_inside)) ? EXIT_DONE : call_fail("links_inside is too long", TOO_LARGE);
}

/* What Slack signs its calls with. Nothing starts with one that was set and is empty or damaged: it would let everybody in, or nobody. */
static int
set_chat(struct call *call, struct orders *orders)
{
	const struct operator_settings *set = &call->settings;
	bool is_set = strcmp(set->sources[SETTING_slack_signing_secret], "default") != 0;
	struct slack_id room;

	if (!fits(set->slack_signing_secret, orders->chat.secrets, sizeof(orders->chat.secrets)) ||
	    !fits(set->slack_mentors_channel, orders->chat.room, sizeof(orders->chat.room)) ||
	    !fits(set->slack_api_url, orders->chat.api_url, sizeof(orders->chat.api_url)) ||
	    !fits(set->slack_client_id, orders->chat.client_id, sizeof(orders->chat.client_id)))
		return call_fail("a setting of Slack is too long", TOO_LARGE);
	if (str_is_empty(set->slack_client_id) != str_is_empty(set->slack_client_secret))
		return call_fail("slack_client_id and slack_client_secret go together", BAD_INPUT);
	orders->chat.has_token = !str_is_empty(set->slack_bot_token);
	if (is_set && !signature_keys_are_fine(set->slack_signing_secret))
		return call_fail("slack_signing_secret is no secret, nor two with a comma between", BAD_INPUT);
	if (!str_is_empty(set->slack_mentors_channel) && !slack_id_read(set->slack_mentors_channel, "CG", &room))
		return call_fail("slack_mentors_channel is no id of a room, such as C0123456789", BAD_INPUT);
	orders->chat.links_by_email = str_equal(set->slack_link_by_email, S("yes"));
	orders->chat.has_history = str_equal(set->slack_history, S("yes"));
	if (!str_is_empty(set->slack_bot_token) && !is_set)
		call_notes(call, "mentord: without slack_signing_secret Slack is written to, and nothing from it is taken\n");
	return EXIT_DONE;
}

static int
set_language(struct call *call, struct orders *orders)
{
	struct str language = call->settings.language;

	if (!language_is_known(language) || !fits(language, orders->language, sizeof(orders->language)))
		return call_fail("language is none that this build has; mentord help serve names them", BAD_INPUT);
	return EXIT_DONE;
}

static int
set_metrics(struct call *call, struct orders *orders)
{
	struct str token = call->settings.metrics_token;

	if (!fits(token, orders->metrics_token, sizeof(orders->metrics_token)))
		return call_fail("metrics_token is too long", TOO_LARGE);
	if (strcmp(call->settings.sources[SETTING_metrics_token], "default") != 0 && token.length < METRICS_TOKEN_LEAST)
		return call_fail("metrics_token has fewer than 20 characters", BAD_INPUT);
	if (!str_is_empty(token) && meters_make(&orders->meters_descriptor) != OK)
		return call_fail("no memory for the durations", FILE_FAILED);
	return EXIT_DONE;
}

/* Sockets first, so that the port is known; then whatever is to be printed; then the processes. */
static int
serve(struct call *call, struct process *p, struct orders *orders, void (*announce)(struct call *, struct process *))
{
	struct keeper_plan plan = { 0 };
	struct str host = str_head(call->settings.listen, str_find(call->settings.listen, ':'));
	uint16_t port;
	int said;

	count_processes(call, orders);
	orders->idle_months = setting_whole(call->settings.idle_months);
	said = keys_open(call, p, orders);
	if (said == EXIT_DONE)
		said = set_brakes(call, orders);
	if (said == EXIT_DONE)
		said = set_courier(call, orders);
	if (said == EXIT_DONE)
		said = set_links(call, orders);
	if (said == EXIT_DONE)
		said = set_chat(call, orders);
	if (said == EXIT_DONE)
		said = set_metrics(call, orders);
	if (said == EXIT_DONE)
		said = set_language(call, orders);
	if (said == EXIT_DONE && demo_clock_open(call->arena, call->settings.dir, orders) != OK)
		said = call_fail("the demo's clock cannot be opened", FILE_FAILED);
	if (said != EXIT_DONE) {
		process_close(p);
		return said;
	}
	plan.orders = *orders;
	plan.port = call_port(call);
	snprintf(plan.host, sizeof(plan.host), "%.*s", STR_FORMAT(host));
	if (keeper_open(&plan, &port) != OK) {
		process_close(p);
		return call_fail("the address cannot be listened on (is another server there?)", FILE_FAILED);
	}
	call_set_base_url(call, p, port);
	keeper_sets_base_url(str_c(call->arena, p->world.server.base_url));
	call_keep_address(call, p);
	keeper_hears_signals();    /* whoever reads that it serves may end it at once */
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
	if (server_is_fresh(call_visit(call, p)) && call_link(call, p, S(""), &url) == OK)
		printf("first set-up, once, within 30 minutes: %.*s\n", STR_FORMAT(url));
}

int
run_serve(struct call *call)
{
	struct orders orders = { 0 };
	struct process p;
	int said = folder_claim(call);

	if (said == EXIT_DONE)
		said = call_open(call, &orders, &p);
	if (said == EXIT_DONE && orders.clock_start_us != 0)
		call_notes(call, "mentord: a demo was made in this folder, and its clock goes on: it shows %.*s\n",
		    STR_FORMAT(when_iso(call->arena, orders_now(&orders))));
	return said == EXIT_DONE ? serve(call, &p, &orders, announce_server) : said;
}

static void
announce_demo(struct call *call, struct process *p)
{
	static const struct {
		const char *role, *email;
	} people[] = {
		{ "mentee", "mentee1@demo.example" }, { "mentor", "mentor1@demo.example" }, { "coordinator", "coordinator@demo.example" },
		{ "escalation", "escalation@demo.example" }, { "responder", "member8@demo.example" }, { "admin", "admin@demo.example" },
	};
	struct str url;

	printf("The demo of mentord serves on %.*s\n", STR_FORMAT(p->world.server.base_url));
	puts("Everybody in it is invented; the second factor is waived. Each link signs in once, in any browser, within an hour:");
	for (size_t i = 0; i < ARRAY_LENGTH(people); i++)
		if (call_link(call, p, str_from(people[i].email), &url) == OK)
			printf("  %-12s %.*s\n", people[i].role, STR_FORMAT(url));
	puts("End it with Ctrl-C.");
}

static int
read_demo_wish(struct call *call, struct demo_wish *wish, struct demo_clock_wish *clock)
{
	struct str now = call_option(call, S("now")), seed = call_option(call, S("seed"));
	int64_t number = DEMO_SEED;

	if ((now.length > 0 && !when_iso_read(now, &clock->start)) || (seed.length > 0 && !str_whole(seed, &number))) {
		fputs("mentord: --now takes a date like 2026-11-24 or 2026-11-24T09:00:00Z, --seed a number\n", stderr);
		return EXIT_BAD_INPUT;
	}
	wish->seed = (uint64_t)number;
	clock->is_frozen = call_ticks(call, S("frozen-clock"));
	return EXIT_DONE;
}

/* A new folder is filled with a year that ends now; a filled one goes on, never before what stands in it. */
static enum outcome
prepare_demo(struct call *call, struct process *p, struct orders *orders, struct demo_wish *wish)
{
	struct moment newest;

	if (!server_is_fresh(call_visit(call, p))) {
		TRY(server_newest(call_visit(call, p), &newest));
		demo_clock_not_before(orders, newest);
		process_sets_clock(p, orders);
		return demo_clock_keep(call->arena, call->settings.dir, orders);
	}
	wish->now = (struct moment){ orders->clock_start_us };    /* not a moment later: the same --now and --seed make the same year */
	TRY(demo_clock_keep(call->arena, call->settings.dir, orders));
	return demo_fill(&p->world, call->arena, wish);
}

int
run_demo(struct call *call)
{
	struct orders orders = { .is_demo = true };
	struct demo_wish wish = { 0 };
	struct demo_clock_wish clock = { 0 };
	enum outcome outcome;
	struct process p;
	int said = read_demo_wish(call, &wish, &clock);

	if (said == EXIT_DONE)
		said = folder_claim(call);
	if (said == EXIT_DONE)
		said = call_place(call, &orders);
	if (said != EXIT_DONE)
		return said;
	demo_clock_set(&orders, &clock);
	said = call_open_placed(&orders, &p);
	if (said != EXIT_DONE)
		return said;
	said = keys_open(call, &p, &orders);    /* the year's letters are sealed to its courier */
	if (said != EXIT_DONE) {
		process_close(&p);
		return said;
	}
	outcome = prepare_demo(call, &p, &orders, &wish);
	if (outcome == OK)
		return serve(call, &p, &orders, announce_demo);
	process_close(&p);
	return call_fail("the demo cannot be filled", outcome);
}

/* "3d", "12h", "1d12h", "90m"; false for anything else, nothing and more than ten years. */
static bool
read_span(struct str words, int64_t *us)
{
	static const struct {
		char unit;
		int64_t us;
	} units[] = { { 'w', 7 * US_PER_DAY }, { 'd', US_PER_DAY }, { 'h', US_PER_HOUR }, { 'm', US_PER_MINUTE }, { 's', US_PER_SECOND } };

	*us = 0;
	for (size_t i = 0; i < ARRAY_LENGTH(units) && !str_is_empty(words); i++) {
		size_t digits = str_find(words, units[i].unit);
		int64_t number;

		if (digits == words.length)
			continue;
		if (!str_whole(str_head(words, digits), &number) || number <= 0 || number > MOST_SPAN_US / units[i].us)
			return false;
		*us += number * units[i].us;
		words = str_skip(words, digits + 1);
	}
	return str_is_empty(words) && *us > 0 && *us <= MOST_SPAN_US;
}

static void
print_clock(struct call *call, struct moment before, struct moment after)
{
	struct str was = when_iso(call->arena, before), is = when_iso(call->arena, after);

	if (call_ticks(call, S("json")))
		printf("{\"before\":\"%.*s\",\"now\":\"%.*s\"}\n", STR_FORMAT(was), STR_FORMAT(is));
	else
		printf("the demo's clock showed %.*s and shows %.*s now\n", STR_FORMAT(was), STR_FORMAT(is));
}

/* Beside a running demo or without one: the file is all that both look at. */
int
run_clock(struct call *call)
{
	struct str wish = call_option(call, S("advance"));
	struct moment before, after;
	enum outcome said;
	int64_t us;

	if (str_is_empty(call->settings.dir)) {
		fputs("mentord: which data folder? Say --dir DIR\n", stderr);
		return EXIT_USAGE;
	}
	if (!read_span(wish, &us)) {
		fputs("mentord: --advance takes a time to go forward by, like 3d, 12h or 1d12h; a clock never goes back\n", stderr);
		return EXIT_BAD_INPUT;
	}
	said = demo_clock_advance(call->arena, call->settings.dir, us, &before, &after);
	if (said == OK) {
		print_clock(call, before, after);
		return EXIT_DONE;
	}
	if (said == NOT_FOUND) {
		fprintf(stderr, "mentord: there is no demo in \"%.*s\": the clock of a real server is the machine's, and nobody moves it\n",
		    STR_FORMAT(call->settings.dir));
		return EXIT_CONFLICT;
	}
	return call_fail("the demo's clock cannot be moved", said);
}
