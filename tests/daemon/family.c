/* Who belongs to a keeper, and what they need. */
#include "family.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *
open_of(pid_t pid, const char *file)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, file);
	return fopen(path, "r");
}

/* The parent stands two words after the name, which is in brackets and may hold anything. */
static pid_t
parent_of(pid_t pid)
{
	FILE *file = open_of(pid, "stat");
	char words[512] = "", *after;

	if (file == NULL)
		return 0;
	(void)fread(words, 1, sizeof(words) - 1, file);
	fclose(file);
	after = strrchr(words, ')');
	return after == NULL || strlen(after) < 5 ? 0 : (pid_t)strtol(after + 4, NULL, 10);
}

static void
name(struct member *member)
{
	FILE *file = open_of(member->pid, "cmdline");
	char words[256] = "";
	const char *first;

	if (file != NULL) {
		(void)fread(words, 1, sizeof(words) - 1, file);
		fclose(file);
	}
	first = words + strlen(words) + (words[0] == '\0' ? 0 : 1);
	snprintf(member->role, sizeof(member->role), "%s", first + strspn(first, "-"));
}

unsigned
family_find(pid_t keeper, struct member members[FAMILY_MAX])
{
	DIR *all = opendir("/proc");
	unsigned count = 1;

	members[0] = (struct member){ .pid = keeper, .role = "keeper" };
	for (const struct dirent *entry; all != NULL && count < FAMILY_MAX && (entry = readdir(all)) != NULL;) {
		pid_t pid = (pid_t)strtol(entry->d_name, NULL, 10);

		if (pid <= 0 || parent_of(pid) != keeper)
			continue;
		members[count].pid = pid;
		name(&members[count++]);
	}
	if (all != NULL)
		closedir(all);
	return count;
}

static long
kb_of(pid_t pid, const char *file, const char *line)
{
	FILE *of = open_of(pid, file);
	char words[256];
	long kb = 0;

	if (of == NULL)
		return 0;
	while (kb == 0 && fgets(words, sizeof(words), of) != NULL)
		if (strncmp(words, line, strlen(line)) == 0)
			kb = strtol(words + strlen(line), NULL, 10);
	fclose(of);
	return kb;
}

long
family_kb(pid_t keeper, const char *file, const char *line)
{
	struct member members[FAMILY_MAX];
	unsigned count = family_find(keeper, members);
	long kb = 0;

	for (unsigned i = 0; i < count; i++)
		kb += kb_of(members[i].pid, file, line);
	return kb;
}

static unsigned
descriptors_of(pid_t pid)
{
	char path[64];
	unsigned count = 0;
	DIR *all;

	snprintf(path, sizeof(path), "/proc/%d/fd", (int)pid);
	all = opendir(path);
	for (const struct dirent *entry; all != NULL && (entry = readdir(all)) != NULL;)
		count += entry->d_name[0] != '.';
	if (all != NULL)
		closedir(all);
	return count;
}

unsigned
family_descriptors(pid_t keeper)
{
	struct member members[FAMILY_MAX];
	unsigned count = family_find(keeper, members), descriptors = 0;

	for (unsigned i = 0; i < count; i++)
		descriptors += descriptors_of(members[i].pid);
	return descriptors;
}
