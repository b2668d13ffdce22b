/* One opening: finding it, moving it on, and saying it in words. */
#include "openings/opening.h"

#include "applications/rules.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/calendar.h"
#include "formats/id.h"
#include "formats/when.h"
#include "formats/zone.h"
#include "forms/page.h"
#include "forms/say.h"
#include "later/later.h"
#include "openings/openings.h"

enum { ROUNDS_MOST = 40 };

bool
opening_is_theirs(const struct visit *v, const struct opening_row_row *row)
{
	return visit_may(v, WHO_COORDINATOR) || (!person_id_is_none(v->who.id) && person_id_equal(row->contact, v->who.id));
}

enum outcome
opening_find(struct visit *v, struct opening_row_row *out)
{
	struct opening_id id;

	if (!id_read(v->params[1], &id.value))
		return NOT_FOUND;
	TRY(opening_row(v->db, v->arena, id, out));
	if (!programme_id_equal(out->programme, v->programme->id) || (!opening_is_shown(out->state) && !opening_is_theirs(v, out)))
		return NOT_FOUND;
	return OK;
}

enum outcome
opening_find_own(struct visit *v, struct opening_row_row *out)
{
	TRY(opening_find(v, out));
	return opening_is_theirs(v, out) ? OK : OPENING_NOT_YOURS;
}

struct moment
opening_closes(struct moment round_closes_at, struct moment extended_to_at)
{
	return moment_later(round_closes_at, extended_to_at);
}

enum outcome
opening_becomes(struct visit *v, struct opening_row_row *row, enum opening_state next)
{
	struct str before = opening_state_name(row->state);
	int64_t changed;

	TRY(opening_move(v->db, &(struct opening_move_values){ .id = row->id, .before = row->state, .state = next, .words = row->words, .term = row->term,
	    .minutes = row->minutes, .lacks_mentor = row->lacks_mentor, .extended = row->extended_to_at, .announced = row->announced_at, .now = v->now }, &changed));
	if (changed != 1)
		return STALE;
	row->state = next;
	return event_say(v, S("opening-moved"), &(struct event_facts){ .person = row->contact, .detail = row->project, .before = before, .after = opening_state_name(next) });
}

enum outcome
opening_round_choices(struct visit *v, struct choices *out)
{
	struct opening_id opening = { 0 };
	struct rounds_ahead_rows rows;
	struct choice *at;

	(void)id_read(v->params[1], &opening.value);
	TRY(rounds_ahead(v->db, v->arena, v->programme->id, v->now, opening, ROUNDS_MOST, &rows));
	at = ARENA_MANY(v->arena, rows.count + 1, struct choice);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct choice){ .value = id_print(v->arena, rows.at[i].id.value), .label = rows.at[i].name };
	*out = (struct choices){ at, rows.count };
	return OK;
}

struct moment
opening_day_end(struct visit *v, struct str written)
{
	struct moment m = { 0 };
	struct wall wall;
	struct date date;

	if (!when_date_read(written, &wall))
		return m;
	date = calendar_date(calendar_days((struct date){ wall.year, wall.month, wall.day }) + 1);
	(void)when_moment(zone_find(v->programme->zone), (struct wall){ .year = date.year, .month = date.month, .day = date.day }, &m);
	return m;
}

/* --- words --- */

struct str
opening_state_words(struct str language, enum opening_state state)
{
	static const char *const words[] = {
		[OPENING_STATE_NONE] = "", [OPENING_STATE_DECLARED] = N_("Waits for coordinators"), [OPENING_STATE_RETURNED] = N_("Returned to its contact"),
		[OPENING_STATE_ANNOUNCED] = N_("Announced"), [OPENING_STATE_ACCEPTING] = N_("Takes applications"), [OPENING_STATE_SURVEYING] = N_("Closed, being matched next"),
		[OPENING_STATE_MATCHING] = N_("Being matched"), [OPENING_STATE_RUNNING] = N_("Running"), [OPENING_STATE_ENDED] = N_("Over"), [OPENING_STATE_WITHDRAWN] = N_("Taken back"),
	};

	check((size_t)state < ARRAY_LENGTH(words));
	return words[state][0] == '\0' ? S("") : say(language, words[state]);
}

struct str
opening_term_words(struct arena *arena, struct str language, const struct programme *p, int64_t term)
{
	return say_count(arena, language, opening_number(term, p->settings.term_months), "{n} month", "{n} months");
}

struct str
opening_meet_words(struct arena *arena, struct str language, const struct programme *p, int64_t minutes, enum opening_period period)
{
	int64_t count = opening_number(minutes, p->settings.meet_minutes);
	bool is_monthly = minutes > 0 ? period == OPENING_PERIOD_MONTH : p->settings.meet_monthly;

	return is_monthly ? say_count(arena, language, count, "{n} minute a month", "{n} minutes a month") :
	    say_count(arena, language, count, "{n} minute a week", "{n} minutes a week");
}

enum outcome
openings_to_see_to(struct visit *v, const struct programme *p, int64_t most, struct openings_in_need_rows *out)
{
	return openings_in_need(v->db, v->arena, p->id, STEP_ASKED, most, out);
}

struct str
opening_need_said(const struct page *page, const struct openings_in_need_row *row)
{
	return opening_need_words(page->language, row);
}

struct str
opening_need_words(struct str language, const struct openings_in_need_row *row)
{
	if (row->state == OPENING_STATE_DECLARED)
		return say(language, N_("a project wants to join: announce or return it"));
	if (row->state == OPENING_STATE_RETURNED)
		return say(language, N_("no mentor was elected; it went back to its contact"));
	return say(language, N_("its contact has not chosen from the short list: choose for them"));
}
