/* Documents for programs. */
#include "documents/api.h"

#include "access/api.h"
#include "base/arena.h"
#include "base/check.h"
#include "documents/form.h"
#include "documents/views.h"
#include "formats/id.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

static const char *const kinds[] = { "conduct", "handbook", "guide", "checklist", "process", NULL };
static const char *const roles[] = { "all", "mentee", "mentor", "coordinator", NULL };
static const char *const audiences[] = { "members", "public", NULL };
static const char *const standings[] = { "accepted", "in-grace", "missing", NULL };
static const char *const piece_kinds[] = { "same", "gone", "new", NULL };

static const struct shape_field line_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("title"), .type = SHAPE_TEXT }, { .name = T("version"), .type = SHAPE_WHOLE },
	{ .name = T("kind"), .type = SHAPE_WORD, .words = kinds }, { .name = T("role"), .type = SHAPE_WORD, .words = roles, .about = T("For whom it is.") },
	{ .name = T("audience"), .type = SHAPE_WORD, .words = audiences, .about = T("Who may read it.") },
	{ .name = T("is_binding"), .type = SHAPE_TICK, .about = T("Must be accepted.") }, { .name = T("published_at"), .type = SHAPE_MOMENT },
	{ .name = T("standing"), .type = SHAPE_WORD, .words = standings, .may_be_null = true, .about = T("Yours, where it is asked of you.") },
	{ .name = T("until_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("In grace: until when you can go on without it.") },
};
static SHAPE(line_shape, "DocumentSummary", line_fields);
static const struct shape_field list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &line_shape } };
SHAPE(document_list_shape, "DocumentList", list_fields);

static const struct shape_field document_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("title"), .type = SHAPE_TEXT }, { .name = T("version"), .type = SHAPE_WHOLE },
	{ .name = T("newest"), .type = SHAPE_WHOLE, .about = T("The version in force.") }, { .name = T("markdown"), .type = SHAPE_TEXT },
	{ .name = T("hash"), .type = SHAPE_TEXT, .about = T("SHA-256 of the text: what is kept with an acceptance.") },
	{ .name = T("kind"), .type = SHAPE_WORD, .words = kinds }, { .name = T("role"), .type = SHAPE_WORD, .words = roles },
	{ .name = T("audience"), .type = SHAPE_WORD, .words = audiences }, { .name = T("is_binding"), .type = SHAPE_TICK }, { .name = T("is_retired"), .type = SHAPE_TICK },
	{ .name = T("published_at"), .type = SHAPE_MOMENT },
};
SHAPE(document_shape, "Document", document_fields);

static const struct shape_field piece_fields[] = { { .name = T("kind"), .type = SHAPE_WORD, .words = piece_kinds }, { .name = T("words"), .type = SHAPE_TEXT } };
static SHAPE(piece_shape, "DocumentPiece", piece_fields);
static const struct shape_field change_fields[] = {
	{ .name = T("clause"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("is_new"), .type = SHAPE_TICK }, { .name = T("is_gone"), .type = SHAPE_TICK },
	{ .name = T("pieces"), .type = SHAPE_LIST, .of = &piece_shape },
};
static SHAPE(change_shape, "DocumentChange", change_fields);
static const struct shape_field changes_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("from"), .type = SHAPE_WHOLE, .about = T("0: none was before.") }, { .name = T("version"), .type = SHAPE_WHOLE },
	{ .name = T("changes"), .type = SHAPE_LIST, .of = &change_shape },
};
SHAPE(document_changes_shape, "DocumentChanges", changes_fields);

static const struct shape_field person_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("accepted"), .type = SHAPE_WHOLE, .about = T("The newest version that they accepted; 0: none.") },
	{ .name = T("told_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
static SHAPE(person_shape, "DocumentPerson", person_fields);
static const struct shape_field people_fields[] = {
	{ .name = T("version"), .type = SHAPE_WHOLE }, { .name = T("accepted"), .type = SHAPE_WHOLE, .about = T("How many accepted this version.") },
	{ .name = T("lacking"), .type = SHAPE_LIST, .of = &person_shape, .about = T("Whom it concerns and who has not.") },
	{ .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(document_people_shape, "DocumentPeople", people_fields);

enum outcome
document_list_json(struct visit *v)
{
	struct documents_view view = { .programme = v->programme };
	struct answer a;

	TRY(documents_view_find(v, &view));
	a = api_answer(v);
	answer_open(&a, &document_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < view.rows.count; i++) {
		const struct documents_of_row *row = &view.rows.at[i];
		const struct asked_document *asked = document_asked(&view, row->slug);

		answer_open(&a, &line_shape);
		answer_text(&a, "slug", row->slug);
		answer_text(&a, "title", row->title);
		answer_whole(&a, "version", row->version);
		answer_word(&a, "kind", document_card_kind_name(row->kind));
		answer_word(&a, "role", document_card_role_name(row->role));
		answer_word(&a, "audience", document_card_audience_name(row->audience));
		answer_tick(&a, "is_binding", row->is_binding);
		answer_moment(&a, "published_at", row->published_at);
		answer_word(&a, "standing", asked == NULL ? S("") : str_from(standings[asked->standing]));
		answer_moment(&a, "until_at", asked != NULL && asked->standing == STANDING_IN_GRACE ? asked->until_at : (struct moment){ 0 });
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}

static enum outcome
take_version(struct visit *v, struct document_newest_row *row, int64_t version)
{
	struct document_at_row old;

	if (version == 0 || version == row->version)
		return OK;
	TRY(document_at(v->db, v->arena, v->programme->id, v->params[1], version, &old));
	row->title = old.title;
	row->markdown = old.markdown;
	row->published_at = old.published_at;
	row->version = version;
	return OK;
}

enum outcome
document_json(struct visit *v)
{
	struct document_newest_row row;
	struct answer a;
	int64_t newest;

	TRY(document_find(v, v->params[1], &row));
	newest = row.version;
	TRY(take_version(v, &row, v->is_write ? 0 : form_whole(v->form, "version")));
	a = api_answer(v);
	answer_open(&a, &document_shape);
	answer_text(&a, "slug", v->params[1]);
	answer_text(&a, "title", row.title);
	answer_whole(&a, "version", row.version);
	answer_whole(&a, "newest", newest);
	answer_text(&a, "markdown", row.markdown);
	answer_text(&a, "hash", document_hash(v->arena, row.markdown));
	answer_word(&a, "kind", document_card_kind_name(row.kind));
	answer_word(&a, "role", document_card_role_name(row.role));
	answer_word(&a, "audience", document_card_audience_name(row.audience));
	answer_tick(&a, "is_binding", row.is_binding);
	answer_tick(&a, "is_retired", row.is_retired);
	answer_moment(&a, "published_at", row.published_at);
	answer_close(&a);
	return OK;
}

static void
print_change(struct answer *a, const struct rewording *change)
{
	answer_open(a, &change_shape);
	answer_text(a, "clause", change->number);
	answer_tick(a, "is_new", change->is_new);
	answer_tick(a, "is_gone", change->is_gone);
	answer_list(a, "pieces");
	for (size_t i = 0; i < change->pieces.count; i++) {
		answer_open(a, &piece_shape);
		answer_word(a, "kind", str_from(piece_kinds[change->pieces.at[i].kind]));
		answer_text(a, "words", change->pieces.at[i].words);
		answer_close(a);
	}
	answer_close(a);
	answer_close(a);
}

static enum outcome
print_changes(struct visit *v, struct arena *arena)
{
	struct document_changes_view view;
	struct answer a;

	TRY(document_compare(v, arena, &view));
	a = api_answer(v);
	answer_open(&a, &document_changes_shape);
	answer_text(&a, "slug", view.slug);
	answer_whole(&a, "from", view.from);
	answer_whole(&a, "version", view.to);
	answer_list(&a, "changes");
	for (size_t i = 0; i < view.changes.count; i++)
		print_change(&a, &view.changes.at[i]);
	answer_close(&a);
	answer_close(&a);
	return OK;
}

enum outcome
document_changes_json(struct visit *v)
{
	return document_within(v, print_changes);
}

enum outcome
document_people_json(struct visit *v)
{
	struct str written = form_text(v->form, "after");
	struct document_people_view view;
	struct answer a;
	int64_t after;

	if (!str_is_empty(written) && !id_read(written, &after)) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(document_people_find(v, &view));
	a = api_answer(v);
	answer_open(&a, &document_people_shape);
	answer_whole(&a, "version", view.row.version);
	answer_whole(&a, "accepted", view.counts.accepted);
	answer_list(&a, "lacking");
	for (size_t i = 0; i < view.lacking.count; i++) {
		answer_open(&a, &person_shape);
		answer_id(&a, "id", view.lacking.at[i].id.value);
		answer_text(&a, "name", view.lacking.at[i].name);
		answer_whole(&a, "accepted", view.lacking.at[i].accepted);
		answer_moment(&a, "told_at", view.lacking.at[i].told_at);
		answer_close(&a);
	}
	answer_close(&a);
	answer_text(&a, "next", str_is_empty(view.next_page) ? S("") : api_next(v, id_print(v->arena, view.lacking.at[view.lacking.count - 1].id.value)));
	answer_close(&a);
	return OK;
}
