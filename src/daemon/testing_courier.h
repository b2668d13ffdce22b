/* For test_courier_slack.c and test_courier_look.c alone: a lane before an exchange that keeps what it was asked. */
#ifndef DAEMON_TESTING_COURIER_H
#define DAEMON_TESTING_COURIER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_slack.h"

static struct arena *arena;
static struct slack_lane lane;
static struct slack_step step;
static struct process process;
static struct exchange_ask last;
static int asked;

static inline enum outcome
hear(void *self, const struct exchange_ask *ask)
{
	(void)self;
	last = (struct exchange_ask){ .url = str_copy(arena, ask->url), .body = str_copy(arena, ask->body), .bearer = str_copy(arena, ask->bearer) };
	asked++;
	return OK;
}

static struct exchange exchange = { .start = hear };

static inline int
start(void **state)
{
	(void)state;
	arena_open(16 << 20, &arena);
	return 0;
}

static inline int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static inline int
fresh(void **state)
{
	(void)state;
	process = (struct process){ .arena = arena, .clock = clock_system, .orders.courier.has_slack = true };
	snprintf(process.orders.courier.slack_api_url, sizeof(process.orders.courier.slack_api_url), "https://slack.example/api/");
	snprintf(process.orders.courier.slack_token, sizeof(process.orders.courier.slack_token), "xoxb-ours");
	slack_lane_open(&lane, &process);
	step = (struct slack_step){ .is_anew = false };
	asked = 0;
	return 0;
}

static inline struct letter_to_send_row
letter(enum letter_act act)
{
	return (struct letter_to_send_row){ .id = { 7 }, .act = act, .channel = LETTER_CHANNEL_SLACK, .address = act == LETTER_ACT_NONE ? S("U0ANA") :
	    act == LETTER_ACT_ANSWER ? S("https://hooks.slack.com/x") : S("C0ROOM"), .target = S("T"), .post_ts = S("1.000100"), .subject = S("Words"),
	    .trouble = S(""), .body = act == LETTER_ACT_NONE ? S("PWords\n") : S("{\"text\":\"Plain words\",\"blocks\":[{\"type\":\"actions\",\"elements\":[{\"url\":\"https://h.example/r/1\"}]}]}"),
	    .sealed = S(""), .request = { 3 }, .made_at = clock_wall(&clock_system) };
}

static inline struct verdict
send(const struct letter_to_send_row *row)
{
	return slack_lane_send(&lane, &(struct slack_send){ &exchange, arena, row, &step, 99 });
}

/* Slack's "no" to whatever is under way. */
static inline struct verdict
hears(const struct letter_to_send_row *row, const char *error)
{
	struct buf body = buf_new(arena, 200);

	buf_format(&body, "{\"ok\":false,\"error\":\"%s\"}", error);
	return slack_lane_judge(&lane, arena, row, &step, &(struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1, .body = buf_str(&body) });
}

static inline struct verdict
hears_yes(const struct letter_to_send_row *row)
{
	return slack_lane_judge(&lane, arena, row, &step, &(struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1,
	    .body = S("{\"ok\":true,\"ts\":\"2.000200\",\"channel\":{\"id\":\"D0ANA\"}}") });
}

static inline void
assert_news(const char *name, const char *body)
{
	struct telling news = slack_lane_news(&lane, arena);

	assert_string_equal(name, str_c(arena, news.name));
	assert_string_equal(body, str_c(arena, news.body));
}

#endif
