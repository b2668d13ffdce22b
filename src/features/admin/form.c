/* What the first set-up asks. The programmes are those built into the binary; a test compares the two lists. */
#include "admin/form.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)

static const struct choice programmes[] = {
	{ .value = S_STATIC("operation-code"), .label = N_("Operation Code mentoring"),
	  .hint = N_("People ask for half an hour of help; the first mentor who has time takes it.") },
	{ .value = S_STATIC("open-source"), .label = N_("Open source mentorship"), .hint = N_("Mentors and mentees apply in rounds and are offered places. What follows is not built yet.") },
	{ .value = S_STATIC("made-tech"), .label = N_("Made Tech mentorship"), .hint = N_("Pairs for six to twelve sessions: applications and places. What follows is not built yet.") },
	{ .value = S_STATIC("juniordev-sg"), .label = N_("JuniorDev Singapore mentoring"), .hint = N_("Groups on six evenings: applications and places. What follows is not built yet.") },
};

/* Who becomes an administrator. */
#define WHO \
	{ .name = S_STATIC("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 100, .label = N_("Your name"), \
	  .hint = N_("In any script, as you want to be called."), .audience = AUDIENCE_MEMBERS, .autocomplete = S_STATIC("name") }, \
	{ .name = S_STATIC("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("Your e-mail address"), \
	  .hint = N_("Your account goes by it."), .audience = AUDIENCE_COORDINATORS, .autocomplete = S_STATIC("email") }, \
	{ .name = S_STATIC("zone"), .type = FIELD_ZONE, .is_required = true, .label = N_("Your time zone"), \
	  .hint = N_("Times are shown in it."), .audience = AUDIENCE_MENTORS },

static const struct field setup_fields[] = {
	{ .name = S_STATIC("token"), .type = FIELD_TOKEN, .is_required = true },
	WHO
	{ .name = S_STATIC("programmes"), .type = FIELD_CHOICES, .is_required = true, .min = 1,
	  .label = N_("Which programmes do you want to start with?"),
	  .hint = N_("You become their first coordinator. Services and skills can be changed afterwards."),
	  .choices = { programmes, ARRAY_LENGTH(programmes) } },
};
const struct form setup_form = {
	.name = S_STATIC("setup_form"), .fields = setup_fields, .count = ARRAY_LENGTH(setup_fields),
};

static const struct field admin_fields[] = { WHO };
const struct form admin_form = { .name = S_STATIC("admin_form"), .fields = admin_fields, .count = ARRAY_LENGTH(admin_fields) };

static const struct field copy_fields[] = {
	{ .name = S_STATIC("of"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 40, .label = N_("Which one is copied?"),
	  .hint = N_("Its word in addresses, as in the list.") },
	{ .name = S_STATIC("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 100, .label = N_("Name of the new programme") },
	{ .name = S_STATIC("slug"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 40, .label = N_("Its word in addresses"),
	  .hint = N_("Small letters, digits and hyphens, for example night-school. It stays.") },
	{ .name = S_STATIC("mark"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 6, .label = N_("What stands before its numbers"),
	  .hint = N_("Capital letters and digits: NS makes NS-1, NS-2.") },
};
const struct form programme_copy_form = { .name = S_STATIC("programme_copy_form"), .fields = copy_fields, .count = ARRAY_LENGTH(copy_fields) };
