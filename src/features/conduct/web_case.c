/* What safety responders see. Opening a case is written down in the transaction that shows it, so nobody reads one unseen. */
#include "base/arena.h"
#include "base/buf.h"
#include "conduct/case.h"
#include "conduct/conduct.h"
#include "conduct/form.h"
#include "conduct/lines.h"
#include "conduct/pages.h"
#include "conduct/rules.h"
#include "conduct/sanction.h"
#include "formats/id.h"
#include "http/routes.h"

enum { SEEN_BYTES = 24, SANCTIONS_SHOWN = 50 };

enum outcome
cases_show(struct visit *v)
{
	struct cases_view view = { .programme = v->programme, .times = case_times_of(v->programme), .next_page = S("") };
	struct page page;

	TRY(reports_for(v->db, v->arena, v->programme->id, v->who.id, (struct report_id){ visit_after(v) }, PAGE_ROWS + 1, &view.rows));
	if (view.rows.count > PAGE_ROWS) {
		view.rows.count = PAGE_ROWS;
		view.next_page = str_join(v->arena, 3, (struct str[]){ url_cases_show(v->arena, v->programme->slug), S("?after="),
		    id_print(v->arena, view.rows.at[PAGE_ROWS - 1].id.value) });
	}
	page = visit_page(v);
	page_cases(&page, &view);
	return OK;
}

enum outcome
case_find(struct visit *v, struct report_for_row *out)
{
	struct report_id id;

	if (!id_read(v->params[1], &id.value))
		return NOT_FOUND;
	return report_for(v->db, v->arena, id, v->programme->id, v->who.id, out);
}

enum outcome
case_note_down(struct visit *v, struct report_id report, const struct case_entry *entry)
{
	struct report_entry_id id = { visit_new_id(v) };

	return entry_add(v->db, &(struct entry_add_values){ .id = id, .report = report, .kind = entry->kind, .person = v->who.id, .subject = entry->subject,
	    .words = str_is_empty(entry->words) ? (struct str){ NULL, 0 } : report_seal(v, ENTRY_WORDS, id.value, entry->words), .now = v->now });
}

static struct str
seen_of(struct visit *v, int64_t version)
{
	struct buf out = buf_new(v->arena, SEEN_BYTES);

	buf_whole(&out, version);
	return buf_str(&out);
}

static enum outcome
fill_lines(struct visit *v, struct case_view *view)
{
	struct entries_of_rows rows;

	TRY(entries_of(v->db, v->arena, view->row.id, LINES_MOST, &rows));
	view->lines = lines_new(v->arena, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		TRY(line_open(v, rows.at[i].id, rows.at[i].words_sealed, &(struct case_line){ .kind = rows.at[i].kind, .at = rows.at[i].made_at,
		    .person = rows.at[i].person_name, .subject = rows.at[i].subject_name }, &view->lines.at[i]));
	TRY(views_of(v->db, v->arena, view->row.id, VIEWS_MOST, &view->views));
	TRY(named_in(v->db, v->arena, view->row.id, v->programme->id, NAMED_MOST, &view->named));
	TRY(sanctions_standing(v->db, v->arena, view->row.id, SANCTIONS_SHOWN, &view->sanctions));
	TRY(pairs_of(v->db, v->arena, view->row.id, v->programme->id, PAIRS_MOST, &view->pairs));
	return readers_of(v->db, v->arena, view->row.id, v->programme->id, REPORT_READERS_MOST, &view->readers);
}

static enum outcome
fill_reporter(struct visit *v, struct case_view *view)
{
	struct str plain;

	view->is_reporter_sealed = view->row.sharing == REPORT_SHARING_CONFIDENTIAL;
	if (view->row.sharing != REPORT_SHARING_NAMED)
		return OK;
	TRY(report_open(v, REPORT_REPORTER, view->row.id.value, view->row.reporter_sealed, &plain));
	view->reporter = reporter_read(v, plain);
	view->has_reporter = true;
	return OK;
}

static int
refused_step(const struct visit *v)
{
	static const struct form *const forms[CASE_STEPS] = {
		[CASE_ASK] = &case_ask_form, [CASE_NOTE] = &case_note_form, [CASE_NAME] = &case_name_form, [CASE_REVEAL] = &case_reveal_form,
		[CASE_DECIDE] = &case_decide_form, [CASE_REOPEN] = &case_reopen_form,
	};

	for (int i = 0; i < CASE_STEPS; i++)
		if (forms[i] != NULL && visit_is_again(v, forms[i]))
			return i;
	return CASE_STEPS;
}

static void
fill_forms(struct visit *v, struct case_view *view)
{
	struct form_supply supply = case_supply(v);

	view->refused = refused_step(v);
	view->assign = visit_values(v, &case_assign_form, NULL);
	view->ask = visit_values(v, &case_ask_form, NULL);
	view->note = visit_values(v, &case_note_form, NULL);
	view->name = visit_values(v, &case_name_form, NULL);
	view->reveal = visit_values(v, &case_reveal_form, NULL);
	view->decide = visit_values(v, &case_decide_form, &supply);
	view->reopen = visit_values(v, &case_reopen_form, NULL);
}

enum outcome
case_view_fill(struct visit *v, struct case_view *view)
{
	*view = (struct case_view){ .programme = v->programme };
	TRY(case_find(v, &view->row));
	view->id = id_print(v->arena, view->row.id.value);
	view->seen = seen_of(v, view->row.version);
	view->times = case_times_of(v->programme);
	view->due_at = case_due_at(view->row.state, view->row.clock_at, &view->times);
	TRY(report_open(v, REPORT_WHAT, view->row.id.value, view->row.what_sealed, &view->what));
	TRY(report_open(v, REPORT_ABOUT, view->row.id.value, view->row.about_sealed, &view->about));
	TRY(fill_reporter(v, view));
	TRY(fill_lines(v, view));
	fill_forms(v, view);
	view->has_clauses = form_value(view->decide, "clauses")->choices.count > 0;
	return view->decide->trouble;
}

enum outcome
case_page(struct visit *v, struct case_view *view)
{
	struct page page = visit_page(v);

	page_case(&page, view);
	return OK;
}

/* A GET that the writer answers: it changes nothing of the case, and leaves a line that it was opened. */
enum outcome
case_show(struct visit *v)
{
	struct report_for_row row;
	struct case_view view;

	TRY(case_find(v, &row));
	TRY(case_note_down(v, row.id, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_VIEWED, .words = S("") }));
	TRY(case_view_fill(v, &view));
	return case_page(v, &view);
}

/* After a refused act: whoever sent it had it open already. */
enum outcome
case_show_again(struct visit *v)
{
	struct case_view view;

	TRY(case_view_fill(v, &view));
	return case_page(v, &view);
}
