/* Steps about files: tables of others taken in, our tables as a coordinator takes them along, what is held about somebody. */
#include "base/check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "exchange/exchange.h"
#include "formats/csv.h"
#include "privacy/privacy.h"
#include "programmes/programmes.h"
#include "story_letters.h"

enum { TABLE_BYTES = 1 << 20 };

struct reading {
	struct str rest;
};

static enum outcome
read_part(void *self, char *at, size_t size, size_t *got)
{
	struct reading *reading = self;

	*got = reading->rest.length < size ? reading->rest.length : size;
	if (*got > 0)
		memcpy(at, reading->rest.at, *got);
	reading->rest = str_skip(reading->rest, *got);
	return OK;
}

/* "file applications:mentee:receipts" says as what, and that each gets a receipt. "file people "Name,Email{line}Dana,dana@example.org" -> "1 person, 1 member new"", or the first problem as "2:2: …". Refused, nothing stays. */
static void
take_in(struct tale *t, struct str kind, struct str file, struct str wanted)
{
	struct reading reading = { file };
	struct import_bytes bytes = { &reading, read_part };
	struct import_wish wish = { .columns = S(""), .side = S("") };
	struct import_result *result = ARENA_NEW(t->arena, struct import_result);
	struct visit *v = tale_begin(t);
	struct str told;
	enum outcome said;

	if (str_starts(kind, S("applications"))) {
		wish.has_receipts = str_has(kind, S("receipts"));
		wish.side = str_has(kind, S("mentor")) ? S("mentor") : str_has(kind, S("mentee")) ? S("mentee") : S("");
		kind = S("applications");
	}
	if (!import_kind_read(kind, &wish.kind)) {
		tale_fails(t, "no file is of the kind \"%.*s\"", STR_FORMAT(kind));
		tale_end(t, OK);
		return;
	}
	said = programme_enter(v, t->programme);
	said = said == OK ? import_file(v, t->arena, &wish, &bytes, result) : said;
	told = result->problems.count > 0 ? str_skip(complaints_print(&result->problems, S("")), 1) : import_summary(t->arena, result);
	if (said == BAD_INPUT)
		sql_rollback(v->db);
	else
		tale_end(t, said);
	if (!str_has(told, wanted))
		tale_fails(t, "expected \"%.*s\", was told \"%.*s\"", STR_FORMAT(wanted), STR_FORMAT(told));
}

static enum outcome
add_row(void *self, size_t count, const struct str *cells)
{
	csv_row(self, count, cells);
	return OK;
}

static enum outcome
print_table(struct visit *v, size_t place, const struct export_sink *sink)
{
	struct export_table table;

	TRY(export_head(v, v->arena, place, &table));
	TRY(sink->row(sink->self, table.column_count, table.columns));
	return export_rows(v, place, sink);
}

/* The table as a file, or all that is held about somebody. */
static struct str
file_of(struct tale *t, struct str what, struct str name)
{
	struct buf out = buf_new(t->arena, TABLE_BYTES);
	struct export_sink sink = { &out, add_row };
	struct visit *v = tale_begin(t);
	struct actor *actor = tale_actor(t, name);
	enum outcome said = programme_enter(v, t->programme);
	size_t table;

	if (str_equal(what, S("held")) && actor != NULL)
		said = hold_print(v, actor->id, HOLD_JSON, &out);
	else if (said == OK && export_table_find(name, &table))
		said = print_table(v, table, &sink);
	else
		tale_fails(t, "there is no table \"%.*s\"", STR_FORMAT(name));
	tale_end(t, said);
	return buf_str(&out);
}

/* "expect table members showing "Dana" hiding "Eve"", "expect held Dana showing "…""; an apostrophe may stand for a quote */
static void
look_at(struct tale *t, const struct str *words, size_t count)
{
	struct str file = file_of(t, words[1], words[2]);
	bool is_showing = true;

	for (size_t i = 3; i < count; i++) {
		struct str word = tale_words(t, words[i]);

		if (str_equal(words[i], S("showing")) || str_equal(words[i], S("hiding")))
			is_showing = str_equal(words[i], S("showing"));
		else if ((str_has(file, word) || str_has(file, tale_as_json(t, word))) != is_showing)
			tale_fails(t, "expected the file %s \"%.*s\": %.*s", is_showing ? "to show" : "not to show", STR_FORMAT(word), STR_FORMAT(str_head(file, 2000)));
	}
}

bool
tale_file_step(struct tale *t, const struct str *words, size_t count)
{
	if (count == 5 && str_equal(words[0], S("file")) && str_equal(words[3], S("->"))) {
		take_in(t, words[1], tale_words(t, words[2]), tale_words(t, words[4]));
		return true;
	}
	if (count < 5 || !str_equal(words[0], S("expect")) || (!str_equal(words[1], S("table")) && !str_equal(words[1], S("held"))))
		return false;
	look_at(t, words, count);
	return true;
}

/* What the files beside steps.c know. */
bool
tale_other_step(struct tale *t, const struct str *words, size_t count)
{
	static bool (*const files[])(struct tale *, const struct str *, size_t) = {
		tale_language_step, tale_consent_step, tale_courier_step, tale_slack_step, tale_report_step, tale_job_step, tale_file_step,
	};

	for (size_t i = 0; i < ARRAY_LENGTH(files); i++)
		if (files[i](t, words, count))
			return true;
	return false;
}
