/* How tables of form services write the answers to a programme's questions. Pure. */
#ifndef EXCHANGE_CELLS_ANSWERS_H
#define EXCHANGE_CELLS_ANSWERS_H

#include "programmes/questions.h"

enum { EXCHANGE_DAYS = 7, EXCHANGE_ANSWERS_MOST = 64, EXCHANGE_NO_DAY = -1 };    /* days of a week; what one answer sends at most */

struct exchange_answer {
	const struct question *question;
	const struct field *field;    /* of question_fields(); of a language its level stands behind it */
	struct str cell;
	int day;                      /* the column is of one day of the week, 0 = Monday; else EXCHANGE_NO_DAY */
	bool has_level;               /* of a language: its level has a column of its own */
};

/* What a page would send for the cell, added to sent, which has room for EXCHANGE_ANSWERS_MOST more; the form judges it. An empty cell sends nothing.
 * Choices are known in any case, several have ; , or a line end between them. What is known as nothing that the question takes is answered, and
 * nothing is sent for it; else empty. */
struct str exchange_answer_send(struct arena *, const struct exchange_answer *, struct pairs *sent);

/* What a cell has to be, for whoever wrote something else: "none of: A; B; C". */
struct str exchange_answer_expected(struct arena *, const struct exchange_answer *);

/* "Monday"; and the part behind a question's words in the heading of a column that is of that day alone. */
const char *exchange_day(int day);

#endif
