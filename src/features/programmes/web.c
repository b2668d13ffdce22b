/* The front page of a programme, its documents, and the code of conduct with its acceptance. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/markdown.h"
#include "http/routes.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/rules.h"
#include "programmes/views.h"

enum { DOCUMENTS_MOST = 50, NUMBER_BYTES = 24 };

enum outcome
programme_show(struct visit *v)
{
	struct programme_show_view view = { .programme = v->programme };
	struct page page;

	TRY(programme_counts(v->db, v->arena, v->programme->id, v->now, &view.counts));
	TRY(documents_of(v->db, v->arena, v->programme->id, DOCUMENTS_MOST, &view.documents));
	view.about = markdown_html(v->arena, v->programme->front.about);
	page = visit_page(v);
	page_programme_show(&page, &view);
	return OK;
}

enum outcome
document_show(struct visit *v)
{
	struct document_view view = { .programme = v->programme };
	struct page page;

	TRY(document_newest(v->db, v->arena, v->programme->id, v->params[1], &view.row));
	view.text = markdown_html(v->arena, view.row.markdown);
	page = visit_page(v);
	page_document_show(&page, &view);
	return OK;
}

static struct str
number_text(struct arena *arena, int64_t number)
{
	struct buf text = buf_new(arena, NUMBER_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

enum outcome
conduct_show(struct visit *v)
{
	struct conduct_view view = { .programme = v->programme, .form = visit_values(v, &conduct_form, NULL) };
	struct acceptance_of_row accepted = { 0 };
	struct page page;
	enum outcome said;

	TRY(document_newest(v->db, v->arena, v->programme->id, S("conduct"), &view.row));
	said = acceptance_of(v->db, v->arena, v->who.id, view.row.id, &accepted);
	if (said != OK && said != NOT_FOUND)
		return said;
	view.accepted_at = accepted.accepted_at;
	view.text = markdown_html(v->arena, view.row.markdown);
	form_set_text(view.form, "version", number_text(v->arena, view.row.version));
	if (!visit_is_again(v, &conduct_form))
		form_set_text(view.form, "next", request_query(v->request, S("next")));
	form_set_whole(view.form, "accepted", 0);    /* never ticked for somebody */
	page = visit_page(v);
	page_conduct_show(&page, &view);
	return OK;
}

/* Where somebody came from; words, so that no address of others can stand here. */
static struct str
way_on(struct visit *v)
{
	struct str next = form_text(v->form, "next");

	if (str_equal(next, S("wizard")))
		return url_wizard_show(v->arena, v->programme->slug, S("check"));
	if (str_equal(next, S("mentor")))
		return url_mentor_self_show(v->arena, v->programme->slug);
	if (str_equal(next, S("queue")))
		return url_queue_show(v->arena, v->programme->slug);
	return url_programme_show(v->arena, v->programme->slug);
}

enum outcome
conduct_accept(struct visit *v)
{
	int64_t shown = 0;

	(void)str_whole(form_text(v->form, "version"), &shown);
	TRY(conduct_may_accept(shown, v->programme->conduct_version));
	TRY(conduct_keep(v, v->who.id));
	TRY(event_say(v, S("conduct-accepted"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, way_on(v), S("accepted"));
}
