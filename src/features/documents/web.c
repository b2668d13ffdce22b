/* Reading documents, as they are and as they were, and accepting them. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "documents/form.h"
#include "documents/pages.h"
#include "documents/views.h"
#include "formats/markdown.h"
#include "forms/say.h"
#include "http/routes.h"

enum { NUMBER_BYTES = 24, COMPARE_ARENA = 8 << 20 };

/* --- words --- */

struct str
document_kind_words(struct page *page, enum document_card_kind kind)
{
	static const char *const words[] = {
		[DOCUMENT_CARD_KIND_CONDUCT] = N_("Code of conduct"), [DOCUMENT_CARD_KIND_HANDBOOK] = N_("Handbook"), [DOCUMENT_CARD_KIND_GUIDE] = N_("Guide"),
		[DOCUMENT_CARD_KIND_CHECKLIST] = N_("Checklist"), [DOCUMENT_CARD_KIND_PROCESS] = N_("Process"),
	};

	return page_words(page, words[kind], 0, NULL);
}

struct str
document_role_words(struct page *page, enum document_card_role role)
{
	static const char *const words[] = {
		[DOCUMENT_CARD_ROLE_ALL] = N_("for everybody"), [DOCUMENT_CARD_ROLE_MENTEE] = N_("for mentees"), [DOCUMENT_CARD_ROLE_MENTOR] = N_("for mentors"),
		[DOCUMENT_CARD_ROLE_COORDINATOR] = N_("for coordinators"),
	};

	return page_words(page, words[role], 0, NULL);
}

static struct str
number_text(struct arena *arena, int64_t number)
{
	struct buf text = buf_new(arena, NUMBER_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

struct str
document_number(struct page *page, int64_t number)
{
	return number_text(page->arena, number);
}

const struct asked_document *
document_asked(const struct documents_view *view, struct str slug)
{
	for (size_t i = 0; i < view->asked.count; i++)
		if (str_equal(view->asked.at[i].row.slug, slug))
			return &view->asked.at[i];
	return NULL;
}

/* --- who reads --- */

/* As what the visitor is asked: everybody may ask for a mentor. */
static unsigned
asked_as(const struct visit *v, struct str next)
{
	bool is_mentor = visit_may(v, WHO_APPLICANT) || str_equal(next, S("mentor")) || str_equal(next, S("join-mentor"));

	return AS_MENTEE | (is_mentor ? AS_MENTOR : 0u) | (visit_may(v, WHO_COORDINATOR) ? AS_COORDINATOR : 0u);
}

/* To somebody signed out every document is as if it stood behind the sign-in, unless it is for all; to who is no member there is none. */
static enum outcome
may_read(const struct visit *v, enum outcome said, const struct document_newest_row *row)
{
	bool is_public = said == OK && row->audience == DOCUMENT_CARD_AUDIENCE_PUBLIC && !row->is_retired;

	if (said != OK && said != NOT_FOUND)
		return said;
	if (is_public || visit_may(v, WHO_MEMBER))
		return said;
	if (visit_may(v, WHO_HALF))
		return FACTOR_FIRST;
	return visit_may(v, WHO_SIGNED_IN) ? NOT_FOUND : SIGN_IN_FIRST;
}

enum outcome
document_find(struct visit *v, struct str slug, struct document_newest_row *out)
{
	return may_read(v, document_newest(v->db, v->arena, v->programme->id, slug, out), out);
}

static int64_t
version_asked(const struct visit *v, const char *name)
{
	int64_t number;

	return str_whole(request_query(v->request, str_from(name)), &number) && number > 0 ? number : 0;
}

/* --- pages --- */

enum outcome
documents_view_find(struct visit *v, struct documents_view *view)
{
	struct documents_of_rows all;

	TRY(documents_of(v->db, v->arena, v->programme->id, false, DOCUMENTS_MOST, &all));
	view->rows.at = ARENA_MANY(v->arena, all.count + 1, struct documents_of_row);
	for (size_t i = 0; i < all.count; i++)
		if (visit_may(v, WHO_MEMBER) || all.at[i].audience == DOCUMENT_CARD_AUDIENCE_PUBLIC)
			view->rows.at[view->rows.count++] = all.at[i];
	if (visit_may(v, WHO_MEMBER))
		return documents_asked(v, v->who.id, asked_as(v, S("")), &view->asked);
	return view->rows.count == 0 ? may_read(v, NOT_FOUND, NULL) : OK;
}

enum outcome
documents_list(struct visit *v)
{
	struct documents_view view = { .programme = v->programme };
	struct page page;

	TRY(documents_view_find(v, &view));
	page = visit_page(v);
	page_documents(&page, &view);
	return OK;
}

/* The version that the address names stands in place of the newest. */
static enum outcome
take_version(struct visit *v, struct document_view *view)
{
	struct document_at_row old;
	int64_t version = version_asked(v, "version");

	view->shown = view->row.version;
	if (version == 0 || version == view->row.version)
		return OK;
	TRY(document_at(v->db, v->arena, v->programme->id, view->slug, version, &old));
	view->row.title = old.title;
	view->row.markdown = old.markdown;
	view->row.published_at = old.published_at;
	view->shown = version;
	view->is_old = true;
	return OK;
}

static bool
is_to_read(const struct document_view *view)
{
	return view->row.kind == DOCUMENT_CARD_KIND_HANDBOOK && !view->row.is_binding && !view->row.is_retired && !view->is_old;
}

static enum outcome
take_standing(struct visit *v, struct document_view *view, struct str next)
{
	struct document_accepted_version_row accepted;
	struct acceptance_of_row row = { 0 };
	struct asked_documents asked;
	enum outcome said;

	if (!visit_may(v, WHO_MEMBER))
		return OK;
	TRY(document_accepted_version(v->db, v->arena, v->programme->id, view->slug, v->who.id, &accepted));
	view->accepted = accepted.version;
	said = acceptance_of(v->db, v->arena, v->who.id, view->row.id, &row);
	if (said != OK && said != NOT_FOUND)
		return said;
	view->accepted_at = row.accepted_at;
	view->asks = view->row.is_binding && !view->row.is_retired && said == NOT_FOUND && !view->is_old;
	view->is_to_read = said == NOT_FOUND && is_to_read(view);
	TRY(documents_asked(v, v->who.id, asked_as(v, next), &asked));
	for (size_t i = 0; i < asked.count; i++)
		if (str_equal(asked.at[i].row.slug, view->slug))
			view->until_at = asked.at[i].until_at;
	return OK;
}

static enum outcome
show(struct visit *v, struct str slug)
{
	struct document_view view = { .programme = v->programme, .slug = slug, .form = visit_values(v, &conduct_form, NULL) };
	struct str next = visit_is_again(v, &conduct_form) ? form_text(v->form, "next") : request_query(v->request, S("next"));
	struct page page;

	TRY(document_find(v, slug, &view.row));
	TRY(take_version(v, &view));
	TRY(take_standing(v, &view, next));
	view.text = view.row.kind == DOCUMENT_CARD_KIND_CONDUCT || view.row.is_binding ? clauses_html(v->arena, view.row.markdown)
	    : markdown_html(v->arena, view.row.markdown);
	form_set_text(view.form, "slug", slug);
	form_set_text(view.form, "version", number_text(v->arena, view.row.version));
	form_set_text(view.form, "next", next);
	form_set_whole(view.form, "accepted", 0);    /* never ticked for somebody */
	page = visit_page(v);
	page_document(&page, &view);
	return OK;
}

enum outcome
document_show(struct visit *v)
{
	return show(v, v->params[1]);
}

/* What keeps the visitor from going on comes first, then what can still wait; otherwise the code of conduct itself. */
static enum outcome
first_to_accept(struct visit *v, struct str next, struct str *slug)
{
	struct asked_documents asked;

	*slug = S("conduct");
	TRY(documents_asked(v, v->who.id, asked_as(v, next), &asked));
	for (int standing = STANDING_MISSING; standing >= STANDING_IN_GRACE; standing--)
		for (size_t i = 0; i < asked.count; i++)
			if (asked.at[i].standing == (enum standing)standing) {
				*slug = asked.at[i].row.slug;
				return OK;
			}
	return OK;
}

enum outcome
conduct_show(struct visit *v)
{
	struct str slug;

	if (visit_is_again(v, &conduct_form) && !str_is_empty(form_text(v->form, "slug")))
		return show(v, form_text(v->form, "slug"));
	TRY(first_to_accept(v, request_query(v->request, S("next")), &slug));
	return show(v, slug);
}

/* Where somebody came from; words, so that no address of others can stand here. */
static struct str
way_on(struct visit *v, struct str next)
{
	if (str_equal(next, S("wizard")))
		return url_wizard_show(v->arena, v->programme->slug, S("check"));
	if (str_equal(next, S("mentor")))
		return url_mentor_self_show(v->arena, v->programme->slug);
	if (str_equal(next, S("queue")))
		return url_queue_show(v->arena, v->programme->slug);
	if (str_equal(next, S("join-mentor")) || str_equal(next, S("join-mentee")))
		return url_application_show(v->arena, v->programme->slug, str_skip(next, 5));
	return url_programme_show(v->arena, v->programme->slug);
}

/* The next one that stands in the way, or back to where they were. */
static enum outcome
go_on(struct visit *v, struct str next, struct str done)
{
	bool is_through;

	TRY(documents_are_accepted(v, v->who.id, asked_as(v, next), &is_through));
	if (is_through)
		return visit_see_other(v, way_on(v, next), done);
	return visit_see_other(v, url_conduct_show(v->arena, v->programme->slug), done);
}

enum outcome
conduct_accept(struct visit *v)
{
	struct str slug = form_text(v->form, "slug");
	struct document_newest_row row;
	int64_t shown = 0;
	bool is_new;

	slug = str_is_empty(slug) ? S("conduct") : slug;
	TRY(document_find(v, slug, &row));
	if ((!row.is_binding && row.kind != DOCUMENT_CARD_KIND_HANDBOOK) || row.is_retired)
		return NOT_FOUND;
	(void)str_whole(form_text(v->form, "version"), &shown);
	TRY(conduct_may_accept(shown, row.version));
	TRY(document_keep(v, v->who.id, slug, &is_new));
	if (is_new && row.kind == DOCUMENT_CARD_KIND_CONDUCT)
		TRY(event_say(v, S("conduct-accepted"), &(struct event_facts){ .person = v->who.id }));
	else if (is_new)
		TRY(event_say(v, row.is_binding ? S("document-accepted") : S("document-read"), &(struct event_facts){ .person = v->who.id, .detail = row.title }));
	if (!row.is_binding)
		return visit_see_other(v, url_document_show(v->arena, v->programme->slug, slug), S("document-read"));
	return go_on(v, form_text(v->form, "next"), row.kind == DOCUMENT_CARD_KIND_CONDUCT ? S("accepted") : S("document-accepted"));
}

/* --- what changed --- */

/* Compared with the version that the address names, that the reader accepted, or the one before. */
static enum outcome
versions_to_compare(struct visit *v, struct document_changes_view *view, int64_t newest)
{
	struct document_accepted_version_row accepted = { 0 };

	view->to = version_asked(v, "version") > 0 ? version_asked(v, "version") : newest;
	view->from = version_asked(v, "from");
	if (view->from == 0 && visit_may(v, WHO_MEMBER))
		TRY(document_accepted_version(v->db, v->arena, v->programme->id, view->slug, v->who.id, &accepted));
	if (view->from == 0)
		view->from = accepted.version > 0 && accepted.version < view->to ? accepted.version : view->to - 1;
	return OK;
}

enum outcome
document_compare(struct visit *v, struct arena *arena, struct document_changes_view *view)
{
	struct document_newest_row newest;
	struct document_at_row before = { 0 }, after;
	struct clauses was, now;

	*view = (struct document_changes_view){ .programme = v->programme, .slug = v->params[1] };
	TRY(document_find(v, view->slug, &newest));
	TRY(versions_to_compare(v, view, newest.version));
	TRY(document_at(v->db, arena, v->programme->id, view->slug, view->to, &after));
	if (view->from > 0)
		TRY(document_at(v->db, arena, v->programme->id, view->slug, view->from, &before));
	view->title = after.title;
	was = clauses_read(arena, before.markdown);
	now = clauses_read(arena, after.markdown);
	view->changes = wording_compare(arena, &was, &now);
	return OK;
}

static enum outcome
show_changes(struct visit *v, struct arena *arena)
{
	struct document_changes_view view;
	struct page page;

	TRY(document_compare(v, arena, &view));
	page = visit_page(v);
	page_document_changes(&page, &view);
	return OK;
}

enum outcome
document_changes_show(struct visit *v)
{
	return document_within(v, show_changes);
}

/* Two whole documents by their clauses: more than a visit's own arena may hold. */
enum outcome
document_within(struct visit *v, enum outcome (*act)(struct visit *, struct arena *))
{
	struct arena *arena;
	enum outcome said;

	arena_open(COMPARE_ARENA, &arena);
	said = act(v, arena);
	arena_close(&arena);
	return said;
}
