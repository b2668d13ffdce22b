/* Slack's signature: the example of its documents, both directions of the clock, and every spelling that is not ours. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/check.h"
#include "outside/slack/message_signature.h"
#include "secrets/secrets.h"

/* The worked example of Slack's page "Verifying requests from Slack". */
#define SECRET S("8f742231b10e8888abcd99yyyzzz85a5")
#define TIMESTAMP S("1531420618")
#define SIGNATURE S("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")
#define BODY S("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&" \
	"user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&" \
	"response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&" \
	"trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
enum { THEN = 1531420618 };

static struct moment
at(int64_t seconds)
{
	return (struct moment){ seconds * US_PER_SECOND };
}

static enum slack_signed
judge(struct str timestamp, struct str signature, struct str secrets, int64_t now)
{
	struct pair both[] = { { S("x-slack-request-timestamp"), timestamp }, { S("x-slack-signature"), signature } };
	struct pairs headers = { both, 2 };

	return slack_signature_judge(&(struct slack_signed_parts){ &headers, BODY }, secrets, at(now));
}

static int
start(void **state)
{
	(void)state;
	secrets_start();
	return 0;
}

static void
slacks_own_example_is_fine(void **state)
{
	(void)state;
	assert_int_equal(SLACK_SIGNED_FINE, judge(TIMESTAMP, SIGNATURE, SECRET, THEN));
	assert_int_equal(SLACK_SIGNED_FINE, judge(TIMESTAMP, SIGNATURE, S("new,8f742231b10e8888abcd99yyyzzz85a5"), THEN));
	assert_int_equal(SLACK_SIGNED_WRONG, judge(TIMESTAMP, SIGNATURE, S("another"), THEN));
	assert_int_equal(SLACK_SIGNED_WRONG, judge(S("1531420619"), SIGNATURE, SECRET, THEN));
}

static void
three_hundred_seconds_pass_in_both_directions_and_one_more_does_not(void **state)
{
	(void)state;
	assert_int_equal(SLACK_SIGNED_FINE, judge(TIMESTAMP, SIGNATURE, SECRET, THEN + 300));
	assert_int_equal(SLACK_SIGNED_CLOCK, judge(TIMESTAMP, SIGNATURE, SECRET, THEN + 301));
	assert_int_equal(SLACK_SIGNED_FINE, judge(TIMESTAMP, SIGNATURE, SECRET, THEN - 300));
	assert_int_equal(SLACK_SIGNED_CLOCK, judge(TIMESTAMP, SIGNATURE, SECRET, THEN - 301));
	assert_int_equal(SLACK_SIGNED_CLOCK, judge(S("9223372036854775807"), SIGNATURE, SECRET, THEN));
	assert_int_equal(SLACK_SIGNED_CLOCK, judge(S("0"), SIGNATURE, SECRET, THEN));
}

/* Defect 15 of the previous bot. */
static void
defect_15_an_empty_secret_refuses_everything(void **state)
{
	(void)state;
	assert_int_equal(SLACK_SIGNED_NO_SECRET, judge(TIMESTAMP, SIGNATURE, S(""), THEN));
	assert_int_equal(SLACK_SIGNED_NO_SECRET, judge(TIMESTAMP, SIGNATURE, S("8f742231b10e8888abcd99yyyzzz85a5,"), THEN));
}

static void
a_timestamp_is_digits_and_nothing_else(void **state)
{
	static const char *const bad[] = { "", "-1531420618", "+1531420618", " 1531420618", "1531420618 ", "1531420618.0", "0x5b479a4a",
		"99999999999999999999" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_int_equal(SLACK_SIGNED_TIMESTAMP, judge(str_from(bad[i]), SIGNATURE, SECRET, THEN));
}

static void
a_signature_has_one_spelling(void **state)
{
	static const char *const bad[] = { "", "v0=", "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
		"v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
		"V0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
		"v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503",
		"v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50",
		"v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5033",
		"v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50g" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_int_equal(SLACK_SIGNED_SPELLING, judge(TIMESTAMP, str_from(bad[i]), SECRET, THEN));
}

static void
each_header_comes_exactly_once(void **state)
{
	struct pair three[] = { { S("x-slack-request-timestamp"), TIMESTAMP }, { S("x-slack-signature"), SIGNATURE },
		{ S("x-slack-signature"), SIGNATURE } };
	struct pair again[] = { { S("x-slack-request-timestamp"), TIMESTAMP }, { S("x-slack-request-timestamp"), TIMESTAMP },
		{ S("x-slack-signature"), SIGNATURE } };
	struct pairs sent[] = { { NULL, 0 }, { three, 1 }, { three + 1, 1 }, { three, 3 }, { again, 3 } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(sent); i++)
		assert_int_equal(SLACK_SIGNED_HEADERS,
		    slack_signature_judge(&(struct slack_signed_parts){ &sent[i], BODY }, SECRET, at(THEN)));
}

static void
a_changed_byte_of_the_body_is_noticed(void **state)
{
	struct pair both[] = { { S("x-slack-request-timestamp"), TIMESTAMP }, { S("x-slack-signature"), SIGNATURE } };
	struct pairs headers = { both, 2 };

	(void)state;
	assert_int_equal(SLACK_SIGNED_WRONG,
	    slack_signature_judge(&(struct slack_signed_parts){ &headers, str_skip(BODY, 1) }, SECRET, at(THEN)));
	assert_int_equal(SLACK_SIGNED_WRONG,
	    slack_signature_judge(&(struct slack_signed_parts){ &headers, { NULL, 0 } }, SECRET, at(THEN)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slacks_own_example_is_fine),
		cmocka_unit_test(three_hundred_seconds_pass_in_both_directions_and_one_more_does_not),
		cmocka_unit_test(defect_15_an_empty_secret_refuses_everything),
		cmocka_unit_test(a_timestamp_is_digits_and_nothing_else),
		cmocka_unit_test(a_signature_has_one_spelling),
		cmocka_unit_test(each_header_comes_exactly_once),
		cmocka_unit_test(a_changed_byte_of_the_body_is_noticed),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
