/* Letters and their texts, for programs: what the pages of web_letters.c and web_texts.c show. */
#include "access/api.h"
#include "base/check.h"
#include "base/limits.h"
#include "formats/id.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "letters/text.h"
#include "programmes/api.h"
#include "programmes/programmes.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 50 };

static const char *const states[] = { "waiting", "held", "sent", "given-up", "cancelled", NULL };
static const char *const channels[] = { "mail", "slack", NULL };
static const struct shape_field letter_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("kind"), .type = SHAPE_TEXT }, { .name = T("recipient"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("channel"), .type = SHAPE_WORD, .words = channels }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("subject"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Once it is in words.") },
	{ .name = T("trouble"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("tries"), .type = SHAPE_WHOLE },
	{ .name = T("is_draft"), .type = SHAPE_TICK, .about = T("It waits until a coordinator lets it go.") },
	{ .name = T("request"), .type = SHAPE_ID, .may_be_null = true }, { .name = T("made_at"), .type = SHAPE_MOMENT },
	{ .name = T("not_before_at"), .type = SHAPE_MOMENT }, { .name = T("ended_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
static SHAPE(letter_shape, "Letter", letter_fields);
static const struct shape_field letter_list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &letter_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(letter_list_shape, "LetterList", letter_list_fields);

static const struct choice state_choices[] = {
	{ .value = T("waiting") }, { .value = T("held") }, { .value = T("sent") }, { .value = T("given-up") }, { .value = T("cancelled") },
};
static const struct field query_fields[] = {
	{ .name = T("state"), .type = FIELD_CHOICE, .label = T("State"), .choices = { state_choices, ARRAY_LENGTH(state_choices) } },
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("50 if it is left out.") },
};
const struct form letter_list_form = { .name = T("letter_list_form"), .fields = query_fields, .count = ARRAY_LENGTH(query_fields) };

static void
print_letter(struct answer *a, const struct letters_of_programme_row *row)
{
	answer_open(a, &letter_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "kind", row->kind);
	answer_text(a, "recipient", row->recipient_name);
	answer_word(a, "channel", letter_channel_name(row->channel));
	answer_word(a, "state", letter_state_name(row->state));
	answer_text(a, "subject", row->subject);
	answer_text(a, "trouble", row->trouble);
	answer_whole(a, "tries", row->tries);
	answer_tick(a, "is_draft", !moment_is_none(row->draft_at) && row->state == LETTER_STATE_WAITING);
	answer_id(a, "request", row->request.value);
	answer_moment(a, "made_at", row->made_at);
	answer_moment(a, "not_before_at", row->not_before_at);
	answer_moment(a, "ended_at", row->ended_at);
	answer_close(a);
}

enum outcome
letter_list_json(struct visit *v)
{
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct str written = form_text(v->form, "after");
	struct letters_of_programme_rows rows;
	struct letter_id after = { 0 };
	struct answer a;

	if (!str_is_empty(written) && !id_read(written, &after.value)) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(letters_of_programme(v->db, v->arena, v->programme->id, form_text(v->form, "state"), after, limit + 1, &rows));
	a = api_answer(v);
	answer_open(&a, &letter_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < (size_t)limit; i++)
		print_letter(&a, &rows.at[i]);
	answer_close(&a);
	answer_text(&a, "next", rows.count > (size_t)limit ? api_next(v, id_print(v->arena, rows.at[limit - 1].id.value)) : S(""));
	answer_close(&a);
	return OK;
}

static const struct shape_field text_fields[] = {
	{ .name = T("kind"), .type = SHAPE_TEXT }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("subject"), .type = SHAPE_TEXT },
	{ .name = T("body"), .type = SHAPE_TEXT }, { .name = T("is_own"), .type = SHAPE_TICK, .about = T("Whether the programme worded it itself.") },
	{ .name = T("may_show"), .type = SHAPE_TEXT, .about = T("Names of values with blanks between; those with @ are addresses, as [words](name).") },
};
SHAPE(letter_text_shape, "LetterText", text_fields);

enum outcome
letter_text_json(struct visit *v)
{
	const struct letter_sort *sort = letter_sort_called(v->params[1]);
	struct letter_text_newest_row row = { 0 };
	struct letter_text text;
	struct answer a;
	enum outcome said;

	if (sort == NULL || sort->topic == TOPIC_ACCOUNT)
		return NOT_FOUND;
	said = letter_text_newest(v->db, v->arena, v->programme->id, sort->id, &row);
	if (said != OK && said != NOT_FOUND)
		return said;
	text = str_is_empty(row.body) ? letter_builtin(sort, S("")) : (struct letter_text){ row.subject, row.body };
	a = api_answer(v);
	answer_open(&a, &letter_text_shape);
	answer_text(&a, "kind", sort->id);
	answer_text(&a, "name", sort->name);
	answer_text(&a, "subject", text.subject);
	answer_text(&a, "body", text.body);
	answer_tick(&a, "is_own", !str_is_empty(row.body));
	answer_text(&a, "may_show", str_join(v->arena, 3, (struct str[]){ letter_common_fields, S(" "), sort->fields }));
	answer_close(&a);
	return OK;
}
