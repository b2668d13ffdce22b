/* A line in DIR/demo-clock: what the clock showed, when by the machine's clock (both in µs UTC), and whether it runs or stands. */
#include "daemon/demo_clock.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "daemon/process.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/folder.h"
#include "system/shared.h"

enum { LOOKS = 8 };

static const char *
path_in(struct arena *arena, struct str dir)
{
	return str_c(arena, str_join(arena, 2, (struct str[]){ dir, S("/demo-clock") }));
}

static bool
read_line(struct str line, struct clock_shifted *out)
{
	struct str start, since, how;

	line = str_trim(line);
	if (!str_next(&line, ' ', &start) || !str_next(&line, ' ', &since) || !str_next(&line, ' ', &how))
		return false;
	out->is_frozen = str_equal(how, S("stands"));
	return (out->is_frozen || str_equal(how, S("runs"))) && str_is_empty(line) && str_whole(start, &out->start.us) &&
	    str_whole(since, &out->since.us) && out->start.us > 0;
}

/* The first line; false also while the second one differs. Before there were two, there was one. */
static bool
read_kept(struct str text, struct clock_shifted *out)
{
	struct str first = str_head(text, str_find(text, '\n')), rest = str_trim(str_skip(text, first.length));

	return read_line(first, out) && (str_is_empty(rest) || str_equal(rest, str_trim(first)));
}

static struct str
print_kept(struct arena *arena, const struct clock_shifted *clock)
{
	struct buf out = buf_new(arena, DEMO_CLOCK_BYTES);

	for (int i = 1; i <= 2; i++) {
		buf_format(&out, "%lld %lld %s", (long long)clock->start.us, (long long)clock->since.us, clock->is_frozen ? "stands" : "runs");
		while (out.length < (size_t)i * DEMO_CLOCK_LINE - 1)
			buf_char(&out, ' ');    /* so that a change in place covers what was there */
		buf_char(&out, '\n');
	}
	return buf_str(&out);
}

enum outcome
demo_clock_watch(struct demo_clock *clock, int descriptor)
{
	const void *at;

	TRY(shared_file_look(descriptor, DEMO_CLOCK_BYTES, &at));
	clock->kept = at;
	return OK;
}

/* Somebody may be changing it: byte by byte, so that the compiler reads no byte twice. */
static void
copy_kept(const volatile char *from, char *to)
{
	for (size_t i = 0; i < DEMO_CLOCK_BYTES; i++)
		to[i] = from[i];
}

static struct moment
wall_of(void *self)
{
	struct demo_clock *clock = self;
	char now[DEMO_CLOCK_BYTES];
	struct clock_shifted read;

	for (int i = 0; clock->kept != NULL && i < LOOKS; i++) {
		copy_kept(clock->kept, now);
		if (memcmp(now, clock->read, sizeof(now)) == 0)
			break;
		if (!read_kept((struct str){ now, strnlen(now, sizeof(now)) }, &read))
			continue;
		clock->shown = read;
		memcpy(clock->read, now, sizeof(now));
		break;
	}
	return clock_shifted(&clock->shown).wall(&clock->shown);
}

struct clock
demo_clock_of(struct demo_clock *clock)
{
	return (struct clock){ .self = clock, .wall = wall_of, .monotonic_us = clock_system.monotonic_us };
}

/* Read while it is changed: again. */
static enum outcome
read_file(struct arena *arena, struct str dir, struct clock_shifted *out)
{
	struct str text;

	for (int i = 0; i < LOOKS; i++) {
		TRY(file_system.read(file_system.self, arena, path_in(arena, dir), DEMO_CLOCK_BYTES, &text));
		if (read_kept(text, out))
			return OK;
	}
	return BAD_INPUT;
}

enum outcome
demo_clock_read(struct arena *arena, struct str dir, struct orders *orders)
{
	struct clock_shifted clock;
	enum outcome said = str_is_empty(dir) ? NOT_FOUND : read_file(arena, dir, &clock);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	orders->clock_start_us = clock.start.us;
	orders->clock_since_us = clock.since.us;
	orders->is_frozen = clock.is_frozen;
	return OK;
}

enum outcome
demo_clock_keep(struct arena *arena, struct str dir, const struct orders *orders)
{
	struct clock_shifted clock = { .start = { orders->clock_start_us }, .since = { orders->clock_since_us }, .is_frozen = orders->is_frozen };

	return file_system.write(file_system.self, arena, path_in(arena, dir), print_kept(arena, &clock));
}

enum outcome
demo_clock_open(struct arena *arena, struct str dir, struct orders *orders)
{
	int descriptor;

	if (orders->clock_start_us == 0)
		return OK;
	TRY(shared_file_open(path_in(arena, dir), &descriptor));
	orders->clock_descriptor = descriptor;
	return OK;
}

enum outcome
demo_clock_advance(struct arena *arena, struct str dir, int64_t by_us, struct moment *before, struct moment *after)
{
	struct clock_shifted clock;
	int descriptor;
	enum outcome said;

	TRY(shared_file_hold(path_in(arena, dir), &descriptor));
	said = read_file(arena, dir, &clock);
	if (said != OK) {
		shared_file_leave(descriptor);
		return said;
	}
	*before = clock_shifted(&clock).wall(&clock);
	clock.start = moment_plus(*before, by_us);
	clock.since = clock_wall(&clock_system);
	*after = clock.start;
	return shared_file_change(descriptor, print_kept(arena, &clock));
}

enum outcome
demo_clock_remove(struct arena *arena, struct str dir)
{
	return file_remove(path_in(arena, dir));
}

void
demo_clock_set(struct orders *orders, const struct demo_clock_wish *wish)
{
	bool has_clock = orders->clock_start_us != 0;
	struct moment at = orders_now(orders), machine = clock_wall(&clock_system);

	if (!moment_is_none(wish->start) && (!has_clock || moment_is_after(wish->start, at)))
		at = wish->start;
	orders->clock_start_us = at.us;
	orders->clock_since_us = machine.us;
	orders->is_frozen = wish->is_frozen;
}

void
demo_clock_not_before(struct orders *orders, struct moment newest)
{
	if (!moment_is_after(newest, orders_now(orders)))
		return;
	orders->clock_start_us = newest.us;
	orders->clock_since_us = clock_wall(&clock_system).us;
}
