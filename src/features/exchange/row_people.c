/* A row of people or mentors. Somebody who is known keeps the name, zone and record that they have. */
#include "base/arena.h"
#include "base/check.h"
#include "exchange/import.h"
#include "exchange/cells.h"
#include "formats/text.h"
#include "people/people.h"

enum { SKILLS_MOST = 50, SERVICES_MOST = 50 };

enum outcome
import_look(struct import *m, struct str email, struct import_known *out)
{
	struct import_person_row found;
	struct import_known_row row;
	enum outcome said = import_person(m->v->db, m->v->arena, text_folded(m->v->arena, email), &found);    /* most are new, which this alone tells soonest */

	*out = (struct import_known){ .person = { 0 } };
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	TRY(import_known(m->v->db, m->v->arena, m->v->programme->id, found.id, &row));
	*out = (struct import_known){ row.id, row.membership, row.mentor, !moment_is_none(row.left_at) };
	return OK;
}

enum outcome
import_bars(struct import *m, const struct import_known *known, struct str email)
{
	bool is_barred = false;

	if (!person_id_is_none(known->person))
		TRY(person_is_barred(m->v, known->person, &is_barred));
	if (is_barred)
		import_refuses(m, "email", email, "cannot be taken into this programme at the moment");
	return OK;
}

enum outcome
import_join(struct import *m, const struct import_known *known, const struct person_wish *wish, struct affiliation_id affiliation, struct import_known *out)
{
	struct visit *v = m->v;

	*out = *known;
	if (person_id_is_none(out->person)) {
		TRY(person_add_new(v, wish, m->has_blocks, &out->person));
		m->out->people++;
	}
	if (!membership_id_is_none(out->membership))
		return OK;
	out->membership.value = visit_new_id(v);
	m->out->members++;
	return import_member_add(v->db, &(struct import_member_add_values){ .id = out->membership, .programme = v->programme->id, .person = out->person,
	    .affiliation = affiliation, .now = v->now });
}

/* Names with commas or line ends between them, as exports of tables write lists. */
static bool
next_name(struct str *rest, struct str *name)
{
	while (rest->length > 0) {
		size_t cut = 0;

		while (cut < rest->length && rest->at[cut] != ',' && rest->at[cut] != '\n' && rest->at[cut] != ';')
			cut++;
		*name = text_trim(str_head(*rest, cut));
		*rest = str_skip(*rest, cut + 1);
		if (!str_is_empty(*name))
			return true;
	}
	return false;
}

size_t
import_skills(struct import *m, size_t most, const struct skill **out)
{
	struct str rest = form_text(m->row, "skills"), name;
	size_t count = 0;

	while (next_name(&rest, &name)) {
		const struct skill *skill = programme_skill_by_name(m->v->programme, m->v->arena, name);
		bool is_there = false;

		if (skill == NULL) {
			import_refuses(m, "skills", name, "is no skill of this programme; add it to the list of skills, or as another spelling of one");
			continue;
		}
		for (size_t i = 0; i < count; i++)
			is_there |= out[i] == skill;
		if (is_there)
			continue;
		if (count == most) {
			import_says(m, "skills", "these are too many");
			break;
		}
		out[count++] = skill;
	}
	return count;
}

/* By its name or its word in addresses, in any case. */
struct affiliation_id
import_affiliation(struct import *m)
{
	struct str cell = form_text(m->row, "affiliation"), folded;
	const struct programme *p = m->v->programme;

	if (str_is_empty(cell))
		return (struct affiliation_id){ 0 };
	folded = text_folded(m->v->arena, cell);
	for (size_t i = 0; i < p->affiliation_count; i++)
		if (str_equal(p->affiliations[i].slug, folded) || str_equal(text_folded(m->v->arena, p->affiliations[i].name), folded))
			return p->affiliations[i].id;
	import_refuses(m, "affiliation", cell, "is no affiliation of this programme");
	return (struct affiliation_id){ 0 };
}

/* What they offer; a file that names no service means all of them. */
static size_t
services_of(struct import *m, struct service_id *out)
{
	struct str rest = form_text(m->row, "services"), name;
	const struct programme *p = m->v->programme;
	size_t count = 0;

	for (size_t i = 0; str_is_empty(rest) && i < p->service_count && count < SERVICES_MOST; i++)
		if (!p->services[i].is_retired)
			out[count++] = p->services[i].id;
	while (next_name(&rest, &name)) {
		const struct service *service = import_service(m, name);

		if (service == NULL)
			import_refuses(m, "services", name, "is no service of this programme");
		else if (count < SERVICES_MOST)
			out[count++] = service->id;
	}
	return count;
}

static enum outcome
enrol(struct import *m, const struct import_known *known, const struct skill *const *skills, size_t skill_count)
{
	struct mentor_skill_wish wishes[SKILLS_MOST];
	struct service_id services[SERVICES_MOST];
	struct mentor_wish wish = { .bio = form_text(m->row, "bio"), .skills = wishes, .services = services };
	const struct settings *number = &m->v->programme->settings;
	size_t before = m->out->problems.count + m->out->problems.left_out;

	wish.capacity = str_is_empty(form_text(m->row, "capacity")) ? number->mentor_capacity : form_whole(m->row, "capacity");
	for (size_t i = 0; i < skill_count; i++)
		wishes[wish.skill_count++] = (struct mentor_skill_wish){ skills[i]->id, 0 };
	wish.service_count = services_of(m, services);
	if (import_has_complained(m, before))
		return OK;
	m->out->mentors++;
	return mentor_enrol(m->v, known->person, number->mentor_approval == MENTOR_BY_ITSELF ? MENTOR_STATE_ACTIVE : MENTOR_STATE_PENDING, &wish);
}

static enum outcome
keep_skills(struct import *m, struct membership_id membership, const struct skill *const *skills, size_t count)
{
	for (size_t i = 0; i < count; i++)
		TRY(import_member_skill_add(m->v->db, membership, skills[i]->id));
	return OK;
}

/* True if the row asks for a mentor's record and there is none yet. A file without that column is of mentors alone; a box that is not ticked is
 * an empty cell. */
static bool
is_new_mentor(struct import *m, const struct import_known *known)
{
	bool is_active = true;

	if (import_has(m, "active") && !exchange_tick_read(m->v->arena, form_text(m->row, "active"), &is_active))
		import_refuses(m, "active", form_text(m->row, "active"), "is neither yes nor no");
	return m->kind == IMPORT_KIND_MENTORS && is_active && mentor_id_is_none(known->mentor);
}

enum outcome
import_person_row(struct import *m)
{
	const struct skill *skills[SKILLS_MOST];
	struct person_wish wish = { .name = text_one_line(m->v->arena, form_text(m->row, "name")), .email = form_text(m->row, "email"),
		.zone = form_text(m->row, "zone"), .languages = form_text(m->row, "languages"), .pronouns = form_text(m->row, "pronouns") };
	size_t before = m->out->problems.count + m->out->problems.left_out, skill_count = import_skills(m, SKILLS_MOST, skills);
	struct affiliation_id affiliation = import_affiliation(m);
	struct import_known known, now;
	bool is_mentor, is_member;

	TRY(import_look(m, wish.email, &known));
	TRY(import_bars(m, &known, wish.email));
	is_mentor = is_new_mentor(m, &known);
	is_member = !membership_id_is_none(known.membership);
	if (known.membership.value > m->before)
		import_refuses(m, "email", wish.email, "stands in an earlier line of this file as well");
	if (import_has_complained(m, before))
		return OK;
	if (str_is_empty(wish.zone))
		wish.zone = m->v->programme->zone;
	m->out->same += is_member && !is_mentor;
	TRY(import_join(m, &known, &wish, affiliation, &now));
	if (!is_member)
		TRY(keep_skills(m, now.membership, skills, skill_count));
	return is_mentor ? enrol(m, &now, skills, skill_count) : OK;
}
