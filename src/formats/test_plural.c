/* Plural forms of languages whose rules differ. Source: gettext's manual, "Plural forms". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/check.h"
#include "formats/plural.h"

#define POLISH "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"
#define SLOVENIAN "(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3)"

static void
each_language_has_the_form_of_its_count(void **state)
{
	static const struct {
		const char *expression;
		int64_t count, form;
	} cases[] = {
		{ "(n != 1)", 0, 1 }, { "(n != 1)", 1, 0 }, { "(n != 1)", 2, 1 }, { "n > 1", 0, 0 }, { "n > 1", 2, 1 }, { "0", 7, 0 },
		{ POLISH, 1, 0 }, { POLISH, 2, 1 }, { POLISH, 5, 2 }, { POLISH, 12, 2 }, { POLISH, 22, 1 }, { POLISH, 112, 2 }, { POLISH, 0, 2 },
		{ SLOVENIAN, 101, 0 }, { SLOVENIAN, 2, 1 }, { SLOVENIAN, 104, 2 }, { SLOVENIAN, 5, 3 },
		{ "!n", 0, 1 }, { "n*2-1+6/3", 1, 3 }, { "(n != 1)", -1, 0 }, { "n > 1", INT64_MIN, 1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(cases); i++)
		assert_int_equal(cases[i].form, plural_form(str_from(cases[i].expression), cases[i].count));
}

static void
what_is_no_expression_has_no_form(void **state)
{
	static const char *const cases[] = { "", "m", "n ==", "n 1", "(n", "n)", "n ? 1", "1 ? 2 :", "n % 0", "n / (n - 1)", "0 - n", "9999999999", "n * 999999999 * 999999999 * 999999999" };
	char long_one[PLURAL_BYTES_MOST + 2], deep[PLURAL_BYTES_MOST / 2];

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(cases); i++)
		assert_int_equal(-1, plural_form(str_from(cases[i]), 1));
	memset(long_one, ' ', sizeof(long_one));
	long_one[0] = 'n';
	assert_int_equal(-1, plural_form((struct str){ long_one, sizeof(long_one) }, 1));
	memset(deep, '(', sizeof(deep));
	assert_int_equal(-1, plural_form((struct str){ deep, sizeof(deep) }, 1));
	memset(deep, '!', sizeof(deep));
	assert_int_equal(-1, plural_form((struct str){ deep, sizeof(deep) }, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_language_has_the_form_of_its_count),
		cmocka_unit_test(what_is_no_expression_has_no_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
