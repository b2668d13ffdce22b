/* Memory that several processes of one server share: made before they start, handed down as a descriptor. And a file that they look at. */
#ifndef SYSTEM_SHARED_H
#define SYSTEM_SHARED_H

#include <stddef.h>

#include "base/outcome.h"
#include "base/str.h"

/* size zeroed bytes behind a descriptor that crosses exec. FILE_FAILED. */
enum outcome shared_make(size_t size, int *descriptor_out);
/* They are the same bytes for all who open them, until shared_close(). */
enum outcome shared_open(int descriptor, size_t size, void **out);
void shared_close(void **, size_t size);

/* A small file that a command changes in place while others look at it. NOT_FOUND, FILE_FAILED. */
enum outcome shared_file_open(const char *path, int *descriptor_out);                /* to look at, also across exec */
enum outcome shared_file_look(int descriptor, size_t size, const void **out);       /* for the life of the process; zeros behind its end */
enum outcome shared_file_hold(const char *path, int *descriptor_out);                /* to change it; waits while somebody else does */
enum outcome shared_file_change(int descriptor, struct str bytes);                   /* lets go of it */
void shared_file_leave(int descriptor);                                              /* unchanged */

#endif
