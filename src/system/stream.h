/* Files too large to hold: read and written in parts. What is written is seen under its name as a whole or not at all: it grows under
 * another name and is moved. Outcomes as in file.h. */
#ifndef SYSTEM_STREAM_H
#define SYSTEM_STREAM_H

#include <stddef.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;

struct stream {
	int descriptor;               /* -1: closed */
};

/* An existing regular file, for reading. */
enum outcome stream_open(const char *path, struct stream *out);
/* A new or emptied file of mode 0600, for writing, kept from others who call this: BUSY if somebody holds it. */
enum outcome stream_make(const char *path, struct stream *out);
void stream_close(struct stream *);

/* Fills at; *got is less than size only at the end of the file. */
enum outcome stream_read(struct stream *, char *at, size_t size, size_t *got);
enum outcome stream_write(struct stream *, struct str bytes);
/* Bytes in the file. */
enum outcome stream_size(const struct stream *, int64_t *out);
/* On disk. */
enum outcome stream_sync(struct stream *);

#endif
