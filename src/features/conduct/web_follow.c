/* Following a report by its code: whoever holds it reads where it stands, is asked, and answers. */
#include "access/access.h"
#include "base/arena.h"
#include "conduct/case.h"
#include "conduct/form.h"
#include "conduct/lines.h"
#include "conduct/pages.h"
#include "conduct/rules.h"
#include "conduct/tell.h"
#include "conduct/views.h"
#include "http/routes.h"
#include "secrets/totp.h"

enum { ANSWERS_A_DAY = 10, ANSWERS_MOST = 150 };    /* all of them fit on the page (LINES_MOST) */

enum outcome
report_follow_show(struct visit *v)
{
	struct code_view view = { .form = visit_values(v, &report_code_form, NULL) };
	struct page page = visit_page(v);

	page_report_follow(&page, &view);
	return OK;
}

static enum outcome
find_by_code(struct visit *v, struct follow_view *out)
{
	struct hash hash;
	enum outcome said;

	if (v->form == NULL)    /* it was refused before anybody read it */
		return REPORT_CODE_UNKNOWN;
	out->code = form_text(v->form, "code");
	if (!recovery_hash(out->code, &hash))
		return REPORT_CODE_UNKNOWN;
	said = report_by_code(v->db, v->arena, hash_bytes(&hash), &out->row);
	return said == NOT_FOUND ? REPORT_CODE_UNKNOWN : said;
}

/* By the address of a report its page belongs to no programme: it is asked for its times alone. */
static enum outcome
due_at(struct visit *v, const struct report_by_code_row *row, struct moment *out)
{
	const struct programme *programme = v->programme;
	struct programme_id id = v->programme_id;
	struct case_times times;

	TRY(programme_enter(v, row->programme));
	times = case_times_of(v->programme);
	v->programme = programme;
	v->programme_id = id;
	*out = case_due_at(row->state, row->clock_at, &times);
	return OK;
}

static enum outcome
show(struct visit *v, struct follow_view *view)
{
	struct words_with_rows rows;
	struct page page;

	TRY(words_with(v->db, v->arena, view->row.id, LINES_MOST, &rows));
	view->lines = lines_new(v->arena, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		TRY(line_open(v, rows.at[i].id, rows.at[i].words_sealed,
		    &(struct case_line){ .kind = rows.at[i].kind, .at = rows.at[i].made_at, .person = S(""), .subject = S("") }, &view->lines.at[i]));
	TRY(due_at(v, &view->row, &view->due_at));
	v->reply->carries_token = true;
	page = visit_page(v);
	page_report_state(&page, view);
	return OK;
}

enum outcome
report_follow(struct visit *v)
{
	struct follow_view view = { .form = form_start(v->arena, &report_answer_form, NULL) };

	TRY(find_by_code(v, &view));
	return show(v, &view);
}

/* The answer was refused: its page once more. */
enum outcome
report_answer_show(struct visit *v)
{
	struct follow_view view = { .form = visit_values(v, &report_answer_form, NULL) };

	TRY(find_by_code(v, &view));
	return show(v, &view);
}

/* Whoever holds the code writes as much as a conversation takes, and fills neither the disk nor the readers' mail. */
static enum outcome
may_answer(struct visit *v, struct report_id report)
{
	struct answers_since_row day, ever;

	TRY(answers_since(v->db, v->arena, report, moment_plus(v->now, -US_PER_DAY), &day));
	TRY(answers_since(v->db, v->arena, report, (struct moment){ 0 }, &ever));
	return day.count >= ANSWERS_A_DAY || ever.count >= ANSWERS_MOST ? REPORT_ANSWERED_ENOUGH : OK;
}

enum outcome
report_answer(struct visit *v)
{
	struct follow_view view = { .form = form_start(v->arena, &report_answer_form, NULL), .is_kept = true };
	struct report_entry_id id = { visit_new_id(v) };
	bool is_told;

	TRY(find_by_code(v, &view));
	TRY(may_answer(v, view.row.id));
	TRY(entry_add(v->db, &(struct entry_add_values){ .id = id, .report = view.row.id, .kind = REPORT_ENTRY_KIND_ANSWERED,
	    .words = report_seal(v, ENTRY_WORDS, id.value, form_text(v->form, "words")), .now = v->now }));
	TRY(programme_enter(v, view.row.programme));
	TRY(due_at(v, &view.row, &view.due_at));
	TRY(tell_readers(v, &(struct telling){ .report = view.row.id, .until = view.due_at }, &is_told));
	return show(v, &view);
}
