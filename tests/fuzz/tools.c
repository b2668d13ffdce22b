/* The tools of the build, as the processes that they are: whatever stands in the file, they end with 0, or with 1 and a sentence. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fuzz.h"

static void
write_file(const char *path, struct str bytes)
{
	FILE *file = fopen(path, "wb");

	MUST(file != NULL && fwrite(bytes.at, 1, bytes.length, file) == bytes.length && fclose(file) == 0);
}

/* libFuzzer's alarm interrupts a wait. */
static int
wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) != child)
		MUST(errno == EINTR);
	return status;
}

/* Runs the tool in a scratch folder; its sentences go to the file "said" there. */
static void
run_tool(struct str input, const char *room_file, char *const *words)
{
	char scratch[] = "/tmp/mentord-fuzz-tool-XXXXXX", command[256];
	struct stat said;
	pid_t child;
	int status;

	MUST(mkdtemp(scratch) != NULL);
	child = fork();
	MUST(child >= 0);
	if (child == 0) {
		if (chdir(scratch) != 0 || mkdir("room", 0700) != 0)
			_exit(99);
		write_file(room_file, input);
		if (freopen("said", "wb", stderr) == NULL || freopen("/dev/null", "wb", stdout) == NULL)
			_exit(99);
		execv(words[0], words);
		_exit(99);
	}
	status = wait_for(child);
	MUST(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 1));
	snprintf(command, sizeof(command), "%s/said", scratch);
	MUST(WEXITSTATUS(status) == 0 || (stat(command, &said) == 0 && said.st_size > 0));
	snprintf(command, sizeof(command), "%s", scratch);
	child = fork();
	if (child == 0) {
		execlp("rm", "rm", "-rf", command, (char *)NULL);
		_exit(99);
	}
	(void)wait_for(child);
}

/* FUZZ_ROOT: the project; FUZZ_TOOLS: the folder of the tools, both absolute. */
static char *
under(struct arena *arena, const char *root, const char *rest)
{
	const char *base = getenv(root);
	char *path = arena_take(arena, 1024);

	MUST(base != NULL);
	snprintf(path, 1024, "%s%s", base, rest);
	return path;
}

void
fuzz_sql_gen(struct arena *arena, struct str input)
{
	char *words[] = { under(arena, "FUZZ_TOOLS", "/sql-gen"), "--schema", under(arena, "FUZZ_ROOT", "/schema"), "--out", "out", "room/store.sql", NULL };

	run_tool(input, "room/store.sql", words);
}

void
fuzz_page_gen(struct arena *arena, struct str input)
{
	char *words[] = { under(arena, "FUZZ_TOOLS", "/page-gen"), "pages", "--room", "room", "--out", "out", "--routes",
		under(arena, "FUZZ_ROOT", "/src/daemon/routes.def"), "room/page.html", NULL };

	run_tool(input, "room/page.html", words);
}
