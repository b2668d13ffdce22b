/* mentord doctor: what an operator should look at, each with what to do about it. It changes nothing and asks nobody outside. */
#include <stdio.h>

#include "admin/admin.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "chat/store_shared.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "formats/backup_file.h"
#include "formats/json.h"
#include "formats/when.h"
#include "formats/zone.h"
#include "letters/store_shared.h"
#include "outside/slack/message_manifest.h"
#include "secrets/backup_seal.h"
#include "sql/maintenance.h"
#include "system/folder.h"

enum { FINDINGS_MAX = 40, CHANNELS_MOST = 30, KEPT_FREE = 8, LINE_BYTES = 4000 };
#define FREE_LITTLE (INT64_C(1) << 30)      /* below: a warning */
#define FREE_NOTHING (INT64_C(100) << 20)   /* below: an error */

enum level { FINE, WARNING, ERROR };

struct finding {
	enum level level;
	const char *subject;
	struct str words, fix;        /* fix: empty when all is well */
};

struct doctor {
	struct call *call;
	struct process process;
	struct finding findings[FINDINGS_MAX];
	size_t count;
};

static void
say(struct doctor *d, enum level level, const char *subject, struct str words, struct str fix)
{
	check(d->count < FINDINGS_MAX);
	d->findings[d->count++] = (struct finding){ level, subject, words, fix };
}

static bool
is_postgres(const struct doctor *d)
{
	return d->process.orders.engine == SQL_POSTGRES;
}

static void
look_at_settings(struct doctor *d)
{
	struct str url = d->call->settings.base_url;

	if (url.length == 0)
		say(d, WARNING, "settings", S("base_url is not set: links lead to the address that is listened on"), S("set base_url to what browsers use"));
	else if (!str_starts(url, S("https://")) && !str_starts(url, S("http://127.0.0.1")) && !str_starts(url, S("http://localhost")))
		say(d, WARNING, "settings", S("base_url is not https: browsers will not keep anybody signed in"), S("put a proxy with TLS in front"));
	else
		say(d, FINE, "settings", S("can be read"), S(""));
}

static void
look_at_key(struct doctor *d)
{
	struct str text = d->call->settings.backup_key;
	struct backup_key key;

	if (is_postgres(d))
		return;
	if (text.length == 0)
		say(d, WARNING, "backup key", S("is not set: backups can be read by whoever gets them"), S("mentord backup keygen, then set backup_key"));
	else if (!backup_key_read(text, &key))
		say(d, ERROR, "backup key", S("is no public backup key: no backup can be made"), S("set backup_key to what mentord backup keygen prints"));
	else
		say(d, FINE, "backup key", S("is set"), S(""));
}

/* Of SQLite, on a connection of its own: one that serves reads ends after two seconds, and does not see what columns may hold. */
static bool
are_pages_sound(struct doctor *d, struct str *words)
{
	static const volatile int goes_on;
	struct sql_care care = { .arena = d->call->arena, .is_stopped = &goes_on };
	struct sql_survey *survey = ARENA_NEW(d->call->arena, struct sql_survey);
	struct str_list found = { 0 };
	enum outcome said;

	if (is_postgres(d)) {
		said = sql_check_engine(d->process.world.db, d->call->arena, &found);
	} else {
		said = sql_look(&care, d->process.orders.where, survey);
		found = (struct str_list){ survey->findings, survey->finding_count };
	}
	*words = found.count > 0 ? found.at[0] : outcome_words(said);
	return found.count == 0 && (said == OK || said == STORE_TOO_NEW || said == STORE_CHANGED);    /* of the schema is told apart */
}

static void
look_at_pages(struct doctor *d)
{
	struct str words;

	if (are_pages_sound(d, &words))
		say(d, FINE, "database", S("is sound"), S(""));
	else
		say(d, ERROR, "database", words, S("mentord fsck says more; mentord restore brings back a backup"));
}

/* False if the rest cannot be asked. */
static bool
look_at_schema(struct doctor *d)
{
	enum outcome said = sql_is_current(d->process.world.db, d->call->arena);

	if (said == OK)
		say(d, FINE, "schema", S("is up to date"), S(""));
	else if (said == STORE_TOO_NEW || said == STORE_CHANGED)
		say(d, ERROR, "schema", outcome_words(said), S("use the mentord that wrote it"));
	else
		say(d, WARNING, "schema", S("is not up to date"), S("back up, then mentord migrate up"));
	return said == OK;
}

static void
look_at_backups(struct doctor *d)
{
	struct visit *v = call_visit(d->call, &d->process);
	struct moment newest;
	bool is_late;
	struct str ago;

	if (is_postgres(d)) {
		say(d, FINE, "backups", S("are made with PostgreSQL's own tools; they cannot be seen from here"), S(""));
		return;
	}
	if (backup_newest(v, &newest, &is_late) != OK) {
		say(d, ERROR, "backups", S("their record cannot be read"), S("mentord fsck says more"));
		return;
	}
	ago = moment_is_none(newest) ? S("never") : when_words_print(d->call->arena, when_relative(newest, v->now));
	ago = str_join(d->call->arena, 2, (struct str[]){ S("the newest was made "), ago });
	say(d, is_late ? WARNING : FINE, "backups", moment_is_none(newest) ? S("there is none") : ago,
	    is_late ? S("run mentord backup create each night") : S(""));
}

/* What does not get through, and what of Slack stands still for want of a permission (SLACK.md 10). */
static void
look_at_channels(struct doctor *d)
{
	struct channels_now_rows rows;

	if (channels_now(d->process.world.db, d->call->arena, CHANNELS_MOST, &rows) != OK)
		return;
	for (size_t i = 0; i < rows.count && d->count + KEPT_FREE < FINDINGS_MAX; i++) {
		const struct channels_now_row *row = &rows.at[i];
		bool is_kind = str_starts(row->name, S("slack:"));

		if (row->is_down)
			say(d, str_starts(row->name, S("slack")) ? ERROR : WARNING, "letters", str_join(d->call->arena, 3, (struct str[]){ row->name, S(" does not work: "),
			    row->trouble }), is_kind ? S("paste the manifest again, then reconnect the app on the page about Slack") :
			    str_equal(row->name, S("slack-token")) ? S("reconnect the app on the page about Slack, or set another slack_bot_token") :
			    str_starts(row->name, S("slack-room:")) ? S("invite the bot to the room, or set another one") :
			    S("letters wait; see smtp_url and the log"));
	}
}

/* A permission that is missing is known before anything needs it: Slack says with each answer which there are. */
static void
look_at_scopes(struct doctor *d)
{
	struct slack_manifest manifest = { .name = S(""), .has_history = str_equal(d->call->settings.slack_history, S("yes")) };
	struct chat_installed_in_rows rows;
	struct str missing = S("");

	if (chat_installed_in(d->process.world.db, d->call->arena, 1, &rows) != OK || rows.count == 0)
		return;
	if (!str_is_empty(rows.at[0].scopes))
		missing = slack_scopes_missing(d->call->arena, &manifest, rows.at[0].scopes);
	if (!str_is_empty(missing))
		say(d, ERROR, "slack", str_join(d->call->arena, 2, (struct str[]){ S("the app lacks permissions: "), missing }), rows.at[0].sealed.length > 0
		    ? S("paste the manifest again, then reconnect the app on the page about Slack") : S("paste the manifest again, then install the app in Slack once more"));
}

static void
look_at_zones(struct doctor *d)
{
	bool is_known = zone_is_known(S("Europe/Oslo"));

	say(d, is_known ? FINE : WARNING, "time zones", is_known ? S("are known") : S("are not known: all times are UTC"),
	    is_known ? S("") : S("install tzdata"));
}

static void
look_at_disk(struct doctor *d)
{
	struct str dir = d->call->settings.dir, words;
	int64_t bytes = 0;
	enum level level = FINE;

	if (folder_free_bytes(str_c(d->call->arena, dir), &bytes) != OK || bytes < FREE_NOTHING)
		level = ERROR;
	else if (bytes < FREE_LITTLE)
		level = WARNING;
	words = str_join(d->call->arena, 2, (struct str[]){ backup_size_print(d->call->arena, bytes), S(" are free for the data folder") });
	say(d, level, "disk", words, level == FINE ? S("") : S("make room; a backup needs as much again as the database"));
}

static void
look_inside(struct doctor *d)
{
	enum outcome said = sql_begin_read(d->process.world.db);

	if (said != OK) {
		say(d, ERROR, "database", outcome_words(said), S("mentord fsck says more"));
		return;
	}
	look_at_pages(d);
	if (look_at_schema(d)) {
		look_at_backups(d);
		look_at_channels(d);
		look_at_scopes(d);
	}
	sql_end_read(d->process.world.db);
}

static void
print_finding(const struct doctor *d, const struct finding *f)
{
	static const char *const levels[] = { "OK", "Warning", "Error" };
	static const enum colour colours[] = { COLOUR_GOOD, COLOUR_WARNING, COLOUR_BAD };
	struct buf out = buf_new(d->call->arena, LINE_BYTES);

	if (!call_ticks(d->call, S("json"))) {
		paint(stdout, colours[f->level]);
		printf("%-8s", levels[f->level]);
		paint_end(stdout);
		printf(" %-11s %.*s%s%.*s\n", f->subject, STR_FORMAT(f->words), f->fix.length > 0 ? " -> " : "",
		    STR_FORMAT(f->fix));
		return;
	}
	buf_format(&out, "{\"level\":\"%s\",\"subject\":\"%s\",\"words\":", levels[f->level], f->subject);
	json_quote(&out, f->words);
	buf_add(&out, S(",\"fix\":"));
	json_quote(&out, f->fix);
	printf("%.*s}\n", STR_FORMAT(buf_str(&out)));
}

int
run_doctor(struct call *call)
{
	struct doctor d = { .call = call };
	struct orders orders = { 0 };
	enum level worst = FINE;
	int said = call_place(call, &orders);

	if (said != EXIT_DONE)
		return said;
	orders.is_check = orders.engine == SQL_POSTGRES;    /* of SQLite, the check opens a connection of its own */
	if (process_open(&orders, true, &d.process) == OK)
		look_inside(&d);
	else
		say(&d, ERROR, "database", S("cannot be opened"), orders.engine == SQL_SQLITE && file_is_there(orders.where) ?
		    S("mentord restore brings back a backup") : S("is --dir or --database right? mentord serve makes a new one"));
	look_at_settings(&d);
	look_at_key(&d);
	look_at_zones(&d);
	look_at_disk(&d);
	process_close(&d.process);
	for (size_t i = 0; i < d.count; i++) {
		print_finding(&d, &d.findings[i]);
		if (d.findings[i].level > worst)
			worst = d.findings[i].level;
	}
	return worst == ERROR || (worst == WARNING && call_ticks(call, S("strict"))) ? EXIT_FALSE : EXIT_DONE;
}
