/* A programme's file into a real database and back out of the cache. */
#include "programmes/testing_file.h"

#include "programmes/programmes.h"

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
	assert_int_equal(MENTOR_BY_ITSELF, p->settings.mentor_approval);
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

/* A file as it is printed is read back as the same; what it leaves out stays, what it orders anew stands so. */
static void
F030_resources_of_a_file_are_stored_printed_and_told_apart(void **state)
{
	struct complaints complaints = complaints_new(arena);
	struct programme_file stored, read, later;
	struct file_resource katas;
	struct changes changes;
	size_t count;
	struct str complaint;

	(void)state;
	assert_int_equal(OK, programme_load_file(&visit, S("made-tech.yaml"), programme_builtin(S("made-tech")), &complaint));
	assert_int_equal(OK, file_stored(db, arena, S("made-tech"), &stored));
	assert_int_equal(4, stored.resource_count);
	assert_true(str_equal(S("all"), stored.resources[0].role));
	assert_true(str_equal(S("mentee"), stored.resources[1].role));
	assert_int_equal(OK, file_read(arena, file_print(arena, &stored), &file_texts_builtin, &complaints, &read));
	assert_int_equal(0, file_compare(arena, &stored, &read, true).count);
	later = read;
	later.resource_count = 2;
	katas = read.resources[0];
	later.resources[0] = read.resources[1];
	later.resources[1] = katas;
	later.resources[1].url = S("https://other.example/katas");
	changes = file_compare(arena, &stored, &later, false);
	assert_int_equal(2, changes.count);    /* the address, and the order */
	assert_int_equal(2, changes.stays[PART_RESOURCE]);
	assert_true(str_equal(S("resource katas, url: “https://learn.example.org/katas” becomes “https://other.example/katas”"), change_words(arena, &changes.at[0])));
	assert_int_equal(2, (file_compare(arena, &stored, &later, true).count) - 2);    /* two are gone where the file says all */
	assert_int_equal(OK, file_apply(&visit, arena, &later, &complaints, &count));
	assert_int_equal(OK, file_stored(db, arena, S("made-tech"), &stored));
	assert_int_equal(4, stored.resource_count);
	assert_true(str_equal(S("koans"), stored.resources[0].slug));
	assert_true(str_equal(S("https://other.example/katas"), stored.resources[1].url));
}

static void
F029_focus_areas_of_a_file_are_stored_printed_and_told_apart(void **state)
{
	struct complaints complaints = complaints_new(arena);
	struct programme_file stored, read;
	struct changes changes;
	size_t count;
	struct str complaint;

	(void)state;
	assert_int_equal(OK, programme_load_file(&visit, S("made-tech.yaml"), programme_builtin(S("made-tech")), &complaint));
	assert_int_equal(OK, file_stored(db, arena, S("made-tech"), &stored));
	read = stored;
	read.areas = (struct file_area[]){ { .name = S("Web") }, { .name = S("Kernel"), .url = S("https://kernel.example/") }, { .name = S("Old"), .is_retired = true } };
	read.area_count = 3;
	changes = file_compare(arena, &stored, &read, false);
	assert_int_equal(3, changes.count);
	assert_true(str_equal(S("area Web is new: “Web”"), change_words(arena, &changes.at[0])));
	assert_int_equal(OK, file_apply(&visit, arena, &read, &complaints, &count));
	assert_int_equal(OK, file_stored(db, arena, S("made-tech"), &stored));
	assert_int_equal(3, stored.area_count);
	assert_int_equal(OK, file_read(arena, file_print(arena, &stored), &file_texts_builtin, &complaints, &read));
	assert_int_equal(0, file_compare(arena, &stored, &read, true).count);
	read.areas[0].url = S("https://web.example/");
	read.area_count = 1;
	changes = file_compare(arena, &stored, &read, false);
	assert_int_equal(1, changes.count);
	assert_int_equal(2, changes.stays[PART_AREA]);
	assert_int_equal(3, file_compare(arena, &stored, &read, true).count);
	assert_int_equal(OK, file_apply(&visit, arena, &read, &complaints, &count));
	assert_int_equal(OK, file_stored(db, arena, S("made-tech"), &stored));
	assert_int_equal(3, stored.area_count);
	assert_true(str_equal(S("https://web.example/"), stored.areas[0].url));
}

static void
F029_an_area_that_is_there_twice_or_leads_nowhere_is_refused_with_its_line(void **state)
{
	static const char yaml[] = "slug: made-tech\nname: Made Tech\nmark: MT\nshape: pairs\nzone: UTC\nsummary: Some sessions.\nfocus:\n"
	    "  - { name: Web, retired: maybe }\n  - { name: Web, url: \"javascript:alert(1)\" }\n";
	struct str complaint;

	(void)state;
	assert_int_equal(BAD_INPUT, programme_load_file(&visit, S("x.yaml"), str_from(yaml), &complaint));
	assert_true(str_has(complaint, S("x.yaml:8:27: retired is yes or no, not \"maybe\"")));
	assert_true(str_has(complaint, S("x.yaml:9:13: the area \"Web\" stands here already: see line 8")));
	assert_true(str_has(complaint, S("x.yaml:9:23: url is an address that begins with https://")));
}

static void
F030_a_resource_that_no_browser_should_follow_is_refused_with_its_line(void **state)
{
	static const char yaml[] = "slug: made-tech\nname: Made Tech\nmark: MT\nshape: pairs\nzone: UTC\nsummary: Some sessions.\nresources:\n"
	    "  - { slug: katas, title: Katas, url: \"javascript:alert(1)\", for: everybody, room: large, retired: maybe }\n"
	    "  - { slug: katas, title: Katas, url: \"https://me:secret@learn.example/\" }\n";
	struct str complaint;

	(void)state;
	assert_int_equal(BAD_INPUT, programme_load_file(&visit, S("x.yaml"), str_from(yaml), &complaint));
	assert_true(str_has(complaint, S("x.yaml:8:39: url is an address that begins with https://")));
	assert_true(str_has(complaint, S("for is one of: all mentee mentor; not \"everybody\"")));
	assert_true(str_has(complaint, S("retired is yes or no, not \"maybe\"")));
	assert_true(str_has(complaint, S("room is yes or no, not \"large\"")));
	assert_true(str_has(complaint, S("x.yaml:9:13: the slug \"katas\" is taken already: see line 8")));
	assert_true(str_has(complaint, S("x.yaml:9:39: url")));
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
a_wrong_file_is_refused_with_its_line(void **state)
{
	(void)state;
	complains("", "x.yaml:1:1: ");
	complains("slug: [\n", "x.yaml:");
	complains("\xff\xfe", "x.yaml:1:1: ");
	complains(HEAD "services:\n  - { slug: a, nam: A }\n", "x.yaml:8:16: there is no key \"nam\" in services, entry 1; did you mean \"name\"?");
	complains(HEAD LISTS "settings:\n  wait.bumb_h: 3\n", "x.yaml:12:3: there is no key \"wait.bumb_h\" in settings; did you mean \"wait.bump_h\"?");
	complains(HEAD LISTS "settings:\n  mentor.capacity: many\n", "x.yaml:12:20: mentor.capacity is a whole number from 1 to 20, not \"many\"");
	complains(HEAD LISTS "settings:\n  mentor.capacity: 21\n", "a whole number from 1 to 20, not \"21\"");
	complains(HEAD LISTS "settings:\n  conduct.required: maybe\n", "conduct.required is one of no, yes, not \"maybe\"");
	complains(HEAD LISTS "settings:\n  wait.ask_h: \"10\"\n", "x.yaml:12:15: wait.ask_h does not go with the other settings: This comes after");
	complains(HEAD LISTS "settings:\n  affiliation.mode: ask\n", "x.yaml:12:21: affiliation.mode is \"ask\", and the programme has no affiliation to choose from");
	complains(HEAD LISTS "  - { area: L, name: Golang, aliases: [go] }\n", "x.yaml:11:22: the spelling \"go\" is taken already: see line 10");
	complains(HEAD LISTS "holidays:\n  - { day: 2026-02-30, name: None }\n", "day is a date like 2026-12-25, not \"2026-02-30\"");
	complains(HEAD LISTS "settings:\n  clock.week: mon-tue\n", "clock.week is one of mon-fri, mon-sat");
	complains(HEAD LISTS "documents:\n  - { slug: d, title: D }\n", "a document has either file or text, not neither");
	complains(HEAD LISTS "documents:\n  - { slug: d, title: D, file: x/none.md }\n", "there is no document \"x/none.md\"");
	complains(HEAD LISTS "letters:\n  - { kind: L99, subject: Hello, body: Hello to you }\n", "x.yaml:12:13: kind is one of the letters");
	complains(HEAD LISTS "letters:\n  - { kind: L01, subject: Hello, body: \"Hello {nobody} here\" }\n", "letter L01: ");
	complains(HEAD "services:\n  - { slug: a, name: Aa }\n  - { slug: a, name: AA }\nskills:\n  - { area: L, name: Go }\n", "x.yaml:9:13: the slug \"a\" is taken already: see line 8");
	complains(HEAD "services:\n  - { slug: a, name: Aa, retired: \"yes\" }\nskills:\n  - { area: L, name: Go }\n", "every service is retired");
	complains("slug: X y\nname: X\nmark: x\nshape: ring\nzone: UTC\nsummary: s\n" LISTS, "x.yaml:4:8: shape is one of queue, rounds, pairs, groups, not \"ring\"");
	complains("slug: x\nname: X\nmark: X\nshape: queue\nzone: Mars/Base\nsummary: s\n" LISTS, "there is none called \"Mars/Base\"");
}

#define QUESTION(text) HEAD LISTS "forms:\n  - slug: mentee\n    title: To come in\n    questions:\n      - { key: one, kind: text, words: Why? }\n      - { " text " }\n"

static void
F026_a_wrong_question_is_refused_with_its_line(void **state)
{
	(void)state;
	complains(HEAD LISTS "forms:\n  - { slug: guest, title: To come in, questions: [ { key: a, kind: text, words: Why? } ] }\n", "x.yaml:12:13: slug is mentor or mentee");
	complains(HEAD LISTS "forms:\n  - { slug: mentee, title: To come in, questions: [] }\n", "x.yaml:12:");
	complains(QUESTION("key: two, kind: txt, words: Why?"), "x.yaml:16:27: kind is one of text, long-text, choice, choices, scale, week, language, date, link, consent, not \"txt\"");
	complains(QUESTION("key: two, kind: text, wrods: Why?"), "x.yaml:16:33: there is no key \"wrods\" in forms, entry 1, questions, entry 2; did you mean \"words\"?");
	complains(QUESTION("key: Two, kind: text, words: Why?"), "x.yaml:16:16: question \"Two\": A key is a word");
	complains(QUESTION("key: one, kind: text, words: Why?"), "x.yaml:16:16: question \"one\": Another question of this form has this key");
	complains(QUESTION("key: csrf, kind: text, words: Why?"), "is one of those that every form carries");
	complains(QUESTION("key: two_level, kind: text, words: Why?"), "does not end in _level");
	complains(QUESTION("key: two, kind: text, words: Why?, most: 201"), "x.yaml:16:52: question \"two\": This is more than the kind has room for");
	complains(QUESTION("key: two, kind: text, words: Why?, most: many"), "x.yaml:16:52: most is a whole number, not \"many\"");
	complains(QUESTION("key: two, kind: long-text, words: Why?, least: 5, most: 4"), "question \"two\": This is more than the most of it");
	complains(QUESTION("key: two, kind: choice, words: Why?, choices: [a]"), "question \"two\": This kind has 2 to 40 choices");
	complains(QUESTION("key: two, kind: choice, words: Why?, choices: [a, A]"), "question \"two\": Two choices read the same");
	complains(QUESTION("key: two, kind: week, words: Why?, choices: [a, b]"), "Only the kinds choice, choices and scale have choices");
	complains(QUESTION("key: two, kind: scale, words: Why?, choices: [a, b, c]"), "A scale has two choices");
	complains(QUESTION("key: two, kind: scale, words: Why?, least: 1, most: 11"), "10 steps of a scale");
	complains(QUESTION("key: two, kind: consent, words: Yes?"), "What somebody consents to is required");
	complains(QUESTION("key: two, kind: text, words: Why?, audience: everybody"), "audience is reviewers or coordinators, not \"everybody\"");
	complains(QUESTION("key: two, kind: text, words: Why?, required: maybe"), "required is yes or no, not \"maybe\"");
}

static void
F027_a_form_in_other_words_is_its_next_version_and_told_question_by_question(void **state)
{
#define FORM(words) "slug: f\nname: F\nmark: F\nshape: pairs\nzone: UTC\nsummary: s\nforms:\n  - slug: mentee\n    title: To come in\n    questions:\n" words
	struct complaints complaints = complaints_new(arena);
	struct programme_file before, after;
	struct str complaint, said;
	struct changes changes;

	(void)state;
	assert_int_equal(OK, programme_load_file(&visit, S("f.yaml"), S(FORM("      - { key: a, kind: text, words: First? }\n      - { key: b, kind: text, words: Second? }\n")), &complaint));
	assert_int_equal(1, programme_form(load(S("f")), S("mentee"))->version);
	assert_int_equal(OK, programme_load_file(&visit, S("f.yaml"), S(FORM("      - { key: b, kind: text, words: Second? }\n      - { key: a, kind: text, words: One?, required: \"yes\" }\n      - { key: c, kind: date, words: When? }\n")), &complaint));
	assert_int_equal(2, programme_form(load(S("f")), S("mentee"))->version);
	assert_int_equal(3, programme_form(load(S("f")), S("mentee"))->count);
	assert_int_equal(OK, file_read(arena, S(FORM("      - { key: a, kind: text, words: First? }\n      - { key: b, kind: text, words: Second? }\n")), &file_texts_builtin, &complaints, &before));
	assert_int_equal(OK, file_read(arena, S(FORM("      - { key: c, kind: date, words: When? }\n      - { key: a, kind: text, words: One?, required: \"yes\" }\n")), &file_texts_builtin, &complaints, &after));
	changes = file_compare(arena, &before, &after, false);
	assert_int_equal(4, changes.count);
	said = change_words(arena, &changes.at[1]);
	if (!str_equal(said, S("form mentee.a, words: “First?” becomes “One?”")))
		fail_msg("%.*s", STR_FORMAT(said));
	assert_true(changes.at[0].is_new && changes.at[3].is_gone);
}

/* What is longer no page could show. */
static void
a_document_has_at_most_what_a_page_shows(void **state)
{
	struct buf yaml = buf_new(arena, 1 << 20);

	(void)state;
	buf_add(&yaml, S(HEAD LISTS "documents:\n  - { slug: d, title: D, text: \""));
	for (size_t i = 0; i < 33000; i++)
		buf_add(&yaml, S("\xf0\x9f\x8c\xb1"));
	buf_add(&yaml, S("\" }\n"));
	complains(str_c(arena, buf_str(&yaml)), "the document has 132000 bytes; at most 131072 are taken");
}

static void
all_that_is_wrong_is_told_at_once_in_the_order_of_its_lines(void **state)
{
	struct str complaint;

	(void)state;
	assert_int_equal(BAD_INPUT, programme_load_file(&visit, S("x.yaml"), S("slug: X\nname: X\nmark: X\nshape: que\nzone: UTC\nsummary: s\n" LISTS
	    "settings:\n  mentor.capacity: 0\n  t34.1: none\n"), &complaint));
	assert_true(str_starts(complaint, S("x.yaml:1:7: slug is ")));
	assert_true(str_has(complaint, S("\nx.yaml:4:8: shape is one of queue, rounds, pairs, groups, not \"que\"; did you mean queue\n"
	    "x.yaml:12:20: mentor.capacity is a whole number from 1 to 20, not \"0\"\nx.yaml:13:10: t34.1 is a whole number from 1 to 20, not \"none\"")));
}

static int64_t
version_of(struct str slug)
{
	struct programme_of_slug_row row;

	assert_int_equal(OK, programme_of_slug(db, arena, slug, &row));
	return row.version;
}

/* All ready files, and one that was changed in every part: printed, read again and applied, nothing is another. */
static void
F033_a_file_that_is_exported_and_applied_again_changes_nothing(void **state)
{
	struct str_list slugs = programme_builtin_slugs(arena);

	(void)state;
	for (size_t i = 0; i < slugs.count; i++) {
		struct complaints complaints = complaints_new(arena);
		struct programme_file stored, again;
		struct str complaint, yaml;
		int64_t version;
		size_t count = 99;

		if (programme_load_file(&visit, slugs.at[i], programme_builtin(slugs.at[i]), &complaint) != OK)
			fail_msg("%.*s", STR_FORMAT(complaint));
		assert_int_equal(OK, file_stored(db, arena, slugs.at[i], &stored));
		yaml = file_print(arena, &stored);
		version = version_of(slugs.at[i]);
		if (file_read(arena, yaml, &file_texts_builtin, &complaints, &again) != OK)
			fail_msg("%.*s", STR_FORMAT(complaints_print(&complaints, S("printed"))));
		assert_int_equal(OK, file_apply(&visit, arena, &again, &complaints, &count));
		assert_int_equal(0, count);
		assert_int_equal(version, version_of(slugs.at[i]));
		assert_int_equal(0, file_compare(arena, &stored, &again, true).count);
		assert_true(str_equal(yaml, file_print(arena, &again)));
	}
}

static struct str
differences(const struct programme_file *before, const struct programme_file *after)
{
	struct changes changes = file_compare(arena, before, after, true);
	struct buf out = buf_new(arena, 64 << 10);

	for (size_t i = 0; i < changes.count; i++) {
		buf_add(&out, change_words(arena, &changes.at[i]));
		buf_char(&out, '\n');
	}
	return buf_str(&out);
}

static void
F033_a_difference_is_told_in_words(void **state)
{
	struct complaints complaints = complaints_new(arena);
	struct programme_file before, after;
	struct str said;

	(void)state;
	assert_int_equal(OK, file_read(arena, S(HEAD "services:\n  - { slug: a, name: Aa }\n  - { slug: b, name: Bb }\nskills:\n  - { area: L, name: Go }\n  - { area: L, name: C }\n"
	    "settings:\n  wait.bump_h: 72\nholidays:\n  - { day: 2026-12-25, name: One }\ndocuments:\n  - { slug: d, title: D, text: \"one\\ntwo\\n\" }\n"), &file_texts_builtin, &complaints, &before));
	assert_int_equal(OK, file_read(arena, S(HEAD "services:\n  - { slug: c, name: Cc }\n  - { slug: a, name: Ab }\nskills:\n  - { area: M, name: Go, aliases: [golang] }\n"
	    "settings:\n  wait.bump_h: 48\nholidays:\n  - { day: 2026-12-26, name: Two }\ndocuments:\n  - { slug: d, title: D, text: \"one\\n2\\n\" }\n"), &file_texts_builtin, &complaints, &after));
	said = differences(&before, &after);
	if (!str_equal(said, S("setting wait.bump_h (Hours until mentors are reminded): “72” becomes “48”\n"
	    "service c is new: “Cc”\nservice a, name: “Aa” becomes “Ab”\nservice list, order: “another” becomes “as listed”\nservice b is gone: “Bb”\n"
	    "skill Go, area: “L” becomes “M”\nskill Go, spelling: “golang” is added\nskill C is gone: “L”\n"
	    "document d, text: “two” becomes “2”\n"
	    "holiday 2026-12-26 is new: “Two”\nholiday 2026-12-25 is gone: “One”\n")))
		fail_msg("%.*s", STR_FORMAT(said));
	assert_int_equal(0, differences(&before, &before).length);
}

/* What a file does not name stays, a shape stays, and what would make two things one is refused at its line. */
static void
a_file_and_what_is_stored_must_go_together(void **state)
{
	struct str complaint;

	(void)state;
	assert_int_equal(OK, sql_savepoint(db));
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD "services:\n  - { slug: a, name: Aa }\n  - { slug: b, name: Bb }\nskills:\n  - { area: L, name: Go, aliases: [golang] }\n"), &complaint));
	complains("slug: x\nname: X\nmark: X\nshape: pairs\nzone: UTC\nsummary: s\n" LISTS, "x.yaml:4:8: the programme \"x\" is a queue and stays one: expected shape: queue");
	complains(HEAD "services:\n  - { slug: c, name: bb }\nskills:\n  - { area: L, name: Go }\n", "x.yaml:8:22: the service \"b\" has the name \"Bb\" already");
	complains(HEAD LISTS "  - { area: L, name: Golang }\n", "x.yaml:11:22: \"golang\" is a way to write the skill \"Go\" already");
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD "services:\n  - { slug: b, name: Bb }\nskills:\n  - { area: L, name: C }\n"), &complaint));
	assert_int_equal(2, load(S("x"))->service_count);
	assert_int_equal(2, load(S("x"))->skill_count);
	assert_int_equal(OK, sql_undo(db));
}

static void
services_stand_in_the_order_of_the_file(void **state)
{
	struct str complaint;
	int64_t version;

	(void)state;
	assert_int_equal(OK, sql_savepoint(db));
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD "services:\n  - { slug: a, name: Aa }\n  - { slug: b, name: Bb }\nskills:\n  - { area: L, name: Go }\n"), &complaint));
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD "services:\n  - { slug: c, name: Cc }\n  - { slug: b, name: Bb }\n  - { slug: a, name: Aa, retired: \"yes\" }\nskills:\n  - { area: L, name: Go }\n"), &complaint));
	assert_true(str_equal(load(S("x"))->services[0].slug, S("c")));
	assert_true(str_equal(load(S("x"))->services[1].slug, S("b")));
	assert_true(load(S("x"))->services[2].is_retired);
	version = version_of(S("x"));
	assert_int_equal(OK, programme_load_file(&visit, S("x.yaml"), S(HEAD "services:\n  - { slug: a, name: Aa, retired: \"yes\" }\n  - { slug: c, name: Cc }\n  - { slug: b, name: Bb }\nskills:\n  - { area: L, name: Go }\n"), &complaint));
	assert_int_equal(version, version_of(S("x")));
	assert_int_equal(OK, sql_undo(db));
}

static void
F022_a_copy_has_all_but_people_and_rooms(void **state)
{
	struct programme_file stored;
	struct copy_faults faults;

	(void)state;
	assert_int_equal(OK, sql_savepoint(db));
	assert_int_equal(OK, file_copy(&visit, arena, &(struct copy_wish){ S("operation-code"), S("night-school"), S("Night school"), S("NS") }, &faults));
	assert_int_equal(OK, file_stored(db, arena, S("night-school"), &stored));
	assert_int_equal(6, stored.document_count);
	assert_int_equal(252, load(S("night-school"))->settings.escalate_hours);
	assert_int_equal(BAD_INPUT, file_copy(&visit, arena, &(struct copy_wish){ S("operation-code"), S("night-school"), S("Again"), S("ns") }, &faults));
	assert_true(str_starts(faults.slug, S("There is a programme")));
	assert_true(str_starts(faults.mark, S("One to six capital letters")));
	assert_true(str_is_empty(faults.name));
	assert_int_equal(NOT_FOUND, file_copy(&visit, arena, &(struct copy_wish){ S("none"), S("other"), S("Other"), S("O") }, &faults));
	assert_int_equal(OK, sql_undo(db));
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
		cmocka_unit_test(F029_focus_areas_of_a_file_are_stored_printed_and_told_apart),
		cmocka_unit_test(F029_an_area_that_is_there_twice_or_leads_nowhere_is_refused_with_its_line),
		cmocka_unit_test(F030_resources_of_a_file_are_stored_printed_and_told_apart),
		cmocka_unit_test(F030_a_resource_that_no_browser_should_follow_is_refused_with_its_line),
		cmocka_unit_test(loading_a_file_again_changes_nothing_that_is_the_same),
		cmocka_unit_test(a_wrong_file_is_refused_with_its_line),
		cmocka_unit_test(F026_a_wrong_question_is_refused_with_its_line),
		cmocka_unit_test(F027_a_form_in_other_words_is_its_next_version_and_told_question_by_question),
		cmocka_unit_test(a_document_has_at_most_what_a_page_shows),
		cmocka_unit_test(all_that_is_wrong_is_told_at_once_in_the_order_of_its_lines),
		cmocka_unit_test(F033_a_file_that_is_exported_and_applied_again_changes_nothing),
		cmocka_unit_test(F033_a_difference_is_told_in_words),
		cmocka_unit_test(a_file_and_what_is_stored_must_go_together),
		cmocka_unit_test(services_stand_in_the_order_of_the_file),
		cmocka_unit_test(F022_a_copy_has_all_but_people_and_rooms),
		cmocka_unit_test(holidays_and_the_working_week_come_from_the_file_and_a_day_is_named_once),
		cmocka_unit_test(a_file_that_says_less_is_judged_with_what_is_stored),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
