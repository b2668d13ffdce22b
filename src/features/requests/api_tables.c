/* What programs read of tables that pages show: the sheet, somebody's history, and what became of many rows at once. */
#include "access/api.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/limits.h"
#include "formats/id.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/api.h"
#include "requests/views.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }
#define NEXT { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true }

enum { LIST_ROWS = 50, CURSOR_BYTES = 60, CLOSED_DAYS = 90, HELPED_ROWS = 100 };

static const char *const states[] = { "reserved", "open", "needs-detail", "claimed", "scheduled", "closed", NULL };
static const char *const outcomes[] = { "held", "unreachable", "withdrawn", "declined", "merged", "unanswered", NULL };
static const char *const endings[] = { "undone", "released", "lapsed", "unassigned", "closed", NULL };

/* --- the sheet --- */

static const struct shape_field sheet_row_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("number"), .type = SHAPE_TEXT }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("outcome"), .type = SHAPE_WORD, .words = outcomes, .may_be_null = true },
	{ .name = T("title"), .type = SHAPE_TEXT }, { .name = T("service"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("A slug.") },
	{ .name = T("skills"), .type = SHAPE_TEXTS },
	{ .name = T("mentee"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Null: this reader may not know it.") },
	{ .name = T("mentor"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Mentor Assigned.") },
	{ .name = T("words"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Notes: the reader's own newest one.") },
	{ .name = T("held_on"), .type = SHAPE_DATE, .may_be_null = true, .about = T("Fulfilled at.") },
	{ .name = T("sent_at"), .type = SHAPE_MOMENT },
};
static SHAPE(sheet_row_shape, "SheetRow", sheet_row_fields);
static const struct shape_field sheet_list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &sheet_row_shape }, NEXT };
SHAPE(sheet_list_shape, "Sheet", sheet_list_fields);

static const struct field sheet_query_fields[] = {
	{ .name = T("closed"), .type = FIELD_TICK, .label = T("Those closed in the last 90 days too") },
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("50 if it is left out.") },
};
FORM(sheet_list_form, sheet_query_fields);

static enum outcome
sheet_place(struct visit *v, struct sheet_rows_values *by)
{
	struct str rest = form_text(v->form, "after"), first;

	if (str_is_empty(rest) || (str_next(&rest, '.', &first) && str_whole(first, &by->after_sent.us) && rest.at != NULL && id_read(rest, &by->after.value)))
		return OK;
	form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
	return BAD_INPUT;
}

static void
print_sheet_row(struct visit *v, struct answer *a, const struct sheet_rows_row *row)
{
	const struct service *service = programme_service(v->programme, row->service);
	bool sees_all = visit_may(v, WHO_COORDINATOR) || person_id_equal(row->claimer, v->who.id);

	answer_open(a, &sheet_row_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "number", desk_number(v->arena, v->programme, row->number));
	answer_word(a, "state", request_state_name(row->state));
	answer_word(a, "outcome", desk_outcome(row->outcome, row->merged_into, row->is_unanswered));
	answer_text(a, "title", row->title);
	answer_text(a, "service", service == NULL ? S("") : service->slug);
	answer_texts(a, "skills", row->skills);
	answer_text(a, "mentee", sees_all ? row->mentee_name : desk_shown_name(v->arena, row->mentee_name, row->shows_name));
	answer_text(a, "mentor", row->claimer_name);
	answer_text(a, "words", sees_all ? row->note : S(""));
	answer_date(a, "held_on", sees_all ? row->held_on : S(""));
	answer_moment(a, "sent_at", row->sent_at);
	answer_close(a);
}

enum outcome
sheet_list_json(struct visit *v)
{
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct sheet_rows_values by = { .programme = v->programme->id, .viewer = v->who.id, .is_coordinator = visit_may(v, WHO_COORDINATOR),
		.closed_since = form_tick(v->form, "closed") ? moment_plus(v->now, -CLOSED_DAYS * US_PER_DAY) : (struct moment){ INT64_MAX }, .limit = limit + 1 };
	struct buf cursor = buf_new(v->arena, CURSOR_BYTES);
	struct sheet_rows_rows rows;
	struct answer a;
	size_t shown;

	TRY(sheet_place(v, &by));
	TRY(sheet_rows(v->db, v->arena, &by, &rows));
	shown = rows.count > (size_t)limit ? (size_t)limit : rows.count;
	a = api_answer(v);
	answer_open(&a, &sheet_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < shown; i++)
		print_sheet_row(v, &a, &rows.at[i]);
	answer_close(&a);
	if (rows.count > shown) {
		buf_format(&cursor, "%lld.", (long long)rows.at[shown - 1].sent_at.us);
		buf_add(&cursor, id_print(v->arena, rows.at[shown - 1].id.value));
	}
	answer_text(&a, "next", rows.count > shown ? api_next(v, buf_str(&cursor)) : S(""));
	answer_close(&a);
	return OK;
}

/* --- what somebody asked, and whom they helped --- */

static const struct shape_field asked_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("number"), .type = SHAPE_TEXT }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("outcome"), .type = SHAPE_WORD, .words = outcomes, .may_be_null = true }, { .name = T("title"), .type = SHAPE_TEXT },
	{ .name = T("mentor"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("sent_at"), .type = SHAPE_MOMENT },
	{ .name = T("closed_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
static SHAPE(asked_shape, "Asked", asked_fields);
static const struct shape_field helped_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID, .about = T("Of the request.") }, { .name = T("number"), .type = SHAPE_TEXT }, { .name = T("title"), .type = SHAPE_TEXT },
	{ .name = T("outcome"), .type = SHAPE_WORD, .words = outcomes, .may_be_null = true }, { .name = T("mentee"), .type = SHAPE_TEXT },
	{ .name = T("claimed_at"), .type = SHAPE_MOMENT }, { .name = T("ended_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("ending"), .type = SHAPE_WORD, .words = endings, .may_be_null = true },
};
static SHAPE(helped_shape, "Helped", helped_fields);
static const struct shape_field history_fields[] = {
	{ .name = T("asked_times"), .type = SHAPE_WHOLE }, { .name = T("held_times"), .type = SHAPE_WHOLE, .about = T("Of those asked.") },
	{ .name = T("claimed_times"), .type = SHAPE_WHOLE }, { .name = T("people_helped"), .type = SHAPE_WHOLE },
	{ .name = T("asked"), .type = SHAPE_LIST, .of = &asked_shape, .about = T("Newest first; the list that pages.") },
	{ .name = T("helped"), .type = SHAPE_LIST, .of = &helped_shape, .about = T("The newest hundred claims.") }, NEXT,
};
SHAPE(history_shape, "History", history_fields);

static void
print_asked(struct visit *v, struct answer *a, const struct history_of_row *row)
{
	answer_open(a, &asked_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "number", desk_number(v->arena, v->programme, row->number));
	answer_word(a, "state", request_state_name(row->state));
	answer_word(a, "outcome", desk_outcome(row->outcome, row->merged_into, row->is_unanswered));
	answer_text(a, "title", row->title);
	answer_text(a, "mentor", row->claimer_name);
	answer_moment(a, "sent_at", row->sent_at);
	answer_moment(a, "closed_at", row->closed_at);
	answer_close(a);
}

static void
print_helped(struct visit *v, struct answer *a, const struct claims_of_row *row)
{
	answer_open(a, &helped_shape);
	answer_id(a, "id", row->request.value);
	answer_text(a, "number", desk_number(v->arena, v->programme, row->number));
	answer_text(a, "title", row->title);
	answer_word(a, "outcome", desk_outcome(row->outcome, row->merged_into, row->is_unanswered));
	answer_text(a, "mentee", row->mentee_name);
	answer_moment(a, "claimed_at", row->claimed_at);
	answer_moment(a, "ended_at", row->ended_at);
	answer_word(a, "ending", claim_ending_name(row->ending));
	answer_close(a);
}

static void
print_tally(struct answer *a, const struct history_tally_row *tally)
{
	answer_whole(a, "asked_times", tally->asked);
	answer_whole(a, "held_times", tally->held);
	answer_whole(a, "claimed_times", tally->claims);
	answer_whole(a, "people_helped", tally->helped);
}

enum outcome
person_history_json(struct visit *v)
{
	struct person_id person = ((const struct person_row *)v->thing)->id;
	struct str written = form_text(v->form, "after");
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct history_of_rows asked;
	struct claims_of_rows helped;
	struct history_tally_row tally;
	struct request_id after = { 0 };
	struct answer a;

	if (!str_is_empty(written) && !id_read(written, &after.value)) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(history_of(v->db, v->arena, v->programme->id, person, after, limit + 1, &asked));
	TRY(claims_of(v->db, v->arena, v->programme->id, person, (struct claim_id){ 0 }, HELPED_ROWS, &helped));
	TRY(history_tally(v->db, v->arena, v->programme->id, person, &tally));
	a = api_answer(v);
	answer_open(&a, &history_shape);
	print_tally(&a, &tally);
	answer_list(&a, "asked");
	for (size_t i = 0; i < asked.count && i < (size_t)limit; i++)
		print_asked(v, &a, &asked.at[i]);
	answer_close(&a);
	answer_list(&a, "helped");
	for (size_t i = 0; i < helped.count; i++)
		print_helped(v, &a, &helped.at[i]);
	answer_close(&a);
	answer_text(&a, "next", asked.count > (size_t)limit ? api_next(v, id_print(v->arena, asked.at[limit - 1].id.value)) : S(""));
	answer_close(&a);
	return OK;
}

/* --- many rows at once --- */

static const struct shape_field bulk_line_fields[] = {
	{ .name = T("id"), .type = SHAPE_TEXT, .about = T("As it was sent.") }, { .name = T("is_done"), .type = SHAPE_TICK },
	{ .name = T("detail"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Why not.") },
};
static SHAPE(bulk_line_shape, "BulkLine", bulk_line_fields);
static const struct shape_field bulk_fields[] = {
	{ .name = T("done"), .type = SHAPE_WHOLE }, { .name = T("items"), .type = SHAPE_LIST, .of = &bulk_line_shape },
};
SHAPE(bulk_shape, "Bulk", bulk_fields);

/* The acts are done here; what became of them is printed at once, and said by bulk_json() once the act is known to be kept. */
enum outcome
requests_bulk_call(struct visit *v)
{
	struct buf out = buf_new(v->arena, REPLY_BODY_MAX);
	struct bulk_view view = { .programme = v->programme };
	struct answer a;

	TRY(requests_act_on_many(v, &view));
	a = answer_new(v->arena, &out);
	answer_open(&a, &bulk_shape);
	answer_whole(&a, "done", view.done);
	answer_list(&a, "items");
	for (size_t i = 0; i < view.lines.count; i++) {
		answer_open(&a, &bulk_line_shape);
		answer_text(&a, "id", view.lines.at[i].id);
		answer_tick(&a, "is_done", str_is_empty(view.lines.at[i].words));
		answer_text(&a, "detail", view.lines.at[i].words);
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	v->present = buf_str(&out);
	return OK;
}

/* Before the act there is nothing to show, so no tag ever fits. */
enum outcome
bulk_json(struct visit *v)
{
	if (str_is_empty(v->present))
		return NOT_FOUND;
	reply_header(v->reply, S("Content-Type"), S("application/json"));
	buf_add(&v->reply->body, v->present);
	return OK;
}
