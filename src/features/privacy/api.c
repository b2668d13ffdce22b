/* How long things about people are kept, for programs. */
#include "privacy/api.h"

#include "access/api.h"
#include "base/check.h"
#include "base/limits.h"
#include "formats/id.h"
#include "privacy/kept.h"
#include "privacy/store_retention.h"
#include "programmes/programmes.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 50 };

static const char *const kinds[] = {
#define KEEP(name, ...) #name,
#include "privacy/retention.def"
	NULL,
};
static const char *const units[] = { [KEEP_DAYS] = "days", [KEEP_MONTHS] = "months", NULL };
static const struct shape_field period_fields[] = {
	{ .name = T("kind"), .type = SHAPE_WORD, .words = kinds }, { .name = T("amount"), .type = SHAPE_WHOLE }, { .name = T("unit"), .type = SHAPE_WORD, .words = units },
};
static SHAPE(period_shape, "KeepingPeriod", period_fields);
static const struct shape_field ended_fields[] = {
	{ .name = T("kind"), .type = SHAPE_TEXT, .about = T("As the period is called.") }, { .name = T("count"), .type = SHAPE_WHOLE }, { .name = T("ended_at"), .type = SHAPE_MOMENT },
};
static SHAPE(ended_shape, "KeepingEnd", ended_fields);
static const struct shape_field kept_fields[] = {
	{ .name = T("periods"), .type = SHAPE_LIST, .of = &period_shape }, { .name = T("next_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("When it is looked at next.") },
	{ .name = T("items"), .type = SHAPE_LIST, .of = &ended_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(kept_shape, "Keeping", kept_fields);

static const struct field query_fields[] = {
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("50 if it is left out.") },
};
const struct form kept_list_form = { .name = T("kept_list_form"), .fields = query_fields, .count = ARRAY_LENGTH(query_fields) };

static void
print_periods(struct answer *a, const struct settings *settings)
{
	answer_list(a, "periods");
	for (enum keep keep = 0; keep < KEEPS; keep++) {
		struct period period = period_of(settings, keep);

		answer_open(a, &period_shape);
		answer_word(a, "kind", period.name);
		answer_whole(a, "amount", period.amount);
		answer_word(a, "unit", str_from(units[period.unit]));
		answer_close(a);
	}
	answer_close(a);
}

static void
print_ended(struct answer *a, const struct ended_in_row *row)
{
	int64_t count = 0;

	(void)str_whole(row->state_after, &count);
	answer_open(a, &ended_shape);
	answer_text(a, "kind", row->detail);
	answer_whole(a, "count", count);
	answer_moment(a, "ended_at", row->happened_at);
	answer_close(a);
}

enum outcome
kept_json(struct visit *v)
{
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct str written = form_text(v->form, "after");
	struct event_id after = { 0 };
	struct ended_in_rows rows;
	struct next_night_row next;
	struct answer a;

	if (!str_is_empty(written) && !id_read(written, &after.value)) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(next_night(v->db, v->arena, v->programme->id.value, &next));
	TRY(ended_in(v->db, v->arena, v->programme->id, after, limit + 1, &rows));
	a = api_answer(v);
	answer_open(&a, &kept_shape);
	print_periods(&a, &v->programme->settings);
	answer_moment(&a, "next_at", next.due_at);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < (size_t)limit; i++)
		print_ended(&a, &rows.at[i]);
	answer_close(&a);
	answer_text(&a, "next", rows.count > (size_t)limit ? api_next(v, id_print(v->arena, rows.at[limit - 1].id.value)) : S(""));
	answer_close(&a);
	return OK;
}
