/* What becomes of a job, as commands of the worker to the writer. */
#include "daemon/jobs.h"

#include "access/visit.h"
#include "admin/admin.h"
#include "applications/applications.h"
#include "openings/openings.h"
#include "base/buf.h"
#include "base/check.h"
#include "exchange/exchange.h"
#include "conduct/conduct.h"
#include "documents/documents.h"
#include "http/routes.h"
#include "later/store_shared.h"
#include "people/people.h"
#include "privacy/privacy.h"
#include "programmes/programmes.h"
#include "programmes/versions.h"
#include "requests/requests.h"
#include "surveys/surveys.h"
#include "system/log.h"

enum { SWEPT_AT_ONCE = 20, KEPT_DAYS = 14 };

static const struct kind {
	struct str name;
	job_handler *handle;
	struct job_policy policy;
	struct str words;
} kinds[] = {
#define JOB(kind, handler, tries, first_s, factor, most_s, words) \
	{ S_STATIC(kind), handler, { tries, first_s, factor, most_s }, S_STATIC(words) },
#include "daemon/jobs.def"
#undef JOB
};

static const struct kind *
kind_called(struct str name)
{
	for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++)
		if (str_equal(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

struct str
job_words(struct str kind)
{
	const struct kind *row = kind_called(kind);

	return row == NULL ? kind : row->words;
}

/* Of an older or a newer program's kind, which nobody here can do: long enough for the other one to come back. */
static const struct job_policy policy_of_strangers = { 12, 2, 2, 3600 };

const struct job_policy *
job_policy_of(struct str kind)
{
	const struct kind *row = kind_called(kind);

	return row == NULL ? &policy_of_strangers : &row->policy;
}

/* The next number of the body; 0 if there is none. */
static int64_t
next_number(struct str *rest)
{
	struct str word;
	int64_t number;

	return str_next(rest, ' ', &word) && str_whole(word, &number) ? number : 0;
}

static enum outcome
give_up(struct visit *v, struct job_id id, int64_t hold, struct str trouble)
{
	int64_t changed;

	return job_bury(v->db, id, hold, trouble, v->now, &changed);
}

/* A job that was taken so often and neither ended nor failed has killed whoever did it. The answer without a number says that nothing is to
 * be done. */
enum outcome
job_take(struct visit *v)
{
	struct str body = v->request->body;
	struct job_id id = { next_number(&body) };
	int64_t holder = next_number(&body);
	struct job_hold_row held;
	enum outcome said = job_hold(v->db, v->arena, id, holder, v->now, moment_plus(v->now, JOB_HOLD_SECONDS * US_PER_SECOND), &held);

	if (said == NOT_FOUND)
		return JOB_LOST;
	TRY(said);
	if (held.tries > job_policy_of(held.kind)->tries)
		return give_up(v, id, held.hold_no, S("died of it"));
	buf_format(&v->reply->body, "%lld", (long long)held.hold_no);
	return OK;
}

/* A worker that starts says so: what its predecessor held is free. Whatever that one still asked for was read before this. */
enum outcome
job_forsaken(struct visit *v)
{
	struct str body = v->request->body;
	int64_t changed;

	return job_forsake(v->db, next_number(&body), v->now, &changed);
}

/* The end comes first: the handler may put another job of this kind about the same subject. */
static enum outcome
end_and_do(struct visit *v, struct job_id id, int64_t hold)
{
	struct job_end_row job;
	const struct kind *kind;
	enum outcome said = job_end(v->db, v->arena, id, hold, v->now, &job);

	if (said == NOT_FOUND)
		return JOB_LOST;
	TRY(said);
	kind = kind_called(job.kind);
	if (kind == NULL)
		return JOB_UNKNOWN;
	if (!programme_id_is_none(job.programme))
		TRY(programme_enter(v, job.programme));
	return kind->handle(v, job.subject);
}

enum outcome
job_finish(struct visit *v)
{
	struct str body = v->request->body;
	struct job_id id = { next_number(&body) };
	int64_t changed;

	TRY(end_and_do(v, id, next_number(&body)));
	return jobs_sweep(v->db, moment_plus(v->now, -KEPT_DAYS * US_PER_DAY), SWEPT_AT_ONCE, &changed);
}

enum outcome
job_do_now(struct visit *v, struct job_id id)
{
	struct job_hold_row held;

	TRY(job_hold(v->db, v->arena, id, 0, v->now, moment_plus(v->now, JOB_HOLD_SECONDS * US_PER_SECOND), &held));
	return end_and_do(v, id, held.hold_no);
}

enum outcome
job_fail(struct visit *v)
{
	struct str body = v->request->body;
	struct job_id id = { next_number(&body) };
	int64_t hold = next_number(&body), changed;
	struct job_tries_row job;
	const struct job_policy *policy;
	enum outcome said = job_tries(v->db, v->arena, id, hold, &job);

	if (said == NOT_FOUND)
		return JOB_LOST;
	TRY(said);
	LOG(LOG_WARN, "job-failed", LOG_TEXT("kind", job.kind), LOG_TEXT("outcome", body), LOG_WHOLE("tries", job.tries));
	policy = job_policy_of(job.kind);
	if (job.tries >= policy->tries)
		return give_up(v, id, hold, body);
	return job_put_off(v->db, id, hold, moment_plus(v->now, job_wait_seconds(policy, job.tries) * US_PER_SECOND), body, &changed);
}
