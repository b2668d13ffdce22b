/* Words of a report at rest: sealed under a key that web and the writer hold, each in its own row and column. Private to this room. */
#ifndef CONDUCT_SEALED_H
#define CONDUCT_SEALED_H

#include "access/visit.h"

enum sealed_column { REPORT_WHAT, REPORT_ABOUT, REPORT_REPORTER, ENTRY_WORDS };

struct str report_seal(struct visit *, enum sealed_column, int64_t row, struct str words);
/* Empty for nothing sealed; SEAL_BROKEN. */
enum outcome report_open(struct visit *, enum sealed_column, int64_t row, struct str sealed, struct str *out);

/* The code of the report that was just sent, from all of its bytes: the same form sent twice is one report with one code, and nothing of who sent it
 * is kept for that. *hash: what is stored. */
struct str report_code_of_form(struct visit *, struct hash *);
/* The same of what is sent with a key of its own, whatever else the sending holds. */
struct str report_code_of(struct visit *, struct str key, struct hash *);

/* Who wrote it, as three lines in one blob. */
struct reporter {
	struct person_id person;      /* none: they were signed out */
	struct str name, contact;
};
struct str reporter_print(struct visit *, const struct reporter *);
struct reporter reporter_read(struct visit *, struct str plain);

#endif
