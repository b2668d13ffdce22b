/* The front page of a programme: to members, or to everybody (front.audience). */
#include "access/layout.h"
#include "base/arena.h"
#include "formats/markdown.h"
#include "http/routes.h"
#include "programmes/pages.h"
#include "programmes/questions.h"
#include "programmes/views.h"

static void
keep_public(struct documents_of_rows *documents)
{
	size_t kept = 0;

	for (size_t i = 0; i < documents->count; i++)
		if (documents->at[i].audience == DOCUMENT_CARD_AUDIENCE_PUBLIC)
			documents->at[kept++] = documents->at[i];
	documents->count = kept;
}

enum outcome
programme_show(struct visit *v)
{
	struct programme_show_view view = { .programme = v->programme, .mentors_volunteer = programme_form(v->programme, S("mentor")) == NULL };
	struct page page;

	view.is_member = visit_may(v, WHO_MEMBER);
	TRY(programme_counts(v->db, v->arena, v->programme->id, v->now, &view.counts));
	TRY(documents_of(v->db, v->arena, v->programme->id, false, DOCUMENTS_MOST, &view.documents));
	if (view.is_member)
		TRY(rooms_find(v, &view.rooms));
	else
		keep_public(&view.documents);
	view.about = markdown_html(v->arena, v->programme->front.about);
	page = visit_page(v);
	page_programme_show(&page, &view);
	return OK;
}
