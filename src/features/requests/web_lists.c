/* Home ("my turn"), a mentee's history, the coordinators' table and history of a person. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/form.h"
#include "requests/form_coordinate.h"
#include "requests/pages.h"
#include "requests/requests.h"
#include "requests/views.h"

enum { LINK_MAX = 600, HOME_ROWS = 50, HOME_PROGRAMMES = 50, HELPFUL_DAYS = 14, LATE_HOURS = 72, VIEW_ROWS = 50 };

static struct str
link_after(struct visit *v, struct str path, struct str filters, int64_t id)
{
	return str_join(v->arena, 5, (struct str[]){ path, S("?after="), id_print(v->arena, id),
	    str_is_empty(filters) ? S("") : S("&"), filters });
}

static enum outcome
fill_home_needs(struct visit *v, struct home_view *view)
{
	view->needs.at = ARENA_MANY(v->arena, view->programmes.count + 1, struct home_programmes_row);
	for (size_t i = 0; i < view->programmes.count; i++) {    /* those that somebody looks after: one, as a rule */
		const struct home_programmes_row *row = &view->programmes.at[i];
		const struct programme *programme;
		bool waits;

		if (row->coordinates == 0 && !row->is_escalation)
			continue;
		TRY(programme_of(v->db, v->programmes, row->id, row->version, &programme));
		TRY(needs_anything(v, programme, row->coordinates > 0, &waits));
		if (waits)
			view->needs.at[view->needs.count++] = *row;
	}
	return OK;
}

enum outcome
home_show(struct visit *v)
{
	struct home_view view = { .who = v->who.id };
	struct page page;

	if (!visit_may(v, WHO_SIGNED_IN)) {
		page = visit_page(v);
		page_welcome(&page, &view);
		return OK;
	}
	TRY(home_programmes(v->db, v->arena, v->who.id, v->now, moment_plus(v->now, -LATE_HOURS * US_PER_HOUR), HOME_PROGRAMMES, &view.programmes));
	TRY(fill_home_needs(v, &view));
	TRY(kept_words_of(v->db, v->arena, v->who.id, moment_plus(v->now, -KEPT_DAYS * US_PER_DAY), KEPT_MOST, &view.words));
	TRY(home_requests(v->db, v->arena, v->who.id, moment_plus(v->now, -HELPFUL_DAYS * US_PER_DAY), HOME_ROWS, &view.requests));
	TRY(home_applications(v->db, v->arena, v->who.id, HOME_ROWS, &view.applications));
	TRY(mail_down_since(v->db, v->arena, &view.mail_down_at));
	page = visit_page(v);
	page_home(&page, &view);
	return OK;
}

static enum outcome
fill_asked(struct visit *v, struct history_view *view, struct person_id mentee, struct str path)
{
	struct request_id after = { visit_after(v) };

	TRY(history_of(v->db, v->arena, v->programme->id, mentee, after, PAGE_ROWS + 1, &view->asked));
	if (view->asked.count <= PAGE_ROWS)
		return OK;
	view->asked.count = PAGE_ROWS;
	view->next_page = link_after(v, path, S(""), view->asked.at[PAGE_ROWS - 1].id.value);
	return OK;
}

/* The second list of the page pages too, by a mark of its own. */
static enum outcome
fill_helped(struct visit *v, struct history_view *view, const struct person_row *person)
{
	int64_t after;

	if (!id_read(request_query(v->request, S("claims-after")), &after))
		after = 0;
	TRY(claims_of(v->db, v->arena, v->programme->id, person->id, (struct claim_id){ after }, PAGE_ROWS + 1, &view->helped));
	if (view->helped.count <= PAGE_ROWS)
		return OK;
	view->helped.count = PAGE_ROWS;
	view->next_helped = str_join(v->arena, 3, (struct str[]){ url_person_history_show(v->arena, v->programme->slug, view->person),
	    S("?claims-after="), id_print(v->arena, view->helped.at[PAGE_ROWS - 1].id.value) });
	return OK;
}

enum outcome
history_show(struct visit *v)
{
	struct history_view view = { .programme = v->programme };
	struct page page;

	TRY(fill_asked(v, &view, v->who.id, url_history_show(v->arena, v->programme->slug)));
	page = visit_page(v);
	page_history(&page, &view);
	return OK;
}

enum outcome
person_history_show(struct visit *v)
{
	const struct person_row *person = v->thing;
	struct history_view view = { .programme = v->programme, .name = person->name, .person = id_print(v->arena, person->id.value) };
	struct page page;

	TRY(fill_asked(v, &view, person->id, url_person_history_show(v->arena, v->programme->slug, view.person)));
	TRY(fill_helped(v, &view, person));
	TRY(history_tally(v->db, v->arena, v->programme->id, person->id, &view.tally));
	page = visit_page(v);
	page_history(&page, &view);
	return OK;
}

/* The place in the table after which it goes on: "sent.id". */
static void
read_place(const struct visit *v, struct moment *sent, struct request_id *id)
{
	struct str rest = request_query(v->request, S("after")), first;

	if (!str_next(&rest, '.', &first) || !str_whole(first, &sent->us) || rest.at == NULL || !id_read(rest, &id->value)) {
		sent->us = 0;
		id->value = 0;
	}
}

static struct str
table_link(struct visit *v, const struct coordinate_view *view, const struct coordinate_list_row *last)
{
	struct buf link = buf_new(v->arena, LINK_MAX);

	buf_add(&link, url_coordinate_requests(v->arena, v->programme->slug));
	buf_format(&link, "?after=%lld.", (long long)last->sent_at.us);
	buf_add(&link, id_print(v->arena, last->id.value));
	buf_add(&link, S("&state="));
	url_component(&link, view->state);
	buf_add(&link, S("&service="));
	url_component(&link, view->service);
	buf_add(&link, S("&q="));
	url_component(&link, view->q);
	return buf_str(&link);
}

/* What can be done with the rows: bulk acts, views that are kept, a file. */
static enum outcome
fill_tools(struct visit *v, struct coordinate_view *view)
{
	struct form_supply supply = desk_supply(v);
	struct buf query = buf_new(v->arena, LINK_MAX);

	buf_add(&query, S("state="));
	url_component(&query, view->state);
	buf_add(&query, S("&service="));
	url_component(&query, view->service);
	buf_add(&query, S("&q="));
	url_component(&query, view->q);
	view->query = buf_str(&query);
	view->bulk = visit_values(v, &bulk_form, &supply);
	TRY(view->bulk->trouble);
	view->keep = visit_values(v, &view_form, NULL);
	view->export = visit_values(v, &export_form, NULL);
	form_set_text(view->keep, "query", view->query);
	form_set_text(view->export, "state", view->state);
	form_set_text(view->export, "in_service", view->service);
	form_set_text(view->export, "q", view->q);
	return visit_may(v, WHO_COORDINATOR) ? saved_views_of(v->db, v->arena, v->programme->id, v->who.id, (struct saved_view_id){ 0 }, VIEW_ROWS, &view->views) : OK;
}

enum outcome
coordinate_requests(struct visit *v)
{
	struct coordinate_view view = {
		.programme = v->programme, .state = request_query(v->request, S("state")),
		.service = request_query(v->request, S("service")), .q = request_query(v->request, S("q")),
	};
	const struct service *service = programme_service_by_slug(v->programme, view.service);
	struct moment after_sent = { 0 };
	struct request_id after = { 0 };
	struct page page;

	read_place(v, &after_sent, &after);
	view.is_filtered = !str_is_empty(view.state) || !str_is_empty(view.service) || !str_is_empty(view.q);
	TRY(coordinate_list(v->db, v->arena, &(struct coordinate_list_values){
	    .programme = v->programme->id, .state = view.state, .service = service == NULL ? (struct service_id){ 0 } : service->id,
	    .search = text_pattern(v->arena, view.q), .after_sent = after_sent, .after = after, .limit = PAGE_ROWS + 1 }, &view.rows));
	if (view.rows.count > PAGE_ROWS) {
		view.rows.count = PAGE_ROWS;
		view.next_page = table_link(v, &view, &view.rows.at[PAGE_ROWS - 1]);
	}
	TRY(fill_tools(v, &view));
	page = visit_page(v);
	page_coordinate_requests(&page, &view);
	return OK;
}
