/* What compiled pages call. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "forms/page.h"

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

static struct page
new_page(struct buf *out)
{
	*out = buf_new(arena, 1 << 16);
	return (struct page){ .arena = arena, .out = out, .now = { INT64_C(1795352400000000) }, .form_token = S_STATIC("T\"T"),
		.form_key = S_STATIC("K") };    /* 2026-11-22T13:00Z */
}

static const struct moment in_two_days = { INT64_C(1795525200000000) };

static void
a_sentence_escapes_what_people_typed(void **state)
{
	struct buf out;
	struct page page = new_page(&out);

	(void)state;
	page_say(&page, "Claimed by {name}, {n} times & more {unknown}", 2,
	    (struct page_pair[]){ page_pair("name", S("<Ana> {n}")), page_pair("n", 3) });
	assert_str("Claimed by &lt;Ana&gt; {n}, 3 times &amp; more {unknown}", buf_str(&out));
}

static void
a_name_is_set_apart_where_markup_may_stand(void **state)
{
	static const char *const sentence = "Write to {name}, in {n} days.";
	struct buf out;
	struct page page = new_page(&out);
	struct page_pair pairs[] = { page_pair_name("name", S("\u0645\u0631\u064a\u0645 & Co")), page_pair_name("n", 3) };

	(void)state;
	page_say(&page, sentence, 2, pairs);
	assert_str("Write to <bdi>\u0645\u0631\u064a\u0645 &amp; Co</bdi>, in 3 days.", buf_str(&out));
	assert_str("Write to <bdi>\u0645\u0631\u064a\u0645 &amp; Co</bdi>, in 3 days.", page_sentence(&page, sentence, 2, pairs).markup);
	assert_str("Write to \u0645\u0631\u064a\u0645 & Co, in 3 days.", page_words(&page, sentence, 2, pairs));
}

static void
a_link_stands_inside_its_sentence(void **state)
{
	struct buf out;
	struct page page = new_page(&out);

	(void)state;
	page_say(&page, "Read the <conduct>code of {what}</conduct> <b>first</b>.", 2,
	    (struct page_pair[]){ page_pair_link("conduct", S("/p/x?a&b")), page_pair("what", S("conduct")) });
	assert_str("Read the <a href=\"/p/x?a&amp;b\">code of conduct</a> &lt;b&gt;first&lt;/b&gt;.", buf_str(&out));
}

static void
a_link_to_a_foreign_script_leads_nowhere(void **state)
{
	struct buf out;
	struct page page = new_page(&out);

	(void)state;
	page_say(&page, "<a>x</a>", 1, (struct page_pair[]){ page_pair_link("a", S("javascript:alert(1)")) });
	assert_str("<a href=\"#\">x</a>", buf_str(&out));
}

static void
a_count_chooses_its_form(void **state)
{
	struct buf out;
	struct page page = new_page(&out);

	(void)state;
	for (int64_t n = 0; n < 3; n++)
		page_say_many(&page, page_plural(n, "one request; ", "{n} requests; "), 1, (struct page_pair[]){ page_pair("n", n) });
	assert_str("0 requests; one request; 2 requests; ", buf_str(&out));
}

static void
words_are_plain_text_for_somebody_else_to_escape(void **state)
{
	struct buf out;
	struct page page = new_page(&out);

	(void)state;
	assert_str("Request of <Ana>", page_words(&page, "Request of {name}", 1, (struct page_pair[]){ page_pair("name", S("<Ana>")) }));
	assert_str("", buf_str(&out));
}

static void
a_time_is_absolute_relative_and_machine_readable(void **state)
{
	struct buf out;
	struct page page = new_page(&out);

	(void)state;
	assert_str("<time datetime=\"2026-11-24T13:00:00Z\">Tue 24 Nov, 13:00 UTC (in 2 days)</time>", page_when(&page, in_two_days).markup);
	assert_str("", page_when(&page, (struct moment){ 0 }).markup);
	assert_str("in 2 days", page_ago(&page, in_two_days));
	assert_str("", page_ago(&page, (struct moment){ 0 }));
	assert_str("Tue 24 Nov", page_day(&page, in_two_days));
	assert_str("1 minute", page_minutes(&page, 1));
	assert_str("10 d", page_lasting(&page, 10 * 86400 + 5));
}

static void
a_form_has_its_token_and_a_key_of_its_own(void **state)
{
	struct buf out;
	struct page page = new_page(&out);

	(void)state;
	page_form_start(&page, S("/p/a&b"));
	page_form_swap(&page, S("/p/a&b"));
	page_form_hidden(&page);
	page_form_hidden(&page);
	assert_str("<form method=\"post\" action=\"/p/a&amp;b\" novalidate hx-post=\"/p/a&amp;b\""
	    "<input type=\"hidden\" name=\"csrf\" value=\"T&quot;T\"><input type=\"hidden\" name=\"key\" value=\"K-1\">"
	    "<input type=\"hidden\" name=\"csrf\" value=\"T&quot;T\"><input type=\"hidden\" name=\"key\" value=\"K-2\">", buf_str(&out));
}

static void
icons_are_left_out_when_there_is_no_sprite(void **state)
{
	struct buf out;
	struct page page = new_page(&out);

	(void)state;
	assert_str("", page_icon(&page, "hand").markup);
	page.sprite = S("/static/icons.svg");
	assert_str("<svg class=\"i\" aria-hidden=\"true\"><use href=\"/static/icons.svg#hand\"/></svg>", page_icon(&page, "hand").markup);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_escapes_what_people_typed),
		cmocka_unit_test(a_name_is_set_apart_where_markup_may_stand),
		cmocka_unit_test(a_link_stands_inside_its_sentence),
		cmocka_unit_test(a_link_to_a_foreign_script_leads_nowhere),
		cmocka_unit_test(a_count_chooses_its_form),
		cmocka_unit_test(words_are_plain_text_for_somebody_else_to_escape),
		cmocka_unit_test(a_time_is_absolute_relative_and_machine_readable),
		cmocka_unit_test(a_form_has_its_token_and_a_key_of_its_own),
		cmocka_unit_test(icons_are_left_out_when_there_is_no_sprite),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
