/* How old the newest backup is, and what administrators are told of it. */
#include "access/test_people.h"

#include "admin/admin.h"
#include "admin/rules.h"
#include "http/routes.h"

static void
a_backup_is_late_after_36_hours(void **state)
{
	const struct moment now = { 100 * US_PER_DAY };

	(void)state;
	assert_false(backup_is_late(now, now));
	assert_false(backup_is_late(moment_plus(now, -36 * US_PER_HOUR), now));
	assert_true(backup_is_late(moment_plus(now, -36 * US_PER_HOUR - 1), now));
	assert_true(backup_is_late((struct moment){ 0 }, now));
	assert_false(backup_is_late(moment_plus(now, US_PER_HOUR), now));
}

static struct visit *
look(void)
{
	struct visit *v = test_visit_known(METHOD_GET, "/admin/backups", S(""));

	MUST(backups_show(v));
	assert_int_equal(200, v->reply->status);
	return v;
}

static void
note(int64_t hours_ago, struct str key_name, bool is_restored)
{
	struct backup_facts facts = {
		.path = S("/backup/<one>.backup"), .made_at = moment_plus(world.now, -hours_ago * US_PER_HOUR), .file_bytes = 934579,
		.database_bytes = 933888, .people = 60, .schema = 2, .key_name = key_name, .sha256 = S("01234567890123456789012345678901"),
	};

	if (is_restored)
		facts.restored_at = world.now;
	MUST(backup_note(test_visit(METHOD_POST, "/"), &facts));
}

static void
without_any_backup_the_page_is_red(void **state)
{
	struct visit *v = look();

	(void)state;
	assert_true(test_shows(v, "There is no backup yet"));
	assert_true(test_shows(v, "notice bad"));
}

static void
the_page_shows_age_size_and_whether_it_is_encrypted(void **state)
{
	struct visit *v;

	(void)state;
	note(3, S("e15af61726c20fc4"), false);
	v = look();
	assert_true(test_shows(v, "The newest backup was made 3 hours ago."));
	assert_true(test_shows(v, "934.5 kB"));
	assert_true(test_shows(v, "encrypted, key <bdi>e15af61726c20fc4</bdi>"));
	assert_true(test_shows(v, "60 people"));
	assert_true(test_shows(v, "/backup/&lt;one&gt;.backup"));
	assert_false(test_shows(v, "notice bad"));
	assert_false(test_shows(v, "notice warn"));
}

static void
an_open_one_is_warned_of(void **state)
{
	struct visit *v;

	(void)state;
	note(3, S(""), false);
	v = look();
	assert_true(test_shows(v, "not encrypted"));
	assert_true(test_shows(v, "notice warn"));
}

static void
an_old_one_is_said_to_be_too_old(void **state)
{
	struct visit *v;

	(void)state;
	note(37, S("e15af61726c20fc4"), true);
	note(90, S("e15af61726c20fc4"), false);
	v = look();
	assert_true(test_shows(v, "Too old: the newest backup was made 37 hours ago."));
	assert_true(test_shows(v, "notice bad"));
	assert_true(test_shows(v, "This server was restored from it"));
}

static void
the_record_keeps_the_newest_hundred(void **state)
{
	(void)state;
	for (int i = 0; i < 103; i++)
		note(i, S(""), false);
	assert_true(test_shows(look(), "The newest backup was made just now."));
	note(200, S(""), false);    /* older than all that are kept: gone at once */
	assert_false(test_shows(look(), "200 hours"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_backup_is_late_after_36_hours),
		IN_A_WORLD(without_any_backup_the_page_is_red),
		IN_A_WORLD(the_page_shows_age_size_and_whether_it_is_encrypted),
		IN_A_WORLD(an_open_one_is_warned_of),
		IN_A_WORLD(an_old_one_is_said_to_be_too_old),
		IN_A_WORLD(the_record_keeps_the_newest_hundred),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
