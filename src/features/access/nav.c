/* The frame's facts. */
#include "access/nav.h"

#include "access/events.h"
#include "access/layout.h"
#include "base/arena.h"
#include "forms/say.h"

static struct str
refusal_of(const struct visit *v)
{
	if (v->refusal == OK || v->refusal == BAD_INPUT)
		return S("");
	return str_is_empty(v->refusal_words) ? outcome_words(v->refusal) : v->refusal_words;
}

const struct nav *
nav_of(struct page *page, struct str title)
{
	const struct visit *v = page->frame->visit;
	struct nav *nav = ARENA_NEW(page->arena, struct nav);

	nav->is_form_wrong = v->form != NULL && v->form->has_complaints;
	nav->title = nav->is_form_wrong ? str_join(page->arena, 3, (struct str[]){ say(page->language, N_("Error:")), S(" "), title }) : title;
	nav->theme = person_theme_name(v->who.theme);
	nav->path = v->request->path;
	nav->name = v->who.name;
	nav->notice = done_words(request_query(v->request, S("done")));
	nav->refusal = refusal_of(v);
	nav->is_signed_in = visit_may(v, WHO_SIGNED_IN);
	nav->is_demo = v->server->is_demo;
	nav->has_keys = v->who.has_keys;
	if (!programme_id_is_none(v->programme_id)) {
		nav->slug = v->params[0];
		nav->programme = v->who.programme_name;
		nav->is_member = visit_may(v, WHO_MEMBER);
		nav->is_mentor = visit_may(v, WHO_MENTOR);
		nav->is_coordinator = visit_may(v, WHO_COORDINATOR);
		nav->is_desk = nav->is_mentor || nav->is_coordinator;
		nav->open_count = v->who.open_count;
		nav->running = v->who.running;
	}
	return nav;
}

bool
nav_is(const struct nav *nav, struct str path)
{
	return str_equal(nav->path, path);
}

struct str
nav_theme(struct page *page)
{
	return person_theme_name(page->frame->visit->who.theme);
}

bool
nav_has_keys(struct page *page)
{
	return page->frame->visit->who.has_keys;
}
