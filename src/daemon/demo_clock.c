/* One line in DIR/demo-clock: what the clock showed, when by the machine's clock (both in µs UTC), and whether it runs or stands. */
#include "daemon/demo_clock.h"

#include "base/arena.h"
#include "base/buf.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/folder.h"

enum { LINE_MAX_BYTES = 80 };

static const char *
path_in(struct arena *arena, struct str dir)
{
	return str_c(arena, str_join(arena, 2, (struct str[]){ dir, S("/demo-clock") }));
}

static bool
read_line(struct str line, struct orders *orders)
{
	struct str start, since, how;

	line = str_trim(line);
	if (!str_next(&line, ' ', &start) || !str_next(&line, ' ', &since) || !str_next(&line, ' ', &how))
		return false;
	orders->is_frozen = str_equal(how, S("stands"));
	return (orders->is_frozen || str_equal(how, S("runs"))) && str_is_empty(line) && str_whole(start, &orders->clock_start_us) &&
	    str_whole(since, &orders->clock_since_us) && orders->clock_start_us > 0;
}

enum outcome
demo_clock_read(struct arena *arena, struct str dir, struct orders *orders)
{
	struct str line;
	enum outcome said;

	if (str_is_empty(dir))
		return OK;
	said = file_system.read(file_system.self, arena, path_in(arena, dir), LINE_MAX_BYTES, &line);
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	return read_line(line, orders) ? OK : BAD_INPUT;
}

enum outcome
demo_clock_keep(struct arena *arena, struct str dir, const struct orders *orders)
{
	struct buf line = buf_new(arena, LINE_MAX_BYTES);

	buf_format(&line, "%lld %lld %s\n", (long long)orders->clock_start_us, (long long)orders->clock_since_us, orders->is_frozen ? "stands" : "runs");
	return file_system.write(file_system.self, arena, path_in(arena, dir), buf_str(&line));
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
