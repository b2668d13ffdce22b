/* What a sign-in asks. */
#include "access/form.h"

#include "base/check.h"
#include "forms/say.h"

const struct form empty_form = { .name = S_STATIC("empty_form") };

static const struct field login_fields[] = {
	{ .name = S_STATIC("email"), .type = FIELD_EMAIL, .is_required = true, .label = S_STATIC("Your e-mail address"),
	  .hint = S_STATIC("The one that your programme knows."), .audience = AUDIENCE_SELF, .autocomplete = S_STATIC("email") },
	{ .name = S_STATIC("next"), .type = FIELD_HIDDEN },
};
const struct form login_form = { .name = S_STATIC("login_form"), .fields = login_fields, .count = ARRAY_LENGTH(login_fields) };

static const struct field login_code_fields[] = {
	{ .name = S_STATIC("code"), .type = FIELD_TEXT, .is_required = true, .min = 8, .max = 20, .label = S_STATIC("The code of the mail"),
	  .hint = S_STATIC("Eight letters and digits."), .autocomplete = S_STATIC("one-time-code") },
	{ .name = S_STATIC("next"), .type = FIELD_HIDDEN },
	{ .name = S_STATIC("is_shared"), .type = FIELD_TICK, .label = S_STATIC("This is a shared computer"),
	  .hint = S_STATIC("Tick it to be signed out after half an hour without a click, and when the browser closes.") },
};
const struct form login_code_form = { .name = S_STATIC("login_code_form"), .fields = login_code_fields, .count = ARRAY_LENGTH(login_code_fields) };

static const struct field login_link_fields[] = {
	{ .name = S_STATIC("token"), .type = FIELD_TOKEN, .is_required = true },
	{ .name = S_STATIC("next"), .type = FIELD_HIDDEN },
	{ .name = S_STATIC("is_shared"), .type = FIELD_TICK, .label = S_STATIC("This is a shared computer"),
	  .hint = S_STATIC("Tick it to be signed out after half an hour without a click, and when the browser closes.") },
};
const struct form login_link_form = {
	.name = S_STATIC("login_link_form"), .fields = login_link_fields, .count = ARRAY_LENGTH(login_link_fields),
};

static const struct choice scopes[] = {
	{ .value = S_STATIC("read"), .label = S_STATIC("Read only") },
	{ .value = S_STATIC("act"), .label = S_STATIC("Read and act"), .hint = S_STATIC("It can do whatever you can do here.") },
};
static const struct field token_fields[] = {
	{ .name = S_STATIC("name"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = 60, .label = S_STATIC("What is it for?"),
	  .hint = S_STATIC("So that you know it again, for example “weekly report”."), .audience = AUDIENCE_SELF },
	{ .name = S_STATIC("scope"), .type = FIELD_CHOICE, .is_required = true, .label = S_STATIC("What may it do?"),
	  .choices = { scopes, ARRAY_LENGTH(scopes) } },
	{ .name = S_STATIC("days"), .type = FIELD_WHOLE, .is_required = true, .min = 1, .max = 365, .label = S_STATIC("For how many days?") },
};
const struct form token_form = { .name = S_STATIC("token_form"), .fields = token_fields, .count = ARRAY_LENGTH(token_fields) };
static const struct field second_factor_fields[] = {
	{ .name = S_STATIC("code"), .type = FIELD_TEXT, .is_required = true, .min = 6, .max = 40, .label = S_STATIC("Code"),
	  .hint = S_STATIC("Six digits from your app, or a recovery code."), .autocomplete = S_STATIC("one-time-code") },
	{ .name = S_STATIC("next"), .type = FIELD_HIDDEN },
};
const struct form second_factor_form = {
	.name = S_STATIC("second_factor_form"), .fields = second_factor_fields, .count = ARRAY_LENGTH(second_factor_fields),
};

static const struct field factor_fields[] = {
	{ .name = S_STATIC("code"), .type = FIELD_TEXT, .is_required = true, .min = 6, .max = 10, .label = S_STATIC("The code that the app shows now"),
	  .hint = S_STATIC("Six digits; they change every half minute."), .autocomplete = S_STATIC("one-time-code") },
};
const struct form factor_form = {
	.name = S_STATIC("factor_form"), .fields = factor_fields, .count = ARRAY_LENGTH(factor_fields),
};

static const struct field factor_reset_fields[] = {
	{ .name = S_STATIC("email"), .type = FIELD_EMAIL, .is_required = true, .label = S_STATIC("E-mail address of who lost it"),
	  .hint = S_STATIC("Of their account here."), .audience = AUDIENCE_ADMINS },
};
const struct form factor_reset_form = {
	.name = S_STATIC("factor_reset_form"), .fields = factor_reset_fields, .count = ARRAY_LENGTH(factor_reset_fields),
};
