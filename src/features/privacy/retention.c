/* Each night what a programme has kept for long enough ends (T35), a batch of each kind at a time: while one was full, the job comes again at once. What
 * ended is counted in the record, and nothing more is said of it there. */
#include "access/event.h"
#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "privacy/kept.h"
#include "privacy/privacy.h"
#include "privacy/store_retention.h"
#include "programmes/programmes.h"
#include "sql/sql.h"

enum { ENDED_AT_ONCE = 200, NUMBER_BYTES = 24 };

/* Ends a batch that is older; a marked one says so with now, so that what belongs to it is found. */
typedef enum outcome old_step(struct db *, struct programme_id, struct moment before, int64_t most, int64_t *);
typedef enum outcome marked_step(struct db *, struct programme_id, struct moment before, int64_t most, struct moment now, int64_t *);
typedef enum outcome rest_step(struct db *, struct programme_id, struct moment now, int64_t *);
typedef enum outcome case_step(struct db *, struct programme_id, int64_t *);

static const struct {
	enum keep keep;
	old_step *old;
	marked_step *marked;
} steps[] = {
	{ KEEP_times, old_request_hours, NULL }, { KEEP_times, old_mentor_hours, NULL },
	{ KEEP_affiliation, old_request_affiliations, NULL }, { KEEP_affiliation, old_member_affiliations, NULL },
	{ KEEP_requests, NULL, old_requests }, { KEEP_requests, old_questions, NULL },
	{ KEEP_feedback, old_feedback, NULL },
	{ KEEP_sessions, old_sessions, NULL }, { KEEP_sessions, old_absences, NULL }, { KEEP_sessions, old_help, NULL },
	{ KEEP_unplaced, NULL, old_applications_unplaced }, { KEEP_unplaced, NULL, old_responses_unplaced },
	{ KEEP_placed, NULL, old_applications_placed }, { KEEP_placed, NULL, old_responses_placed },
	{ KEEP_reviews, old_reviews, NULL },
	{ KEEP_notes, old_handovers, NULL }, { KEEP_notes, old_mentor_reasons, NULL }, { KEEP_notes, old_opening_words, NULL },
	{ KEEP_acceptances, old_acceptances, NULL }, { KEEP_acceptances, old_document_notices, NULL },
	{ KEEP_reports, old_reports, NULL },
};

/* What goes with a request, an application, an answered survey that was marked now. */
static rest_step *const rests[] = {
	old_request_skills, old_attempts, old_notes, old_claims, old_asides, old_kept_words, old_event_words, old_answers, old_response_answers, old_response_areas,
	old_response_choices,
};

/* What goes with a case whose words have gone; in this order, since one points at the other. */
static case_step *const cases[] = { old_report_entries, old_pauses, old_sanctions, old_pair_pauses, old_report_readers, old_report_rows };

struct night {
	int64_t ended[KEEPS];
	bool is_full;                 /* a batch was: there may be more */
};

static enum outcome
end_old(struct visit *v, struct night *night)
{
	const struct zone *zone = zone_find(v->programme->zone);
	int64_t changed;

	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
		struct period period = period_of(&v->programme->settings, steps[i].keep);
		struct moment before = period_start(&period, zone, v->now);

		if (steps[i].old != NULL)
			TRY(steps[i].old(v->db, v->programme->id, before, ENDED_AT_ONCE, &changed));
		else
			TRY(steps[i].marked(v->db, v->programme->id, before, ENDED_AT_ONCE, v->now, &changed));
		night->ended[steps[i].keep] += changed;
		night->is_full = night->is_full || changed == ENDED_AT_ONCE;
	}
	return OK;
}

static enum outcome
end_rest(struct visit *v)
{
	int64_t changed;

	for (size_t i = 0; i < ARRAY_LENGTH(rests); i++)
		TRY(rests[i](v->db, v->programme->id, v->now, &changed));
	for (size_t i = 0; i < ARRAY_LENGTH(cases); i++)
		TRY(cases[i](v->db, v->programme->id, &changed));
	return OK;
}

/* That there was a case is nobody's in the programme to know, so it stands in the record of the server. */
static enum outcome
say_ended(struct visit *v, enum keep keep, int64_t count)
{
	struct programme_id programme = v->programme_id;
	struct buf number = buf_new(v->arena, NUMBER_BYTES);
	enum outcome said;

	buf_whole(&number, count);
	if (keep == KEEP_reports)
		v->programme_id = (struct programme_id){ 0 };
	said = event_say(v, S("data-ended"), &(struct event_facts){ .detail = period_of(&v->programme->settings, keep).name, .after = buf_str(&number) });
	v->programme_id = programme;
	return said;
}

enum outcome
programme_night(struct visit *v, int64_t subject)
{
	struct night night = { .is_full = false };
	struct moment again;

	TRY(end_old(v, &night));
	TRY(end_rest(v));
	for (enum keep keep = 0; keep < KEEPS; keep++)
		if (night.ended[keep] > 0) {
			TRY(say_ended(v, keep, night.ended[keep]));
			sql_forget(v->db);
		}
	if (!night.is_full)
		return programme_posted(v, PROGRAMME_NIGHT, &again);
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme_id, .kind = PROGRAMME_NIGHT, .subject = subject,
	    .due_at = v->now, .now = v->now });
}
