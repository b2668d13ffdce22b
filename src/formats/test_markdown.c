/* Markdown from outside stays harmless. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/markdown.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static bool
gives(const char *markdown, const char *part)
{
	return str_has(markdown_html(arena, str_from(markdown)).markup, str_from(part));
}

static void
paragraphs_lists_and_links_become_markup(void **state)
{
	(void)state;
	assert_true(gives("A *good* [page](https://example.org/)\n", "<p>A <em>good</em> <a href=\"https://example.org/\">page</a></p>"));
	assert_true(gives("- one\n- two\n", "<li>two</li>"));
	assert_true(gives("a < b", "a &lt; b"));
}

static void
raw_html_and_unsafe_links_are_left_out(void **state)
{
	(void)state;
	assert_false(gives("<script>alert(1)</script>\n", "<script"));
	assert_false(gives("a <b onclick=\"x()\">word</b>", "onclick"));
	assert_false(gives("[x](javascript:alert(1))", "javascript:"));
	assert_false(gives("[x](data:text/html;base64,AAAA)", "data:"));
}

static void
pictures_of_other_servers_are_links_and_load_nothing(void **state)
{
	(void)state;
	assert_true(gives("see ![a *map*](https://evil.example/x.png)", "see <a href=\"https://evil.example/x.png\">a <em>map</em></a>"));
	assert_true(gives("![a](//evil.example/x.png)\n\n- ![b](//b.example)", "<a href=\"https://evil.example/x.png\">a</a>"));
	assert_false(gives("![a](//evil.example/x.png)\n\n- ![b](//b.example)", "<img"));
	assert_true(gives("[![a](//evil.example/x.png) more](https://example.org/)", "<a href=\"https://example.org/\">a more</a>"));
	assert_true(gives("[x](//example.org/)", "href=\"https://example.org/\""));
	assert_true(gives("![ours](/assets/map.svg)", "<img src=\"/assets/map.svg\""));
}

static void
headings_leave_the_first_level_to_the_page_and_have_ids(void **state)
{
	(void)state;
	assert_true(gives("# One\n\n## Two\n", "<h2><span id=\"part-1\"></span>One</h2>"));
	assert_true(gives("# One\n\n## Two\n", "<h3><span id=\"part-2\"></span>Two</h3>"));
	assert_true(gives("## Two\n", "<h2><span id=\"part-1\"></span>Two</h2>"));
	assert_true(gives("# One\n\n###### Six\n", "<h6>"));
	assert_false(gives("# One\n", "<h1"));
}

static void
broken_utf_8_is_replaced(void **state)
{
	(void)state;
	assert_true(gives("a \xff b", "a \xef\xbf\xbd b"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_lists_and_links_become_markup),
		cmocka_unit_test(raw_html_and_unsafe_links_are_left_out),
		cmocka_unit_test(pictures_of_other_servers_are_links_and_load_nothing), cmocka_unit_test(headings_leave_the_first_level_to_the_page_and_have_ids),
		cmocka_unit_test(broken_utf_8_is_replaced),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
