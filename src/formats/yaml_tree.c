/* libyaml's events as a tree that knows its places. Bounded before anything is built: a file of brackets, of aliases or of bytes costs nothing. */
#include "formats/yaml.h"

#include <yaml.h>

#include "base/arena.h"
#include "formats/text.h"

struct builder {
	yaml_parser_t parser;
	struct arena *arena;
	struct complaints *complaints;
	size_t values;
	bool is_broken;               /* told already; nothing more is read */
};

static struct place
place_of(yaml_mark_t mark)
{
	return (struct place){ (long)mark.line + 1, (long)mark.column + 1 };
}

static void
break_off(struct builder *b, struct place at, const char *words)
{
	complaints_add(b->complaints, at, "%s", words);
	b->is_broken = true;
}

/* The reader's own errors have no line, only a byte. */
static struct place
place_of_byte(struct str text, size_t byte)
{
	struct place at = { 1, 1 };

	for (size_t i = 0; i < byte && i < text.length; i++) {
		at.column++;
		if (text.at[i] == '\n')
			at = (struct place){ at.line + 1, 1 };
	}
	return at;
}

static bool
next_event(struct builder *b, struct str text, yaml_event_t *event)
{
	yaml_parser_t *p = &b->parser;

	if (yaml_parser_parse(p, event))
		return true;
	b->is_broken = true;
	if (p->error == YAML_READER_ERROR)
		complaints_add(b->complaints, place_of_byte(text, p->problem_offset), "this character may not stand in YAML; write it as an escape in double quotes");
	else
		complaints_add(b->complaints, place_of(p->problem_mark), "this is not YAML: %s%s%s", p->problem == NULL ? "it cannot be read" : p->problem,
		    p->context == NULL ? "" : ", ", p->context == NULL ? "" : p->context);
	return false;
}

static struct yaml_node *
new_node(struct builder *b, const yaml_event_t *event)
{
	struct yaml_node *node = ARENA_NEW(b->arena, struct yaml_node);

	node->at = place_of(event->start_mark);
	if (++b->values > LIMIT_YAML_VALUES)
		break_off(b, node->at, "the file holds more values than are read; make it several programmes");
	return node;
}

static struct str
text_of(struct builder *b, const yaml_event_t *event)
{
	return str_copy(b->arena, (struct str){ (const char *)event->data.scalar.value, event->data.scalar.length });
}

static struct yaml_node *read_node(struct builder *, struct str text, yaml_event_t *, size_t depth);

/* Reads one event and what it begins; NULL at the end of the collection, and once all is broken. */
static struct yaml_node *
read_next(struct builder *b, struct str text, size_t depth)
{
	struct yaml_node *node = NULL;
	yaml_event_t event;

	if (b->is_broken || !next_event(b, text, &event))
		return NULL;
	if (event.type != YAML_SEQUENCE_END_EVENT && event.type != YAML_MAPPING_END_EVENT)
		node = read_node(b, text, &event, depth);
	yaml_event_delete(&event);
	return b->is_broken ? NULL : node;
}

static void
read_entries(struct builder *b, struct str text, struct yaml_node *into, size_t depth)
{
	const struct yaml_node **end = &into->first;
	struct yaml_node *key, *node;

	while ((node = read_next(b, text, depth)) != NULL) {
		if (into->kind == YAML_MAP) {
			key = node;
			node = read_next(b, text, depth);
			if (node == NULL)
				return;
			if (key->kind != YAML_TEXT) {
				break_off(b, key->at, "a key must be a text, like name:");
				return;
			}
			node->key = key->text;
			node->key_at = key->at;
		}
		*end = node;
		end = &node->next;
		into->count++;
	}
}

static struct yaml_node *
read_node(struct builder *b, struct str text, yaml_event_t *event, size_t depth)
{
	struct yaml_node *node = new_node(b, event);

	if (b->is_broken)
		return node;
	if (event->type == YAML_ALIAS_EVENT) {
		break_off(b, node->at, "an alias (*name) is not read here; write the value itself");
	} else if (event->type == YAML_SCALAR_EVENT) {
		node->text = text_of(b, event);
		node->is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	} else if (depth == LIMIT_YAML_DEPTH) {
		break_off(b, node->at, "this lies deeper than a file goes; nothing here needs so many levels");
	} else {
		node->kind = event->type == YAML_SEQUENCE_START_EVENT ? YAML_LIST : YAML_MAP;
		read_entries(b, text, node, depth + 1);
	}
	return node;
}

/* Stream, document, and then whatever the document is. */
static struct yaml_node *
read_document(struct builder *b, struct str text)
{
	struct yaml_node *root = NULL;
	yaml_event_t event;
	bool is_over = false;

	while (!is_over && !b->is_broken && next_event(b, text, &event)) {
		if (event.type == YAML_DOCUMENT_START_EVENT && root != NULL)
			break_off(b, place_of(event.start_mark), "a second document begins here; a file holds one");
		else if (event.type >= YAML_ALIAS_EVENT && event.type <= YAML_MAPPING_START_EVENT)
			root = read_node(b, text, &event, 0);
		is_over = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	return b->is_broken ? NULL : root;
}

/* The first line that is no UTF-8. */
static struct place
place_of_bad_line(struct str text)
{
	struct place at = { 1, 1 };
	struct str line;

	while (str_next(&text, '\n', &line) && text_is_utf8(line))
		at.line++;
	return at;
}

const struct yaml_node *
yaml_tree(struct arena *arena, struct str text, struct complaints *complaints)
{
	struct builder b = { .arena = arena, .complaints = complaints };
	struct yaml_node *root;

	if (text.length > LIMIT_YAML_BYTES) {
		complaints_add(complaints, (struct place){ 1, 1 }, "the file has %zu bytes; at most %d are read", text.length, LIMIT_YAML_BYTES);
		return NULL;
	}
	if (!text_is_utf8(text)) {
		complaints_add(complaints, place_of_bad_line(text), "this line is not UTF-8; save the file as UTF-8");
		return NULL;
	}
	if (!yaml_parser_initialize(&b.parser)) {
		complaints_add(complaints, (struct place){ 1, 1 }, "there is no memory to read the file");
		return NULL;
	}
	yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&b.parser, (const unsigned char *)text.at, text.length);
	root = read_document(&b, text);
	yaml_parser_delete(&b.parser);
	if (root == NULL && !b.is_broken)
		complaints_add(complaints, (struct place){ 1, 1 }, "the file is empty");
	return root;
}
