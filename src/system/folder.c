/* Locks, lists and moves. */
#include "system/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/arena.h"
#include "system/failure.h"

enum { NAMES_MAX = 10000 };

/* The descriptor stays open on purpose: the kernel lets go with the process. */
enum outcome
folder_hold(const char *lock_path)
{
	int descriptor = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	enum outcome said;

	if (descriptor < 0)
		return system_failure();
	if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
		return OK;
	said = errno == EWOULDBLOCK ? BUSY : system_failure();
	close(descriptor);
	return said;
}

enum outcome
folder_list(struct arena *arena, const char *path, struct str ending, struct str_list *out)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	*out = (struct str_list){ 0 };
	if (folder == NULL)
		return system_failure();
	out->at = ARENA_MANY(arena, NAMES_MAX, struct str);
	while ((entry = readdir(folder)) != NULL && out->count < NAMES_MAX)
		if (str_ends(str_from(entry->d_name), ending))
			out->at[out->count++] = str_copy(arena, str_from(entry->d_name));
	closedir(folder);
	return OK;
}

enum outcome
folder_scratch(struct arena *arena, struct str under, struct str *out)
{
	struct str path = str_join(arena, 2, (struct str[]){ under, S("/mentord-scratch-XXXXXX") });
	char *name = arena_take(arena, path.length + 1);

	memcpy(name, path.at, path.length);
	if (mkdtemp(name) == NULL)
		return system_failure();
	*out = str_from(name);
	return OK;
}

enum outcome
folder_free_bytes(const char *path, int64_t *out)
{
	struct statvfs about;

	if (statvfs(path, &about) != 0)
		return system_failure();
	*out = (int64_t)about.f_bavail * (int64_t)about.f_frsize;
	return OK;
}

bool
file_is_there(const char *path)
{
	struct stat about;

	return lstat(path, &about) == 0;
}

enum outcome
file_remove(const char *path)
{
	return unlink(path) == 0 || errno == ENOENT ? OK : system_failure();
}

enum outcome
folder_remove(const char *path)
{
	return rmdir(path) == 0 ? OK : system_failure();
}

/* The rename is durable only once the folder is. */
enum outcome
file_sync_folder(struct arena *arena, const char *path)
{
	char *copy = arena_take(arena, strlen(path) + 1);
	enum outcome said;
	int descriptor;

	memcpy(copy, path, strlen(path));
	descriptor = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (descriptor < 0)
		return system_failure();
	said = fsync(descriptor) == 0 ? OK : system_failure();
	close(descriptor);
	return said;
}

enum outcome
file_move(struct arena *arena, const char *from, const char *to)
{
	enum outcome said;

	if (rename(from, to) == 0)
		return file_sync_folder(arena, to);
	said = system_failure();
	unlink(from);
	return said;
}

enum outcome
folder_move(struct arena *arena, const char *from, const char *to)
{
	return rename(from, to) == 0 ? file_sync_folder(arena, to) : system_failure();
}

struct str
file_whole_path(struct arena *arena, const char *path)
{
	char *whole = arena_take(arena, PATH_MAX + 1);

	return realpath(path, whole) == NULL ? str_copy(arena, str_from(path)) : str_from(whole);
}
