/* Taking in what another table knew. */
#include "requests/taken_in.h"

#include "base/arena.h"
#include "formats/text.h"
#include "formats/when.h"
#include "requests/desk.h"
#include "requests/skills.h"
#include "requests/store_sheet.h"
#include "requests/store_taken.h"

enum { TITLE_CHARACTERS = 80, NAMED_MOST = 2 };

/* One line of what it is about, cut at a word. */
static struct str
title_of(struct visit *v, const struct taken_in *t)
{
	if (!str_is_empty(t->title))
		return text_one_line(v->arena, t->title);
	return text_short(v->arena, text_one_line(v->arena, t->details), TITLE_CHARACTERS);
}

static enum outcome
add(struct visit *v, const struct taken_in *t, struct request_id id)
{
	struct programme_next_number_row number;
	struct skill_set set = { .count = 0 };
	struct request_add_taken_values wish = { .id = id, .programme = v->programme->id, .mentee = t->mentee, .service = t->service, .title = title_of(v, t),
		.details = t->details, .affiliation = t->affiliation, .sent = t->asked_at, .now = v->now };

	for (size_t i = 0; i < t->skill_count && set.count < SKILLS_MOST; i++)
		set.at[set.count++] = t->skills[i];
	wish.skills = skill_set_names(v, &set);
	wish.skill_count = (int64_t)set.count;
	wish.is_unsure = set.count == 0;
	wish.search = text_folded(v->arena, str_join(v->arena, 3, (struct str[]){ wish.title, S(" "), wish.skills }));
	TRY(programme_next_number(v->db, v->arena, v->programme->id, &number));
	wish.number = number.last_number;
	TRY(request_add_taken(v->db, &wish));
	for (size_t i = 0; i < set.count; i++)    /* at most SKILLS_MOST rows */
		TRY(draft_add_skill(v->db, id, set.at[i]->id));
	return OK;
}

static enum outcome
hold(struct visit *v, const struct taken_in *t, struct request_id id)
{
	const struct settings *number = &v->programme->settings;
	struct moment due = desk_open_after(v->programme, moment_plus(v->now, (number->lease_hours + number->lease_grace_hours) * US_PER_HOUR));
	struct request_take_row taken;
	int64_t changed;
	enum outcome said = request_take(v->db, v->arena, id, t->mentor, v->now, due, &taken);

	if (said == NOT_FOUND)
		return REQUEST_OWN;
	TRY(said);
	TRY(mentor_take_place(v->db, v->programme->id, t->mentor, number->mentor_capacity, v->now, &changed));
	if (changed == 0)
		return MENTOR_FULL;
	return claim_add(v->db, (struct claim_id){ visit_new_id(v) }, id, t->mentor, v->now);
}

/* A session of the past: nobody is asked how it was. */
static enum outcome
close(struct visit *v, const struct taken_in *t, struct request_id id)
{
	int64_t changed;

	if (person_id_equal(t->mentor, t->mentee))
		return REQUEST_OWN;
	TRY(request_end_taken(v->db, id, t->mentor, when_date(v->arena, zone_find(v->programme->zone), t->held_at), t->held_at, &changed));
	if (person_id_is_none(t->mentor))
		return OK;
	TRY(claim_add(v->db, (struct claim_id){ visit_new_id(v) }, id, t->mentor, t->asked_at));
	return claim_end(v->db, &(struct claim_end_values){ .request = id, .now = t->held_at, .by = t->mentor, .ending = CLAIM_ENDING_CLOSED, .reason = S("") }, &changed);
}

enum outcome
request_take_in(struct visit *v, const struct taken_in *t, struct request_id *out)
{
	int64_t changed;

	out->value = visit_new_id(v);
	TRY(add(v, t, *out));
	TRY(role_mentee_add(v->db, (struct role_id){ visit_new_id(v) }, v->programme->id, t->mentee, v->now, &changed));
	if (t->is_held)
		TRY(close(v, t, *out));
	else if (!person_id_is_none(t->mentor))
		TRY(hold(v, t, *out));
	TRY(event_say(v, S("taken-in"), &(struct event_facts){ .request = *out, .person = t->mentor }));
	return t->is_held ? OK : desk_plan(v, *out);
}

enum outcome
request_mentor_called(struct visit *v, struct str name, struct person_id *out, size_t *count)
{
	struct mentors_called_rows rows;

	TRY(mentors_called(v->db, v->arena, v->programme->id, text_folded(v->arena, name), NAMED_MOST, &rows));
	*count = rows.count;
	*out = rows.count == 1 ? rows.at[0].id : (struct person_id){ 0 };
	return OK;
}
