/* Printing answers by their shapes. */
#include "forms/shape.h"

#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/json.h"
#include "formats/when.h"

struct answer
answer_new(struct arena *arena, struct buf *out)
{
	return (struct answer){ .arena = arena, .out = out };
}

static void
comma(struct answer *a)
{
	if (a->depth == 0)
		return;
	if (a->level[a->depth - 1].has_any)
		buf_char(a->out, ',');
	a->level[a->depth - 1].has_any = true;
}

static void
push(struct answer *a, const struct shape *shape, bool is_list)
{
	check(a->depth < SHAPE_DEPTH && shape->count <= SHAPE_FIELDS_MAX);
	a->level[a->depth].shape = shape;
	memset(a->level[a->depth].done, 0, sizeof(a->level[a->depth].done));
	a->level[a->depth].printed = 0;
	a->level[a->depth].is_list = is_list;
	a->level[a->depth].has_any = false;
	a->depth++;
	buf_char(a->out, is_list ? '[' : '{');
}

void
answer_open(struct answer *a, const struct shape *shape)
{
	check(a->depth == 0 || (a->level[a->depth - 1].is_list && a->level[a->depth - 1].shape == shape));
	comma(a);
	push(a, shape, false);
}

void
answer_close(struct answer *a)
{
	check(a->depth > 0);
	a->depth--;
	check(a->level[a->depth].is_list || a->level[a->depth].printed == a->level[a->depth].shape->count);
	buf_char(a->out, a->level[a->depth].is_list ? ']' : '}');
}

static size_t
place_of(const struct shape *shape, struct str name)
{
	for (size_t i = 0; i < shape->count; i++)
		if (str_equal(shape->fields[i].name, name))
			return i;
	check_failed("the shape has this name", __FILE__, __LINE__);
}

/* Writes "name": and hands the field over. */
static const struct shape_field *
member(struct answer *a, const char *name)
{
	const struct shape_field *field;
	const struct shape *shape;
	uint64_t *done;
	size_t place;

	check(a->depth > 0 && !a->level[a->depth - 1].is_list);
	shape = a->level[a->depth - 1].shape;
	place = place_of(shape, str_from(name));
	field = &shape->fields[place];
	done = &a->level[a->depth - 1].done[place / 64];
	check((*done >> place % 64 & 1) == 0);
	*done |= UINT64_C(1) << place % 64;
	a->level[a->depth - 1].printed++;
	comma(a);
	json_quote(a->out, field->name);
	buf_char(a->out, ':');
	return field;
}

static const struct shape_field *
member_of(struct answer *a, const char *name, enum shape_type type)
{
	const struct shape_field *field = member(a, name);

	check(field->type == type);
	return field;
}

static void
print_null(struct answer *a, const struct shape_field *field)
{
	check(field->may_be_null);
	buf_add(a->out, S("null"));
}

void
answer_object(struct answer *a, const char *name)
{
	push(a, member_of(a, name, SHAPE_OBJECT)->of, false);
}

void
answer_list(struct answer *a, const char *name)
{
	push(a, member_of(a, name, SHAPE_LIST)->of, true);
}

void
answer_text(struct answer *a, const char *name, struct str text)
{
	const struct shape_field *field = member_of(a, name, SHAPE_TEXT);

	if (str_is_empty(text) && field->may_be_null)
		print_null(a, field);
	else
		json_quote(a->out, text);
}

static bool
is_word_of(const struct shape_field *field, struct str word)
{
	for (size_t i = 0; field->words[i] != NULL; i++)
		if (str_equal(str_from(field->words[i]), word))
			return true;
	return false;
}

void
answer_word(struct answer *a, const char *name, struct str word)
{
	const struct shape_field *field = member_of(a, name, SHAPE_WORD);

	if (str_is_empty(word)) {
		print_null(a, field);
		return;
	}
	check(is_word_of(field, word));
	json_quote(a->out, word);
}

void
answer_id(struct answer *a, const char *name, int64_t id)
{
	const struct shape_field *field = member_of(a, name, SHAPE_ID);

	if (id == 0)
		print_null(a, field);
	else
		json_quote(a->out, id_print(a->arena, id));
}

void
answer_whole(struct answer *a, const char *name, int64_t whole)
{
	(void)member_of(a, name, SHAPE_WHOLE);
	buf_whole(a->out, whole);
}

void
answer_tick(struct answer *a, const char *name, bool is_so)
{
	(void)member_of(a, name, SHAPE_TICK);
	buf_add(a->out, is_so ? S("true") : S("false"));
}

void
answer_moment(struct answer *a, const char *name, struct moment moment)
{
	const struct shape_field *field = member_of(a, name, SHAPE_MOMENT);

	if (moment_is_none(moment))
		print_null(a, field);
	else
		json_quote(a->out, when_iso(a->arena, moment));
}

void
answer_date(struct answer *a, const char *name, struct str date)
{
	const struct shape_field *field = member_of(a, name, SHAPE_DATE);

	if (str_is_empty(date))
		print_null(a, field);
	else
		json_quote(a->out, date);
}

void
answer_texts(struct answer *a, const char *name, struct str list)
{
	bool is_first = true;
	struct str text;

	(void)member_of(a, name, SHAPE_TEXTS);
	buf_char(a->out, '[');
	while (str_next(&list, ',', &text)) {
		if (str_is_empty(str_trim(text)))
			continue;
		if (!is_first)
			buf_char(a->out, ',');
		is_first = false;
		json_quote(a->out, str_trim(text));
	}
	buf_char(a->out, ']');
}

void
answer_null(struct answer *a, const char *name)
{
	print_null(a, member(a, name));
}

void
answer_printed(struct answer *a, const char *name, struct str json)
{
	const struct shape_field *field = member_of(a, name, SHAPE_ANSWER);

	if (str_is_empty(json))
		print_null(a, field);
	else
		buf_add(a->out, json);
}
