/* The draft behind the wizard: one a mentee and programme. */
#ifndef REQUESTS_DRAFT_H
#define REQUESTS_DRAFT_H

#include "access/visit.h"
#include "programmes/programmes.h"
#include "requests/rules_ask.h"
#include "requests/store_ask.h"

/* The visitor's draft; a row without id if there is none yet. */
enum outcome draft_load(struct visit *, struct draft_of_row *out);
/* The same, made if there is none. */
enum outcome draft_need(struct visit *, struct draft_of_row *out);
/* What the rules ask; counts and conduct are only looked up for the sending. */
struct draft_facts draft_facts_of(const struct draft_of_row *);
/* True if the programme does not take a request without affiliation. */
bool draft_needs_affiliation(const struct visit *);
/* What the form says of it; NULL: nothing, or a programme that does not ask and so keeps none. */
const struct affiliation *draft_affiliation(struct visit *);

/* request_may_send() for the visitor as things stand; facts say what the draft holds. */
enum outcome draft_may_be_sent(struct visit *, struct draft_facts);

#endif
