/* Exchanges with other people's servers, many at once: who waits, who is under way, what is ready. */
#include "system/exchange.h"

#include "base/arena.h"
#include "base/check.h"
#include "system/clock.h"
#include "system/exchange_line.h"

/* LINE_BYTES: an ask and its answer, with the room that growing takes. KEPT: idle connections of all hosts together. */
enum { LINE_BYTES = 2 << 20, KEPT = 16, PATH_BYTES = 64 << 10 };

struct exchanges {
	struct arena *arena;
	const struct curl_library *curl;
	CURLM *multi;
	const char *ca_file;
	uint64_t turns;
	struct line lines[EXCHANGE_UNDER_WAY_MAX];
};

static int64_t
now_us(void)
{
	return clock_monotonic_us(&clock_system);
}

static struct line *
first_of(struct exchanges *e, enum line_state state)
{
	struct line *first = NULL;

	for (size_t i = 0; i < EXCHANGE_UNDER_WAY_MAX; i++)
		if (e->lines[i].state == state && (first == NULL || e->lines[i].turn < first->turn))
			first = &e->lines[i];
	return first;
}

static void
make_ready(struct exchanges *e, struct line *l)
{
	l->state = LINE_READY;
	l->turn = e->turns++;
}

static enum outcome
exchange_start(void *self, const struct exchange_ask *ask)
{
	struct exchanges *e = self;
	struct line *l = first_of(e, LINE_FREE);

	if (l == NULL)
		return TOO_MANY;
	if (l->arena == NULL)
		arena_open(LINE_BYTES, &l->arena);
	arena_reset(l->arena);
	l->curl = e->curl;
	TRY(line_ask(l, ask));
	l->is_second_try = false;
	l->deadline_us = now_us() + (ask->limit_ms > 0 ? ask->limit_ms : EXCHANGE_LIMIT_MS) * 1000;
	l->state = LINE_WAITS;
	l->turn = e->turns++;
	return OK;
}

static void
launch(struct exchanges *e, struct line *l)
{
	if (l->easy == NULL)
		l->easy = e->curl->easy_init();
	check(l->easy != NULL);
	line_prepare(l, e->ca_file, now_us());
	check(e->curl->multi_add_handle(e->multi, l->easy) == CURLM_OK);
	e->curl->easy_setopt(l->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, 0L);    /* see line_prepare() */
	l->state = LINE_UNDER_WAY;
}

static bool
has_room(const struct exchanges *e, const struct line *asks)
{
	int count = 0;

	for (size_t i = 0; i < EXCHANGE_UNDER_WAY_MAX; i++)
		count += e->lines[i].state == LINE_UNDER_WAY && str_equal(e->lines[i].origin, asks->origin);
	return count < EXCHANGE_HOST_MAX;
}

static void
expire(struct exchanges *e, struct line *l)
{
	l->answer = (struct exchange_answer){ .token = l->ask.token, .fate = EXCHANGE_NOT_TAKEN, .retry_after_seconds = -1, .date_seconds = -1, .enhanced = S(""),
		.lack = EXCHANGE_TOO_SLOW, .location = S(""), .scopes = S(""), .body = S(""), .words = S("time ran out before one of the connections to this server was free") };
	make_ready(e, l);
}

/* Whoever waits longest goes first, a host at its limit is passed over. True if any went. */
static bool
launch_waiting(struct exchanges *e)
{
	struct line *waiting[EXCHANGE_UNDER_WAY_MAX];
	size_t count = 0, launched = 0;
	int64_t now = now_us();

	for (size_t i = 0; i < EXCHANGE_UNDER_WAY_MAX; i++) {
		struct line *l = &e->lines[i];
		size_t at = count;

		if (l->state != LINE_WAITS)
			continue;
		for (; at > 0 && waiting[at - 1]->turn > l->turn; at--)
			waiting[at] = waiting[at - 1];
		waiting[at] = l;
		count++;
	}
	for (size_t i = 0; i < count; i++) {
		if (waiting[i]->deadline_us <= now) {
			expire(e, waiting[i]);
		} else if (has_room(e, waiting[i])) {
			launch(e, waiting[i]);
			launched++;
		}
	}
	return launched > 0;
}

static void
collect(struct exchanges *e)
{
	CURLMsg *message;
	int left;

	while ((message = e->curl->multi_info_read(e->multi, &left)) != NULL) {
		CURLcode code = message->data.result;
		CURL *easy = message->easy_handle;
		char *private = NULL;
		struct line *l;

		e->curl->easy_getinfo(easy, CURLINFO_PRIVATE, &private);
		l = (struct line *)(void *)private;
		if (line_met_a_dead_connection(l, code)) {
			e->curl->multi_remove_handle(e->multi, easy);
			l->is_second_try = true;
			launch(e, l);
			continue;
		}
		line_ends(l, code);
		e->curl->multi_remove_handle(e->multi, easy);
		make_ready(e, l);
	}
}

static void
work(struct exchanges *e)
{
	int running;

	do {
		(void)launch_waiting(e);
		check(e->curl->multi_perform(e->multi, &running) == CURLM_OK);
		collect(e);
	} while (launch_waiting(e));
}

/* At most wait_ms, and no longer than until the first of those that wait for a connection has waited too long. */
static int
patience_ms(const struct exchanges *e, int wait_ms)
{
	int64_t now = now_us();

	for (size_t i = 0; i < EXCHANGE_UNDER_WAY_MAX; i++)
		if (e->lines[i].state == LINE_WAITS && e->lines[i].deadline_us - now < (int64_t)wait_ms * 1000)
			wait_ms = e->lines[i].deadline_us > now ? (int)((e->lines[i].deadline_us - now) / 1000 + 1) : 0;
	return wait_ms;
}

static void
exchange_wait(void *self, int wake, int wait_ms)
{
	struct curl_waitfd extra = { .fd = wake, .events = CURL_WAIT_POLLIN };
	struct exchanges *e = self;

	work(e);
	if (first_of(e, LINE_READY) != NULL || wait_ms <= 0)
		return;
	check(e->curl->multi_poll(e->multi, &extra, wake >= 0 ? 1 : 0, patience_ms(e, wait_ms), NULL) == CURLM_OK);
	work(e);
}

static bool
exchange_take(void *self, struct arena *arena, struct exchange_answer *out)
{
	struct exchanges *e = self;
	struct line *l = first_of(e, LINE_READY);

	if (l == NULL)
		return false;
	*out = l->answer;
	out->enhanced = str_copy(arena, l->answer.enhanced);
	out->location = str_copy(arena, l->answer.location);
	out->scopes = str_copy(arena, l->answer.scopes);
	out->body = str_copy(arena, l->answer.body);
	out->words = str_copy(arena, l->answer.words);
	explicit_bzero((char *)(uintptr_t)l->ask.password.at, l->ask.password.length);
	explicit_bzero((char *)(uintptr_t)l->ask.bearer.at, l->ask.bearer.length);
	l->state = LINE_FREE;
	return true;
}

enum outcome
exchange_open(struct str ca_file, struct exchange *out)
{
	const struct curl_library *curl = curl_load();
	struct exchanges *e;
	struct arena *arena;
	CURLM *multi;

	*out = (struct exchange){ .self = NULL };
	if (curl == NULL)
		return NOT_FOUND;
	if (curl->global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || (multi = curl->multi_init()) == NULL)
		return FILE_FAILED;
	curl->multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)EXCHANGE_HOST_MAX);
	curl->multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)KEPT);
	curl->multi_setopt(multi, CURLMOPT_PIPELINING, (long)CURLPIPE_NOTHING);
	arena_open(sizeof(*e) + PATH_BYTES, &arena);
	e = ARENA_NEW(arena, struct exchanges);
	e->arena = arena;
	e->curl = curl;
	e->multi = multi;
	e->ca_file = str_c(arena, ca_file);
	*out = (struct exchange){ .self = e, .start = exchange_start, .wait = exchange_wait, .take = exchange_take };
	return OK;
}

void
exchange_close(struct exchange *exchange)
{
	struct exchanges *e = exchange->self;
	struct arena *arena;

	if (e == NULL)
		return;
	arena = e->arena;    /* e lives in it */
	for (size_t i = 0; i < EXCHANGE_UNDER_WAY_MAX; i++) {
		struct line *l = &e->lines[i];

		if (l->state == LINE_UNDER_WAY)
			e->curl->multi_remove_handle(e->multi, l->easy);
		e->curl->slist_free_all(l->headers);
		e->curl->slist_free_all(l->recipients);
		if (l->easy != NULL)
			e->curl->easy_cleanup(l->easy);
		arena_close(&l->arena);
	}
	e->curl->multi_cleanup(e->multi);
	arena_close(&arena);
	*exchange = (struct exchange){ .self = NULL };
}
