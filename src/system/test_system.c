/* Clock, randomness, files and the log. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/folder.h"
#include "system/log.h"
#include "system/random.h"

static struct arena *arena;
static char folder[] = "/tmp/mentord-test-XXXXXX";

static const char *
in_folder(const char *name)
{
	return str_c(arena, str_join(arena, 3, (struct str[]){ str_from(folder), S("/"), str_from(name) }));
}

static void
a_frozen_clock_stands_and_a_shifted_one_runs(void **state)
{
	struct moment start = { 1700000000 * US_PER_SECOND }, since = clock_wall(&clock_system);
	struct clock_shifted frozen_state = { .start = start, .since = since, .is_frozen = true };
	struct clock_shifted shifted_state = { .start = start, .since = since };
	struct clock frozen = clock_shifted(&frozen_state), shifted = clock_shifted(&shifted_state);
	struct timespec wait = { .tv_nsec = 5000000 };
	int64_t before = clock_monotonic_us(&clock_system);

	(void)state;
	nanosleep(&wait, NULL);
	assert_int_equal(start.us, clock_wall(&frozen).us);
	assert_true(clock_wall(&shifted).us >= start.us + 5000);
	assert_true(clock_wall(&shifted).us < start.us + US_PER_HOUR);
	assert_true(clock_monotonic_us(&clock_system) >= before + 5000);
	assert_true(clock_wall(&clock_system).us > start.us);
}

static void
the_same_seed_gives_the_same_bytes(void **state)
{
	struct random_seeded one, two, three;
	struct random a = random_seeded(&one, 42), b = random_seeded(&two, 42), c = random_seeded(&three, 43);
	unsigned char x[64], y[64], z[64];

	(void)state;
	a.fill(a.self, x, sizeof(x));
	b.fill(b.self, y, sizeof(y));
	c.fill(c.self, z, sizeof(z));
	assert_memory_equal(x, y, sizeof(x));
	assert_memory_not_equal(x, z, sizeof(x));
}

static void
a_number_below_covers_its_range_evenly(void **state)
{
	struct random_seeded seed;
	struct random random = random_seeded(&seed, 1);
	int seen[7] = { 0 };

	(void)state;
	assert_int_equal(0, random_below(&random, 1));
	for (int i = 0; i < 70000; i++) {
		uint64_t n = random_below(&random, 7);

		assert_true(n < 7);
		seen[n]++;
	}
	for (int i = 0; i < 7; i++)
		assert_in_range(seen[i], 9500, 10500);
}

static void
ids_are_positive_and_ordered_by_time(void **state)
{
	struct moment now = { INT64_C(1767225600) * US_PER_SECOND };
	int64_t last = 0;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		int64_t id = random_id(&random_system, moment_plus(now, i * INT64_C(1000)));

		assert_true(id > last);
		last = id;
	}
	assert_true(random_id(&random_system, moment_plus(now, 40 * 365 * US_PER_DAY)) > last);
	assert_true(random_id(&random_system, now) != random_id(&random_system, now));
}

static void
a_file_is_replaced_as_a_whole(void **state)
{
	const char *path = in_folder("settings");
	struct stat about;
	struct str bytes;

	(void)state;
	assert_int_equal(OK, file_system.write(NULL, arena, path, S("first, and longer")));
	assert_int_equal(OK, file_system.write(NULL, arena, path, S("second\0x")));
	assert_int_equal(OK, file_system.read(NULL, arena, path, 100, &bytes));
	assert_true(str_equal(S("second\0x"), bytes));
	assert_int_equal(0, stat(path, &about));
	assert_int_equal(0600, about.st_mode & 0777);
	assert_int_equal(-1, stat(in_folder("settings.new"), &about));
	unlink(path);
}

static void
a_file_above_the_ceiling_is_not_read(void **state)
{
	const char *path = in_folder("large");
	struct str bytes;

	(void)state;
	assert_int_equal(OK, file_system.write(NULL, arena, path, S("12345")));
	assert_int_equal(OK, file_system.read(NULL, arena, path, 5, &bytes));
	assert_int_equal(TOO_LARGE, file_system.read(NULL, arena, path, 4, &bytes));
	unlink(path);
}

static void
what_is_no_file_is_told(void **state)
{
	struct str bytes;

	(void)state;
	assert_int_equal(NOT_FOUND, file_system.read(NULL, arena, in_folder("none"), 100, &bytes));
	assert_int_equal(FILE_FAILED, file_system.read(NULL, arena, folder, 100, &bytes));
	assert_int_equal(FILE_FAILED, file_system.read(NULL, arena, "/dev/zero", 100, &bytes));
	assert_true(file_system.write(NULL, arena, in_folder("none/there"), S("x")) != OK);
}

static void
a_folder_is_ours_alone_and_may_exist(void **state)
{
	const char *path = in_folder("data");
	struct stat about;

	(void)state;
	assert_int_equal(OK, file_system.make_folder(NULL, path));
	assert_int_equal(OK, file_system.make_folder(NULL, path));
	assert_int_equal(0, stat(path, &about));
	assert_int_equal(0700, about.st_mode & 0777);
	rmdir(path);
}

static void
a_folder_takes_the_place_of_an_empty_one_and_of_no_other(void **state)
{
	const char *from = in_folder("from"), *to = in_folder("to"), *inner = in_folder("to/inner");

	(void)state;
	assert_int_equal(OK, file_system.make_folder(NULL, from));
	assert_int_equal(OK, folder_move(arena, from, to));       /* of none */
	assert_false(file_is_there(from));
	assert_int_equal(OK, file_system.make_folder(NULL, from));
	assert_int_equal(OK, folder_move(arena, from, to));
	assert_int_equal(OK, file_system.make_folder(NULL, from));
	assert_int_equal(OK, file_system.make_folder(NULL, inner));
	assert_int_not_equal(OK, folder_move(arena, from, to));
	assert_true(file_is_there(from) && file_is_there(inner));
	rmdir(inner);
	rmdir(to);
	rmdir(from);
}

/* What log_write() sent to standard error. */
static struct str
logged(enum log_level level, struct str text)
{
	int ends[2], kept = dup(STDERR_FILENO);
	char *bytes = arena_take(arena, 4096);
	ssize_t length;

	check(pipe(ends) == 0 && dup2(ends[1], STDERR_FILENO) >= 0);
	LOG(level, "test", LOG_TEXT("text", text), LOG_WHOLE("count", -3));
	check(dup2(kept, STDERR_FILENO) >= 0);
	close(ends[1]);
	length = read(ends[0], bytes, 4096);
	close(ends[0]);
	close(kept);
	return (struct str){ bytes, length < 0 ? 0 : (size_t)length };
}

static void
a_line_of_the_log_is_one_line_of_plain_signs(void **state)
{
	(void)state;
	log_names_role("web1");
	assert_true(str_equal(logged(LOG_INFO, S("a \"b\" \\")), S("role=web1 level=info what=test text=\"a \\\"b\\\" \\\\\" count=-3\n")));
	assert_true(str_equal(logged(LOG_WARN, S("a\r\nrole=x\0\x1b\x7f\xc2\x85")),
	    S("role=web1 level=warn what=test text=\"a\\x0d\\x0arole=x\\x00\\x1b\\x7f\\xc2\\x85\" count=-3\n")));
}

static void
a_long_text_is_cut_and_the_line_still_ends(void **state)
{
	char *long_text = arena_take(arena, 5000);
	struct str line;

	(void)state;
	memset(long_text, '\n', 5000);
	line = logged(LOG_ERROR, (struct str){ long_text, 5000 });
	assert_int_equal(2000, line.length);
	assert_int_equal(line.length - 1, str_find(line, '\n'));
}

static void
what_is_below_the_level_is_not_logged(void **state)
{
	(void)state;
	assert_int_equal(0, logged(LOG_DEBUG, S("x")).length);
	log_shows(LOG_ERROR);
	assert_int_equal(0, logged(LOG_WARN, S("x")).length);
	log_shows(LOG_INFO);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_frozen_clock_stands_and_a_shifted_one_runs), cmocka_unit_test(the_same_seed_gives_the_same_bytes),
		cmocka_unit_test(a_number_below_covers_its_range_evenly), cmocka_unit_test(ids_are_positive_and_ordered_by_time),
		cmocka_unit_test(a_file_is_replaced_as_a_whole), cmocka_unit_test(a_file_above_the_ceiling_is_not_read),
		cmocka_unit_test(what_is_no_file_is_told),
		cmocka_unit_test(a_folder_is_ours_alone_and_may_exist),
		cmocka_unit_test(a_folder_takes_the_place_of_an_empty_one_and_of_no_other),
		cmocka_unit_test(a_line_of_the_log_is_one_line_of_plain_signs),
		cmocka_unit_test(a_long_text_is_cut_and_the_line_still_ends), cmocka_unit_test(what_is_below_the_level_is_not_logged),
	};
	int failed;

	arena_open(4 << 20, &arena);
	check(mkdtemp(folder) != NULL);
	failed = cmocka_run_group_tests_name("system", tests, NULL, NULL);
	rmdir(folder);
	arena_close(&arena);
	return failed;
}
