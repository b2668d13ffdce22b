/* Ways in that the operator prints, and tokens of programs. */
#include <stdio.h>

#include "access/access.h"
#include "access/token.h"
#include "admin/admin.h"
#include "base/arena.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "formats/id.h"
#include "formats/when.h"
#include "people/people.h"
#include "programmes/programmes.h"

static int
print_link(struct call *call, struct str email)
{
	struct orders orders = { 0 };
	struct process p;
	struct str url;
	int said = call_open(call, &orders, &p);
	enum outcome outcome;

	if (said != EXIT_DONE)
		return said;
	if (email.length == 0 && !server_is_fresh(call_visit(call, &p))) {
		process_close(&p);
		fputs("mentord: this server has been set up already; see mentord login-link\n", stderr);
		return EXIT_CONFLICT;
	}
	outcome = call_link(call, &p, email, &url);
	if (outcome == OK)
		call_prints(call, "url", url);
	process_close(&p);
	if (outcome == NOT_FOUND)
		return call_knows_nobody(email);
	return outcome == OK ? EXIT_DONE : call_fail("no link", outcome);
}

int
run_login_link(struct call *call)
{
	return print_link(call, call->words[0]);
}

int
run_setup_link(struct call *call)
{
	return print_link(call, S(""));
}

/* --- lost factors --- */

/* The shell's way for the last administrator who lost everything: at once, and written down as the server's own act. */
static enum outcome
forget_factor(struct visit *v, void *self)
{
	struct call *call = self;
	struct person_id person;

	TRY(person_by_email(v, call->words[0], &person));
	return factor_forget(v, person);
}

int
run_factor_reset(struct call *call)
{
	struct orders orders = { 0 };
	struct process p;
	enum outcome outcome;
	int said = call_open(call, &orders, &p);

	if (said != EXIT_DONE)
		return said;
	outcome = call_turn(call, &p, forget_factor, call);
	process_close(&p);
	if (outcome == NOT_FOUND) {
		fputs("mentord: nobody with this address has a second factor; look it up with mentord person list\n", stderr);
		return EXIT_NOT_FOUND;
	}
	if (outcome != OK)
		return call_fail("the second factor is not reset", outcome);
	call_did(call, S("the second factor, its recovery codes and all sessions are gone; the next sign-in sets up a new one"));
	return EXIT_DONE;
}

/* --- administrators --- */

struct admin_order {
	struct call *call;
	struct str complaint;
};

static enum outcome
create_admin(struct visit *v, void *self)
{
	struct admin_order *order = self;
	struct str zone = call_option(order->call, S("zone"));
	struct pair pairs[] = {
		{ S("email"), order->call->words[0] }, { S("name"), call_option(order->call, S("name")) }, { S("zone"), str_is_empty(zone) ? S("UTC") : zone },
	};

	return admin_create(v, &(struct pairs){ pairs, ARRAY_LENGTH(pairs) }, call_option(order->call, S("programme")), &order->complaint);
}

int
run_admin_create(struct call *call)
{
	struct admin_order order = { .call = call };
	struct orders orders = { 0 };
	struct process p;
	enum outcome outcome;
	int said = call_open(call, &orders, &p);

	if (said != EXIT_DONE)
		return said;
	outcome = call_turn(call, &p, create_admin, &order);
	process_close(&p);
	if (outcome == BAD_INPUT && !str_is_empty(order.complaint)) {
		fprintf(stderr, "mentord: %.*s\n", STR_FORMAT(order.complaint));
		return EXIT_BAD_INPUT;
	}
	if (outcome == NOT_FOUND) {
		fprintf(stderr, "mentord: there is no programme \"%.*s\" here; look it up with mentord programme list\n", STR_FORMAT(call_option(call, S("programme"))));
		return EXIT_NOT_FOUND;
	}
	if (outcome != OK)
		return call_fail("nobody is made an administrator", outcome);
	call_did(call, S("they are an administrator now; mentord login-link lets them in"));
	return EXIT_DONE;
}

/* --- tokens --- */

/* What `token create` was asked for, and what came of it. */
struct token_order {
	struct call *call;
	struct token_wish wish;
	struct str shown;
	struct tokens_of_rows list;
	struct token_id ended;
	bool is_nobody;               /* no account has the address of --as */
};

static enum outcome
find_person(struct visit *v, struct token_order *order)
{
	enum outcome said = person_by_email(v, call_option(order->call, S("as")), &order->wish.person);

	order->is_nobody = said == NOT_FOUND;
	return said;
}

static enum outcome
make_token(struct visit *v, void *self)
{
	struct token_order *order = self;
	struct str slug = call_option(order->call, S("programme"));
	struct programme_of_slug_row row;

	TRY(find_person(v, order));
	if (!str_is_empty(slug)) {
		TRY(programme_of_slug(v->db, v->arena, slug, &row));
		order->wish.programme = row.id;
	}
	return token_make(v, &order->wish, &order->shown);
}

static enum outcome
list_tokens(struct visit *v, void *self)
{
	struct token_order *order = self;

	TRY(find_person(v, order));
	return tokens_find(v, order->wish.person, &order->list);
}

static enum outcome
end_token(struct visit *v, void *self)
{
	struct token_order *order = self;

	TRY(find_person(v, order));
	return token_end(v, order->wish.person, order->ended);
}

static int
run_order(struct token_order *order, enum outcome (*act)(struct visit *, void *))
{
	struct orders orders = { 0 };
	struct process p;
	enum outcome outcome;
	int said;

	if (str_is_empty(call_option(order->call, S("as")))) {
		fputs("mentord: whose token? Say --as EMAIL\n", stderr);
		return EXIT_USAGE;
	}
	said = call_open(order->call, &orders, &p);
	if (said != EXIT_DONE)
		return said;
	outcome = call_turn(order->call, &p, act, order);
	process_close(&p);
	if (order->is_nobody)
		return call_knows_nobody(call_option(order->call, S("as")));
	return outcome == OK ? EXIT_DONE : call_fail("not done", outcome);
}

static bool
read_wish(struct call *call, struct token_wish *wish)
{
	struct str scope = call_option(call, S("scope")), days = call_option(call, S("days")), name = call_option(call, S("name"));

	wish->may_act = !str_equal(scope, S("read"));
	wish->days = TOKEN_DAYS;
	wish->name = str_is_empty(name) ? S("made on the command line") : name;
	return (str_is_empty(scope) || str_equal(scope, S("read")) || str_equal(scope, S("act"))) &&
	    (str_is_empty(days) || (str_whole(days, &wish->days) && wish->days >= 1 && wish->days <= TOKEN_DAYS_MOST)) && wish->name.length <= 100;
}

int
run_token_create(struct call *call)
{
	struct token_order order = { .call = call };
	int said;

	if (!read_wish(call, &order.wish)) {
		fputs("mentord: --scope is read or act, --days a number from 1 to 365, --name at most 100 bytes\n", stderr);
		return EXIT_BAD_INPUT;
	}
	said = run_order(&order, make_token);
	if (said == EXIT_DONE)
		call_prints(call, "token", order.shown);
	return said;
}

int
run_token_list(struct call *call)
{
	struct token_order order = { .call = call };
	int said = run_order(&order, list_tokens);

	for (size_t i = 0; said == EXIT_DONE && i < order.list.count; i++) {
		const struct tokens_of_row *row = &order.list.at[i];
		struct str id = id_print(call->arena, row->id.value), ends = when_iso(call->arena, row->ends_at);

		if (call_ticks(call, S("json")))
			printf("{\"id\":\"%.*s\",\"scope\":\"%.*s\",\"ends_at\":\"%.*s\"}\n", STR_FORMAT(id), STR_FORMAT(token_scope_name(row->scope)),
			    STR_FORMAT(ends));
		else
			printf("%.*s  %-4.*s  until %.*s  %.*s\n", STR_FORMAT(id), STR_FORMAT(token_scope_name(row->scope)), STR_FORMAT(ends),
			    STR_FORMAT(row->name));
	}
	return said;
}

int
run_token_revoke(struct call *call)
{
	struct token_order order = { .call = call };
	int said;

	if (!id_read(call->words[0], &order.ended.value)) {
		fputs("mentord: a token is named by its id, see mentord token list\n", stderr);
		return EXIT_BAD_INPUT;
	}
	said = run_order(&order, end_token);
	if (said == EXIT_DONE)
		call_did(call, S("the token has ended"));
	return said;
}
