/* mentord jobs list, jobs retry: what is left for later, as the operator sees it. */
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/jobs.h"
#include "formats/id.h"
#include "formats/when.h"
#include "later/store_shared.h"

enum { LISTED_MAX = 1000 };

struct jobs_order {
	struct call *call;
	enum job_state state;
	struct jobs_in_rows rows;
	struct job_id id;
	int64_t changed;
};

static enum outcome
find(struct visit *v, void *self)
{
	struct jobs_order *order = self;

	return jobs_in(v->db, order->call->arena, order->state, (struct job_id){ 0 }, LISTED_MAX, &order->rows);
}

static enum outcome
raise(struct visit *v, void *self)
{
	struct jobs_order *order = self;

	return job_raise(v->db, order->id, v->now, &order->changed);
}

static int
run_order(struct jobs_order *order, enum outcome (*act)(struct visit *, void *))
{
	struct orders orders = { 0 };
	struct process p;
	enum outcome said;
	int code = call_open(order->call, &orders, &p);

	if (code != EXIT_DONE)
		return code;
	said = call_turn(order->call, &p, act, order);
	process_close(&p);
	return said == OK ? EXIT_DONE : call_fail("the jobs cannot be read", said);
}

static void
print_job(struct call *call, const struct jobs_in_row *row)
{
	struct str id = id_print(call->arena, row->id.value), due = when_iso(call->arena, row->due_at);

	if (call_ticks(call, S("json")))
		printf("{\"id\":\"%.*s\",\"kind\":\"%.*s\",\"state\":\"%.*s\",\"due_at\":\"%.*s\",\"tries\":%lld,\"trouble\":\"%.*s\",\"programme\":\"%.*s\"}\n",
		    STR_FORMAT(id), STR_FORMAT(row->kind), STR_FORMAT(job_state_name(row->state)), STR_FORMAT(due), (long long)row->tries,
		    STR_FORMAT(row->trouble), STR_FORMAT(row->programme_slug));
	else
		printf("%.*s  %-7.*s  %.*s  %.*s%s%.*s\n", STR_FORMAT(id), STR_FORMAT(job_state_name(row->state)), STR_FORMAT(due),
		    STR_FORMAT(job_words(row->kind)), row->trouble.length > 0 ? ": " : "", STR_FORMAT(row->trouble));
}

/* Those that wait and those that are held are one list for an operator; the dead and the done are asked for. */
int
run_jobs_list(struct call *call)
{
	struct str wish = call_option(call, S("state"));
	static const enum job_state open[] = { JOB_STATE_WAITING, JOB_STATE_HELD };
	struct jobs_order order = { .call = call };
	int said = EXIT_DONE;
	bool is_all = str_is_empty(wish);

	if (!is_all && !job_state_read(wish, &order.state)) {
		fputs("mentord: --state is waiting, held, done or dead\n", stderr);
		return EXIT_BAD_INPUT;
	}
	for (size_t i = 0; said == EXIT_DONE && i < (is_all ? ARRAY_LENGTH(open) : 1); i++) {
		order.state = is_all ? open[i] : order.state;
		said = run_order(&order, find);
		for (size_t k = 0; said == EXIT_DONE && k < order.rows.count; k++)
			print_job(call, &order.rows.at[k]);
	}
	return said;
}

int
run_jobs_retry(struct call *call)
{
	struct jobs_order order = { .call = call };
	int said;

	if (!id_read(call->words[0], &order.id.value)) {
		fputs("mentord: a job is named by its id, see mentord jobs list --state dead\n", stderr);
		return EXIT_BAD_INPUT;
	}
	said = run_order(&order, raise);
	if (said == EXIT_DONE && order.changed == 0) {
		fputs("mentord: this job is not given up\n", stderr);
		return EXIT_CONFLICT;
	}
	if (said == EXIT_DONE)
		call_did(call, S("it is tried again at once"));
	return said;
}
