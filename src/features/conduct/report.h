/* Taking a report, by whichever way it comes: who may read it, how it is kept, who is told. Private to this room. */
#ifndef CONDUCT_REPORT_H
#define CONDUCT_REPORT_H

#include "conduct/sealed.h"
#include "conduct/store.h"
#include "secrets/secrets.h"

struct report_words {
	struct str what, about;
	const struct str_list *not_for;      /* ids of responders who must not read it; NULL: nobody was asked for */
	enum report_sharing sharing;
	struct reporter reporter;            /* not looked at where they stay anonymous */
};

/* Whether the sender wrote that it is about this person: ticked them, or named them. */
bool report_is_about(struct visit *, const struct report_words *, const struct responders_of_row *);

/* Kept and told, unless the report of that code is there already. readers: the responders of this moment. */
enum outcome report_take(struct visit *, const struct report_words *, const struct hash *code, const struct responders_of_rows *readers);

#endif
