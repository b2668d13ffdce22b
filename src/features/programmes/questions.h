/* A programme's own questions: one list gives the form that is shown and judged (forms/form.h), the words of an answer, and what of it is kept.
 * Source: PROGRAMMES.md F026, F027 and issue 5: forms and surveys as data. */
#ifndef PROGRAMMES_QUESTIONS_H
#define PROGRAMMES_QUESTIONS_H

#include <stdbool.h>

#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"
#include "forms/form.h"

struct arena;
struct db;

enum {
	FORMS_MOST = 2, QUESTIONS_MOST = 60, QUESTION_CHOICES_MOST = 40, QUESTION_KEY_MOST = 30, QUESTION_WORDS_MOST = 200, QUESTION_HELP_MOST = 500, CHOICE_WORDS_MOST = 80,
	SCALE_MOST = 10, FORM_TITLE_MOST = 100
};

struct question {
	struct question_id id;        /* none: of a file */
	struct str key, words, help;
	enum question_kind kind;
	enum question_audience audience;
	struct str_list choices;
	int64_t lowest, highest;      /* characters, ticks or steps, by kind; 0: not said */
	bool is_required;
};

/* One version of a form. */
struct question_form {
	struct question_form_id id;   /* none: of a file */
	struct str slug, title;
	int64_t version;
	struct question *questions;
	size_t count;
};

/* The version that is in force; NULL if the programme has no such form. */
struct programme;
const struct question_form *programme_form(const struct programme *, struct str slug);
/* Any version; NOT_FOUND. */
enum outcome question_form_find(struct db *, struct arena *, struct question_form_id, struct question_form *out);
/* The newest of that slug, also a survey's, which no programme holds in memory; NOT_FOUND. */
enum outcome question_form_newest(struct db *, struct arena *, struct programme_id, struct str slug, struct question_form *out);
/* Every wording that a question of that form ever had, by its key, those in force first; at most WORDINGS_MOST. */
enum { WORDINGS_MOST = 1000 };
struct question_wordings_list {
	struct question_wording {
		struct str key, words;
	} *at;
	size_t count;
};
enum outcome question_wordings_find(struct db *, struct arena *, struct programme_id, struct str slug, struct question_wordings_list *out);

/* Stores the questions as the next version of that form. */
struct visit;
enum outcome question_form_keep(struct visit *, struct programme_id, const struct question_form *);

/* The same questions in the same words. */
bool question_forms_same(const struct question_form *, const struct question_form *);

/* The form as pages and programs have it, called like that. is_draft: nothing is required yet. A question of the kind language makes two fields:
 * "spoken" and "spoken_level". */
struct form question_fields(struct arena *, const struct question_form *, struct str name, bool is_draft);

/* What is kept of an answer, empty if there is none; and back into a form. */
struct str question_kept(struct arena *, const struct question *, struct values *);
void question_fill(struct arena *, const struct question *, struct values *, struct str answer);
/* The answer as people read it, in their language. */
struct str question_answer_words(struct arena *, struct str language, const struct question *, struct str answer);

/* What is wrong with the question at that place, as a sentence for whoever wrote it, and with which of its keys ("lowest" is called least);
 * NULL: nothing. */
struct question_fault {
	const char *key;
	struct str words;
};
struct question_fault question_fault(struct arena *, const struct question_form *, size_t place);

/* For programs. */
struct answer;
extern const struct shape asked_question_shape;
void asked_question_json(struct answer *, const struct question *);

/* "long-text, choice, …": for complaints. */
struct str question_kinds(struct arena *);

#endif
