/* Children that seal themselves in a folder of a test's own, try something there, and tell by their end what came of it. */
#ifndef SYSTEM_TESTING_SANDBOX_H
#define SYSTEM_TESTING_SANDBOX_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.h"
#include "system/sandbox.h"

enum { PATH_BYTES = 128, SEAL_FAILED = 99, REPORT_BYTES = 2000 };

static char folder[] = "/tmp/mentord-seal-XXXXXX";
static char data[PATH_BYTES], database[PATH_BYTES + 16], outside[PATH_BYTES], letters[PATH_BYTES];
static int listener = -1, pair[2];
static bool is_shut;    /* a courier without anything to do outside */

typedef int probe(void);

static inline const char *
beside(const char *ending)
{
	static char path[PATH_BYTES + 32];

	snprintf(path, sizeof(path), "%s%s", database, ending);
	return path;
}

static inline void
make_file(const char *path)
{
	int descriptor = open(path, O_CREAT | O_RDWR, 0600);

	check(descriptor >= 0 && write(descriptor, "bytes", 5) == 5);
	close(descriptor);
}

static inline int
open_folder(void **state)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };

	(void)state;
	check(mkdtemp(folder) != NULL);
	snprintf(data, sizeof(data), "%s/data", folder);
	snprintf(database, sizeof(database), "%s/data/mentord.db", folder);
	snprintf(outside, sizeof(outside), "%s/outside", folder);
	snprintf(letters, sizeof(letters), "%s/letters", folder);
	check(mkdir(data, 0700) == 0 && mkdir(letters, 0700) == 0);
	make_file(database);
	make_file(beside("-wal"));
	make_file(beside("-shm"));
	make_file(outside);
	listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	check(bind(listener, (struct sockaddr *)&address, sizeof(address)) == 0 && listen(listener, 4) == 0);
	check(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair) == 0);
	return 0;
}

static inline int
close_folder(void **state)
{
	(void)state;
	unlink(beside("-wal"));
	unlink(beside("-shm"));
	unlink(beside("-new"));
	unlink(database);
	rmdir(data);
	rmdir(letters);
	unlink(outside);
	return rmdir(folder);
}

static inline void
seal_or_end(enum sandbox_role role, bool is_file)
{
	struct sandbox sandbox = { .role = role, .database = is_file ? database : NULL, .zones = "/usr/share/zoneinfo", .has_network = !is_shut,
		.letters = role == SANDBOX_KEEPER || role == SANDBOX_COURIER ? letters : NULL };

	if (sandbox_seal(&sandbox) != OK)
		_exit(SEAL_FAILED);
}

/* How a child of this role ends that tries; what it says comes into report. */
static char report[REPORT_BYTES];

static inline int
status_of(enum sandbox_role role, bool is_file, probe *before, probe *tries)
{
	size_t length = 0;
	ssize_t more;
	int ends[2], status;
	pid_t child;

	check(pipe(ends) == 0);
	child = fork();
	check(child >= 0);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		if (before != NULL && before() != 0)
			_exit(SEAL_FAILED);
		seal_or_end(role, is_file);
		_exit(tries());
	}
	close(ends[1]);
	while (length < sizeof(report) - 1 && (more = read(ends[0], report + length, sizeof(report) - 1 - length)) > 0)
		length += (size_t)more;
	report[length] = '\0';
	close(ends[0]);
	check(waitpid(child, &status, 0) == child);
	return status;
}

static inline void
killed(const char *what, enum sandbox_role role, bool is_file, probe *tries)
{
	int status = status_of(role, is_file, NULL, tries);

	if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
		fail_msg("role %d, %s: status %x, %s", role, what, (unsigned)status, report);
}

static inline void
answers(int wanted, const char *what, enum sandbox_role role, bool is_file, probe *tries)
{
	int status = status_of(role, is_file, NULL, tries);

	if (!WIFEXITED(status) || WEXITSTATUS(status) != wanted)
		fail_msg("role %d, %s: status %x, not exit %d; %s", role, what, (unsigned)status, wanted, report);
}

#endif
