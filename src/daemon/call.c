/* What commands share. */
#include "daemon/call.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "access/access.h"
#include "base/arena.h"
#include "daemon/demo_clock.h"
#include "people/people.h"
#include "system/clock.h"
#include "system/file.h"

enum { ADDRESS_MAX = 1024 };    /* of a file with one URL */

int
call_fail(const char *what, enum outcome why)
{
	fprintf(stderr, "mentord: %s: %.*s\n", what, STR_FORMAT(outcome_words(why)));
	return exit_of_status(outcome_status(why));
}

int
exit_of_status(int status)
{
	switch (status) {
	case 404:
	case 410:
		return EXIT_NOT_FOUND;
	case 409:
	case 412:
		return EXIT_CONFLICT;
	case 401:
	case 403:
		return EXIT_NOT_PERMITTED;
	case 429:
		return EXIT_STOPPED;
	default:
		return status < 500 ? EXIT_BAD_INPUT : EXIT_CANNOT_REACH;
	}
}

int
call_clock(struct call *call, struct orders *orders)
{
	enum outcome said = demo_clock_read(call->arena, call->settings.dir, orders);

	if (said == OK)
		return EXIT_DONE;
	fprintf(stderr, "mentord: the demo's clock \"%.*s/demo-clock\" %s\n", STR_FORMAT(call->settings.dir),
	    said == BAD_INPUT ? "is not one of ours" : "cannot be read");
	return said == BAD_INPUT ? EXIT_BAD_INPUT : EXIT_CANNOT_REACH;
}

int
call_place(struct call *call, struct orders *orders)
{
	struct str path = call->settings.database;

	if (call->settings.dir.length == 0) {
		fputs("mentord: which data folder? Say --dir DIR\n", stderr);
		return EXIT_USAGE;
	}
	if (file_system.make_folder(file_system.self, str_c(call->arena, call->settings.dir)) != OK)
		return call_fail("the data folder cannot be made", FILE_FAILED);
	orders->engine = path.length > 0 ? SQL_POSTGRES : SQL_SQLITE;
	if (path.length == 0)
		path = str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/mentord.db") });
	if (path.length >= sizeof(orders->where) || call->settings.base_url.length >= sizeof(orders->base_url))
		return call_fail("the path is too long", BAD_INPUT);
	snprintf(orders->where, sizeof(orders->where), "%.*s", STR_FORMAT(path));
	snprintf(orders->base_url, sizeof(orders->base_url), "%.*s", STR_FORMAT(call->settings.base_url));
	/* What a command does is told in the same room as what a page does. */
	if (call->settings.slack_mentors_channel.length < sizeof(orders->chat.room))
		snprintf(orders->chat.room, sizeof(orders->chat.room), "%.*s", STR_FORMAT(call->settings.slack_mentors_channel));
	return call_clock(call, orders);
}

int
call_open(struct call *call, struct orders *orders, struct process *p)
{
	int said;

	call_find_address(call);
	said = call_place(call, orders);
	if (said == EXIT_DONE)
		said = call_open_placed(orders, p);
	if (said == EXIT_DONE)
		call_set_base_url(call, p, call_port(call));    /* what a command does may write letters, with links */
	return said;
}

int
call_open_placed(const struct orders *orders, struct process *p)
{
	enum outcome outcome;

	umask(077);
	if (process_open(orders, false, p) != OK) {
		process_close(p);
		return call_fail("the database cannot be opened", STORE_FAILED);
	}
	outcome = sql_migrate(p->world.db, clock_wall(&p->clock));
	if (outcome == OK)
		return EXIT_DONE;
	process_close(p);
	return call_fail("the database cannot be brought up to date", outcome);
}

struct visit *
call_visit(struct call *call, struct process *p)
{
	static const struct request nobody;

	return dispatch_visit(&p->world, call->arena, &nobody);
}

/* Beside the database; with PostgreSQL too, if there is a data folder. */
static const char *
address_path(struct call *call)
{
	return str_c(call->arena, str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/address") }));
}

void
call_keep_address(struct call *call, struct process *p)
{
	struct str line = str_join(call->arena, 2, (struct str[]){ p->world.server.base_url, S("\n") });

	if (file_system.write(file_system.self, call->arena, address_path(call), line) != OK)
		call_notes(call, "mentord: the address cannot be written into the data folder: give login-link the same --listen or --base-url\n");
}

void
call_find_address(struct call *call)
{
	struct str line;

	if (!str_is_empty(call->settings.base_url) || strcmp(call->settings.sources[SETTING_listen], "default") != 0)
		return;
	if (file_system.read(file_system.self, call->arena, address_path(call), ADDRESS_MAX, &line) == OK)
		call->settings.base_url = str_trim(line);
}

/* The address that browsers use: what the operator set, else where we listen. */
void
call_set_base_url(struct call *call, struct process *p, uint16_t port)
{
	struct str url = call->settings.base_url, host = str_head(call->settings.listen, str_find(call->settings.listen, ':'));
	char number[8];

	snprintf(number, sizeof(number), "%u", port);
	if (url.length == 0)
		url = str_join(call->arena, 4, (struct str[]){ S("http://"), host, S(":"), str_from(number) });
	p->world.server.base_url = str_copy(p->arena, url);
}

uint16_t
call_port(const struct call *call)
{
	int64_t port = 0;

	if (!str_whole(str_skip(call->settings.listen, str_find(call->settings.listen, ':') + 1), &port) || port < 0 || port > UINT16_MAX)
		return 0;
	return (uint16_t)port;
}

int
call_knows_nobody(struct str email)
{
	fprintf(stderr, "mentord: nobody has the address \"%.*s\" here; look it up with mentord person list\n", STR_FORMAT(email));
	return EXIT_NOT_FOUND;
}

enum outcome
call_turn(struct call *call, struct process *p, enum outcome (*act)(struct visit *, void *), void *self)
{
	struct visit *v = call_visit(call, p);
	enum outcome said = sql_begin(p->world.db);

	if (said != OK)
		return said;
	v->is_write = true;
	said = act(v, self);
	if (said == OK)
		return sql_commit(p->world.db);
	sql_rollback(p->world.db);
	return said;
}

int
call_acts(struct call *call, enum outcome (*act)(struct visit *, void *), void *self, enum outcome *said)
{
	struct orders orders = { 0 };
	struct process p;
	int code = call_open(call, &orders, &p);

	if (code != EXIT_DONE)
		return code;
	*said = call_turn(call, &p, act, self);
	if (*said == OK && sql_is_to_forget(p.world.db))
		sql_checkpoint(p.world.db);    /* what was erased shall not stand in the log either */
	process_close(&p);
	return EXIT_DONE;
}

/* Whose link, and the link. */
struct link {
	struct str email, url;
};

static enum outcome
make_link(struct visit *v, void *self)
{
	struct link *link = self;
	struct person_id person = { 0 };
	bool is_setup = link->email.length == 0;

	if (!is_setup)
		TRY(person_by_email(v, link->email, &person));
	return way_in_make(v, is_setup ? WAY_IN_KIND_SETUP : WAY_IN_KIND_SIGN_IN, person, &link->url);
}

enum outcome
call_link(struct call *call, struct process *p, struct str email, struct str *url)
{
	struct link link = { .email = email };
	enum outcome said = call_turn(call, p, make_link, &link);

	*url = link.url;
	return said;
}
