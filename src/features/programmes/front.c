/* A programme's front page in its own words: read, changed on a page or by a program. */
#include "programmes/front.h"

#include "access/layout.h"
#include "base/check.h"
#include "http/routes.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/versions.h"
#include "programmes/views.h"

static const struct str names[] = {
#define FRONT(name, ...) S_STATIC(#name),
#include "programmes/front.def"
};

struct str
front_name(size_t place)
{
	return names[place];
}

struct str *
front_at(struct front *front, size_t place)
{
	struct str *all[] = {
#define FRONT(name, ...) &front->name,
#include "programmes/front.def"
	};

	return all[place];
}

struct values *
front_filled(struct arena *arena, const struct programme *p)
{
	struct values *form = form_start(arena, &front_form, NULL);
	struct front front = p->front;

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
		form_set_text(form, str_c(arena, names[i]), *front_at(&front, i));
	return form;
}

enum outcome
front_show(struct visit *v)
{
	struct front_view view = { .programme = v->programme };
	struct values *present = front_filled(v->arena, v->programme);
	struct page page;

	view.form = visit_is_again(v, &front_form) ? v->form : present;
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	page_front(&page, &view);
	return OK;
}

enum outcome
front_save(struct visit *v)
{
	struct front present = v->programme->front;

	TRY(visit_has_seen(v, front_filled(v->arena, v->programme)));
	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		struct str words = form_text(v->form, str_c(v->arena, names[i]));

		if (!str_equal(words, *front_at(&present, i)))
			TRY(front_text_set(v->db, v->programme->id, names[i], words));
	}
	TRY(programme_touch(v));
	TRY(version_keep_form(v));
	TRY(event_say(v, S("front-saved"), &(struct event_facts){ 0 }));
	return visit_see_other(v, url_front_show(v->arena, v->programme->slug), S("saved"));
}
