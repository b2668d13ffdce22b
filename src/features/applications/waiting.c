/* The waiting list (F045): for a place where none is left, and to be read where more apply than are read for each mentor; and places that follow from the mentors. */
#include "applications/applications.h"
#include "applications/own.h"
#include "applications/tell.h"
#include "base/buf.h"
#include "forms/say.h"
#include "programmes/programmes.h"

enum { QUEUES_MOST = 200, READ_AT_ONCE = 500, NUMBER_BYTES = 24 };

bool
intake_can_follow(const struct visit *v, enum intake_side side)
{
	return side == INTAKE_SIDE_MENTEE && v->programme->settings.group_mentors > 0 && v->programme->settings.group_mentees > 0;
}

int64_t
intake_places(const struct visit *v, bool is_derived, int64_t mentors, int64_t places)
{
	return is_derived ? intake_derived(mentors, v->programme->settings.group_mentors, v->programme->settings.group_mentees) : places;
}

enum outcome
intake_find(struct visit *v, struct intake_id id, struct intake_of_row *out)
{
	TRY(intake_of(v->db, v->arena, id, out));
	out->places = intake_places(v, out->is_derived, out->mentors, out->places);
	return OK;
}

enum outcome
application_waits(struct visit *v, struct application_row_row *row, bool is_queued)
{
	row->waits_since_at = v->now;
	row->is_queued = is_queued;
	TRY(application_becomes(v, row, APPLICATION_STATE_WAIT_LISTED));
	return tell_applicant(v, row, LETTER_L22);
}

static enum outcome
is_full(struct visit *v, struct intake_id intake, struct opening_id opening, bool counts_one_less, bool *out)
{
	struct reading_in_row row;

	TRY(reading_in(v->db, v->arena, intake, opening, &row));
	*out = !application_is_read(v->programme->settings.cap_per_mentor, row.mentors, row.reading - (counts_one_less ? 1 : 0));
	return OK;
}

/* It is sent and so counted already. */
enum outcome
application_is_over_cap(struct visit *v, const struct application_row_row *row, bool *out)
{
	*out = false;
	return row->side == INTAKE_SIDE_MENTEE ? is_full(v, row->intake, row->opening, true, out) : OK;
}

enum outcome
reading_goes_on(struct visit *v, struct intake_id intake, struct opening_id opening)
{
	for (int i = 0; i < READ_AT_ONCE; i++) {
		struct application_row_row row;
		struct next_to_read_row next;
		enum outcome said = next_to_read(v->db, v->arena, intake, opening, &next);
		bool full;

		if (said != OK)
			return said == NOT_FOUND ? OK : said;
		TRY(is_full(v, intake, opening, false, &full));
		if (full)
			return OK;
		TRY(application_row(v->db, v->arena, next.id, &row));
		row.waits_since_at = (struct moment){ 0 };
		TRY(application_becomes(v, &row, APPLICATION_STATE_SENT));
		TRY(tell_applicant(v, &row, LETTER_L22));
	}
	return OK;
}

enum outcome
mentors_joined(struct visit *v, struct intake_id of_mentors)
{
	struct intake_of_row intake;
	struct queues_in_rows queues;
	struct mentee_window_row window;
	enum outcome said;

	TRY(intake_find(v, of_mentors, &intake));
	TRY(queues_in(v->db, v->arena, intake.cohort, QUEUES_MOST, &queues));
	for (size_t i = 0; i < queues.count; i++)
		TRY(reading_goes_on(v, queues.at[i].id, queues.at[i].opening));
	said = mentee_window(v->db, v->arena, intake.cohort, &window);
	if (said != OK || !window.is_derived)
		return said == NOT_FOUND ? OK : said;
	return intake_fills(v, window.id);
}

enum outcome
application_next(struct visit *v, struct str language, const struct application_row_row *row, struct str *out)
{
	struct place_in_line_row line;
	const char *words = row->is_queued ? N_("More people applied than are read at a time for each mentor. Yours is number {n} in line, and is read as soon as it is its turn.") :
	    N_("All places are taken for now. You are number {n} in line; whoever waits longest gets the next one that becomes free.");
	struct buf number = buf_new(v->arena, NUMBER_BYTES);

	*out = application_next_words(language, row->state);
	if (row->state != APPLICATION_STATE_WAIT_LISTED)
		return OK;
	TRY(place_in_line(v->db, v->arena, row->id, &line));
	buf_whole(&number, line.place);
	*out = say_filled(v->arena, say(language, words), 1, (struct say_value[]){ { "n", buf_str(&number) } });
	return OK;
}
