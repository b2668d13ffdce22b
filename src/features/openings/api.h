/* Openings for programs: what rows of daemon/api.def print. */
#ifndef OPENINGS_API_H
#define OPENINGS_API_H

#include "access/visit.h"
#include "forms/shape.h"

/* Those that the visitor may see. */
enum outcome opening_list_json(struct visit *);
/* One; with who applied and who is nominated, for its contact and coordinators. */
enum outcome opening_json(struct visit *);
extern const struct shape opening_list_shape, opening_shape;

#endif
