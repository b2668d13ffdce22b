/* Reports and cases: what other rooms and the clock may ask. Nobody else asks anything, since nobody else may know. */
#ifndef CONDUCT_CONDUCT_H
#define CONDUCT_CONDUCT_H

#include "access/visit.h"
#include "later/later.h"

/* Appoints a safety responder of that programme, who is a member; again is fine. Reports that stand already stay closed to them as long as
 * one of those who could read them from the start is left. In a writer's visit. */
enum outcome responder_give(struct visit *, struct programme_id, struct person_id);

/* Whether somebody is paused in v->programme: they take, ask and are assigned nothing until it is lifted. Why is told to nobody. */
enum outcome person_is_paused(struct visit *, struct person_id, bool *out);

/* What responders are told by the clock (T29). Subject: the programme. */
enum outcome programme_reports(struct visit *, int64_t subject);

#endif
