/* Events of calendars as bytes. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/ics.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

/* 2026-11-24, 13:00 to 13:30. */
static struct ics_event
event(void)
{
	struct moment from = { INT64_C(1795525200000000) };

	return (struct ics_event){ .uid = S("r-0abc@mentors.example"), .turn = 7, .at = moment_plus(from, -US_PER_DAY), .from = from,
		.to = moment_plus(from, 30 * US_PER_MINUTE), .summary = S("OC-7: My first API, with Bo"), .description = S(""), .url = S("https://mentors.example/x") };
}

static void
an_event_reads_so(void **state)
{
	struct ics_event e = event();
	struct str out, want = S("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mentord//sessions//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n"
	    "UID:r-0abc@mentors.example\r\nSEQUENCE:7\r\nDTSTAMP:20261123T130000Z\r\nDTSTART:20261124T130000Z\r\nDTEND:20261124T133000Z\r\n"
	    "SUMMARY:OC-7: My first API\\, with Bo\r\nURL:https://mentors.example/x\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

	(void)state;
	assert_int_equal(OK, ics_print(arena, &e, &out));
	assert_int_equal(want.length, out.length);
	assert_memory_equal(want.at, out.at, want.length);
	e.is_off = true;
	assert_int_equal(OK, ics_print(arena, &e, &out));
	assert_true(str_has(out, S("METHOD:CANCEL\r\n")));
	assert_true(str_has(out, S("STATUS:CANCELLED\r\n")));
}

static void
signs_of_a_calendar_in_a_text_are_escaped_and_no_line_begins_in_it(void **state)
{
	struct ics_event e = event();
	struct str out;

	(void)state;
	e.summary = S("a;b,c\\d:e");
	e.description = S("one\nBEGIN:VALARM\nthree");
	assert_int_equal(OK, ics_print(arena, &e, &out));
	assert_true(str_has(out, S("SUMMARY:a\\;b\\,c\\\\d:e\r\n")));
	assert_true(str_has(out, S("DESCRIPTION:one\\nBEGIN:VALARM\\nthree\r\n")));
	assert_false(str_has(out, S("\nBEGIN:VALARM")));
}

static void
long_lines_are_folded_between_characters(void **state)
{
	struct ics_event e = event();
	char many[ICS_TEXT_MAX];
	struct str out, rest, line;

	(void)state;
	for (size_t i = 0; i + 3 <= sizeof(many); i += 3)
		memcpy(many + i, "\xe5\xb1\xb1", 3);
	e.summary = (struct str){ many, sizeof(many) / 3 * 3 };
	assert_int_equal(OK, ics_print(arena, &e, &out));
	for (rest = out; str_next(&rest, '\n', &line);) {
		assert_true(line.length <= ICS_LINE_MAX + 1);    /* its \r */
		assert_true(line.length == 0 || ((unsigned char)line.at[line.at[0] == ' ' ? 1 : 0] & 0xc0) != 0x80);
	}
}

static void
what_cannot_stand_there_is_refused(void **state)
{
	struct ics_event e = event();
	struct str out;

	(void)state;
	e.to = e.from;
	assert_int_equal(BAD_INPUT, ics_print(arena, &e, &out));
	e = event();
	e.summary = S("a\nb");
	assert_int_equal(BAD_INPUT, ics_print(arena, &e, &out));
	e = event();
	e.summary = S("");
	assert_int_equal(BAD_INPUT, ics_print(arena, &e, &out));
	e = event();
	e.uid = S("a b@c");
	assert_int_equal(BAD_INPUT, ics_print(arena, &e, &out));
	e = event();
	e.url = S("javascript:alert(1)");
	assert_int_equal(BAD_INPUT, ics_print(arena, &e, &out));
	e = event();
	e.description = S("a\rb");
	assert_int_equal(BAD_INPUT, ics_print(arena, &e, &out));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_event_reads_so),
		cmocka_unit_test(signs_of_a_calendar_in_a_text_are_escaped_and_no_line_begins_in_it),
		cmocka_unit_test(long_lines_are_folded_between_characters),
		cmocka_unit_test(what_cannot_stand_there_is_refused),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
