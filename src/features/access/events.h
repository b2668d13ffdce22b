/* The kinds of events and their words. */
#ifndef ACCESS_EVENTS_H
#define ACCESS_EVENTS_H

#include "base/str.h"

struct page;

/* The sentence of a kind (a message id with {actor} and {detail}); an unknown kind is our bug. */
const char *event_words(struct str kind);

/* The same, filled in for a reader. */
struct html event_sentence(struct page *, struct str kind, struct str actor, struct str detail);

/* Words of a notice after an act (done.def); empty for an unknown word. */
struct str done_words(struct str word);

#endif
