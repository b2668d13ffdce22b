/* Sealed children that try what their role may not: each call and path is really made, the parent looks how the child ended.
 * What the courier may stands in test_sandbox_courier.c. */
#include <linux/sched.h>
#include <seccomp.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "base/limits.h"
#include "system/testing_sandbox_tries.h"

enum { PROBE_RAN = 42 };

static int try_socket(void) { return trouble(socket(AF_INET, SOCK_STREAM, 0)); }
static int try_local_socket(void) { return trouble(socket(AF_UNIX, SOCK_STREAM, 0)); }
static int try_socketpair(void) { int two[2]; return trouble(socketpair(AF_UNIX, SOCK_STREAM, 0, two)); }
static int try_connect(void) { return trouble(syscall(SYS_connect, listener, NULL, 0)); }
static int try_fork(void) { return trouble(fork()); }
static int try_vfork(void) { return trouble(syscall(SYS_clone, SIGCHLD | CLONE_VFORK, 0, 0, 0, 0)); }

static void
a_web_process_that_makes_a_forbidden_call_is_killed(void **state)
{
	static const struct attempt attempts[] = {
		{ "socket", try_socket }, { "local socket", try_local_socket }, { "socketpair", try_socketpair }, { "connect", try_connect },
		{ "bind", try_bind }, { "listen", try_listen }, { "fork", try_fork }, { "vfork", try_vfork }, { "thread", try_thread },
		{ "exec", try_exec }, { "execveat", try_execveat }, { "ptrace", try_ptrace }, { "peek", try_peek },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(attempts); i++) {
		killed(attempts[i].what, SANDBOX_WEB, true, attempts[i].tries);
		killed(attempts[i].what, SANDBOX_WEB, false, attempts[i].tries);
	}
}

static void
a_writer_that_makes_a_forbidden_call_is_killed(void **state)
{
	static const struct attempt attempts[] = {
		{ "socket", try_socket }, { "socketpair", try_socketpair }, { "connect", try_connect }, { "bind", try_bind },
		{ "listen", try_listen }, { "accept", try_accept }, { "fork", try_fork }, { "thread", try_thread }, { "exec", try_exec },
		{ "ptrace", try_ptrace }, { "peek", try_peek },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(attempts); i++) {
		killed(attempts[i].what, SANDBOX_WRITER, true, attempts[i].tries);
		killed(attempts[i].what, SANDBOX_WRITER, false, attempts[i].tries);
	}
}

static void
a_keeper_that_makes_a_forbidden_call_is_killed(void **state)
{
	static const struct attempt attempts[] = {
		{ "listen", try_listen }, { "ptrace", try_ptrace }, { "peek", try_peek }, { "execveat", try_execveat },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(attempts); i++)
		killed(attempts[i].what, SANDBOX_KEEPER, true, attempts[i].tries);
	answers(ENOSYS, "bind", SANDBOX_KEEPER, true, try_bind_here);
	answers(EINVAL, "connect, for the courier", SANDBOX_KEEPER, true, try_connect);    /* it got as far as its address */
}

static void
web_reads_the_database_and_writes_nothing(void **state)
{
	(void)state;
	needs_landlock();
	opens(SANDBOX_WEB, database, O_RDONLY, 0);
	opens(SANDBOX_WEB, database, O_RDWR, EACCES);
	opens(SANDBOX_WEB, beside("-wal"), O_RDONLY, 0);
	opens(SANDBOX_WEB, beside("-wal"), O_RDWR | O_CREAT, EACCES);
	opens(SANDBOX_WEB, beside("-shm"), O_RDONLY, 0);
	opens(SANDBOX_WEB, beside("-shm"), O_RDWR | O_CREAT, EACCES);
	opens(SANDBOX_WEB, beside("-new"), O_RDWR | O_CREAT, EACCES);
	opens(SANDBOX_WEB, data, O_RDONLY | O_DIRECTORY, EACCES);
	opens(SANDBOX_WEB, outside, O_RDONLY, EACCES);
	opens(SANDBOX_WEB, "/etc/passwd", O_RDONLY, EACCES);
}

static void
the_writer_keeps_to_the_data_folder(void **state)
{
	(void)state;
	needs_landlock();
	opens(SANDBOX_WRITER, database, O_RDWR, 0);
	opens(SANDBOX_WRITER, beside("-new"), O_RDWR | O_CREAT, 0);
	opens(SANDBOX_WRITER, data, O_RDONLY | O_DIRECTORY, 0);
	opens(SANDBOX_WRITER, folder, O_RDONLY | O_DIRECTORY, EACCES);
	opens(SANDBOX_WRITER, outside, O_RDONLY, EACCES);
	opens(SANDBOX_WRITER, "/etc/passwd", O_RDONLY, EACCES);
}

static void
without_a_file_of_its_own_a_role_opens_none(void **state)
{
	(void)state;
	needs_landlock();
	path = database;
	flags = O_RDONLY;
	answers(EACCES, path, SANDBOX_WEB, false, try_open);
	answers(EACCES, path, SANDBOX_WRITER, false, try_open);
}

static void
the_keeper_reads_what_its_children_need_to_start(void **state)
{
	(void)state;
	needs_landlock();
	opens(SANDBOX_KEEPER, "/usr/share/zoneinfo/tzdata.zi", O_RDONLY, 0);
	opens(SANDBOX_KEEPER, "/proc/self/exe", O_RDONLY, 0);
	opens(SANDBOX_KEEPER, outside, O_RDONLY, EACCES);
	opens(SANDBOX_KEEPER, "/etc/passwd", O_RDONLY, EACCES);
}

/* main() ends with PROBE_RAN when it is run so. */
static int
try_successor(void)
{
	char *const words[] = { (char *)(uintptr_t)"test", (char *)(uintptr_t)"--probe", NULL };
	int status;
	pid_t child = fork();

	if (child == 0) {
		execv("/proc/self/exe", words);
		_exit(1);
	}
	return waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}

static void
the_keeper_starts_its_own_program_and_no_other(void **state)
{
	(void)state;
	answers(PROBE_RAN, "successor", SANDBOX_KEEPER, true, try_successor);
	answers(PROBE_RAN, "successor", SANDBOX_KEEPER, false, try_successor);
	needs_landlock();
	answers(EACCES, "exec", SANDBOX_KEEPER, true, try_exec);
	answers(EACCES, "exec", SANDBOX_KEEPER, false, try_exec);
}

static int try_role_in_keeper(void) { return in_keeper(SANDBOX_WEB, true, try_accept); }

static void
a_child_of_a_sealed_keeper_seals_itself_again(void **state)
{
	(void)state;
	answers(EAGAIN, "web in keeper", SANDBOX_KEEPER, true, try_role_in_keeper);
}

static int
try_unlisted(void)
{
	long said[] = {
		syscall(SYS_mount, NULL, NULL, NULL, 0, NULL), syscall(SYS_memfd_create, "x", 0), syscall(SYS_kill, getppid(), 0),
		syscall(SYS_unshare, CLONE_NEWUSER), syscall(SYS_setuid, 0), syscall(SYS_ioctl, 0, 0, 0), syscall(SYS_chmod, database, 0777),
	};

	for (size_t i = 0; i < ARRAY_LENGTH(said); i++)
		if (said[i] != -1)
			return (int)i + 1;
	return errno;
}

static int
try_code(void)
{
	void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return memory == MAP_FAILED ? 1 : trouble(mprotect(memory, 4096, PROT_READ | PROT_EXEC));
}

static int
try_stranger(void)
{
	return trouble(syscall(SYS_tgkill, getppid(), getppid(), 0));
}

static void
what_is_not_listed_is_not_there(void **state)
{
	static const enum sandbox_role roles[] = { SANDBOX_WEB, SANDBOX_WRITER };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(roles); i++) {
		answers(ENOSYS, "unlisted calls", roles[i], true, try_unlisted);
		answers(ENOSYS, "memory that runs", roles[i], true, try_code);
		answers(ENOSYS, "a signal to the parent", roles[i], true, try_stranger);
	}
}

static int
try_work(void)
{
	char byte = 0;

	if (write(pair[0], "x", 1) != 1 || read(pair[1], &byte, 1) != 1 || byte != 'x')
		return 1;
	return trouble(accept4(listener, NULL, NULL, SOCK_NONBLOCK));
}

static int
try_pair(void)
{
	char byte = 0;

	return write(pair[0], "x", 1) == 1 && read(pair[1], &byte, 1) == 1 && byte == 'x' ? 0 : 1;
}

static int
try_abort(void)
{
	abort();
}

static void
a_role_can_still_do_its_work(void **state)
{
	int status;

	(void)state;
	answers(EAGAIN, "pair and listener", SANDBOX_WEB, true, try_work);
	answers(0, "pair", SANDBOX_WRITER, true, try_pair);
	status = status_of(SANDBOX_WRITER, true, NULL, try_abort);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(SIGABRT, WTERMSIG(status));
}

static int
try_limits(void)
{
	struct rlimit core, files, more = { 4096, 4096 };

	if (getrlimit(RLIMIT_CORE, &core) != 0 || getrlimit(RLIMIT_NOFILE, &files) != 0 || core.rlim_max != 0)
		return 1;
	if (files.rlim_max != files.rlim_cur || files.rlim_cur < LIMIT_CONNECTIONS + 32)
		return 2;
	return trouble(setrlimit(RLIMIT_NOFILE, &more));
}

static int
set_few_descriptors(void)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		return 1;
	files.rlim_cur = 64;
	return setrlimit(RLIMIT_NOFILE, &files);
}

static void
web_has_descriptors_for_all_its_connections_and_no_core(void **state)
{
	int status = status_of(SANDBOX_WEB, true, set_few_descriptors, try_limits);

	(void)state;
	assert_true(WIFEXITED(status));
	assert_int_equal(ENOSYS, WEXITSTATUS(status));
}

static int
refuse(int first, int second)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	int said = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), first, 0) != 0 ||
	    seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), second, 0) != 0 || seccomp_load(filter) != 0;

	seccomp_release(filter);
	return said;
}

static int lack_landlock(void) { return refuse(SCMP_SYS(landlock_create_ruleset), SCMP_SYS(landlock_add_rule)); }
static int lack_filter(void) { return refuse(SCMP_SYS(seccomp), SCMP_SYS(kexec_load)); }

static void
a_kernel_without_a_wall_is_told_and_the_others_stand(void **state)
{
	int status = status_of(SANDBOX_WEB, true, lack_landlock, try_socket);

	(void)state;
	assert_true(WIFSIGNALED(status));
	assert_int_equal(SIGSYS, WTERMSIG(status));
	assert_non_null(strstr(report, "level=warn what=sandbox words=\"this kernel has no Landlock"));
	assert_non_null(strstr(report, "what=sealed landlock=0 seccomp=1"));
	needs_landlock();
	path = outside;
	flags = O_RDONLY;
	status = status_of(SANDBOX_WEB, true, lack_filter, try_open);
	assert_true(WIFEXITED(status));
	assert_int_equal(EACCES, WEXITSTATUS(status));
	assert_non_null(strstr(report, "level=warn what=sandbox words=\"this kernel has no seccomp"));
}

static void
before_the_writer_has_made_its_files_nothing_is_done(void **state)
{
	struct sandbox sandbox = { .role = SANDBOX_WEB, .database = outside };
	struct rlimit core;

	(void)state;
	needs_landlock();
	assert_int_equal(NOT_FOUND, sandbox_seal(&sandbox));
	assert_int_equal(0, getrlimit(RLIMIT_CORE, &core));
	killed("sealed after all", SANDBOX_WEB, true, try_socket);
	assert_true(socket(AF_INET, SOCK_STREAM, 0) >= 0);    /* this process is not */
}

int
main(int count, char **words)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_web_process_that_makes_a_forbidden_call_is_killed),
		cmocka_unit_test(a_writer_that_makes_a_forbidden_call_is_killed),
		cmocka_unit_test(a_keeper_that_makes_a_forbidden_call_is_killed),
		cmocka_unit_test(web_reads_the_database_and_writes_nothing),
		cmocka_unit_test(the_writer_keeps_to_the_data_folder),
		cmocka_unit_test(without_a_file_of_its_own_a_role_opens_none),
		cmocka_unit_test(the_keeper_reads_what_its_children_need_to_start),
		cmocka_unit_test(the_keeper_starts_its_own_program_and_no_other),
		cmocka_unit_test(a_child_of_a_sealed_keeper_seals_itself_again),
		cmocka_unit_test(what_is_not_listed_is_not_there),
		cmocka_unit_test(a_role_can_still_do_its_work),
		cmocka_unit_test(web_has_descriptors_for_all_its_connections_and_no_core),
		cmocka_unit_test(a_kernel_without_a_wall_is_told_and_the_others_stand),
		cmocka_unit_test(before_the_writer_has_made_its_files_nothing_is_done),
	};

	if (count == 2 && strcmp(words[1], "--probe") == 0)
		_exit(PROBE_RAN);
	return cmocka_run_group_tests(tests, open_folder, close_folder);
}
