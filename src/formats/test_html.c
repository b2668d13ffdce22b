/* Escapers: what a reader typed never becomes markup or a way out of a link. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <ctype.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/html.h"

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

#define assert_str(wanted, given) \
	do { \
		struct str is = (given); \
		assert_int_equal(sizeof(wanted) - 1, is.length); \
		assert_memory_equal(wanted, is.at == NULL ? "" : is.at, is.length); \
	} while (0)

static struct str
escaped(struct str s)
{
	struct buf b = buf_new(arena, 1 << 16);

	html_text(&b, s);
	return buf_str(&b);
}

static struct str
link_of(struct str url)
{
	struct buf b = buf_new(arena, 1 << 16);

	html_url(&b, url);
	return buf_str(&b);
}

static void
the_five_bytes_of_markup_become_references(void **state)
{
	(void)state;
	assert_str("&lt;b title=&quot;a&quot;&gt;&amp;&#39;", escaped(S("<b title=\"a\">&'")));
	assert_str("plain, naïve 你好", escaped(S("plain, naïve 你好")));
	assert_str("", escaped(S("")));
	assert_str("&lt;&lt;x", escaped(S("<<x")));
}

static void
every_byte_but_five_is_kept_as_it_is(void **state)
{
	(void)state;
	for (int i = 0; i < 256; i++) {
		char c = (char)i;
		struct str out = escaped((struct str){ &c, 1 });

		if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'')
			assert_true(out.length > 1 && out.at[0] == '&' && out.at[out.length - 1] == ';');
		else
			assert_true(out.length == 1 && out.at[0] == c);
	}
}

static void
links_lead_to_own_paths_web_pages_and_mail_alone(void **state)
{
	static const char *const good[] = { "/", "/p/x?a=b", "#r-1", "?after=2", "https://a.example/", "http://a.example/", "HTTPS://a.example",
		"mailto:a@b.example", "otpauth://totp/a:b?secret=C" };
	static const char *const bad[] = { "", "//evil.example", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
		"/\\evil.example", "\\/evil.example", " javascript:alert(1)", "java\nscript:alert(1)", "\tjavascript:x", "vbscript:x", "p/x",
		"/\t/evil.example", "https:evil", "mailto:" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(good); i++) {
		struct str out = link_of(str_from(good[i]));

		assert_true(str_equal(out, str_from(good[i])));
	}
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		struct str out = link_of(str_from(bad[i]));

		assert_true(str_equal(out, S("#")));
	}
	assert_str("/?a=1&amp;b=&quot;", link_of(S("/?a=1&b=\"")));
}

/* Eight bytes are looked at together: what is odd must be seen at each place among them, beside neighbours that look nearly so. */
static void
an_odd_byte_in_a_link_is_found_wherever_it_stands(void **state)
{
	(void)state;
	for (size_t place = 1; place < 20; place++) {
		arena_reset(arena);
		for (int byte = 0; byte < 256; byte++) {
			char url[21] = "/!!!!!]]]]]~~~~~\x80\xff\x80!";
			bool is_odd = byte <= ' ' || byte == '\\' || byte == 0x7F;
			struct str out;

			url[place] = (char)byte;
			out = link_of((struct str){ url, 20 });
			assert_int_equal(is_odd || (place == 1 && byte == '/'), str_equal(out, S("#")));
		}
	}
}

static void
each_byte_of_a_component_is_kept_or_becomes_its_number(void **state)
{
	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		bool is_kept = byte < 0x80 && (isalnum(byte) || (byte != 0 && strchr("-._~", byte) != NULL));
		struct buf b = buf_new(arena, 16), wanted = buf_new(arena, 16);

		url_component(&b, (struct str){ (char[]){ (char)byte }, 1 });
		buf_format(&wanted, is_kept ? "%c" : "%%%02X", byte);
		assert_true(str_equal(buf_str(&wanted), buf_str(&b)));
	}
}

static void
a_component_of_a_url_cannot_leave_it(void **state)
{
	struct buf b = buf_new(arena, 1 << 16);

	(void)state;
	url_component(&b, S("a/b?c=d&e#f%\"'<> é~-._9"));
	assert_str("a%2Fb%3Fc%3Dd%26e%23f%25%22%27%3C%3E%20%C3%A9~-._9", buf_str(&b));
}

static void
html_put_chooses_by_type(void **state)
{
	struct buf b = buf_new(arena, 1 << 16);
	size_t size = 3;

	(void)state;
	html_put(&b, S("<"));
	html_put(&b, -1);
	html_put(&b, INT64_MIN);
	html_put(&b, size);
	html_put(&b, ((struct html){ S("<br>") }));
	url_put(&b, S("/"));
	url_put(&b, 7);
	assert_str("&lt;-1-92233720368547758083<br>%2F7", buf_str(&b));
}

static void
html_is_tells_empty_from_something(void **state)
{
	const char *pointer = NULL;

	(void)state;
	assert_false(html_is(S("")));
	assert_true(html_is(S("0")));
	assert_false(html_is(0));
	assert_true(html_is(INT64_C(-1)));
	assert_false(html_is(((struct moment){ 0 })));
	assert_true(html_is(((struct moment){ 1 })));
	assert_false(html_is(pointer));
	assert_true(html_is(&pointer));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_five_bytes_of_markup_become_references),
		cmocka_unit_test(every_byte_but_five_is_kept_as_it_is),
		cmocka_unit_test(links_lead_to_own_paths_web_pages_and_mail_alone),
		cmocka_unit_test(an_odd_byte_in_a_link_is_found_wherever_it_stands),
		cmocka_unit_test(each_byte_of_a_component_is_kept_or_becomes_its_number),
		cmocka_unit_test(a_component_of_a_url_cannot_leave_it),
		cmocka_unit_test(html_put_chooses_by_type),
		cmocka_unit_test(html_is_tells_empty_from_something),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
