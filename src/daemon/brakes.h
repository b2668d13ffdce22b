/* Rate limits (TRUST.md T1, T12, ASVS 2.4.1): how often who may do what. The buckets stand in memory that the web processes share;
 * it is bounded, starts empty with the server, and what it forgets first was not used for longest. Why there:
 * docs/decisions/0010-factor-and-brakes.md. */
#ifndef DAEMON_BRAKES_H
#define DAEMON_BRAKES_H

#include "access/visit.h"

struct brakes;

/* The shared memory, before the processes start; FILE_FAILED. */
enum outcome brakes_make(const struct random *, int32_t *descriptor_out);
/* Descriptor 0: no brakes, and *out is NULL. */
void brakes_open(int32_t descriptor, struct brakes **out);
void brakes_close(struct brakes **);

/* Takes one from each bucket that the visit's route names. OK, or TOO_MANY with v->wait_seconds; the act must not be done then. */
enum outcome brakes_take(struct brakes *, struct visit *, struct str proxy, int64_t now_us);

/* A report that an account of a chat sends, in a signed call: OK, or TOO_MANY. The account is kept as all subjects are: as a mark in memory, so that no
 * row says who writes reports. */
enum outcome brakes_take_report(struct brakes *, struct visit *, struct str account, int64_t now_us);

/* The network that a request comes from: "10.1.2.0/24", "2001:db8:1::/48". The proxy's word is believed of the last address alone that
 * it added to X-Forwarded-For, and only if the request came from it. */
struct str brakes_network(struct arena *, const struct request *, struct str proxy);

/* Prints the table, for `mentord limits`: a line a brake, or a JSON object. */
void brakes_print(bool is_json);

#endif
