/* The sheet: the table in which people worked before, with three cells to write in. A name in Mentor Assigned is a claim, a blank one gives
 * it back, a day in Fulfilled closes it; all by the rules of the desk. A refused row shows what really is, and why (F057). */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/people.h"
#include "requests/act.h"
#include "requests/desk.h"
#include "requests/form.h"
#include "requests/pages.h"
#include "requests/requests.h"
#include "requests/rules_sheet.h"
#include "requests/views.h"
#include "requests/views_sheet.h"

enum { LINK_MAX = 300, CALLED_MOST = 2, CLOSED_DAYS = 90 };    /* closed ones of a year are in the table of all requests */

/* --- the page --- */

/* "sent.id" of the last row shown; anything else means the first page. */
static void
read_place(const struct visit *v, struct sheet_rows_values *by)
{
	struct str rest = request_query(v->request, S("after")), first;

	if (!str_next(&rest, '.', &first) || !str_whole(first, &by->after_sent.us) || rest.at == NULL || !id_read(rest, &by->after.value)) {
		by->after_sent.us = 0;
		by->after.value = 0;
	}
}

static struct str
link_after(struct visit *v, bool shows_closed, const struct sheet_rows_row *last)
{
	struct buf link = buf_new(v->arena, LINK_MAX);

	buf_add(&link, url_sheet_show(v->arena, v->programme->slug));
	buf_format(&link, "?after=%lld.", (long long)last->sent_at.us);
	buf_add(&link, id_print(v->arena, last->id.value));
	buf_add(&link, shows_closed ? S("&show=all") : S(""));
	return buf_str(&link);
}

static bool
is_refused(const struct visit *v, struct request_id id)
{
	return v->refusal != OK && v->thing != NULL && request_id_equal(id, desk_thing(v)->row.id);
}

/* The sheet's own word: in some programmes a mentor who tried often enough has done their part. */
static bool
is_fulfilled(const struct programme *p, const struct sheet_rows_row *row)
{
	return row->outcome == REQUEST_OUTCOME_HELD || (row->outcome == REQUEST_OUTCOME_UNREACHABLE && p->settings.fulfilled_includes_unreachable);
}

static struct sheet_line
line_of(struct visit *v, const struct sheet_rows_row *row, bool is_coordinator)
{
	bool sees_all = is_coordinator || person_id_equal(row->claimer, v->who.id);

	return (struct sheet_line){
		.row = row, .id = id_print(v->arena, row->id.value), .number = desk_number(v->arena, v->programme, row->number),
		.service = programme_service_words(v->programme, row->service, desk_answered_at(row->id, row->sent_at)),
		.mentee = sees_all ? row->mentee_name : desk_shown_name(v->arena, row->mentee_name, row->shows_name),
		.is_open = row->state != REQUEST_STATE_CLOSED, .has_notes = sees_all, .is_fulfilled = is_fulfilled(v->programme, row),
		.typed = is_refused(v, row->id) && visit_is_again(v, &sheet_form) ? form_text(v->form, "words") : S(""),
	};
}

static enum outcome
fill_lines(struct visit *v, struct sheet_view *view)
{
	struct sheet_rows_values by = { .programme = v->programme->id, .viewer = v->who.id, .is_coordinator = view->is_coordinator,
		.closed_since = view->shows_closed ? moment_plus(v->now, -CLOSED_DAYS * US_PER_DAY) : (struct moment){ INT64_MAX },
		.limit = PAGE_ROWS + 1 };
	struct sheet_rows_rows rows;

	read_place(v, &by);
	TRY(sheet_rows(v->db, v->arena, &by, &rows));
	if (rows.count > PAGE_ROWS) {
		rows.count = PAGE_ROWS;
		view->next_page = link_after(v, view->shows_closed, &rows.at[PAGE_ROWS - 1]);
	}
	view->lines.at = ARENA_MANY(v->arena, rows.count + 1, struct sheet_line);
	for (size_t i = 0; i < rows.count; i++)
		view->lines.at[view->lines.count++] = line_of(v, &rows.at[i], view->is_coordinator);
	return OK;
}

enum outcome
sheet_show(struct visit *v)
{
	struct sheet_view view = { .programme = v->programme, .name = v->who.name, .is_coordinator = visit_may(v, WHO_COORDINATOR),
		.shows_closed = str_equal(request_query(v->request, S("show")), S("all")) };
	struct page page;

	TRY(fill_lines(v, &view));
	if (view.is_coordinator)
		TRY(mentor_choices(v, false, &view.mentors));
	if (v->refusal != OK && v->thing != NULL) {
		view.refused_number = desk_number(v->arena, v->programme, desk_thing(v)->row.number);
		view.holder = desk_thing(v)->row.claimer_name;
	}
	page = visit_page(v);
	page_sheet(&page, &view);
	return OK;
}

/* --- a row is saved --- */

/* The one active mentor of that name. Who holds the row already, and the writer, are meant before others who share their name. */
static enum outcome
mentor_of_cell(struct visit *v, struct person_id *out)
{
	const struct request_seen_by_row *row = &desk_thing(v)->row;
	struct str folded = text_folded(v->arena, form_text(v->form, "mentor"));
	struct mentors_called_rows called;

	*out = (struct person_id){ 0 };
	if (str_is_empty(folded))
		return OK;
	*out = row->claimer;
	if (!person_id_is_none(row->claimer) && str_equal(folded, text_folded(v->arena, row->claimer_name)))
		return OK;
	*out = v->who.id;
	if (visit_may(v, WHO_MENTOR) && str_equal(folded, text_folded(v->arena, v->who.name)))
		return OK;
	TRY(mentors_called(v->db, v->arena, v->programme->id, folded, CALLED_MOST, &called));
	if (called.count != 1)
		return called.count == 0 ? SHEET_NAME_UNKNOWN : SHEET_NAME_TWICE;
	*out = called.at[0].id;
	return OK;
}

/* A name that a coordinator writes means that the mentor has agreed. */
static enum outcome
take(struct visit *v, struct person_id mentor)
{
	return person_id_equal(mentor, v->who.id) ? desk_claim(v) : desk_assign(v, mentor, true, S(""));
}

/* Kept beside the request for coordinators and its author. A mentor writes under the own claim alone. */
static enum outcome
keep_note(struct visit *v, bool is_holder)
{
	struct request_id request = desk_thing(v)->row.id;
	struct str words = form_text(v->form, "words");

	if (str_is_empty(words))
		return OK;
	if (!is_holder && !visit_may(v, WHO_COORDINATOR))
		return SHEET_NOT_YOURS;
	TRY(note_add(v->db, &(struct note_add_values){
	    .id = { visit_new_id(v) }, .request = request, .author = v->who.id, .audience = NOTE_AUDIENCE_COORDINATORS,
	    .words = words, .now = v->now }));
	return desk_say(v, request, S("note-coordinators"), S(""));
}

enum outcome
sheet_save(struct visit *v)
{
	struct str day = form_text(v->form, "held_on");
	struct sheet_cells cells = { .has_day = !str_is_empty(day) };
	enum sheet_step step;

	TRY(mentor_of_cell(v, &cells.mentor));
	TRY(sheet_decide(&desk_thing(v)->facts, &cells, v->who.id, visit_may(v, WHO_COORDINATOR), &step));
	if (step == SHEET_TAKE)
		TRY(take(v, cells.mentor));
	if (step == SHEET_GIVE_BACK)
		TRY(desk_release(v, S("")));
	TRY(keep_note(v, person_id_equal(cells.mentor, v->who.id)));
	if (cells.has_day) {
		TRY(request_find_for(v, desk_thing(v)->row.id.value));    /* as the claim has left it */
		TRY(desk_fulfil(v, day, S("")));
	}
	return visit_see_other(v, url_sheet_show(v->arena, v->programme->slug), S("sheet-kept"));
}
