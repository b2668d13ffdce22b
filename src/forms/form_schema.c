/* A form as a JSON Schema (2020-12, the dialect of OpenAPI 3.1). Bounds that a programme may move are not written: the server says. */
#include "base/buf.h"
#include "base/limits.h"
#include "formats/json.h"
#include "forms/form_json.h"


static void
add_pair(struct buf *out, const char *name, struct str value)
{
	buf_char(out, ',');
	json_quote(out, str_from(name));
	buf_char(out, ':');
	json_quote(out, value);
}

static void
add_type(struct buf *out, const char *type, bool is_required)
{
	if (is_required)
		buf_format(out, "\"type\":\"%s\"", type);
	else
		buf_format(out, "\"type\":[\"%s\",\"null\"]", type);
}

static void
add_choices(struct buf *out, const struct field *field)
{
	if (field->choices.count == 0)
		return;
	buf_add(out, S(",\"enum\":["));
	for (size_t i = 0; i < field->choices.count; i++) {
		if (i > 0)
			buf_char(out, ',');
		json_quote(out, field->choices.at[i].value);
	}
	buf_add(out, field->is_required ? S("]") : S(",null,\"\"]"));
}

static void
add_text_limits(struct buf *out, const struct field *field)
{
	int64_t most = field->max > 0 && field->max < LIMIT_TEXT_CHARACTERS ? field->max : LIMIT_TEXT_CHARACTERS;

	if (field->type != FIELD_TEXT && field->type != FIELD_LONG_TEXT)
		return;
	buf_format(out, ",\"maxLength\":%lld", (long long)most);
}

static void
add_list(struct buf *out, const struct field *field)
{
	add_type(out, "array", field->is_required && !field->is_asked_if_any);
	if (field->type == FIELD_WEEK)
		buf_add(out, S(",\"items\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":20}"));
	else
		buf_add(out, S(",\"items\":{\"type\":\"string\"}"));
	if (field->max > 0)
		buf_format(out, ",\"maxItems\":%lld", (long long)field->max);
}

void
field_schema_print(struct buf *out, const struct field *field)
{
	buf_char(out, '{');
	switch (field->type) {
	case FIELD_WHOLE:
		add_type(out, "integer", field->is_required);
		buf_format(out, ",\"minimum\":%lld", (long long)field->min);
		if (field->max > 0)
			buf_format(out, ",\"maximum\":%lld", (long long)field->max);
		break;
	case FIELD_TICK:
		add_type(out, "boolean", field->is_required);
		break;
	case FIELD_CHOICES:
	case FIELD_TEXTS:
	case FIELD_WEEK:
		add_list(out, field);
		break;
	default:
		if (field->takes_whole)
			buf_add(out, S("\"type\":[\"string\",\"integer\"]"));    /* one that must be there, so far */
		else
			add_type(out, "string", field->is_required);
		add_text_limits(out, field);
		add_choices(out, field);
	}
	if (!str_is_empty(field->label))
		add_pair(out, "title", field->label);
	if (!str_is_empty(field->hint))
		add_pair(out, "description", field->hint);
	if (field->audience != AUDIENCE_NONE)
		add_pair(out, "x-audience", audience_words(field->audience));
	buf_char(out, '}');
}

static void
add_required(struct buf *out, const struct form *form)
{
	bool is_first = true;

	for (size_t i = 0; i < form->count; i++) {
		if (!form->fields[i].is_required || form->fields[i].is_asked_if_any)
			continue;
		buf_add(out, is_first ? S(",\"required\":[") : S(","));
		is_first = false;
		json_quote(out, form->fields[i].name);
	}
	if (!is_first)
		buf_char(out, ']');
}

void
form_schema_print(struct buf *out, const struct form *form)
{
	if (form->is_asked)    /* whatever else is named is judged by the programme's own questions */
		buf_add(out, S("{\"type\":\"object\",\"description\":\"The answers to the programme's own questions, by their keys.\",\"properties\":{"));
	else
		buf_add(out, S("{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"));
	for (size_t i = 0; i < form->count; i++) {
		if (i > 0)
			buf_char(out, ',');
		json_quote(out, form->fields[i].name);
		buf_char(out, ':');
		field_schema_print(out, &form->fields[i]);
	}
	buf_char(out, '}');
	add_required(out, form);
	buf_char(out, '}');
}
