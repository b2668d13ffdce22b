/* A folder of a test's own, removed with the files that the test named. */
#ifndef SQL_TESTING_FOLDER_H
#define SQL_TESTING_FOLDER_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/check.h"

struct test_folder {
	char at[64], path[128];
};

static inline void
test_folder_open(struct test_folder *folder)
{
	snprintf(folder->at, sizeof(folder->at), "/tmp/mentord-test-XXXXXX");
	check(mkdtemp(folder->at) != NULL);
}

/* Valid until the next call. */
static inline const char *
test_folder_path(struct test_folder *folder, const char *name)
{
	snprintf(folder->path, sizeof(folder->path), "%s/%.40s", folder->at, name);
	return folder->path;
}

static inline void
test_folder_close(struct test_folder *folder)
{
	DIR *dir = opendir(folder->at);
	struct dirent *entry;

	check(dir != NULL);
	while ((entry = readdir(dir)) != NULL)
		unlink(test_folder_path(folder, entry->d_name));    /* "." and ".." refuse */
	closedir(dir);
	rmdir(folder->at);
}

#endif
