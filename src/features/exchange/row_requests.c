/* A row of requests. It is known again by its id in the other table or, without one, by what it says. */
#include "base/arena.h"
#include "base/buf.h"
#include "exchange/import.h"
#include "exchange/cells.h"
#include "formats/text.h"
#include "requests/taken_in.h"
#include "secrets/secrets.h"

enum { KEY_BYTES = 32, SKILLS_MOST = 50 };

const struct service *
import_service(struct import *m, struct str written)
{
	const struct programme *p = m->v->programme;
	struct str folded = text_folded(m->v->arena, written);

	for (size_t i = 0; i < p->service_count; i++)
		if (!p->services[i].is_retired && (str_equal(p->services[i].slug, folded) || str_equal(text_folded(m->v->arena, p->services[i].name), folded)))
			return &p->services[i];
	return NULL;
}

/* Hexadecimal, of half of the hash. */
static struct str
key_of(struct import *m)
{
	static const char digits[] = "0123456789abcdef";
	struct str id = form_text(m->row, "id"), line = str_is_empty(id) ? S("\nline\n") : S("\nid\n");
	struct hash hash;
	struct buf out = buf_new(m->v->arena, KEY_BYTES);

	if (!str_is_empty(id))
		hash = hash_of(str_join(m->v->arena, 2, (struct str[]){ line, id }));
	else
		hash = hash_of(str_join(m->v->arena, 9, (struct str[]){ line, text_folded(m->v->arena, form_text(m->row, "email")), S("\n"), form_text(m->row, "service"),
		    S("\n"), form_text(m->row, "details"), S("\n"), form_text(m->row, "asked"), form_text(m->row, "title") }));
	for (size_t i = 0; i < KEY_BYTES / 2; i++) {
		buf_char(&out, digits[hash.bytes[i] >> 4]);
		buf_char(&out, digits[hash.bytes[i] & 15]);
	}
	return buf_str(&out);
}

struct moment
import_moment(struct import *m, const char *field, struct moment otherwise)
{
	struct str cell = form_text(m->row, field);
	struct moment at = otherwise;
	struct exchange_when when;

	if (str_is_empty(cell))
		return otherwise;
	if (!exchange_when_read(cell, &when) || !when_moment(when.is_utc ? NULL : zone_find(m->v->programme->zone), when.wall, &at))
		import_refuses(m, field, cell, "is no day like 2024-03-05, with a time like 15:04 or without");
	at = moment_plus(at, -(int64_t)when.east_minutes * US_PER_MINUTE);
	if (moment_is_after(at, m->v->now))
		import_refuses(m, field, cell, "has not come yet");
	return moment_is_after(at, m->v->now) ? m->v->now : at;
}

/* Who has it, or had it: of the past it may be somebody who is no mentor here any more. */
static enum outcome
find_mentor(struct import *m, struct taken_in *t)
{
	struct str name = form_text(m->row, "mentor");
	size_t count;

	if (str_is_empty(name))
		return OK;
	TRY(request_mentor_called(m->v, name, &t->mentor, &count));
	if (count == 0 && !t->is_held)
		import_refuses(m, "mentor", name, "is no active mentor here; take the mentors in first");
	else if (count > 1)
		import_refuses(m, "mentor", name, "is the name of more than one mentor");
	return OK;
}

static enum outcome
read_stand(struct import *m, struct taken_in *t)
{
	struct str cell = form_text(m->row, "status");
	enum exchange_stand stand;

	if (!exchange_stand_read(m->v->arena, cell, &stand))
		import_refuses(m, "status", cell, "is no status that we know: Available or Fulfilled");
	t->is_held = stand == STAND_HELD;
	t->asked_at = import_moment(m, "asked", m->v->now);
	t->held_at = import_moment(m, "fulfilled", t->is_held ? t->asked_at : m->v->now);
	if (moment_is_after(t->asked_at, t->held_at))
		t->asked_at = t->held_at;    /* what was entered after it had been held */
	return find_mentor(m, t);
}

static enum outcome
read_what(struct import *m, struct taken_in *t, const struct skill **skills)
{
	const struct service *service = import_service(m, form_text(m->row, "service"));

	if (service == NULL)
		import_refuses(m, "service", form_text(m->row, "service"), "is no service of this programme");
	else
		t->service = service->id;
	t->skills = skills;
	t->skill_count = import_skills(m, SKILLS_MOST, skills);
	if ((int64_t)t->skill_count > m->v->programme->settings.skills_max)
		t->skill_count = (size_t)m->v->programme->settings.skills_max;    /* the first ones */
	t->affiliation = import_affiliation(m);
	t->title = form_text(m->row, "title");
	t->details = form_text(m->row, "details");
	return read_stand(m, t);
}

static enum outcome
join(struct import *m, struct taken_in *t)
{
	struct person_wish wish = { .name = text_one_line(m->v->arena, form_text(m->row, "name")), .email = form_text(m->row, "email"), .zone = m->v->programme->zone };
	struct import_known known, now;
	size_t before = m->out->problems.count + m->out->problems.left_out;

	TRY(import_look(m, wish.email, &known));
	TRY(import_bars(m, &known, wish.email));
	if (import_has_complained(m, before))
		return OK;
	if (person_id_is_none(known.person) && str_is_empty(wish.name))
		import_refuses(m, "email", wish.email, "is nobody's address here yet, and the row says no name");
	else {
		TRY(import_join(m, &known, &wish, (struct affiliation_id){ 0 }, &now));
		t->mentee = now.person;
	}
	return OK;
}

static enum outcome
make(struct import *m, const struct taken_in *t, struct str key)
{
	struct request_id id;
	enum outcome said = request_take_in(m->v, t, &id);

	if (said == MENTOR_FULL)
		import_refuses(m, "mentor", form_text(m->row, "mentor"), "holds as many requests as agreed");
	else if (said == REQUEST_OWN)
		import_refuses(m, "mentor", form_text(m->row, "mentor"), "asked for this themselves");
	if (said == MENTOR_FULL || said == REQUEST_OWN)
		return OK;
	TRY(said);
	m->out->requests++;
	return imported_keep(m->v->db, m->v->programme->id, key, id);
}

enum outcome
import_request_row(struct import *m)
{
	const struct skill *skills[SKILLS_MOST];
	size_t before = m->out->problems.count + m->out->problems.left_out;
	struct taken_in t = { .is_held = false };
	struct str key = key_of(m);
	struct imported_as_row there;
	enum outcome said = imported_as(m->v->db, m->v->arena, m->v->programme->id, key, &there);

	if (said == OK) {
		m->out->same++;
		return OK;
	}
	if (said != NOT_FOUND)
		return said;
	TRY(read_what(m, &t, skills));
	if (!import_has_complained(m, before))
		TRY(join(m, &t));
	return import_has_complained(m, before) ? OK : make(m, &t, key);
}
