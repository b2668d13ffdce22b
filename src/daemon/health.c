/* What watchers ask: does the process live, and can the server do its work. */
#include "base/buf.h"
#include "http/reply.h"
#include "http/routes.h"
#include "later/later.h"
#include "later/store_shared.h"
#include "letters/store_shared.h"
#include "access/visit.h"
#include "sql/sql.h"

enum { JSON_BYTES = 500, CHANNELS_MOST = 8 };

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

static long long
seconds_since(const struct visit *v, struct moment due)
{
	return moment_is_none(due) ? 0 : (long long)(moment_between(due, v->now) / US_PER_SECOND);
}

/* What watchers are told, here and there. */
struct state_now {
	struct channels_now_rows channels;
	struct letters_state_row letters;
	struct jobs_state_row jobs;
};

static enum outcome
find_state(struct visit *v, struct state_now *out)
{
	TRY(jobs_state(v->db, v->arena, v->now, moment_plus(v->now, -JOB_LATE_SECONDS * US_PER_SECOND), &out->jobs));
	TRY(letters_state(v->db, v->arena, v->now, &out->letters));
	return channels_now(v->db, v->arena, CHANNELS_MOST, &out->channels);
}

/* Letters that wait for a channel that is down do not make the server less ready: people work on the pages. */
static enum outcome
answer_ready(struct visit *v)
{
	struct buf json = buf_new(v->arena, JSON_BYTES);
	struct state_now now;
	bool has_any = false;

	TRY(find_state(v, &now));
	buf_format(&json, "{\"status\":\"ready\",\"oldest_due_job_seconds\":%lld,\"jobs_held_too_long\":%lld,\"jobs_given_up\":%lld,"
	    "\"oldest_due_letter_seconds\":%lld,\"letters_given_up\":%lld,\"channels_down\":[", seconds_since(v, now.jobs.oldest_due),
	    (long long)now.jobs.held_too_long, (long long)now.jobs.dead, seconds_since(v, now.letters.oldest_due), (long long)now.letters.given_up);
	for (size_t i = 0; i < now.channels.count; i++)
		if (now.channels.at[i].is_down) {
			buf_format(&json, "%s\"%.*s\"", has_any ? "," : "", STR_FORMAT(now.channels.at[i].name));
			has_any = true;
		}
	buf_add(&json, S("]}\n"));
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
