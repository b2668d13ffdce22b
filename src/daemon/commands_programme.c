/* mentord programme check, diff, apply, export, copy, list: programmes as files, by the operator. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "formats/json.h"
#include "formats/text.h"
#include "programmes/file.h"
#include "programmes/programmes.h"
#include "programmes/versions.h"
#include "system/file.h"

enum { DOCUMENT_MOST = 120000, LINE_BYTES = 4000, PROGRAMMES_MOST = 1000 };

/* A file on its way, and what came of it. */
struct file_order {
	struct call *call;
	struct str path;
	struct programme_file file;
	struct complaints complaints;
	bool is_new;
	struct changes changes;
	struct str *reaches;          /* of each change, on what it acts */
};

/* Documents that a file names stand beside it; else they are those that the binary carries. Never above its folder. */
static bool
find_beside(void *self, struct arena *arena, struct str path, struct str *out)
{
	const struct file_order *order = self;
	size_t folder = order->path.length;
	struct str beside;

	while (folder > 0 && order->path.at[folder - 1] != '/')
		folder--;
	beside = str_join(arena, 2, (struct str[]){ str_head(order->path, folder), path });
	if (!str_starts(path, S("/")) && !str_has(path, S("..")) &&
	    file_system.read(file_system.self, arena, str_c(arena, beside), DOCUMENT_MOST, out) == OK && text_is_utf8(*out))
		return true;
	*out = (struct str){ 0 };
	return file_texts_builtin.find(file_texts_builtin.self, arena, path, out);
}

static void
print_complaint(struct file_order *order, const struct complaint *complaint, FILE *to)
{
	struct buf line = buf_new(order->call->arena, LINE_BYTES);

	buf_add(&line, S("{\"file\":"));
	json_quote(&line, order->path);
	buf_format(&line, ",\"line\":%ld,\"column\":%ld,\"words\":", complaint->at.line, complaint->at.column);
	json_quote(&line, complaint->words);
	fprintf(to, "%.*s}\n", STR_FORMAT(buf_str(&line)));
}

/* All that is wrong: "FILE:LINE:COLUMN: what", or an object a line. */
static int
complain(struct file_order *order, FILE *to, int code)
{
	struct str words = complaints_print(&order->complaints, order->path);    /* puts them in order, too */

	if (!call_ticks(order->call, S("json")))
		fprintf(to, "%.*s", STR_FORMAT(words));
	for (size_t i = 0; call_ticks(order->call, S("json")) && i < order->complaints.count; i++)
		print_complaint(order, &order->complaints.at[i], to);
	return code;
}

/* *said: whether anything is wrong with it; the exit code says whether it could be read at all. */
static int
read_file(struct call *call, struct file_order *order, enum outcome *said)
{
	const struct file_texts texts = { order, find_beside };
	struct str bytes;
	enum outcome outcome;

	*order = (struct file_order){ .call = call, .path = call->words[0], .complaints = complaints_new(call->arena) };
	process_loads_zones(call->arena);
	outcome = file_system.read(file_system.self, call->arena, str_c(call->arena, order->path), LIMIT_YAML_BYTES, &bytes);
	if (outcome == TOO_LARGE) {
		complaints_add(&order->complaints, (struct place){ 1, 1 }, "the file is larger than %d bytes", LIMIT_YAML_BYTES);
		*said = BAD_INPUT;
		return EXIT_DONE;
	}
	if (outcome != OK) {
		fprintf(stderr, "mentord: the file \"%.*s\" cannot be read\n", STR_FORMAT(order->path));
		return EXIT_CANNOT_REACH;
	}
	*said = file_read(call->arena, bytes, &texts, &order->complaints, &order->file);
	return EXIT_DONE;
}

static struct str
summary_of(struct call *call, const struct programme_file *file)
{
	struct buf out = buf_new(call->arena, LINE_BYTES);

	buf_format(&out, "\"%.*s\" is sound: %s%.*s with %zu service%s, %zu skill%s, %zu affiliation%s, %zu document%s", STR_FORMAT(file->slug), file->shape == PROGRAMME_SHAPE_QUEUE ? "a " : "",
	    STR_FORMAT(programme_shape_name(file->shape)), file->service_count, file->service_count == 1 ? "" : "s", file->skill_count,
	    file->skill_count == 1 ? "" : "s", file->affiliation_count, file->affiliation_count == 1 ? "" : "s", file->document_count,
	    file->document_count == 1 ? "" : "s");
	if (file->form_count > 0)
		buf_format(&out, ", %zu form%s", file->form_count, file->form_count == 1 ? "" : "s");
	if (file->survey_count > 0)
		buf_format(&out, ", %zu survey%s", file->survey_count, file->survey_count == 1 ? "" : "s");
	return buf_str(&out);
}

int
run_programme_check(struct call *call)
{
	struct file_order order;
	enum outcome said;
	int code = read_file(call, &order, &said);

	if (code != EXIT_DONE)
		return code;
	if (said == OK)
		file_check_alone(&order.file, &order.complaints);
	if (order.complaints.count > 0)
		return complain(&order, stdout, EXIT_FALSE);
	call_did(call, summary_of(call, &order.file));
	return EXIT_DONE;
}

/* What would change and on what it acts, by what is stored before. */
static enum outcome
compare(struct visit *v, struct file_order *order)
{
	struct arena *arena = order->call->arena;
	struct programme_of_slug_row row = { 0 };
	struct programme_file stored;
	enum outcome said = programme_of_slug(v->db, arena, order->file.slug, &row);

	order->is_new = said == NOT_FOUND;
	if (said != OK && said != NOT_FOUND)
		return said;
	if (!order->is_new)
		TRY(file_of_programme(v->db, arena, row.id, &stored));
	order->changes = file_compare(arena, order->is_new ? NULL : &stored, &order->file, false);
	order->reaches = ARENA_MANY(arena, order->changes.count + 1, struct str);
	for (size_t i = 0; !order->is_new && i < order->changes.count; i++)
		TRY(change_reach(v->db, arena, row.id, &order->changes.at[i], &order->reaches[i]));
	return OK;
}

static enum outcome
apply(struct visit *v, void *self)
{
	struct file_order *order = self;
	size_t count;

	TRY(compare(v, order));
	return file_apply(v, order->call->arena, &order->file, &order->complaints, &count);
}

/* The very same, taken back: what would be refused is told as it would be. */
static enum outcome
try_it(struct visit *v, struct file_order *order)
{
	enum outcome said = sql_begin(v->db);

	if (said != OK)
		return said;
	v->is_write = true;
	said = apply(v, order);
	sql_rollback(v->db);
	return said;
}

static int
run_file(struct call *call, struct file_order *order, bool is_trial)
{
	struct orders orders = { 0 };
	struct process p;
	enum outcome said;
	int code = read_file(call, order, &said);

	if (code == EXIT_DONE && said != OK)
		return complain(order, stderr, EXIT_BAD_INPUT);
	if (code == EXIT_DONE)
		code = call_open(call, &orders, &p);
	if (code != EXIT_DONE)
		return code;
	said = is_trial ? try_it(call_visit(call, &p), order) : call_turn(call, &p, apply, order);
	process_close(&p);
	if (order->complaints.count > 0)
		return complain(order, stderr, EXIT_BAD_INPUT);
	return said == OK ? EXIT_DONE : call_fail("the programme is not changed", said);
}

static void
print_change(struct file_order *order, size_t place)
{
	const struct change *change = &order->changes.at[place];
	struct str words = change_words(order->call->arena, change), reach = order->reaches[place];
	struct buf line = buf_new(order->call->arena, 2 * LINE_BYTES);

	if (!call_ticks(order->call, S("json"))) {
		printf("  %.*s%s%.*s\n", STR_FORMAT(words), reach.length > 0 ? "; acts on " : "", STR_FORMAT(reach));
		return;
	}
	buf_format(&line, "{\"part\":\"%s\",\"name\":", part_words[change->part]);
	json_quote(&line, change->name);
	buf_format(&line, ",\"is_new\":%s,\"before\":", change->is_new ? "true" : "false");
	json_quote(&line, change->before);
	buf_add(&line, S(",\"after\":"));
	json_quote(&line, change->after);
	buf_add(&line, S(",\"words\":"));
	json_quote(&line, words);
	buf_add(&line, S(",\"acts_on\":"));
	json_quote(&line, reach);
	printf("%.*s}\n", STR_FORMAT(buf_str(&line)));
}

/* "What the file does not name stays: 2 services, 1 holiday". */
static void
note_what_stays(struct file_order *order)
{
	struct buf out = buf_new(order->call->arena, LINE_BYTES);

	for (size_t i = 0; i < PARTS; i++)
		if (order->changes.stays[i] > 0)
			buf_format(&out, "%s%zu %s%s", out.length > 0 ? ", " : "", order->changes.stays[i], part_words[i], order->changes.stays[i] == 1 ? "" : "s");
	if (out.length > 0)
		call_notes(order->call, "What the file does not name stays: %.*s\n", STR_FORMAT(buf_str(&out)));
}

static int
tell(struct file_order *order, const char *verb)
{
	bool is_json = call_ticks(order->call, S("json"));

	if (order->changes.count == 0)
		call_notes(order->call, "Nothing to change: \"%.*s\" is as the file says\n", STR_FORMAT(order->file.slug));
	else if (!is_json && !order->call->is_quiet)
		printf("\"%.*s\" %s %s:\n", STR_FORMAT(order->file.slug), verb, order->is_new ? "made" : "changed");
	for (size_t i = 0; i < order->changes.count; i++)
		print_change(order, i);
	note_what_stays(order);
	return EXIT_DONE;
}

int
run_programme_apply(struct call *call)
{
	struct file_order order;
	int said = run_file(call, &order, false);

	return said == EXIT_DONE ? tell(&order, "is") : said;
}

int
run_programme_diff(struct call *call)
{
	struct file_order order;
	int said = run_file(call, &order, true);

	return said == EXIT_DONE ? tell(&order, "would be") : said;
}

/* --- from the database --- */

struct programme_order {
	struct call *call;
	int64_t number;               /* of a version; 0: as it is now */
	struct programme_file file;
	struct copy_faults faults;
	struct str yaml;
	struct programmes_all_rows rows;
};

static enum outcome
export(struct visit *v, void *self)
{
	struct programme_order *order = self;

	if (order->number > 0)
		return version_yaml(v, order->call->arena, order->call->words[0], order->number, &order->yaml);
	TRY(file_stored(v->db, order->call->arena, order->call->words[0], &order->file));
	order->yaml = file_print(order->call->arena, &order->file);
	return OK;
}

static int
run_order(struct programme_order *order, enum outcome (*act)(struct visit *, void *), enum outcome *said)
{
	struct orders orders = { 0 };
	struct process p;
	int code = call_open(order->call, &orders, &p);

	if (code != EXIT_DONE)
		return code;
	*said = call_turn(order->call, &p, act, order);
	process_close(&p);
	return EXIT_DONE;
}

static int
knows_none(const struct call *call, bool is_version)
{
	fprintf(stderr, "mentord: there is no %sprogramme \"%.*s\" here; look it up with mentord programme list\n", is_version ? "such version, or no " : "",
	    STR_FORMAT(call->words[0]));
	return EXIT_NOT_FOUND;
}

int
run_programme_export(struct call *call)
{
	struct str number = call_option(call, S("number"));
	struct programme_order order = { .call = call };
	enum outcome said;
	int code;

	if (!str_is_empty(number) && (!str_whole(number, &order.number) || order.number < 1)) {
		fputs("mentord: --number is the number of a version, from 1 on\n", stderr);
		return EXIT_BAD_INPUT;
	}
	code = run_order(&order, export, &said);
	if (code != EXIT_DONE)
		return code;
	if (said == NOT_FOUND)
		return knows_none(call, order.number > 0);
	if (said != OK)
		return call_fail("the programme cannot be read", said);
	printf("%.*s", STR_FORMAT(order.yaml));
	return EXIT_DONE;
}

static enum outcome
copy(struct visit *v, void *self)
{
	struct programme_order *order = self;
	struct call *call = order->call;

	return file_copy(v, call->arena, &(struct copy_wish){ .of = call->words[0], .slug = call_option(call, S("slug")), .name = call_option(call, S("name")),
	    .mark = call_option(call, S("mark")) }, &order->faults);
}

static int
tell_faults(const struct copy_faults *faults)
{
	const struct { const char *option; struct str words; } all[] = { { "slug", faults->slug }, { "name", faults->name }, { "mark", faults->mark } };

	for (size_t i = 0; i < ARRAY_LENGTH(all); i++)
		if (!str_is_empty(all[i].words))
			fprintf(stderr, "mentord: --%s: %.*s\n", all[i].option, STR_FORMAT(all[i].words));
	return EXIT_BAD_INPUT;
}

int
run_programme_copy(struct call *call)
{
	struct programme_order order = { .call = call };
	enum outcome said;
	int code;

	if (str_is_empty(call_option(call, S("slug"))) || str_is_empty(call_option(call, S("name"))) || str_is_empty(call_option(call, S("mark")))) {
		fputs("mentord: what is the new one called? Say --slug, --name and --mark\n", stderr);
		return EXIT_USAGE;
	}
	code = run_order(&order, copy, &said);
	if (code != EXIT_DONE)
		return code;
	if (said == NOT_FOUND)
		return knows_none(call, false);
	if (said == BAD_INPUT)
		return tell_faults(&order.faults);
	if (said != OK)
		return call_fail("the programme is not copied", said);
	call_did(call, str_join(call->arena, 3, (struct str[]){ S("the programme \""), call_option(call, S("slug")), S("\" is made; it has no people yet") }));
	return EXIT_DONE;
}

static enum outcome
list(struct visit *v, void *self)
{
	struct programme_order *order = self;

	return programmes_all(v->db, order->call->arena, PROGRAMMES_MOST, &order->rows);
}

static void
print_programme(struct call *call, const struct programmes_all_row *row)
{
	struct buf line = buf_new(call->arena, LINE_BYTES);

	if (!call_ticks(call, S("json"))) {
		printf("%-24.*s %-7.*s version %-4lld %.*s\n", STR_FORMAT(row->slug), STR_FORMAT(programme_shape_name(row->shape)), (long long)row->number,
		    STR_FORMAT(row->name));
		return;
	}
	buf_format(&line, "{\"slug\":\"%.*s\",\"name\":", STR_FORMAT(row->slug));
	json_quote(&line, row->name);
	printf("%.*s,\"shape\":\"%.*s\",\"version\":%lld}\n", STR_FORMAT(buf_str(&line)), STR_FORMAT(programme_shape_name(row->shape)), (long long)row->number);
}

/* With a name it is a call of the API like other lists; without one the operator sees all. */
int
run_programme_list(struct call *call)
{
	struct programme_order order = { .call = call };
	enum outcome said;
	int code;

	if (!str_is_empty(call_option(call, S("as"))) || !str_is_empty(call_option(call, S("server"))))
		return run_api(call);
	code = run_order(&order, list, &said);
	if (code != EXIT_DONE)
		return code;
	if (said != OK)
		return call_fail("the programmes cannot be read", said);
	for (size_t i = 0; i < order.rows.count; i++)
		print_programme(call, &order.rows.at[i]);
	return EXIT_DONE;
}
