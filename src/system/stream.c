/* Reading and writing in parts. */
#include "system/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "system/failure.h"

enum outcome
stream_open(const char *path, struct stream *out)
{
	struct stat about;

	out->descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (out->descriptor < 0)
		return system_failure();
	if (fstat(out->descriptor, &about) == 0 && S_ISREG(about.st_mode))
		return OK;
	stream_close(out);
	return FILE_FAILED;
}

/* Between our open() and our lock its last holder may have moved or removed it: then what we hold is another file. */
static bool
is_still_named(int descriptor, const char *path)
{
	struct stat held, named;

	return fstat(descriptor, &held) == 0 && lstat(path, &named) == 0 && held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

static enum outcome
keep_for_us(int descriptor, const char *path)
{
	if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
		return errno == EWOULDBLOCK ? BUSY : system_failure();
	if (!is_still_named(descriptor, path))
		return BUSY;
	return fchmod(descriptor, 0600) == 0 && ftruncate(descriptor, 0) == 0 ? OK : system_failure();
}

enum outcome
stream_make(const char *path, struct stream *out)
{
	enum outcome said;

	out->descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (out->descriptor < 0)
		return system_failure();
	said = keep_for_us(out->descriptor, path);
	if (said != OK)
		stream_close(out);
	return said;
}

void
stream_close(struct stream *stream)
{
	if (stream->descriptor >= 0)
		close(stream->descriptor);
	stream->descriptor = -1;
}

enum outcome
stream_read(struct stream *stream, char *at, size_t size, size_t *got)
{
	*got = 0;
	while (*got < size) {
		ssize_t some = read(stream->descriptor, at + *got, size - *got);

		if (some < 0 && errno == EINTR)
			continue;
		if (some < 0)
			return system_failure();
		if (some == 0)
			break;
		*got += (size_t)some;
	}
	return OK;
}

enum outcome
stream_write(struct stream *stream, struct str bytes)
{
	while (bytes.length > 0) {
		ssize_t some = write(stream->descriptor, bytes.at, bytes.length);

		if (some < 0 && errno == EINTR)
			continue;
		if (some < 0)
			return system_failure();
		bytes = str_skip(bytes, (size_t)some);
	}
	return OK;
}

enum outcome
stream_size(const struct stream *stream, int64_t *out)
{
	struct stat about;

	if (fstat(stream->descriptor, &about) != 0)
		return system_failure();
	*out = about.st_size;
	return OK;
}

enum outcome
stream_sync(struct stream *stream)
{
	return fsync(stream->descriptor) == 0 ? OK : system_failure();
}
