/* A PostgreSQL server of a test's own, by tests/postgres; tests run in the project's folder. */
#ifndef SQL_TESTING_POSTGRES_H
#define SQL_TESTING_POSTGRES_H

#include <sys/wait.h>

#include "sql/testing_folder.h"

static struct test_folder postgres_folder;
static char postgres_where[256];

/* What the script prints goes to out, without its line end. */
static inline int
test_postgres_script(const char *word, char *out, size_t size)
{
	size_t length = 0;
	ssize_t more;
	int ends[2], status;
	pid_t child;

	check(pipe(ends) == 0);
	child = fork();
	check(child >= 0);
	if (child == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execl("tests/postgres", "tests/postgres", word, postgres_folder.at, (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	while (length + 1 < size && (more = read(ends[0], out + length, size - 1 - length)) > 0)
		length += (size_t)more;
	close(ends[0]);
	out[length > 0 ? length - 1 : 0] = '\0';
	check(waitpid(child, &status, 0) == child);
	return status;
}

/* A connection string. */
static inline const char *
test_postgres_start(void)
{
	test_folder_open(&postgres_folder);
	check(test_postgres_script("start", postgres_where, sizeof(postgres_where)) == 0);
	return postgres_where;
}

static inline void
test_postgres_stop(void)
{
	char nothing[8];

	check(test_postgres_script("stop", nothing, sizeof(nothing)) == 0);
}

#endif
