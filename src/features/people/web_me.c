/* Oneself: name, zone, languages, and how pages look. */
#include "access/layout.h"
#include "base/check.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/store.h"
#include "people/views.h"

enum outcome
me_show(struct visit *v)
{
	struct me_view view = { .form = visit_values(v, &me_form, NULL) };
	struct me_of_row row;
	struct page page;

	TRY(me_of(v->db, v->arena, v->who.id, &row));
	view.email = row.email;
	if (!visit_is_again(v, &me_form)) {
		form_set_text(view.form, "name", row.name);
		form_set_text(view.form, "pronouns", row.pronouns);
		form_set_text(view.form, "zone", row.zone);
		form_set_text(view.form, "languages", row.languages);
		form_set_text(view.form, "theme", row.theme == PERSON_THEME_NONE ? S("system") : person_theme_name(row.theme));
		form_set_whole(view.form, "has_keys", row.has_keys);
	}
	page = visit_page(v);
	page_me(&page, &view);
	return OK;
}

enum outcome
me_save(struct visit *v)
{
	struct str name = text_one_line(v->arena, form_text(v->form, "name"));
	enum person_theme theme = PERSON_THEME_NONE;
	int64_t changed;

	if (!person_theme_read(form_text(v->form, "theme"), &theme))
		theme = PERSON_THEME_NONE;    /* "system" */
	TRY(me_change(v->db, &(struct me_change_values){
	    .id = v->who.id, .name = name, .name_folded = text_folded(v->arena, name), .zone = form_text(v->form, "zone"),
	    .languages = form_text(v->form, "languages"), .pronouns = form_text(v->form, "pronouns"), .theme = theme,
	    .has_keys = form_tick(v->form, "has_keys") }, &changed));
	TRY(event_say(v, S("profile-saved"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, url_me_show(v->arena), S("saved"));
}
