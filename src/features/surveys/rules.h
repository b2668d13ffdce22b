/* What may be done with a survey, and what its letters say of it. Pure: no database, no clock. Source: PROGRAMMES.md T09, L21, F028, F176. */
#ifndef SURVEYS_RULES_H
#define SURVEYS_RULES_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"

enum { SURVEY_FEW = 5 };

/* Of a round: its audience is who applied in it. */
bool survey_is_of_round(enum survey_audience);

/* SURVEY_NOT_NOW: it is open or over already; SURVEY_EMPTY: it asks nothing. */
enum outcome survey_may_open(enum survey_state, int64_t questions, bool asks_more);
/* An open one may ask a newer version of its questions. WINDOW_CLOSED; SURVEY_SAME: it does already. SURVEY_EMPTY. */
enum outcome survey_may_renew(enum survey_state, bool is_newest, bool asks_anything);
/* May be answered: WINDOW_CLOSED. */
enum outcome survey_may_answer(enum survey_state);

/* How long it takes, for the letter: at least a minute. */
int64_t survey_minutes(int64_t questions);

/* Few enough that a count of them points at somebody, where the question is for coordinators alone. */
bool survey_is_few(int64_t count, bool is_confided);

#endif
