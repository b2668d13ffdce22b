/* JSON answers become the pairs that a browser would have sent, so that one reader judges both. */
#include "forms/form_json.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "formats/json.h"
#include "forms/say.h"

enum { NUMBER_BYTES = 24 };

/* An answer of the wrong type: what was wanted. */
struct misfit {
	struct str name;
	const char *complaint;
};

struct taking {
	struct arena *arena;
	struct pairs pairs;
	struct misfit misfits[LIMIT_FORM_FIELDS];
	size_t misfit_count;
	struct str unknown;           /* the first name that the form does not have */
};

static enum outcome
take(struct taking *t, struct str name, struct str value)
{
	if (t->pairs.count == LIMIT_FORM_FIELDS)
		return TOO_LARGE;
	t->pairs.at[t->pairs.count++] = (struct pair){ name, value };
	return OK;
}

static struct str
number_text(struct arena *arena, int64_t number)
{
	struct buf text = buf_new(arena, NUMBER_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

static const char *
wanted(enum field_type type)
{
	switch (type) {
	case FIELD_WHOLE:
		return N_("This must be a whole number.");
	case FIELD_TICK:
		return N_("This must be true or false.");
	case FIELD_CHOICES:
	case FIELD_TEXTS:
		return N_("This must be a list of texts.");
	case FIELD_WEEK:
		return N_("This must be a list of whole numbers from 0 to 20.");
	default:
		return N_("This must be a text.");
	}
}

static bool
is_list_of(const struct json_value *value, enum json_kind kind)
{
	if (value->kind != JSON_IS_LIST)
		return false;
	for (size_t i = 0; i < value->count; i++)
		if (value->items[i].kind != kind)
			return false;
	return true;
}

static bool
fits(const struct field *field, const struct json_value *value)
{
	switch (field->type) {
	case FIELD_WHOLE:
		return value->kind == JSON_IS_WHOLE;
	case FIELD_TICK:
		return value->kind == JSON_IS_BOOL;
	case FIELD_CHOICES:
	case FIELD_TEXTS:
		return is_list_of(value, JSON_IS_TEXT);
	case FIELD_WEEK:
		return is_list_of(value, JSON_IS_WHOLE);
	default:
		return value->kind == JSON_IS_TEXT || (field->takes_whole && value->kind == JSON_IS_WHOLE);
	}
}

static enum outcome
take_items(struct taking *t, const struct field *field, const struct json_value *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct json_value *item = &list->items[i];

		TRY(take(t, field->name, item->kind == JSON_IS_TEXT ? item->text : number_text(t->arena, item->whole)));
	}
	return OK;
}

static enum outcome
take_member(struct taking *t, const struct field *field, const struct json_value *value)
{
	if (value->kind == JSON_IS_NULL)
		return OK;
	if (!fits(field, value)) {
		t->misfits[t->misfit_count++] = (struct misfit){ field->name, wanted(field->type) };
		return OK;
	}
	if (value->kind == JSON_IS_LIST)
		return take_items(t, field, value);
	if (value->kind == JSON_IS_BOOL)
		return value->whole != 0 ? take(t, field->name, S("1")) : OK;
	return take(t, field->name, value->kind == JSON_IS_TEXT ? value->text : number_text(t->arena, value->whole));
}

static const struct field *
field_named(const struct form *form, struct str name)
{
	for (size_t i = 0; i < form->count; i++)
		if (str_equal(form->fields[i].name, name))
			return &form->fields[i];
	return NULL;
}

static enum outcome
take_object(struct taking *t, const struct form *form, const struct json_value *object)
{
	if (object->kind != JSON_IS_OBJECT)
		return BAD_REQUEST;
	if (object->count > LIMIT_FORM_FIELDS)
		return TOO_LARGE;
	for (size_t i = 0; i < object->count; i++) {
		const struct field *field = field_named(form, object->items[i].name);

		if (field != NULL)
			TRY(take_member(t, field, &object->items[i]));
		else if (str_is_empty(t->unknown))
			t->unknown = object->items[i].name;
	}
	return OK;
}

static struct taking *
taking_new(struct arena *arena)
{
	struct taking *t = ARENA_NEW(arena, struct taking);

	t->arena = arena;
	t->pairs.at = ARENA_MANY(arena, LIMIT_FORM_FIELDS, struct pair);
	return t;
}

/* What was found before the fields themselves were read goes above their own complaints. */
static enum outcome
judge(struct taking *t, struct values *values, enum outcome said)
{
	for (size_t i = 0; i < values->count; i++)
		for (size_t k = 0; k < t->misfit_count; k++)
			if (str_equal(values->at[i].field->name, t->misfits[k].name))
				values->at[i].complaint = str_from(t->misfits[k].complaint);
	if (!str_is_empty(t->unknown))
		values->refusal = str_join(t->arena, 3, (struct str[]){ S("“"), t->unknown, S("” is not known here.") });
	values->has_complaints = values->has_complaints || t->misfit_count > 0 || !str_is_empty(t->unknown);
	if (values->trouble != OK)
		return values->trouble;
	return values->has_complaints ? BAD_INPUT : said;
}

enum outcome
form_read_json(struct arena *arena, const struct form *form, const struct form_supply *supply, struct str body, struct values **out)
{
	struct taking *t = taking_new(arena);
	struct json_value object;
	enum outcome said;

	if (!str_is_empty(body)) {
		TRY(json_read(arena, body, &object));
		TRY(take_object(t, form, &object));
	}
	said = form_read(arena, form, supply, &t->pairs, out);
	return judge(t, *out, said);
}

enum outcome
form_read_query(struct arena *arena, const struct form *form, const struct form_supply *supply, const struct pairs *query, struct values **out)
{
	struct taking *t = taking_new(arena);
	enum outcome said;

	for (size_t i = 0; i < query->count; i++)
		if (field_named(form, query->at[i].name) == NULL && str_is_empty(t->unknown))
			t->unknown = query->at[i].name;
	said = form_read(arena, form, supply, query, out);
	return judge(t, *out, said);
}
