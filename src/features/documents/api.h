/* Documents for programs: what rows of daemon/api.def name. */
#ifndef DOCUMENTS_API_H
#define DOCUMENTS_API_H

#include "access/visit.h"
#include "forms/shape.h"

extern const struct shape document_shape, document_list_shape, document_changes_shape, document_people_shape;

/* Those that the visitor may read, with how they stand towards each. */
enum outcome document_list_json(struct visit *);
/* One, in the version that document_query_form names; what another version says differently. */
enum outcome document_json(struct visit *);
enum outcome document_changes_json(struct visit *);
/* Who has not accepted it, in pages; for coordinators. */
enum outcome document_people_json(struct visit *);

#endif
