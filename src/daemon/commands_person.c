/* mentord person export, erase: what is held about somebody, printed and ended by the operator. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "formats/when.h"
#include "people/people.h"
#include "privacy/privacy.h"

enum { EXPORT_MOST = 32 << 20, EXPORT_ARENA = 160 << 20, WORDS_BYTES = 200 };

struct person_order {
	struct call *call;
	struct buf out;
	enum hold_format format;
	struct moment due_at;
	bool is_nobody, is_at_once, is_taken_back;
};

static enum outcome
find(struct visit *v, struct person_order *order, struct person_id *out)
{
	enum outcome said = person_by_email(v, order->call->words[0], out);

	order->is_nobody = said == NOT_FOUND;
	return said;
}

static enum outcome
print_all(struct visit *v, void *self)
{
	struct person_order *order = self;
	struct arena *own = v->arena;
	struct person_id person;
	enum outcome said;

	TRY(find(v, order, &person));
	v->arena = order->out.arena;
	said = hold_print(v, person, order->format, &order->out);
	v->arena = own;
	return said;
}

static enum outcome
end_it(struct visit *v, void *self)
{
	struct person_order *order = self;
	struct person_id person;

	TRY(find(v, order, &person));
	if (order->is_taken_back)
		return erase_cancel(v, person);
	return order->is_at_once ? erase_now(v, person) : erase_ask(v, person, &order->due_at);
}

static int
run_order(struct person_order *order, enum outcome (*act)(struct visit *, void *), const char *failed)
{
	enum outcome said;
	int code = call_acts(order->call, act, order, &said);

	if (code != EXIT_DONE)
		return code;
	if (order->is_nobody)
		return call_knows_nobody(order->call->words[0]);
	return said == OK ? EXIT_DONE : call_fail(failed, said);
}

int
run_person_export(struct call *call)
{
	struct person_order order = { .call = call };
	struct str format = call_option(call, S("format"));
	struct arena *arena;
	int code;

	if (!str_is_empty(format) && !str_equal(format, S("json")) && !str_equal(format, S("html"))) {
		fputs("mentord: --format is json or html\n", stderr);
		return EXIT_BAD_INPUT;
	}
	order.format = str_equal(format, S("html")) ? HOLD_HTML : HOLD_JSON;
	arena_open(EXPORT_ARENA, &arena);
	order.out = buf_new(arena, EXPORT_MOST);
	code = run_order(&order, print_all, "nothing is exported");
	if (code == EXIT_DONE)
		printf("%.*s", STR_FORMAT(buf_str(&order.out)));
	arena_close(&arena);
	return code;
}

int
run_person_erase(struct call *call)
{
	struct person_order order = { .call = call, .is_at_once = call_ticks(call, S("at-once")), .is_taken_back = call_ticks(call, S("keep")) };
	struct buf words = buf_new(call->arena, WORDS_BYTES);
	int code;

	if (!order.is_taken_back && !call_ticks(call, S("yes")) && !call_confirms(call, "End everything that is held about this person?")) {
		fputs("mentord: nothing is done; say --yes if you are sure\n", stderr);
		return EXIT_USAGE;
	}
	code = run_order(&order, end_it, order.is_taken_back ? "nothing was asked" : "nothing is erased");
	if (code != EXIT_DONE)
		return code;
	if (order.is_taken_back)
		buf_add(&words, S("their data stays"));
	else if (order.is_at_once)
		buf_add(&words, S("everything that was held about them is gone"));
	else
		buf_format(&words, "everything that is held about them ends at %.*s; until then they, or --keep, take it back", STR_FORMAT(when_iso(call->arena, order.due_at)));
	call_did(call, buf_str(&words));
	return EXIT_DONE;
}
