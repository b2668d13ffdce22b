/* For test_exchange*.c alone: the exchange under test, and one ask to the end. */
#ifndef SYSTEM_TESTING_EXCHANGE_H
#define SYSTEM_TESTING_EXCHANGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "system/clock.h"
#include "system/exchange.h"
#include "system/testing_peer_serves.h"

static struct arena *arena;
static struct exchange exchange;

static inline int
exchange_begin(void **state)
{
	(void)state;
	arena_open(64 << 20, &arena);
	/* An environment that would send everything elsewhere, were it listened to. */
	setenv("http_proxy", "http://127.0.0.1:1", 1);
	setenv("all_proxy", "http://127.0.0.1:1", 1);
	return exchange_open(S(""), &exchange) != OK;
}

static inline int
exchange_end(void **state)
{
	(void)state;
	exchange_close(&exchange);
	arena_close(&arena);
	return 0;
}

static inline struct str
url_of_peer(const struct peer *p, const char *scheme, const char *path)
{
	struct buf url = buf_new(arena, 200);

	buf_format(&url, "%s://127.0.0.1:%d%s", scheme, p->port, path);
	return buf_str(&url);
}

static inline struct exchange_answer
next_answer(void)
{
	struct exchange_answer answer;

	while (!exchange.take(exchange.self, arena, &answer))
		exchange.wait(exchange.self, -1, 1000);
	return answer;
}

static inline struct exchange_answer
answer_to(const struct exchange_ask *ask)
{
	assert_int_equal(OK, exchange.start(exchange.self, ask));
	return next_answer();
}

#endif
