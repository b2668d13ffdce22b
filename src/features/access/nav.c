/* The frame's facts, and the choice between the whole frame and a piece. */
#include "access/nav.h"

#include "access/events.h"
#include "access/layout.h"
#include "base/arena.h"
#include "forms/say.h"
#include "http/routes.h"

/* A message id in a table or from a rule, in the reader's language. */
static struct str
said(struct page *page, struct str words)
{
	return str_is_empty(words) ? words : say(page->language, str_c(page->arena, words));
}

/* Fields that complain say so themselves, in the summary. */
static struct str
refusal_of(const struct visit *v)
{
	bool complains = v->form != NULL && v->form->has_complaints;
	bool is_in_summary = v->refusal == BAD_INPUT || (complains && outcome_status(v->refusal) == outcome_status(BAD_INPUT));

	if (v->refusal == OK || (is_in_summary && str_is_empty(v->refusal_words)))
		return S("");
	return str_is_empty(v->refusal_words) ? outcome_words(v->refusal) : v->refusal_words;
}

static void
fill_programme(struct nav *nav, const struct visit *v)
{
	nav->slug = v->params[0];
	nav->programme = v->who.programme_name;
	nav->is_member = visit_may(v, WHO_MEMBER);
	nav->is_mentor = visit_may(v, WHO_MENTOR);
	nav->is_coordinator = visit_may(v, WHO_COORDINATOR);
	nav->is_overseer = visit_may(v, WHO_COORDINATOR | WHO_ESCALATION);
	nav->is_responder = visit_may(v, WHO_SAFETY);
	nav->is_reviewer = visit_may(v, WHO_REVIEWER | WHO_COORDINATOR) && v->who.asks_forms;
	nav->asks_forms = v->who.asks_forms;
	nav->has_services = v->who.has_services;
	nav->has_openings = nav->is_member && v->who.has_openings;
	nav->is_in_programme = true;
	nav->is_desk = (nav->is_mentor || nav->is_coordinator) && v->who.has_services;
	nav->has_directory = nav->is_member && v->who.has_directory;
	nav->open_count = v->who.open_count;
	nav->running = v->who.running;
}

/* "Error: " tells a screen reader at once that nothing was saved; the count of the queue is part of its name (UX.md 13, 2.4.2). */
static struct str
title_of(struct page *page, const struct nav *nav, struct str title)
{
	const struct visit *v = page->frame->visit;
	struct buf out = buf_new(page->arena, title.length + 60);

	if (v->refusal != OK || (v->form != NULL && v->form->has_complaints)) {
		buf_add(&out, say(page->language, N_("Error:")));
		buf_char(&out, ' ');
	}
	buf_add(&out, title);
	if (nav->is_desk && nav_is(nav, url_queue_show(page->arena, nav->slug)) && !nav_is_mine(page))
		buf_format(&out, " (%lld)", (long long)nav->open_count);
	return buf_str(&out);
}

const struct nav *
nav_start(struct page *page, struct str title)
{
	const struct visit *v = page->frame->visit;
	struct nav *nav = page->frame->nav;

	*nav = (struct nav){
		.theme = person_theme_name(v->who.theme), .path = v->request->path, .name = v->who.name,
		.notice = said(page, done_words(request_query(v->request, S("done")))), .refusal = said(page, refusal_of(v)),
		.is_signed_in = visit_may(v, WHO_SIGNED_IN), .is_demo = v->server->is_demo, .has_keys = v->who.has_keys, .has_kept_words = v->has_kept_words,
		.wants_factor = visit_may(v, WHO_SIGNED_IN) && v->who.is_high && !v->who.has_factor && v->who.held_back != 0,
	};
	if (!programme_id_is_none(v->programme_id))
		fill_programme(nav, v);
	nav->wants_conduct = v->refusal == CONDUCT_FIRST && nav->is_in_programme;
	nav->title = title_of(page, nav, title);
	return nav;
}

const struct nav *
nav_now(const struct page *page)
{
	return page->frame->nav;
}

bool
nav_is(const struct nav *nav, struct str path)
{
	return str_equal(nav->path, path);
}

bool
nav_is_mine(const struct page *page)
{
	return str_equal(request_query(page->frame->visit->request, S("tab")), S("mine"));
}

void
layout_main_start(struct page *page, struct str title)
{
	const struct nav *nav = nav_start(page, title);

	if (page->is_fragment)
		layout_piece_start(page, nav);
	else
		layout_whole_start(page, nav);
}

void
layout_main_end(struct page *page)
{
	if (page->is_fragment)
		layout_piece_end(page);
	else
		layout_whole_end(page);
}
