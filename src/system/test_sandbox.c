/* Sealed children that try what their role may not: each call and path is really made, the parent looks how the child ended. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/limits.h"
#include "system/exchange.h"
#include "system/sandbox.h"

enum { PATH_BYTES = 128, SEAL_FAILED = 99, PROBE_RAN = 42, REPORT_BYTES = 2000 };

static char folder[] = "/tmp/mentord-seal-XXXXXX";
static char data[PATH_BYTES], database[PATH_BYTES + 16], outside[PATH_BYTES], letters[PATH_BYTES], server[PATH_BYTES];
static int listener = -1, pair[2];
static struct exchange exchange;

typedef int probe(void);

static const char *
beside(const char *ending)
{
	static char path[PATH_BYTES + 32];

	snprintf(path, sizeof(path), "%s%s", database, ending);
	return path;
}

static void
make_file(const char *path)
{
	int descriptor = open(path, O_CREAT | O_RDWR, 0600);

	check(descriptor >= 0 && write(descriptor, "bytes", 5) == 5);
	close(descriptor);
}

static int
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

static int
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

static void
seal_or_end(enum sandbox_role role, bool is_file)
{
	struct sandbox sandbox = { .role = role, .database = is_file ? database : NULL, .zones = "/usr/share/zoneinfo",
		.letters = role == SANDBOX_KEEPER || role == SANDBOX_COURIER ? letters : NULL };

	if (sandbox_seal(&sandbox) != OK)
		_exit(SEAL_FAILED);
}

/* How a child of this role ends that tries; what it says comes into report. */
static char report[REPORT_BYTES];

static int
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

static void
killed(const char *what, enum sandbox_role role, bool is_file, probe *tries)
{
	int status = status_of(role, is_file, NULL, tries);

	if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
		fail_msg("role %d, %s: status %x, %s", role, what, (unsigned)status, report);
}

static void
answers(int wanted, const char *what, enum sandbox_role role, bool is_file, probe *tries)
{
	int status = status_of(role, is_file, NULL, tries);

	if (!WIFEXITED(status) || WEXITSTATUS(status) != wanted)
		fail_msg("role %d, %s: status %x, not exit %d; %s", role, what, (unsigned)status, wanted, report);
}

/* errno of a call that should fail, 0 if it did not. */
static int
trouble(long said)
{
	return said >= 0 ? 0 : errno;
}

static int try_socket(void) { return trouble(socket(AF_INET, SOCK_STREAM, 0)); }
static int try_local_socket(void) { return trouble(socket(AF_UNIX, SOCK_STREAM, 0)); }
static int try_socketpair(void) { int two[2]; return trouble(socketpair(AF_UNIX, SOCK_STREAM, 0, two)); }
static int try_connect(void) { return trouble(syscall(SYS_connect, listener, NULL, 0)); }
static int try_bind(void) { return trouble(syscall(SYS_bind, listener, NULL, 0)); }
static int try_listen(void) { return trouble(listen(listener, 1)); }
static int try_accept(void) { return trouble(accept4(listener, NULL, NULL, 0)); }
static int try_fork(void) { return trouble(fork()); }
static int try_vfork(void) { return trouble(syscall(SYS_clone, SIGCHLD | CLONE_VFORK, 0, 0, 0, 0)); }
static int try_bind_here(void) { struct sockaddr_in a = { .sin_family = AF_INET }; return trouble(syscall(SYS_bind, listener, &a, sizeof(a))); }
static int try_clone(void) { return trouble(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }
static int try_thread(void) { return trouble(syscall(SYS_clone3, NULL, 0)); }
static int try_true_vfork(void) { return trouble(syscall(SYS_vfork)); }
static int try_ptrace(void) { return trouble(ptrace(PTRACE_TRACEME, 0, NULL, NULL)); }
static int try_peek(void) { return trouble(process_vm_readv(getppid(), NULL, 0, NULL, 0, 0)); }

static int
try_exec(void)
{
	char *const words[] = { (char *)(uintptr_t)"true", NULL };

	return trouble(execv("/usr/bin/true", words));
}

static int
try_execveat(void)
{
	return trouble(syscall(SYS_execveat, AT_FDCWD, "/usr/bin/true", NULL, NULL, 0));
}

struct attempt {
	const char *what;
	probe *tries;
};

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
a_courier_that_makes_a_forbidden_call_is_killed(void **state)
{
	static const struct attempt attempts[] = {
		{ "bind", try_bind_here }, { "bind to nothing", try_bind }, { "listen", try_listen }, { "accept", try_accept },
		{ "vfork", try_true_vfork }, { "exec", try_exec }, { "execveat", try_execveat }, { "ptrace", try_ptrace }, { "peek", try_peek },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(attempts); i++) {
		killed(attempts[i].what, SANDBOX_COURIER, true, attempts[i].tries);
		killed(attempts[i].what, SANDBOX_COURIER, false, attempts[i].tries);
	}
	answers(ENOSYS, "a process", SANDBOX_COURIER, true, try_clone);    /* fork() is clone(), which threads need */
	answers(ENOSYS, "a process by the newer call", SANDBOX_COURIER, true, try_thread);
}

/* Whether a role may open this so: 0 or errno. */
static const char *path;
static int flags;

static int
try_open(void)
{
	return trouble(open(path, flags, 0600));
}

static void
opens(enum sandbox_role role, const char *what, int how, int wanted)
{
	path = what;
	flags = how;
	answers(wanted, what, role, true, try_open);
}

static void
needs_landlock(void)
{
	if (sandbox_kernel().landlock == 0)
		skip();
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

static const char *
a_letter(void)
{
	static char name[PATH_BYTES + 16];

	snprintf(name, sizeof(name), "%s/x.eml", letters);
	return name;
}

static void
the_courier_writes_letters_alone_and_reads_what_finds_servers(void **state)
{
	(void)state;
	needs_landlock();
	opens(SANDBOX_COURIER, database, O_RDONLY, 0);
	opens(SANDBOX_COURIER, database, O_RDWR, EACCES);
	opens(SANDBOX_COURIER, beside("-wal"), O_RDWR | O_CREAT, EACCES);
	opens(SANDBOX_COURIER, beside("-new"), O_RDWR | O_CREAT, EACCES);
	opens(SANDBOX_COURIER, data, O_RDONLY | O_DIRECTORY, EACCES);
	opens(SANDBOX_COURIER, outside, O_RDONLY, EACCES);
	opens(SANDBOX_COURIER, "/etc/passwd", O_RDONLY, EACCES);
	opens(SANDBOX_COURIER, "/etc/hosts", O_RDONLY, 0);
	opens(SANDBOX_COURIER, "/etc/hosts", O_RDWR, EACCES);
	opens(SANDBOX_COURIER, "/etc/resolv.conf", O_RDONLY, 0);
	opens(SANDBOX_COURIER, "/etc/ssl/certs", O_RDONLY | O_DIRECTORY, 0);
	opens(SANDBOX_COURIER, a_letter(), O_RDWR | O_CREAT, 0);
	opens(SANDBOX_WEB, a_letter(), O_RDONLY, EACCES);
	unlink(a_letter());
}

static int
try_letter(void)
{
	int said = trouble(open(a_letter(), O_WRONLY | O_CREAT, 0600));

	if (said == 0)
		said = trouble(rename(a_letter(), a_letter()));
	return said == 0 ? trouble(unlink(a_letter())) : said;
}

/* As the keeper starts a role: its walls stand around the child's own. */
static int
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

static int try_letter_in_keeper(void) { return in_keeper(SANDBOX_COURIER, false, try_letter); }

/* With PostgreSQL the keeper needs no file of the data folder, but for those. */
static void
the_courier_of_a_keeper_without_a_database_file_writes_letters(void **state)
{
	(void)state;
	answers(0, "a letter", SANDBOX_KEEPER, false, try_letter_in_keeper);
}

static void *
look_up(void *said)
{
	struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM }, *found = NULL;

	*(int *)said = getaddrinfo("localhost", "25", &hints, &found) == 0 && found != NULL ? 0 : 1;
	if (found != NULL)
		freeaddrinfo(found);
	return NULL;
}

static int
try_name(void)
{
	pthread_t thread;
	int said = 2;

	return pthread_create(&thread, NULL, look_up, &said) == 0 && pthread_join(thread, NULL) == 0 ? said : 3;
}

static int load_libcurl(void) { return exchange_open(S(""), &exchange) == OK ? 0 : 1; }

/* Nobody accepts, so that what was asked stays unanswered; that it was sent at all is what is tried. */
static int
try_server(void)
{
	struct exchange_ask ask = { .kind = EXCHANGE_GET, .url = str_from(server), .limit_ms = 2000 };
	struct exchange_answer answer;
	struct arena *arena;

	arena_open(1 << 20, &arena);
	if (exchange.start(exchange.self, &ask) != OK)
		return 1;
	while (!exchange.take(exchange.self, arena, &answer))
		exchange.wait(exchange.self, -1, 100);
	return answer.fate == EXCHANGE_UNCLEAR ? 0 : 2;
}

static int try_server_in_keeper(void) { return in_keeper(SANDBOX_COURIER, true, try_server); }

static void
reaches(enum sandbox_role role, probe *tries)
{
	int status = status_of(role, true, load_libcurl, tries);

	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail_msg("role %d: status %x, %s", role, (unsigned)status, report);
}

static void
a_sealed_courier_finds_a_server_by_its_name(void **state)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(address);
	int busy = socket(AF_INET, SOCK_STREAM, 0);

	(void)state;
	answers(0, "localhost, by a thread", SANDBOX_COURIER, true, try_name);
	check(bind(busy, (struct sockaddr *)&address, size) == 0 && listen(busy, 4) == 0 && getsockname(busy, (struct sockaddr *)&address, &size) == 0);
	snprintf(server, sizeof(server), "http://localhost:%d/", ntohs(address.sin_port));
	reaches(SANDBOX_COURIER, try_server);
	reaches(SANDBOX_KEEPER, try_server_in_keeper);
	close(busy);
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
		cmocka_unit_test(a_courier_that_makes_a_forbidden_call_is_killed),
		cmocka_unit_test(the_courier_writes_letters_alone_and_reads_what_finds_servers),
		cmocka_unit_test(the_courier_of_a_keeper_without_a_database_file_writes_letters),
		cmocka_unit_test(a_sealed_courier_finds_a_server_by_its_name),
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
