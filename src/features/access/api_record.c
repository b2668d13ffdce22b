/* The record of a programme for programs of its coordinators: who did what, before and after, and whether its link in the chain is made. */
#include "access/api.h"
#include "access/record.h"
#include "access/store.h"
#include "base/check.h"
#include "base/limits.h"
#include "formats/id.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 50 };

static const struct shape_field event_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("kind"), .type = SHAPE_TEXT },
	{ .name = T("actor"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Null: the server itself.") },
	{ .name = T("person"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Whom it is about.") },
	{ .name = T("request"), .type = SHAPE_ID, .may_be_null = true }, { .name = T("detail"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("before"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("after"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("is_sealed"), .type = SHAPE_TICK, .about = T("Its link in the chain is made; “mentord fsck” finds what was changed since.") },
	{ .name = T("happened_at"), .type = SHAPE_MOMENT },
};
static SHAPE(record_event_shape, "Event", event_fields);
static const struct shape_field record_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &record_event_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(record_shape, "Record", record_fields);

static const struct field record_query_fields[] = {
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("50 if it is left out.") },
};
FORM(record_list_form, record_query_fields);

static void
print_event(struct answer *a, const struct events_of_row *row)
{
	answer_open(a, &record_event_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "kind", row->kind);
	answer_text(a, "actor", row->actor_name);
	answer_text(a, "person", row->person_name);
	answer_id(a, "request", row->request.value);
	answer_text(a, "detail", row->detail);
	answer_text(a, "before", row->state_before);
	answer_text(a, "after", row->state_after);
	answer_tick(a, "is_sealed", row->is_sealed);
	answer_moment(a, "happened_at", row->happened_at);
	answer_close(a);
}

enum outcome
record_json(struct visit *v)
{
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct str written = form_text(v->form, "after");
	struct event_id after = { 0 };
	struct events_of_rows rows;
	struct answer a;

	if (!str_is_empty(written) && !id_read(written, &after.value)) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(events_of(v->db, v->arena, v->programme_id, after, limit + 1, &rows));
	a = api_answer(v);
	answer_open(&a, &record_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < (size_t)limit; i++)
		print_event(&a, &rows.at[i]);
	answer_close(&a);
	answer_text(&a, "next", rows.count > (size_t)limit ? api_next(v, id_print(v->arena, rows.at[limit - 1].id.value)) : S(""));
	answer_close(&a);
	return OK;
}
