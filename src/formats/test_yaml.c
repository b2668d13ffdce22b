/* YAML by a schema: every fault with its place, bounds, and texts that read back as they were. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/yaml.h"

enum { ROOM = 64 << 20 };

struct pet {
	char *name, *about;
};
struct house {
	char *street;
	struct pet *pets;
	unsigned pets_count;
};

static const cyaml_schema_field_t pet_fields[] = {
	YAML_LINE("name", struct pet, name, 1, 10), YAML_LONG_TEXT_OPTIONAL("about", struct pet, about, 0, 100000), CYAML_FIELD_END
};
static const cyaml_schema_value_t pet = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct pet, pet_fields) };
static const cyaml_schema_field_t house_fields[] = {
	YAML_LINE("street", struct house, street, 1, 40),
	CYAML_FIELD_SEQUENCE("pets", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct house, pets, &pet, 1, 100000), CYAML_FIELD_END
};
static const cyaml_schema_value_t house = { CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct house, house_fields) };

static struct arena *arena;
static struct complaints complaints;
static struct yaml read;

static int
start(void **state)
{
	(void)state;
	arena_open(ROOM, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static enum outcome
reads(struct str text)
{
	complaints = complaints_new(arena);
	return yaml_read(arena, text, &house, &complaints, &read);
}

static void
says(const char *text, const char *wanted)
{
	struct str said;

	assert_int_equal(BAD_INPUT, reads(str_from(text)));
	said = complaints_print(&complaints, S("x.yaml"));
	if (!str_equal(said, str_from(wanted)))
		fail_msg("\n%.*sand not\n%s", STR_FORMAT(said), wanted);
}

static void
a_sound_file_becomes_structs_and_a_tree_of_places(void **state)
{
	const struct house *h;

	(void)state;
	assert_int_equal(OK, reads(S("street: Elm\npets:\n  - { name: Rex }\n  - name: \"Mia 2\"\n    about: |\n      one\n      two\n")));
	h = read.loaded;
	assert_string_equal("Elm", h->street);
	assert_int_equal(2, h->pets_count);
	assert_string_equal("Mia 2", h->pets[1].name);
	assert_string_equal("one\ntwo\n", h->pets[1].about);
	assert_null(h->pets[0].about);
	assert_int_equal(4, yaml_item(yaml_entry(read.root, S("pets")), 1)->at.line);
	assert_int_equal(11, yaml_entry(yaml_item(yaml_entry(read.root, S("pets")), 1), S("name"))->at.column);
	assert_null(yaml_entry(read.root, S("cats")));
	assert_null(yaml_item(yaml_entry(read.root, S("cats")), 0));
}

static void
all_faults_are_told_with_their_places_and_what_was_expected(void **state)
{
	(void)state;
	says("street: [1]\npets:\n  - { nam: Rex, name: \"\" }\n  - 7\n  - { name: A, name: B }\n",
	    "x.yaml:1:9: street must be a text, and this is a list\n"
	    "x.yaml:3:7: there is no key \"nam\" in pets, entry 1; did you mean \"name\"?\n"
	    "x.yaml:3:23: pets, entry 1, name must not be empty\n"
	    "x.yaml:4:5: pets, entry 2 must be a mapping of keys, and this is a text\n"
	    "x.yaml:5:16: \"name\" stands here twice; line 5 has it already\n");
	says("pets:\nstret: Elm\nzoo: 1\n",
	    "x.yaml:1:1: \"street\" is missing\n"
	    "x.yaml:1:6: pets is empty, expected a list; leave the key out where there is nothing to say\n"
	    "x.yaml:2:1: there is no key \"stret\" here; did you mean \"street\"?\n"
	    "x.yaml:3:1: there is no key \"zoo\" here; known are street, pets\n");
	says("street: Elm\npets: []\n", "x.yaml:2:7: pets needs at least 1 entry\n");
	says("street: Elm\npets: [{ name: Bartholomew }, { name: \"a\\nb\" }]\n",
	    "x.yaml:2:16: pets, entry 1, name has 11 characters; at most 10 are taken\n"
	    "x.yaml:2:39: pets, entry 2, name holds a character that no text may have: it is one line, without line ends, tabs and marks of direction\n");
	says("- street\n", "x.yaml:1:1: the file must be a mapping of keys, and this is a list\n");
}

static void
what_is_no_yaml_is_told_at_its_place(void **state)
{
	(void)state;
	says("", "x.yaml:1:1: the file is empty\n");
	says("# nothing but this\n", "x.yaml:1:1: the file is empty\n");
	says("street: Elm\nroad: \xff\n", "x.yaml:2:1: this line is not UTF-8; save the file as UTF-8\n");
	says("street: \x01\n", "x.yaml:1:9: this character may not stand in YAML; write it as an escape in double quotes\n");
	says("street: &a Elm\npets: *a\n", "x.yaml:2:7: an alias (*name) is not read here; write the value itself\n");
	says("street: Elm\n---\nstreet: Oak\n", "x.yaml:2:1: a second document begins here; a file holds one\n");
	says("? [a]\n: b\n", "x.yaml:1:3: a key must be a text, like name:\n");
	assert_int_equal(BAD_INPUT, reads(S("street: [\n")));
	assert_true(str_starts(complaints.at[0].words, S("this is not YAML: ")));
	assert_int_equal(2, complaints.at[0].at.line);
}

/* Ten to the ninth of words, if it were read. */
static void
a_bomb_of_aliases_ends_at_its_first_one(void **state)
{
	(void)state;
	says("a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n", "x.yaml:2:8: an alias (*name) is not read here; write the value itself\n");
}

static struct str
repeated(const char *head, const char *part, size_t count)
{
	struct buf out = buf_new(arena, 16 << 20);

	buf_add(&out, str_from(head));
	for (size_t i = 0; i < count; i++)
		buf_add(&out, str_from(part));
	return buf_str(&out);
}

static void
the_limits_hold(void **state)
{
	(void)state;
	assert_int_equal(BAD_INPUT, reads(repeated("", "#", LIMIT_YAML_BYTES + 1)));
	assert_true(str_starts(complaints.at[0].words, S("the file has 1048577 bytes")));
	assert_int_equal(OK, reads(repeated("street: Elm\n", "#", LIMIT_YAML_BYTES - 12)));
	assert_int_equal(BAD_INPUT, reads(repeated("", "[", LIMIT_YAML_DEPTH + 1)));
	assert_true(str_starts(complaints.at[0].words, S("this lies deeper")));
	assert_int_equal(BAD_INPUT, reads(repeated("", "[", LIMIT_YAML_DEPTH)));
	assert_true(str_starts(complaints.at[0].words, S("this is not YAML")));
	assert_int_equal(BAD_INPUT, reads(repeated("", "[", 1 << 20)));    /* a file of brackets costs nothing */
	assert_int_equal(BAD_INPUT, reads(repeated("pets:\n", "- a\n", LIMIT_YAML_VALUES + 1)));
	assert_int_equal(1, complaints.count);
	assert_true(str_starts(complaints.at[0].words, S("the file holds more values")));
	assert_int_equal(BAD_INPUT, reads(repeated("street: Elm\npets:\n", "  - {}\n", LIMIT_COMPLAINTS + 1)));
	assert_int_equal(LIMIT_COMPLAINTS, complaints.count);
	assert_int_equal(1, complaints.left_out);
	assert_true(str_ends(complaints_print(&complaints, S("x.yaml")), S("x.yaml: and 1 more\n")));
	assert_int_equal(BAD_INPUT, reads(repeated("pets:\n", "  - {}\n", LIMIT_COMPLAINTS - 1)));
	assert_int_equal(0, complaints.left_out);
}

/* As many as there may be: libcyaml's lists grow an entry at a time. */
static void
a_long_list_is_read_in_little_room(void **state)
{
	size_t before = arena_used(arena);

	(void)state;
	assert_int_equal(OK, reads(repeated("street: Elm\npets:\n", "  - { name: Rex }\n", 13000)));
	assert_int_equal(13000, ((const struct house *)read.loaded)->pets_count);
	assert_true(arena_used(arena) - before < 16 << 20);
}

static void
reads_back(struct str text)
{
	struct buf out = buf_new(arena, 1 << 20);
	struct complaints none = complaints_new(arena);
	struct str line;

	buf_add(&out, S("a: "));
	yaml_add_block(&out, text, 2);
	buf_add(&out, S("\nb: "));
	yaml_add_text(&out, text);
	buf_add(&out, S("\nc: [x, "));
	yaml_add_text(&out, text);
	buf_add(&out, S("]\n"));
	line = buf_str(&out);
	for (int i = 0; i < 3; i++) {
		const struct yaml_node *root = yaml_tree(arena, line, &none), *node = yaml_entry(root, (struct str){ &"abc"[i], 1 });

		node = i == 2 ? yaml_item(node, 1) : node;
		if (node == NULL || !str_equal(node->text, text))
			fail_msg("%.*s", STR_FORMAT(line));
	}
}

static void
what_is_printed_reads_back_to_the_same_bytes(void **state)
{
	static const char *const texts[] = {
		"plain", "two words", "", " ", " led by a blank", "ends with one ", "yes", "Null", "~", "12", "2026-12-25", "-", "- a", "a: b", "a #b", "#a", "'", "\"", "\\",
		"{a}", "[a]", "*a", "&a", "!a", "%a", "@a", "`a`", "a,b", "line\n", "line\nline", "line\n\nline\n", "line\n\n", "\nline", "  indented\nline\n", "a\n  b\n",
		"a\tb", "\ta", "a\r\nb", "caf\xc3\xa9", "\xe6\x9d\x8e", "\xf0\x9f\x90\xa7", "nel\xc2\x85" "b", "ls\xe2\x80\xa8" "b\n", "\xef\xbb\xbf" "bom", "\x7f", "\x1b[31m",
		"--- a\n--- b\n", "...\na\n", "a\n   \nb\n", "\xef\xbf\xbe", "# head\n\n- one\n- two\n\n> quoted\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(texts); i++)
		reads_back(str_from(texts[i]));
}

static void
a_complaint_holds_no_control_bytes_and_whole_characters(void **state)
{
	struct complaints c = complaints_new(arena);
	struct str long_text = repeated("a", "\xc3\xa9", 400);

	(void)state;
	complaints_add(&c, (struct place){ 1, 1 }, "\x1b[31m%s", "red\n");
	complaints_add(&c, (struct place){ 1, 1 }, "%.*s", STR_FORMAT(long_text));
	assert_true(str_equal(c.at[0].words, S(" [31mred ")));
	assert_int_equal(599, c.at[1].words.length);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_file_becomes_structs_and_a_tree_of_places),
		cmocka_unit_test(all_faults_are_told_with_their_places_and_what_was_expected),
		cmocka_unit_test(what_is_no_yaml_is_told_at_its_place),
		cmocka_unit_test(a_bomb_of_aliases_ends_at_its_first_one),
		cmocka_unit_test(the_limits_hold),
		cmocka_unit_test(a_long_list_is_read_in_little_room),
		cmocka_unit_test(what_is_printed_reads_back_to_the_same_bytes),
		cmocka_unit_test(a_complaint_holds_no_control_bytes_and_whole_characters),
	};

	return cmocka_run_group_tests(tests, start, end);
}
