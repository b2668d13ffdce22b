/* Statements that fail on PostgreSQL. A database there cannot be forked, so each trial tells a whole story: every request runs in a child
 * with a connection of its own, one of them meets the fault, is sent again to a successor, and the story must end as it does without. */
#include <errno.h>
#include <libpq-fe.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/jobs.h"
#include "daemon/process.h"
#include "torture.h"

enum { HANGS_SECONDS = 30 };

struct room {
	struct heard answer;
	uint64_t calls;
	bool has_struck;
};

static struct {
	struct sql_place place;
	struct room *room;
	struct fault fault;       /* kind NONE: the survey */
	uint64_t base;            /* calls before this request */
	uint64_t children;
	bool has_struck;
	const char *broken;
} run;

static void
on_death(int code)
{
	role_death = NULL;
	run.room->has_struck = fault_has_struck();
	fault_disarm();
	role_last_words(&run.room->answer);
	_exit(code);
}

static _Noreturn void
serve_one(struct tale *t, const struct request *request, const struct fault *fault)
{
	uint64_t seen;

	alarm(HANGS_SECONDS);
	if (freopen("/dev/null", "w", stderr) == NULL || sql_open(&run.place, &t->world.db) != OK)
		_exit(1);
	fault_takes_sql(t->world.db);
	role_takes(t);
	role_death = on_death;
	seen = fault_count(FAULT_SQL);
	fault_arm(fault);
	role_run(t, request, &run.room->answer);
	run.room->has_struck = fault_has_struck();
	run.room->calls = fault_count(FAULT_SQL) - seen;
	role_death = NULL;
	_exit(sql_is_lost(t->world.db) ? EXIT_BUG : 0);
}

/* 0 or EXIT_BUG as a process ends that did right. */
static int
in_a_child(struct tale *t, const struct request *request, const struct fault *fault)
{
	pid_t child;
	int status;

	run.children++;
	child = fork();
	if (child == 0) {
		t->seeded.state = mix(run.children);    /* what a child draws, the next one must not draw again */
		serve_one(t, request, fault);
	}
	check(child > 0);
	while (waitpid(child, &status, 0) != child)
		check(errno == EINTR);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* The worker does not send again what was answered, wherever behind that the fault came. */
static bool
is_answered_command(const struct request *request)
{
	return request->method == METHOD_OTHER && run.room->answer.status == 200;
}

/* A job that was taken, whose taker heard nothing of it: a worker that starts again lets go of it first. */
static int
send_again(struct tale *t, const struct request *request)
{
	const struct fault none = { .kind = FAULT_NONE };
	struct request forsaken = *request;
	int end = in_a_child(t, request, &none);

	if (end != 0 || !str_equal(request->path, JOB_TAKE) || run.room->answer.status != outcome_status(JOB_LOST))
		return end;
	forsaken.target = forsaken.path = S("job-forsaken");
	forsaken.body = S("1");
	end = in_a_child(t, &forsaken, &none);
	return end != 0 ? end : in_a_child(t, request, &none);
}

static void
carry(struct tale *t, struct request *request)
{
	const struct fault none = { .kind = FAULT_NONE };
	struct fault fault = run.fault;
	bool is_due = fault.kind != FAULT_NONE && !run.has_struck && fault.at >= run.base;
	int end, status;

	fault.at -= run.base;
	run.room->answer = (struct heard){ .status = 0 };
	run.room->calls = 0;
	run.room->has_struck = false;
	end = in_a_child(t, request, is_due ? &fault : &none);
	status = run.room->answer.status;
	run.base += run.room->calls;
	if (run.room->has_struck) {
		run.has_struck = true;
		if (status == 500 || (end != 0 && end != EXIT_BUG && end != EXIT_AWAY))
			run.broken = "it ends or answers as it may not";
		if (!is_answered_command(request))
			end = send_again(t, request);
	}
	if (end != 0)
		run.broken = "a request without a fault is not served";
	role_drain();
	check(reply_read(t->arena, str_copy(t->arena, (struct str){ run.room->answer.bytes, run.room->answer.length }), &t->reply) == OK);
}

static void
empty(void)
{
	PGconn *connection = PQconnectdb(run.place.where);

	PQclear(PQexec(connection, "set client_min_messages to error; drop schema public cascade; create schema public"));
	PQfinish(connection);
}

/* The digest of how it ended; 0 if something is wrong. */
static uint64_t
tell(const struct story_text *story, const struct fault *fault)
{
	static struct tale tale;
	struct digest digest = { 0 };

	memset(&tale, 0, sizeof(tale));
	tale.file = story->file;
	tale.out = stdout;
	tale.carry = carry;
	run.fault = *fault;
	run.base = 0;
	run.has_struck = false;
	run.broken = NULL;
	empty();
	check(tale_open(&tale, &run.place) == OK);
	role_open(&tale);
	story_run(&tale, story);
	if (run.broken == NULL)
		run.broken = judge_invariants(tale.world.db);
	if (run.broken == NULL && (tale.has_failed || judge_digest(tale.world.db, &digest) != OK))
		run.broken = "the story does not go on";
	role_close();
	tale_close(&tale);
	return run.broken == NULL ? digest.lasting : 0;
}

static bool
try_story(const struct story_text *story, unsigned number, const struct plan *plan, struct score *score)
{
	const struct fault none = { .kind = FAULT_NONE };
	uint64_t digest = tell(story, &none), calls = run.base, trials = plan->sample == 0 ? calls * SQL_FAULTS : plan->sample;
	struct fault fault;

	for (uint64_t i = 0; i < trials && digest != 0; i++) {
		(void)fault_variant(FAULT_SQL, (unsigned)((i + number) % SQL_FAULTS), &fault);
		fault.at = plan->sample == 0 ? i / SQL_FAULTS : mix(plan->seed ^ mix(number) ^ i) % calls;
		score->trials++;
		if (tell(story, &fault) == digest)
			continue;
		printf("%s:%d: PostgreSQL, call %llu answers fault %d: %s\n", story->file, story->line, (unsigned long long)fault.at, fault.error,
		    run.broken == NULL ? "the story ends in another state" : run.broken);
		return false;
	}
	return digest != 0;
}

void
postgres_run(const struct plan *plan, struct score *score)
{
	check(plan->where != NULL);
	run.place = (struct sql_place){ .engine = SQL_POSTGRES, .where = plan->where };
	run.room = shared_memory(sizeof(*run.room));
	for (size_t i = 0; i < plan->story_count; i++) {
		bool is_fine = try_story(&plan->stories[i], (unsigned)i, plan, score);

		if (!is_fine)
			printf("failed: %.*s\n", STR_FORMAT(plan->stories[i].title));
		score->passed += is_fine;
		score->failed += !is_fine;
	}
}
