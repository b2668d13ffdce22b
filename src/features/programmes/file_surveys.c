/* What a programme's surveys ask, in its file: read, judged, taken from the database, printed, compared, written. The questions are those of forms
 * (file_forms.c). A survey that the file names is as the file says, whole. */
#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "programmes/file_apply.h"
#include "programmes/file_check.h"
#include "programmes/file_compare.h"
#include "programmes/questionnaires.h"

enum { BLOCK_INDENT = 6 };

static struct str
said(const char *text)
{
	return text == NULL ? S("") : str_from(text);
}

static bool
is_yes(const char *text)
{
	return str_equal(said(text), S("yes"));
}

void
file_read_surveys(struct arena *arena, const struct yaml_programme *from, struct programme_file *to)
{
	to->surveys = ARENA_MANY(arena, from->surveys_count + 1, struct file_survey);
	for (unsigned i = 0; i < from->surveys_count; i++) {
		const struct yaml_survey *one = &from->surveys[i];
		struct file_survey *survey = &to->surveys[to->survey_count++];

		*survey = (struct file_survey){ .about = file_text(arena, said(one->about)), .audience = survey_audience_of(said(one->audience)), .asks_areas = is_yes(one->areas),
			.asks_ranking = is_yes(one->ranking), .is_retired = is_yes(one->retired),
			.form = { .slug = file_line(arena, said(one->slug)), .title = file_line(arena, said(one->title)) } };
		file_read_questions(arena, one->questions, one->questions_count, &survey->form);
	}
}

/* --- judged --- */

static void
check_yes(struct complaints *complaints, const struct programme_file *file, size_t entry, const char *key, const char *text)
{
	if (text != NULL && !is_yes(text) && !str_equal(str_from(text), S("no")))
		complaints_add(complaints, file_place(file, "surveys", entry, key), "%s is yes or no, not \"%s\"", key, text);
}

static void
check_survey(struct complaints *complaints, const struct yaml_survey *from, const struct programme_file *file, size_t entry)
{
	const struct file_survey *survey = &file->surveys[entry];

	if (!questionnaire_slug_is_fine(survey->form.slug))
		complaints_add(complaints, file_place(file, "surveys", entry, "slug"), "slug is a word of small letters a-z, digits and hyphens between them, not \"%.*s\"",
		    STR_FORMAT(survey->form.slug));
	for (size_t i = 0; i < entry; i++)
		if (str_equal(file->surveys[i].form.slug, survey->form.slug))
			complaints_add(complaints, file_place(file, "surveys", entry, "slug"), "the slug \"%.*s\" is taken already: see line %ld", STR_FORMAT(survey->form.slug),
			    file_place(file, "surveys", i, "slug").line);
	if (survey->audience == SURVEY_AUDIENCE_NONE)
		complaints_add(complaints, file_place(file, "surveys", entry, "for"), "for is one of members, mentors, mentees, round, round-mentors, round-mentees, not \"%s\"", from->audience);
	check_yes(complaints, file, entry, "areas", from->areas);
	check_yes(complaints, file, entry, "ranking", from->ranking);
	check_yes(complaints, file, entry, "retired", from->retired);
	file_check_questions(complaints, file, &(struct asked_at){ "surveys", entry }, from->questions, &survey->form);
}

void
file_check_surveys(const struct yaml_programme *from, const struct programme_file *file, struct complaints *complaints)
{
	for (size_t i = 0; i < file->survey_count; i++)
		check_survey(complaints, &from->surveys[i], file, i);
}

/* --- stored --- */

enum outcome
file_stored_surveys(struct db *db, struct arena *arena, struct programme_id id, struct programme_file *to)
{
	struct questionnaires_of_rows rows;

	TRY(questionnaires_of(db, arena, id, QUESTIONNAIRES_MOST, &rows));
	to->surveys = ARENA_MANY(arena, rows.count + 1, struct file_survey);
	for (size_t i = 0; i < rows.count; i++) {
		struct file_survey *survey = &to->surveys[to->survey_count++];

		*survey = (struct file_survey){ .about = file_text(arena, rows.at[i].about), .audience = rows.at[i].audience, .asks_areas = rows.at[i].asks_areas,
			.asks_ranking = rows.at[i].asks_ranking, .is_retired = rows.at[i].is_retired };
		TRY(question_form_find(db, arena, rows.at[i].form, &survey->form));
		survey->form.slug = rows.at[i].slug;
		survey->form.title = file_line(arena, survey->form.title);
	}
	return OK;
}

/* --- printed --- */

static void
add_line(struct buf *out, const char *before, struct str text)
{
	buf_add(out, str_from(before));
	yaml_add_text(out, text);
	buf_char(out, '\n');
}

void
file_print_surveys(struct buf *out, const struct programme_file *file)
{
	if (file->survey_count > 0)
		buf_add(out, S("\nsurveys:\n"));
	for (size_t i = 0; i < file->survey_count; i++) {
		const struct file_survey *survey = &file->surveys[i];

		add_line(out, "  - slug: ", survey->form.slug);
		add_line(out, "    title: ", survey->form.title);
		buf_add(out, S("    about: "));
		yaml_add_block(out, survey->about, BLOCK_INDENT);
		add_line(out, "\n    for: ", survey_audience_name(survey->audience));
		buf_add(out, survey->asks_areas ? S("    areas: \"yes\"\n") : S(""));
		buf_add(out, survey->asks_ranking ? S("    ranking: \"yes\"\n") : S(""));
		buf_add(out, survey->is_retired ? S("    retired: \"yes\"\n") : S(""));
		if (survey->form.count > 0)
			file_print_questions(out, &survey->form);
	}
}

/* --- compared --- */

static const struct file_survey *
survey_in(const struct programme_file *file, struct str slug)
{
	for (size_t i = 0; i < file->survey_count; i++)
		if (str_equal(file->surveys[i].form.slug, slug))
			return &file->surveys[i];
	return NULL;
}

static void
compare_survey(struct comparing *c, const struct file_survey *was, const struct file_survey *now)
{
	static const struct str asks[] = { S_STATIC("not asked"), S_STATIC("asked") }, states[] = { S_STATIC("in use"), S_STATIC("retired") };
	struct str name = now->form.slug;

	compare_text(c, (struct change){ .part = PART_SURVEY, .name = name, .aspect = "about" }, was->about, now->about);
	compare_differs(c, (struct change){ .part = PART_SURVEY, .name = name, .aspect = "for", .before = survey_audience_name(was->audience), .after = survey_audience_name(now->audience) });
	compare_differs(c, (struct change){ .part = PART_SURVEY, .name = name, .aspect = "areas", .before = asks[was->asks_areas], .after = asks[now->asks_areas] });
	compare_differs(c, (struct change){ .part = PART_SURVEY, .name = name, .aspect = "ranking", .before = asks[was->asks_ranking], .after = asks[now->asks_ranking] });
	compare_differs(c, (struct change){ .part = PART_SURVEY, .name = name, .aspect = "state", .before = states[was->is_retired], .after = states[now->is_retired] });
	compare_questions(c, PART_SURVEY, &was->form, &now->form);
}

void
compare_surveys(struct comparing *c)
{
	for (size_t i = 0; i < c->after->survey_count; i++) {
		const struct file_survey *now = &c->after->surveys[i], *was = survey_in(c->before, now->form.slug);

		if (was == NULL)
			compare_appears(c, PART_SURVEY, now->form.slug, now->form.title);
		else
			compare_survey(c, was, now);
	}
	for (size_t i = 0; i < c->before->survey_count; i++)
		if (survey_in(c->after, c->before->surveys[i].form.slug) == NULL)
			compare_misses(c, PART_SURVEY, c->before->surveys[i].form.slug, c->before->surveys[i].form.title);
}

/* --- written --- */

static bool
is_same_head(const struct file_survey *was, const struct file_survey *now)
{
	return was->audience == now->audience && was->asks_areas == now->asks_areas && was->asks_ranking == now->asks_ranking && was->is_retired == now->is_retired &&
	    str_equal(was->about, now->about);
}

enum outcome
apply_surveys(struct applying *a)
{
	for (size_t i = 0; i < a->file->survey_count; i++) {
		const struct file_survey *now = &a->file->surveys[i], *was = a->present == NULL ? NULL : survey_in(&a->before, now->form.slug);
		struct question_form form = now->form;

		form.slug = questionnaire_form_slug(a->arena, now->form.slug);
		if (was == NULL || !is_same_head(was, now))
			TRY(questionnaire_put(a->v->db, &(struct questionnaire_put_values){ .programme = a->id, .slug = now->form.slug, .about = now->about, .audience = now->audience,
			    .areas = now->asks_areas, .ranking = now->asks_ranking, .retired = now->is_retired, .now = a->v->now }));
		if (was == NULL || !question_forms_same(&was->form, &now->form))
			TRY(question_form_keep(a->v, a->id, &form));
	}
	return OK;
}

/* A programme has so many at most, those that the file does not name among them. */
void
apply_check_surveys(struct applying *a)
{
	size_t count = a->present == NULL ? 0 : a->before.survey_count;

	for (size_t i = 0; i < a->file->survey_count; i++)
		count += a->present == NULL || survey_in(&a->before, a->file->surveys[i].form.slug) == NULL ? 1 : 0;
	if (count > QUESTIONNAIRES_MOST)
		complaints_add(a->complaints, file_place(a->file, "surveys", 0, NULL), "the programme would have %zu surveys, with those that the file does not name; at most %d are kept",
		    count, QUESTIONNAIRES_MOST);
}
