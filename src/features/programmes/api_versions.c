/* The versions of a programme, for programs. */
#include "access/api.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/limits.h"
#include "http/reply.h"
#include "programmes/api.h"
#include "programmes/versions.h"
#include "programmes/views_versions.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 50, CHANGES_MOST = 200, YAML_MOST = 200 << 10, CURSOR_BYTES = 24 };

static const char *const ways[] = { "file", "page", "program", "server", NULL };
static const char *const parts[] = { "programme", "setting", "service", "affiliation", "skill", "document", "holiday", "resource", "area", "letter", "form", "survey", NULL };
static const struct shape_field line_fields[] = {
	{ .name = T("number"), .type = SHAPE_WHOLE }, { .name = T("words"), .type = SHAPE_TEXT, .about = T("What changed, in a line.") },
	{ .name = T("way"), .type = SHAPE_WORD, .words = ways }, { .name = T("author"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("None: the operator, or the server itself.") },
	{ .name = T("made_at"), .type = SHAPE_MOMENT },
};
static SHAPE(line_shape, "VersionLine", line_fields);
static const struct shape_field list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &line_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(version_list_shape, "VersionList", list_fields);

static const struct shape_field change_fields[] = {
	{ .name = T("part"), .type = SHAPE_WORD, .words = parts }, { .name = T("name"), .type = SHAPE_TEXT, .about = T("As the file calls it.") },
	{ .name = T("aspect"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Of what is there before and after: what of it is another.") },
	{ .name = T("before"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("after"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("is_new"), .type = SHAPE_TICK }, { .name = T("is_gone"), .type = SHAPE_TICK },
};
static SHAPE(change_shape, "ProgrammeChange", change_fields);
static const struct shape_field version_fields[] = {
	{ .name = T("number"), .type = SHAPE_WHOLE }, { .name = T("words"), .type = SHAPE_TEXT }, { .name = T("way"), .type = SHAPE_WORD, .words = ways },
	{ .name = T("author"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("made_at"), .type = SHAPE_MOMENT },
	{ .name = T("changes"), .type = SHAPE_LIST, .of = &change_shape, .about = T("Against the version before; at most 200.") },
	{ .name = T("yaml"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("The programme as its file; none if it is longer than 200 KB.") },
};
SHAPE(version_shape, "Version", version_fields);

static const struct field query_fields[] = {
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("50 if it is left out.") },
};
const struct form version_list_form = { .name = T("version_list_form"), .fields = query_fields, .count = ARRAY_LENGTH(query_fields) };

static struct str
cursor(struct visit *v, int64_t number)
{
	struct buf text = buf_new(v->arena, CURSOR_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

enum outcome
version_list_json(struct visit *v)
{
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct str written = form_text(v->form, "after");
	struct versions_of_rows rows;
	struct answer a;

	if (!str_is_empty(written) && version_number(written) == 0) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(versions_of(v->db, v->arena, v->programme->id, version_number(written), limit + 1, &rows));
	a = api_answer(v);
	answer_open(&a, &version_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < (size_t)limit; i++) {
		answer_open(&a, &line_shape);
		answer_whole(&a, "number", rows.at[i].number);
		answer_text(&a, "words", rows.at[i].words);
		answer_word(&a, "way", version_way_name(rows.at[i].way));
		answer_text(&a, "author", rows.at[i].author_name);
		answer_moment(&a, "made_at", rows.at[i].made_at);
		answer_close(&a);
	}
	answer_close(&a);
	answer_text(&a, "next", rows.count > (size_t)limit ? api_next(v, cursor(v, rows.at[limit - 1].number)) : S(""));
	answer_close(&a);
	return OK;
}

static void
print_change(struct answer *a, const struct change *change)
{
	answer_open(a, &change_shape);
	answer_word(a, "part", str_from(part_words[change->part]));
	answer_text(a, "name", change->name);
	answer_text(a, "aspect", change->aspect == NULL ? S("") : str_from(change->aspect));
	answer_text(a, "before", change->before);
	answer_text(a, "after", change->after);
	answer_tick(a, "is_new", change->is_new);
	answer_tick(a, "is_gone", change->is_gone);
	answer_close(a);
}

static enum outcome
print(struct visit *v, struct arena *arena, int64_t number)
{
	struct version_at_row row;
	struct changes changes;
	struct answer a;

	TRY(version_at(v->db, arena, v->programme->id, number, &row));
	TRY(version_changes(v, arena, number, &changes));
	a = api_answer(v);
	answer_open(&a, &version_shape);
	answer_whole(&a, "number", row.number);
	answer_text(&a, "words", row.words);
	answer_word(&a, "way", version_way_name(row.way));
	answer_text(&a, "author", row.author_name);
	answer_moment(&a, "made_at", row.made_at);
	answer_list(&a, "changes");
	for (size_t i = 0; i < changes.count && i < CHANGES_MOST; i++)
		print_change(&a, &changes.at[i]);
	answer_close(&a);
	answer_text(&a, "yaml", row.yaml.length <= YAML_MOST ? row.yaml : S(""));
	answer_close(&a);
	return OK;
}

enum outcome
version_json(struct visit *v)
{
	return version_within(v, print);
}
