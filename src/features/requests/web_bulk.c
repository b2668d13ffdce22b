/* The coordinators' table as a tool: one act on many rows, views that are kept, the rows as a file. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/table.h"
#include "formats/text.h"
#include "formats/when.h"
#include "http/routes.h"
#include "programmes/programmes.h"
#include "requests/form_coordinate.h"
#include "requests/pages.h"
#include "requests/requests.h"
#include "requests/views.h"
#include "sql/sql.h"

enum { VIEWS_MOST = 20, EXPORT_ROWS = 500, REASON_LEAST = 4, QUERY_BYTES = 300 };

/* --- one act, many rows --- */

typedef enum outcome act_on_one(struct visit *);

static act_on_one *
act_named(struct str name)
{
	if (str_equal(name, S("bump")))
		return request_bump_now;
	if (str_equal(name, S("escalate")))
		return request_escalate;
	return str_equal(name, S("assign")) ? request_assign : request_close;
}

/* What the single act's own form would have asked. */
static enum outcome
check_answers(struct visit *v)
{
	struct str act = form_text(v->form, "act");

	if (str_equal(act, S("close")) && text_length_shown(form_text(v->form, "reason")) < REASON_LEAST) {
		form_complain(v->form, "reason", S("Write why they are closed; the mentees read it."));
		return BAD_INPUT;
	}
	if (str_equal(act, S("assign")) && str_is_empty(form_text(v->form, "mentor"))) {
		form_complain(v->form, "mentor", S("Choose who should have them."));
		return BAD_INPUT;
	}
	return OK;
}

/* Each row is judged by the rule of the single act, in a savepoint of its own: what one may not does not stop the others. */
static enum outcome
act_on(struct visit *v, struct str shown_id, act_on_one *act, enum outcome *said)
{
	int64_t id;

	*said = NOT_FOUND;
	if (!id_read(shown_id, &id))
		return OK;
	v->may &= ~(unsigned)WHO_TOWARDS;
	TRY(sql_part(v->db));
	*said = request_find_for(v, id);
	if (*said == OK)
		*said = visit_may(v, WHO_SEES) ? act(v) : NOT_FOUND;
	if (*said != OK && outcome_kind(*said) != KIND_REFUSAL)
		return *said;
	return *said == OK ? sql_part_keep(v->db) : sql_part_undo(v->db);
}

static struct bulk_line
line_of(struct visit *v, struct str shown_id, enum outcome said)
{
	const struct request_thing *thing = v->thing;
	struct bulk_line line = { .id = shown_id, .words = said == OK ? S("") : outcome_words(said) };

	line.name = said == NOT_FOUND || thing == NULL ? shown_id : str_join(v->arena, 3, (struct str[]){
	    desk_number(v->arena, v->programme, thing->row.number), S(" "), thing->row.title });
	return line;
}

enum outcome
requests_act_on_many(struct visit *v, struct bulk_view *view)
{
	const struct str_list *picked = form_many(v->form, "pick");
	act_on_one *act = act_named(form_text(v->form, "act"));

	TRY(check_answers(v));
	view->lines.at = ARENA_MANY(v->arena, picked->count + 1, struct bulk_line);
	for (size_t i = 0; i < picked->count; i++) {    /* at most 100 rows, each by its key */
		enum outcome said;

		TRY(act_on(v, picked->at[i], act, &said));
		view->lines.at[view->lines.count++] = line_of(v, picked->at[i], said);
		view->done += said == OK ? 1 : 0;
	}
	v->thing = NULL;
	return OK;
}

enum outcome
requests_bulk(struct visit *v)
{
	struct bulk_view view = { .programme = v->programme };
	struct page page;

	TRY(requests_act_on_many(v, &view));
	v->reply = reply_new(v->arena);    /* the single acts led elsewhere */
	v->made_at_path = url_coordinate_requests(v->arena, v->programme->slug);
	page = visit_page(v);
	page_bulk_done(&page, &view);
	return OK;
}

/* --- views --- */

/* Only filters of the table, spelled as our own links spell them: nothing else may be carried along by a link that others press. */
static bool
is_query(struct str query)
{
	static const char spelling[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789=&%-_.~+";

	for (size_t i = 0; i < query.length; i++)
		if (memchr(spelling, query.at[i], sizeof(spelling) - 1) == NULL)
			return false;
	return query.length <= QUERY_BYTES;
}

enum outcome
view_keep(struct visit *v)
{
	struct saved_view_count_row count;
	struct str query = form_text(v->form, "query");

	if (!is_query(query)) {
		form_complain(v->form, "query", S("A view keeps filters of the list and nothing else."));
		return BAD_INPUT;
	}
	TRY(saved_view_count(v->db, v->arena, v->programme->id, v->who.id, form_text(v->form, "name"), &count));
	if (count.views >= VIEWS_MOST)
		return TOO_MANY_VIEWS;
	if (count.namesakes > 0) {
		form_complain(v->form, "name", S("A view of this name is there already: choose another one."));
		return BAD_INPUT;
	}
	TRY(saved_view_add(v->db, &(struct saved_view_add_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .owner = v->who.id, .is_shared = form_tick(v->form, "is_shared"),
	    .name = form_text(v->form, "name"), .query = query, .now = v->now }));
	return visit_see_other(v, str_join(v->arena, 3, (struct str[]){
	    url_coordinate_requests(v->arena, v->programme->slug), S("?"), query }), S("view-kept"));
}

struct str
saved_view_url(struct page *page, const struct coordinate_view *view, const struct saved_views_of_row *row)
{
	return str_join(page->arena, 3, (struct str[]){ url_coordinate_requests(page->arena, view->programme->slug), S("?"), row->query });
}

enum outcome
view_end(struct visit *v)
{
	struct saved_view_id view;
	int64_t changed;

	if (!id_read(v->params[1], &view.value))
		return NOT_FOUND;
	TRY(saved_view_drop(v->db, view, v->programme->id, v->who.id, &changed));
	return changed == 0 ? NOT_FOUND : visit_see_other(v, url_coordinate_requests(v->arena, v->programme->slug), S("view-gone"));
}

/* --- the rows as a file --- */

static void
print_rows(struct visit *v, const struct coordinate_list_rows *rows, enum table_kind kind)
{
	static const struct str names[] = { S_STATIC("number"), S_STATIC("title"), S_STATIC("state"), S_STATIC("outcome"), S_STATIC("asked"),
		S_STATIC("mentee"), S_STATIC("mentor") };
	struct table table = table_open(&v->reply->body, kind, ARRAY_LENGTH(names), names);

	for (size_t i = 0; i < rows->count; i++) {
		const struct coordinate_list_row *row = &rows->at[i];

		table_row(&table, (struct str[]){ desk_number(v->arena, v->programme, row->number), row->title, request_state_name(row->state),
		    desk_outcome(row->outcome, row->merged_into, row->is_unanswered), when_iso(v->arena, row->sent_at), row->mentee_name, row->claimer_name });
	}
	table_close(&table);
}

/* An act, since an export stands in the record. Names of people, but no address and no words that somebody confided. */
enum outcome
requests_export(struct visit *v)
{
	enum table_kind kind = table_kind_of(form_text(v->form, "format"));
	const struct service *service = programme_service_by_slug(v->programme, form_text(v->form, "in_service"));
	struct coordinate_list_rows rows;

	TRY(coordinate_list(v->db, v->arena, &(struct coordinate_list_values){
	    .programme = v->programme->id, .state = form_text(v->form, "state"),
	    .service = service == NULL ? (struct service_id){ 0 } : service->id,
	    .search = text_pattern(v->arena, form_text(v->form, "q")), .limit = EXPORT_ROWS }, &rows));
	TRY(event_say(v, S("exported"), &(struct event_facts){ .detail = table_kind_name(kind) }));
	v->made_at_path = url_coordinate_requests(v->arena, v->programme->slug);
	visit_send_table(v, "requests", kind);
	print_rows(v, &rows, kind);
	return OK;
}
