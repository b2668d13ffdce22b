/* What letters about a request show that takes a query of its own. */
#ifndef REQUESTS_LETTERS_FACTS_H
#define REQUESTS_LETTERS_FACTS_H

#include "letters/letters.h"

struct visit;

/* Of L13 when somebody was tried, of L15 the first request and who is not asked again; of others nothing. */
enum outcome letter_add_facts(struct visit *, struct letter_wish *);

#endif
