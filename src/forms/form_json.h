/* A form that comes as JSON, and its description for programs. */
#ifndef FORMS_FORM_JSON_H
#define FORMS_FORM_JSON_H

#include "forms/form.h"

/* What a program sent for this form: an object with a member for each answer, in the type of its field: text, whole number, true or
 * false, a list of texts (FIELD_CHOICES), a list of whole numbers (FIELD_WEEK). An empty body is an empty object, null is no answer.
 * BAD_REQUEST, JSON_TOO_DEEP, TOO_LARGE: not such an object. BAD_INPUT: *out holds a complaint for each member that has another type or that the
 * form does not know (those stand in the refusal of the whole). Otherwise as form_read(). */
enum outcome form_read_json(struct arena *, const struct form *, const struct form_supply *, struct str body, struct values **out);

/* The same by a query: "?state=open&limit=20"; names that the form does not know are complaints of the whole. */
enum outcome form_read_query(struct arena *, const struct form *, const struct form_supply *, const struct pairs *query, struct values **out);

struct buf;
/* The JSON Schema of what form_read_json() takes, as OpenAPI 3.1 writes it. */
void form_schema_print(struct buf *, const struct form *);
/* The schema of one answer. */
void field_schema_print(struct buf *, const struct field *);

#endif
