/* The forms of a programme's file: read, judged, printed; and the questions of its surveys (file_surveys.c). What a question may be: questions_check.c. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/near.h"
#include "formats/text.h"
#include "programmes/file_check.h"
#include "programmes/questions_kinds.h"

enum { NUMBER_MOST = 1000000 };

static struct str
said(const char *text)
{
	return text == NULL ? S("") : str_from(text);
}

/* What is no number, and no word of its list, is complained of later: file_check_forms(). */
static int64_t
number_of(const char *text)
{
	int64_t number;

	return text != NULL && str_whole(str_from(text), &number) && number >= 0 && number <= NUMBER_MOST ? number : 0;
}

static struct question
question_of(struct arena *arena, const struct yaml_question *from)
{
	struct question q = { .key = file_line(arena, said(from->key)), .words = file_line(arena, said(from->words)), .help = file_line(arena, said(from->help)),
		.lowest = number_of(from->least), .highest = number_of(from->most), .is_required = str_equal(said(from->required), S("yes")),
		.audience = from->audience == NULL ? QUESTION_AUDIENCE_REVIEWERS : question_audience_of(str_from(from->audience)),
		.kind = question_kind_of(said(from->kind)), .choices = { .at = ARENA_MANY(arena, from->choices_count + 1, struct str) } };

	for (unsigned i = 0; i < from->choices_count; i++)
		q.choices.at[q.choices.count++] = file_line(arena, said(from->choices[i]));
	return q;
}

void
file_read_questions(struct arena *arena, const struct yaml_question *from, unsigned count, struct question_form *to)
{
	to->questions = ARENA_MANY(arena, count + 1, struct question);
	for (unsigned i = 0; i < count; i++)
		to->questions[to->count++] = question_of(arena, &from[i]);
}

void
file_read_forms(struct arena *arena, const struct yaml_programme *from, struct programme_file *to)
{
	to->forms = ARENA_MANY(arena, from->forms_count + 1, struct question_form);
	for (unsigned i = 0; i < from->forms_count; i++) {
		struct question_form *form = &to->forms[to->form_count++];

		*form = (struct question_form){ .slug = file_line(arena, said(from->forms[i].slug)), .title = file_line(arena, said(from->forms[i].title)) };
		file_read_questions(arena, from->forms[i].questions, from->forms[i].questions_count, form);
	}
}

/* --- judged --- */

/* Where a key of a question stands; of what is not there the nearest that is. */
static struct place
place_of(const struct programme_file *file, const struct asked_at *at, size_t question, const char *key)
{
	const struct yaml_node *form = yaml_item(yaml_entry(file->root, str_from(at->list)), at->entry);
	const struct yaml_node *item = yaml_item(yaml_entry(form, S("questions")), question), *value = yaml_entry(item, str_from(key));

	if (value != NULL)
		return value->at;
	return item != NULL ? item->at : file_place(file, at->list, at->entry, NULL);
}

static bool
is_number(const char *text)
{
	int64_t number;

	return text == NULL || (str_whole(str_from(text), &number) && number >= 0 && number <= NUMBER_MOST);
}

/* What the words of a file must be, before the question is judged as such. */
static bool
words_are_fine(struct complaints *complaints, const struct programme_file *file, const struct yaml_question *from, const struct asked_at *where, size_t at)
{
	size_t before = complaints->count;
	struct str required = from->required == NULL ? S("no") : str_from(from->required), kind = said(from->kind);

	if (question_kind_of(kind) == QUESTION_KIND_NONE)
		complaints_add(complaints, place_of(file, where, at, "kind"), "kind is one of %.*s, not \"%.*s\"", STR_FORMAT(question_kinds(complaints->arena)), STR_FORMAT(kind));
	if (from->audience != NULL && question_audience_of(str_from(from->audience)) == QUESTION_AUDIENCE_NONE)
		complaints_add(complaints, place_of(file, where, at, "audience"), "audience is reviewers or coordinators, not \"%s\"", from->audience);
	if (!str_equal(required, S("yes")) && !str_equal(required, S("no")))
		complaints_add(complaints, place_of(file, where, at, "required"), "required is yes or no, not \"%.*s\"", STR_FORMAT(required));
	if (!is_number(from->least))
		complaints_add(complaints, place_of(file, where, at, "least"), "least is a whole number, not \"%s\"", from->least);
	if (!is_number(from->most))
		complaints_add(complaints, place_of(file, where, at, "most"), "most is a whole number, not \"%s\"", from->most);
	return complaints->count == before;
}

void
file_check_questions(struct complaints *complaints, const struct programme_file *file, const struct asked_at *where, const struct yaml_question *from, const struct question_form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		struct question_fault fault = { NULL, S("") };

		if (words_are_fine(complaints, file, &from[i], where, i))
			fault = question_fault(complaints->arena, form, i);
		if (fault.key != NULL)
			complaints_add(complaints, place_of(file, where, i, fault.key), "question \"%.*s\": %.*s", STR_FORMAT(form->questions[i].key),
			    STR_FORMAT(str_head(fault.words, fault.words.length - 1)));
	}
}

static void
check_form(struct complaints *complaints, const struct yaml_form *from, const struct programme_file *file, size_t entry)
{
	const struct question_form *form = &file->forms[entry];

	if (!str_equal(form->slug, S("mentor")) && !str_equal(form->slug, S("mentee")))
		complaints_add(complaints, file_place(file, "forms", entry, "slug"), "slug is mentor or mentee, as what somebody applies by this form, not \"%.*s\"", STR_FORMAT(form->slug));
	for (size_t i = 0; i < entry; i++)
		if (str_equal(file->forms[i].slug, form->slug))
			complaints_add(complaints, file_place(file, "forms", entry, "slug"), "the slug \"%.*s\" is taken already: see line %ld", STR_FORMAT(form->slug),
			    file_place(file, "forms", i, "slug").line);
	file_check_questions(complaints, file, &(struct asked_at){ "forms", entry }, from->questions, form);
}

void
file_check_forms(struct arena *arena, const struct yaml_programme *from, const struct programme_file *file, struct complaints *complaints)
{
	(void)arena;
	for (size_t i = 0; i < file->form_count; i++)
		check_form(complaints, &from->forms[i], file, i);
}

/* --- printed --- */

static void
add_line(struct buf *out, const char *before, struct str text)
{
	buf_add(out, str_from(before));
	yaml_add_text(out, text);
	buf_char(out, '\n');
}

static void
print_question(struct buf *out, const struct question *q)
{
	add_line(out, "      - key: ", q->key);
	add_line(out, "        kind: ", question_kind_name(q->kind));
	add_line(out, "        words: ", q->words);
	if (!str_is_empty(q->help))
		add_line(out, "        help: ", q->help);
	if (q->is_required)
		buf_add(out, S("        required: \"yes\"\n"));
	if (q->lowest != 0)
		buf_format(out, "        least: %lld\n", (long long)q->lowest);
	if (q->highest != 0)
		buf_format(out, "        most: %lld\n", (long long)q->highest);
	if (q->choices.count > 0)
		buf_add(out, S("        choices:\n"));
	for (size_t i = 0; i < q->choices.count; i++)
		add_line(out, "          - ", q->choices.at[i]);
	if (q->audience != QUESTION_AUDIENCE_REVIEWERS)
		add_line(out, "        audience: ", question_audience_name(q->audience));
}

void
file_print_questions(struct buf *out, const struct question_form *form)
{
	buf_add(out, S("    questions:\n"));
	for (size_t i = 0; i < form->count; i++)
		print_question(out, &form->questions[i]);
}

void
file_print_forms(struct buf *out, const struct programme_file *file)
{
	if (file->form_count > 0)
		buf_add(out, S("\nforms:\n"));
	for (size_t i = 0; i < file->form_count; i++) {
		add_line(out, "  - slug: ", file->forms[i].slug);
		add_line(out, "    title: ", file->forms[i].title);
		file_print_questions(out, &file->forms[i]);
	}
}
