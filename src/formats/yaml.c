/* The door itself: a tree of places, the schema walked over it, and, once nothing is wrong, libcyaml's structs. */
#include "formats/yaml.h"

#include <stdio.h>

#include "base/arena.h"

/* Before each piece that libcyaml takes: how much room it has. Lists grow an entry at a time, so room is doubled. */
struct piece {
	size_t room;
};
enum { PIECE_LEAST = 64, PIECE_HEAD = 16 };
_Static_assert(sizeof(struct piece) <= PIECE_HEAD, "the head keeps what follows aligned");

static struct piece *
head_of(void *given)
{
	return (struct piece *)(void *)((char *)given - PIECE_HEAD);
}

/* libcyaml's memory, as realloc() and free() together, out of an arena. */
static void *
take(void *self, void *given, size_t size)
{
	size_t room = PIECE_LEAST;
	char *at;

	if (size == 0)
		return NULL;
	if (given != NULL && head_of(given)->room >= size)
		return given;
	while (room < size)
		room *= 2;
	at = arena_take(self, room + PIECE_HEAD);
	*(struct piece *)(void *)at = (struct piece){ room };
	if (given != NULL)
		memcpy(at + PIECE_HEAD, given, head_of(given)->room);
	return at + PIECE_HEAD;
}

/* What the walk did not see: libcyaml's own words, so that nothing is ever refused without any. */
static void __attribute__((format(printf, 3, 0)))
on_log(cyaml_log_t level, void *self, const char *format, va_list list)
{
	struct complaints *complaints = self;
	char words[200];

	if (level < CYAML_LOG_ERROR || complaints->count > 0)
		return;
	vsnprintf(words, sizeof(words), format, list);
	complaints_add(complaints, (struct place){ 1, 1 }, "%s", words);
}

enum outcome
yaml_read(struct arena *arena, struct str text, const cyaml_schema_value_t *top, struct complaints *complaints, struct yaml *out)
{
	const cyaml_config_t config = {
		.log_fn = on_log, .log_ctx = complaints, .mem_fn = take, .mem_ctx = arena, .log_level = CYAML_LOG_ERROR, .flags = CYAML_CFG_NO_ALIAS | CYAML_CFG_IGNORE_UNKNOWN_KEYS,
	};
	cyaml_err_t failed;

	*out = (struct yaml){ .root = yaml_tree(arena, text, complaints) };
	if (out->root == NULL)
		return BAD_INPUT;
	if (!yaml_check(top, out->root, complaints))
		return BAD_INPUT;
	failed = cyaml_load_data((const uint8_t *)text.at, text.length, &config, top, (cyaml_data_t **)&out->loaded, NULL);
	if ((failed != CYAML_OK || out->loaded == NULL) && complaints->count == 0)
		complaints_add(complaints, (struct place){ 1, 1 }, "%s", cyaml_strerror(failed));
	return complaints->count == 0 ? OK : BAD_INPUT;
}

const struct yaml_node *
yaml_entry(const struct yaml_node *map, struct str key)
{
	const struct yaml_node *node = map == NULL ? NULL : map->first;

	while (node != NULL && !str_equal(node->key, key))
		node = node->next;
	return node;
}

const struct yaml_node *
yaml_item(const struct yaml_node *list, size_t place)
{
	const struct yaml_node *node = list == NULL ? NULL : list->first;

	while (node != NULL && place-- > 0)
		node = node->next;
	return node;
}
