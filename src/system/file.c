/* Files, read and replaced as a whole. */
#include "system/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "system/failure.h"
#include "system/folder.h"

static enum outcome
read_all(int descriptor, struct arena *arena, size_t ceiling, struct str *out)
{
	struct stat about;
	size_t length = 0;
	char *bytes;

	if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode))
		return FILE_FAILED;
	if ((size_t)about.st_size > ceiling)
		return TOO_LARGE;
	bytes = arena_take(arena, (size_t)about.st_size + 1);
	while (length < (size_t)about.st_size) {
		ssize_t got = read(descriptor, bytes + length, (size_t)about.st_size - length);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return FILE_FAILED;
		if (got == 0)
			break;
		length += (size_t)got;
	}
	*out = (struct str){ bytes, length };
	return OK;
}

static enum outcome
system_read(void *self, struct arena *arena, const char *path, size_t ceiling, struct str *out)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	enum outcome said;

	(void)self;
	if (descriptor < 0)
		return system_failure();
	said = read_all(descriptor, arena, ceiling, out);
	close(descriptor);
	return said;
}

enum outcome
file_read_private(struct arena *arena, const char *path, size_t ceiling, struct str *out)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	struct stat about;
	enum outcome said;

	if (descriptor < 0)
		return system_failure();
	if (fstat(descriptor, &about) != 0)
		said = FILE_FAILED;
	else
		said = (about.st_mode & (S_IRWXG | S_IRWXO)) != 0 ? FORBIDDEN : read_all(descriptor, arena, ceiling, out);
	close(descriptor);
	return said;
}

static enum outcome
write_all(int descriptor, struct str bytes)
{
	while (bytes.length > 0) {
		ssize_t put = write(descriptor, bytes.at, bytes.length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return system_failure();
		bytes = str_skip(bytes, (size_t)put);
	}
	return fsync(descriptor) == 0 ? OK : system_failure();
}

static enum outcome
system_write(void *self, struct arena *arena, const char *path, struct str bytes)
{
	const char *beside = str_c(arena, str_join(arena, 2, (struct str[]){ str_from(path), S(".new") }));
	int descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	enum outcome said;

	(void)self;
	if (descriptor < 0)
		return system_failure();
	said = write_all(descriptor, bytes);
	close(descriptor);
	if (said == OK)
		return file_move(arena, beside, path);
	unlink(beside);
	return said;
}

static enum outcome
system_make_secret(void *self, struct arena *arena, const char *path, struct str bytes)
{
	int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
	enum outcome said;

	(void)self;
	if (descriptor < 0)
		return system_failure();
	said = write_all(descriptor, bytes);
	close(descriptor);
	if (said == OK)
		return file_sync_folder(arena, path);
	unlink(path);
	return said;
}

static enum outcome
system_make_folder(void *self, const char *path)
{
	(void)self;
	return mkdir(path, 0700) == 0 || errno == EEXIST ? OK : system_failure();
}

const struct file_seam file_system = {
	.read = system_read, .write = system_write, .make_secret = system_make_secret, .make_folder = system_make_folder,
};
