/* A cell of another table as the answer to a question of each kind: what is sent for it is what the form knows, and never more than there is room for. */
#include "base/check.h"
#include "base/arena.h"
#include "exchange/cells_answers.h"
#include "formats/text.h"
#include "fuzz.h"

static struct str lists[] = { S_STATIC("Code"), S_STATIC("Code, with tests"), S_STATIC("Reading; writing"), S_STATIC("古曲") };
static struct str ends[] = { S_STATIC("never"), S_STATIC("every day") };
static struct question questions[] = {
	{ .key = S_STATIC("one"), .words = S_STATIC("One?"), .kind = QUESTION_KIND_CHOICE, .choices = { lists, ARRAY_LENGTH(lists) } },
	{ .key = S_STATIC("some"), .words = S_STATIC("Some?"), .kind = QUESTION_KIND_CHOICES, .choices = { lists, ARRAY_LENGTH(lists) } },
	{ .key = S_STATIC("often"), .words = S_STATIC("How often?"), .kind = QUESTION_KIND_SCALE, .lowest = 1, .highest = 5, .choices = { ends, ARRAY_LENGTH(ends) } },
	{ .key = S_STATIC("week"), .words = S_STATIC("When?"), .kind = QUESTION_KIND_WEEK },
	{ .key = S_STATIC("day"), .words = S_STATIC("From when on?"), .kind = QUESTION_KIND_DATE },
	{ .key = S_STATIC("terms"), .words = S_STATIC("I keep to it."), .kind = QUESTION_KIND_CONSENT },
	{ .key = S_STATIC("text"), .words = S_STATIC("A line?"), .kind = QUESTION_KIND_TEXT },
	{ .key = S_STATIC("spoken"), .words = S_STATIC("Which language?"), .kind = QUESTION_KIND_LANGUAGE },
};
static const struct question_form asked = { .questions = questions, .count = ARRAY_LENGTH(questions) };

/* Whatever was made of the cell by a list of what may be chosen is one of that list. */
static void
judge(const struct values *values, const struct question *q, size_t place, struct str wrong)
{
	bool is_listed = q->kind != QUESTION_KIND_DATE && q->kind != QUESTION_KIND_TEXT;

	MUST(!is_listed || str_is_empty(values->at[place].complaint) || !str_is_empty(wrong));
	MUST(q->kind != QUESTION_KIND_WEEK || values->at[place].whole < INT64_C(1) << 21);
}

void
fuzz_answers(struct arena *arena, struct str input)
{
	struct form form = question_fields(arena, &asked, S("asked"), false);

	if (!text_is_utf8(input) || input.length > 4000)
		return;
	for (size_t i = 0; i < asked.count; i++)
		for (int day = EXCHANGE_NO_DAY; day < (questions[i].kind == QUESTION_KIND_WEEK ? 2 : 0); day++) {
			struct exchange_answer answer = { .question = &questions[i], .field = &form.fields[i], .cell = input, .day = day };
			struct pairs sent = { .at = ARENA_MANY(arena, EXCHANGE_ANSWERS_MOST, struct pair) };
			struct str wrong = exchange_answer_send(arena, &answer, &sent);
			struct values *values;

			MUST(sent.count <= EXCHANGE_ANSWERS_MOST && (str_is_empty(wrong) || sent.count == 0));
			MUST(str_is_empty(wrong) || !str_is_empty(exchange_answer_expected(arena, &answer)));
			(void)form_read(arena, &form, NULL, &sent, &values);
			judge(values, &questions[i], i, wrong);
		}
}
