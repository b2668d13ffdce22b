/* Each call of a story fails in turn. Before a request the process forks: the child meets the fault on a copy of the disk, then is judged;
 * if it died as it may (70), its successor is. The parent goes on as if nothing had been. TRUST.md R1 to R3. */
#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "sql/engine.h"
#include "torture.h"

enum { HANGS_SECONDS = 30, WORDS_BYTES = 400, LOG_BYTES = 1500, REPORTED_MOST = 5, NOT_AS_IT_SHOULD = 1, MISSED_LEAST = 10 };

/* What children leave behind. */
struct room {
	struct heard plain, faulty, again;
	struct digest before, after;
	bool has_struck;
	char words[WORDS_BYTES];
};

static struct {
	const struct plan *plan;
	const struct story_text *story;
	enum fault_kind kind;
	struct disk *disk, *copy, *fresh;
	struct db *db;            /* the parent's, with all statements of the judge; a successor is judged through it as well, it reads the same disk */
	struct room *room;
	int log;                  /* what children print */
	bool is_survey;
	uint64_t total, base;     /* calls of the story; calls before this request */
	uint64_t pick;            /* number of the next trial of a sample */
	uint64_t trials, missed;  /* missed: one call fewer than in the survey, SQLite had kept a page or two */
	unsigned failed, request;
} run;

static unsigned
variant_count(void)
{
	struct fault fault;
	unsigned count = 0;

	while (fault_variant(run.kind, count, &fault))
		count++;
	return count;
}

/* --- in a child --- */

static _Noreturn void
complain(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	vsnprintf(run.room->words, sizeof(run.room->words), format, list);
	va_end(list);
	_exit(NOT_AS_IT_SHOULD);
}

static void
on_death(int code)
{
	role_death = NULL;
	run.room->has_struck = fault_has_struck();
	fault_disarm();
	role_last_words(&run.room->faulty);
	_exit(code);
}

/* The disk is as it was before the request, byte by byte, and nothing waits in the connection: what held then holds now. */
static bool
is_untouched(struct tale *t)
{
	return t->world.db->engine->turn(t->world.db) == TURN_NONE && disk_equal(run.copy, run.disk);
}

static struct digest
digest(struct tale *t)
{
	struct digest is;

	if (is_untouched(t))
		return run.room->before;
	if (judge_digest(run.db, &is) != OK)
		complain("the database cannot be read: %.*s", STR_FORMAT(sql_trouble(run.db)));
	return is;
}

/* A refusal that says "please try again" or "two changes met" is fine; so is any answer that the request gets without a fault. */
static void
judge_answer(void)
{
	int status = run.room->faulty.status;

	if (status == 0 || status == run.room->plain.status || status == 503 || (run.kind == FAULT_SQL && status == 409))
		return;
	complain("answered %d instead of %d or 503", status, run.room->plain.status);
}

/* A disk that failed is not asked again: the process ends. */
static void
judge_living(const struct fault *fault)
{
	if (run.kind == FAULT_DISK && fault->error == SQLITE_IOERR && run.room->faulty.status == 503)
		complain("answered 503 and went on after an I/O error");
}

/* "Two changes met" has the status of an act that is refused because of what the request has become: then nothing need be kept of it. */
static bool
may_be_conflict(void)
{
	return run.kind == FAULT_SQL && run.room->faulty.status == 409;
}

static void
judge_rules(struct tale *t, const char *when)
{
	const char *broken = is_untouched(t) ? NULL : judge_invariants(run.db);

	if (broken != NULL)
		complain("%s%s", when, broken);
}

/* No wrong success, no half: what was answered is what the database holds. */
static void
judge_database(struct tale *t)
{
	const struct heard *said = &run.room->faulty;
	struct digest is = digest(t);
	const char *broken;

	judge_rules(t, "");
	broken = is_untouched(t) ? NULL : judge_integrity(run.db);
	if (broken != NULL)
		complain("%s", broken);
	if (said->status == run.room->plain.status && is.lasting != run.room->after.lasting && !may_be_conflict())
		complain("answered %d, yet the database is not as after it", said->status);
	if (said->status != run.room->plain.status && said->status != 0 && !said->is_unknown && is.exact != run.room->before.exact)
		complain("answered %d, yet something was kept", said->status);
	if (is.lasting != run.room->after.lasting && is.lasting != run.room->before.lasting)
		complain("neither as before nor as after");
}

/* The next request is served: the same once more. It gets the first answer, or has its effect now, once. What is shown only once (a new
 * token, on the very answer) is not shown again: then it is sent to the page where it stands. */
static void
judge_again(struct tale *t, const struct request *request)
{
	bool is_shown_once = request->method == METHOD_POST && run.room->plain.status == 200;

	role_run(t, request, &run.room->again);
	if (request->method == METHOD_OTHER && run.room->again.status == outcome_status(JOB_LOST))
		return;    /* a command whose answer was lost: the lease decides, not the answer */
	if (run.room->again.status != run.room->plain.status && !((is_shown_once || run.room->plain.status == 412) && run.room->again.status == 303))
		complain("sent again it is answered %d instead of %d", run.room->again.status, run.room->plain.status);
	judge_rules(t, "sent again: ");
	/* Told that somebody changed it: a second press is meant to go through. Asked to prove that it is them: what was typed is kept each
	 * time it is sent. */
	if (run.room->plain.status == 412 || run.room->plain.status == 403)
		return;
	if (digest(t).lasting != run.room->after.lasting)
		complain("sent again, the effect is not there once");
}

static void
judge(struct tale *t, const struct request *request)
{
	judge_answer();
	judge_database(t);
	judge_again(t, request);
}

static void
become_child(void)
{
	run.room->words[0] = '\0';
	alarm(HANGS_SECONDS);
	dup2(run.log, STDERR_FILENO);
	disk_use(run.copy);
}

/* --- in the parent --- */

static int
end_of(pid_t child)
{
	int status;

	check(child > 0);
	while (waitpid(child, &status, 0) != child)
		check(errno == EINTR);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/* How the request goes without a fault. */
static void
run_plain_apart(struct tale *t, const struct request *request)
{
	pid_t child;

	disk_copy(run.copy, run.disk);
	child = fork();
	if (child == 0) {
		become_child();
		if (judge_digest(run.db, &run.room->before) != OK || judge_invariants(run.db) != NULL)
			complain("before any fault something is wrong");
		role_run(t, request, &run.room->plain);
		run.room->after = digest(t);
		_exit(0);
	}
	check(end_of(child) == 0);
	role_drain();
}

static pid_t
start_faulty(struct tale *t, const struct request *request, const struct fault *fault)
{
	pid_t child = fork();

	if (child != 0)
		return child;
	become_child();
	role_death = on_death;
	fault_arm(fault);
	role_run(t, request, &run.room->faulty);
	run.room->has_struck = fault_has_struck();
	role_death = NULL;
	judge_living(fault);
	judge(t, request);
	_exit(0);
}

/* The keeper starts another: a new connection, nothing in memory, the disk as it was left. */
static pid_t
start_successor(struct tale *t, const struct request *request)
{
	struct sql_place place = { .engine = SQL_SQLITE, .where = DISK_PATH };
	pid_t child = fork();

	if (child != 0)
		return child;
	become_child();
	disk_restart();
	if (sql_open(&place, &t->world.db) != OK)
		complain("the successor cannot open the database");
	role_takes(t);
	judge(t, request);
	_exit(0);
}

static void
print_log(void)
{
	char text[LOG_BYTES];
	off_t size = lseek(run.log, 0, SEEK_END);
	ssize_t got = pread(run.log, text, sizeof(text), 0);

	if (size > 0 && got > 0)
		printf("%.*s\n", (int)got, text);
}

static void
report(const struct request *request, const struct fault *fault, int end)
{
	if (++run.failed > REPORTED_MOST)
		return;
	printf("%s:%d: request %u \"%.*s\", call %llu fails%s with %d: %s (end %d, answered %d)\n", run.story->file, run.story->line, run.request,
	    STR_FORMAT(request->target), (unsigned long long)fault->at, fault->goes_on ? ", and on," : "", fault->error,
	    run.room->words, end, run.room->faulty.status);
	print_log();
}

static void
trial(struct tale *t, const struct request *request, const struct fault *fault)
{
	int end;

	disk_copy(run.copy, run.disk);
	run.room->faulty.status = 0;
	run.room->faulty.is_unknown = false;
	run.room->has_struck = false;
	check(ftruncate(run.log, 0) == 0 && lseek(run.log, 0, SEEK_SET) == 0);
	end = end_of(start_faulty(t, request, fault));
	if (end == EXIT_BUG)
		end = end_of(start_successor(t, request));
	role_drain();
	run.trials++;
	run.missed += !run.room->has_struck;
	if (end != 0)
		report(request, fault, end);
}

/* The trials of a sample stand evenly over the story, each moved a little by the seed. */
static uint64_t
place_of_pick(uint64_t pick)
{
	uint64_t step = run.total / run.plan->sample;

	return pick * run.total / run.plan->sample + (step > 1 ? mix(run.plan->seed ^ mix(pick + (uint64_t)run.story->line)) % step : 0);
}

static void
trials_of_sample(struct tale *t, const struct request *request, uint64_t calls)
{
	unsigned variants = variant_count();

	for (; run.pick < run.plan->sample && place_of_pick(run.pick) < run.base + calls; run.pick++) {
		struct fault fault;

		(void)fault_variant(run.kind, (unsigned)((run.pick + (uint64_t)run.story->line) % variants), &fault);
		fault.at = place_of_pick(run.pick) - run.base;
		trial(t, request, &fault);
	}
}

static void
trials_of_all(struct tale *t, const struct request *request, uint64_t calls)
{
	struct fault fault;

	for (unsigned variant = 0; fault_variant(run.kind, variant, &fault); variant++)
		for (uint64_t at = 0; at < calls; at++) {
			fault.at = at;
			trial(t, request, &fault);
		}
}

/* Calls of this request: known from the survey. */
enum { REQUESTS_MAX = 400 };
static uint64_t calls_of[REQUESTS_MAX];

static void
carry(struct tale *t, struct request *request)
{
	uint64_t calls = run.request < REQUESTS_MAX ? calls_of[run.request] : 0, seen;
	bool has_trials = !run.is_survey && calls > 0 && (run.plan->sample == 0 || place_of_pick(run.pick) < run.base + calls);

	if (has_trials) {
		run_plain_apart(t, request);
		if (run.plan->sample == 0)
			trials_of_all(t, request, calls);
		else
			trials_of_sample(t, request, calls);
	}
	seen = fault_count(run.kind);
	role_run(t, request, &run.room->again);
	check(reply_read(t->arena, str_copy(t->arena, (struct str){ run.room->again.bytes, run.room->again.length }), &t->reply) == OK);
	seen = fault_count(run.kind) - seen;
	if (run.is_survey && run.request < REQUESTS_MAX)
		calls_of[run.request] = seen;
	run.base += calls;
	run.total += run.is_survey ? seen : 0;
	run.request++;
}

static bool
tell(bool is_survey)
{
	struct sql_place place = { .engine = SQL_SQLITE, .where = DISK_PATH };
	static struct tale tale;
	bool is_fine;

	memset(&tale, 0, sizeof(tale));
	tale.file = run.story->file;
	tale.out = stdout;
	tale.carry = carry;
	run.is_survey = is_survey;
	run.request = 0;
	run.base = 0;
	run.pick = 0;
	disk_clear(run.disk);
	disk_copy(run.disk, run.fresh);
	disk_restart();
	disk_use(run.disk);
	check(tale_open(&tale, &place) == OK);
	if (run.kind == FAULT_SQL)
		fault_takes_sql(tale.world.db);
	run.db = tale.world.db;
	judge_ready(run.db);
	role_open(&tale);
	story_run(&tale, run.story);
	is_fine = !tale.has_failed;
	role_close();
	judge_forget();
	tale_close(&tale);
	return is_fine;
}

/* A disk that has the tables, so that no telling makes them again. */
static void
make_fresh(void)
{
	struct sql_place place = { .engine = SQL_SQLITE, .where = DISK_PATH };
	static struct tale tale;

	run.fresh = disk_new();
	disk_use(run.fresh);
	check(tale_open(&tale, &place) == OK);
	tale_close(&tale);
}

void
trials_run(const struct plan *plan, enum fault_kind kind, struct score *score)
{
	run.plan = plan;
	run.kind = kind;
	run.disk = disk_new();
	run.copy = disk_new();
	run.room = shared_memory(sizeof(*run.room));
	make_fresh();
	run.log = fileno(tmpfile());
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (size_t i = 0; i < plan->story_count; i++) {
		run.story = &plan->stories[i];
		run.total = 0;
		run.failed = 0;
		memset(calls_of, 0, sizeof(calls_of));
		if (!tell(true) || !tell(false))
			run.failed++;
		if (run.missed * MISSED_LEAST > run.trials + MISSED_LEAST && ++run.failed > 0)
			printf("%llu of %llu faults were not reached\n", (unsigned long long)run.missed, (unsigned long long)run.trials);
		if (run.failed > 0)
			printf("failed %u times: %.*s\n", run.failed, STR_FORMAT(run.story->title));
		score->passed += run.failed == 0;
		score->failed += run.failed != 0;
		score->trials += run.trials;
		run.trials = 0;
		run.missed = 0;
	}
}
