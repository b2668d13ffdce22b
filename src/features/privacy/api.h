/* How long things about people are kept, for programs. */
#ifndef PRIVACY_API_H
#define PRIVACY_API_H

#include "access/visit.h"
#include "forms/shape.h"

extern const struct shape kept_shape;
extern const struct form kept_list_form;

/* The periods, the next night, and what has ended, newest first. */
enum outcome kept_json(struct visit *);

#endif
