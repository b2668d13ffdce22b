/* The server's programmes, and another one made like one of them (F022): who makes it is its first coordinator. */
#include "access/layout.h"
#include "admin/admin.h"
#include "admin/form.h"
#include "admin/pages.h"
#include "admin/views.h"
#include "base/arena.h"
#include "http/routes.h"
#include "programmes/file.h"

enum { PROGRAMMES_SHOWN = 200 };

enum outcome
admin_programmes_show(struct visit *v)
{
	struct admin_programmes_view view = { .form = visit_values(v, &programme_copy_form, NULL) };
	struct page page;

	TRY(programmes_all(v->db, v->arena, PROGRAMMES_SHOWN, &view.rows));
	if (!visit_is_again(v, &programme_copy_form))
		form_set_text(view.form, "of", request_query(v->request, S("of")));
	page = visit_page(v);
	page_admin_programmes(&page, &view);
	return OK;
}

/* Each complaint beneath its field. */
static bool
complain(struct visit *v, const char *field, struct str words)
{
	if (str_is_empty(words))
		return false;
	form_complain(v->form, field, words);
	return true;
}

static enum outcome
copy(struct visit *v, struct arena *arena, struct str slug)
{
	struct copy_wish wish = { .of = form_text(v->form, "of"), .slug = slug, .name = form_text(v->form, "name"), .mark = form_text(v->form, "mark") };
	struct copy_faults faults;
	enum outcome said = file_copy(v, arena, &wish, &faults);
	bool complains = said == NOT_FOUND && complain(v, "of", S("There is no programme with this word here. Take one of the list."));

	complains |= complain(v, "slug", str_copy(v->arena, faults.slug));
	complains |= complain(v, "name", str_copy(v->arena, faults.name));
	complains |= complain(v, "mark", str_copy(v->arena, faults.mark));
	return complains ? BAD_INPUT : said;
}

enum outcome
programme_copy(struct visit *v)
{
	struct str slug = str_copy(v->arena, form_text(v->form, "slug"));
	struct arena *arena;
	enum outcome said;

	arena_open(FILE_ARENA, &arena);
	said = copy(v, arena, slug);
	arena_close(&arena);
	TRY(said);
	TRY(admin_coordinates(v, slug, v->who.id));
	return visit_see_other(v, url_front_show(v->arena, slug), S("programme-made"));
}
