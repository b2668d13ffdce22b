/* What the unit tests of Slack share: an arena, and surfaces that the judge must like or dislike. */
#ifndef OUTSIDE_SLACK_TESTING_SLACK_H
#define OUTSIDE_SLACK_TESTING_SLACK_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "outside/slack/message_check.h"
#include "secrets/secrets.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	secrets_start();
	arena_open(64 << 20, &arena);
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
		struct str assert_is = (given), assert_want = (wanted); \
		if (!str_equal(assert_is, assert_want)) \
			fail_msg("is \"%.*s\", not \"%.*s\"", STR_FORMAT(assert_is), STR_FORMAT(assert_want)); \
	} while (0)
#define assert_has(words, given) \
	do { \
		struct str assert_is = (given); \
		if (!str_has(assert_is, (words))) \
			fail_msg("lacks \"%.*s\": %.*s", STR_FORMAT(words), STR_FORMAT(assert_is)); \
	} while (0)
#define assert_lacks(words, given) \
	do { \
		struct str assert_is = (given); \
		if (str_has(assert_is, (words))) \
			fail_msg("has \"%.*s\": %.*s", STR_FORMAT(words), STR_FORMAT(assert_is)); \
	} while (0)

/* The judge finds nothing to complain about. */
#define assert_fine(json) \
	do { \
		struct str assert_why, assert_json = (json); \
		if (slack_surface_check(arena, assert_json, &assert_why) != OK) \
			fail_msg("%.*s in %.*s", STR_FORMAT(assert_why), STR_FORMAT(assert_json)); \
	} while (0)
/* It does, and says these words. */
#define assert_bad(words, json) \
	do { \
		struct str assert_why, assert_json = (json); \
		if (slack_surface_check(arena, assert_json, &assert_why) == OK) \
			fail_msg("passes: %.*s", STR_FORMAT(assert_json)); \
		assert_has(words, assert_why); \
	} while (0)

/* The same characters count times. */
static inline struct str
many(const char *what, size_t count)
{
	struct str one = str_from(what);
	char *at = arena_take(arena, one.length * count + 1);

	for (size_t i = 0; i < count; i++)
		memcpy(at + i * one.length, one.at, one.length);
	return (struct str){ at, one.length * count };
}

/* What somebody may write to break out, to ping everybody, or to be very long. */
#define HOSTILE_COUNT 14
static inline struct str
hostile(size_t i)
{
	static const char *const texts[HOSTILE_COUNT] = { "<!channel> <!here> <!everyone>", "<@U1> <@U0MENTOR> <!subteam^S1|all>",
		"<https://evil.example|your bank>", "&amp; &lt;!channel&gt; &", "\"},{\"type\":\"divider\"},{\"x\":\"", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xaegnol\xe2\x80\xac",
		"*bold* _it_ ~no~ `code` :tada: @channel #general", "a\nb\tc\x01\x7f", "\xff\xfe\xc3", "{number} {title} {mentor}", "|>|<|", "", "", "" };

	switch (i) {
	case HOSTILE_COUNT - 3:
		return many("\xf0\x9f\x8e\x89", 3000);    /* an emoji of two units */
	case HOSTILE_COUNT - 2:
		return many("\xe4\xbd\xa0&", 3000);
	case HOSTILE_COUNT - 1:
		return many("e\xcc\x81", 3000);              /* a letter and a mark on it */
	default:
		return str_from(texts[i]);
	}
}

#endif
