/* Shared memory without a name, and a file as such. */
#include "system/shared.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

enum outcome
shared_make(size_t size, int *descriptor_out)
{
	int descriptor = memfd_create("mentord", 0);

	if (descriptor < 0)
		return FILE_FAILED;
	if (ftruncate(descriptor, (off_t)size) != 0) {
		close(descriptor);
		return FILE_FAILED;
	}
	*descriptor_out = descriptor;
	return OK;
}

enum outcome
shared_open(int descriptor, size_t size, void **out)
{
	void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);

	if (at == MAP_FAILED)
		return FILE_FAILED;
	*out = at;
	return OK;
}

void
shared_close(void **at, size_t size)
{
	if (*at != NULL)
		munmap(*at, size);
	*at = NULL;
}

static enum outcome
open_file(const char *path, int flags, int *descriptor_out)
{
	*descriptor_out = open(path, flags);
	if (*descriptor_out >= 0)
		return OK;
	return errno == ENOENT ? NOT_FOUND : FILE_FAILED;
}

enum outcome
shared_file_open(const char *path, int *descriptor_out)
{
	return open_file(path, O_RDONLY, descriptor_out);
}

enum outcome
shared_file_look(int descriptor, size_t size, const void **out)
{
	void *at = mmap(NULL, size, PROT_READ, MAP_SHARED, descriptor, 0);

	if (at == MAP_FAILED)
		return FILE_FAILED;
	*out = at;
	return OK;
}

enum outcome
shared_file_hold(const char *path, int *descriptor_out)
{
	TRY(open_file(path, O_RDWR | O_CLOEXEC, descriptor_out));
	if (flock(*descriptor_out, LOCK_EX) == 0)
		return OK;
	close(*descriptor_out);
	return FILE_FAILED;
}

enum outcome
shared_file_change(int descriptor, struct str bytes)
{
	bool is_written = pwrite(descriptor, bytes.at, bytes.length, 0) == (ssize_t)bytes.length && fsync(descriptor) == 0;

	shared_file_leave(descriptor);
	return is_written ? OK : FILE_FAILED;
}

void
shared_file_leave(int descriptor)
{
	close(descriptor);
}
