/* Words of a case: of its entries, and of what stands in its columns. */
#include "conduct/lines.h"

#include "base/arena.h"
#include "base/check.h"
#include "conduct/case.h"
#include "conduct/rules.h"
#include "forms/say.h"

struct case_lines
lines_new(struct arena *arena, size_t count)
{
	return (struct case_lines){ ARENA_MANY(arena, count, struct case_line), count };
}

enum outcome
line_open(struct visit *v, struct report_entry_id id, struct str sealed, const struct case_line *line, struct case_line *out)
{
	*out = *line;
	return report_open(v, ENTRY_WORDS, id.value, sealed, &out->words);
}

struct str
report_state_words(const struct page *page, enum report_state state)
{
	static const char *const words[] = {
		[REPORT_STATE_NONE] = "", [REPORT_STATE_SUBMITTED] = N_("Sent"), [REPORT_STATE_ACKNOWLEDGED] = N_("Acknowledged"),
		[REPORT_STATE_INVESTIGATING] = N_("Being looked into"), [REPORT_STATE_DECIDED] = N_("Decided"), [REPORT_STATE_CLOSED] = N_("Closed"),
	};

	check((size_t)state < ARRAY_LENGTH(words));
	return say(page->language, words[state]);
}

struct str
report_sharing_words(const struct page *page, enum report_sharing sharing)
{
	static const char *const words[] = {
		[REPORT_SHARING_NONE] = "", [REPORT_SHARING_NAMED] = N_("With a name"), [REPORT_SHARING_CONFIDENTIAL] = N_("Confidential"),
		[REPORT_SHARING_ANONYMOUS] = N_("Anonymous"),
	};

	check((size_t)sharing < ARRAY_LENGTH(words));
	return say(page->language, words[sharing]);
}

struct str
measure_words(struct str language, enum report_measure measure)
{
	static const char *const words[] = {
		[REPORT_MEASURE_NONE] = "", [REPORT_MEASURE_NOTHING] = N_("No measure"), [REPORT_MEASURE_WARNING] = N_("Warning"),
		[REPORT_MEASURE_SUSPENSION] = N_("Suspension from the programme for a time"), [REPORT_MEASURE_MENTOR_LOST] = N_("The role of mentor is taken away"),
		[REPORT_MEASURE_REMOVAL] = N_("Removal from the programme"),
	};

	check((size_t)measure < ARRAY_LENGTH(words));
	return words[measure][0] == '\0' ? S("") : say(language, words[measure]);
}

struct str
report_measure_words(const struct page *page, enum report_measure measure)
{
	return measure_words(page->language, measure);
}

struct str
sanction_words(const struct page *page, enum sanction_measure measure)
{
	static const enum report_measure as[] = {
		[SANCTION_MEASURE_NONE] = REPORT_MEASURE_NONE, [SANCTION_MEASURE_WARNING] = REPORT_MEASURE_WARNING,
		[SANCTION_MEASURE_SUSPENSION] = REPORT_MEASURE_SUSPENSION, [SANCTION_MEASURE_REMOVAL] = REPORT_MEASURE_REMOVAL,
		[SANCTION_MEASURE_MENTOR_LOST] = REPORT_MEASURE_MENTOR_LOST,
	};

	check((size_t)measure < ARRAY_LENGTH(as));
	return report_measure_words(page, as[measure]);
}

struct moment
sanction_last(struct moment until_at)
{
	return moment_plus(until_at, -US_PER_SECOND);
}

struct str
case_line_words(const struct page *page, enum report_entry_kind kind)
{
	static const char *const words[] = {
		[REPORT_ENTRY_KIND_NONE] = "", [REPORT_ENTRY_KIND_VIEWED] = N_("opened it"), [REPORT_ENTRY_KIND_ACKNOWLEDGED] = N_("acknowledged it"),
		[REPORT_ENTRY_KIND_ASSIGNED] = N_("assigned it to"), [REPORT_ENTRY_KIND_ASKED] = N_("asked whoever reported"),
		[REPORT_ENTRY_KIND_ANSWERED] = N_("whoever reported wrote"), [REPORT_ENTRY_KIND_NOTED] = N_("noted"), [REPORT_ENTRY_KIND_NAMED] = N_("wrote down that it is about"),
		[REPORT_ENTRY_KIND_REVEALED] = N_("opened the name of whoever reported"), [REPORT_ENTRY_KIND_DECIDED] = N_("decided"),
		[REPORT_ENTRY_KIND_PAUSED] = N_("paused"), [REPORT_ENTRY_KIND_LIFTED] = N_("lifted the pause of"),
		[REPORT_ENTRY_KIND_CLOSED] = N_("closed it"), [REPORT_ENTRY_KIND_REOPENED] = N_("opened it again"),
	};

	check((size_t)kind < ARRAY_LENGTH(words));
	return say(page->language, words[kind]);
}

struct case_times
case_times_of(const struct programme *programme)
{
	return (struct case_times){ .unread_hours = programme->settings.report_hours, .late_hours = programme->settings.report_late_hours,
		.decide_days = programme->settings.report_days };
}

struct moment
case_row_due_at(const struct cases_view *view, const struct reports_for_row *row)
{
	return case_due_at(row->state, row->clock_at, &view->times);
}

bool
case_row_is_due(const struct cases_view *view, const struct reports_for_row *row)
{
	return !moment_is_none(case_row_due_at(view, row));
}

bool
case_is_late(const struct page *page, struct moment due_at)
{
	return !moment_is_none(due_at) && moment_is_after(page->now, due_at);
}

bool
case_offers(const struct case_view *view, int step)
{
	enum report_state next;

	return step == view->refused || case_may(view->row.state, (enum case_step)step, &next) == OK;
}
