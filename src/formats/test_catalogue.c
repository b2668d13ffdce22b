/* A catalogue of two sentences as msgfmt writes it, whole and damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/check.h"
#include "formats/catalogue.h"

enum { ROWS = 3, HEAD_BYTES = 28, TABLES = HEAD_BYTES + ROWS * 16, BYTES_MOST = 512 };

/* In the order of their ids: the head, a sentence, one with a plural. */
static const struct {
	struct str id, text;
} rows[ROWS] = {
	{ S_STATIC(""), S_STATIC("Language: pl\nPlural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\n") },
	{ S_STATIC("Save"), S_STATIC("Zapisz") },
	{ S_STATIC("{n} day\0{n} days"), S_STATIC("{n} dzien\0{n} dni\0{n} dnia") },
};

static unsigned char file[BYTES_MOST];
static size_t length;

static void
put_word(size_t at, size_t value)
{
	for (size_t i = 0; i < 4; i++)
		file[at + i] = (unsigned char)(value >> (8 * i));
}

static void
put_text(size_t row_at, struct str text)
{
	put_word(row_at, text.length);
	put_word(row_at + 4, length);
	memcpy(file + length, text.at, text.length);
	length += text.length + 1;
}

static struct str
whole(void)
{
	memset(file, 0, sizeof(file));
	length = TABLES;
	put_word(0, 0x950412de);
	put_word(8, ROWS);
	put_word(12, HEAD_BYTES);
	put_word(16, HEAD_BYTES + ROWS * 8);
	for (size_t i = 0; i < ROWS; i++) {
		put_text(HEAD_BYTES + i * 8, rows[i].id);
		put_text(HEAD_BYTES + ROWS * 8 + i * 8, rows[i].text);
	}
	return (struct str){ (const char *)file, length };
}

static void
assert_text(const char *want, struct str got)
{
	assert_int_equal(strlen(want), got.length);
	assert_memory_equal(want, got.at, got.length);
}

static void
a_sentence_is_found_by_its_english_form_and_a_plural_by_its_first(void **state)
{
	struct catalogue c;
	struct str text;

	(void)state;
	assert_true(catalogue_open(whole(), &c));
	assert_int_equal(3, c.forms);
	assert_true(catalogue_find(&c, "Save", &text));
	assert_text("Zapisz", text);
	assert_false(catalogue_find(&c, "Save it", &text));
	assert_false(catalogue_find(&c, "Sav", &text));
	assert_true(catalogue_find(&c, "{n} day", &text));
	assert_text("{n} dzien", catalogue_form(&c, text, 1));
	assert_text("{n} dni", catalogue_form(&c, text, 3));
	assert_text("{n} dnia", catalogue_form(&c, text, 7));
}

/* Whatever byte is wrong: it is refused, or every text that it gives lies inside. */
static void
a_damaged_file_never_leads_out_of_itself(void **state)
{
	struct str bytes = whole(), id, text;
	struct catalogue c;

	(void)state;
	for (size_t at = 0; at < bytes.length; at++) {
		for (int change = 1; change < 256; change += 17) {
			bytes = whole();
			file[at] = (unsigned char)(file[at] + change);
			if (!catalogue_open(bytes, &c))
				continue;
			for (size_t i = 0; i < c.count; i++) {
				catalogue_at(&c, i, &id, &text);
				assert_true(id.at >= bytes.at && id.at + id.length < bytes.at + bytes.length);
				assert_true(text.at >= bytes.at && text.at + text.length < bytes.at + bytes.length);
			}
		}
	}
	for (size_t cut = 0; cut < bytes.length; cut++)
		assert_false(catalogue_open(str_head(whole(), cut), &c));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_is_found_by_its_english_form_and_a_plural_by_its_first),
		cmocka_unit_test(a_damaged_file_never_leads_out_of_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
