/* Days on which a programme's steps do not come. A change plans anew whatever waits. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/calendar.h"
#include "formats/when.h"
#include "http/routes.h"
#include "later/later.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/versions.h"
#include "programmes/views.h"

enum { NOON_HOURS = 12, HOLIDAYS_MOST = 400 };

static bool
read_day(struct str text, int64_t *day)
{
	struct wall wall;

	if (!when_date_read(text, &wall))
		return false;
	*day = calendar_days((struct date){ wall.year, wall.month, wall.day });
	return true;
}

/* In no zone: the day itself. */
static struct moment
noon_of(int64_t day)
{
	return (struct moment){ day * US_PER_DAY + NOON_HOURS * US_PER_HOUR };
}

struct str
holiday_value(struct arena *arena, int64_t day)
{
	return when_date(arena, NULL, noon_of(day));
}

struct str
holiday_words(struct page *page, int64_t day)
{
	return when_day(page->arena, NULL, noon_of(day), (struct moment){ 0 });
}

enum outcome
holidays_show(struct visit *v)
{
	struct holidays_view view = { .programme = v->programme, .form = visit_values(v, &holiday_form, NULL),
		.rows = { v->programme->holidays, v->programme->holiday_count } };
	struct page page = visit_page(v);

	page_holidays(&page, &view);
	return OK;
}

static enum outcome
changed(struct visit *v, const char *kind, struct str what)
{
	TRY(programme_touch(v));
	TRY(version_keep_form(v));
	TRY(event_say(v, str_from(kind), &(struct event_facts){ .detail = what }));
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = PROGRAMME_REPLAN,
	    .subject = v->programme->id.value, .due_at = v->now, .now = v->now });
}

enum outcome
holiday_save(struct visit *v)
{
	struct str day_text = form_text(v->form, "day"), name = form_text(v->form, "name");
	int64_t day, count;

	check(read_day(day_text, &day));
	if (v->programme->holiday_count >= HOLIDAYS_MOST) {
		form_complain(v->form, "day", S("There are as many as a programme can hold. Remove old ones first."));
		return BAD_INPUT;
	}
	TRY(holiday_set(v->db, (struct holiday_id){ visit_new_id(v) }, v->programme->id, day, name, &count));
	TRY(changed(v, "holiday-saved", day_text));
	return visit_see_other(v, url_holidays_show(v->arena, v->programme->slug), S("holiday-saved"));
}

/* One that is gone already is fine. */
enum outcome
holiday_remove(struct visit *v)
{
	struct str day_text = form_text(v->form, "day");
	int64_t day, count;

	if (!read_day(day_text, &day))
		return STALE;
	TRY(holiday_drop(v->db, v->programme->id, day, &count));
	if (count > 0)
		TRY(changed(v, "holiday-removed", day_text));
	return visit_see_other(v, url_holidays_show(v->arena, v->programme->slug), S("holiday-removed"));
}
