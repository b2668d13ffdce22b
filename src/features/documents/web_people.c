/* Who has accepted a document and who has not, for coordinators; a reminder by hand. */
#include "access/layout.h"
#include "base/arena.h"
#include "documents/pages.h"
#include "documents/tell.h"
#include "documents/views.h"
#include "formats/id.h"
#include "http/routes.h"

enum { ACCEPTING_SHOWN = 100, BATCHES_MOST = 4 };

static enum outcome
find_lacking(struct visit *v, struct document_people_view *view)
{
	TRY(document_lacking(v->db, v->arena, &(struct document_lacking_values){
	    .programme = v->programme->id, .slug = view->slug, .document = view->row.id, .role = document_card_role_name(view->row.role),
	    .after = { visit_after(v) }, .limit = PAGE_ROWS + 1 }, &view->lacking));
	if (view->lacking.count <= PAGE_ROWS)
		return OK;
	view->lacking.count = PAGE_ROWS;
	view->next_page = str_join(v->arena, 3, (struct str[]){ url_document_people_show(v->arena, v->programme->slug, view->slug), S("?after="),
	    id_print(v->arena, view->lacking.at[PAGE_ROWS - 1].id.value) });
	return OK;
}

enum outcome
document_people_find(struct visit *v, struct document_people_view *view)
{
	*view = (struct document_people_view){ .programme = v->programme, .slug = v->params[1], .next_page = S("") };
	TRY(document_newest(v->db, v->arena, v->programme->id, view->slug, &view->row));
	TRY(document_counts(v->db, v->arena, view->row.id, &view->counts));
	if (view->row.is_binding && !view->row.is_retired)
		TRY(find_lacking(v, view));
	return document_accepting(v->db, v->arena, view->row.id, ACCEPTING_SHOWN, &view->accepting);
}

enum outcome
document_people_show(struct visit *v)
{
	struct document_people_view view;
	struct page page;

	TRY(document_people_find(v, &view));
	page = visit_page(v);
	page_document_people(&page, &view);
	return OK;
}

/* Some hundred at a press; whoever is not told then is told tomorrow. */
static enum outcome
tell_batches(struct visit *v, struct document_id document, int64_t step, size_t *told)
{
	struct document_to_tell_row row;
	size_t count = TOLD_AT_ONCE;

	*told = 0;
	TRY(document_to_tell(v->db, v->arena, document, &row));
	for (int batch = 0; batch < BATCHES_MOST && count == TOLD_AT_ONCE; batch++) {
		TRY(document_tell(v, document, &row, step, &count));
		*told += count;
	}
	return OK;
}

/* Once a day at most, so that nobody is pressed: the newest notice says when it was. */
enum outcome
document_remind(struct visit *v)
{
	struct document_newest_row newest;
	struct document_reminded_row reminded;
	size_t told;

	TRY(document_newest(v->db, v->arena, v->programme->id, v->params[1], &newest));
	if (!newest.is_binding || newest.is_retired || !v->programme->settings.conduct_required)
		return DOCUMENT_BINDS_NOBODY;
	TRY(document_reminded(v->db, v->arena, newest.id, &reminded));
	if (reminded.step >= TOLD_STEPS_MOST || (!moment_is_none(reminded.told_at) && moment_is_after(moment_plus(reminded.told_at, US_PER_DAY), v->now)))
		return DOCUMENT_TOLD_TODAY;
	TRY(tell_batches(v, newest.id, reminded.step < 2 ? 3 : reminded.step + 1, &told));
	if (told > 0)
		TRY(event_say(v, S("document-reminded"), &(struct event_facts){ .detail = newest.title }));
	return visit_see_other(v, url_document_people_show(v->arena, v->programme->slug, v->params[1]), told == 0 ? S("document-nobody") : S("document-reminded"));
}
