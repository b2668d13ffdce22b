/* What the files of this room share: a survey, and the visitor's own answers to it. */
#ifndef SURVEYS_OWN_H
#define SURVEYS_OWN_H

#include "access/visit.h"
#include "programmes/areas.h"
#include "programmes/programmes.h"
#include "programmes/questions.h"
#include "surveys/rules.h"
#include "surveys/store.h"

#define SURVEY_STEP S("survey-step")
#define SURVEY_TELL S("survey-tell")

enum { RANKED_MOST = 10, RANKABLE_MOST = 300, ROUNDS_MOST = 40, SURVEYS_MOST = 100 };

/* What a question's key can never be: a key has no hyphen. */
#define AREAS_FIELD "focus-areas"
const char *survey_rank_field(struct arena *, int64_t place);

/* The survey of the address; NOT_FOUND. */
enum outcome survey_find(struct visit *, struct survey_of_row *out);
/* What it asks: once it is open the version that it was opened with, or that a coordinator said since; before, the newest one. */
enum outcome survey_questions(struct visit *, const struct survey_of_row *, struct question_form *out);
enum outcome survey_questions_newest(struct visit *, const struct survey_of_row *, struct question_form *out);
/* What the form of its questions is called: of the programme's file, or its own. */
struct str survey_slug(struct arena *, struct str questionnaire, struct survey_id);

struct own_survey {
	struct survey_of_row survey;
	struct question_form form;
	struct response_of_row row;
	enum response_side side;      /* as what they answer */
	bool has_row;
	struct areas_of_rows areas;   /* that may be chosen */
	struct survey_rankable_rows people;    /* who may be put in order */
	int64_t ranks;                /* so many of them */
};
/* NOT_FOUND if they are not asked, or nobody is asked yet. */
enum outcome own_survey_find(struct visit *, struct own_survey *out);
/* The questions as a form, and as what they answered so far fills it. */
const struct form *own_survey_form(struct visit *, const struct own_survey *, struct str name, bool is_draft);
enum outcome own_survey_filled(struct visit *, const struct own_survey *, const struct form *, struct values **out);
/* Keeps what the form of the visit holds. RANK_TWICE beside its field: BAD_INPUT. */
enum outcome own_survey_keep(struct visit *, struct own_survey *, bool is_sent);

/* A question with its answer in words, of the version that was answered. */
struct said_line {
	struct str question, answer;
};
struct said_lines {
	struct said_line *at;
	size_t count;
};
enum outcome own_survey_lines(struct visit *, const struct own_survey *, struct said_lines *out);

/* --- clock.c --- */
enum outcome survey_plan(struct visit *, struct survey_id);
/* It opens now, until then, and everybody who is asked gets a letter. SURVEY_EMPTY, SURVEY_NOT_NOW. */
enum outcome survey_begin(struct visit *, const struct survey_of_row *, struct moment opens_at, struct moment closes_at);
/* The letter to those who have not answered, the next people. */
enum outcome survey_tell(struct visit *, struct survey_id);

/* The last moment before it closes: the end of its last day. */
struct moment survey_last(struct moment closes_at);

#endif
