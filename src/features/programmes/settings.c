/* A programme's numbers: words become values, within bounds, and words again. */
#include "programmes/settings.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "outside/slack/message_text.h"

enum kind { NUMBER, YES_NO, APPROVAL, AFFILIATION, CLOCK, WEEK, RHYTHM, WEEKDAY, NO_SHOW };

/* How settings that are no numbers are written. */
static const struct word {
	enum kind kind;
	struct str written;
	int64_t value;
} words[] = {
	{ YES_NO, S_STATIC("no"), 0 }, { YES_NO, S_STATIC("yes"), 1 },
	{ APPROVAL, S_STATIC("coordinator"), 0 }, { APPROVAL, S_STATIC("auto"), 1 },
	{ NO_SHOW, S_STATIC("off"), 0 }, { NO_SHOW, S_STATIC("1-2-3"), 1 },
	{ AFFILIATION, S_STATIC("off"), 0 }, { AFFILIATION, S_STATIC("ask"), 1 }, { AFFILIATION, S_STATIC("require"), 2 },
	{ CLOCK, S_STATIC("calendar"), 0 }, { CLOCK, S_STATIC("working"), 1 },
	/* Bits, from Monday on. */
	{ WEEK, S_STATIC("mon-fri"), 31 }, { WEEK, S_STATIC("mon-sat"), 63 }, { WEEK, S_STATIC("tue-sat"), 62 }, { WEEK, S_STATIC("sun-thu"), 79 },
	{ WEEK, S_STATIC("sat-wed"), 103 },
	{ RHYTHM, S_STATIC("off"), 0 }, { RHYTHM, S_STATIC("daily"), 1 }, { RHYTHM, S_STATIC("weekly"), 2 }, { RHYTHM, S_STATIC("monthly"), 3 },
	{ WEEKDAY, S_STATIC("monday"), 1 }, { WEEKDAY, S_STATIC("tuesday"), 2 }, { WEEKDAY, S_STATIC("wednesday"), 3 }, { WEEKDAY, S_STATIC("thursday"), 4 },
	{ WEEKDAY, S_STATIC("friday"), 5 }, { WEEKDAY, S_STATIC("saturday"), 6 }, { WEEKDAY, S_STATIC("sunday"), 7 },
};

enum { NUMBER_BYTES = 24 };

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
	return (struct setting_misfit){ NULL, NULL };
}

enum { NAME_MOST = 40, NEAR = 4 };

/* How many letters to add, drop or change to make b of a; more than NEAR for whatever is too long. */
static size_t
distance(struct str a, struct str b)
{
	size_t above[NAME_MOST + 1], here[NAME_MOST + 1];

	if (a.length > NAME_MOST || b.length > NAME_MOST)
		return NEAR + 1;
	for (size_t k = 0; k <= b.length; k++)
		above[k] = k;
	for (size_t i = 0; i < a.length; i++) {
		here[0] = i + 1;
		for (size_t k = 0; k < b.length; k++) {
			size_t change = above[k] + (a.at[i] == b.at[k] ? 0 : 1);
			size_t shift = (above[k + 1] < here[k] ? above[k + 1] : here[k]) + 1;

			here[k + 1] = change < shift ? change : shift;
		}
		memcpy(above, here, (b.length + 1) * sizeof(above[0]));
	}
	return above[b.length];
}

struct str
setting_near(struct str name)
{
	static const struct str names[] = {
#define SETTING(field, called, ...) S_STATIC(called),
#include "programmes/settings.def"
#define SETTING(field, called, ...) S_STATIC(called),
#define SETTING_ROOM(field, called, ...) S_STATIC(called),
#include "programmes/channels.def"
	};
	struct str nearest = S("");
	size_t best = NEAR;

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
		if (distance(name, names[i]) < best) {
			best = distance(name, names[i]);
			nearest = names[i];
		}
	return nearest;
}
