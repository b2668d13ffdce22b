/* A shape as a JSON Schema; shapes inside it are referred to by name. */
#include "base/buf.h"
#include "formats/json.h"
#include "forms/shape.h"

static void
add_plain(struct buf *out, const struct shape_field *field, const char *type, const char *more)
{
	if (field->may_be_null)
		buf_format(out, "\"type\":[\"%s\",\"null\"]%s", type, more);
	else
		buf_format(out, "\"type\":\"%s\"%s", type, more);
}

/* In a schema of 2020-12, which OpenAPI 3.1 takes, other words may stand beside it. */
static void
add_reference(struct buf *out, const struct shape *shape)
{
	buf_add(out, S("\"$ref\":\"#/components/schemas/"));
	buf_add(out, shape->name);
	buf_char(out, '"');
}

static void
add_schema(struct buf *out, const struct shape *shape)
{
	buf_char(out, '{');
	add_reference(out, shape);
	buf_char(out, '}');
}

static void
add_words(struct buf *out, const struct shape_field *field)
{
	add_plain(out, field, "string", ",\"enum\":[");
	for (size_t i = 0; field->words[i] != NULL; i++) {
		if (i > 0)
			buf_char(out, ',');
		json_quote(out, str_from(field->words[i]));
	}
	buf_add(out, field->may_be_null ? S(",null]") : S("]"));
}

static void
add_object(struct buf *out, const struct shape_field *field)
{
	if (field->may_be_null) {
		buf_add(out, S("\"anyOf\":["));
		add_schema(out, field->of);
		buf_add(out, S(",{\"type\":\"null\"}]"));
	} else {
		add_reference(out, field->of);
	}
}

/* Types that JSON has by itself, and what narrows them. */
static const struct plain {
	const char *type, *more;
} plain[] = {
	[SHAPE_TEXT] = { "string", "" },
	[SHAPE_ID] = { "string", ",\"pattern\":\"^[0-9a-z]{13}$\"" },
	[SHAPE_WHOLE] = { "integer", "" },
	[SHAPE_TICK] = { "boolean", "" },
	[SHAPE_MOMENT] = { "string", ",\"format\":\"date-time\"" },
	[SHAPE_DATE] = { "string", ",\"format\":\"date\"" },
	[SHAPE_TEXTS] = { "array", ",\"items\":{\"type\":\"string\"}" },
	[SHAPE_ANSWER] = { "object", "" },
};

static void
add_field(struct buf *out, const struct shape_field *field)
{
	buf_char(out, '{');
	switch (field->type) {
	case SHAPE_WORD:
		add_words(out, field);
		break;
	case SHAPE_OBJECT:
		add_object(out, field);
		break;
	case SHAPE_LIST:
		add_plain(out, field, "array", ",\"items\":");
		add_schema(out, field->of);
		break;
	default:
		add_plain(out, field, plain[field->type].type, plain[field->type].more);
	}
	if (!str_is_empty(field->about)) {
		buf_add(out, S(",\"description\":"));
		json_quote(out, field->about);
	}
	buf_char(out, '}');
}

void
shape_schema_print(struct buf *out, const struct shape *shape)
{
	buf_add(out, S("{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"));
	for (size_t i = 0; i < shape->count; i++) {
		if (i > 0)
			buf_char(out, ',');
		json_quote(out, shape->fields[i].name);
		buf_char(out, ':');
		add_field(out, &shape->fields[i]);
	}
	buf_add(out, S("},\"required\":["));
	for (size_t i = 0; i < shape->count; i++) {
		if (i > 0)
			buf_char(out, ',');
		json_quote(out, shape->fields[i].name);
	}
	buf_add(out, S("]}"));
}
