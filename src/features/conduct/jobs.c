/* What the clock tells responders (T29), and the suspensions that are over. It looks once an hour at every programme, so that the list of jobs says nothing of any report. */
#include "conduct/case.h"
#include "conduct/conduct.h"
#include "conduct/rules.h"
#include "conduct/sanction.h"
#include "conduct/tell.h"
#include "programmes/programmes.h"

enum { LOOKED_AT_ONCE = 50 };

static enum outcome
look_at(struct visit *v, const struct reports_waiting_row *row)
{
	struct case_times times = case_times_of(v->programme);
	int due = case_clock(row->state, row->clock_at, row->told, &times, v->now);
	struct telling telling = { .report = row->id, .only = due == CLOCK_UNDECIDED ? row->assignee : (struct person_id){ 0 },
		.until = case_due_at(row->state, row->clock_at, &times) };
	bool is_told;
	int64_t changed;

	if (due == 0)
		return OK;
	TRY(tell_readers(v, &telling, &is_told));
	if (!is_told && !person_id_is_none(telling.only)) {
		telling.only = (struct person_id){ 0 };    /* the assignee reads it no more */
		TRY(tell_readers(v, &telling, &is_told));
	}
	if (!is_told)
		TRY(tell_contacts(v, row->id, false));
	return report_told(v->db, row->id, due, &changed);
}

enum outcome
programme_reports(struct visit *v, int64_t subject)
{
	struct reports_waiting_rows rows = { .count = LOOKED_AT_ONCE };
	struct case_times times = case_times_of(v->programme);
	struct report_id after = { 0 };

	while (rows.count == LOOKED_AT_ONCE) {
		TRY(reports_waiting(v->db, v->arena, &(struct reports_waiting_values){ .programme = v->programme_id,
		    .acknowledge = moment_plus(v->now, -times.unread_hours * US_PER_HOUR), .decide = moment_plus(v->now, -times.decide_days * US_PER_DAY),
		    .after = after, .limit = LOOKED_AT_ONCE }, &rows));
		for (size_t i = 0; i < rows.count; i++) {
			TRY(look_at(v, &rows.at[i]));
			after = rows.at[i].id;
		}
	}
	TRY(suspensions_end(v));
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme_id, .kind = PROGRAMME_REPORTS, .subject = subject,
	    .due_at = moment_plus(v->now, US_PER_HOUR), .now = v->now });
}
