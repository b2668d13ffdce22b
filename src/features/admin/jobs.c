/* What is to be done later, as administrators see it: what was given up, and whether anything sits. */
#include "access/layout.h"
#include "admin/pages.h"
#include "admin/views.h"
#include "formats/id.h"
#include "http/routes.h"
#include "later/later.h"
#include "later/store_shared.h"

enum outcome
jobs_show(struct visit *v)
{
	struct jobs_view view = { .next_page = S("") };
	struct jobs_state_row state;
	struct page page;

	TRY(jobs_in(v->db, v->arena, JOB_STATE_DEAD, (struct job_id){ visit_after(v) }, PAGE_ROWS + 1, &view.dead));
	TRY(jobs_state(v->db, v->arena, v->now, moment_plus(v->now, -JOB_LATE_SECONDS * US_PER_SECOND), &state));
	view.oldest_due_at = state.oldest_due;
	if (view.dead.count > PAGE_ROWS) {
		view.dead.count = PAGE_ROWS;
		view.next_page = str_join(v->arena, 3, (struct str[]){ url_jobs_show(v->arena), S("?after="),
		    id_print(v->arena, view.dead.at[PAGE_ROWS - 1].id.value) });
	}
	page = visit_page(v);
	page_jobs(&page, &view);
	return OK;
}

enum outcome
job_again(struct visit *v)
{
	struct job_id id;
	int64_t changed;

	if (!id_read(v->params[0], &id.value))
		return NOT_FOUND;
	TRY(job_raise(v->db, id, v->now, &changed));
	if (changed == 0)
		return JOB_NOT_DEAD;
	TRY(event_say(v, S("job-raised"), &(struct event_facts){ .detail = id_print(v->arena, id.value) }));
	return visit_see_other(v, url_jobs_show(v->arena), S("job-raised"));
}
