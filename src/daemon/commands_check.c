/* Checking what is stored: the rules of the rooms, then the chain of the record. What the engine itself can tell comes first. */
#include <stdio.h>

#include "access/record.h"
#include "base/arena.h"
#include "base/buf.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/fsck.h"
#include "formats/json.h"
#include "requests/requests.h"
#include "surveys/surveys.h"

enum { LINE_BYTES = 2000 };

enum outcome
fsck_all(struct visit *v, struct findings *found)
{
	struct str_list words;
	enum outcome said;

	TRY(sql_check_engine(v->db, v->arena, &words));
	for (size_t i = 0; i < words.count; i++)
		finding_add(found, str_c(v->arena, words.at[i]), 0);
	said = desk_check(v, found);
	if (said == OK)
		said = survey_check(v, found);
	if (said == OK)
		said = record_check(v, found);
	return words.count > 0 ? OK : said;    /* what stands on damaged pages may not even answer */
}

/* "PROGRAMME=HASH", as often as the option is given, and with commas between. */
static int
check_heads(struct call *call, struct visit *v, struct findings *found)
{
	for (size_t i = 0; i < call->flag_count; i++) {
		struct str list = call->flags[i].value, one;

		while (str_equal(call->flags[i].name, S("head")) && str_next(&list, ',', &one)) {
			size_t sign = str_find(one, '=');
			enum outcome said = record_head_check(v, str_head(one, sign), str_skip(one, sign + 1), found);

			if (said == OK)
				continue;
			if (said != BAD_INPUT)
				return call_fail("the record cannot be read", said);
			fprintf(stderr, "mentord: \"%.*s\" is no head of a record; say --head PROGRAMME=HASH, a hash of 64 digits as fsck --json prints it\n",
			    STR_FORMAT(one));
			return EXIT_BAD_INPUT;
		}
	}
	return EXIT_DONE;
}

/* An object a line: the head of each record, to be kept elsewhere. */
static void
print_heads(struct call *call, const struct record_heads *heads)
{
	if (!call_ticks(call, S("json")))
		return;
	for (size_t i = 0; i < heads->count; i++)
		printf("{\"head\":{\"programme\":\"%.*s\",\"place\":%lld,\"hash\":\"%.*s\"}}\n", STR_FORMAT(heads->at[i].chain),
		    (long long)heads->at[i].place, STR_FORMAT(heads->at[i].hash));
}

static void
print_findings(struct call *call, const struct findings *found)
{
	struct buf line;

	for (size_t i = 0; i < found->lines.count; i++) {
		if (!call_ticks(call, S("json"))) {
			printf("%.*s\n", STR_FORMAT(found->lines.at[i]));
			continue;
		}
		line = buf_new(call->arena, LINE_BYTES);
		json_quote(&line, found->lines.at[i]);
		printf("{\"finding\":%.*s}\n", STR_FORMAT(buf_str(&line)));
	}
	if (found->count > found->lines.count)
		fprintf(stderr, "and %zu more\n", found->count - found->lines.count);
	if (found->count == 0 && !call_ticks(call, S("json")))
		call_did(call, S("all is well"));
}

/* In the read turn; *code is the exit code of what was wrong with --head. */
static enum outcome
look(struct call *call, struct process *p, struct findings *found, int *code)
{
	struct record_heads heads = { .count = 0 };
	struct visit *v = call_visit(call, p);
	enum outcome said = fsck_all(v, found);

	if (said != OK)
		return said;
	*code = check_heads(call, v, found);
	if (*code != EXIT_DONE)
		return OK;
	said = record_heads_find(v, &heads);
	if (said == OK)
		print_heads(call, &heads);
	return found->count > 0 ? OK : said;    /* what stands on damaged pages may not even answer */
}

/* One snapshot, so that a server may go on writing meanwhile. */
int
run_fsck(struct call *call)
{
	struct findings found = findings_new(call->arena);
	struct orders orders = { 0 };
	struct process p;
	enum outcome outcome = STORE_FAILED;
	int said = call_place(call, &orders);

	if (said != EXIT_DONE)
		return said;
	orders.is_check = true;
	if (process_open(&orders, true, &p) == OK)
		outcome = sql_is_current(p.world.db, call->arena);
	if (outcome == OK)
		outcome = sql_begin_read(p.world.db);
	if (outcome == OK) {
		outcome = look(call, &p, &found, &said);
		sql_end_read(p.world.db);
	}
	if (outcome != OK) {
		fprintf(stderr, "mentord: %.*s\n", STR_FORMAT(p.world.db == NULL ? S("no database is there, or we may not open it") : sql_trouble(p.world.db)));
		process_close(&p);
		return call_fail("the database cannot be checked", outcome);
	}
	process_close(&p);
	if (said != EXIT_DONE)
		return said;
	print_findings(call, &found);
	return found.count == 0 ? EXIT_DONE : EXIT_FALSE;
}
