/* Each night: accounts that nobody has used for as long as the operator says are warned twice, and end as if their owner had asked for it. Whoever
 * signs in keeps theirs; who has something open, or is named by a case, is left alone, and so is who must hand over first. */
#include "privacy/rules_idle.h"

#include "access/event.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/zone.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "privacy/erase.h"
#include "privacy/kept.h"
#include "privacy/privacy.h"
#include "privacy/store_idle.h"

enum { LOOKED_AT_ONCE = 200, NUMBER_BYTES = 24 };

static enum outcome
warn(struct visit *v, struct person_id person, struct moment ends_at, bool *is_told)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L57I, .reader = &reader };
	struct buf months = buf_new(v->arena, NUMBER_BYTES);

	TRY(letter_reader_find(&desk, person, TOPIC_ACCOUNT, &reader));
	*is_told = !str_is_empty(reader.email) || !str_is_empty(reader.chat_user);
	if (!*is_told)
		return OK;
	buf_whole(&months, v->server->idle_months);
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "months", buf_str(&months));
	letter_wish_add(&wish, "until", say_moment(v->arena, letter_place(&reader), ends_at, v->now));
	letter_wish_add(&wish, "link", str_join(v->arena, 2, (struct str[]){ v->server->base_url, url_login_show(v->arena) }));
	return letter_put(&desk, &wish);
}

/* Whoever cannot be written to is not warned, and so not ended. */
static enum outcome
look_at(struct visit *v, const struct people_idle_row *row)
{
	enum idle_step step = idle_next(row->warned, row->warned_at, v->now);
	struct moment ends_at = idle_end(step, v->now);
	bool is_told;
	int64_t changed;

	if (step == IDLE_WAIT || erase_may_go(v, row->id) != OK)
		return OK;
	if (step == IDLE_END) {
		TRY(idle_notice_drop(v->db, row->id, &changed));
		return erase_idle(v, row->id);
	}
	TRY(warn(v, row->id, ends_at, &is_told));
	return is_told ? idle_notice_put(v->db, row->id, step == IDLE_WARN ? 1 : 2, v->now, ends_at, &changed) : OK;
}

/* One batch behind that person; last: whom the next one begins behind, 0: there is none. */
static enum outcome
look_at_some(struct visit *v, struct person_id after, int64_t *last)
{
	struct period period = { .unit = KEEP_MONTHS, .amount = v->server->idle_months };
	struct moment before = period_start(&period, zone_find(S("UTC")), v->now);
	struct people_idle_rows rows;

	TRY(people_idle(v->db, v->arena, before, after, LOOKED_AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(look_at(v, &rows.at[i]));
	*last = rows.count == LOOKED_AT_ONCE ? rows.at[rows.count - 1].id.value : 0;
	return OK;
}

/* subject: whom this batch begins behind, so that the writer is never held for long; 0: a night begins. */
enum outcome
people_night(struct visit *v, int64_t subject)
{
	int64_t changed, last = 0;

	if (subject == 0)
		TRY(idle_notices_over(v->db, &changed));
	if (v->server->idle_months > 0)
		TRY(look_at_some(v, (struct person_id){ subject }, &last));
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .kind = PEOPLE_NIGHT, .subject = last,
	    .due_at = last == 0 ? moment_plus(v->now, US_PER_DAY) : v->now, .now = v->now });
}
