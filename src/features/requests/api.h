/* The desk for programs: handlers that rows of daemon/api.def name, and what they answer. */
#ifndef REQUESTS_API_H
#define REQUESTS_API_H

#include "access/visit.h"
#include "forms/shape.h"

extern const struct shape need_list_shape, handover_list_shape, view_list_shape;
extern const struct shape request_shape, request_list_shape, timeline_shape, note_list_shape, attempt_list_shape;
extern const struct form request_new_form, request_list_form, attempt_call_form, fulfil_call_form, part_list_form;

/* GET: one request and what belongs to it, as this reader may see it. */
enum outcome request_print_json(struct visit *);
enum outcome request_timeline_json(struct visit *);
enum outcome request_notes_json(struct visit *);
enum outcome request_attempts_json(struct visit *);
/* GET: the requests that this reader may see, newest first, by request_list_form. */
enum outcome request_list_json(struct visit *);

/* GET: what needs a coordinator, first; hand-over notes; views of the table. */
enum outcome need_list_json(struct visit *);
enum outcome handover_list_json(struct visit *);
enum outcome view_list_json(struct visit *);

/* GET: the sheet, oldest first, by sheet_list_form; what a person asked and whom they helped, by part_list_form. */
enum outcome sheet_list_json(struct visit *);
enum outcome person_history_json(struct visit *);
extern const struct shape sheet_list_shape, history_shape, bulk_shape;
extern const struct form sheet_list_form;

/* GET: other hours of waiting, tried on past requests, by rehearse_form. */
enum outcome rehearse_json(struct visit *);
extern const struct shape rehearsal_shape;

/* POST: one act on many requests, by bulk_form; then what became of each. */
enum outcome requests_bulk_call(struct visit *);
enum outcome bulk_json(struct visit *);

/* POST: a whole request at once, by request_new_form; leaves the person's draft in the wizard alone. Sets v->thing. */
enum outcome request_send_at_once(struct visit *);
/* As the pages' acts, but today and a chat are meant where nothing is said; fulfil asks for the outcome, "held" or "unreachable". */
enum outcome request_attempt_call(struct visit *);
enum outcome request_merge_call(struct visit *);    /* into: a number, OC-12, or an id */
enum outcome request_fulfil_call(struct visit *);

#endif
