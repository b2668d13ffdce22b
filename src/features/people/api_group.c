/* Letters to many, for programs. */
#include "access/api.h"
#include "base/check.h"
#include "formats/id.h"
#include "people/api.h"
#include "people/group.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 50 };

static const char *const states[] = { "draft", "sending", "sent", "discarded", NULL };
static const struct shape_field mail_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("group"), .type = SHAPE_TEXT }, { .name = T("author"), .type = SHAPE_TEXT },
	{ .name = T("state"), .type = SHAPE_WORD, .words = states }, { .name = T("subject"), .type = SHAPE_TEXT }, { .name = T("body"), .type = SHAPE_TEXT },
	{ .name = T("people"), .type = SHAPE_WHOLE, .about = T("Whom it reached; of a draft, whom it would reach now.") },
	{ .name = T("made_at"), .type = SHAPE_MOMENT }, { .name = T("sent_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
SHAPE(group_mail_shape, "GroupLetter", mail_fields);
static const struct shape_field line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("group"), .type = SHAPE_TEXT }, { .name = T("author"), .type = SHAPE_TEXT },
	{ .name = T("state"), .type = SHAPE_WORD, .words = states }, { .name = T("subject"), .type = SHAPE_TEXT }, { .name = T("people"), .type = SHAPE_WHOLE },
	{ .name = T("made_at"), .type = SHAPE_MOMENT }, { .name = T("sent_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
static SHAPE(line_shape, "GroupLetterLine", line_fields);
static const struct shape_field list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &line_shape } };
SHAPE(group_mail_list_shape, "GroupLetterList", list_fields);

enum outcome
group_mail_json(struct visit *v)
{
	struct group_mail_view view;
	struct answer a;

	TRY(group_mail_find(v, &view));
	a = api_answer(v);
	answer_open(&a, &group_mail_shape);
	answer_id(&a, "id", view.row.id.value);
	answer_text(&a, "group", view.row.audience);
	answer_text(&a, "author", view.row.author_name);
	answer_word(&a, "state", group_mail_state_name(view.row.state));
	answer_text(&a, "subject", view.row.subject);
	answer_text(&a, "body", view.row.body);
	answer_whole(&a, "people", view.people);
	answer_moment(&a, "made_at", view.row.made_at);
	answer_moment(&a, "sent_at", view.row.sent_at);
	answer_close(&a);
	return OK;
}

enum outcome
group_mail_list_json(struct visit *v)
{
	struct group_mails_rows rows;
	struct answer a;

	TRY(group_mails(v->db, v->arena, v->programme->id, (struct group_mail_id){ 0 }, LIST_ROWS, &rows));
	a = api_answer(v);
	answer_open(&a, &group_mail_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++) {
		answer_open(&a, &line_shape);
		answer_id(&a, "id", rows.at[i].id.value);
		answer_text(&a, "group", rows.at[i].audience);
		answer_text(&a, "author", rows.at[i].author_name);
		answer_word(&a, "state", group_mail_state_name(rows.at[i].state));
		answer_text(&a, "subject", rows.at[i].subject);
		answer_whole(&a, "people", rows.at[i].people);
		answer_moment(&a, "made_at", rows.at[i].made_at);
		answer_moment(&a, "sent_at", rows.at[i].sent_at);
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}
