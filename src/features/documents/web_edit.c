/* Coordinators write documents: looked at before they are kept, each time a version of its own; of two who write at once the second is shown
 * what the first one kept, beside what they typed. */
#include "access/api.h"
#include "access/layout.h"
#include "base/arena.h"
#include "documents/form.h"
#include "documents/pages.h"
#include "documents/views.h"
#include "formats/markdown.h"
#include "formats/text.h"
#include "http/routes.h"
#include "programmes/versions.h"

enum { VERSIONS_SHOWN = 50 };

#define NEW_ONE S("new")          /* stands in the address where a document is yet to be named */

enum outcome
documents_edit_list(struct visit *v)
{
	struct documents_view view = { .programme = v->programme };
	struct page page;

	TRY(documents_of(v->db, v->arena, v->programme->id, true, DOCUMENTS_MOST, &view.rows));
	page = visit_page(v);
	page_documents_edit(&page, &view);
	return OK;
}

static struct values *
filled(struct visit *v, const struct document_newest_row *row)
{
	struct values *form = form_start(v->arena, &document_form, NULL);

	if (row->version == 0) {
		form_set_text(form, "kind", document_card_kind_name(DOCUMENT_CARD_KIND_GUIDE));
		form_set_text(form, "role", document_card_role_name(DOCUMENT_CARD_ROLE_ALL));
		form_set_text(form, "audience", document_card_audience_name(DOCUMENT_CARD_AUDIENCE_MEMBERS));
		return form;
	}
	form_set_text(form, "title", row->title);
	form_set_text(form, "kind", document_card_kind_name(row->kind));
	form_set_text(form, "role", document_card_role_name(row->role));
	form_set_text(form, "audience", document_card_audience_name(row->audience));
	form_set_whole(form, "is_binding", row->is_binding);
	form_set_whole(form, "is_retired", row->is_retired);
	form_set_text(form, "markdown", row->markdown);
	return form;
}

/* A new one has no row: version 0. */
static enum outcome
find_to_edit(struct visit *v, struct document_newest_row *out)
{
	enum outcome said = document_newest(v->db, v->arena, v->programme->id, v->params[1], out);

	if (said != NOT_FOUND || !str_equal(v->params[1], NEW_ONE))
		return said;
	*out = (struct document_newest_row){ .version = 0 };
	return OK;
}

/* The tag that the form was filled from goes on while it is only looked at or corrected, so that what somebody else keeps meanwhile is noticed;
 * whoever was told of it once may keep theirs. */
static struct str
seen_tag(struct visit *v, const struct values *present)
{
	struct pairs sent;

	if (v->form == NULL || v->refusal == CHANGED_SINCE || request_read_form(v->arena, v->request->body, &sent) != OK)
		return form_tag(v->arena, present);
	for (size_t i = 0; i < sent.count; i++)
		if (str_equal(sent.at[i].name, S("seen")))
			return sent.at[i].value;
	return form_tag(v->arena, present);
}

static void
compare_typed(struct arena *arena, struct document_edit_view *view)
{
	struct clauses was = clauses_read(arena, view->row.markdown), now = clauses_read(arena, form_text(view->form, "markdown"));

	view->changes = wording_compare(arena, &was, &now);
}

static enum outcome
show(struct visit *v, struct arena *arena)
{
	struct document_edit_view view = { .programme = v->programme, .slug = v->params[1] };
	struct values *present;
	struct page page;

	TRY(find_to_edit(v, &view.row));
	TRY(document_versions(v->db, v->arena, v->programme->id, view.slug, VERSIONS_SHOWN, &view.versions));
	view.is_new = view.row.version == 0;
	present = filled(v, &view.row);
	view.form = visit_is_again(v, &document_form) ? v->form : present;
	if (view.form == v->form && !str_is_empty(form_text(view.form, "markdown"))) {
		view.has_preview = true;
		view.preview = clauses_html(arena, form_text(view.form, "markdown"));
		if (!view.is_new)
			compare_typed(arena, &view);
	}
	page = visit_page(v);
	page.form_seen = seen_tag(v, present);
	page_document_edit(&page, &view);
	return OK;
}

enum outcome
document_edit_show(struct visit *v)
{
	return document_within(v, show);
}

/* Nothing is kept: the page with what was typed, and how it will look. */
enum outcome
document_preview(struct visit *v)
{
	struct document_newest_row row;

	TRY(find_to_edit(v, &row));
	TRY(visit_has_seen(v, filled(v, &row)));
	return document_within(v, show);
}

/* Out of the title, with a number behind it where that is taken. */
static enum outcome
free_slug(struct visit *v, struct str title, struct str *out)
{
	struct str base = slug_of(v->arena, text_folded(v->arena, title));
	struct document_newest_row row;
	enum outcome said;

	if (str_is_empty(base) || str_equal(base, NEW_ONE))
		base = S("document");
	*out = base;
	for (char digit = '2'; digit <= '9'; digit++) {
		said = document_newest(v->db, v->arena, v->programme->id, *out, &row);
		if (said != OK)
			return said == NOT_FOUND ? OK : said;
		*out = str_join(v->arena, 3, (struct str[]){ str_head(base, 38), S("-"), (struct str){ str_c(v->arena, (struct str){ &digit, 1 }), 1 } });
	}
	form_complain(v->form, "title", S("Several documents are called so already. Choose another title."));
	return BAD_INPUT;
}

/* The form's choices are the words of the schema. */
static struct document_card
card_of(struct values *form)
{
	return (struct document_card){
		.kind = document_card_kind_of(form_text(form, "kind")), .role = document_card_role_of(form_text(form, "role")),
		.audience = document_card_audience_of(form_text(form, "audience")), .is_binding = form_tick(form, "is_binding"),
		.is_retired = form_tick(form, "is_retired"),
	};
}

static enum outcome
is_room_for_one(struct visit *v)
{
	struct documents_of_rows rows;

	TRY(documents_of(v->db, v->arena, v->programme->id, true, DOCUMENTS_MOST, &rows));
	if (rows.count < DOCUMENTS_MOST)
		return OK;
	form_complain(v->form, "title", S("A programme has at most 50 documents. Write into one that is there, or give a retired one another text."));
	return BAD_INPUT;
}

enum outcome
document_save(struct visit *v)
{
	struct document_wish wish = { .slug = v->params[1], .title = form_text(v->form, "title"), .markdown = form_text(v->form, "markdown") };
	struct document_newest_row row;
	bool has_changed;

	TRY(find_to_edit(v, &row));
	TRY(visit_has_seen(v, filled(v, &row)));
	wish.card = card_of(v->form);
	if (row.version == 0) {
		TRY(is_room_for_one(v));
		TRY(free_slug(v, wish.title, &wish.slug));
	}
	TRY(document_write(v, v->programme->id, &wish, &has_changed));
	v->params[1] = wish.slug;    /* whoever answers a program shows what it has become */
	if (has_changed) {
		TRY(programme_touch(v));
		TRY(version_keep_form(v));
		TRY(event_say(v, S("document-saved"), &(struct event_facts){ .detail = wish.title }));
	}
	return visit_see_other(v, url_document_edit_show(v->arena, v->programme->slug, wish.slug), S("saved"));
}
