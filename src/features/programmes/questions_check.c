/* What is wrong with a question that somebody wrote: in a file, on a page, by a program. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/text.h"
#include "forms/say.h"
#include "programmes/questions_kinds.h"

enum { SENTENCE_BYTES = 400 };

/* What forms carry beside their answers. */
static const struct str reserved[] = { S_STATIC("csrf"), S_STATIC("key"), S_STATIC("seen"), S_STATIC("act"), S_STATIC("done"), S_STATIC("next"), S_STATIC("opening") };

struct str
question_kinds(struct arena *arena)
{
	struct buf out = buf_new(arena, SENTENCE_BYTES);

	for (int kind = QUESTION_KIND_TEXT; kind <= QUESTION_KIND_CONSENT; kind++) {
		buf_add(&out, kind == QUESTION_KIND_TEXT ? S("") : S(", "));
		buf_add(&out, question_kind_name((enum question_kind)kind));
	}
	return buf_str(&out);
}

static bool
is_key(struct str key)
{
	for (size_t i = 0; i < key.length; i++)
		if (!((key.at[i] >= 'a' && key.at[i] <= 'z') || (i > 0 && ((key.at[i] >= '0' && key.at[i] <= '9') || key.at[i] == '_'))))
			return false;
	return key.length > 0 && key.length <= QUESTION_KEY_MOST;
}

static struct question_fault
fault_of_key(const struct question_form *form, size_t place)
{
	struct str key = form->questions[place].key;

	if (!is_key(key))
		return (struct question_fault){ "key", str_from(N_("A key is a word of at most 30 small letters a-z, digits and _, and begins with a letter.")) };
	if (str_ends(key, S("_level")))
		return (struct question_fault){ "key", str_from(N_("A key does not end in _level: that is how the second answer of a language is called.")) };
	for (size_t i = 0; i < ARRAY_LENGTH(reserved); i++)
		if (str_equal(key, reserved[i]))
			return (struct question_fault){ "key", str_from(N_("This word is one of those that every form carries. Choose another key.")) };
	for (size_t i = 0; i < place; i++)
		if (str_equal(form->questions[i].key, key))
			return (struct question_fault){ "key", str_from(N_("Another question of this form has this key.")) };
	return (struct question_fault){ NULL, S("") };
}

static struct str
choice_fault(struct arena *arena, const struct question *q)
{
	for (size_t i = 0; i < q->choices.count; i++) {
		if (str_is_empty(q->choices.at[i]) || text_length(q->choices.at[i]) > CHOICE_WORDS_MOST)
			return str_from(N_("Each choice has 1 to 80 characters."));
		for (size_t k = 0; k < i; k++)
			if (str_equal(text_folded(arena, q->choices.at[i]), text_folded(arena, q->choices.at[k])))
				return str_from(N_("Two choices read the same."));
	}
	return S("");
}

static struct question_fault
fault_of_choices(struct arena *arena, const struct question *q)
{
	bool is_scale = q->kind == QUESTION_KIND_SCALE;
	struct str words;

	if (!question_kind_rows[q->kind].has_choices && q->choices.count > 0)
		return (struct question_fault){ "choices", str_from(N_("Only the kinds choice, choices and scale have choices.")) };
	if (is_scale && q->choices.count != 0 && q->choices.count != 2)
		return (struct question_fault){ "choices", str_from(N_("A scale has two choices, what its lowest and its highest step mean, or none.")) };
	if (question_kind_rows[q->kind].has_choices && !is_scale && (q->choices.count < 2 || q->choices.count > QUESTION_CHOICES_MOST))
		return (struct question_fault){ "choices", str_from(N_("This kind has 2 to 40 choices.")) };
	words = choice_fault(arena, q);
	return (struct question_fault){ str_is_empty(words) ? NULL : "choices", words };
}

static struct question_fault
fault_of_bounds(const struct question *q)
{
	struct question_kind_row row = question_kind_rows[q->kind];
	int64_t most = q->kind == QUESTION_KIND_CHOICES ? (int64_t)q->choices.count : row.most;

	if (q->highest < 0 || q->highest > most)
		return (struct question_fault){ "most", str_from(N_("This is more than the kind has room for: 200 characters of a text, 4000 of a long-text, 10 steps of a scale, as many ticks as there are choices.")) };
	if (q->lowest < 0 || q->lowest > (q->highest > 0 ? q->highest : most))
		return (struct question_fault){ "least", str_from(N_("This is more than the most of it.")) };
	if (q->kind == QUESTION_KIND_SCALE && question_scale_end(q, false) >= question_scale_end(q, true))
		return (struct question_fault){ "most", str_from(N_("A scale has at least two steps.")) };
	return (struct question_fault){ NULL, S("") };
}

static struct question_fault
fault_of_no_bounds(const struct question *q)
{
	if (q->lowest == 0 && q->highest == 0)
		return (struct question_fault){ NULL, S("") };
	return (struct question_fault){ q->lowest != 0 ? "least" : "most", str_from(N_("This kind has neither least nor most.")) };
}

struct question_fault
question_fault(struct arena *arena, const struct question_form *form, size_t place)
{
	const struct question *q = &form->questions[place];
	struct question_fault fault = fault_of_key(form, place);

	if (fault.key == NULL && (text_length_shown(q->words) < 2 || text_length(q->words) > QUESTION_WORDS_MOST))
		fault = (struct question_fault){ "words", str_from(N_("A question has 2 to 200 characters.")) };
	if (fault.key == NULL && text_length(q->help) > QUESTION_HELP_MOST)
		fault = (struct question_fault){ "help", str_from(N_("Help has at most 500 characters.")) };
	if (fault.key == NULL)
		fault = fault_of_choices(arena, q);
	if (fault.key == NULL)
		fault = question_kind_rows[q->kind].has_bounds ? fault_of_bounds(q) : fault_of_no_bounds(q);
	if (fault.key == NULL && q->kind == QUESTION_KIND_CONSENT && !q->is_required)
		fault = (struct question_fault){ "required", str_from(N_("What somebody consents to is required; ask a choice where they may say no.")) };
	return fault;
}
