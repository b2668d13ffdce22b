/* The peer of tests/bench/durable: the same SQL that one claim and one release cost the writer, 64 of them in one transaction as the
 * writer commits them, and nothing else: no HTTP, no processes, no forms, no rules.
 * bare DATABASE SECONDS      on a database that the crowd is in (tests/daemon/crowd.sh); prints acts=N, claims and releases kept
 * The texts of the statements are the product's own, out of its objects. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sql/sql.h"

enum { MENTORS = 64, MENTOR_FIRST = 4001, REQUEST_FIRST = 100000, HASH_BYTES = 32 };

extern const struct sql_statement visitor_by_session_sql, request_seen_by_sql, form_sent_of_sql, mentor_of_sql, acceptance_of_sql,
    request_take_sql, mentor_take_place_sql, claim_add_sql, event_add_sql, form_sent_clean_sql, form_sent_add_sql, request_back_sql,
    claim_end_sql, mentor_give_place_sql, request_to_plan_sql, job_set_sql, letters_cancel_kind_sql, letters_cancel_stale_sql, lookers_sql,
    letter_reader_of_sql, letter_add_sql;

/* What stands for each parameter: m mentor, r request, p programme, d document, n now, l a lease from now, e a fresh id, k a fresh key,
 * h a hash, g the programme's slug, a who sent the form, w a word, j a kind of job, s nothing said, 0, 1 and 9 themselves; of letters 4 and 5 their kinds, c a role, o a topic, i a
 * channel, t a haste, x an address, f what it shows. */
struct step {
	const struct sql_statement *statement;
	const char *values;
};

static const struct step claim[] = {
	{ &visitor_by_session_sql, "hg" }, { &request_seen_by_sql, "rpm" }, { &form_sent_of_sql, "awk" }, { &mentor_of_sql, "pm" },
	{ &acceptance_of_sql, "md" }, { &request_take_sql, "rmnl" }, { &mentor_take_place_sql, "pm9n" }, { &claim_add_sql, "ermn" },
	{ &event_add_sql, "eprmmwswsn" }, { &letters_cancel_kind_sql, "r4n" }, { &letters_cancel_stale_sql, "rn" }, { &lookers_sql, "pcn1" }, { &request_seen_by_sql, "rpm" },
	{ &letter_reader_of_sql, "mo1" }, { &letter_add_sql, "ep4rmixxfht1lnn0s" }, { &letter_reader_of_sql, "mo1" }, { &letter_add_sql, "ep5rmixxfht1lnn0s" },
	{ &request_to_plan_sql, "r" }, { &job_set_sql, "epjrln" }, { &form_sent_clean_sql, "19" }, { &form_sent_add_sql, "eawkh1wssn" }, { NULL, NULL },
};
static const struct step release[] = {
	{ &visitor_by_session_sql, "hg" }, { &request_seen_by_sql, "rpm" }, { &form_sent_of_sql, "awk" }, { &request_back_sql, "rmn1" },
	{ &claim_end_sql, "rnmqs" }, { &mentor_give_place_sql, "pmn" }, { &event_add_sql, "eprmmwswsn" }, { &letters_cancel_kind_sql, "r4n" }, { &letters_cancel_stale_sql, "rn" }, { &lookers_sql, "pcn1" }, { &request_seen_by_sql, "rpm" },
	{ &request_to_plan_sql, "r" }, { &job_set_sql, "epjrln" }, { &form_sent_clean_sql, "19" },
	{ &form_sent_add_sql, "eawkh1wssn" }, { NULL, NULL },
};

/* About as long as what a claim's letter shows. */
static const char letter_fields[] = "{\"you\":\"Somebody Somewhere\",\"programme\":\"Operation Code mentoring\",\"number\":\"OC-214\",\"title\":\"Please look at my code\",\"service\":\"Code review\","
    "\"link\":\"http://127.0.0.1:8080/p/operation-code/requests/0000000000000\",\"human\":\"Somebody Else\",\"mentor\":\"Somebody Somewhere\",\"promise\":\"48 hours\",\"lease_at\":\"Tue 24 Nov, 18:00 UTC\"}";

static sqlite3 *database;
static sqlite3_int64 fresh, wholes[128];    /* by letter */
static const char *texts[128];
static sqlite3_stmt *prepared[1024];    /* by the statement's slot */

static void
fail(const char *what)
{
	fprintf(stderr, "bare: %s: %s\n", what, sqlite3_errmsg(database));
	exit(1);
}

static sqlite3_int64
now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (sqlite3_int64)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void
run(const char *text)
{
	if (sqlite3_exec(database, text, NULL, NULL, NULL) != SQLITE_OK)
		fail(text);
}

static sqlite3_int64
number_of(const char *text)
{
	sqlite3_stmt *statement;
	sqlite3_int64 number;

	if (sqlite3_prepare_v2(database, text, -1, &statement, NULL) != SQLITE_OK || sqlite3_step(statement) != SQLITE_ROW)
		fail(text);
	number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return number;
}

static sqlite3_stmt *
ready(const struct sql_statement *of)
{
	sqlite3_stmt **place = &prepared[of->slot];

	if (*place == NULL && sqlite3_prepare_v3(database, of->for_sqlite, -1, SQLITE_PREPARE_PERSISTENT, place, NULL) != SQLITE_OK)
		fail(of->name);
	return *place;
}

static void
know(sqlite3_int64 who, sqlite3_int64 now)
{
	static char principal[32], form_key[32];

	snprintf(principal, sizeof(principal), "racer-%lld", who);
	snprintf(form_key, sizeof(form_key), "k%lld", fresh);
	texts['a'] = principal;
	texts['k'] = form_key;
	wholes['m'] = MENTOR_FIRST + who;
	wholes['r'] = REQUEST_FIRST + who;
	wholes['n'] = now;
	wholes['l'] = now + 1000000;
}

static void
know_for_good(void)
{
	wholes['p'] = number_of("select id from programme where slug = 'operation-code'");
	wholes['d'] = number_of("select d.id from document d join programme g on g.id = d.programme where d.slug = 'conduct' and g.slug = 'operation-code'");
	wholes['1'] = 1;
	wholes['9'] = 9;
	texts['g'] = "operation-code";
	texts['w'] = "claimed";
	texts['q'] = "released";
	texts['s'] = "";
	texts['j'] = "request-step";
	texts['4'] = "L04";
	texts['5'] = "L05";
	texts['c'] = "coordinator";
	texts['o'] = "own";
	texts['i'] = "mail";
	texts['t'] = "soon";
	texts['x'] = "person@demo.example";
	texts['f'] = letter_fields;
}

static void
bind(sqlite3_stmt *statement, int at, unsigned char value)
{
	static const char hash[HASH_BYTES];

	if (value == 'h')
		sqlite3_bind_blob(statement, at, hash, sizeof(hash), SQLITE_STATIC);
	else if (texts[value] != NULL)
		sqlite3_bind_text(statement, at, texts[value], -1, SQLITE_TRANSIENT);
	else
		sqlite3_bind_int64(statement, at, value == 'e' ? ++fresh : wholes[value]);
}

static void
take_steps(const struct step *step, sqlite3_int64 who, sqlite3_int64 now)
{
	know(who, now);
	run("savepoint one_write");
	for (; step->statement != NULL; step++) {
		sqlite3_stmt *statement = ready(step->statement);
		int code;

		for (int i = 0; step->values[i] != '\0'; i++)
			bind(statement, i + 1, (unsigned char)step->values[i]);
		while ((code = sqlite3_step(statement)) == SQLITE_ROW)
			;
		if (code != SQLITE_DONE)
			fail(step->statement->name);
		sqlite3_reset(statement);
	}
	run("release savepoint one_write");
}

static void
turn(const struct step *steps)
{
	run("begin immediate");
	for (sqlite3_int64 who = 0; who < MENTORS; who++)
		take_steps(steps, who, now_us());
	run("commit");
}

/* What was counted was kept: the claims that stand in the database are the ones that were made. */
static void
check_kept(sqlite3_int64 claims)
{
	if (number_of("select count(*) from claim where id > 800000000000000000") != claims)
		fail("claims were lost");
}

int
main(int count, char **words)
{
	sqlite3_int64 until, acts = 0, before;

	if (count != 3 || sqlite3_open(words[1], &database) != SQLITE_OK) {
		fprintf(stderr, "usage: bare DATABASE SECONDS\n");
		return 2;
	}
	run("pragma journal_mode=wal; pragma foreign_keys=on; pragma secure_delete=on; pragma cell_size_check=on; pragma mmap_size=0;"
	    "pragma temp_store=memory; pragma cache_size=-8000; pragma wal_autocheckpoint=2000; pragma synchronous=full");
	know_for_good();
	fresh = number_of("select max(800000000000000000, (select coalesce(max(id), 0) from event), (select coalesce(max(id), 0) from claim))");
	before = number_of("select count(*) from claim where id > 800000000000000000");
	until = now_us() + strtoll(words[2], NULL, 10) * 1000000;
	for (bool is_claim = true; now_us() < until || !is_claim; is_claim = !is_claim, acts += MENTORS)
		turn(is_claim ? claim : release);
	check_kept(before + acts / 2);
	printf("acts=%lld\n", acts);
	return 0;
}
