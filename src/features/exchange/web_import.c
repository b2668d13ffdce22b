/* Files that a coordinator brings to the page: tried at once, kept until somebody applies or forgets them. */
#include "applications/applications.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "exchange/exchange.h"
#include "exchange/form.h"
#include "exchange/pages.h"
#include "exchange/views.h"
#include "formats/id.h"
#include "forms/page.h"
#include "forms/say.h"
#include "http/routes.h"
#include "http/sent.h"
#include "later/later.h"
#include "sql/sql.h"

#define IMPORT_FORGET S("import-forget")

enum { ROWS_MOST = 2000, FILES_SHOWN = 10, KEPT_HOURS = 24, UNUSED_BYTES = 8 << 10 };

struct reading {
	struct str rest;
};

static enum outcome
read_some(void *self, char *at, size_t size, size_t *got)
{
	struct reading *reading = self;

	*got = reading->rest.length < size ? reading->rest.length : size;
	if (*got > 0)
		memcpy(at, reading->rest.at, *got);
	reading->rest = str_skip(reading->rest, *got);
	return OK;
}

struct str
import_kind_words(const struct page *page, enum import_kind kind)
{
	static const char *const words[] = { [IMPORT_KIND_PEOPLE] = N_("People"), [IMPORT_KIND_MENTORS] = N_("Mentors"), [IMPORT_KIND_REQUESTS] = N_("Requests"),
		[IMPORT_KIND_APPLICATIONS] = N_("Applications") };

	return kind == IMPORT_KIND_NONE ? S("") : say(page->language, words[kind]);
}

struct str
import_state_words(const struct page *page, enum import_state state)
{
	static const char *const words[] = { [IMPORT_STATE_FAULTY] = N_("something is wrong with it"), [IMPORT_STATE_READY] = N_("can be taken in"),
		[IMPORT_STATE_APPLIED] = N_("taken in"), [IMPORT_STATE_DROPPED] = N_("forgotten") };

	return state == IMPORT_STATE_NONE ? S("") : say(page->language, words[state]);
}

static enum outcome
supply_rounds(void *self, struct arena *arena, struct str field, struct choices *out)
{
	(void)arena;
	return str_equal(field, S("import_round")) ? rounds_to_fill_choices(self, out) : OK;
}

enum outcome
imports_show(struct visit *v)
{
	struct imports_view view = { .programme = v->programme };
	struct form_supply rounds = { .self = v, .choices = supply_rounds };
	struct choices there;
	struct page page;

	view.form = visit_values(v, &import_bring_form, &rounds);
	TRY(rounds_to_fill_choices(v, &there));
	view.has_rounds = there.count > 0;
	TRY(imports_of(v->db, v->arena, v->programme->id, FILES_SHOWN, &view.rows));
	page = visit_page(v);
	page_imports(&page, &view);
	return OK;
}

/* The file that came with the form; empty if none did. */
static struct str
file_of(struct visit *v)
{
	struct pairs sent;

	if (sent_read(v->arena, v->request, &sent) != OK)
		return S("");
	for (size_t i = 0; i < sent.count; i++)
		if (str_equal(sent.at[i].name, S("file")))
			return sent.at[i].value;
	return S("");
}

static struct str
lines_of(struct visit *v, const struct import_result *result)
{
	struct buf out = buf_new(v->arena, UNUSED_BYTES);

	for (size_t i = 0; i < result->unused_count; i++) {
		buf_add(&out, result->unused[i]);
		buf_char(&out, '\n');
	}
	return buf_str(&out);
}

/* The very same as applying it, taken back. */
static enum outcome
try_it(struct visit *v, const struct import_wish *wish, struct str content, struct import_result *result)
{
	struct reading reading = { content };
	struct import_bytes bytes = { &reading, read_some };
	enum outcome said;

	TRY(sql_part(v->db));
	said = import_file(v, v->arena, wish, &bytes, result);
	TRY(sql_part_undo(v->db));
	return said == BAD_INPUT && result->problems.count > 0 ? OK : said;
}

/* What came of trying it, as its row keeps it. */
struct trial {
	enum import_state state;
	struct cohort_id round;
	struct str unused, problems, summary;
};

static enum outcome
try_and_tell(struct visit *v, const struct import_wish *wish, struct str content, struct trial *out)
{
	struct import_result *result = ARENA_NEW(v->arena, struct import_result);
	bool is_faulty;

	TRY(try_it(v, wish, content, result));
	is_faulty = result->problems.count > 0;
	*out = (struct trial){ .state = is_faulty ? IMPORT_STATE_FAULTY : IMPORT_STATE_READY, .round = result->round, .unused = lines_of(v, result),
		.problems = is_faulty ? complaints_print(&result->problems, S("")) : S(""), .summary = is_faulty ? S("") : import_summary(v->arena, result) };
	return OK;
}

/* What only applications have is of no account for others. */
static struct import_wish
wish_of(struct visit *v)
{
	struct import_wish wish = { .columns = form_text(v->form, "columns"), .side = S(""), .rows_most = ROWS_MOST };
	struct str side = form_text(v->form, "side");

	check(import_kind_read(form_text(v->form, "kind"), &wish.kind));    /* the form has checked */
	if (wish.kind != IMPORT_KIND_APPLICATIONS)
		return wish;
	(void)id_read(form_text(v->form, "import_round"), &wish.round.value);
	wish.side = intake_side_of(side) == INTAKE_SIDE_NONE ? S("") : side;
	wish.has_receipts = form_tick(v->form, "receipts");
	return wish;
}

enum outcome
import_bring(struct visit *v)
{
	struct import_wish wish = wish_of(v);
	struct import_id id = { visit_new_id(v) };
	struct str content = file_of(v);
	struct trial trial;

	if (str_is_empty(content)) {
		form_complain(v->form, "kind", S("Choose a file as well: none came with the form."));
		return BAD_INPUT;
	}
	TRY(try_and_tell(v, &wish, content, &trial));
	TRY(import_add(v->db, &(struct import_add_values){ .id = id, .programme = v->programme->id, .author = v->who.id, .kind = wish.kind, .columns = wish.columns,
	    .round = trial.round, .side = wish.side, .has_receipts = wish.has_receipts, .state = trial.state, .content = content, .unused = trial.unused,
	    .problems = trial.problems, .summary = trial.summary, .now = v->now }));
	TRY(job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = IMPORT_FORGET, .subject = id.value,
	    .due_at = moment_plus(v->now, KEPT_HOURS * US_PER_HOUR), .now = v->now }));
	return visit_see_other(v, url_import_show(v->arena, v->programme->slug, id_print(v->arena, id.value)), S(""));
}

static struct import_wish
wish_kept(const struct import_content_row *row)
{
	return (struct import_wish){ .kind = row->kind, .columns = row->columns, .round = row->cohort, .side = row->side, .has_receipts = row->has_receipts, .rows_most = ROWS_MOST };
}

static enum outcome
find(struct visit *v, struct import_of_row *out)
{
	struct import_id id;

	return id_read(v->params[1], &id.value) ? import_of(v->db, v->arena, id, v->programme->id, out) : NOT_FOUND;
}

/* ":3:2: email: …" a line; what has no place is told as it is. */
static struct import_problems
problems_of(struct arena *arena, struct str text)
{
	struct import_problems out = { .at = ARENA_MANY(arena, LIMIT_COMPLAINTS + 2, struct import_problem) };
	struct str line;

	while (out.count < LIMIT_COMPLAINTS + 2 && str_next(&text, '\n', &line)) {
		struct import_problem problem = { .words = line };
		struct str rest = str_skip(line, 1), number, column;

		if (str_is_empty(line))
			continue;
		if (str_next(&rest, ':', &number) && str_next(&rest, ':', &column) && !str_is_empty(rest))
			problem = (struct import_problem){ number, column, str_trim(rest) };
		out.at[out.count++] = problem;
	}
	return out;
}

static struct import_headings
headings_of(struct arena *arena, struct str text)
{
	struct import_headings out = { .at = ARENA_MANY(arena, IMPORT_UNUSED_MOST + 1, struct str) };
	struct str line;

	while (out.count < IMPORT_UNUSED_MOST && str_next(&text, '\n', &line))
		if (!str_is_empty(line))
			out.at[out.count++] = line;
	return out;
}

enum outcome
import_show(struct visit *v)
{
	struct import_view view = { .programme = v->programme, .id = v->params[1] };
	struct import_content_row content;
	struct page page;

	TRY(find(v, &view.row));
	view.problems = problems_of(v->arena, view.row.problems);
	view.unused = headings_of(v->arena, view.row.unused);
	if (view.row.state == IMPORT_STATE_READY || view.row.state == IMPORT_STATE_FAULTY) {
		struct import_wish wish;

		TRY(import_content(v->db, v->arena, view.row.id, v->programme->id, &content));
		wish = wish_kept(&content);
		TRY(import_choosing(v, &wish, content.content, &view.columns));
		if (view.columns != NULL && v->form != NULL && str_equal(v->form->form->name, view.columns->form->name))
			view.columns = v->form;
	}
	page = visit_page(v);
	page_import(&page, &view);
	return OK;
}

/* The columns as they were chosen on the page: the file is tried with them anew. */
enum outcome
import_choose(struct visit *v)
{
	struct import_content_row row;
	struct import_of_row found;
	struct import_wish wish;
	struct trial trial;
	int64_t changed;
	enum outcome said;

	TRY(find(v, &found));
	said = import_content(v->db, v->arena, found.id, v->programme->id, &row);
	if (said != OK)
		return said == NOT_FOUND ? STALE : said;
	wish = wish_kept(&row);
	TRY(import_chosen(v, &wish, row.content));
	TRY(try_and_tell(v, &wish, row.content, &trial));
	TRY(import_tried(v->db, &(struct import_tried_values){ .id = found.id, .columns = wish.columns, .state = trial.state, .unused = trial.unused, .problems = trial.problems,
	    .summary = trial.summary }, &changed));
	return visit_see_other(v, url_import_show(v->arena, v->programme->slug, v->params[1]), S(""));
}

static enum outcome
end(struct visit *v, struct import_id id, enum import_state state, struct str summary)
{
	int64_t changed;

	TRY(import_end(v->db, id, state, summary, v->now, &changed));
	if (changed == 0)
		return STALE;
	return job_drop(v->db, IMPORT_FORGET, id.value);
}

static enum outcome
show_again(struct visit *v, struct str done)
{
	return visit_see_other(v, url_import_show(v->arena, v->programme->slug, v->params[1]), done);
}

/* What was found when it was brought may have changed: somebody may have added a member by hand. Either all of it is taken in now, or none. */
enum outcome
import_apply(struct visit *v)
{
	struct import_result *result = ARENA_NEW(v->arena, struct import_result);
	struct import_content_row row;
	struct import_of_row found;
	struct reading reading;
	struct import_bytes bytes = { &reading, read_some };
	struct import_wish wish;
	enum outcome said;

	TRY(find(v, &found));
	said = import_content(v->db, v->arena, found.id, v->programme->id, &row);
	if (said != OK || row.state != IMPORT_STATE_READY)
		return said == NOT_FOUND || said == OK ? STALE : said;
	wish = wish_kept(&row);
	reading.rest = row.content;
	said = import_file(v, v->arena, &wish, &bytes, result);
	if (said != OK)
		return said == BAD_INPUT ? STALE : said;
	TRY(end(v, found.id, IMPORT_STATE_APPLIED, import_summary(v->arena, result)));
	return show_again(v, wish.has_receipts ? S("import-applied-told") : S("import-applied"));
}

enum outcome
import_drop(struct visit *v)
{
	struct import_of_row row;

	TRY(find(v, &row));
	TRY(end(v, row.id, IMPORT_STATE_DROPPED, S("")));
	return show_again(v, S("import-dropped"));
}

enum outcome
import_forget_due(struct visit *v, int64_t subject)
{
	int64_t changed;

	return import_end(v->db, (struct import_id){ subject }, IMPORT_STATE_DROPPED, S(""), v->now, &changed);
}
