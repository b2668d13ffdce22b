/* SQLite's disk in memory: a VFS whose files are plain arrays, whose every call may fail, and whose history can be recorded. One
 * connection uses it at a time, so locks are always granted. */
#include <sqlite3.h>
#include <string.h>
#include <sys/mman.h>

#include "base/check.h"
#include "torture.h"

enum { SHARED_REGIONS = 16, REGION_BYTES = 32 << 10, TAPE_OPS = 1 << 20, SECTOR_BYTES = 4096 };
#define TAPE_BYTES ((size_t)1 << 30)

struct handle {
	sqlite3_file base;
	unsigned file;
};

static struct disk *current;
static struct tape *tape;
static bool is_swallowing;
static unsigned char shared[SHARED_REGIONS][REGION_BYTES];    /* the index of the write-ahead log */

void *
shared_memory(size_t size)
{
	void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	check(at != MAP_FAILED);
	return at;
}

struct disk *
disk_new(void)
{
	return shared_memory(sizeof(struct disk));
}

void
disk_copy(struct disk *to, const struct disk *from)
{
	for (size_t i = 0; i < DISK_FILES; i++) {
		memcpy(&to->files[i], &from->files[i], offsetof(struct disk_file, at));
		memcpy(to->files[i].at, from->files[i].at, from->files[i].length);
	}
}

bool
disk_equal(const struct disk *a, const struct disk *b)
{
	for (size_t i = 0; i < DISK_FILES; i++) {
		const struct disk_file *one = &a->files[i], *other = &b->files[i];

		if (strcmp(one->name, other->name) != 0 || one->is_there != other->is_there || one->length != other->length ||
		    memcmp(one->at, other->at, one->length) != 0)
			return false;
	}
	return true;
}

void
disk_clear(struct disk *disk)
{
	for (size_t i = 0; i < DISK_FILES; i++)
		memset(&disk->files[i], 0, offsetof(struct disk_file, at));
}

void
disk_use(struct disk *disk)
{
	current = disk;
}

void
disk_restart(void)
{
	memset(shared, 0, sizeof(shared));
}

void
disk_swallows_sync(bool is_so)
{
	is_swallowing = is_so;
}

/* --- the tape --- */

void
tape_open(struct tape *out)
{
	out->ops = shared_memory(TAPE_OPS * sizeof(struct op));
	out->bytes = shared_memory(TAPE_BYTES);
	tape_clear(out);
}

void
tape_clear(struct tape *t)
{
	t->count = 0;
	t->used = 0;
}

void
disk_records(struct tape *t)
{
	tape = t;
}

static void
note(const struct op *op, const void *bytes)
{
	if (tape == NULL)
		return;
	check(tape->count < TAPE_OPS && tape->used + op->length <= TAPE_BYTES);
	tape->ops[tape->count] = *op;
	if (op->kind == OP_WRITE) {
		tape->ops[tape->count].bytes = tape->used;
		memcpy(tape->bytes + tape->used, bytes, op->length);
		tape->used += op->length;
	}
	tape->count++;
}

void
tape_kept(struct tape *t, uint64_t digest)
{
	check(t->count < TAPE_OPS);
	t->ops[t->count++] = (struct op){ .kind = OP_KEPT, .bytes = digest };
}

/* --- files --- */

static struct disk_file *
file_of(const sqlite3_file *base)
{
	return &current->files[((const struct handle *)(const void *)base)->file];
}

static unsigned
number_of(const sqlite3_file *base)
{
	return ((const struct handle *)(const void *)base)->file;
}

static void
grow(struct disk_file *file, uint32_t length)
{
	if (length <= file->length)
		return;
	memset(file->at + file->length, 0, length - file->length);
	file->length = length;
}

static int
disk_close(sqlite3_file *base)
{
	(void)base;
	return SQLITE_OK;
}

static int
disk_read(sqlite3_file *base, void *to, int count, sqlite3_int64 from)
{
	struct disk_file *file = file_of(base);
	uint32_t wanted = (uint32_t)count, there = from < file->length ? file->length - (uint32_t)from : 0;

	if (fault_strikes(FAULT_DISK))
		return SQLITE_IOERR_READ;
	if (there > wanted)
		there = wanted;
	memcpy(to, file->at + from, there);
	memset((unsigned char *)to + there, 0, wanted - there);
	return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

/* A write that fails has done half of its work. */
static int
disk_write(sqlite3_file *base, const void *from, int count, sqlite3_int64 at)
{
	struct disk_file *file = file_of(base);
	bool fails = fault_strikes(FAULT_DISK);
	uint32_t length = (uint32_t)(fails ? count / 2 : count);

	check(at >= 0 && at + count <= DISK_FILE_BYTES);
	grow(file, (uint32_t)at + length);
	memcpy(file->at + at, from, length);
	note(&(struct op){ .kind = OP_WRITE, .file = number_of(base), .at = (uint32_t)at, .length = length }, from);
	if (fails)
		return fault_error() == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
	return SQLITE_OK;
}

static int
disk_truncate(sqlite3_file *base, sqlite3_int64 length)
{
	struct disk_file *file = file_of(base);

	if (fault_strikes(FAULT_DISK))
		return SQLITE_IOERR_TRUNCATE;
	if (length < file->length)
		file->length = (uint32_t)length;
	note(&(struct op){ .kind = OP_TRUNCATE, .file = number_of(base), .at = (uint32_t)length }, NULL);
	return SQLITE_OK;
}

/* As the VFS of Unix does it: a new journal or log is followed by a sync of its folder, a new database is not. */
static int
disk_sync(sqlite3_file *base, int flags)
{
	struct disk_file *file = file_of(base);

	(void)flags;
	if (fault_strikes(FAULT_DISK))
		return SQLITE_IOERR_FSYNC;
	if (is_swallowing)
		return SQLITE_OK;
	note(&(struct op){ .kind = OP_SYNC, .file = number_of(base) }, NULL);
	if (file->is_new && strchr(file->name, '-') != NULL)
		note(&(struct op){ .kind = OP_FOLDER }, NULL);
	file->is_new = false;
	return SQLITE_OK;
}

static int
disk_size(sqlite3_file *base, sqlite3_int64 *out)
{
	if (fault_strikes(FAULT_DISK))
		return SQLITE_IOERR_FSTAT;
	*out = file_of(base)->length;
	return SQLITE_OK;
}

static int
disk_lock(sqlite3_file *base, int level)
{
	(void)base;
	(void)level;
	return SQLITE_OK;
}

static int
disk_check_lock(sqlite3_file *base, int *is_locked)
{
	(void)base;
	*is_locked = 0;
	return SQLITE_OK;
}

static int
disk_control(sqlite3_file *base, int what, void *argument)
{
	(void)base;
	(void)what;
	(void)argument;
	return SQLITE_NOTFOUND;
}

static int
disk_sector(sqlite3_file *base)
{
	(void)base;
	return SECTOR_BYTES;
}

/* What the VFS of Unix claims: a write does not touch its neighbours. */
static int
disk_traits(sqlite3_file *base)
{
	(void)base;
	return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int
disk_shm_map(sqlite3_file *base, int region, int size, int is_extending, void volatile **out)
{
	(void)base;
	(void)is_extending;
	if (fault_strikes(FAULT_DISK))
		return SQLITE_IOERR_SHMMAP;
	check(region < SHARED_REGIONS && size == REGION_BYTES);
	*out = shared[region];
	return SQLITE_OK;
}

static int
disk_shm_lock(sqlite3_file *base, int offset, int count, int flags)
{
	(void)base;
	(void)offset;
	(void)count;
	(void)flags;
	return SQLITE_OK;
}

static void
disk_shm_barrier(sqlite3_file *base)
{
	(void)base;
}

static int
disk_shm_unmap(sqlite3_file *base, int is_deleting)
{
	(void)base;
	if (is_deleting)
		disk_restart();
	return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
	.iVersion = 2, .xClose = disk_close, .xRead = disk_read, .xWrite = disk_write, .xTruncate = disk_truncate, .xSync = disk_sync,
	.xFileSize = disk_size, .xLock = disk_lock, .xUnlock = disk_lock, .xCheckReservedLock = disk_check_lock, .xFileControl = disk_control,
	.xSectorSize = disk_sector, .xDeviceCharacteristics = disk_traits, .xShmMap = disk_shm_map, .xShmLock = disk_shm_lock,
	.xShmBarrier = disk_shm_barrier, .xShmUnmap = disk_shm_unmap,
};

/* --- the folder --- */

static int
place_of(const char *name)
{
	for (int i = 0; i < DISK_FILES; i++)
		if (strcmp(current->files[i].name, name) == 0)
			return i;
	for (int i = 0; i < DISK_FILES; i++)
		if (current->files[i].name[0] == '\0') {
			check(strlen(name) < sizeof(current->files[i].name));
			memcpy(current->files[i].name, name, strlen(name) + 1);
			return i;
		}
	return -1;
}

static int
folder_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *flags_out)
{
	struct handle *handle = (struct handle *)(void *)base;
	struct disk_file *file;
	int place;

	(void)vfs;
	handle->base.pMethods = NULL;
	if (name == NULL || fault_strikes(FAULT_DISK))
		return SQLITE_CANTOPEN;
	place = place_of(name);
	check(place >= 0);
	file = &current->files[place];
	if (!file->is_there && (flags & SQLITE_OPEN_CREATE) == 0)
		return SQLITE_CANTOPEN;
	if (!file->is_there) {
		file->is_there = true;
		file->is_new = true;
		file->length = 0;
		note(&(struct op){ .kind = OP_MAKE, .file = (unsigned)place }, NULL);
	}
	handle->base.pMethods = &methods;
	handle->file = (unsigned)place;
	if (flags_out != NULL)
		*flags_out = flags;
	return SQLITE_OK;
}

static int
folder_delete(sqlite3_vfs *vfs, const char *name, int syncs_folder)
{
	int place = place_of(name);

	(void)vfs;
	if (fault_strikes(FAULT_DISK))
		return SQLITE_IOERR_DELETE;
	if (place < 0 || !current->files[place].is_there)
		return SQLITE_IOERR_DELETE_NOENT;
	current->files[place].is_there = false;
	note(&(struct op){ .kind = OP_DROP, .file = (unsigned)place }, NULL);
	if (syncs_folder && !is_swallowing)
		note(&(struct op){ .kind = OP_FOLDER }, NULL);
	return SQLITE_OK;
}

static int
folder_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
	int place = place_of(name);

	(void)vfs;
	(void)flags;
	if (fault_strikes(FAULT_DISK))
		return SQLITE_IOERR_ACCESS;
	*out = place >= 0 && current->files[place].is_there;
	return SQLITE_OK;
}

static int
folder_path(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
	(void)vfs;
	sqlite3_snprintf(size, out, "%s", name);
	return SQLITE_OK;
}

void
disk_register(void)
{
	static sqlite3_vfs vfs;
	const sqlite3_vfs *unix_vfs = sqlite3_vfs_find("unix");

	vfs = *unix_vfs;    /* time, sleep and randomness stay the system's */
	vfs.szOsFile = sizeof(struct handle);
	vfs.zName = "torture";
	vfs.xOpen = folder_open;
	vfs.xDelete = folder_delete;
	vfs.xAccess = folder_access;
	vfs.xFullPathname = folder_path;
	check(sqlite3_vfs_register(&vfs, 1) == SQLITE_OK);
}

void
disk_is_default(bool is_so)
{
	check(sqlite3_vfs_register(sqlite3_vfs_find(is_so ? "torture" : "unix"), 1) == SQLITE_OK);
}
