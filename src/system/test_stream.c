/* Files in parts, locks, lists and moves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "system/folder.h"
#include "system/stream.h"

static struct arena *arena;
static struct str folder;

static const char *
in_folder(const char *name)
{
	return str_c(arena, str_join(arena, 3, (struct str[]){ folder, S("/"), str_from(name) }));
}

static int
begin(void **state)
{
	(void)state;
	arena_open(8 << 20, &arena);
	return folder_scratch(arena, S("/tmp"), &folder) != OK;
}

static int
end(void **state)
{
	struct str_list names;

	(void)state;
	(void)folder_list(arena, str_c(arena, folder), S(""), &names);
	for (size_t i = 0; i < names.count; i++)
		(void)file_remove(in_folder(str_c(arena, names.at[i])));
	(void)folder_remove(str_c(arena, folder));
	arena_close(&arena);
	return 0;
}

static void
write_words(const char *name, struct str words)
{
	struct stream out;

	assert_int_equal(OK, stream_make(in_folder(name), &out));
	assert_int_equal(OK, stream_write(&out, words));
	assert_int_equal(OK, stream_sync(&out));
	stream_close(&out);
}

static void
a_file_is_read_in_parts_as_it_was_written(void **state)
{
	struct stream in;
	struct stat about;
	char part[4];
	size_t got;
	int64_t size;

	(void)state;
	write_words("one", S("longer than it will be"));
	write_words("one", S("abcdef"));
	assert_int_equal(0, stat(in_folder("one"), &about));
	assert_int_equal(0600, about.st_mode & 0777);
	assert_int_equal(OK, stream_open(in_folder("one"), &in));
	assert_int_equal(OK, stream_size(&in, &size));
	assert_int_equal(6, size);
	assert_int_equal(OK, stream_read(&in, part, 4, &got));
	assert_int_equal(4, got);
	assert_memory_equal("abcd", part, 4);
	assert_int_equal(OK, stream_read(&in, part, 4, &got));
	assert_int_equal(2, got);
	stream_close(&in);
	assert_int_equal(-1, in.descriptor);
}

static void
what_is_no_file_is_refused(void **state)
{
	struct stream any;

	(void)state;
	assert_int_equal(NOT_FOUND, stream_open(in_folder("nothing"), &any));
	assert_int_equal(FILE_FAILED, stream_open(str_c(arena, folder), &any));
	assert_int_equal(NOT_FOUND, stream_make(in_folder("nothing/inside"), &any));
	assert_int_equal(0, symlink("/tmp/elsewhere-mentord", in_folder("link")));
	assert_int_equal(FILE_FAILED, stream_make(in_folder("link"), &any));
	assert_int_equal(OK, file_remove(in_folder("link")));
}

static void
a_file_that_is_being_made_is_not_made_twice(void **state)
{
	struct stream first, second;

	(void)state;
	assert_int_equal(OK, stream_make(in_folder("held"), &first));
	assert_int_equal(OK, stream_write(&first, S("kept")));
	assert_int_equal(BUSY, stream_make(in_folder("held"), &second));
	assert_int_equal(OK, file_move(arena, in_folder("held"), in_folder("done")));
	assert_int_equal(OK, stream_make(in_folder("held"), &second));    /* another file by now */
	stream_close(&first);
	stream_close(&second);
	assert_true(file_is_there(in_folder("done")));
}

/* In a child, since the limit stays. */
static void
a_limit_on_sizes_answers_like_a_full_disk(void **state)
{
	pid_t child = fork();
	int status;

	(void)state;
	if (child == 0) {
		struct rlimit limit = { 4096, 4096 };
		struct stream out;
		char words[5000] = "";
		enum outcome said;

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		said = stream_make(in_folder("limited"), &out);
		if (said == OK)
			said = stream_write(&out, (struct str){ words, sizeof(words) });
		_exit(said == STORE_FULL ? 0 : 1);
	}
	assert_int_equal(child, waitpid(child, &status, 0));
	assert_int_equal(0, status);
}

static void
a_lock_ends_with_its_process(void **state)
{
	const char *lock = in_folder("lock");
	int ready[2], go[2], status;
	pid_t child;
	char byte = 0;

	(void)state;
	assert_int_equal(0, pipe(ready));
	assert_int_equal(0, pipe(go));
	child = fork();
	if (child == 0) {
		byte = folder_hold(lock) == OK ? 'y' : 'n';
		if (write(ready[1], &byte, 1) != 1 || read(go[0], &byte, 1) != 1)
			_exit(1);
		_exit(0);
	}
	assert_int_equal(1, read(ready[0], &byte, 1));
	assert_int_equal('y', byte);
	assert_int_equal(BUSY, folder_hold(lock));
	assert_int_equal(1, write(go[1], &byte, 1));
	assert_int_equal(child, waitpid(child, &status, 0));
	assert_int_equal(OK, folder_hold(lock));
}

static void
a_list_has_what_ends_so(void **state)
{
	struct str_list names;

	(void)state;
	write_words("a.backup", S("a"));
	write_words("b.other", S("b"));
	assert_int_equal(OK, folder_list(arena, str_c(arena, folder), S(".backup"), &names));
	assert_int_equal(1, names.count);
	assert_true(str_equal(S("a.backup"), names.at[0]));
	assert_int_equal(NOT_FOUND, folder_list(arena, in_folder("no"), S(""), &names));
}

static void
a_move_that_fails_leaves_nothing_under_the_other_name(void **state)
{
	(void)state;
	write_words("from", S("words"));
	assert_int_equal(NOT_FOUND, file_move(arena, in_folder("from"), in_folder("no/to")));
	assert_false(file_is_there(in_folder("from")));
	assert_int_equal(OK, file_remove(in_folder("from")));
}

static void
free_space_is_told(void **state)
{
	int64_t bytes = -1;

	(void)state;
	assert_int_equal(OK, folder_free_bytes(str_c(arena, folder), &bytes));
	assert_true(bytes >= 0);
	assert_int_equal(NOT_FOUND, folder_free_bytes(in_folder("no"), &bytes));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_read_in_parts_as_it_was_written),
		cmocka_unit_test(what_is_no_file_is_refused),
		cmocka_unit_test(a_file_that_is_being_made_is_not_made_twice),
		cmocka_unit_test(a_limit_on_sizes_answers_like_a_full_disk),
		cmocka_unit_test(a_lock_ends_with_its_process),
		cmocka_unit_test(a_list_has_what_ends_so),
		cmocka_unit_test(a_move_that_fails_leaves_nothing_under_the_other_name),
		cmocka_unit_test(free_space_is_told),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
