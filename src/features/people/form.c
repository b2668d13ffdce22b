/* What people say of themselves, and what coordinators decide. Each personal field says who sees it (F184). */
#include "people/form.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { NAME_MOST = 100, INITIALS_MOST = 4, TITLE_MOST = 100, LINKS_LENGTH = 1100, OFFER_MOST = 140, WORDS_MOST = 100, PRONOUNS_MOST = 40, BIO_MOST = 1000, CAPACITY_MOST = 20, REASON_LEAST = 4, REASON_MOST = 200 };

static const struct choice themes[] = {
	{ .value = N_("system"), .label = N_("As the device has it") },
	{ .value = N_("light"), .label = N_("Light") },
	{ .value = N_("dark"), .label = N_("Dark") },
};

/* Languages are written as their own speakers write them, whoever looks. */
static const struct choice tongues[] = {
	{ .value = S_STATIC("browser"), .label = N_("As the browser asks for") },
#define LANGUAGE(tag, own_name) { .value = S_STATIC(tag), .label = N_(own_name) },
#include "forms/languages.def"
};

static const struct field me_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = NAME_MOST, .label = N_("Your name"),
	  .hint = N_("In any script. Before somebody claims your request, mentors see it only if you ticked that."),
	  .audience = AUDIENCE_MEMBERS, .autocomplete = N_("name") },
	{ .name = N_("pronouns"), .type = FIELD_TEXT, .max = PRONOUNS_MOST, .label = N_("Pronouns"), .hint = N_("If you like."),
	  .audience = AUDIENCE_MEMBERS },
	{ .name = N_("initials"), .type = FIELD_TEXT, .max = INITIALS_MOST, .label = N_("Initials"),
	  .hint = N_("They stand where others have a picture. Empty: made of your name."), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("title"), .type = FIELD_TEXT, .max = TITLE_MOST, .label = N_("What you are or do"),
	  .hint = N_("For example: data engineer, career changer."), .audience = AUDIENCE_MEMBERS, .autocomplete = N_("organization-title") },
	{ .name = N_("company"), .type = FIELD_TEXT, .max = TITLE_MOST, .label = N_("Where you work or learn"), .hint = N_("If you like."),
	  .audience = AUDIENCE_MEMBERS, .autocomplete = N_("organization") },
	{ .name = N_("links"), .type = FIELD_LONG_TEXT, .max = LINKS_LENGTH, .label = N_("Links"),
	  .hint = N_("At most five, one a line, each beginning with https:// or http://."), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("about"), .type = FIELD_LONG_TEXT, .max = BIO_MOST, .label = N_("About you"),
	  .hint = N_("Whatever programme they look from. Leave out addresses."), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("zone"), .type = FIELD_ZONE, .is_required = true, .label = N_("Your time zone"),
	  .hint = N_("All times are shown in it."), .audience = AUDIENCE_MENTORS },
	{ .name = N_("shows_zone"), .type = FIELD_TICK, .label = N_("Show my time zone to all members"),
	  .hint = N_("For mentors: who thinks of asking you sees what time it is where you are.") },
	{ .name = N_("languages"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = WORDS_MOST, .label = N_("Languages you speak"),
	  .hint = N_("Comma between them."), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("language"), .type = FIELD_CHOICE, .label = N_("Language of pages and letters"),
	  .hint = N_("What is not translated yet comes in English."), .choices = FIXED(tongues), .audience = AUDIENCE_SELF },
	{ .name = N_("theme"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Colours"), .choices = FIXED(themes) },
	{ .name = N_("has_keys"), .type = FIELD_TICK, .label = N_("Single-letter keys"),
	  .hint = N_("For example j and k to move in lists. They never work while you type in a field.") },
};
FORM(me_form, me_fields);

static const struct field member_fields[] = {
	{ .name = N_("member_skills"), .type = FIELD_CHOICES, .label = N_("Which skills do you work with, or want to learn?"),
	  .hint = N_("If you like. A new request starts with them."), .audience = AUDIENCE_SIDE },
	{ .name = N_("also"), .type = FIELD_TEXT, .label = N_("Or type their names"),
	  .hint = N_("Comma between them. “JS” finds JavaScript."), .audience = AUDIENCE_SIDE },
	{ .name = N_("week"), .type = FIELD_WEEK, .label = N_("When do you usually have time?"),
	  .hint = N_("In your own zone. Others read only how many hours you have in common."), .audience = AUDIENCE_SIDE },
	{ .name = N_("listed"), .type = FIELD_TICK, .label = N_("List me among the mentees in the directory"),
	  .hint = N_("With your name, what you say of yourself under Settings, and the skills above. Mentors are always listed for members."),
	  .audience = AUDIENCE_MEMBERS },
	{ .name = N_("public"), .type = FIELD_TICK, .label = N_("Show me in the directory that everybody can read"),
	  .hint = N_("As a mentor, or as a mentee if you are listed: the same, never an address, your zone or your hours."),
	  .audience = AUDIENCE_EVERYBODY },
	{ .name = N_("affiliation"), .type = FIELD_CHOICE, .label = N_("Which describes you?"),
	  .hint = N_("If you like. You say so yourself; nobody checks. A new request starts with it."), .audience = AUDIENCE_COORDINATORS },
};
FORM(member_form, member_fields);

#define OFFER_FIELDS \
	{ .name = N_("mentor_skills"), .type = FIELD_CHOICES, .label = N_("What can you help with?"), .audience = AUDIENCE_MEMBERS }, \
	{ .name = N_("also"), .type = FIELD_TEXT, .label = N_("Or type their names"), \
	  .hint = N_("Comma between them. “JS” finds JavaScript."), .audience = AUDIENCE_MEMBERS }, \
	{ .name = N_("strong"), .type = FIELD_TEXT, .label = N_("In which of them are you strongest?"), \
	  .hint = N_("If you like to say. Comma between them."), .audience = AUDIENCE_MEMBERS }, \
	{ .name = N_("basics"), .type = FIELD_TEXT, .label = N_("Of which do you know the basics only?"), \
	  .hint = N_("If you like to say. Comma between them."), .audience = AUDIENCE_MEMBERS }, \
	{ .name = N_("mentor_services"), .type = FIELD_CHOICES, .is_required = true, .is_asked_if_any = true, .min = 1, \
	  .label = N_("What do you offer?"), .audience = AUDIENCE_MEMBERS }, \
	{ .name = N_("offer"), .type = FIELD_TEXT, .max = OFFER_MOST, .label = N_("Your offer in one line"), \
	  .hint = N_("It stands beside your name in the directory."), .audience = AUDIENCE_MEMBERS }, \
	{ .name = N_("capacity"), .type = FIELD_WHOLE, .is_required = true, .min = 1, .max = CAPACITY_MOST, \
	  .label = N_("How many requests at the same time?"), .hint = N_("One is plenty."), .audience = AUDIENCE_MEMBERS }, \
	{ .name = N_("week"), .type = FIELD_WEEK, .label = N_("When do you usually have time?"), \
	  .hint = N_("In your own zone. Others read only how many hours you have in common."), .audience = AUDIENCE_SIDE }, \
	{ .name = N_("bio"), .type = FIELD_LONG_TEXT, .max = BIO_MOST, .label = N_("A few words about you"), \
	  .hint = N_("What you do, how you like to work. Leave out addresses."), .audience = AUDIENCE_MEMBERS }

static const struct field mentor_apply_fields[] = {
	OFFER_FIELDS,
	{ .name = N_("announce"), .type = FIELD_TICK, .label = N_("Tell the mentors' room that I am a mentor now"),
	  .hint = N_("Your name and your skills, once, in Slack. Leave it out if you like."), .audience = AUDIENCE_MENTORS },
	{ .name = N_("accepted"), .type = FIELD_TICK, .label = N_("I have read what is named above and I accept it"),
	  .audience = AUDIENCE_COORDINATORS },
};
FORM(mentor_apply_form, mentor_apply_fields);

static const struct field mentor_self_fields[] = { OFFER_FIELDS };
FORM(mentor_self_form, mentor_self_fields);

static const struct field mentor_away_fields[] = {
	{ .name = N_("until"), .type = FIELD_DATE, .is_required = true, .label = N_("On which day are you back?"),
	  .hint = N_("Until then nobody asks you or assigns to you. It ends by itself."), .audience = AUDIENCE_MEMBERS },
};
FORM(mentor_away_form, mentor_away_fields);

static const struct field person_add_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = NAME_MOST, .label = N_("Name"),
	  .hint = N_("In any script."), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("E-mail"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("zone"), .type = FIELD_ZONE, .is_required = true, .label = N_("Time zone"), .audience = AUDIENCE_MENTORS },
};
FORM(person_add_form, person_add_fields);

static const struct field come_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = NAME_MOST, .label = N_("Your name"),
	  .hint = N_("In any script, as you would like to be called."), .audience = AUDIENCE_MEMBERS, .autocomplete = N_("name") },
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("E-mail"), .audience = AUDIENCE_COORDINATORS, .autocomplete = N_("email") },
	{ .name = N_("zone"), .type = FIELD_ZONE, .is_required = true, .label = N_("Time zone"),
	  .hint = N_("Like Asia/Singapore or Europe/Berlin."), .audience = AUDIENCE_MENTORS },
};
FORM(come_form, come_fields);

static const struct field mentor_decline_fields[] = {
	{ .name = N_("reason"), .type = FIELD_TEXT, .is_required = true, .min = REASON_LEAST, .max = REASON_MOST,
	  .label = N_("Why is the application declined?"), .hint = N_("The person reads this sentence."), .audience = AUDIENCE_PERSON },
};
FORM(mentor_decline_form, mentor_decline_fields);

enum { ORIENTED_MOST = 100 };
static const struct choice orientations[] = {
	{ .value = N_("took-part"), .label = N_("They took part in an orientation") }, { .value = N_("missed"), .label = N_("They did not, or it does not count any more") },
};
static const struct field orientation_fields[] = {
	{ .name = N_("pick"), .type = FIELD_TEXTS, .is_required = true, .min = 1, .max = ORIENTED_MOST, .label = N_("People"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("orientation"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Orientation"), .choices = FIXED(orientations), .audience = AUDIENCE_PERSON },
	{ .name = N_("oriented_on"), .type = FIELD_DATE, .label = N_("On which day?"), .hint = N_("Empty: today."), .audience = AUDIENCE_PERSON },
};
FORM(orientation_form, orientation_fields);

static const struct choice roles[] = {
	{ .value = N_("coordinator"), .label = N_("Coordinator"), .hint = N_("Sees that all is claimed and answered; changes this programme.") },
	{ .value = N_("escalation"), .label = N_("Escalation contact"), .hint = N_("Gets what the coordinators could not solve.") },
	{ .value = N_("mentee"), .label = N_("Mentee"), .hint = N_("Comes by itself with the first request.") },
};
static const struct choice acts[] = {
	{ .value = N_("give"), .label = N_("Give the role") },
	{ .value = N_("take"), .label = N_("Take the role away") },
};

static const struct field role_fields[] = {
	{ .name = N_("role"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Which role?"), .choices = FIXED(roles),
	  .audience = AUDIENCE_MEMBERS },
	{ .name = N_("act"), .type = FIELD_CHOICE, .is_required = true, .label = N_("What happens?"), .choices = FIXED(acts) },
};
FORM(role_form, role_fields);

static const struct field block_fields[] = {
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("Their e-mail address"),
	  .hint = N_("Whether somebody here has it or not: the answer is the same, and it holds for whoever comes with it later."), .audience = AUDIENCE_SELF },
};
FORM(block_form, block_fields);

static const struct field block_end_fields[] = { { .name = N_("block"), .type = FIELD_HIDDEN, .is_required = true } };
FORM(block_end_form, block_end_fields);

static const struct field email_fields[] = {
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("Your new e-mail address"),
	  .hint = N_("A link goes there; the old address gets a notice once you opened it."), .audience = AUDIENCE_SIDE, .autocomplete = N_("email") },
};
FORM(email_form, email_fields);

static const struct field stand_in_fields[] = {
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("E-mail of your stand-in"),
	  .hint = N_("A member of this programme."), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("until"), .type = FIELD_DATE, .is_required = true, .label = N_("On which day are you back?"), .audience = AUDIENCE_COORDINATORS },
};
FORM(stand_in_form, stand_in_fields);

static const struct choice file_kinds[] = {
	{ .value = N_("csv"), .label = N_("CSV, for a spreadsheet") }, { .value = N_("xlsx"), .label = N_("XLSX, a workbook of Excel") },
	{ .value = N_("json"), .label = N_("JSON, for a program") },
};
static const struct field people_export_fields[] = {
	{ .name = N_("format"), .type = FIELD_CHOICE, .is_required = true, .label = N_("As what?"), .choices = FIXED(file_kinds) },
	{ .name = N_("tab"), .type = FIELD_HIDDEN }, { .name = N_("state"), .type = FIELD_HIDDEN }, { .name = N_("role"), .type = FIELD_HIDDEN },
	{ .name = N_("q"), .type = FIELD_HIDDEN },
};
FORM(people_export_form, people_export_fields);

/* The last one is for those whom Slack can reach: the page leaves it out for others. */
static const struct choice ways[] = {
	{ .value = S_STATIC("mail"), .label = S_STATIC("By mail") },
	{ .value = S_STATIC("daily"), .label = S_STATIC("Once a day") },
	{ .value = S_STATIC("off"), .label = S_STATIC("Not at all") },
	{ .value = S_STATIC("slack"), .label = S_STATIC("In Slack") },
};
#define WAY(topic, words) { .name = S_STATIC(topic), .type = FIELD_CHOICE, .label = S_STATIC(words), .choices = FIXED(ways) }
static const struct field notify_fields[] = {
	WAY("own", "Your own requests"), WAY("claims", "Requests that you claimed"), WAY("fitting", "Requests that may fit you"), WAY("sessions", "Sessions"),
	WAY("desk", "What coordinators look after"), WAY("needs", "Once a day, the list of what needs coordinators"),
	WAY("group", "News from coordinators"),
	{ .name = S_STATIC("quiet_from"), .type = FIELD_WHOLE, .is_required = true, .min = 0, .max = 23, .label = S_STATIC("Quiet from (hour)"),
	  .hint = S_STATIC("In your zone. What can wait is sent afterwards."), .audience = AUDIENCE_SELF },
	{ .name = S_STATIC("quiet_to"), .type = FIELD_WHOLE, .is_required = true, .min = 0, .max = 23, .label = S_STATIC("Quiet until (hour)"),
	  .hint = S_STATIC("The same hour twice: never quiet."), .audience = AUDIENCE_SELF },
	{ .name = S_STATIC("digest_hour"), .type = FIELD_WHOLE, .min = 0, .max = 23, .label = S_STATIC("Hour of the mail that comes once a day"),
	  .hint = S_STATIC("It holds also what is never urgent. Empty: what you chose comes at 8, what is never urgent at once."), .audience = AUDIENCE_SELF },
	{ .name = S_STATIC("paused_until"), .type = FIELD_DATE, .label = S_STATIC("Pause until the end of"),
	  .hint = S_STATIC("Nothing but sign-in mail is sent until then. Empty: no pause."), .audience = AUDIENCE_SELF },
};
const struct form notify_form = { .name = S_STATIC("notify_form"), .fields = notify_fields, .count = ARRAY_LENGTH(notify_fields) };
