/* Steps about reports: who reads them, and that nothing of them stands in plain where a thief of the disk would look. */
#include "base/arena.h"
#include "base/buf.h"
#include "conduct/conduct.h"
#include "story_letters.h"
#include "system/file.h"

enum { FILE_MOST = 64 << 20, PATH_BYTES = 400 };

/* "given responders Sue, Sam" */
static void
given_responders(struct tale *t, const struct str *words, size_t count)
{
	for (size_t i = 2; i < count; i++) {
		struct str name = str_ends(words[i], S(",")) ? str_head(words[i], words[i].length - 1) : words[i];
		struct actor *actor = tale_person(t, name);

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
	look_into(t, "", words);
	look_into(t, "-wal", words);
}

bool
tale_report_step(struct tale *t, const struct str *words, size_t count)
{
	if (count > 2 && str_equal(words[0], S("given")) && str_starts(words[1], S("responder"))) {
		given_responders(t, words, count);
		return true;
	}
	if (count != 4 || !str_equal(words[0], S("expect")) || !str_equal(words[1], S("database")) || !str_equal(words[2], S("without")))
		return false;
	keeps_no(t, tale_words(t, words[3]));
	return true;
}
