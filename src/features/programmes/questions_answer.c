/* An answer: what of it is kept, and how people read it. Lists are kept a line each, hours of a week as their bits. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "programmes/questions_kinds.h"

enum { NUMBER_BYTES = 24, ANSWER_BYTES = 20 << 10 };

static struct str
number_text(struct arena *arena, int64_t number)
{
	struct buf text = buf_new(arena, NUMBER_BYTES);

	if (number != 0)
		buf_whole(&text, number);
	return number == 0 ? S("") : buf_str(&text);
}

struct str
question_kept(struct arena *arena, const struct question *q, struct values *values)
{
	struct value *value = form_value(values, str_c(arena, q->key));
	struct str level;

	switch (q->kind) {
	case QUESTION_KIND_CHOICES:
		return question_lines(arena, &value->many);
	case QUESTION_KIND_WEEK:
	case QUESTION_KIND_CONSENT:
		return number_text(arena, value->whole);
	case QUESTION_KIND_LANGUAGE:
		level = form_text(values, str_c(arena, question_level_key(arena, q)));
		return str_is_empty(value->text) && str_is_empty(level) ? S("") : str_join(arena, 3, (struct str[]){ value->text, S("\n"), level });
	default:
		return value->text.at == NULL ? S("") : value->text;
	}
}

static void
fill_many(struct arena *arena, struct value *value, struct str answer)
{
	struct str line;

	value->many = (struct str_list){ .at = ARENA_MANY(arena, QUESTION_CHOICES_MOST, struct str) };
	while (value->many.count < QUESTION_CHOICES_MOST && !str_is_empty(answer) && str_next(&answer, '\n', &line))
		value->many.at[value->many.count++] = line;
}

void
question_fill(struct arena *arena, const struct question *q, struct values *values, struct str answer)
{
	struct value *value = form_value(values, str_c(arena, q->key));
	struct str first = S("");

	switch (q->kind) {
	case QUESTION_KIND_CHOICES:
		fill_many(arena, value, answer);
		return;
	case QUESTION_KIND_WEEK:
	case QUESTION_KIND_CONSENT:
		(void)str_whole(answer, &value->whole);
		return;
	case QUESTION_KIND_LANGUAGE:
		(void)str_next(&answer, '\n', &first);
		value->text = first;
		form_set_text(values, str_c(arena, question_level_key(arena, q)), answer.at == NULL ? S("") : answer);
		return;
	default:
		value->text = answer;
	}
}

static struct str
label_of(struct arena *arena, struct str language, struct choices choices, struct str value)
{
	for (size_t i = 0; i < choices.count; i++)
		if (str_equal(choices.at[i].value, value))
			return say(language, str_c(arena, choices.at[i].label));
	return value;
}

static struct str
spoken_words(struct arena *arena, struct str language, struct str answer)
{
	struct str tag = S(""), level;

	(void)str_next(&answer, '\n', &tag);
	level = answer.at == NULL ? S("") : label_of(arena, language, question_levels, answer);
	tag = label_of(arena, language, question_tongues, tag);
	return str_is_empty(level) || str_is_empty(tag) ? (str_is_empty(tag) ? level : tag) : str_join(arena, 3, (struct str[]){ tag, S(", "), level });
}

static struct str
listed_words(struct arena *arena, struct str answer)
{
	struct buf out = buf_new(arena, ANSWER_BYTES);
	struct str line;

	while (!str_is_empty(answer) && str_next(&answer, '\n', &line)) {
		buf_add(&out, out.length > 0 ? S("; ") : S(""));
		buf_add(&out, line);
	}
	return buf_str(&out);
}

static struct str
scale_words(struct arena *arena, const struct question *q, struct str answer)
{
	struct str high = number_text(arena, question_scale_end(q, true));

	return str_join(arena, 3, (struct str[]){ answer, S(" / "), high });
}

struct str
question_answer_words(struct arena *arena, struct str language, const struct question *q, struct str answer)
{
	int64_t bits = 0;

	if (str_is_empty(answer))
		return S("");
	switch (q->kind) {
	case QUESTION_KIND_CHOICES:
		return listed_words(arena, answer);
	case QUESTION_KIND_WEEK:
		(void)str_whole(answer, &bits);
		return say_week(arena, language, bits);
	case QUESTION_KIND_CONSENT:
		return say(language, N_("Yes"));
	case QUESTION_KIND_LANGUAGE:
		return spoken_words(arena, language, answer);
	case QUESTION_KIND_SCALE:
		return scale_words(arena, q, answer);
	default:
		return answer;
	}
}
