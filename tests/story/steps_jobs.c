/* Steps about jobs that end badly: their worker dies of them, or they fail, and are tried again by the row of their kind. */
#include "base/arena.h"
#include "base/check.h"
#include "daemon/jobs.h"
#include "later/store_shared.h"
#include "story_letters.h"

enum { DUE_AT_ONCE = 50, LISTED_MOST = 200, NUMBERS_BYTES = 60 };

/* The first that is due of that kind (if it has one) or about that subject. */
static bool
find_due(struct tale *t, struct str kind, int64_t subject, struct job_id *out)
{
	struct jobs_due_rows due = { .count = 0 };

	check(sql_begin_read(t->world.db) == OK);
	check(jobs_due(t->world.db, t->arena, t->now, DUE_AT_ONCE, &due) == OK);
	sql_end_read(t->world.db);
	for (size_t i = 0; i < due.count; i++)
		if (str_is_empty(kind) ? due.at[i].subject == subject : str_equal(due.at[i].kind, kind)) {
			*out = due.at[i].id;
			return true;
		}
	tale_fails(t, "nothing of it is due");
	return false;
}

static void
takes(struct tale *t, struct job_id id)
{
	struct buf body = buf_new(t->arena, NUMBERS_BYTES);

	buf_format(&body, "%lld 1", (long long)id.value);
	tale_command_with(t, JOB_TAKE, buf_str(&body));
}

/* The worker takes what is due about that subject and dies of it; its lease runs out. The job gets that name. */
static void
dies(struct tale *t, int64_t subject, struct str job)
{
	struct job_id id;

	if (!find_due(t, S(""), subject, &id))
		return;
	tale_names(t, job, id.value);
	takes(t, id);
	t->now = moment_plus(t->now, (JOB_HOLD_SECONDS + 1) * US_PER_SECOND);
}

/* Seconds until it is tried again; -1: it is given up. */
static int64_t
waits(struct tale *t, struct job_id id)
{
	struct jobs_in_rows rows = { .count = 0 };
	int64_t seconds = -1;

	check(sql_begin_read(t->world.db) == OK);
	check(jobs_in(t->world.db, t->arena, JOB_STATE_WAITING, (struct job_id){ 0 }, LISTED_MOST, &rows) == OK);
	sql_end_read(t->world.db);
	for (size_t i = 0; i < rows.count; i++)
		if (rows.at[i].id.value == id.value)
			seconds = moment_between(t->now, rows.at[i].due_at) / US_PER_SECOND;
	return seconds;
}

static void
fails_once(struct tale *t, struct job_id id, struct str wanted)
{
	struct buf body = buf_new(t->arena, NUMBERS_BYTES);
	int64_t seconds, given;

	takes(t, id);
	buf_format(&body, "%lld %.*s full", (long long)id.value, STR_FORMAT(buf_str(&t->reply->body)));
	tale_command_with(t, JOB_FAIL, buf_str(&body));
	seconds = waits(t, id);
	if (!str_whole(wanted, &given))
		given = -1;
	if (seconds != given)
		tale_fails(t, "expected it to wait for %.*s seconds, not for %lld", STR_FORMAT(wanted), (long long)seconds);
	t->now = moment_plus(t->now, (seconds < 0 ? 0 : seconds) * US_PER_SECOND);
}

bool
tale_job_step(struct tale *t, const struct str *words, size_t count)
{
	struct job_id id;

	if (count == 6 && str_equal(words[0], S("kill")) && str_equal(words[1], S("worker"))) {
		dies(t, tale_thing(t, words[3]), words[5]);
		return true;
	}
	if (count < 4 || !str_equal(words[0], S("fail")) || !str_equal(words[2], S("->")))
		return false;
	if (!find_due(t, words[1], 0, &id))
		return true;
	tale_names(t, S("J"), id.value);
	for (size_t i = 3; i < count && !t->has_failed; i++)
		fails_once(t, id, str_ends(words[i], S(",")) ? str_head(words[i], words[i].length - 1) : words[i]);
	return true;
}
