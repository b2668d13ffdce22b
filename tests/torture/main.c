/* torture: every lane of TRUST.md R1 to R4. Usage: torture WHAT [sample=N] [stride=N] [seed=N] [where=X] [planted=X] FILE.story…
 * WHAT: power memory system disk sql postgres opening files. sample=0 (not given) is every call in every variant. The last line counts. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/zone.h"
#include "secrets/secrets.h"
#include "system/file.h"
#include "system/log.h"
#include "torture.h"

enum { FILE_MAX = 1 << 20, PROCESS_ARENA = 64 << 20, STORIES_MAX = 400 };

uint64_t
mix(uint64_t number)
{
	uint64_t z = number + UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/* The story's lines; the answer of each request comes by tale->carry. */
void
story_run(struct tale *t, const struct story_text *story)
{
	struct str lines = story->lines, line;

	t->line = story->line;
	while (!t->has_failed && str_next(&lines, '\n', &line)) {
		t->line++;
		tale_step(t, str_trim(line));
	}
}

static void
add_story(struct plan *plan, struct story_text *stories, const struct story_text *story)
{
	check(plan->story_count < STORIES_MAX);
	stories[plan->story_count++] = *story;
}

static void
read_stories(struct plan *plan, struct arena *arena, struct story_text *stories, const char *path)
{
	struct story_text story = { .file = path };
	struct str text, line = S("");
	int number = 0;

	check(file_system.read(file_system.self, arena, path, FILE_MAX, &text) == OK);
	while (str_next(&text, '\n', &line)) {
		number++;
		if (!str_starts(line, S("story ")))
			continue;
		if (story.line > 0) {
			story.lines.length = (size_t)(line.at - story.lines.at);
			add_story(plan, stories, &story);
		}
		story.title = str_skip(line, 6);
		story.lines = (struct str){ line.at + line.length + 1, 0 };
		story.line = number;
	}
	if (story.line > 0 && line.at + line.length > story.lines.at) {
		story.lines.length = (size_t)(line.at + line.length - story.lines.at);
		add_story(plan, stories, &story);
	}
}

static bool
is_option(struct plan *plan, struct str word)
{
	struct str value = str_skip(word, str_find(word, '=') + 1);
	int64_t number = 0;

	if (str_starts(word, S("where=")))
		plan->where = value.at;
	else if (str_starts(word, S("planted=")))
		plan->planted = value.at;
	else if (str_starts(word, S("sample=")) && str_whole(value, &number))
		plan->sample = (uint64_t)number;
	else if (str_starts(word, S("stride=")) && str_whole(value, &number))
		plan->stride = (uint64_t)number;
	else if (str_starts(word, S("seed=")) && str_whole(value, &number))
		plan->seed = (uint64_t)number;
	else
		return false;
	return true;
}

static bool
run_lane(const struct plan *plan, const char *what, struct score *score)
{
	static const char *const kinds[] = {
		[FAULT_MEMORY] = "memory", [FAULT_SYSTEM] = "system", [FAULT_DISK] = "disk", [FAULT_SQL] = "sql",
	};
	static const struct {
		const char *what;
		void (*run)(const struct plan *, struct score *);
	} lanes[] = { { "power", power_run }, { "postgres", postgres_run }, { "opening", opening_run }, { "files", files_run } };

	for (size_t i = FAULT_MEMORY; i < ARRAY_LENGTH(kinds); i++)
		if (strcmp(kinds[i], what) == 0) {
			trials_run(plan, (enum fault_kind)i, score);
			return true;
		}
	for (size_t i = 0; i < ARRAY_LENGTH(lanes); i++)
		if (strcmp(lanes[i].what, what) == 0) {
			lanes[i].run(plan, score);
			return true;
		}
	return false;
}

int
main(int count, char **words)
{
	struct zone_files files = { .self = file_system.self, .read = file_system.read, .folder = "/usr/share/zoneinfo" };
	static struct story_text stories[STORIES_MAX];
	struct plan plan = { .stories = stories };
	struct score score = { 0 };
	struct arena *arena, *work;

	arena_open(PROCESS_ARENA, &arena);
	arena_open(ZONES_ARENA, &work);
	fault_takes_sqlite_memory();
	disk_register();
	secrets_start();
	log_shows(LOG_ERROR);
	check(zones_load(arena, work, &files) == OK);
	for (int i = 2; i < count; i++)
		if (!is_option(&plan, str_from(words[i])))
			read_stories(&plan, arena, stories, words[i]);
	if (count < 2 || !run_lane(&plan, words[1], &score)) {
		fputs("usage: torture power|memory|system|disk|sql|postgres|opening|files [sample=N] [stride=N] [seed=N] [where=X] [planted=X] FILE…\n", stderr);
		return 2;
	}
	printf("%llu faults\n%u passed, %u failed\n", (unsigned long long)score.trials, score.passed, score.failed);
	return score.failed == 0 ? 0 : 1;
}
