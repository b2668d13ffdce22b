/* The record of what happened as a chain that shows tampering, and what a check of the database found. */
#ifndef ACCESS_RECORD_H
#define ACCESS_RECORD_H

#include "access/visit.h"

/* What a check found: one line a finding, in words that name the row. */
struct findings {
	struct arena *arena;
	struct str_list lines;        /* at most FINDINGS_MOST; more are counted only */
	size_t count;
};
enum { FINDINGS_MOST = 200 };
struct findings findings_new(struct arena *);
/* id 0: about no row. */
void finding_add(struct findings *, const char *what, int64_t id);

/* Recomputes every link; also finds events that neither have a link nor wait for one, and links of events that are gone. */
enum outcome record_check(struct visit *, struct findings *);

/* The newest link of each chain: told outside the database, it shows later whether the end of a chain was cut off (fsck --head). */
struct record_head {
	struct str chain;             /* slug of its programme; "-": events of no programme */
	int64_t place;
	struct str hash;              /* 64 digits */
};
struct record_heads {
	struct record_head *at;
	size_t count;
};
enum outcome record_heads_find(struct visit *, struct record_heads *out);
/* A finding unless that head still stands in its chain. BAD_INPUT if the hash is not one. */
enum outcome record_head_check(struct visit *, struct str chain, struct str hash, struct findings *);

#endif
