/* Applications for programs: what rows of daemon/api.def print. */
#ifndef APPLICATIONS_API_H
#define APPLICATIONS_API_H

#include "access/visit.h"
#include "forms/shape.h"

/* The windows of the programme, by round_list_form; one round with what became of it; who has a place in it, as far as the visitor may know. */
enum outcome intake_list_json(struct visit *), round_json(struct visit *), round_people_json(struct visit *);
extern const struct shape round_shape, round_people_shape;
/* The visitor's own application of the side in the address, with its window. */
enum outcome application_json(struct visit *);
/* Those that the visitor may review, by application_list_form; one with its answers. */
enum outcome review_list_json(struct visit *);
enum outcome review_json(struct visit *);
extern const struct shape intake_list_shape, application_shape, review_list_shape, review_shape;

#endif
