/* A mail's bytes: exact, the same each time, and with the headers that we mean and no others. Bodies and words: test_mime_words.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/mime.h"
#include "formats/testing_payloads.h"
#include "formats/text.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena_open(64 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static struct mime_mail
plain_mail(void)
{
	return (struct mime_mail){ .from = { S("Mentors"), S("mentord@community.example") }, .to = { S("Dana"), S("dana@elsewhere.example") },
		.subject = S("Your turn"), .at = { INT64_C(1795880124) * US_PER_SECOND }, .id = S("0x7k2mq4c9v1b@community.example"), .text = S("Hello\n") };
}

static struct str
printed(const struct mime_mail *m)
{
	struct str out = S("");

	assert_int_equal(OK, mime_print(arena, m, &out));
	return out;
}

static void
a_mail_is_printed_exactly(void **state)
{
	static const struct str earlier[] = { S_STATIC("first@community.example"), S_STATIC("second@community.example") };
	struct mime_mail m = plain_mail();

	(void)state;
	m.html = S("<p>Hello</p>\n");
	m.in_reply_to = earlier[1];
	m.references = (struct str_list){ (struct str *)(uintptr_t)earlier, 2 };
	m.unsubscribe_url = S("https://community.example/a/token");
	m.is_bulk = true;
	m.reply_to = (struct mime_mailbox){ S(""), S("ana@community.example") };
	assert_string_equal(
	    "Date: Sat, 28 Nov 2026 15:35:24 +0000\r\n"
	    "From: \"Mentors\" <mentord@community.example>\r\n"
	    "To: \"Dana\" <dana@elsewhere.example>\r\n"
	    "Reply-To: <ana@community.example>\r\n"
	    "Subject: Your turn\r\n"
	    "Message-ID: <0x7k2mq4c9v1b@community.example>\r\n"
	    "In-Reply-To: <second@community.example>\r\n"
	    "References: <first@community.example>\r\n"
	    " <second@community.example>\r\n"
	    "List-Unsubscribe:\r\n"
	    " <https://community.example/a/token>\r\n"
	    "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
	    "Auto-Submitted: auto-generated\r\n"
	    "Precedence: bulk\r\n"
	    "MIME-Version: 1.0\r\n"
	    "Content-Type: multipart/alternative;\r\n"
	    " boundary=\"=_a_0x7k2mq4c9v1b\"\r\n"
	    "\r\n"
	    "--=_a_0x7k2mq4c9v1b\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n"
	    "\r\n"
	    "Hello\r\n"
	    "\r\n"
	    "--=_a_0x7k2mq4c9v1b\r\n"
	    "Content-Type: text/html; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n"
	    "\r\n"
	    "<p>Hello</p>\r\n"
	    "\r\n"
	    "--=_a_0x7k2mq4c9v1b--\r\n", str_c(arena, printed(&m)));
	assert_true(str_equal(printed(&m), printed(&m)));
}

static void
a_calendar_stands_beside_the_letter(void **state)
{
	struct mime_mail m = plain_mail();
	const char *text;

	(void)state;
	m.html = S("<p>Hello</p>");
	m.calendar = S("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
	m.calendar_method = S("REQUEST");
	text = str_c(arena, printed(&m));
	assert_non_null(strstr(text, "Content-Type: multipart/mixed;\r\n boundary=\"=_m_0x7k2mq4c9v1b\"\r\n\r\n--=_m_0x7k2mq4c9v1b\r\n"
	    "Content-Type: multipart/alternative;\r\n boundary=\"=_a_0x7k2mq4c9v1b\"\r\n\r\n--=_a_0x7k2mq4c9v1b\r\n"));
	assert_non_null(strstr(text, "--=_a_0x7k2mq4c9v1b--\r\n\r\n--=_m_0x7k2mq4c9v1b\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST;\r\n"
	    " name=\"invite.ics\"\r\nContent-Disposition: attachment; filename=\"invite.ics\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
	    "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n\r\n--=_m_0x7k2mq4c9v1b--\r\n"));
	m.calendar_method = S("REQUEST\r\nBcc: x");
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &(struct str){ 0 }));
	m.calendar_method = S("");
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &(struct str){ 0 }));
}

static void
a_name_is_quoted_or_encoded(void **state)
{
	static const char *const names[][2] = {
		{ "", "To: <dana@elsewhere.example>\r\n" }, { "Dana, of (the) <Team>; x:", "To: \"Dana, of (the) <Team>; x:\" <dana@elsewhere.example>\r\n" },
		{ "Dana \"D\" O", "To: =?utf-8?q?Dana_=22D=22_O?= <dana@elsewhere.example>\r\n" }, { "a\\", "To: =?utf-8?q?a=5C?= <dana@elsewhere.example>\r\n" },
		{ "\xe5\xb1\xb1\xe7\x94\xb0", "To: =?utf-8?b?5bGx55Sw?= <dana@elsewhere.example>\r\n" },
		{ "Dana of a very long name that leaves no room for more", "To: \"Dana of a very long name that leaves no room for more\"\r\n <dana@elsewhere.example>\r\n" },
	};
	struct mime_mail m = plain_mail();

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		m.to.name = str_from(names[i][0]);
		assert_true(str_has(printed(&m), str_from(names[i][1])));
	}
}

static void
one_click_is_offered_with_https_alone(void **state)
{
	struct mime_mail m = plain_mail();

	(void)state;
	assert_false(str_has(printed(&m), S("List-Unsubscribe")));
	assert_false(str_has(printed(&m), S("Precedence")));
	m.unsubscribe_url = S("http://127.0.0.1:8080/a/token");
	assert_true(str_has(printed(&m), S("List-Unsubscribe:\r\n <http://127.0.0.1:8080/a/token>\r\n")));
	assert_false(str_has(printed(&m), S("List-Unsubscribe-Post")));
}

/* The fields of a mail that people can put words into, or that are made from what is kept. */
enum field { FROM_NAME, FROM_ADDRESS, TO_NAME, TO_ADDRESS, REPLY_NAME, REPLY_ADDRESS, SUBJECT, ID, ANSWERS, REFERENCE, URL, METHOD, FIELDS };

static void
put(struct mime_mail *m, enum field field, struct str *text)
{
	struct str *places[FIELDS] = { &m->from.name, &m->from.address, &m->to.name, &m->to.address, &m->reply_to.name, &m->reply_to.address, &m->subject,
		&m->id, &m->in_reply_to, text, &m->unsubscribe_url, &m->calendar_method };

	*places[field] = *text;
	if (field == REFERENCE)
		m->references = (struct str_list){ text, 1 };
}

static struct mime_mail
full_mail(void)
{
	struct mime_mail m = plain_mail();

	m.reply_to = m.from;
	m.in_reply_to = m.id;
	m.unsubscribe_url = S("https://community.example/a/token");
	m.calendar = S("BEGIN:VCALENDAR\nEND:VCALENDAR\n");
	m.calendar_method = S("REQUEST");
	m.html = S("<p>Hello</p>");
	return m;
}

/* Names of the headers of the mail, one after the other; each line is judged. */
static struct str
header_names(struct str mail)
{
	struct buf names = buf_new(arena, 4096);
	struct str line;

	while (str_next(&mail, '\n', &line) && line.length > 1) {
		assert_int_equal('\r', line.at[line.length - 1]);
		if (!str_starts(line, S(" <http")))
			assert_in_range(line.length - 1, 1, MIME_LINE_MAX);
		for (size_t i = 0; i + 1 < line.length; i++)
			assert_in_range(line.at[i], ' ', '~');
		if (line.at[0] == ' ')
			continue;
		assert_true(str_find(line, ':') < line.length);
		buf_add(&names, str_head(line, str_find(line, ':') + 1));
	}
	return buf_str(&names);
}

static bool
is_free_text(enum field field)
{
	return field == FROM_NAME || field == TO_NAME || field == REPLY_NAME || field == SUBJECT;
}

static void
try_payload(enum field field, struct str text)
{
	struct mime_mail m = full_mail();
	struct str wanted, out;
	enum outcome said;

	put(&m, REFERENCE, &(struct str){ "first@community.example", 23 });
	wanted = header_names(printed(&m));
	put(&m, field, &text);
	said = mime_print(arena, &m, &out);
	if (is_free_text(field))
		assert_int_equal(text_is_utf8(text) && !text_has_controls(text, false) ? OK : BAD_INPUT, said);
	if (said == OK)
		assert_string_equal(str_c(arena, wanted), str_c(arena, header_names(out)));
	else
		assert_int_equal(BAD_INPUT, said);
}

static void
no_text_makes_a_header_of_its_own(void **state)
{
	(void)state;
	for (int field = 0; field < FIELDS; field++) {
		for (size_t i = 0; i < ARRAY_LENGTH(payloads); i++)
			try_payload((enum field)field, str_from(payloads[i]));
		for (size_t i = 0; i < ARRAY_LENGTH(controls); i++) {
			struct mime_mail m = full_mail();
			struct str text = str_from(controls[i]), out;

			put(&m, (enum field)field, &text);
			assert_int_equal(BAD_INPUT, mime_print(arena, &m, &out));
		}
		try_payload((enum field)field, S("nul\0here"));
	}
	assert_true(ARRAY_LENGTH(payloads) >= 50);
}

static struct str
repeated(char c, size_t count, const char *tail)
{
	char *at = arena_take(arena, count + strlen(tail) + 1);

	memset(at, c, count);
	memcpy(at + count, tail, strlen(tail));
	return (struct str){ at, count + strlen(tail) };
}

/* A domain of `length` bytes. */
static struct str
domain_of(size_t length)
{
	char *at = arena_take(arena, length + 1);

	for (size_t i = 0; i < length; i++)
		at[i] = i % 50 == 49 && i + 1 < length ? '.' : 'd';
	return (struct str){ at, length };
}

static void
addresses_have_one_spelling_and_limits(void **state)
{
	static const char *const good[] = { "a@b", "dana.o'neil+tag@sub.elsewhere.example", "a_b-c=d@1.example", "x@xn--bcher-kva.example" };
	static const char *const bad[] = { "", "@", "a@", "@b", "a@b@c", "a b@c.d", "a@b c", "<a@b>", "a@b>", "\"a b\"@c.d", "a(x)@b.c", "a@b.c,d@e.f", "a;b@c.d",
		"a:b@c.d", "a\\b@c.d", "a@[127.0.0.1]", ".a@b.c", "a.@b.c", "a..b@c.d", "a@.b", "a@b.", "a@b..c", "a@-b.c", "a@b-.c", "a@b_c.d", "d\xc3\xa4na@b.c",
		"a@d\xc3\xa4na.c", "a@b.c\r\n", "a@b.c\n", "\ta@b.c", "a@b.c?subject=x", "a@b.c%0a" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(good); i++)
		assert_true(mime_is_address(str_from(good[i])));
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_false(mime_is_address(str_from(bad[i])));
	assert_true(mime_is_address(repeated('a', 64, "@b.example")));
	assert_false(mime_is_address(repeated('a', 65, "@b.example")));
	assert_true(mime_is_address(str_join(arena, 2, (struct str[]){ S("a@b."), repeated('c', 63, "") })));
	assert_false(mime_is_address(str_join(arena, 2, (struct str[]){ S("a@b."), repeated('c', 64, "") })));
	assert_true(mime_is_address(str_join(arena, 2, (struct str[]){ S("a@"), domain_of(MIME_ADDRESS_MAX - 2) })));
	assert_false(mime_is_address(str_join(arena, 2, (struct str[]){ S("a@"), domain_of(MIME_ADDRESS_MAX - 1) })));
}

static void
assert_limit(enum field field, struct str most)
{
	struct mime_mail m = full_mail();
	struct str out, more = str_join(arena, 2, (struct str[]){ most, S("x") });

	put(&m, field, &most);
	assert_int_equal(OK, mime_print(arena, &m, &out));
	put(&m, field, &more);
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &out));
}

static void
fields_have_limits(void **state)
{
	struct str ids[MIME_REFERENCES_MAX + 1], out;
	struct mime_mail m = plain_mail();

	(void)state;
	assert_limit(SUBJECT, repeated('s', MIME_TEXT_MAX, ""));
	assert_limit(FROM_NAME, repeated('s', MIME_TEXT_MAX, ""));
	assert_limit(TO_NAME, repeated('s', MIME_TEXT_MAX, ""));
	assert_limit(ID, repeated('i', MIME_ID_MAX - 2, "@b"));
	assert_limit(ANSWERS, repeated('i', MIME_ID_MAX - 2, "@b"));
	assert_limit(URL, str_join(arena, 2, (struct str[]){ S("https://"), repeated('u', MIME_URL_MAX - 8, "") }));
	for (size_t i = 0; i < ARRAY_LENGTH(ids); i++)
		ids[i] = S("one@community.example");
	m.references = (struct str_list){ ids, MIME_REFERENCES_MAX };
	assert_int_equal(OK, mime_print(arena, &m, &out));
	m.references.count++;
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &out));
}

static void
what_a_mail_must_have_is_demanded(void **state)
{
	struct mime_mail m = plain_mail();
	struct str out;

	(void)state;
	m.subject = S(" \xc2\xa0 ");
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &out));
	m = plain_mail();
	m.text = S("");
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &out));
	m = plain_mail();
	m.reply_to.name = S("Ana");
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &out));
	m = plain_mail();
	m.text = S("nul\0here");
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &out));
	m.text = S("backwards \xe2\x80\xae here");
	assert_int_equal(BAD_INPUT, mime_print(arena, &m, &out));
}

static void
a_mail_of_102_KiB_is_the_largest(void **state)
{
	struct mime_mail m = plain_mail();
	struct arena *own;
	struct str out;
	size_t rest;

	(void)state;
	/* As on a visit's arena: a mail of any size fits into one. */
	arena_open(ARENA_VISIT, &own);
	rest = MIME_MESSAGE_MAX - (printed(&m).length - m.text.length - 1);    /* what the encoded text may have */
	m.text = repeated('\n', rest / 2 - 1, rest % 2 == 0 ? "\n" : "x\n");
	assert_int_equal(OK, mime_print(own, &m, &out));
	assert_int_equal(MIME_MESSAGE_MAX, out.length);
	m.text = repeated('\n', rest / 2 - 1, rest % 2 == 0 ? "x\n" : "xy\n");
	assert_int_equal(TOO_LARGE, mime_print(own, &m, &out));
	m.text = repeated('x', MIME_MESSAGE_MAX + 1, "");
	assert_int_equal(TOO_LARGE, mime_print(own, &m, &out));
	arena_close(&own);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mail_is_printed_exactly),
		cmocka_unit_test(a_calendar_stands_beside_the_letter),
		cmocka_unit_test(a_name_is_quoted_or_encoded),
		cmocka_unit_test(one_click_is_offered_with_https_alone),
		cmocka_unit_test(no_text_makes_a_header_of_its_own),
		cmocka_unit_test(addresses_have_one_spelling_and_limits),
		cmocka_unit_test(fields_have_limits),
		cmocka_unit_test(what_a_mail_must_have_is_demanded),
		cmocka_unit_test(a_mail_of_102_KiB_is_the_largest),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
