/* Other hours of waiting, tried on the requests of the last days: what the ladder would have done, beside what it does as it is set (F033).
 * Nothing is changed. */
#include "access/api.h"
#include "access/layout.h"
#include "base/arena.h"
#include "base/check.h"
#include "forms/form_json.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/misfit.h"
#include "requests/api.h"
#include "requests/form_coordinate.h"
#include "requests/pages.h"
#include "requests/rules_rehearse.h"
#include "requests/store_rehearse.h"
#include "requests/views.h"
#include "requests/views_coordinate.h"

enum { CHANGES_MOST = 20000, DAYS_USUAL = 90 };

/* "closed: held" tells how, too. */
static enum request_state
state_of(struct str words)
{
	enum request_state state;

	return request_state_read(words, &state) ? state : REQUEST_STATE_CLOSED;
}

/* What was not sent is as it is set. */
static void
fill_blanks(const struct settings *s, struct values *form)
{
	const struct { const char *name; int64_t usual; } blanks[] = {
		{ "bump", s->bump_hours }, { "ask", s->ask_hours }, { "escalate", s->escalate_hours }, { "repeat", s->repeat_hours }, { "days", DAYS_USUAL },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(blanks); i++)
		if (form_whole(form, blanks[i].name) == 0)
			form_set_whole(form, blanks[i].name, blanks[i].usual);
}

static enum outcome
ladder_tried(struct values *form, struct settings *s)
{
	static const struct { const char *setting, *field; } fields[] = { { "wait.ask_h", "ask" }, { "wait.escalate_h", "escalate" } };
	struct setting_misfit misfit;

	s->bump_hours = form_whole(form, "bump");
	s->ask_hours = form_whole(form, "ask");
	s->escalate_hours = form_whole(form, "escalate");
	s->repeat_hours = form_whole(form, "repeat");
	misfit = settings_misfit(s);
	for (size_t i = 0; misfit.name != NULL && i < ARRAY_LENGTH(fields); i++)
		if (strcmp(misfit.name, fields[i].setting) == 0) {
			form_complain(form, fields[i].field, str_from(misfit.why));
			return BAD_INPUT;
		}
	return OK;
}

/* The same changes for both ladders; the last request of a list that was cut is left out, since its end is unknown. */
static void
replay(struct rehearsal *r, const struct past_changes_rows *rows, size_t count, struct moment now)
{
	for (size_t i = 0; i < count; i++) {
		const struct past_changes_row *row = &rows->at[i];

		rehearsal_take(r, &(struct past_change){ row->request, state_of(row->state_after), row->happened_at, row->sent_at }, now);
	}
	rehearsal_end(r, now);
}

static size_t
whole_ones(const struct past_changes_rows *rows)
{
	size_t count = rows->count;

	if (count < CHANGES_MOST)
		return count;
	while (count > 0 && request_id_equal(rows->at[count - 1].request, rows->at[rows->count - 1].request))
		count--;
	return count;
}

static enum outcome
rehearse(struct visit *v, struct rehearse_view *view)
{
	struct programme tried = *v->programme;
	struct wait_ladder as_set = desk_ladder(v->programme), as_tried;
	struct moment since = moment_plus(v->now, -form_whole(v->form, "days") * US_PER_DAY);
	struct past_changes_rows rows;
	size_t count;

	TRY(ladder_tried(v->form, &tried.settings));
	TRY(past_changes(v->db, v->arena, v->programme->id, since, CHANGES_MOST, &rows));
	as_tried = desk_ladder(&tried);
	view->set = rehearsal_of(&as_set);
	view->tried = rehearsal_of(&as_tried);
	count = whole_ones(&rows);
	replay(&view->set, &rows, count, v->now);
	replay(&view->tried, &rows, count, v->now);
	view->is_cut = rows.count == CHANGES_MOST || view->tried.steps >= REHEARSAL_STEPS_MOST;
	view->is_done = true;
	return OK;
}

enum outcome
rehearse_show(struct visit *v)
{
	struct rehearse_view view = { .programme = v->programme };
	enum outcome said = form_read_query(v->arena, &rehearse_form, NULL, &v->request->query, &v->form);
	struct page page;

	if (said == OK) {
		fill_blanks(&v->programme->settings, v->form);
		said = rehearse(v, &view);
	}
	if (said != OK && said != BAD_INPUT)
		return said;
	view.form = v->form;
	v->reply->status = said == OK ? 200 : 422;
	page = visit_page(v);
	page_rehearse(&page, &view);
	return OK;
}

static void
print_counts(struct answer *a, const char *name, const struct rehearsal *r)
{
	answer_object(a, name);
	answer_whole(a, "reminded", r->reminded);
	answer_whole(a, "asked", r->asked);
	answer_whole(a, "escalated", r->escalated);
	answer_whole(a, "escalated_again", r->repeated);
	answer_close(a);
}

enum outcome
rehearse_json(struct visit *v)
{
	struct rehearse_view view = { 0 };
	struct answer a;

	fill_blanks(&v->programme->settings, v->form);
	TRY(rehearse(v, &view));
	a = api_answer(v);
	answer_open(&a, &rehearsal_shape);
	answer_whole(&a, "requests", view.set.requests);
	print_counts(&a, "as_set", &view.set);
	print_counts(&a, "as_tried", &view.tried);
	answer_tick(&a, "is_cut", view.is_cut);
	answer_close(&a);
	return OK;
}
