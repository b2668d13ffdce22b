/* Short words that several pages of the desk need. */
#include "base/arena.h"
#include "base/buf.h"
#include "forms/page.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "access/events.h"
#include "formats/when.h"
#include "requests/desk.h"
#include "requests/views.h"
#include "system/random.h"

enum { NUMBER_MAX = 40, MINUTES_BELOW_HOURS = 2, HOURS_BELOW_HOURS = 72 };

struct str
desk_shown_name(struct arena *arena, struct str name, bool shows_name)
{
	size_t first = str_find(name, ' '), last = name.length;
	size_t initial = 1;

	if (!shows_name)
		return S("");
	if (first == name.length)
		return name;
	while (last > 0 && name.at[last - 1] != ' ')
		last--;
	while (last + initial < name.length && (name.at[last + initial] & 0xC0) == 0x80)
		initial++;    /* a whole character of UTF-8 */
	return str_join(arena, 4, (struct str[]){ str_head(name, first), S(" "), str_head(str_skip(name, last), initial), S(".") });
}

struct str
desk_outcome(enum request_outcome outcome, struct request_id merged_into, bool is_unanswered)
{
	if (!request_id_is_none(merged_into))
		return S("merged");
	return is_unanswered ? S("unanswered") : request_outcome_name(outcome);
}

struct str
desk_actor_name(const struct request_show_view *v, const struct request_timeline_row *row)
{
	bool is_mentee = person_id_equal(row->actor, v->row->mentee);

	return is_mentee && !v->is_owner && !v->is_claimer && !v->is_coordinator ? v->mentee : row->actor_name;
}

struct html
desk_event_words(struct page *page, const struct request_show_view *v, const struct request_timeline_row *row)
{
	struct str actor = desk_actor_name(v, row);

	if (str_is_empty(actor) && person_id_equal(row->actor, v->row->mentee))
		actor = say(page->language, N_("The mentee"));
	return event_sentence(page, row->kind, actor, desk_day_words(page, row->detail));
}

struct str
history_title(struct page *page, const struct history_view *v)
{
	if (str_is_empty(v->name))
		return say(page->language, N_("My requests"));
	return page_words(page, N_("History of {name}"), 1, (struct page_pair[]){ page_pair("name", v->name) });
}

struct str
home_other(const struct home_view *v, const struct home_requests_row *row)
{
	return person_id_equal(row->claimer, v->who) ? row->mentee_name : row->claimer_name;
}

static struct moment
open_after(const void *programme, struct moment m)
{
	struct open_days days = programme_open_days(programme);

	return open_days_next(&days, m);
}

struct moment
desk_open_after(const struct programme *p, struct moment m)
{
	return open_after(p, m);
}

struct wait_ladder
desk_ladder(const struct programme *p)
{
	const struct settings *s = &p->settings;

	return (struct wait_ladder){
		.open_after = open_after, .days = p,
		.tell_hours = s->tell_hours, .bump_hours = s->bump_hours, .ask_hours = s->ask_hours, .escalate_hours = s->escalate_hours, .repeat_hours = s->repeat_hours,
		.detail_hours = s->detail_hours, .detail_days = s->detail_days, .draft_remind_days = s->draft_remind_days, .draft_days = s->draft_days,
		.grace_hours = s->lease_grace_hours, .session_minutes = s->session_minutes, .contact_hours = s->contact_alarm_hours,
		.contact_more_hours = s->contact_tell_hours, .attempts_days = s->attempts_days, .silent_days = s->silent_days,
		.silent_more_days = s->silent_more_days, .near_hours = s->near_hours, .outcome_again_days = s->outcome_again_days,
		.outcome_end_days = s->outcome_end_days, .helpful_again_days = s->helpful_again_days, .helpful_days = s->helpful_days,
	};
}

struct str
desk_day_words(struct page *page, struct str day)
{
	struct wall wall;
	struct moment start;

	if (!when_date_read(day, &wall) || !when_moment(NULL, wall, &start))
		return day;
	return say_day(page->arena, (struct say_place){ page->language, NULL }, start, page->now);
}

struct str
desk_clock(struct page *page, struct moment m)
{
	struct wall wall = when_wall(page->zone, m);
	struct buf words = buf_new(page->arena, NUMBER_MAX);

	buf_format(&words, "%02d:%02d:%02d ", wall.hour, wall.minute, wall.second);
	buf_add(&words, zone_at(page->zone, m).short_name);
	return buf_str(&words);
}

struct str
desk_lasting_words(struct page *page, int64_t seconds)
{
	int64_t minutes = seconds / 60, hours = minutes / 60;
	struct page_plural words = page_plural(hours / 24, "{n} day", "{n} days");

	if (hours < MINUTES_BELOW_HOURS)
		words = page_plural(minutes, "{n} minute", "{n} minutes");
	else if (hours < HOURS_BELOW_HOURS)
		words = page_plural(hours, "{n} hour", "{n} hours");
	return page_words_many(page, words, 1, (struct page_pair[]){ page_pair("n", words.count) });
}

struct moment
desk_answered_at(struct request_id id, struct moment sent_at)
{
	struct moment made_at = random_id_made_at(id.value);

	return moment_is_after(sent_at, made_at) ? sent_at : made_at;
}

struct str
desk_number(struct arena *arena, const struct programme *p, int64_t number)
{
	struct buf words = buf_new(arena, NUMBER_MAX);

	buf_add(&words, p->mark);
	buf_char(&words, '-');
	buf_whole(&words, number);
	return buf_str(&words);
}
