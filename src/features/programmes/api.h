/* Programmes for programs: handlers that rows of daemon/api.def name, and what they answer. */
#ifndef PROGRAMMES_API_H
#define PROGRAMMES_API_H

#include "access/visit.h"
#include "forms/shape.h"

extern const struct shape programme_shape, programme_list_shape, settings_shape, channels_shape;

/* Those that the visitor belongs to; at most 100. */
enum outcome programme_list_json(struct visit *);
/* One, with its services, affiliations, skills and documents. */
enum outcome programme_json(struct visit *);
/* Its numbers, as settings_call_form takes them back. */
enum outcome settings_json(struct visit *);
/* Its rooms and what is posted there, as channels_form takes them back. */
enum outcome channels_json(struct visit *);
/* Its front page's own words, as front_form takes them back. */
enum outcome front_json(struct visit *);
extern const struct shape front_shape;

/* What was written to people, newest first, by letter_list_form; what letters of a kind say. For coordinators. */
enum outcome letter_list_json(struct visit *);
enum outcome letter_text_json(struct visit *);
extern const struct form letter_list_form;
extern const struct shape letter_list_shape, letter_text_shape;

/* The versions of a programme, newest first, by version_list_form; one with its changes and the programme as it was. For coordinators. */
enum outcome version_list_json(struct visit *);
enum outcome version_json(struct visit *);
extern const struct form version_list_form;
extern const struct shape version_list_shape, version_shape;

/* What stands elsewhere; retired ones for coordinators alone. */
enum outcome resources_json(struct visit *);
extern const struct shape resource_list_shape;

/* A form by its slug, with its questions. */
enum outcome question_form_json(struct visit *);
extern const struct shape question_form_shape;
/* All of them, for coordinators. */
enum outcome question_forms_json(struct visit *);
extern const struct shape question_form_list_shape;

#endif
