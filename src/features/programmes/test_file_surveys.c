/* What surveys ask, in a programme's file: judged, stored, printed, compared, copied. */
#include "programmes/testing_file.h"

#define SURVEY(text) HEAD LISTS "surveys:\n  - slug: needs\n    title: What you need\n    about: So that we know.\n    for: members\n    questions:\n      - { key: one, kind: text, words: Why? }\n      - { " text " }\n"
#define SURVEYS(text) HEAD LISTS "surveys:\n  - { slug: needs, title: What you need, about: So that we know., for: members }\n  - { " text " }\n"

static void
F028_a_wrong_survey_is_refused_with_its_line(void **state)
{
	(void)state;
	complains(SURVEY("key: two, kind: people, words: Whom?"), "x.yaml:18:27: kind is one of text, long-text");
	complains(SURVEY("key: one, kind: text, words: Why?"), "x.yaml:18:16: question \"one\": Another question of this form has this key");
	complains(SURVEY("key: two, kind: scale, words: Why?, least: 3, most: 3"), "x.yaml:18:63: question \"two\": A scale has at least two steps");
	complains(SURVEY("key: two, kind: choice, words: Why?, choices: [a, b], audience: all"), "audience is reviewers or coordinators, not \"all\"");
	complains(SURVEY("key: two, kind: text, wrods: Why?"), "there is no key \"wrods\" in surveys, entry 1, questions, entry 2; did you mean \"words\"?");
	complains(SURVEYS("slug: needs, title: Again, about: So that we know., for: mentors"), "x.yaml:13:13: the slug \"needs\" is taken already: see line 12");
	complains(SURVEYS("slug: Mid Term, title: Again, about: So that we know., for: mentors"), "x.yaml:13:13: slug is a word of small letters a-z");
	complains(SURVEYS("slug: 0s8abp6g2hs3p, title: Again, about: So that we know., for: mentors"), "x.yaml:13:13: slug is a word of small letters a-z");
	complains(SURVEYS("slug: mid, title: Again, about: So that we know., for: everybody"), "x.yaml:13:62: for is one of members, mentors, mentees, round, round-mentors, round-mentees, not \"everybody\"");
	complains(SURVEYS("slug: mid, title: Again, about: So that we know., for: mentors, areas: some"), "x.yaml:13:78: areas is yes or no, not \"some\"");
	complains(SURVEYS("slug: mid, title: Again, about: So that we know., for: mentors, ranking: [a]"), "ranking must be a text, and this is a list");
	complains(SURVEYS("slug: mid, title: Again, for: mentors"), "\"about\" is missing");
	complains(HEAD LISTS "surveys: needs\n", "surveys must be a list, and this is a text");
}

static struct str
many_surveys(const char *prefix, int count)
{
	struct buf yaml = buf_new(arena, 64 << 10);

	buf_add(&yaml, S(HEAD LISTS "surveys:\n"));
	for (int i = 0; i < count; i++)
		buf_format(&yaml, "  - { slug: %s%d, title: Some more, about: So that we know., for: members }\n", prefix, i);
	return buf_str(&yaml);
}

static void
F028_a_programme_has_twenty_surveys_those_that_its_file_does_not_name_among_them(void **state)
{
	struct str complaint;

	(void)state;
	assert_int_equal(OK, sql_savepoint(db));
	complains(str_c(arena, many_surveys("a", 21)), "x.yaml:12:3: surveys has 21 entries");
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), many_surveys("a", 15), &complaint));
	complains(str_c(arena, many_surveys("b", 6)), "the programme would have 21 surveys, with those that the file does not name; at most 20 are kept");
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), many_surveys("b", 5), &complaint));
	assert_int_equal(OK, sql_undo(db));
}

static void
F027_surveys_of_a_file_are_stored_printed_copied_and_told_apart(void **state)
{
	struct complaints complaints = complaints_new(arena);
	struct programme_file stored, read, later;
	struct copy_faults faults;
	struct changes changes;
	struct str complaint;
	size_t count;

	(void)state;
	assert_int_equal(OK, sql_savepoint(db));
	assert_int_equal(OK, programme_load_file(&visit, S("open-source.yaml"), programme_builtin(S("open-source")), &complaint));
	assert_int_equal(OK, file_stored(db, arena, S("open-source"), &stored));
	assert_int_equal(3, stored.survey_count);
	assert_true(str_equal(S("closing"), stored.surveys[0].form.slug));
	assert_true(stored.surveys[1].asks_areas && stored.surveys[1].asks_ranking);
	assert_int_equal(OK, file_read(arena, file_print(arena, &stored), &file_texts_builtin, &complaints, &read));
	assert_int_equal(0, file_compare(arena, &stored, &read, true).count);
	later = read;
	later.survey_count = 1;    /* what it does not name stays */
	later.surveys[0].about = S("What you take along.\nAnd nothing else.");
	later.surveys[0].form.questions[0].words = S("Have you reached it?");
	later.surveys[0].form.count = 4;
	changes = file_compare(arena, &stored, &later, false);
	assert_int_equal(3, changes.count);
	assert_int_equal(2, changes.stays[PART_SURVEY]);
	assert_true(str_equal(S("survey closing.reached, words: “How much of what you wanted have you reached?” becomes “Have you reached it?”"), change_words(arena, &changes.at[1])));
	assert_true(str_equal(S("survey closing.shown is gone: “Is there something that you are proud of?”"), change_words(arena, &changes.at[2])));
	assert_int_equal(OK, file_apply(&visit, arena, &later, &complaints, &count));
	assert_int_equal(OK, file_stored(db, arena, S("open-source"), &stored));
	assert_int_equal(3, stored.survey_count);
	assert_int_equal(2, stored.surveys[0].form.version);
	assert_int_equal(4, stored.surveys[0].form.count);
	assert_int_equal(1, stored.surveys[2].form.version);
	assert_int_equal(OK, file_copy(&visit, arena, &(struct copy_wish){ S("open-source"), S("closed-source"), S("Closed source"), S("CS") }, &faults));
	assert_int_equal(OK, file_stored(db, arena, S("closed-source"), &later));
	later.slug = stored.slug;
	later.name = stored.name;
	later.mark = stored.mark;
	assert_int_equal(0, file_compare(arena, &stored, &later, true).count);
	assert_int_equal(OK, sql_undo(db));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(F028_a_wrong_survey_is_refused_with_its_line),
		cmocka_unit_test(F028_a_programme_has_twenty_surveys_those_that_its_file_does_not_name_among_them),
		cmocka_unit_test(F027_surveys_of_a_file_are_stored_printed_copied_and_told_apart),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
