/* What a programme points to elsewhere (F030): for members to read, for coordinators to change. Each change is said in the record and kept. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/rules.h"
#include "programmes/versions.h"
#include "programmes/views.h"

/* LETTER_MOST: of a letter, which says something else first. */
enum { NUMBER_BYTES = 24, LETTER_MOST = 8, LETTER_BYTES = 3000 };

struct str
resource_role_words(struct page *page, enum resource_role role)
{
	static const char *const words[] = {
		[RESOURCE_ROLE_ALL] = N_("for everybody"), [RESOURCE_ROLE_MENTEE] = N_("for mentees"), [RESOURCE_ROLE_MENTOR] = N_("for mentors"),
	};

	return page_words(page, words[role], 0, NULL);
}

enum outcome
resources_for_letter(struct visit *v, enum resource_role role, struct str *out)
{
	struct buf text = buf_new(v->arena, LETTER_BYTES);
	struct resources_of_rows rows;
	size_t told = 0;

	TRY(resources_of(v->db, v->arena, v->programme->id, RESOURCES_MOST, &rows));
	for (size_t i = 0; i < rows.count && told < LETTER_MOST; i++) {
		if (rows.at[i].is_retired || (rows.at[i].role != RESOURCE_ROLE_ALL && rows.at[i].role != role))
			continue;
		buf_format(&text, "%s%.*s: %.*s", told++ > 0 ? "\n" : "", STR_FORMAT(rows.at[i].title), STR_FORMAT(rows.at[i].url));
	}
	*out = text.length == 0 ? S("") : buf_str(&text);
	return OK;
}

/* Retired ones stand last, so the others are the first of them. */
static size_t
in_use(const struct resources_of_rows *rows)
{
	size_t count = 0;

	while (count < rows->count && !rows->at[count].is_retired)
		count++;
	return count;
}

enum outcome
resources_show(struct visit *v)
{
	struct resources_view view = { .programme = v->programme };
	struct page page;

	TRY(resources_of(v->db, v->arena, v->programme->id, RESOURCES_MOST, &view.rows));
	view.rows.count = in_use(&view.rows);
	page = visit_page(v);
	page_resources(&page, &view);
	return OK;
}

/* --- for coordinators --- */

static const struct resources_of_row *
resource_in(const struct resources_of_rows *rows, struct str id)
{
	int64_t number;

	if (!id_read(id, &number))
		return NULL;
	for (size_t i = 0; i < rows->count; i++)
		if (rows->at[i].id.value == number)
			return &rows->at[i];
	return NULL;
}

static void
set_place(struct visit *v, struct values *form, int64_t position)
{
	struct buf text = buf_new(v->arena, NUMBER_BYTES);

	buf_whole(&text, position);
	form_set_whole(form, "position", position);
	form_set_text(form, "position", buf_str(&text));
}

/* The form as a stored one fills it. */
static struct values *
filled(struct visit *v, const struct resources_of_row *row)
{
	struct values *form = form_start(v->arena, &resource_form, NULL);

	form_set_text(form, "edit", id_print(v->arena, row->id.value));
	form_set_text(form, "title", row->title);
	form_set_text(form, "url", row->url);
	form_set_text(form, "about", row->about);
	form_set_text(form, "role", resource_role_name(row->role));
	set_place(v, form, row->position);
	form_set_whole(form, "is_retired", row->is_retired);
	return form;
}

enum outcome
resources_edit(struct visit *v)
{
	struct resources_view view = { .programme = v->programme };
	bool is_again = visit_is_again(v, &resource_form);
	struct page page;

	TRY(resources_of(v->db, v->arena, v->programme->id, RESOURCES_MOST, &view.rows));
	view.form = visit_values(v, &resource_form, NULL);
	view.editing = resource_in(&view.rows, is_again ? form_text(view.form, "edit") : request_query(v->request, S("edit")));
	if (!is_again && view.editing != NULL) {
		view.form = filled(v, view.editing);
	} else if (!is_again) {
		form_set_text(view.form, "role", S("all"));
		set_place(v, view.form, (int64_t)view.rows.count + 1);
	}
	page = visit_page(v);
	if (view.editing != NULL)
		page.form_seen = form_tag(v->arena, filled(v, view.editing));
	page_resources_edit(&page, &view);
	return OK;
}

static bool
slug_is_taken(const struct resources_of_rows *rows, struct str slug)
{
	for (size_t i = 0; i < rows->count; i++)
		if (str_equal(rows->at[i].slug, slug))
			return true;
	return false;
}

/* The word of a new one in files: from its title, or from its id where the title has no Latin letter; never one that exists. */
static struct str
slug_for(struct visit *v, const struct resources_of_rows *rows, int64_t id)
{
	struct str slug = slug_of(v->arena, text_folded(v->arena, form_text(v->form, "title")));

	return str_is_empty(slug) || slug_is_taken(rows, slug) ? id_print(v->arena, id) : slug;
}

enum outcome
resource_save(struct visit *v)
{
	const struct resources_of_row *editing;
	struct resources_of_rows rows;
	int64_t id = visit_new_id(v);

	TRY(resources_of(v->db, v->arena, v->programme->id, RESOURCES_MOST, &rows));
	editing = resource_in(&rows, form_text(v->form, "edit"));
	if (editing == NULL && !str_is_empty(form_text(v->form, "edit")))
		return STALE;
	if (editing != NULL)
		TRY(visit_has_seen(v, filled(v, editing)));
	if (editing == NULL && rows.count >= RESOURCES_MOST) {
		form_complain(v->form, "title", S("There are as many as a programme can hold. Change one that is no longer needed."));
		return BAD_INPUT;
	}
	TRY(resource_keep(v, &(struct resource_set_values){
	    .id = { id }, .programme = v->programme->id, .slug = editing != NULL ? editing->slug : slug_for(v, &rows, id), .title = form_text(v->form, "title"),
	    .url = form_text(v->form, "url"), .about = form_text(v->form, "about"), .role = resource_role_of(form_text(v->form, "role")),
	    .position = form_whole(v->form, "position"), .is_retired = form_tick(v->form, "is_retired"), .now = v->now }, editing == NULL || editing->is_retired ? S("") : editing->url));
	TRY(programme_touch(v));
	TRY(version_keep_form(v));
	TRY(event_say(v, S("resource-saved"), &(struct event_facts){ .detail = form_text(v->form, "title") }));
	return visit_see_other(v, url_resources_edit(v->arena, v->programme->slug), S("resource-saved"));
}
