/* YAML that people write: the door to libcyaml and to libyaml beneath it. libcyaml's schema is the one description of a file: it is
 * walked here over a tree of places, so that every fault is told where it stands and with what was expected, and then read by libcyaml into
 * plain structs. Limits: LIMIT_YAML_BYTES, LIMIT_YAML_DEPTH, LIMIT_YAML_VALUES; no aliases, one document. Why two: docs/decisions/0028-programme-file.md. */
#ifndef FORMATS_YAML_H
#define FORMATS_YAML_H

#include <stdbool.h>

#include <cyaml/cyaml.h>

#include "base/outcome.h"
#include "formats/complaints.h"

struct buf;

/* A text of a mapping, of least to most characters (not bytes), on one line; required, or not. YAML_LONG_TEXT may have several lines. */
#define YAML_LINE(key, structure, member, least, most) \
	CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER, structure, member, least, (most) * YAML_BYTES)
#define YAML_LINE_OPTIONAL(key, structure, member, least, most) \
	CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, structure, member, least, (most) * YAML_BYTES)
#define YAML_LONG_TEXT_OPTIONAL(key, structure, member, least, most) \
	CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL | CYAML_FLAG_SCALAR_LITERAL, structure, member, least, (most) * YAML_BYTES)
enum { YAML_BYTES = 4 };    /* of a character, at most */

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml_node {
	enum yaml_kind kind;
	bool is_plain;                /* a text without quotes */
	struct place at;
	struct str key;               /* of a mapping's entry; else empty */
	struct place key_at;
	struct str text;
	const struct yaml_node *first, *next;    /* its entries, in their order */
	size_t count;
};

/* What was read: the tree for places, and the struct of the schema's top value. Both live in the arena. */
struct yaml {
	const struct yaml_node *root;
	void *loaded;
};

/* BAD_INPUT with at least one complaint, or OK. What has nothing but unknown keys and bad characters is loaded all the same, so that whoever asks can
 * go on complaining; else loaded is NULL. The arena should hold sixteen times LIMIT_YAML_BYTES. */
enum outcome yaml_read(struct arena *, struct str text, const cyaml_schema_value_t *top, struct complaints *, struct yaml *out);

/* The entry of a mapping, or of a list (from 0); NULL if there is none, or if the node is NULL. */
const struct yaml_node *yaml_entry(const struct yaml_node *, struct str key);
const struct yaml_node *yaml_item(const struct yaml_node *, size_t place);

/* --- yaml_print.c: what yaml_read() reads back, byte for byte --- */
/* A text behind a key, on one line: as it is, or in quotes where it must be. */
void yaml_add_text(struct buf *, struct str text);
/* A text of several lines behind a key, its lines indented by so many blanks; in quotes if it cannot be told so. */
void yaml_add_block(struct buf *, struct str text, size_t indent);

/* --- for the files of this door --- */
const struct yaml_node *yaml_tree(struct arena *, struct str text, struct complaints *);
bool yaml_check(const cyaml_schema_value_t *top, const struct yaml_node *root, struct complaints *);

#endif
