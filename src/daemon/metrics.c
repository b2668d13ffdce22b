/* The server's numbers, for a monitor that knows metrics_token: Prometheus text format 0.0.4. They count and name no person, programme or letter. */
#include "access/visit.h"
#include "base/buf.h"
#include "daemon/meters.h"
#include "daemon/version.h"
#include "http/reply.h"
#include "http/routes.h"
#include "later/later.h"
#include "later/store_shared.h"
#include "letters/store_shared.h"
#include "requests/requests.h"

enum { CHANNELS_MOST = 24 };

static void
announce(struct visit *v, const char *name, const char *about)
{
	buf_format(&v->reply->body, "# HELP %s %s\n# TYPE %s gauge\n", name, about, name);
}

/* What only grows; a restart begins at what the database holds. */
static void
tell_total(struct visit *v, const char *name, const char *about, int64_t value)
{
	buf_format(&v->reply->body, "# HELP %s %s\n# TYPE %s counter\n%s %lld\n", name, about, name, name, (long long)value);
}

static void
tell(struct visit *v, const char *name, const char *about, int64_t value)
{
	announce(v, name, about);
	buf_format(&v->reply->body, "%s %lld\n", name, (long long)value);
}

static int64_t
seconds_since(const struct visit *v, struct moment due)
{
	return moment_is_none(due) ? 0 : moment_between(due, v->now) / US_PER_SECOND;
}

static enum outcome
tell_jobs(struct visit *v)
{
	struct jobs_state_row jobs;

	TRY(jobs_state(v->db, v->arena, v->now, moment_plus(v->now, -JOB_LATE_SECONDS * US_PER_SECOND), &jobs));
	tell(v, "mentord_jobs_oldest_due_seconds", "How long the oldest due job waits; 0 if none is due.", seconds_since(v, jobs.oldest_due));
	tell(v, "mentord_jobs_held_too_long", "Jobs whose lease was over a minute ago; always 0 while a worker lives.", jobs.held_too_long);
	tell(v, "mentord_jobs_given_up", "Jobs that failed for good and wait for an administrator, counted to 1000.", jobs.dead);
	return OK;
}

static enum outcome
tell_outbox(struct visit *v)
{
	struct letters_state_row letters;
	struct outbox_now_rows outbox;

	TRY(letters_state(v->db, v->arena, v->now, &letters));
	TRY(outbox_now(v->db, v->arena, v->now, CHANNELS_MOST, &outbox));
	tell(v, "mentord_letters_given_up", "Letters that could not be delivered, counted to 1000.", letters.given_up);
	announce(v, "mentord_outbox_pending", "Letters that are not sent yet.");
	for (size_t i = 0; i < outbox.count; i++)
		buf_format(&v->reply->body, "mentord_outbox_pending{kind=\"%.*s\"} %lld\n", STR_FORMAT(letter_channel_name(outbox.at[i].channel)),
		    (long long)outbox.at[i].pending);
	announce(v, "mentord_outbox_oldest_seconds", "How long the oldest due letter waits; 0 if none is due.");
	for (size_t i = 0; i < outbox.count; i++)
		buf_format(&v->reply->body, "mentord_outbox_oldest_seconds{kind=\"%.*s\"} %lld\n", STR_FORMAT(letter_channel_name(outbox.at[i].channel)),
		    (long long)seconds_since(v, outbox.at[i].oldest_due));
	return OK;
}

static enum outcome
tell_channels(struct visit *v)
{
	struct channels_now_rows channels;
	int64_t failures = 0;

	TRY(channels_now(v->db, v->arena, CHANNELS_MOST, &channels));
	announce(v, "mentord_channel_up", "1: letters get through.");
	for (size_t i = 0; i < channels.count; i++)
		buf_format(&v->reply->body, "mentord_channel_up{kind=\"%.*s\"} %d\n", STR_FORMAT(channels.at[i].name), channels.at[i].is_down ? 0 : 1);
	for (size_t i = 0; i < channels.count; i++)
		failures += str_equal(channels.at[i].name, letter_channel_name(LETTER_CHANNEL_MAIL)) ? channels.at[i].failures : 0;
	tell_total(v, "mentord_mail_failures_total", "Tries of a mail that its server did not take, or that found no server.", failures);
	return OK;
}

static enum outcome
tell_requests(struct visit *v)
{
	struct requests_open open;

	TRY(requests_open_now(v, &open));
	announce(v, "mentord_requests_open", "Requests that nobody has claimed, by the hours that they waited at least.");
	buf_format(&v->reply->body, "mentord_requests_open{age=\"0h\"} %lld\nmentord_requests_open{age=\"72h\"} %lld\n"
	    "mentord_requests_open{age=\"168h\"} %lld\nmentord_requests_open{age=\"252h\"} %lld\n",
	    (long long)open.all, (long long)open.after_72_h, (long long)open.after_168_h, (long long)open.after_252_h);
	tell(v, "mentord_claim_seconds", "How long requests claimed in the last seven days had waited, in the mean; 0 if none was.", open.claimed_after_seconds);
	return OK;
}

enum outcome
metrics_show(struct visit *v)
{
	reply_header(v->reply, S("Content-Type"), S("text/plain; version=0.0.4; charset=utf-8"));
	reply_header(v->reply, S("Cache-Control"), S("no-store"));
	announce(v, "mentord_build_info", "The version that runs.");
	buf_format(&v->reply->body, "mentord_build_info{version=\"%s\"} 1\n", MENTORD_VERSION);
	TRY(tell_jobs(v));
	TRY(tell_outbox(v));
	TRY(tell_channels(v));
	TRY(tell_requests(v));
	meters_print(v->server->meters, &v->reply->body);
	return OK;
}
