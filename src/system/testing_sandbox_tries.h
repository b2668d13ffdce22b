/* What sealed children of more than one test try: calls, paths to open, and the same within a sealed keeper. */
#ifndef SYSTEM_TESTING_SANDBOX_TRIES_H
#define SYSTEM_TESTING_SANDBOX_TRIES_H

#include <errno.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include "system/testing_sandbox.h"

/* errno of a call that should fail, 0 if it did not. */
static inline int
trouble(long said)
{
	return said >= 0 ? 0 : errno;
}

static inline int try_bind(void) { return trouble(syscall(SYS_bind, listener, NULL, 0)); }
static inline int try_listen(void) { return trouble(listen(listener, 1)); }
static inline int try_accept(void) { return trouble(accept4(listener, NULL, NULL, 0)); }
static inline int try_bind_here(void) { struct sockaddr_in a = { .sin_family = AF_INET }; return trouble(syscall(SYS_bind, listener, &a, sizeof(a))); }
static inline int try_thread(void) { return trouble(syscall(SYS_clone3, NULL, 0)); }
static inline int try_ptrace(void) { return trouble(ptrace(PTRACE_TRACEME, 0, NULL, NULL)); }
static inline int try_peek(void) { return trouble(process_vm_readv(getppid(), NULL, 0, NULL, 0, 0)); }

static inline int
try_exec(void)
{
	char *const words[] = { (char *)(uintptr_t)"true", NULL };

	return trouble(execv("/usr/bin/true", words));
}

static inline int
try_execveat(void)
{
	return trouble(syscall(SYS_execveat, AT_FDCWD, "/usr/bin/true", NULL, NULL, 0));
}

struct attempt {
	const char *what;
	probe *tries;
};

/* Whether a role may open this so: 0 or errno. */
static const char *path;
static int flags;

static inline int
try_open(void)
{
	return trouble(open(path, flags, 0600));
}

static inline void
opens(enum sandbox_role role, const char *what, int how, int wanted)
{
	path = what;
	flags = how;
	answers(wanted, what, role, true, try_open);
}

static inline void
needs_landlock(void)
{
	if (sandbox_kernel().landlock == 0)
		skip();
}

/* As the keeper starts a role: its walls stand around the child's own. */
static inline int
in_keeper(enum sandbox_role role, bool is_file, probe *tries)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		seal_or_end(role, is_file);
		_exit(tries());
	}
	return waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}

#endif
