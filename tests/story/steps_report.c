/* Steps about reports: who reads them, and that nothing of them stands in plain where a thief of the disk would look. */
#include "base/arena.h"
#include "base/buf.h"
#include "applications/applications.h"
#include "conduct/conduct.h"
#include "story_letters.h"
#include "system/file.h"

enum { FILE_MOST = 64 << 20, PATH_BYTES = 400 };

/* "given responders Sue, Sam", "given reviewers Rita" */
static void
given_responders(struct tale *t, const struct str *words, size_t count)
{
	for (size_t i = 2; i < count; i++) {
		struct str name = str_ends(words[i], S(",")) ? str_head(words[i], words[i].length - 1) : words[i];
		struct actor *actor = tale_person(t, name);

		if (str_starts(words[1], S("reviewer")))
			tale_end(t, reviewer_give(tale_begin(t), t->programme, actor->id));
		else
			tale_end(t, responder_give(tale_begin(t), t->programme, actor->id));
	}
}

static void
look_into(struct tale *t, const char *end, struct str words)
{
	struct buf path = buf_new(t->arena, PATH_BYTES);
	struct arena *arena;
	struct str bytes;
	enum outcome said;

	buf_format(&path, "%s%s", t->database, end);
	arena_open(2 * FILE_MOST, &arena);
	said = file_system.read(file_system.self, arena, str_c(t->arena, buf_str(&path)), FILE_MOST, &bytes);
	if (said != OK)
		tale_fails(t, "the file \"%.*s\" cannot be read", STR_FORMAT(buf_str(&path)));
	else if (str_has(bytes, words))
		tale_fails(t, "\"%.*s\" stands in the file of the database%s", STR_FORMAT(words), end);
	arena_close(&arena);
}

/* "expect database without "words"": no byte of its files holds them (SQLite; the columns are the same with PostgreSQL). */
static void
keeps_no(struct tale *t, struct str words)
{
	if (t->database == NULL)
		return;
	if (sql_is_to_forget(t->world.db))
		sql_checkpoint(t->world.db);    /* as the writer does when it rests */
	look_into(t, "", words);
	look_into(t, "-wal", words);
}

/* "expect visit seen", or unseen: whether the last one leaves a time beside its session (a session that was at rest for longer than a minute). */
static void
expects_seen(struct tale *t, struct str how)
{
	if (t->world.wants_seen != str_equal(how, S("seen")))
		tale_fails(t, "expected the visit to be %.*s", STR_FORMAT(how));
}

/* "expect page has {window}": what stands for it is taken from the last page. */
static void
has(struct tale *t, struct str word)
{
	if (str_is_empty(tale_words(t, word)))
		tale_fails(t, "the last page has no %.*s", STR_FORMAT(word));
}

/* The three things that may be expected of the last page, the last visit and the files. */
static bool
expects(struct tale *t, struct str of, const struct str *words, size_t count)
{
	if (count == 1 && str_equal(of, S("visit")))
		expects_seen(t, words[0]);
	else if (count == 2 && str_equal(of, S("page")) && str_equal(words[0], S("has")))
		has(t, words[1]);
	else if (count == 2 && str_equal(of, S("database")) && str_equal(words[0], S("without")))
		keeps_no(t, tale_words(t, words[1]));
	else
		return false;
	return true;
}

bool
tale_report_step(struct tale *t, const struct str *words, size_t count)
{
	if (count < 3)
		return false;
	if (str_equal(words[0], S("given")) && (str_starts(words[1], S("responder")) || str_starts(words[1], S("reviewer")))) {
		given_responders(t, words, count);
		return true;
	}
	return str_equal(words[0], S("expect")) && expects(t, words[1], words + 2, count - 2);
}
