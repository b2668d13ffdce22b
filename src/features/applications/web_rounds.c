/* Rounds and batches for members: dates, what became of them, and who has a place; past ones stay readable (F032). */
#include "access/layout.h"
#include "applications/applications.h"
#include "applications/own.h"
#include "applications/pages.h"
#include "applications/views.h"
#include "base/buf.h"
#include "formats/id.h"
#include "http/routes.h"
#include "programmes/programmes.h"

enum { LINK_BYTES = 300, WINDOWS_A_ROUND = 2 };

/* One round more than a page was asked for: if it came, there is a next page. */
enum outcome
rounds_find(struct visit *v, struct cohort_id after, struct intakes_of_rows *rows, struct cohort_id *next)
{
	struct cohort_id last = { 0 };
	size_t rounds = 0, kept = 0;

	*next = (struct cohort_id){ 0 };
	TRY(intakes_of(v->db, v->arena, v->programme->id, after, ROUNDS_A_PAGE + 1, (ROUNDS_A_PAGE + 1) * WINDOWS_A_ROUND, rows));
	for (; kept < rows->count; kept++) {
		rows->at[kept].places = intake_places(v, rows->at[kept].is_derived, rows->at[kept].mentors, rows->at[kept].places);
		if (cohort_id_equal(rows->at[kept].cohort, last))
			continue;
		if (rounds++ == ROUNDS_A_PAGE)
			break;
		last = rows->at[kept].cohort;
	}
	if (kept < rows->count)
		*next = last;
	rows->count = kept;
	return OK;
}

struct str
older_page(struct visit *v, struct str path, int64_t after)
{
	struct buf link = buf_new(v->arena, LINK_BYTES);

	buf_add(&link, path);
	buf_add(&link, S("?after="));
	buf_add(&link, id_print(v->arena, after));
	return after == 0 ? S("") : buf_str(&link);
}

enum outcome
rounds_show(struct visit *v)
{
	struct rounds_view view = { .programme = v->programme };
	struct cohort_id next;
	struct page page;

	TRY(rounds_find(v, (struct cohort_id){ visit_after(v) }, &view.rows, &next));
	view.next_page = older_page(v, url_rounds_show(v->arena, v->programme->slug), next.value);
	page = visit_page(v);
	page_rounds(&page, &view);
	return OK;
}

enum outcome
round_fill(struct visit *v, struct application_id after, struct round_view *view)
{
	struct round_people_values wish = { .viewer = v->who.id, .is_coordinator = visit_may(v, WHO_COORDINATOR),
		.has_directory = v->programme->settings.directory_audience != DIRECTORY_OFF, .after = after, .limit = PAGE_ROWS + 1 };

	*view = (struct round_view){ .programme = v->programme, .is_coordinator = wish.is_coordinator };
	TRY(round_find(v, &view->cohort, &view->windows));
	TRY(round_projects(v->db, v->arena, view->cohort.id, &view->projects));
	wish.cohort = view->cohort.id;
	TRY(round_people(v->db, v->arena, &wish, &view->people));
	if (view->people.count > PAGE_ROWS) {
		view->people.count = PAGE_ROWS;
		view->next = view->people.at[PAGE_ROWS - 1].id;
	}
	return OK;
}

enum outcome
round_show(struct visit *v)
{
	struct round_view view;
	struct page page;

	TRY(round_fill(v, (struct application_id){ visit_after(v) }, &view));
	view.next_page = older_page(v, url_round_show(v->arena, v->programme->slug, id_print(v->arena, view.cohort.id.value)), view.next.value);
	page = visit_page(v);
	page_round(&page, &view);
	return OK;
}
