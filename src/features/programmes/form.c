/* What a programme's pages ask. Nothing here is personal. */
#include "programmes/form.h"

#include "base/check.h"
#include "programmes/resources.h"

#define N_(sentence) S_STATIC(sentence)
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { NAME_LEAST = 2, NAME_MOST = 60, SKILL_MOST = 60, HINT_MOST = 160, POSITION_MOST = 99, ROOMS_MOST = 200 };

static const struct field service_fields[] = {
	{ .name = N_("edit"), .type = FIELD_HIDDEN },
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = NAME_LEAST, .max = NAME_MOST, .label = N_("Name of the service"),
	  .hint = N_("Requests that were sent before a change keep the name that was chosen.") },
	{ .name = N_("hint"), .type = FIELD_TEXT, .max = HINT_MOST, .label = N_("One line that explains it") },
	{ .name = N_("position"), .type = FIELD_WHOLE, .is_required = true, .min = 1, .max = POSITION_MOST, .label = N_("Place in the list"),
	  .hint = N_("1 stands first.") },
	{ .name = N_("is_retired"), .type = FIELD_TICK, .label = N_("Retired"),
	  .hint = N_("New requests cannot choose it; old ones keep it.") },
};
FORM(service_form, service_fields);

static const struct choice yes_no[] = { { .value = N_("yes"), .label = N_("Yes") }, { .value = N_("no"), .label = N_("No") } };
static const struct choice approvals[] = {
	{ .value = N_("auto"), .label = N_("Nobody: who volunteers may claim at once") }, { .value = N_("coordinator"), .label = N_("A coordinator") },
	{ .value = N_("project"), .label = N_("The project that they apply to") },
};
static const struct choice affiliation_modes[] = {
	{ .value = N_("off"), .label = N_("No") }, { .value = N_("ask"), .label = N_("Yes, and they may leave it out") },
	{ .value = N_("require"), .label = N_("Yes, and they must answer") },
};
static const struct choice directories[] = {
	{ .value = N_("off"), .label = N_("Nobody: there is none") }, { .value = N_("members"), .label = N_("Members") },
	{ .value = N_("public"), .label = N_("Everybody: who ticked that they want it") },
};
static const struct choice no_show_ladders[] = {
	{ .value = N_("off"), .label = N_("Nothing: it is noted") }, { .value = N_("1-2-3"), .label = N_("They are asked, then a coordinator decides") },
};

static const struct choice front_audiences[] = { { .value = N_("members"), .label = N_("Members alone") }, { .value = N_("public"), .label = N_("Everybody") } };
static const struct choice clocks[] = {
	{ .value = N_("calendar"), .label = N_("On every day") }, { .value = N_("working"), .label = N_("On working days") },
};
static const struct choice weeks[] = {
	{ .value = N_("mon-fri"), .label = N_("Monday to Friday") }, { .value = N_("mon-sat"), .label = N_("Monday to Saturday") },
	{ .value = N_("tue-sat"), .label = N_("Tuesday to Saturday") }, { .value = N_("sun-thu"), .label = N_("Sunday to Thursday") },
	{ .value = N_("sat-wed"), .label = N_("Saturday to Wednesday") },
};
static const struct choice rhythms[] = {
	{ .value = N_("off"), .label = N_("Never") }, { .value = N_("daily"), .label = N_("Every day") },
	{ .value = N_("weekly"), .label = N_("Once a week") }, { .value = N_("monthly"), .label = N_("Once a month") },
};
static const struct choice ladder_letters[] = {
	{ .value = N_("auto"), .label = N_("They leave by themselves") }, { .value = N_("draft"), .label = N_("A coordinator sends or drops each") },
};
static const struct choice weekdays[] = {
	{ .value = N_("monday"), .label = N_("Monday") }, { .value = N_("tuesday"), .label = N_("Tuesday") },
	{ .value = N_("wednesday"), .label = N_("Wednesday") }, { .value = N_("thursday"), .label = N_("Thursday") },
	{ .value = N_("friday"), .label = N_("Friday") }, { .value = N_("saturday"), .label = N_("Saturday") },
	{ .value = N_("sunday"), .label = N_("Sunday") },
};

static const struct choice periods[] = { { .value = N_("week"), .label = N_("A week") }, { .value = N_("month"), .label = N_("A month") } };
static const struct choice choosers[] = { { .value = N_("coordinator"), .label = N_("Coordinators") }, { .value = N_("project"), .label = N_("The project itself") } };

#define WORDS(list) .type = FIELD_CHOICE, .choices = { (list), ARRAY_LENGTH(list) }
#define FIELD_OF_NUMBER(least, most) .type = FIELD_WHOLE, .min = (least), .max = (most)
#define FIELD_OF_YES_NO(least, most) WORDS(yes_no)
#define FIELD_OF_APPROVAL(least, most) WORDS(approvals)
#define FIELD_OF_FRONT_AUDIENCE(least, most) WORDS(front_audiences)
#define FIELD_OF_AFFILIATION(least, most) WORDS(affiliation_modes)
#define FIELD_OF_DIRECTORY(least, most) WORDS(directories)
#define FIELD_OF_PERIOD(least, most) WORDS(periods)
#define FIELD_OF_CHOOSER(least, most) WORDS(choosers)
#define FIELD_OF_CLOCK(least, most) WORDS(clocks)
#define FIELD_OF_WEEK(least, most) WORDS(weeks)

#define FIELD_OF_RHYTHM(least, most) WORDS(rhythms)
#define FIELD_OF_WEEKDAY(least, most) WORDS(weekdays)
#define FIELD_OF_NO_SHOW(least, most) WORDS(no_show_ladders)
#define FIELD_OF_LADDER_LETTERS(least, most) WORDS(ladder_letters)

static const struct field settings_fields[] = {
	{ .name = N_("zone"), .type = FIELD_ZONE, .is_required = true, .label = N_("Zone of the programme"),
	  .hint = N_("Members see times in their own zone; this one counts where nobody's is known.") },
#define SETTING(field, called, type, fallback, least, most, kind, words, help) \
	{ .name = N_(called), .is_required = true, FIELD_OF_##kind(least, most), .label = N_(words), .hint = N_(help) },
#include "programmes/settings.def"
};
FORM(settings_form, settings_fields);

/* A program sends those that it changes. */
static const struct field settings_call_fields[] = {
	{ .name = N_("zone"), .type = FIELD_ZONE, .label = N_("Zone of the programme") },
#define SETTING(field, called, type, fallback, least, most, kind, words, help) \
	{ .name = N_(called), FIELD_OF_##kind(least, most), .label = N_(words), .hint = N_(help) },
#include "programmes/settings.def"
};
FORM(settings_call_form, settings_call_fields);

static const struct field channels_fields[] = {
#define SETTING(field, called, type, fallback, least, most, kind, words, help) \
	{ .name = N_(called), .is_required = true, FIELD_OF_##kind(least, most), .label = N_(words), .hint = N_(help) },
#define SETTING_ROOM(field, called, count, words, help) { .name = N_(called), .type = FIELD_TEXT, .max = ROOMS_MOST, .label = N_(words), .hint = N_(help) },
#include "programmes/channels.def"
};
FORM(channels_form, channels_fields);

static const struct field front_fields[] = {
#define FRONT(name_, type_, most, words, help) { .name = N_(#name_), .type = type_, .max = (most), .label = N_(words), .hint = N_(help) },
#include "programmes/front.def"
};
FORM(front_form, front_fields);

static const struct field skill_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = SKILL_MOST, .label = N_("Name of the skill") },
	{ .name = N_("area"), .type = FIELD_TEXT, .is_required = true, .min = NAME_LEAST, .max = NAME_MOST, .label = N_("Area"),
	  .hint = N_("The heading under which it stands, for example Languages.") },
	{ .name = N_("also"), .type = FIELD_TEXT, .label = N_("Other ways to write it"), .hint = N_("Comma between them, for example JS, ECMAScript.") },
};
FORM(skill_form, skill_fields);

static const struct field skill_alias_fields[] = {
	{ .name = N_("edit"), .type = FIELD_HIDDEN },
	{ .name = N_("spelling"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = SKILL_MOST, .label = N_("Another way to write it"),
	  .hint = N_("Capital letters make no difference.") },
};
FORM(skill_alias_form, skill_alias_fields);

static const struct field skill_merge_fields[] = {
	{ .name = N_("edit"), .type = FIELD_HIDDEN },
	{ .name = N_("into"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = SKILL_MOST, .label = N_("Merge it into this skill"),
	  .hint = N_("Mentors, requests and spellings move there. This cannot be undone.") },
};
FORM(skill_merge_form, skill_merge_fields);

static const struct field skill_rename_fields[] = {
	{ .name = N_("edit"), .type = FIELD_HIDDEN },
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = SKILL_MOST, .label = N_("What should it be called?"),
	  .hint = N_("It is called so everywhere at once; who types the old name still finds it.") },
};
FORM(skill_rename_form, skill_rename_fields);

static const struct field holiday_fields[] = {
	{ .name = N_("day"), .type = FIELD_DATE, .is_required = true, .label = N_("Day") },
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = NAME_LEAST, .max = NAME_MOST, .label = N_("What it is") },
};
FORM(holiday_form, holiday_fields);

static const struct choice resource_roles[] = {
	{ .value = N_("all"), .label = N_("Everybody") }, { .value = N_("mentee"), .label = N_("Mentees") }, { .value = N_("mentor"), .label = N_("Mentors") },
};
static const struct field resource_fields[] = {
	{ .name = N_("edit"), .type = FIELD_HIDDEN },
	{ .name = N_("title"), .type = FIELD_TEXT, .is_required = true, .min = NAME_LEAST, .max = RESOURCE_TITLE_MOST, .label = N_("Title") },
	{ .name = N_("url"), .type = FIELD_LINK, .is_required = true, .label = N_("Its address"), .hint = N_("Begins with https:// or http://.") },
	{ .name = N_("about"), .type = FIELD_TEXT, .max = RESOURCE_ABOUT_MOST, .label = N_("What it is good for") },
	{ .name = N_("role"), .type = FIELD_CHOICE, .is_required = true, .choices = { resource_roles, ARRAY_LENGTH(resource_roles) }, .label = N_("Whom is it for?") },
	{ .name = N_("is_room"), .type = FIELD_TICK, .label = N_("It is a room to talk in"),
	  .hint = N_("Only whoever is mentor or mentee, as you chose, sees its address, and gets it with the letter that says they have a place.") },
	{ .name = N_("position"), .type = FIELD_WHOLE, .is_required = true, .min = 1, .max = 2 * RESOURCES_MOST, .label = N_("Place in the list"), .hint = N_("1 stands first.") },
	{ .name = N_("is_retired"), .type = FIELD_TICK, .label = N_("Retired"), .hint = N_("Nobody is shown it any more.") },
};
FORM(resource_form, resource_fields);

static const struct field holiday_drop_fields[] = { { .name = N_("day"), .type = FIELD_HIDDEN, .is_required = true } };
FORM(holiday_drop_form, holiday_drop_fields);

static const struct field letter_text_fields[] = {
	{ .name = N_("subject"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = 100, .label = N_("Subject") },
	{ .name = N_("body"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 10, .max = 4000, .label = N_("Text") },
};
FORM(letter_text_form, letter_text_fields);
