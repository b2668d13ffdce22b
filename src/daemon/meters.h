/* How long answers took, by route and kind of status: counted by all web processes in memory that they share, told at /metrics. It is
 * bounded by the route table, starts empty with the server, and holds numbers alone. */
#ifndef DAEMON_METERS_H
#define DAEMON_METERS_H

#include "base/buf.h"
#include "daemon/route.h"

struct meters;

/* The shared memory, before the processes start; FILE_FAILED. */
enum outcome meters_make(int32_t *descriptor_out);
/* Descriptor 0: nothing is counted, and *out is NULL. */
void meters_open(int32_t descriptor, struct meters **out);
void meters_close(struct meters **);

/* An answer with that status after us microseconds. route: NULL where no row was found. meters may be NULL. */
void meters_note(struct meters *, const struct route *, int status, int64_t us);

/* mentord_http_request_duration_seconds as a histogram of Prometheus, series that were never used left out, and those for which the
 * buffer has no room. meters may be NULL. */
void meters_print(struct meters *, struct buf *);

#endif
