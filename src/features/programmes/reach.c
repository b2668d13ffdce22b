/* On how much a change acts: counted, so that whoever is about to make it knows (F033). */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "programmes/file.h"
#include "programmes/questionnaires.h"
#include "programmes/settings.h"
#include "programmes/store.h"

enum { WORDS_BYTES = 200 };

/* "1 open request", "2 open requests". */
static void
add_count(struct buf *out, int64_t count, const char *one, const char *many)
{
	if (count > 0)
		buf_format(out, "%s%lld %s", out->length > 0 ? ", " : "", (long long)count, count == 1 ? one : many);
}

#define WAITING "waiting request", "waiting requests"
#define CLAIMED "claimed request", "claimed requests"
#define UNDER_WAY "request under way", "requests under way"
#define MENTORS "mentor", "mentors"
#define MEMBERS "member", "members"

/* On whom the numbers beneath a heading act; what is under none of these acts on what comes from now on alone. */
static const struct {
	const char *group;
	bool on_waiting, on_claimed, on_mentors;
} groups[] = {
	{ "Mentors", false, false, true }, { "While a request waits", true, false, false }, { "After the claim", false, true, false },
	{ "Mentors who fall silent, and skills that are short", false, false, true }, { "The mentors' room", false, false, true },
};

static enum outcome
capacity(struct db *db, struct arena *arena, struct programme_id id, struct str after, struct buf *out)
{
	struct capacity_reach_row row;
	int64_t most = 0;

	(void)str_whole(after, &most);
	TRY(capacity_reach(db, arena, id, most, &row));
	add_count(out, row.lowered, "mentor who chose more", "mentors who chose more");
	add_count(out, row.above, "mentor who holds more now and keeps them", "mentors who hold more now and keep them");
	return OK;
}

static enum outcome
setting(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct buf *out)
{
	struct setting_row row = setting_at(setting_place(change->name));
	struct programme_reach_row all;

	if (str_equal(change->name, S("mentor.capacity")))
		return capacity(db, arena, id, change->after, out);
	TRY(programme_reach(db, arena, id, &all));
	for (size_t i = 0; i < ARRAY_LENGTH(groups); i++) {
		if (strcmp(groups[i].group, row.group) != 0)
			continue;
		add_count(out, groups[i].on_waiting ? all.waiting : 0, WAITING);
		add_count(out, groups[i].on_claimed ? all.claimed : 0, CLAIMED);
		add_count(out, groups[i].on_mentors ? all.mentors : 0, MENTORS);
	}
	return OK;
}

static enum outcome
service(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct buf *out)
{
	struct service_reach_row row = { 0 };
	enum outcome said = service_reach(db, arena, id, change->name, &row);

	add_count(out, row.requests, UNDER_WAY);
	add_count(out, row.mentors, "mentor who offers it", "mentors who offer it");
	return said == NOT_FOUND ? OK : said;
}

static enum outcome
affiliation(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct buf *out)
{
	struct affiliation_reach_row row = { 0 };
	enum outcome said = affiliation_reach(db, arena, id, change->name, &row);

	add_count(out, row.requests, UNDER_WAY);
	add_count(out, row.members, "member who said it", "members who said it");
	return said == NOT_FOUND ? OK : said;
}

static enum outcome
skill(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct buf *out)
{
	struct skill_reach_row row = { 0 };
	enum outcome said = skill_reach(db, arena, id, change->name, &row);

	add_count(out, row.requests, UNDER_WAY);
	add_count(out, row.mentors, "mentor who has it", "mentors who have it");
	return said == NOT_FOUND ? OK : said;
}

/* A code of conduct in new words is accepted anew by whoever accepted the old ones. */
static enum outcome
document(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct buf *out)
{
	struct document_reach_row row;

	TRY(document_reach(db, arena, id, change->name, &row));
	add_count(out, row.people, "person who accepted the version before", "people who accepted the version before");
	return OK;
}

/* The name of the form or the survey, without its question: "mentee.goals". */
static struct str
form_part(struct str name)
{
	return str_head(name, str_find(name, '.'));
}

/* Who answered keeps the words that they answered, and what is open keeps what it asks. */
static enum outcome
form(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct buf *out)
{
	struct questions_reach_row row;

	TRY(questions_reach(db, arena, id, form_part(change->name), S(""), &row));
	add_count(out, row.applications, "application that keeps the words it answered", "applications that keep the words they answered");
	return OK;
}

static enum outcome
survey(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct buf *out)
{
	struct questions_reach_row row;
	struct str slug = form_part(change->name);

	TRY(questions_reach(db, arena, id, questionnaire_form_slug(arena, slug), slug, &row));
	add_count(out, row.open_now, "open survey that keeps its questions", "open surveys that keep their questions");
	add_count(out, row.planned, "planned survey", "planned surveys");
	add_count(out, row.answers, "answer that keeps its words", "answers that keep their words");
	return OK;
}

static enum outcome
whole(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct buf *out)
{
	struct programme_reach_row all;

	TRY(programme_reach(db, arena, id, &all));
	if (change->part == PART_HOLIDAY)
		add_count(out, all.waiting + all.claimed, UNDER_WAY);
	else
		add_count(out, all.members, MEMBERS);
	return OK;
}

enum outcome
change_reach(struct db *db, struct arena *arena, struct programme_id id, const struct change *change, struct str *out)
{
	static enum outcome (*const counts[PARTS])(struct db *, struct arena *, struct programme_id, const struct change *, struct buf *) = {
		[PART_PROGRAMME] = whole, [PART_SETTING] = setting, [PART_SERVICE] = service, [PART_AFFILIATION] = affiliation, [PART_SKILL] = skill,
		[PART_DOCUMENT] = document, [PART_HOLIDAY] = whole, [PART_FORM] = form, [PART_SURVEY] = survey,
	};
	struct buf words = buf_new(arena, WORDS_BYTES);

	if (counts[change->part] != NULL)
		TRY(counts[change->part](db, arena, id, change, &words));
	*out = buf_str(&words);
	return OK;
}
