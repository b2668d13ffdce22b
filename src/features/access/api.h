/* What every answer to a program has: its type, its version, where a list goes on, and how a refusal is said (RFC 9457). */
#ifndef ACCESS_API_H
#define ACCESS_API_H

#include "access/visit.h"
#include "forms/shape.h"

/* An answer that writes into the reply; its content type is set. */
struct answer api_answer(struct visit *);

/* ETag of a thing with a version. A GET whose If-None-Match names it becomes 304 when the reply is done. */
void api_etag(struct visit *, int64_t version);
/* Whether the request's If-Match (if it has one) names this version: CHANGED_SINCE. */
enum outcome api_may_change(const struct visit *, int64_t version);

/* The same for what has no version: its tag is that of the answer that stands in the reply. Nothing if it has one already. */
void api_etag_shown(struct visit *);
/* Whether If-Match (if there is one) names what print would answer now. */
enum outcome api_may_change_shown(const struct visit *, enum outcome (*print)(struct visit *));
/* With CHANGED_SINCE: fills v->present with what print answers now. */
void api_present(struct visit *, enum outcome (*print)(struct visit *));

/* The address of the next page of the list that the visit is about, with its filters and this cursor; also set as the header Link. */
struct str api_next(struct visit *, struct str after);

/* The header Idempotency-Key is absent, or 1 to 64 visible ASCII bytes (TRUST.md 5.8). */
bool api_key_is_fine(const struct request *);

/* True for a path below /api/. */
bool api_is_path(struct str path);

/* True for a request of a program, also if its address could not be read. */
bool api_is_call(const struct request *);

/* GET: what happened in the programme, newest first, by record_list_form; for coordinators. */
enum outcome record_json(struct visit *);
extern const struct shape record_shape;
extern const struct form record_list_form;

/* "request-taken": what a problem calls an outcome. */
struct str problem_code(struct arena *, enum outcome);

/* Why and what to do next, to a program: the outcome's words, or others where those speak of pages. */
struct str api_words(enum outcome);

/* application/problem+json: type, title, status, detail, code, and the complaints of the form field by field. */
void problem_show(struct visit *, enum outcome why);
extern const struct shape problem_shape;

#endif
