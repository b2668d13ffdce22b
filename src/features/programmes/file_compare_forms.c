/* Two programmes' forms compared, question by question; those of surveys too. A form that the later one names is whole there: a question that it leaves out is gone. */
#include "base/arena.h"
#include "base/buf.h"
#include "programmes/file_compare.h"
#include "programmes/questions_kinds.h"

enum { NAME_BYTES = 120, NUMBER_BYTES = 24, LINE_BYTES = 8 << 10 };

static const struct question_form *
form_in(const struct programme_file *file, struct str slug)
{
	for (size_t i = 0; i < file->form_count; i++)
		if (str_equal(file->forms[i].slug, slug))
			return &file->forms[i];
	return NULL;
}

static const struct question *
question_in(const struct question_form *form, struct str key)
{
	for (size_t i = 0; i < form->count; i++)
		if (str_equal(form->questions[i].key, key))
			return &form->questions[i];
	return NULL;
}

/* "mentee.goals" */
static struct str
name_of(struct arena *arena, const struct question_form *form, const struct question *q)
{
	return str_join(arena, 3, (struct str[]){ form->slug, S("."), q->key });
}

static struct str
number_words(struct arena *arena, int64_t number)
{
	struct buf out = buf_new(arena, NUMBER_BYTES);

	buf_whole(&out, number);
	return number == 0 ? S("as usual") : buf_str(&out);
}

/* On one line, with a comma between. */
static struct str
choice_words(struct arena *arena, const struct question *q)
{
	struct buf out = buf_new(arena, LINE_BYTES);

	for (size_t i = 0; i < q->choices.count; i++) {
		buf_add(&out, i == 0 ? S("") : S(", "));
		buf_add(&out, q->choices.at[i]);
	}
	return q->choices.count == 0 ? S("") : buf_str(&out);
}

static void
compare_question(struct comparing *c, const struct change *of, const struct question *was, const struct question *now)
{
	struct arena *arena = c->changes->arena;
	static const struct str states[] = { S_STATIC("may be left out"), S_STATIC("must be answered") };

	compare_differs(c, (struct change){ .part = of->part, .name = of->name, .aspect = "words", .before = was->words, .after = now->words });
	compare_differs(c, (struct change){ .part = of->part, .name = of->name, .aspect = "help", .before = was->help, .after = now->help });
	compare_differs(c, (struct change){ .part = of->part, .name = of->name, .aspect = "kind", .before = question_kind_name(was->kind), .after = question_kind_name(now->kind) });
	compare_differs(c, (struct change){ .part = of->part, .name = of->name, .aspect = "choices", .before = choice_words(arena, was), .after = choice_words(arena, now) });
	compare_differs(c, (struct change){ .part = of->part, .name = of->name, .aspect = "least", .before = number_words(arena, was->lowest), .after = number_words(arena, now->lowest) });
	compare_differs(c, (struct change){ .part = of->part, .name = of->name, .aspect = "most", .before = number_words(arena, was->highest), .after = number_words(arena, now->highest) });
	compare_differs(c, (struct change){ .part = of->part, .name = of->name, .aspect = "required", .before = states[was->is_required], .after = states[now->is_required] });
	compare_differs(c, (struct change){ .part = of->part, .name = of->name, .aspect = "audience", .before = question_audience_name(was->audience),
	    .after = question_audience_name(now->audience) });
}

/* Whether those that both have stand in the same order. */
static bool
keeps_order(const struct question_form *was, const struct question_form *now)
{
	size_t at = 0;

	for (size_t i = 0; i < now->count; i++) {
		size_t k = 0;

		while (k < was->count && !str_equal(was->questions[k].key, now->questions[i].key))
			k++;
		if (k == was->count)
			continue;
		if (k < at)
			return false;
		at = k;
	}
	return true;
}

void
compare_questions(struct comparing *c, enum change_part part, const struct question_form *was, const struct question_form *now)
{
	struct arena *arena = c->changes->arena;
	bool is_whole = c->is_whole;

	compare_differs(c, (struct change){ .part = part, .name = now->slug, .aspect = "title", .before = was->title, .after = now->title });
	for (size_t i = 0; i < now->count; i++) {
		const struct question *q = &now->questions[i], *before = question_in(was, q->key);

		if (before == NULL)
			compare_appears(c, part, name_of(arena, now, q), q->words);
		else
			compare_question(c, &(struct change){ .part = part, .name = name_of(arena, now, q) }, before, q);
	}
	c->is_whole = true;
	for (size_t i = 0; i < was->count; i++)
		if (question_in(now, was->questions[i].key) == NULL)
			compare_misses(c, part, name_of(arena, was, &was->questions[i]), was->questions[i].words);
	c->is_whole = is_whole;
	if (!keeps_order(was, now))
		compare_differs(c, (struct change){ .part = part, .name = now->slug, .aspect = "order", .before = S("another"), .after = S("as listed") });
}

void
compare_forms(struct comparing *c)
{
	for (size_t i = 0; i < c->after->form_count; i++) {
		const struct question_form *now = &c->after->forms[i], *was = form_in(c->before, now->slug);

		if (was == NULL)
			compare_appears(c, PART_FORM, now->slug, now->title);
		else
			compare_questions(c, PART_FORM, was, now);
	}
	for (size_t i = 0; i < c->before->form_count; i++)
		if (form_in(c->after, c->before->forms[i].slug) == NULL)
			compare_misses(c, PART_FORM, c->before->forms[i].slug, c->before->forms[i].title);
}
