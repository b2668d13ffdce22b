/* Token buckets, each kept as one moment: when it would be full again (the "theoretical arrival time" of the generic cell rate
 * algorithm). So taking is one compare-and-swap, and a web process that dies in the middle leaves nothing locked. */
#include "daemon/brakes.h"

#include <arpa/inet.h>
#include <stdatomic.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/route.h"
#include "formats/id.h"
#include "http/routes.h"
#include "people/api.h"
#include "requests/api.h"
#include "system/log.h"
#include "system/random.h"
#include "system/shared.h"

enum { WAYS = 8, SETS = 4096, TRIES = 16, SUBJECT_BYTES = 200, V4_KEPT = 3, V6_KEPT = 6 };

enum brake_subject { BY_PERSON, BY_NETWORK };

enum brake_name {
#define BRAKE(name, subject, count, seconds) name,
#define BRAKE_ON(handler, name)
#define BRAKE_ON_SEARCH(handler, name)
#include "daemon/brakes.def"
#undef BRAKE
#undef BRAKE_ON
#undef BRAKE_ON_SEARCH
	BRAKE_COUNT
};

static const struct brake {
	const char *name;
	enum brake_subject subject;
	int64_t count, seconds;
} table[] = {
#define BRAKE(name, subject, count, seconds) { #name, subject, count, seconds },
#define BRAKE_ON(handler, name)
#define BRAKE_ON_SEARCH(handler, name)
#include "daemon/brakes.def"
#undef BRAKE
#undef BRAKE_ON
#undef BRAKE_ON_SEARCH
};

static const struct brake_on {
	route_handler *handle;            /* whether a page or a program asks for it */
	enum brake_name brake;
	bool is_for_searches;
} ons[] = {
#define BRAKE(name, subject, count, seconds)
#define BRAKE_ON(handler, name) { handler, name, false },
#define BRAKE_ON_SEARCH(handler, name) { handler, name, true },
#include "daemon/brakes.def"
#undef BRAKE
#undef BRAKE_ON
#undef BRAKE_ON_SEARCH
};

struct slot {
	_Atomic uint64_t mark;            /* of brake and subject; 0: free */
	_Atomic int64_t full_at_us;
};

struct brakes {
	struct secret key;                /* nobody outside can choose whose bucket theirs pushes out */
	struct slot slots[SETS][WAYS];
};

enum outcome
brakes_make(const struct random *random, int32_t *descriptor_out)
{
	void *at;
	int descriptor;

	TRY(shared_make(sizeof(struct brakes), &descriptor));
	TRY(shared_open(descriptor, sizeof(struct brakes), &at));
	((struct brakes *)at)->key = secret_new(random);
	shared_close(&at, sizeof(struct brakes));
	*descriptor_out = descriptor;
	return OK;
}

void
brakes_open(int32_t descriptor, struct brakes **out)
{
	void *at = NULL;

	if (descriptor != 0)
		check(shared_open(descriptor, sizeof(struct brakes), &at) == OK);
	*out = at;
}

void
brakes_close(struct brakes **b)
{
	void *at = *b;

	shared_close(&at, sizeof(struct brakes));
	*b = NULL;
}

/* The slot of that mark; if it has none, a free one of its set, else the one that is full again soonest. */
static struct slot *
slot_of(struct brakes *b, uint64_t mark, int64_t now_us)
{
	struct slot *set = b->slots[mark % SETS];

	for (int tries = 0; tries < TRIES; tries++) {
		struct slot *oldest = &set[0];
		uint64_t seen;

		for (int i = 0; i < WAYS; i++) {
			if (atomic_load(&set[i].mark) == mark)
				return &set[i];
			if (atomic_load(&set[i].full_at_us) < atomic_load(&oldest->full_at_us))
				oldest = &set[i];
		}
		seen = atomic_load(&oldest->mark);
		atomic_store(&oldest->full_at_us, now_us);
		if (atomic_compare_exchange_strong(&oldest->mark, &seen, mark))
			return oldest;
	}
	return NULL;    /* a crowd in one set: nobody is held up for that */
}

/* Microseconds to wait, or 0 and one is taken. */
static int64_t
take(struct brakes *b, const struct brake *brake, uint64_t mark, int64_t now_us)
{
	struct slot *slot = slot_of(b, mark, now_us);
	int64_t step_us = brake->seconds * US_PER_SECOND / brake->count, most_us = step_us * brake->count, full_at_us, next_us;

	if (slot == NULL)
		return 0;
	full_at_us = atomic_load(&slot->full_at_us);
	do {
		next_us = (full_at_us > now_us ? full_at_us : now_us) + step_us;
		if (next_us - now_us > most_us)
			return next_us - now_us - most_us;
	} while (!atomic_compare_exchange_weak(&slot->full_at_us, &full_at_us, next_us));
	return 0;
}

/* What the proxy saw: the last address of X-Forwarded-For; what stands before it anybody may have written. */
static struct str
client_of(const struct request *request, struct str proxy)
{
	struct str said = request_header(request, S("x-forwarded-for")), last = request->peer, part;

	if (str_is_empty(proxy) || !str_equal(request->peer, proxy))
		return request->peer;
	while (str_next(&said, ',', &part))
		last = str_trim(part);
	return str_is_empty(last) ? request->peer : last;
}

static struct str
printed(struct arena *arena, int family, const void *bytes, const char *size)
{
	char text[INET6_ADDRSTRLEN];

	check(inet_ntop(family, bytes, text, sizeof(text)) != NULL);
	return str_join(arena, 2, (struct str[]){ str_from(text), str_from(size) });
}

struct str
brakes_network(struct arena *arena, const struct request *request, struct str proxy)
{
	struct str client = client_of(request, proxy);
	unsigned char v4[4], v6[16];
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	const char *text = str_find(client, '\0') == client.length ? str_c(arena, client) : "";

	if (inet_pton(AF_INET6, text, v6) == 1 && memcmp(v6, mapped, sizeof(mapped)) != 0) {
		memset(v6 + V6_KEPT, 0, sizeof(v6) - V6_KEPT);
		return printed(arena, AF_INET6, v6, "/48");
	}
	if (inet_pton(AF_INET6, text, v6) == 1)
		memcpy(v4, v6 + sizeof(mapped), sizeof(v4));
	else if (inet_pton(AF_INET, text, v4) != 1)
		return S("unknown");
	memset(v4 + V4_KEPT, 0, sizeof(v4) - V4_KEPT);
	return printed(arena, AF_INET, v4, "/24");
}

static enum outcome
take_one(struct brakes *b, struct visit *v, enum brake_name name, struct str subject, int64_t now_us)
{
	struct buf words = buf_new(v->arena, SUBJECT_BYTES);
	uint64_t mark;
	int64_t wait_us;

	buf_format(&words, "%d ", name);
	buf_add(&words, subject);
	mark = secret_mark(&b->key, buf_str(&words));
	wait_us = take(b, &table[name], mark == 0 ? 1 : mark, now_us);
	if (wait_us == 0)
		return OK;
	v->wait_seconds = (wait_us + US_PER_SECOND - 1) / US_PER_SECOND;
	LOG(LOG_WARN, "brake", LOG_WHOLE("number", v->request->number), LOG_TEXT("limit", str_from(table[name].name)));
	return TOO_MANY;
}

static bool
is_on(const struct brake_on *on, const struct visit *v)
{
	return on->handle == v->route->handle && (!on->is_for_searches || !str_is_empty(request_query(v->request, S("q"))));
}

enum outcome
brakes_take(struct brakes *b, struct visit *v, struct str proxy, int64_t now_us)
{
	bool is_known = visit_may(v, WHO_SIGNED_IN | WHO_HALF);
	struct str person = is_known ? id_print(v->arena, v->who.id.value) : S("");
	struct str network = brakes_network(v->arena, v->request, proxy);

	if (b == NULL)
		return OK;
	if (v->route->method == METHOD_POST)
		TRY(take_one(b, v, is_known ? WRITES : WRITES_OUTSIDE, is_known ? person : network, now_us));
	for (size_t i = 0; i < ARRAY_LENGTH(ons); i++)
		if (is_on(&ons[i], v))
			TRY(take_one(b, v, ons[i].brake, table[ons[i].brake].subject == BY_PERSON && is_known ? person : network, now_us));
	return OK;
}

enum outcome
brakes_take_report(struct brakes *b, struct visit *v, struct str account, int64_t now_us)
{
	return b == NULL ? OK : take_one(b, v, CHAT_REPORTS, account, now_us);
}

void
brakes_print(bool is_json)
{
	for (size_t i = 0; i < ARRAY_LENGTH(table); i++) {
		const char *subject = table[i].subject == BY_PERSON ? "person" : "network";

		if (is_json)
			printf("{\"name\":\"%s\",\"value\":%lld,\"seconds\":%lld,\"by\":\"%s\"}\n", table[i].name, (long long)table[i].count,
			    (long long)table[i].seconds, subject);
		else
			printf("%-30s %lld in %lld seconds, by %s\n", table[i].name, (long long)table[i].count, (long long)table[i].seconds, subject);
	}
}
