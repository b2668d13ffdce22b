/* A programme's numbers for programs: the members are the names of settings.def, as the form takes them back. */
#include "access/api.h"
#include "base/check.h"
#include "programmes/api.h"
#include "programmes/settings.h"

static const char *const yes_no[] = { "no", "yes", NULL };
static const char *const front_audiences[] = { "members", "public", NULL };
static const char *const approvals[] = { "coordinator", "auto", "project", NULL };
static const char *const periods[] = { "week", "month", NULL };
static const char *const choosers[] = { "coordinator", "project", NULL };
static const char *const rhythms[] = { "off", "daily", "weekly", "monthly", NULL };
static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL };
static const char *const affiliations[] = { "off", "ask", "require", NULL };
static const char *const clocks[] = { "calendar", "working", NULL };
static const char *const weeks[] = { "mon-fri", "mon-sat", "tue-sat", "sun-thu", "sat-wed", NULL };
static const char *const ladder_letters[] = { "auto", "draft", NULL };
static const char *const directories[] = { "off", "members", "public", NULL };
static const char *const no_shows[] = { "off", "1-2-3", NULL };

#define SHAPE_OF_NUMBER .type = SHAPE_WHOLE
#define SHAPE_OF_YES_NO .type = SHAPE_WORD, .words = yes_no
#define SHAPE_OF_FRONT_AUDIENCE .type = SHAPE_WORD, .words = front_audiences
#define SHAPE_OF_APPROVAL .type = SHAPE_WORD, .words = approvals
#define SHAPE_OF_AFFILIATION .type = SHAPE_WORD, .words = affiliations
#define SHAPE_OF_CLOCK .type = SHAPE_WORD, .words = clocks
#define SHAPE_OF_WEEK .type = SHAPE_WORD, .words = weeks
#define SHAPE_OF_LADDER_LETTERS .type = SHAPE_WORD, .words = ladder_letters
#define SHAPE_OF_DIRECTORY .type = SHAPE_WORD, .words = directories
#define SHAPE_OF_PERIOD .type = SHAPE_WORD, .words = periods
#define SHAPE_OF_CHOOSER .type = SHAPE_WORD, .words = choosers
#define SHAPE_OF_NO_SHOW .type = SHAPE_WORD, .words = no_shows

static const struct shape_field settings_fields[] = {
	{ .name = S_STATIC("zone"), .type = SHAPE_TEXT },
#define SETTING(field, called, type_, fallback, min, max, kind, label, ...) { .name = S_STATIC(called), SHAPE_OF_##kind, .about = S_STATIC(label) },
#include "programmes/settings.def"
};
const struct shape settings_shape = { .name = S_STATIC("ProgrammeSettings"), .fields = settings_fields, .count = ARRAY_LENGTH(settings_fields) };

#define SHAPE_OF_RHYTHM .type = SHAPE_WORD, .words = rhythms
#define SHAPE_OF_WEEKDAY .type = SHAPE_WORD, .words = weekdays

static const struct shape_field channels_fields[] = {
#define SETTING(field, called, type_, fallback, min, max, kind, label, ...) { .name = S_STATIC(called), SHAPE_OF_##kind, .about = S_STATIC(label) },
#define SETTING_ROOM(field, called, most, label, ...) { .name = S_STATIC(called), .type = SHAPE_TEXT, .about = S_STATIC(label) },
#include "programmes/channels.def"
};
const struct shape channels_shape = { .name = S_STATIC("ProgrammeRooms"), .fields = channels_fields, .count = ARRAY_LENGTH(channels_fields) };

static bool
is_word(const struct shape *shape, const char *name)
{
	for (size_t i = 0; i < shape->count; i++)
		if (str_equal(shape->fields[i].name, str_from(name)))
			return shape->fields[i].type == SHAPE_WORD;
	return false;
}

static void
print_setting(struct answer *a, const struct settings *s, const char *name, int64_t value)
{
	if (is_word(&settings_shape, name) || is_word(&channels_shape, name))
		answer_word(a, name, setting_print(a->arena, s, str_from(name)));
	else
		answer_whole(a, name, value);
}

enum outcome
settings_json(struct visit *v)
{
	const struct programme *p = v->programme;
	struct answer a;

	if (v->is_write)
		TRY(programme_fresh(v->db, v->arena, v->programme->id, &p));    /* with what the act has changed just now */
	a = api_answer(v);
	api_etag(v, p->version);
	answer_open(&a, &settings_shape);
	answer_text(&a, "zone", p->zone);
#define SETTING(field, called, ...) print_setting(&a, &p->settings, called, p->settings.field);
#include "programmes/settings.def"
	answer_close(&a);
	return OK;
}

enum outcome
channels_json(struct visit *v)
{
	const struct programme *p = v->programme;
	struct answer a;

	if (v->is_write)
		TRY(programme_fresh(v->db, v->arena, v->programme->id, &p));
	a = api_answer(v);
	api_etag(v, p->version);
	answer_open(&a, &channels_shape);
#define SETTING(field, called, ...) print_setting(&a, &p->settings, called, p->settings.field);
#define SETTING_ROOM(field, called, ...) answer_text(&a, called, p->settings.field);
#include "programmes/channels.def"
	answer_close(&a);
	return OK;
}
