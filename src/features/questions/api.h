/* Questions for programs. */
#ifndef QUESTIONS_API_H
#define QUESTIONS_API_H

#include "access/visit.h"
#include "forms/shape.h"

extern const struct shape question_shape, question_list_shape;

/* One's own, for coordinators all, newest first, by question_list_form; the one that an act was about. */
enum outcome question_list_json(struct visit *);
enum outcome question_json(struct visit *);

#endif
