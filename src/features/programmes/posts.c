/* What recurs on the wall of a programme's zone: posts in rooms (F156, L50), and what it looks at at night, once a day and once a week. One job a kind and
 * programme, planned by its numbers. A post that was missed is made once when the server is back, and stands for its period; one that Slack did
 * not take in its period is dropped, with a record. */
#include "programmes/posts.h"

#include "access/visit.h"
#include "base/arena.h"
#include "http/routes.h"
#include "later/later.h"
#include "programmes/settings.h"
#include "programmes/store.h"

/* In the morning, before anybody's quiet hours end and the mail of the day leaves; a week begins on Monday. */
enum { LOOK_HOUR = 6, NIGHT_HOUR = 3 };

static struct rhythm
rhythm_of(const struct programme *p, struct str kind)
{
	const struct settings *s = &p->settings;

	if (str_equal(kind, PROGRAMME_DAY))
		return (struct rhythm){ .every = EVERY_DAY, .hour = LOOK_HOUR };
	if (str_equal(kind, PROGRAMME_NIGHT))
		return (struct rhythm){ .every = EVERY_DAY, .hour = NIGHT_HOUR };
	if (str_equal(kind, PROGRAMME_WEEK))
		return (struct rhythm){ .every = EVERY_WEEK, .weekday = 1, .hour = LOOK_HOUR };
	if (str_equal(kind, WAITING_POST))
		return (struct rhythm){ (enum every)s->waiting_rhythm, s->waiting_weekday, s->waiting_day, s->waiting_hour };
	return (struct rhythm){ (enum every)s->advert_rhythm, s->advert_weekday, s->advert_day, s->advert_hour };
}

struct moment
programme_next_post(const struct programme *p, struct str kind, struct moment now)
{
	struct rhythm rhythm = rhythm_of(p, kind);

	return rhythm_after(&rhythm, zone_find(p->zone), now);
}

static enum outcome
put(struct visit *v, struct programme_id programme, struct str kind, struct moment at)
{
	if (moment_is_none(at))
		return job_drop(v->db, kind, programme.value);
	return job_put(v->db, &(struct job_wish){
	    .id = { visit_new_id(v) }, .programme = programme, .kind = kind, .subject = programme.value, .due_at = at, .now = v->now });
}

/* Slack is asked what a room is before anything private is posted there. */
static enum outcome
want_rooms(struct visit *v, struct str rooms)
{
	struct str room;
	int64_t changed;

	while (setting_room_next(&rooms, &room))
		TRY(room_wanted(v->db, room, &changed));
	return OK;
}

enum outcome
programme_plan_posts(struct visit *v, struct programme_id programme)
{
	const struct programme *p;

	TRY(programme_fresh(v->db, v->arena, programme, &p));
	TRY(want_rooms(v, p->settings.room));
	TRY(want_rooms(v, p->settings.advert_rooms));
	TRY(put(v, programme, WAITING_POST, programme_next_post(p, WAITING_POST, v->now)));
	return put(v, programme, ADVERT_POST, programme_next_post(p, ADVERT_POST, v->now));
}

enum outcome
programme_plan_looks(struct visit *v, struct programme_id programme)
{
	const struct programme *p;

	TRY(programme_fresh(v->db, v->arena, programme, &p));
	TRY(put(v, programme, PROGRAMME_DAY, programme_next_post(p, PROGRAMME_DAY, v->now)));
	TRY(put(v, programme, PROGRAMME_NIGHT, programme_next_post(p, PROGRAMME_NIGHT, v->now)));
	return put(v, programme, PROGRAMME_WEEK, programme_next_post(p, PROGRAMME_WEEK, v->now));
}

enum outcome
programme_posted(struct visit *v, struct str kind, struct moment *until)
{
	struct rhythm rhythm = rhythm_of(v->programme, kind);

	*until = rhythm_after_done(&rhythm, zone_find(v->programme->zone), v->now);
	return put(v, v->programme->id, kind, *until);
}

static struct str
address_of(struct visit *v, struct str path)
{
	return str_join(v->arena, 2, (struct str[]){ v->server->base_url, path });
}

static enum outcome
advertise(struct visit *v, struct str room, struct moment until)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L50, .programme = v->programme->id, .expires_at = until };

	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "link", address_of(v, url_programme_show(v->arena, v->programme->slug)));
	letter_wish_add(&wish, "ask", address_of(v, url_wizard_start(v->arena, v->programme->slug)));
	letter_wish_add(&wish, "enrol", address_of(v, url_mentor_apply_show(v->arena, v->programme->slug)));
	return letter_put_post(&desk, &wish, room);
}

/* Switched off meanwhile: nothing, and nothing more. */
enum outcome
advert_post_due(struct visit *v, int64_t subject)
{
	struct str rooms = v->programme->settings.advert_rooms, room;
	struct moment until;

	(void)subject;
	TRY(programme_posted(v, ADVERT_POST, &until));
	while (!moment_is_none(until) && setting_room_next(&rooms, &room))
		TRY(advertise(v, room, until));
	return OK;
}
