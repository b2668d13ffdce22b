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

bool
resource_is_for(const struct visit *v, const struct resources_of_row *row)
{
	static const unsigned who[] = { [RESOURCE_ROLE_ALL] = WHO_MENTEE | WHO_MENTOR, [RESOURCE_ROLE_MENTEE] = WHO_MENTEE, [RESOURCE_ROLE_MENTOR] = WHO_MENTOR };

	check((size_t)row->role < ARRAY_LENGTH(who));
	return !row->is_room || visit_may(v, WHO_COORDINATOR | who[row->role]);
}

/* Rooms, or what is none: those of a role, as far as a letter bears. */
static enum outcome
add_lines(struct visit *v, enum resource_role role, bool is_rooms, struct buf *text)
{
	struct resources_of_rows rows;
	size_t told = 0;

	TRY(resources_of(v->db, v->arena, v->programme->id, RESOURCES_MOST, &rows));
	for (size_t i = 0; i < rows.count && told < LETTER_MOST; i++) {
		const struct resources_of_row *row = &rows.at[i];

		if (row->is_retired || row->is_room != is_rooms || (row->role != RESOURCE_ROLE_ALL && row->role != role))
			continue;
		buf_format(text, "%s%.*s: %.*s", text->length > 0 ? "\n" : "", STR_FORMAT(row->title), STR_FORMAT(row->url));
		told++;
	}
	return OK;
}

enum outcome
resources_for_letter(struct visit *v, enum resource_role role, struct str *out)
{
	struct buf text = buf_new(v->arena, LETTER_BYTES);

	TRY(add_lines(v, role, false, &text));
	*out = text.length == 0 ? S("") : buf_str(&text);
	return OK;
}

enum outcome
rooms_for_letter(struct visit *v, struct str language, enum resource_role role, struct str *out)
{
	struct buf text = buf_new(v->arena, LETTER_BYTES);
	struct str invitation = say(language, N_("You are invited to these rooms:"));

	buf_add(&text, invitation);
	TRY(add_lines(v, role, true, &text));
	*out = text.length == invitation.length ? S("") : buf_str(&text);
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

/* What the visitor may know of them; the rooms alone, or all. */
static void
resources_keep(const struct visit *v, struct resources_of_rows *rows, bool rooms_alone)
{
	size_t kept = 0;

	for (size_t i = 0; i < rows->count; i++)
		if (resource_is_for(v, &rows->at[i]) && (rows->at[i].is_room || !rooms_alone))
			rows->at[kept++] = rows->at[i];
	rows->count = kept;
}

enum outcome
rooms_find(struct visit *v, struct resources_of_rows *out)
{
	TRY(resources_of(v->db, v->arena, v->programme->id, RESOURCES_MOST, out));
	out->count = in_use(out);
	resources_keep(v, out, true);
	return OK;
}

enum outcome
resources_show(struct visit *v)
{
	struct resources_view view = { .programme = v->programme };
	struct page page;

	TRY(resources_of(v->db, v->arena, v->programme->id, RESOURCES_MOST, &view.rows));
	view.rows.count = in_use(&view.rows);
	resources_keep(v, &view.rows, false);
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
	form_set_whole(form, "is_room", row->is_room);
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
	    .position = form_whole(v->form, "position"), .is_retired = form_tick(v->form, "is_retired"), .now = v->now, .is_room = form_tick(v->form, "is_room") }, editing == NULL || editing->is_retired ? S("") : editing->url));
	TRY(programme_touch(v));
	TRY(version_keep_form(v));
	TRY(event_say(v, S("resource-saved"), &(struct event_facts){ .detail = form_text(v->form, "title") }));
	return visit_see_other(v, url_resources_edit(v->arena, v->programme->slug), S("resource-saved"));
}
