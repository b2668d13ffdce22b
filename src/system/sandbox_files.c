/* Which files, and with Landlock's newer versions which ports and signals, a role may reach. What is not named here is refused. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <link.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/check.h"
#include "system/sandbox_walls.h"

/* Debian 12's headers know version 2 of the interface, its newer kernels more: the rest is defined here (linux/landlock.h). */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

enum {
	ASK_VERSION = 1,                  /* LANDLOCK_CREATE_RULESET_VERSION */
	RULE_PATH = 1,                    /* LANDLOCK_RULE_PATH_BENEATH */
	EXECUTE = 1 << 0, WRITE_FILE = 1 << 1, READ_FILE = 1 << 2, READ_DIR = 1 << 3, REMOVE_FILE = 1 << 5, MAKE_REG = 1 << 8,
	RIGHTS_1 = (1 << 13) - 1,         /* those of version 1; then REFER, TRUNCATE, IOCTL_DEV */
	REFER = 1 << 13, TRUNCATE = 1 << 14, IOCTL_DEV = 1 << 15,
	OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV,
	READ_ALL = READ_FILE | READ_DIR,
	KEEP_DATA = READ_ALL | WRITE_FILE | TRUNCATE | MAKE_REG | REMOVE_FILE,
	BIND_TCP = 1 << 0, CONNECT_TCP = 1 << 1,
	ABSTRACT_SOCKETS = 1 << 0, SIGNALS = 1 << 1
};

struct rules {
	uint64_t files, ports, scopes;    /* what is refused unless a rule allows it */
};

struct rule {
	uint64_t rights;
	int32_t descriptor;
} __attribute__((packed));

/* While rules are collected: the set, and the first thing that went wrong. */
struct wall {
	int ruleset;
	uint64_t handled;
	enum outcome said;
};

int
sandbox_files_abi(void)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);

	return abi < 0 ? 0 : (int)abi;
}

/* Children of the keeper connect to the database before they seal themselves, and inherit its walls. */
static struct rules
rules_for(const struct sandbox *sandbox, int abi)
{
	struct rules rules = { .files = RIGHTS_1 };

	if (abi >= 2)
		rules.files |= REFER;
	if (abi >= 3)
		rules.files |= TRUNCATE;
	if (abi >= 4)
		rules.ports = BIND_TCP | (sandbox->role == SANDBOX_KEEPER || (sandbox->role == SANDBOX_COURIER && sandbox->has_network) ? 0 : CONNECT_TCP);
	if (abi >= 5)
		rules.files |= IOCTL_DEV;
	if (abi >= 6)
		rules.scopes = SIGNALS | (sandbox->role == SANDBOX_KEEPER ? 0 : ABSTRACT_SOCKETS);
	return rules;
}

static enum outcome
add(const struct wall *wall, int descriptor, uint64_t rights)
{
	struct rule rule = { .rights = rights & wall->handled, .descriptor = descriptor };
	struct stat about;

	if (fstat(descriptor, &about) != 0)
		return FILE_FAILED;
	if (!S_ISDIR(about.st_mode))
		rule.rights &= OF_A_FILE;
	return syscall(SYS_landlock_add_rule, wall->ruleset, RULE_PATH, &rule, 0) == 0 ? OK : FILE_FAILED;
}

/* A path, and all beneath it if it is a folder. */
static void
allow(struct wall *wall, const char *path, uint64_t rights)
{
	int descriptor = open(path, O_PATH | O_CLOEXEC);

	if (wall->said == OK && descriptor < 0)
		wall->said = errno == ENOENT ? NOT_FOUND : FILE_FAILED;
	if (wall->said == OK)
		wall->said = add(wall, descriptor, rights);
	if (descriptor >= 0)
		close(descriptor);
}

static void
allow_if_there(struct wall *wall, const char *path, uint64_t rights)
{
	if (access(path, F_OK) == 0)
		allow(wall, path, rights);
}

static void
allow_folder_of(struct wall *wall, const char *path, uint64_t rights)
{
	char copy[PATH_MAX];

	if (snprintf(copy, sizeof(copy), "%s", path) >= (int)sizeof(copy))
		wall->said = FILE_FAILED;
	else
		allow_if_there(wall, dirname(copy), rights);
}

static void
allow_beside(struct wall *wall, const char *path, const char *ending, uint64_t rights)
{
	char whole[PATH_MAX];

	if (snprintf(whole, sizeof(whole), "%s%s", path, ending) >= (int)sizeof(whole))
		wall->said = FILE_FAILED;
	else
		allow(wall, whole, rights);
}

/* The loader's well-known path is a link; what is executed is the file behind it. */
static void
allow_loader(struct wall *wall, const char *path)
{
	char real[PATH_MAX];

	if (realpath(path, real) != NULL)
		allow_folder_of(wall, real, READ_FILE | EXECUTE);
}

/* By folder, not by file: an upgrade of a library puts a new file in its place, and a successor must still start. */
static int
allow_library(struct dl_phdr_info *library, size_t size, void *self)
{
	struct wall *wall = self;

	(void)size;
	if (library->dlpi_name != NULL && library->dlpi_name[0] == '/')
		allow_folder_of(wall, library->dlpi_name, READ_FILE);
	for (int i = 0; i < library->dlpi_phnum; i++)
		if (library->dlpi_phdr[i].p_type == PT_INTERP)
			allow_loader(wall, (const char *)(library->dlpi_addr + library->dlpi_phdr[i].p_vaddr));
	return 0;
}

/* What it takes to find a server by its name and to trust it. */
static const char *const names_and_certificates[] = {
	"/etc/resolv.conf", "/run/systemd/resolve", "/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/gai.conf", "/etc/services",
	"/etc/ssl", "/usr/lib/ssl", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates",
};

/* What a child needs until it seals itself, and what it keeps: the keeper's walls stand around it all along. */
static void
allow_children(struct wall *wall, const struct sandbox *sandbox)
{
	allow(wall, "/proc/self/exe", EXECUTE | READ_FILE);
	(void)dl_iterate_phdr(allow_library, wall);
	allow_if_there(wall, "/etc/ld.so.cache", READ_FILE);
	if (sandbox->zones != NULL)
		allow_if_there(wall, sandbox->zones, READ_ALL);
	for (size_t i = 0; i < ARRAY_LENGTH(names_and_certificates); i++)
		allow_if_there(wall, names_and_certificates[i], READ_ALL);
	if (sandbox->database == NULL)
		allow(wall, "/", READ_ALL);    /* certificates, passwords, resolvers: wherever the connection string says */
	else
		allow_folder_of(wall, sandbox->database, KEEP_DATA);
	if (sandbox->letters != NULL)
		allow(wall, sandbox->letters, KEEP_DATA | REFER);
}

/* Three files to read, none to write or to make. SQLite would like to mark in the -shm file what is being read, but goes without: readers
 * then stand on the marks that the writer makes. All three are there once the writer has opened the database. */
static void
allow_reading(struct wall *wall, const char *database)
{
	allow(wall, database, READ_FILE);
	allow_beside(wall, database, "-wal", READ_FILE);
	allow_beside(wall, database, "-shm", READ_FILE);
}

static void
allow_courier(struct wall *wall, const struct sandbox *sandbox)
{
	for (size_t i = 0; sandbox->has_network && i < ARRAY_LENGTH(names_and_certificates); i++)
		allow_if_there(wall, names_and_certificates[i], READ_ALL);
	if (sandbox->letters != NULL)
		allow(wall, sandbox->letters, KEEP_DATA | REFER);
}

static void
allow_role(struct wall *wall, const struct sandbox *sandbox)
{
	if (sandbox->role == SANDBOX_KEEPER)
		allow_children(wall, sandbox);
	else if (sandbox->database != NULL && sandbox->role != SANDBOX_WRITER)
		allow_reading(wall, sandbox->database);
	else if (sandbox->database != NULL)
		allow_folder_of(wall, sandbox->database, KEEP_DATA);
	if (sandbox->role == SANDBOX_COURIER)
		allow_courier(wall, sandbox);
	if (SANDBOX_IS_CHECKED) {
		allow(wall, "/proc", READ_ALL);
		allow(wall, "/proc/self/exe", READ_FILE);
		allow(wall, "/usr", READ_ALL);
	}
}

enum outcome
sandbox_files_prepare(const struct sandbox *sandbox, int abi, int *ruleset)
{
	struct rules rules = rules_for(sandbox, abi);
	struct wall wall = { .handled = rules.files };

	*ruleset = -1;
	if (abi == 0)
		return OK;
	wall.ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof(rules), 0);
	if (wall.ruleset < 0)
		return FILE_FAILED;
	allow_role(&wall, sandbox);
	if (wall.said != OK)
		close(wall.ruleset);
	else
		*ruleset = wall.ruleset;
	return wall.said;
}

enum outcome
sandbox_files_close(int ruleset)
{
	long said;

	if (ruleset < 0)
		return OK;
	said = syscall(SYS_landlock_restrict_self, ruleset, 0);
	close(ruleset);
	return said == 0 ? OK : FILE_FAILED;
}
