/* A programme's numbers: words become values, within bounds, and words again. */
#include "programmes/settings.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "outside/slack/message_text.h"

enum kind { FRONT_AUDIENCE, NUMBER, YES_NO, APPROVAL, AFFILIATION, CLOCK, WEEK, RHYTHM, WEEKDAY, NO_SHOW, LADDER_LETTERS, DIRECTORY, PERIOD, CHOOSER };

/* How settings that are no numbers are written. */
static const struct word {
	enum kind kind;
	struct str written;
	int64_t value;
} words[] = {
	{ YES_NO, S_STATIC("no"), 0 }, { YES_NO, S_STATIC("yes"), 1 },
	{ APPROVAL, S_STATIC("coordinator"), MENTOR_BY_COORDINATOR }, { APPROVAL, S_STATIC("auto"), MENTOR_BY_ITSELF }, { APPROVAL, S_STATIC("project"), MENTOR_BY_PROJECT },
	{ PERIOD, S_STATIC("week"), 0 }, { PERIOD, S_STATIC("month"), 1 }, { CHOOSER, S_STATIC("coordinator"), 0 }, { CHOOSER, S_STATIC("project"), 1 },
	{ LADDER_LETTERS, S_STATIC("auto"), 0 }, { LADDER_LETTERS, S_STATIC("draft"), 1 },
	{ FRONT_AUDIENCE, S_STATIC("members"), 0 }, { FRONT_AUDIENCE, S_STATIC("public"), 1 },
	{ NO_SHOW, S_STATIC("off"), 0 }, { NO_SHOW, S_STATIC("1-2-3"), 1 },
	{ AFFILIATION, S_STATIC("off"), 0 }, { AFFILIATION, S_STATIC("ask"), 1 }, { AFFILIATION, S_STATIC("require"), 2 },
	{ DIRECTORY, S_STATIC("off"), DIRECTORY_OFF }, { DIRECTORY, S_STATIC("members"), DIRECTORY_MEMBERS }, { DIRECTORY, S_STATIC("public"), DIRECTORY_PUBLIC },
	{ CLOCK, S_STATIC("calendar"), 0 }, { CLOCK, S_STATIC("working"), 1 },
	/* Bits, from Monday on. */
	{ WEEK, S_STATIC("mon-fri"), 31 }, { WEEK, S_STATIC("mon-sat"), 63 }, { WEEK, S_STATIC("tue-sat"), 62 }, { WEEK, S_STATIC("sun-thu"), 79 },
	{ WEEK, S_STATIC("sat-wed"), 103 },
	{ RHYTHM, S_STATIC("off"), 0 }, { RHYTHM, S_STATIC("daily"), 1 }, { RHYTHM, S_STATIC("weekly"), 2 }, { RHYTHM, S_STATIC("monthly"), 3 },
	{ WEEKDAY, S_STATIC("monday"), 1 }, { WEEKDAY, S_STATIC("tuesday"), 2 }, { WEEKDAY, S_STATIC("wednesday"), 3 }, { WEEKDAY, S_STATIC("thursday"), 4 },
	{ WEEKDAY, S_STATIC("friday"), 5 }, { WEEKDAY, S_STATIC("saturday"), 6 }, { WEEKDAY, S_STATIC("sunday"), 7 },
};

enum { NUMBER_BYTES = 24, EXPECTED_BYTES = 200 };

static bool
read_value(enum kind kind, struct str written, int64_t *out)
{
	for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
		if (words[i].kind == kind && str_equal(words[i].written, written)) {
			*out = words[i].value;
			return true;
		}
	return kind == NUMBER && str_whole(written, out);
}

static struct str
print_value(struct arena *arena, enum kind kind, int64_t value)
{
	struct buf text;

	for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
		if (words[i].kind == kind && words[i].value == value)
			return words[i].written;
	text = buf_new(arena, NUMBER_BYTES);
	buf_whole(&text, value);
	return buf_str(&text);
}

bool
setting_room_next(struct str *rest, struct str *room)
{
	while (str_next(rest, ',', room)) {
		*room = str_trim(*room);
		if (!str_is_empty(*room))
			return true;
	}
	return false;
}

/* Rooms as Slack names them: "C0…", or "G…" of older private ones. */
static bool
are_rooms(struct str written, size_t most)
{
	struct str room;
	size_t count = 0;

	while (setting_room_next(&written, &room)) {
		struct slack_id id;

		if (!slack_id_read(room, "CG", &id) || ++count > most)
			return false;
	}
	return true;
}

/* "a whole number from 1 to 20", "one of yes, no". */
static void
add_expected(struct buf *out, enum kind kind, int64_t least, int64_t most)
{
	const char *between = "one of ";

	if (kind == NUMBER) {
		buf_format(out, "a whole number from %lld to %lld", (long long)least, (long long)most);
		return;
	}
	for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
		if (words[i].kind == kind) {
			buf_add(out, str_from(between));
			buf_add(out, words[i].written);
			between = ", ";
		}
}

#define EXPECTED_OF(field, called, type, fallback, least, most, kind, ...) \
	if (str_equal(name, S(called))) \
		add_expected(&out, kind, least, most);

void
settings_start(struct settings *s)
{
#define SETTING(field, name, type, fallback, ...) s->field = fallback;
#include "programmes/settings.def"
#define SETTING(field, name, type, fallback, ...) s->field = fallback;
#define SETTING_ROOM(field, ...) s->field = S("");
#include "programmes/channels.def"
}

#define READ_SETTING(field, called, type, fallback, min, max, kind, ...) \
	if (str_equal(name, S(called))) { \
		if (!read_value(kind, written, &value) || value < (min) || value > (max)) \
			return BAD_INPUT; \
		s->field = (type)value; \
		return OK; \
	}

enum outcome
settings_set(struct settings *s, struct str name, struct str written)
{
	int64_t value;

#define SETTING READ_SETTING
#include "programmes/settings.def"
#define SETTING READ_SETTING
#define SETTING_ROOM(field, called, most, ...) \
	if (str_equal(name, S(called))) { \
		s->field = written; \
		return are_rooms(written, most) ? OK : BAD_INPUT; \
	}
#include "programmes/channels.def"
	return NOT_FOUND;
}

#define PRINT_SETTING(field, called, type, fallback, min, max, kind, ...) \
	if (str_equal(name, S(called))) \
		return print_value(arena, kind, s->field);

struct str
setting_print(struct arena *arena, const struct settings *s, struct str name)
{
#define SETTING PRINT_SETTING
#include "programmes/settings.def"
#define SETTING PRINT_SETTING
#define SETTING_ROOM(field, called, ...) \
	if (str_equal(name, S(called))) \
		return s->field;
#include "programmes/channels.def"
	return S("");
}

/* The ladder climbs: each step of it comes after the one before. */
struct setting_misfit
settings_misfit(const struct settings *s)
{
	if (s->ask_hours <= s->bump_hours)
		return (struct setting_misfit){ "wait.ask_h", "This comes after the reminder: give more hours than there." };
	if (s->escalate_hours <= s->ask_hours)
		return (struct setting_misfit){ "wait.escalate_h", "This comes after mentors are asked one by one: give more hours than there." };
	if (s->advert_rhythm != 0 && str_is_empty(str_trim(s->advert_rooms)))
		return (struct setting_misfit){ "advert.rooms", "Name at least one room, or choose that it is never told." };
	if (s->detail_days * 24 <= s->detail_hours)
		return (struct setting_misfit){ "t03.2", "This comes after the reminder: give more days than that takes." };
	if (s->draft_days <= s->draft_remind_days)
		return (struct setting_misfit){ "t33.2", "This comes after the reminder: give more days than there." };
	if (s->outcome_end_days <= s->outcome_again_days)
		return (struct setting_misfit){ "t06.3", "This comes after both are asked again: give more days than there." };
	if (s->chase_days < s->shortlist_days)
		return (struct setting_misfit){ "t10.1", "This comes after the project is reminded: give at least as many days as it has to choose." };
	return (struct setting_misfit){ NULL, NULL };
}

struct str
setting_expected(struct arena *arena, struct str name)
{
	struct buf out = buf_new(arena, EXPECTED_BYTES);

#define SETTING EXPECTED_OF
#include "programmes/settings.def"
#define SETTING EXPECTED_OF
#define SETTING_ROOM(field, called, most, ...) \
	if (str_equal(name, S(called)) && (most) == 1) \
		buf_add(&out, S("the id of one room in Slack, like C0123ABCDEF, or empty")); \
	else if (str_equal(name, S(called))) \
		buf_format(&out, "at most %d ids of rooms in Slack with a comma between, like C0123ABCDEF", (most));
#include "programmes/channels.def"
	return buf_str(&out);
}

/* Headings (without a name) and settings as they stand in the two lists. */
static const struct {
	const char *group;
	struct str name, label;
} listed[] = {
#define SETTING_GROUP(title) { title, S_STATIC(""), S_STATIC("") },
#define SETTING(field, called, type, fallback, least, most, kind, words, ...) { NULL, S_STATIC(called), S_STATIC(words) },
#include "programmes/settings.def"
#define SETTING_GROUP(title) { title, S_STATIC(""), S_STATIC("") },
#define SETTING(field, called, type, fallback, least, most, kind, words, ...) { NULL, S_STATIC(called), S_STATIC(words) },
#define SETTING_ROOM(field, called, most, words, ...) { NULL, S_STATIC(called), S_STATIC(words) },
#include "programmes/channels.def"
};

size_t
setting_count(void)
{
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LENGTH(listed); i++)
		count += listed[i].group == NULL ? 1 : 0;
	return count;
}

struct setting_row
setting_at(size_t place)
{
	const char *group = "";

	for (size_t i = 0; i < ARRAY_LENGTH(listed); i++) {
		if (listed[i].group != NULL)
			group = listed[i].group;
		else if (place-- == 0)
			return (struct setting_row){ listed[i].name, listed[i].label, group };
	}
	return (struct setting_row){ S(""), S(""), group };
}

size_t
setting_place(struct str name)
{
	size_t place = 0;

	for (size_t i = 0; i < ARRAY_LENGTH(listed); i++) {
		if (listed[i].group == NULL && str_equal(listed[i].name, name))
			return place;
		place += listed[i].group == NULL ? 1 : 0;
	}
	return place;
}
