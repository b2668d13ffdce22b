/* What a sign-in asks. */
#include "access/form.h"

#include "base/check.h"
#include "forms/say.h"

const struct form empty_form = { .name = S_STATIC("empty_form") };

static const struct field login_link_fields[] = {
	{ .name = S_STATIC("token"), .type = FIELD_TOKEN, .is_required = true },
	{ .name = S_STATIC("next"), .type = FIELD_HIDDEN },
	{ .name = S_STATIC("is_shared"), .type = FIELD_TICK, .label = S_STATIC("This is a shared computer"),
	  .hint = S_STATIC("Tick it to be signed out after half an hour without a click, and when the browser closes.") },
};
const struct form login_link_form = {
	.name = S_STATIC("login_link_form"), .fields = login_link_fields, .count = ARRAY_LENGTH(login_link_fields),
};
