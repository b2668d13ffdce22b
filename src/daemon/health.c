/* What watchers ask: does the process live, and can the server do its work. */
#include "base/buf.h"
#include "http/reply.h"
#include "http/routes.h"
#include "access/visit.h"
#include "sql/sql.h"

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

/* Runs in the writer, in a turn that is committed: an answer means that all of the way to the disk works. Each costs a sync, so a network
 * asks only so often (brakes.def). */
enum outcome
ready_show(struct visit *v)
{
	TRY(sql_is_current(v->db, v->arena));
	TRY(sql_try_write(v->db));
	return answer_state(v, S("{\"status\":\"ready\"}\n"));
}
