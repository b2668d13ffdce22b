/* mentord letters list, letters redeliver: what the server wrote, as the operator sees it. Nobody's address, no words. */
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "formats/id.h"
#include "formats/when.h"
#include "letters/letters.h"
#include "letters/store_shared.h"

enum { LISTED_MAX = 1000 };

struct letters_order {
	struct call *call;
	enum letter_state state;
	struct letters_of_server_rows rows;
	struct letter_id id;
	int64_t changed;
};

static enum outcome
find(struct visit *v, void *self)
{
	struct letters_order *order = self;

	return letters_of_server(v->db, order->call->arena, order->state, (struct letter_id){ 0 }, LISTED_MAX, &order->rows);
}

static enum outcome
raise(struct visit *v, void *self)
{
	struct letters_order *order = self;

	return letter_raise(v->db, order->id, v->now, &order->changed);
}

static int
run_order(struct letters_order *order, enum outcome (*act)(struct visit *, void *))
{
	struct orders orders = { 0 };
	struct process p;
	enum outcome said;
	int code = call_open(order->call, &orders, &p);

	if (code != EXIT_DONE)
		return code;
	said = call_turn(order->call, &p, act, order);
	process_close(&p);
	return said == OK ? EXIT_DONE : call_fail("the letters cannot be read", said);
}

static void
print_letter(struct call *call, const struct letters_of_server_row *row)
{
	struct str id = id_print(call->arena, row->id.value), made = when_iso(call->arena, row->made_at), due = when_iso(call->arena, row->not_before_at);
	const struct letter_sort *sort = letter_sort_called(row->kind);

	if (call_ticks(call, S("json")))
		printf("{\"id\":\"%.*s\",\"kind\":\"%.*s\",\"channel\":\"%.*s\",\"state\":\"%.*s\",\"made_at\":\"%.*s\",\"not_before_at\":\"%.*s\","
		    "\"tries\":%lld,\"trouble\":\"%.*s\",\"ref\":\"%.*s\",\"programme\":\"%.*s\"}\n",
		    STR_FORMAT(id), STR_FORMAT(row->kind), STR_FORMAT(letter_channel_name(row->channel)), STR_FORMAT(letter_state_name(row->state)),
		    STR_FORMAT(made), STR_FORMAT(due), (long long)row->tries, STR_FORMAT(row->trouble), STR_FORMAT(row->answer_ref),
		    STR_FORMAT(row->programme_slug));
	else
		printf("%.*s  %-9.*s  %.*s  %.*s%s%.*s\n", STR_FORMAT(id), STR_FORMAT(letter_state_name(row->state)), STR_FORMAT(made),
		    STR_FORMAT(sort == NULL ? row->kind : sort->name), row->trouble.length > 0 ? ": " : "", STR_FORMAT(row->trouble));
}

/* Without --state all that is not over, then what was given up, then what was sent. */
int
run_letters_list(struct call *call)
{
	struct str wish = call_option(call, S("state"));
	static const enum letter_state all[] = { LETTER_STATE_WAITING, LETTER_STATE_HELD, LETTER_STATE_GIVEN_UP, LETTER_STATE_CANCELLED, LETTER_STATE_SENT };
	struct letters_order order = { .call = call };
	bool is_all = str_is_empty(wish);
	int said = EXIT_DONE;

	if (!is_all && !letter_state_read(wish, &order.state)) {
		fputs("mentord: --state is waiting, held, sent, given-up or cancelled\n", stderr);
		return EXIT_BAD_INPUT;
	}
	for (size_t i = 0; said == EXIT_DONE && i < (is_all ? ARRAY_LENGTH(all) : 1); i++) {
		order.state = is_all ? all[i] : order.state;
		said = run_order(&order, find);
		for (size_t k = 0; said == EXIT_DONE && k < order.rows.count; k++)
			print_letter(call, &order.rows.at[k]);
	}
	return said;
}

int
run_letters_redeliver(struct call *call)
{
	struct letters_order order = { .call = call };
	int said;

	if (!id_read(call->words[0], &order.id.value)) {
		fputs("mentord: a letter is named by its id, see mentord letters list --state given-up\n", stderr);
		return EXIT_BAD_INPUT;
	}
	said = run_order(&order, raise);
	if (said == EXIT_DONE && order.changed == 0) {
		fputs("mentord: this letter is not given up, or its words are gone\n", stderr);
		return EXIT_CONFLICT;
	}
	if (said == EXIT_DONE)
		call_did(call, S("it is sent again at once"));
	return said;
}
