/* The answers of applications, and of surveys, as columns of their table: only files of this room include it. */
#ifndef EXCHANGE_ANSWERS_H
#define EXCHANGE_ANSWERS_H

#include "exchange/exchange.h"
#include "programmes/questions.h"

enum { ANSWER_COLUMNS = 200, ANSWER_FORMS = 100 };

/* A column for each wording that was answered, in the words of the question: whoever changes a question while people apply finds the old answers
 * under the old words and the new ones under the new. What has no column any more stands in the last one, each behind its question. */
/* Whose answers. */
enum answered { ANSWERED_APPLICATIONS, ANSWERED_SURVEYS };

struct answer_columns {
	enum answered of;
	struct question_form *forms;      /* every version that was answered */
	size_t form_count;
	struct str headings[ANSWER_COLUMNS];
	size_t count;
	bool is_full;
};

/* TOO_LARGE for more than ANSWER_FORMS versions. Lives as long as the arena. */
enum outcome answer_columns_find(struct visit *, struct arena *, enum answered, struct answer_columns *out);

/* Into one cell for each column. */
enum outcome answer_columns_fill(struct visit *, struct arena *, const struct answer_columns *, int64_t id, struct str *cells);

#endif
