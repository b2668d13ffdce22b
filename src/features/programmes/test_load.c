/* A programme's file into a real database and back out of the cache. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "access/visit.h"
#include "base/arena.h"
#include "programmes/programmes.h"
#include "sql/sql.h"
#include "system/random.h"

static char folder[] = "/tmp/mentord-load-XXXXXX";
static char path[64];
static struct arena *arena;
static struct db *db;
static struct programme_cache *cache;
static struct random_seeded seeded;
static struct random generator;
static struct visit visit;

static int
start(void **state)
{
	(void)state;
	arena_open(ARENA_IMPORT, &arena);
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/test.db", folder);
	generator = random_seeded(&seeded, 7);
	programme_cache_open(&cache);
	visit = (struct visit){ .arena = arena, .random = &generator, .now = { INT64_C(1795000000) * US_PER_SECOND }, .programmes = cache };
	if (sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = path }, &db) != OK || sql_migrate(db, visit.now) != OK)
		return 1;
	visit.db = db;
	return sql_begin(db) == OK ? 0 : 1;
}

static int
finish(void **state)
{
	(void)state;
	sql_rollback(db);
	sql_close(&db);
	programme_cache_close(&cache);
	arena_close(&arena);
	unlink(path);
	snprintf(path, sizeof(path), "%s/test.db-wal", folder);
	unlink(path);
	snprintf(path, sizeof(path), "%s/test.db-shm", folder);
	unlink(path);
	return rmdir(folder);
}

static const struct programme *
load(struct str slug)
{
	struct programme_of_slug_row row;
	const struct programme *programme;

	assert_int_equal(OK, programme_of_slug(db, arena, slug, &row));
	assert_int_equal(OK, programme_of(db, cache, row.id, row.version, &programme));
	return programme;
}

static void
operation_code_has_its_five_services_and_its_numbers(void **state)
{
	struct str complaint;
	const struct programme *p;

	(void)state;
	assert_int_equal(OK, programme_load_file(&visit, S("operation-code.yaml"), programme_builtin(S("operation-code")), &complaint));
	p = load(S("operation-code"));
	assert_int_equal(5, p->service_count);
	assert_non_null(programme_service_by_slug(p, S("mock-interview")));
	assert_int_equal(5, p->affiliation_count);
	assert_true(p->skill_count >= 60);
	assert_true(p->settings.mentor_approval_auto);
	assert_int_equal(252, p->settings.escalate_hours);
	assert_int_equal(1, p->conduct_version);
}

static void
javascript_is_found_by_any_spelling_and_ai_never_in_retail(void **state)
{
	const struct programme *p = load(S("operation-code"));
	const struct skill *skill = programme_skill_by_name(p, arena, S("JavaScript"));

	(void)state;
	assert_non_null(skill);
	assert_ptr_equal(skill, programme_skill_by_name(p, arena, S("Javascript")));
	assert_ptr_equal(skill, programme_skill_by_name(p, arena, S("JS")));
	assert_ptr_equal(skill, programme_skill_by_name(p, arena, S(" ecmascript ")));
	assert_ptr_not_equal(skill, programme_skill_by_name(p, arena, S("Java")));
	assert_non_null(programme_skill_by_name(p, arena, S("ai")));
	assert_null(programme_skill_by_name(p, arena, S("retail")));
	assert_null(programme_skill_by_name(p, arena, S("")));
}

static void
loading_a_file_again_changes_nothing_that_is_the_same(void **state)
{
	struct str complaint;
	const struct programme *before = load(S("operation-code")), *after;
	size_t skills = before->skill_count, spellings = before->spelling_count;

	(void)state;
	assert_int_equal(OK, programme_load_file(&visit, S("operation-code.yaml"), programme_builtin(S("operation-code")), &complaint));
	after = load(S("operation-code"));
	assert_int_equal(skills, after->skill_count);
	assert_int_equal(spellings, after->spelling_count);
	assert_int_equal(1, after->conduct_version);
}

static void
complains(const char *yaml, const char *part)
{
	struct str complaint;

	assert_int_equal(OK, sql_savepoint(db));
	assert_int_equal(BAD_INPUT, programme_load_file(&visit, S("x.yaml"), str_from(yaml), &complaint));
	assert_int_equal(OK, sql_undo(db));
	if (!str_has(complaint, str_from(part)))
		fail_msg("\"%.*s\" does not hold \"%s\"", STR_FORMAT(complaint), part);
}

#define HEAD "slug: x\nname: X\nmark: X\nshape: queue\nzone: UTC\nsummary: s\n"
#define LISTS "services:\n  - { slug: a, name: A }\nskills:\n  - { area: L, name: Go }\n"

static void
a_wrong_file_is_refused_with_its_line(void **state)
{
	(void)state;
	complains("", "x.yaml:1: ");
	complains("slug: [\n", "x.yaml:");
	complains("\xff\xfe", "x.yaml:1: ");
	complains(HEAD "services:\n  - { slug: a, nam: A }\n", "x.yaml:8: Unexpected key: nam");
	complains(HEAD LISTS "settings:\n  wait.bumb_h: 3\n", "did you mean \"wait.bump_h\"?");
	complains(HEAD LISTS "settings:\n  mentor.capacity: many\n", "mentor.capacity");
	complains(HEAD LISTS "settings:\n  wait.ask_h: \"10\"\n", "does not fit the others: \"wait.ask_h\"");
	complains(HEAD LISTS "  - { area: L, name: Golang, aliases: [go] }\n", "\"go\"");
	complains(HEAD LISTS "holidays:\n  - { day: 2026-02-30, name: None }\n", "2026-02-30");
	complains(HEAD LISTS "settings:\n  clock.week: mon-tue\n", "clock.week");
	complains("slug: x\nname: X\nmark: X\nshape: ring\nzone: UTC\nsummary: s\n" LISTS, "ring");
	complains("slug: x\nname: X\nmark: X\nshape: queue\nzone: Mars/Base\nsummary: s\n" LISTS, "Mars/Base");
}

static void
a_file_that_says_less_is_judged_with_what_is_stored(void **state)
{
	struct str complaint;

	(void)state;
	assert_int_equal(OK, sql_savepoint(db));
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD LISTS
	    "settings:\n  wait.bump_h: \"400\"\n  wait.ask_h: \"500\"\n  wait.escalate_h: \"600\"\n"), &complaint));
	complains(HEAD LISTS "settings:\n  wait.ask_h: \"300\"\n", "wait.ask_h");
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD LISTS "settings:\n  wait.ask_h: \"550\"\n"), &complaint));
	assert_int_equal(OK, sql_undo(db));
}

static void
holidays_and_the_working_week_come_from_the_file_and_a_day_is_named_once(void **state)
{
	const struct programme *p;
	struct str complaint;

	(void)state;
	assert_int_equal(OK, sql_savepoint(db));
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD LISTS "settings:\n  clock.days: working\n  clock.week: sun-thu\n"
	    "holidays:\n  - { day: 2026-12-25, name: One }\n  - { day: 2026-01-06, name: Two }\n"), &complaint));
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD LISTS "holidays:\n  - { day: 2026-12-25, name: Christmas Day }\n"), &complaint));
	p = load(S("x"));
	assert_int_equal(2, p->holiday_count);
	assert_true(str_equal(p->holidays[1].name, S("Christmas Day")));
	assert_int_equal(79, programme_open_days(p).week);
	assert_int_equal(OK, sql_undo(db));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(operation_code_has_its_five_services_and_its_numbers),
		cmocka_unit_test(javascript_is_found_by_any_spelling_and_ai_never_in_retail),
		cmocka_unit_test(loading_a_file_again_changes_nothing_that_is_the_same),
		cmocka_unit_test(a_wrong_file_is_refused_with_its_line),
		cmocka_unit_test(holidays_and_the_working_week_come_from_the_file_and_a_day_is_named_once),
		cmocka_unit_test(a_file_that_says_less_is_judged_with_what_is_stored),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
