/* The queue: what waits, what fits this mentor first, oldest first; and the mentor's own claims. Filters stand in the address. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/desk.h"
#include "requests/pages.h"
#include "requests/views.h"

/* Of those at the end where the list begins so many are judged: a page costs the same however many wait behind them. */
enum { LINK_MAX = 2000, MONTH_DAYS = 30, QUEUE_LOOKS_AT = 200, OVERLAP_UNKNOWN = -1, OLDEST_FIRST = 1, NEWEST_FIRST = -1 };

/* Where the list goes on: how well the last row fitted, when it was sent, its id. All 0 at the start. */
struct queue_cursor {
	int64_t fit;
	struct moment sent_at;
	struct request_id id;
};

static struct queue_cursor
read_cursor(const struct visit *v)
{
	struct str rest = request_query(v->request, S("after")), fit = { 0 }, sent = { 0 };
	struct queue_cursor cursor = { 0 };

	if (!str_next(&rest, '.', &fit) || !str_next(&rest, '.', &sent) || !str_whole(fit, &cursor.fit) ||
	    !str_whole(sent, &cursor.sent_at.us) || rest.at == NULL || !id_read(rest, &cursor.id.value))
		return (struct queue_cursor){ 0 };
	return cursor;
}

static bool
mentor_has(const struct queue_figures_rows *skills, struct str name)
{
	for (size_t i = 0; i < skills->count; i++)
		if (str_equal(skills->at[i].skill, name))
			return true;
	return false;
}

/* The names of the asked skills that this mentor has. */
static struct str
matches_of(struct visit *v, struct str asked, const struct queue_figures_rows *skills)
{
	struct buf words = buf_new(v->arena, LINK_MAX);
	struct str name;

	while (str_next(&asked, ',', &name)) {
		name = str_trim(name);
		if (!mentor_has(skills, name))
			continue;
		if (words.length > 0)
			buf_add(&words, S(", "));
		buf_add(&words, name);
	}
	return buf_str(&words);
}

static struct queue_line
line_of(struct visit *v, const struct queue_open_row *row, const struct queue_figures_rows *skills)
{
	struct moment answered_at = desk_answered_at(row->id, row->sent_at);
	struct wait_ladder ladder = desk_ladder(v->programme);
	struct request_facts facts = {
		.state = row->state, .waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us, .sent_at = row->sent_at,
	};
	int64_t waited_us = request_waited_us(&facts, v->now);

	return (struct queue_line){
		.row = row,
		.id = id_print(v->arena, row->id.value),
		.mentee = visit_may(v, WHO_COORDINATOR) ? row->mentee_name : desk_shown_name(v->arena, row->mentee_name, row->shows_name),
		.affiliation = v->programme->settings.shows_affiliation ? programme_affiliation_words(v->programme, row->affiliation, answered_at) : S(""),
		.service = programme_service_words(v->programme, row->service, answered_at),
		.matches = matches_of(v, row->skills, skills),
		.waited_seconds = waited_us / US_PER_SECOND,
		.urgency = request_urgency(waited_us, &ladder),
		.next = request_next(&facts, &ladder, v->now),
		.overlap_hours = row->hours == 0 ? OVERLAP_UNKNOWN : visitor_overlap_hours(v, row->hours, row->mentee_zone),
	};
}

static struct str
next_link(struct visit *v, const struct queue_view *view, const struct queue_open_row *last)
{
	struct buf link = buf_new(v->arena, LINK_MAX);

	buf_add(&link, url_queue_show(v->arena, v->programme->slug));
	buf_format(&link, "?after=%lld.%lld.", (long long)last->fit, (long long)last->sent_at.us);
	buf_add(&link, id_print(v->arena, last->id.value));
	buf_add(&link, S("&show="));
	url_component(&link, view->show);
	buf_add(&link, S("&sort="));
	url_component(&link, view->sort);
	buf_add(&link, S("&language="));
	url_component(&link, view->language);
	buf_add(&link, S("&service="));
	url_component(&link, view->service);
	buf_add(&link, S("&q="));
	url_component(&link, view->q);
	return buf_str(&link);
}

static enum outcome
fill_lines(struct visit *v, struct queue_view *view, const struct queue_open_rows *rows, const struct queue_figures_rows *skills)
{
	size_t shown = rows->count < PAGE_ROWS ? rows->count : PAGE_ROWS;

	view->lines.at = ARENA_MANY(v->arena, shown + 1, struct queue_line);
	view->lines.count = shown;
	for (size_t i = 0; i < shown; i++) {
		view->lines.at[i] = line_of(v, &rows->at[i], skills);
		view->has_partial = view->has_partial || rows->at[i].fit == 1;
	}
	if (rows->count > PAGE_ROWS)
		view->next_page = next_link(v, view, &rows->at[PAGE_ROWS - 1]);
	if (rows->count > 0) {
		view->total = rows->at[0].total;
		view->is_long = view->total == QUEUE_LOOKS_AT;
		view->oldest_at = rows->at[0].oldest;
	}
	return OK;
}

static enum outcome
fill_open(struct visit *v, struct queue_view *view)
{
	const struct service *service = programme_service_by_slug(v->programme, view->service);
	struct queue_cursor after = read_cursor(v);
	struct queue_figures_rows figures;
	struct queue_open_rows rows;
	struct queue_helped_row helped;
	struct moment since;

	TRY(queue_open(v->db, v->arena, &(struct queue_open_values){
	    .programme = v->programme->id, .mentor = v->who.mentor, .viewer = v->who.id,
	    .service = service == NULL ? (struct service_id){ 0 } : service->id, .search = text_pattern(v->arena, view->q),
	    .only_fitting = str_equal(view->show, S("match")), .partial_below = v->programme->settings.partial_below,
	    .after_fit = after.fit, .after_sent = after.sent_at, .after = after.id, .limit = PAGE_ROWS + 1,
	    .direction = str_equal(view->sort, S("newest")) ? NEWEST_FIRST : OLDEST_FIRST, .language = view->language,
	    .most = QUEUE_LOOKS_AT }, &rows));
	if (rows.count > 0) {
		TRY(desk_figures(v, v->who.mentor, &figures));
		view->expected = request_expected_wait(figures.at[0].cases, figures.at[0].median_us, 0);
		return fill_lines(v, view, &rows, &figures);
	}
	since.us = (v->now.us / US_PER_DAY - MONTH_DAYS) * US_PER_DAY;    /* the start of a day: the answer is kept while nobody commits */
	TRY(queue_helped(v->db, v->arena, v->programme->id, since, &helped));
	view->helped = helped.people;
	return OK;
}

static enum outcome
fill_mine(struct visit *v, struct queue_view *view)
{
	struct request_id after = { visit_after(v) };
	struct buf link = buf_new(v->arena, LINK_MAX);

	TRY(queue_mine(v->db, v->arena, v->programme->id, v->who.id, after, PAGE_ROWS + 1, &view->mine));
	if (view->mine.count <= PAGE_ROWS)
		return OK;
	view->mine.count = PAGE_ROWS;
	buf_add(&link, url_queue_show(v->arena, v->programme->slug));
	buf_add(&link, S("?tab=mine&after="));
	buf_add(&link, id_print(v->arena, view->mine.at[PAGE_ROWS - 1].id.value));
	view->next_page = buf_str(&link);
	return OK;
}

enum outcome
queue_show(struct visit *v)
{
	struct queue_view view = {
		.programme = v->programme, .q = request_query(v->request, S("q")), .service = request_query(v->request, S("service")),
		.language = str_trim(request_query(v->request, S("language"))), .sort = request_query(v->request, S("sort")),
		.show = request_query(v->request, S("show")), .tab = request_query(v->request, S("tab")),
		.is_mentor = visit_may(v, WHO_MENTOR), .is_coordinator = visit_may(v, WHO_COORDINATOR),
	};
	struct page page;

	if (str_is_empty(view.show))
		view.show = view.is_mentor ? S("match") : S("all");
	view.is_filtered = !str_is_empty(view.q) || !str_is_empty(view.service) || !str_is_empty(view.language) || str_equal(view.show, S("match"));
	if (str_equal(view.tab, S("mine"))) {
		TRY(fill_mine(v, &view));
		page = visit_page(v);
		page_queue_mine(&page, &view);
		return OK;
	}
	TRY(fill_open(v, &view));
	page = visit_page(v);
	page_queue(&page, &view);
	return OK;
}
