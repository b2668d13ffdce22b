/* The ladders of a request that somebody holds, or held: steps that are taken once each. Pure. Source: PROGRAMMES.md 4. */
#ifndef REQUESTS_RULES_CLAIM_H
#define REQUESTS_RULES_CLAIM_H

#include "requests/rules_wait.h"

/* Of a claim, a session or a session that was held. */
struct request_step request_step_of_claim(const struct request_facts *, const struct wait_ladder *, struct moment now);
/* From when on the mentee owes an answer; none: it is the mentor's turn. */
struct moment request_silence_from(const struct request_facts *);

#endif
