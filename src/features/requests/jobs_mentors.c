/* What a programme looks at once a day (mentors who fall silent while somebody waits, or who answer no ask any more; what needs coordinators) and once a week (skills
 * that are short). Nobody is blamed, one press brings everybody back, and nothing of it touches who is away. */
#include "base/arena.h"
#include "base/buf.h"
#include "forms/say.h"
#include "later/later.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/desk.h"
#include "requests/letters_desk.h"
#include "requests/requests.h"
#include "requests/rules_mentor.h"
#include "requests/store_mentors.h"

enum { LOOKED_AT_ONCE = 100, SKILLS_MOST = 8, WORDS_BYTES = 2000 };

/* --- a day --- */

static enum outcome
park(struct visit *v, struct mentor_id id, struct person_id person)
{
	int64_t changed;

	TRY(mentor_park(v->db, id, v->now, (struct moment){ MENTOR_NO_END_US }, &changed));
	return event_say(v, S("mentor-parked"), &(struct event_facts){ .person = person });
}

static enum outcome
end_silence(struct visit *v, const struct mentors_silent_row *row)
{
	TRY(desk_put_all_back(v, row->person, CLAIM_ENDING_LAPSED, S("mentor-silent")));
	TRY(park(v, row->id, row->person));
	return desk_write_to_mentor(v, &(struct silence){
	    .mentor = row->person, .since = row->since,
	    .to_mentor = N_("we have heard nothing from you, so what you held went back to the queue, and nobody asks you for now. You are welcome back at any time: one press."),
	    .to_coordinators = N_("a mentor gave no sign while somebody waited. What they held is back in the queue, and they are set aside until they come back.") });
}

/* T23: since the mentee gave a sign and the mentor none. */
static enum outcome
try_silent(struct visit *v, const struct mentors_silent_row *row)
{
	const struct settings *number = &v->programme->settings;
	struct silent_ladder ladder = { number->silent_days, number->mentor_tries };
	int64_t due = silent_tries_due(&ladder, row->since, v->now), changed;

	if (due <= row->idle_step)
		return OK;
	if (due > ladder.tries)
		return end_silence(v, row);
	TRY(mentor_tried(v->db, row->id, due, &changed));
	return desk_write_to_mentor(v, &(struct silence){
	    .mentor = row->person, .since = row->since, .again_at = silent_next_at(&ladder, row->since, due),
	    .to_mentor = N_("somebody waits for you, and we have heard nothing for a while. If you cannot go on, give it back; if you can, a word to them is enough."),
	    .to_coordinators = row->idle_step > 0 ? NULL : N_("a mentor gives no sign while somebody waits. Please try to reach them; we write to them too.") });
}

/* T25: asked whether they are still with us, then set aside. */
static enum outcome
look_at_idle(struct visit *v, const struct mentors_idle_row *row)
{
	int64_t days = v->programme->settings.park_days, changed;

	if (moment_is_none(row->idle_at)) {
		TRY(mentor_is_idle(v->db, row->id, v->now, &changed));
		return desk_write_to_mentor(v, &(struct silence){
		    .mentor = row->person, .since = row->last_act_at, .again_at = moment_plus(v->now, days * US_PER_DAY),
		    .to_mentor = N_("we have asked you a few times and heard nothing for a while. Are you still with us? If not now, that is fine: we stop asking, and one press brings you back."),
		    .to_coordinators = N_("a mentor has answered no ask for a while. They were asked whether they are still with us; if we hear nothing, they are set aside.") });
	}
	if (moment_is_after(moment_plus(row->idle_at, days * US_PER_DAY), v->now))
		return OK;
	TRY(park(v, row->id, row->person));
	return desk_write_to_mentor(v, &(struct silence){
	    .mentor = row->person, .since = row->last_act_at,
	    .to_mentor = N_("nobody asks you for now. Thank you for what you gave; one press brings you back whenever you like.") });
}

static enum outcome
look_at_silent(struct visit *v)
{
	struct moment quiet = moment_plus(v->now, -v->programme->settings.silent_days * US_PER_DAY);
	struct mentors_silent_rows rows = { .count = LOOKED_AT_ONCE };
	struct mentor_id after = { 0 };

	while (rows.count == LOOKED_AT_ONCE) {
		TRY(mentors_silent(v->db, v->arena, &(struct mentors_silent_values){
		    .programme = v->programme_id, .after = after, .quiet = quiet, .now = v->now, .limit = LOOKED_AT_ONCE }, &rows));
		for (size_t i = 0; i < rows.count; i++) {
			TRY(try_silent(v, &rows.at[i]));
			after = rows.at[i].id;
		}
	}
	return OK;
}

static enum outcome
look_at_all_idle(struct visit *v)
{
	const struct settings *number = &v->programme->settings;
	struct mentors_idle_rows rows = { .count = LOOKED_AT_ONCE };
	struct mentor_id after = { 0 };

	while (rows.count == LOOKED_AT_ONCE) {
		TRY(mentors_idle(v->db, v->arena, &(struct mentors_idle_values){
		    .programme = v->programme_id, .after = after, .quiet = moment_plus(v->now, -number->idle_days * US_PER_DAY),
		    .asks = number->idle_asks, .now = v->now, .limit = LOOKED_AT_ONCE }, &rows));
		for (size_t i = 0; i < rows.count; i++) {
			TRY(look_at_idle(v, &rows.at[i]));
			after = rows.at[i].id;
		}
	}
	return OK;
}

enum outcome
programme_day(struct visit *v, int64_t subject)
{
	struct moment again;

	(void)subject;
	TRY(look_at_silent(v));
	TRY(look_at_all_idle(v));
	if (!moment_is_after(desk_open_after(v->programme, v->now), v->now))    /* on days on which reminders come */
		TRY(desk_write_needs(v));
	return programme_posted(v, PROGRAMME_DAY, &again);
}

/* --- a week --- */

static void
add_words(struct buf *out, int64_t number, struct str name)
{
	if (out->length > 0)
		buf_add(out, S(", "));
	if (number >= 0)
		buf_format(out, "%lld (%.*s)", (long long)number, STR_FORMAT(name));
	else
		buf_add(out, name);
}

/* T34: told once, when it has lasted for so many weeks; again only after it was over. */
enum outcome
programme_week(struct visit *v, int64_t subject)
{
	const struct settings *number = &v->programme->settings;
	struct buf skills = buf_new(v->arena, WORDS_BYTES), waiting = buf_new(v->arena, WORDS_BYTES), idle = buf_new(v->arena, WORDS_BYTES);
	struct skills_short_rows rows;
	struct moment again;
	int64_t changed;

	(void)subject;
	TRY(skills_short(v->db, v->arena, &(struct skills_short_values){
	    .programme = v->programme_id, .most = number->mentor_capacity, .ratio = number->shortage_ratio, .now = v->now, .limit = LOOKED_AT_ONCE }, &rows));
	for (size_t i = 0, told = 0; i < rows.count; i++) {
		struct shortage_note_row note;

		TRY(shortage_note(v->db, v->arena, v->programme_id, rows.at[i].id.value, v->now, &note));
		if (note.weeks != number->shortage_weeks || told++ >= SKILLS_MOST)
			continue;
		add_words(&skills, -1, rows.at[i].name);
		add_words(&waiting, rows.at[i].waiting, rows.at[i].name);
		add_words(&idle, rows.at[i].free, rows.at[i].name);
	}
	TRY(shortage_over(v->db, v->programme_id, v->now, &changed));
	if (skills.length > 0)
		TRY(desk_write_shortage(v, &(struct shortage_words){ buf_str(&skills), buf_str(&waiting), buf_str(&idle) }));
	return programme_posted(v, PROGRAMME_WEEK, &again);
}
