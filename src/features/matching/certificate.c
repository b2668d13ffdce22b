/* The values of a certificate, each with a problem where it is not as it must be. */
#include "formats/json.h"
#include "matching/answers.h"

void
matching_certificate_says(struct matching_certificate *c, struct str field, struct str words)
{
	struct matching_problem p = { .kind = MATCHING_CERTIFICATE, .line = 1, .file = c->file->name, .field = field, .words = words };

	matching_problem(c->input->problems, &p);
}

int64_t
matching_certificate_whole(struct matching_certificate *c, const struct json_value *object, struct str name)
{
	const struct json_value *value = json_member(object, name);

	if (value != NULL && value->kind == JSON_IS_WHOLE)
		return value->whole;
	matching_certificate_says(c, name, S("is not there, or no whole number"));
	return 0;
}

/* Nothing, and a problem, where the object has no such text. */
struct str
matching_certificate_text(struct matching_certificate *c, const struct json_value *object, struct str name)
{
	const struct json_value *value = json_member(object, name);

	if (value != NULL && value->kind == JSON_IS_TEXT)
		return value->text;
	matching_certificate_says(c, name, S("is not there, or no text"));
	return S("");
}

const struct json_value *
matching_certificate_object(struct matching_certificate *c, const struct json_value *outer, struct str name)
{
	static const struct json_value nothing = { .kind = JSON_IS_OBJECT };
	const struct json_value *value = json_member(outer, name);

	if (value != NULL && value->kind == JSON_IS_OBJECT)
		return value;
	matching_certificate_says(c, name, S("is not there, or no object"));
	return &nothing;
}

