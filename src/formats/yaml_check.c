/* libcyaml's schema, walked over the tree of places: libcyaml itself stops at the first fault, and names it in its own terms. */
#include "formats/yaml.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/near.h"
#include "formats/text.h"

enum { PATH_BYTES = 200, KEYS_NAMED_MOST = 12, KEYS_MOST = 200, LIST_BYTES = 300, SHOWN_MOST = 40 };

struct walk {
	struct arena *arena;
	struct complaints *complaints;
	bool is_readable;             /* for libcyaml, which would stop at anything but a key that it does not know */
};

/* What libcyaml would stop at. */
#define STOPS(w, ...) ((w)->is_readable = false, complaints_add((w)->complaints, __VA_ARGS__))

static const char *const kinds[] = { "a text", "a list", "a mapping of keys" };

/* "services, entry 2", or, at the top, nothing. */
static struct str
path_of_item(struct walk *w, struct str list, size_t place)
{
	struct buf out = buf_new(w->arena, PATH_BYTES);

	buf_add(&out, list);
	buf_format(&out, ", entry %zu", place + 1);
	return buf_str(&out);
}

static struct str
path_of_key(struct walk *w, struct str map, struct str key)
{
	return str_is_empty(map) ? key : str_join(w->arena, 3, (struct str[]){ map, S(", "), key });
}

static size_t
keys_of(const cyaml_schema_field_t *fields, struct str *keys)
{
	size_t count = 0;

	for (; fields->key != NULL && count < KEYS_MOST; fields++)
		keys[count++] = str_from(fields->key);
	return count;
}

static const cyaml_schema_field_t *
field_called(const cyaml_schema_field_t *fields, struct str key)
{
	for (; fields->key != NULL; fields++)
		if (str_equal(str_from(fields->key), key))
			return fields;
	return NULL;
}

/* The nearest key, and all of them where they are few. */
static void
complain_of_key(struct walk *w, const cyaml_schema_field_t *fields, const struct yaml_node *node, struct str path)
{
	struct str keys[KEYS_MOST], near;
	size_t count = keys_of(fields, keys);
	struct buf hint = buf_new(w->arena, LIST_BYTES);

	near = near_word(node->key, keys, count);
	if (!str_is_empty(near))
		buf_format(&hint, "; did you mean \"%.*s\"?", STR_FORMAT(near));
	for (size_t i = 0; i < count && count <= KEYS_NAMED_MOST && str_is_empty(near); i++)
		buf_format(&hint, "%s%.*s", i == 0 ? "; known are " : ", ", STR_FORMAT(keys[i]));
	complaints_add(w->complaints, node->key_at, "there is no key \"%.*s\" %s%.*s%.*s", STR_FORMAT(str_head(node->key, SHOWN_MOST)),
	    str_is_empty(path) ? "here" : "in ", STR_FORMAT(path), STR_FORMAT(buf_str(&hint)));
}

static void check_value(struct walk *, const cyaml_schema_value_t *, const struct yaml_node *, struct str path);

/* What stands in the mapping: each key once, and known. */
static void
check_keys(struct walk *w, const cyaml_schema_field_t *fields, const struct yaml_node *map, struct str path)
{
	for (const struct yaml_node *node = map->first; node != NULL; node = node->next) {
		const cyaml_schema_field_t *field = field_called(fields, node->key);
		const struct yaml_node *first = yaml_entry(map, node->key);

		if (field == NULL)
			complain_of_key(w, fields, node, path);
		else if (first != node)
			STOPS(w, node->key_at, "\"%.*s\" stands here twice; line %ld has it already", STR_FORMAT(node->key), first->key_at.line);
		else
			check_value(w, &field->value, node, path_of_key(w, path, node->key));
	}
}

static void
check_map(struct walk *w, const cyaml_schema_field_t *fields, const struct yaml_node *map, struct str path)
{
	check_keys(w, fields, map, path);
	for (; fields->key != NULL; fields++)
		if ((fields->value.flags & CYAML_FLAG_OPTIONAL) == 0 && yaml_entry(map, str_from(fields->key)) == NULL)
			STOPS(w, map->at, "\"%s\" is missing%s%.*s", fields->key, str_is_empty(path) ? "" : " in ", STR_FORMAT(path));
}

static void
check_list(struct walk *w, const cyaml_schema_value_t *schema, const struct yaml_node *list, struct str path)
{
	size_t place = 0;

	if (list->count < schema->sequence.min)
		STOPS(w, list->at, "%.*s needs at least %u entr%s", STR_FORMAT(path), schema->sequence.min,
		    schema->sequence.min == 1 ? "y" : "ies");
	if (list->count > schema->sequence.max)
		STOPS(w, list->at, "%.*s has %zu entries; at most %u are read", STR_FORMAT(path), list->count, schema->sequence.max);
	for (const struct yaml_node *node = list->first; node != NULL; node = node->next, place++)
		check_value(w, schema->sequence.entry, node, path_of_item(w, path, place));
}

/* The schema counts bytes, people count characters. */
static void
check_text(struct walk *w, const cyaml_schema_value_t *schema, const struct yaml_node *node, struct str path)
{
	size_t most = schema->string.max / YAML_BYTES, length = text_length(node->text);
	bool may_have_lines = (schema->flags & CYAML_FLAG_SCALAR_LITERAL) != 0;

	if (length < schema->string.min || (schema->string.min > 0 && str_is_empty(text_trim(node->text))))
		STOPS(w, node->at, "%.*s must not be empty", STR_FORMAT(path));
	else if (length > most)
		STOPS(w, node->at, "%.*s has %zu characters; at most %zu are taken", STR_FORMAT(path), length, most);
	else if (text_has_controls(node->text, may_have_lines))
		complaints_add(w->complaints, node->at, "%.*s holds a character that no text may have%s", STR_FORMAT(path),
		    may_have_lines ? "" : ": it is one line, without line ends, tabs and marks of direction");
}

static void
check_value(struct walk *w, const cyaml_schema_value_t *schema, const struct yaml_node *node, struct str path)
{
	enum yaml_kind kind = schema->type == CYAML_MAPPING ? YAML_MAP : schema->type == CYAML_SEQUENCE ? YAML_LIST : YAML_TEXT;
	struct str shown = str_is_empty(path) ? S("the file") : path;

	if (node->kind != kind && node->kind == YAML_TEXT && str_is_empty(node->text))
		STOPS(w, node->at, "%.*s is empty, expected %s; leave the key out where there is nothing to say", STR_FORMAT(shown), kinds[kind]);
	else if (node->kind != kind)
		STOPS(w, node->at, "%.*s must be %s, and this is %s", STR_FORMAT(shown), kinds[kind], kinds[node->kind]);
	else if (kind == YAML_MAP)
		check_map(w, schema->mapping.fields, node, path);
	else if (kind == YAML_LIST)
		check_list(w, schema, node, path);
	else
		check_text(w, schema, node, path);
}

bool
yaml_check(const cyaml_schema_value_t *top, const struct yaml_node *root, struct complaints *complaints)
{
	struct walk w = { complaints->arena, complaints, true };

	check_value(&w, top, root, S(""));
	return w.is_readable;
}
