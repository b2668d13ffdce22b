/* Informal help for programs. */
#ifndef HELP_API_H
#define HELP_API_H

#include "access/visit.h"
#include "forms/shape.h"

extern const struct shape help_list_shape;

/* Places, totals of ninety days, and the log: one's own, for coordinators everybody's, newest first, by help_list_form. */
enum outcome help_json(struct visit *);

#endif
