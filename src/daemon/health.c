/* What watchers ask: does the process live, and can the server do its work. */
#include "base/buf.h"
#include "http/reply.h"
#include "http/routes.h"
#include "later/store_shared.h"
#include "access/visit.h"
#include "sql/sql.h"

enum { JSON_BYTES = 200 };

static enum outcome
answer_state(struct visit *v, struct str json)
{
	reply_header(v->reply, S("Content-Type"), S("application/json"));
	reply_header(v->reply, S("Cache-Control"), S("no-store"));
	buf_add(&v->reply->body, json);
	return OK;
}

/* Asks nothing of the database: a process that answers is alive. */
enum outcome
health_show(struct visit *v)
{
	return answer_state(v, S("{\"status\":\"alive\"}\n"));
}

static enum outcome
answer_ready(struct visit *v)
{
	struct buf json = buf_new(v->arena, JSON_BYTES);
	struct jobs_state_row jobs;
	int64_t seconds;

	TRY(jobs_state(v->db, v->arena, v->now, &jobs));
	seconds = moment_is_none(jobs.oldest_due) ? 0 : moment_between(jobs.oldest_due, v->now) / US_PER_SECOND;
	buf_format(&json, "{\"status\":\"ready\",\"oldest_due_job_seconds\":%lld,\"jobs_given_up\":%lld}\n", (long long)seconds, (long long)jobs.dead);
	return answer_state(v, buf_str(&json));
}

/* Runs in the writer, in a turn that is committed: an answer means that all of the way to the disk works. Each costs a sync, so a network
 * asks only so often (brakes.def). */
enum outcome
ready_show(struct visit *v)
{
	TRY(sql_is_current(v->db, v->arena));
	TRY(sql_try_write(v->db));
	return answer_ready(v);
}
