/* minizip, with a buffer where it expects a file. It goes back to the head of each part, so the place where it writes is kept beside the buffer.
 * It never hears that the buffer is full, since it loses memory when a write fails: what is lost shows in the buffer, at the end. */
#include "formats/zip.h"

#include <minizip/zip.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

enum { LEVEL = 6, FIRST_OF_1980 = 1 << 21 | 1 << 16 };    /* the first day that an archive can name */

struct zip {
	zipFile file;
	struct buf *out;
	size_t begin;                 /* where the archive begins in out */
	size_t at, end;               /* where the next byte goes, and how far they go, from begin on */
	bool is_in_part, has_failed;
};

static voidpf
open_it(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

/* It only ever writes a new one. */
static uLong
read_nothing(voidpf opaque, voidpf stream, void *bytes, uLong size)
{
	(void)opaque;
	(void)stream;
	(void)bytes;
	(void)size;
	return 0;
}

static uLong
write_bytes(voidpf opaque, voidpf stream, const void *bytes, uLong size)
{
	struct zip *zip = opaque;
	size_t again = zip->end - zip->at;    /* bytes that are written over */
	struct str rest = { bytes, size };

	(void)stream;
	if (again > rest.length)
		again = rest.length;
	if (again > 0 && !zip->out->is_overflown)
		memcpy(zip->out->at + zip->begin + zip->at, rest.at, again);
	buf_add(zip->out, str_skip(rest, again));
	zip->at += size;
	zip->end += size - again;
	return size;
}

static ZPOS64_T
tell(voidpf opaque, voidpf stream)
{
	const struct zip *zip = opaque;

	(void)stream;
	return zip->at;
}

static long
seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct zip *zip = opaque;
	size_t from = origin == SEEK_CUR ? zip->at : origin == SEEK_END ? zip->end : 0;

	(void)stream;
	if (offset > zip->end - from)
		return -1;
	zip->at = from + (size_t)offset;
	return 0;
}

static int
is_well(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

struct zip *
zip_open(struct arena *arena, struct buf *out)
{
	struct zip *zip = ARENA_NEW(arena, struct zip);
	zlib_filefunc64_def memory = {
		.zopen64_file = open_it, .zread_file = read_nothing, .zwrite_file = write_bytes, .ztell64_file = tell, .zseek64_file = seek,
		.zclose_file = is_well, .zerror_file = is_well, .opaque = zip,
	};

	*zip = (struct zip){ .out = out, .begin = out->length };
	zip->file = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &memory);
	zip->has_failed = zip->file == NULL;
	return zip;
}

static void
end_part(struct zip *zip)
{
	if (zip->is_in_part && zipCloseFileInZip(zip->file) != ZIP_OK)
		zip->has_failed = true;
	zip->is_in_part = false;
}

void
zip_part(struct zip *zip, const char *name)
{
	zip_fileinfo info = { .dosDate = FIRST_OF_1980 };

	end_part(zip);
	if (zip->has_failed)
		return;
	zip->is_in_part = zipOpenNewFileInZip(zip->file, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, LEVEL) == ZIP_OK;
	zip->has_failed = !zip->is_in_part;
}

void
zip_add(struct zip *zip, struct str bytes)
{
	if (!zip->has_failed && zipWriteInFileInZip(zip->file, bytes.at, (unsigned)bytes.length) != ZIP_OK)
		zip->has_failed = true;
}

/* What failed is ended all the same: the library frees what it took. */
bool
zip_close(struct zip *zip)
{
	if (zip->file == NULL)
		return false;
	end_part(zip);
	if (zipClose(zip->file, NULL) != ZIP_OK)
		zip->has_failed = true;
	return !zip->has_failed && !zip->out->is_overflown;
}
