/* The sealed courier: it reaches servers, finds them by their names, writes letters, and can do no more. */
#include <netdb.h>
#include <pthread.h>

#include "base/arena.h"
#include "system/exchange.h"
#include "system/testing_sandbox_tries.h"

static char server[PATH_BYTES];
static struct exchange exchange;

static int try_clone(void) { return trouble(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }
static int try_socket(void) { return trouble(socket(AF_INET, SOCK_STREAM, 0)); }
static int try_true_vfork(void) { return trouble(syscall(SYS_vfork)); }

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

static int shut(void **state) { (void)state; is_shut = true; return 0; }
static int let_out(void **state) { (void)state; is_shut = false; return 0; }

/* Letters become files, and there is no link to look at: it opens no connection, and starts no thread. */
static void
a_courier_with_nothing_to_do_outside_reaches_nobody(void **state)
{
	(void)state;
	killed("socket", SANDBOX_COURIER, true, try_socket);
	killed("thread", SANDBOX_COURIER, true, try_clone);
	needs_landlock();
	opens(SANDBOX_COURIER, "/etc/hosts", O_RDONLY, EACCES);
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_courier_with_nothing_to_do_outside_reaches_nobody, shut, let_out),
		cmocka_unit_test(a_courier_that_makes_a_forbidden_call_is_killed),
		cmocka_unit_test(the_courier_writes_letters_alone_and_reads_what_finds_servers),
		cmocka_unit_test(the_courier_of_a_keeper_without_a_database_file_writes_letters),
		cmocka_unit_test(a_sealed_courier_finds_a_server_by_its_name),
	};

	return cmocka_run_group_tests(tests, open_folder, close_folder);
}
