/* Following a report by its code: whoever holds it reads where it stands, is asked, and answers. */
#include "access/access.h"
#include "base/arena.h"
#include "conduct/form.h"
#include "conduct/lines.h"
#include "conduct/pages.h"
#include "conduct/rules.h"
#include "conduct/tell.h"
#include "conduct/views.h"
#include "forms/say.h"
#include "http/routes.h"
#include "secrets/totp.h"

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
	view->due_at = case_due_at(view->row.state, view->row.made_at);
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

enum outcome
report_answer(struct visit *v)
{
	struct follow_view view = { .form = form_start(v->arena, &report_answer_form, NULL), .is_kept = true };
	struct report_entry_id id = { visit_new_id(v) };
	bool is_told;

	TRY(find_by_code(v, &view));
	TRY(entry_add(v->db, &(struct entry_add_values){ .id = id, .report = view.row.id, .kind = REPORT_ENTRY_KIND_ANSWERED,
	    .words = report_seal(v, ENTRY_WORDS, id.value, form_text(v->form, "words")), .now = v->now }));
	TRY(programme_enter(v, view.row.programme));
	TRY(tell_readers(v, &(struct telling){ .report = view.row.id, .what = N_("Whoever reported has written.") }, &is_told));
	return show(v, &view);
}
