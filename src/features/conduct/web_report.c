/* Writing a report, signed in or not. Where the sender stays anonymous nothing is kept that says who they are: no person, no session, no key of
 * the form; that the same form sent twice is one report is told by its bytes (sealed.h). */
#include "base/arena.h"
#include "conduct/case.h"
#include "conduct/conduct.h"
#include "conduct/form.h"
#include "conduct/pages.h"
#include "conduct/report.h"
#include "conduct/rules.h"
#include "conduct/views.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"

enum { PLACES_MOST = 50 };

enum outcome
report_places_show(struct visit *v)
{
	struct places_view view;
	struct page page;

	TRY(places_to_report(v->db, v->arena, PLACES_MOST, &view.rows));
	page = visit_page(v);
	page_report_places(&page, &view);
	return OK;
}

static struct report_words
words_of(struct visit *v)
{
	return (struct report_words){ .what = form_text(v->form, "what"), .about = form_text(v->form, "about"), .not_for = form_many(v->form, "not_for"),
		.sharing = report_sharing_of(form_text(v->form, "sharing")), .reporter = { .person = v->who.id,
		.name = visit_may(v, WHO_SIGNED_IN) ? v->who.name : text_one_line(v->arena, form_text(v->form, "name")),
		.contact = text_one_line(v->arena, form_text(v->form, "contact")) } };
}

static bool
is_about(struct visit *v, const struct responders_of_row *row)
{
	struct report_words words;

	if (!visit_is_again(v, &report_form))
		return false;
	words = words_of(v);
	return report_is_about(v, &words, row);
}

static enum outcome
find_readers(struct visit *v, struct responders_of_rows *rows, struct reader_lines *out)
{
	TRY(responders_of(v->db, v->arena, v->programme->id, REPORT_READERS_MOST, rows));
	out->count = rows->count;
	out->at = ARENA_MANY(v->arena, rows->count, struct reader_line);
	for (size_t i = 0; i < rows->count; i++)
		out->at[i] = (struct reader_line){ .id = id_print(v->arena, rows->at[i].id.value), .name = rows->at[i].name, .is_out = is_about(v, &rows->at[i]) };
	return OK;
}

static struct report_view
view_of(struct visit *v)
{
	return (struct report_view){ .programme = v->programme, .form = visit_values(v, &report_form, NULL), .code = S(""),
		.is_signed_in = visit_may(v, WHO_SIGNED_IN), .name = v->who.name };
}

enum outcome
report_show(struct visit *v)
{
	struct report_view view = view_of(v);
	struct responders_of_rows rows;
	struct page page;

	TRY(find_readers(v, &rows, &view.readers));
	page = visit_page(v);
	page_report(&page, &view);
	return OK;
}

static enum outcome
judge(struct visit *v, enum report_sharing sharing)
{
	if (sharing == REPORT_SHARING_ANONYMOUS || visit_may(v, WHO_SIGNED_IN) || !str_is_empty(form_text(v->form, "name")))
		return OK;
	form_complain(v->form, "name", S("Tell your name, or choose to stay anonymous."));
	return BAD_INPUT;
}

/* The page with the code answers the act itself: nothing keeps the code, so no address could show it again. */
enum outcome
report_send(struct visit *v)
{
	struct report_view view = view_of(v);
	struct responders_of_rows rows;
	struct report_words words = words_of(v);
	struct case_times times = case_times_of(v->programme);
	struct hash hash;
	struct page page;

	TRY(judge(v, words.sharing));
	view.code = report_code_of_form(v, &hash);
	view.due_at = case_due_at(REPORT_STATE_SUBMITTED, v->now, &times);
	TRY(find_readers(v, &rows, &view.readers));
	TRY(report_take(v, &words, &hash, &rows));
	v->reply->carries_token = true;    /* no cache of a shared computer keeps the code */
	page = visit_page(v);
	page_report_sent(&page, &view);
	return OK;
}
