/* Writing a report, signed in or not. Where the sender stays anonymous nothing is kept that says who they are: no person, no session, no key of
 * the form; that the same form sent twice is one report is told by its bytes (sealed.h). */
#include "base/arena.h"
#include "conduct/conduct.h"
#include "conduct/form.h"
#include "conduct/pages.h"
#include "conduct/rules.h"
#include "conduct/tell.h"
#include "conduct/views.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"

enum { PLACES_MOST = 50, OVERSEERS_MOST = 200 };

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

/* Whether the sender wrote that it is about this person: ticked them, or named them. */
static bool
is_about(struct visit *v, const struct responders_of_row *row)
{
	struct str folded;

	if (!visit_is_again(v, &report_form))
		return false;
	folded = text_folded(v->arena, form_text(v->form, "about"));
	return str_list_has(form_many(v->form, "not_for"), id_print(v->arena, row->id.value)) ||
	    report_names(folded, text_folded(v->arena, row->name)) || report_names(folded, row->email_folded);
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

static struct str
reporter_sealed(struct visit *v, struct report_id id, enum report_sharing sharing)
{
	struct reporter reporter = { .person = v->who.id, .name = visit_may(v, WHO_SIGNED_IN) ? v->who.name : text_one_line(v->arena, form_text(v->form, "name")),
		.contact = text_one_line(v->arena, form_text(v->form, "contact")) };

	return sharing == REPORT_SHARING_ANONYMOUS ? (struct str){ NULL, 0 } : report_seal(v, REPORT_REPORTER, id.value, reporter_print(v, &reporter));
}

/* The responders of this moment may read it; whom it is about may not, also if they only could appoint themselves. */
static enum outcome
keep_readers(struct visit *v, struct report_id id, const struct responders_of_rows *rows)
{
	struct str folded = text_folded(v->arena, form_text(v->form, "about"));
	struct overseers_of_rows overseers;
	int64_t changed;

	for (size_t i = 0; i < rows->count; i++)
		TRY(reader_put(v->db, id, rows->at[i].id, is_about(v, &rows->at[i]), &changed));
	TRY(overseers_of(v->db, v->arena, v->programme->id, OVERSEERS_MOST, &overseers));
	for (size_t i = 0; i < overseers.count; i++)
		if (report_names(folded, text_folded(v->arena, overseers.at[i].name)) || report_names(folded, overseers.at[i].email_folded))
			TRY(reader_put(v->db, id, overseers.at[i].id, true, &changed));
	return OK;
}

static enum outcome
keep(struct visit *v, enum report_sharing sharing, struct str code_hash, const struct responders_of_rows *rows)
{
	struct report_id id = { visit_new_id(v) };
	struct str about = form_text(v->form, "about"), sealed = reporter_sealed(v, id, sharing);
	bool is_told;

	TRY(report_add(v->db, &(struct report_add_values){ .id = id, .programme = v->programme->id, .sharing = sharing,
	    .what = report_seal(v, REPORT_WHAT, id.value, form_text(v->form, "what")), .about = report_seal(v, REPORT_ABOUT, id.value, about),
	    .reporter = sealed, .code = code_hash, .now = v->now }));
	TRY(keep_readers(v, id, rows));
	TRY(tell_readers(v, &(struct telling){ .report = id, .what = N_("It is to be acknowledged within a day."),
	    .until = case_due_at(REPORT_STATE_SUBMITTED, v->now) }, &is_told));
	if (!is_told)
		TRY(tell_contacts(v, id));
	return tell_reporter(v, id, sharing, sealed);
}

/* The page with the code answers the act itself: nothing keeps the code, so no address could show it again. */
enum outcome
report_send(struct visit *v)
{
	struct report_view view = view_of(v);
	struct responders_of_rows rows;
	struct report_by_code_row before;
	enum report_sharing sharing = report_sharing_of(form_text(v->form, "sharing"));
	struct hash hash;
	enum outcome said;
	struct page page;

	TRY(judge(v, sharing));
	view.code = report_code_of_form(v, &hash);
	view.due_at = case_due_at(REPORT_STATE_SUBMITTED, v->now);
	TRY(find_readers(v, &rows, &view.readers));
	said = report_by_code(v->db, v->arena, hash_bytes(&hash), &before);
	if (said == NOT_FOUND)
		said = keep(v, sharing, hash_bytes(&hash), &rows);
	TRY(said);
	v->reply->carries_token = true;    /* no cache of a shared computer keeps the code */
	page = visit_page(v);
	page_report_sent(&page, &view);
	return OK;
}
