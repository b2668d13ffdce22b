/* A survey as somebody answers it: its questions, the focus areas, whom they may put in order, and what they said so far. */
#include "surveys/own.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "forms/say.h"
#include "programmes/questionnaires.h"
#include "surveys/form.h"
#include "surveys/surveys.h"

enum { FIELD_BYTES = 24, WORDS_BYTES = 4000 };

const char *
survey_rank_field(struct arena *arena, int64_t place)
{
	struct buf name = buf_new(arena, FIELD_BYTES);

	buf_format(&name, "rank-%lld", (long long)place);
	return str_c(arena, buf_str(&name));
}

struct moment
survey_last(struct moment closes_at)
{
	return moment_plus(closes_at, -US_PER_SECOND);
}

struct str
survey_slug(struct arena *arena, struct str questionnaire, struct survey_id id)
{
	return questionnaire_form_slug(arena, str_is_empty(questionnaire) ? id_print(arena, id.value) : questionnaire);
}

enum outcome
survey_find(struct visit *v, struct survey_of_row *out)
{
	struct survey_id id;

	return id_read(v->params[1], &id.value) ? survey_of(v->db, v->arena, id, v->programme->id, out) : NOT_FOUND;
}

enum outcome
survey_questions_newest(struct visit *v, const struct survey_of_row *survey, struct question_form *out)
{
	return question_form_newest(v->db, v->arena, v->programme->id, survey_slug(v->arena, survey->questionnaire, survey->id), out);
}

enum outcome
survey_questions(struct visit *v, const struct survey_of_row *survey, struct question_form *out)
{
	return question_form_id_is_none(survey->form) ? survey_questions_newest(v, survey, out) : question_form_find(v->db, v->arena, survey->form, out);
}

/* --- what there is to choose --- */

static enum outcome
find_areas(struct visit *v, struct own_survey *own)
{
	struct areas_of_rows rows;

	if (!own->survey.asks_areas)
		return OK;
	TRY(areas_of(v->db, v->arena, v->programme->id, AREAS_MOST, &rows));
	own->areas.at = rows.at;
	for (size_t i = 0; i < rows.count; i++)
		if (!rows.at[i].is_retired && str_is_empty(rows.at[i].url))
			own->areas.at[own->areas.count++] = rows.at[i];
	return OK;
}

/* In a programme that shows nobody its mentors, nobody is offered anybody. */
static enum outcome
find_people(struct visit *v, struct own_survey *own)
{
	const struct settings *s = &v->programme->settings;

	if (!own->survey.asks_ranking || s->directory_audience == DIRECTORY_OFF)
		return OK;
	own->ranks = own->side == RESPONSE_SIDE_MENTOR ? s->rank_by_mentor : s->rank_by_mentee;
	if (own->ranks == 0)
		return OK;
	TRY(survey_rankable(v->db, v->arena, own->survey.id, v->who.id, own->side, RANKABLE_MOST, &own->people));
	own->ranks = own->ranks > (int64_t)own->people.count ? (int64_t)own->people.count : own->ranks;
	return OK;
}

enum outcome
own_survey_find(struct visit *v, struct own_survey *own)
{
	struct survey_reach_rows reach;
	enum outcome said;

	*own = (struct own_survey){ 0 };
	TRY(survey_find(v, &own->survey));
	if (own->survey.state == SURVEY_STATE_PLANNED)
		return NOT_FOUND;
	TRY(survey_reach(v->db, v->arena, &(struct survey_reach_values){ .programme = v->programme->id, .survey = own->survey.id, .person = v->who.id, .limit = 1 }, &reach));
	said = response_of(v->db, v->arena, own->survey.id, v->who.id, &own->row);
	own->has_row = said == OK;
	if (said != OK && said != NOT_FOUND)
		return said;
	if (reach.count == 0 && !own->has_row)
		return NOT_FOUND;
	own->side = reach.count > 0 ? reach.at[0].side : RESPONSE_SIDE_MENTEE;
	TRY(survey_questions(v, &own->survey, &own->form));
	TRY(find_areas(v, own));
	return find_people(v, own);
}

/* --- as a form --- */

static struct field
areas_field(struct visit *v, const struct own_survey *own)
{
	struct choice *at = ARENA_MANY(v->arena, own->areas.count + 1, struct choice);

	for (size_t i = 0; i < own->areas.count; i++)
		at[i] = (struct choice){ .value = id_print(v->arena, own->areas.at[i].id.value), .label = own->areas.at[i].name };
	return (struct field){ .name = S(AREAS_FIELD), .type = FIELD_CHOICES, .choices = { at, own->areas.count }, .audience = AUDIENCE_COORDINATORS,
		.label = own->side == RESPONSE_SIDE_MENTOR ? str_from(N_("In which areas can you help?")) : str_from(N_("In which areas do you want to learn?")) };
}

static struct choices
people_choices(struct visit *v, const struct own_survey *own)
{
	struct choice *at = ARENA_MANY(v->arena, own->people.count + 1, struct choice);

	for (size_t i = 0; i < own->people.count; i++)
		at[i] = (struct choice){ .value = id_print(v->arena, own->people.at[i].id.value), .label = own->people.at[i].name };
	return (struct choices){ at, own->people.count };
}

static struct field
rank_field(struct visit *v, const struct choices *people, int64_t place)
{
	static const char *const labels[] = { N_("Whom would you like to work with most?"), N_("Whom next?"), N_("And then?") };

	return (struct field){ .name = str_from(survey_rank_field(v->arena, place)), .type = FIELD_CHOICE, .choices = *people, .audience = AUDIENCE_COORDINATORS,
		.label = str_from(labels[place > 3 ? 2 : place - 1]) };
}

const struct form *
own_survey_form(struct visit *v, const struct own_survey *own, struct str name, bool is_draft)
{
	struct form *form = ARENA_NEW(v->arena, struct form), asked = question_fields(v->arena, &own->form, name, is_draft);
	struct field *fields = ARENA_MANY(v->arena, asked.count + RANKED_MOST + 1, struct field);
	struct choices people = people_choices(v, own);
	size_t count = 0;

	for (size_t i = 0; i < asked.count; i++) {
		fields[count] = asked.fields[i];
		fields[count++].audience = AUDIENCE_COORDINATORS;    /* reviewers read applications, not surveys */
	}
	if (own->areas.count > 0)
		fields[count++] = areas_field(v, own);
	for (int64_t place = 1; place <= own->ranks; place++)
		fields[count++] = rank_field(v, &people, place);
	*form = (struct form){ .name = name, .fields = fields, .count = count, .is_asked = true };
	return form;
}

enum outcome
survey_form_find(struct visit *v, const struct form *of_route, const struct form **out)
{
	struct own_survey own;

	*out = NULL;
	if (of_route != &survey_answer_form && of_route != &survey_draft_form)
		return OK;
	TRY(own_survey_find(v, &own));
	*out = own_survey_form(v, &own, of_route->name, of_route == &survey_draft_form);
	return OK;
}

/* --- what they said --- */

/* Only what can still be chosen: an area may have gone since, a person may have left. */
static bool
is_offered(const struct choices *choices, struct str value)
{
	for (size_t i = 0; i < choices->count; i++)
		if (str_equal(choices->at[i].value, value))
			return true;
	return false;
}

static enum outcome
fill_areas(struct visit *v, const struct own_survey *own, struct values *values)
{
	struct value *value = form_value(values, AREAS_FIELD);
	struct str_list many = { .at = ARENA_MANY(v->arena, AREAS_MOST, struct str) };
	struct response_areas_rows rows;

	TRY(response_areas(v->db, v->arena, own->row.id, AREAS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		struct str id = id_print(v->arena, rows.at[i].id.value);

		if (is_offered(&value->choices, id))
			many.at[many.count++] = id;
	}
	value->many = many;
	return OK;
}

static enum outcome
fill_people(struct visit *v, const struct own_survey *own, struct values *values)
{
	struct response_choices_rows rows;

	TRY(response_choices(v->db, v->arena, own->row.id, RANKED_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		struct str id = id_print(v->arena, rows.at[i].chosen.value);
		struct value *value;

		if (rows.at[i].place > own->ranks)
			continue;
		value = form_value(values, survey_rank_field(v->arena, rows.at[i].place));
		if (is_offered(&value->choices, id))
			value->text = id;
	}
	return OK;
}

enum outcome
own_survey_filled(struct visit *v, const struct own_survey *own, const struct form *form, struct values **out)
{
	struct response_answers_rows rows;

	*out = form_start(v->arena, form, NULL);
	if (!own->has_row)
		return OK;
	TRY(response_answers(v->db, v->arena, own->row.id, QUESTIONS_MOST, &rows));
	for (size_t i = 0; i < own->form.count; i++)
		for (size_t k = 0; k < rows.count; k++)
			if (str_equal(own->form.questions[i].key, rows.at[k].key) && own->form.questions[i].kind != QUESTION_KIND_CONSENT)
				question_fill(v->arena, &own->form.questions[i], *out, rows.at[k].words);
	if (own->areas.count > 0)
		TRY(fill_areas(v, own, *out));
	return own->ranks > 0 ? fill_people(v, own, *out) : OK;
}

/* --- kept --- */

static enum outcome
keep_answers(struct visit *v, const struct own_survey *own)
{
	int64_t changed;

	TRY(response_drop_answers(v->db, own->row.id, &changed));
	for (size_t i = 0; i < own->form.count; i++) {
		struct str words = question_kept(v->arena, &own->form.questions[i], v->form);

		if (!str_is_empty(words))
			TRY(response_answer_add(v->db, own->row.id, own->form.questions[i].id, words));
	}
	return OK;
}

static enum outcome
keep_areas(struct visit *v, const struct own_survey *own)
{
	const struct str_list *many;
	struct focus_area_id area;
	int64_t changed;

	TRY(response_drop_areas(v->db, own->row.id, &changed));
	if (own->areas.count == 0)
		return OK;
	many = form_many(v->form, AREAS_FIELD);
	for (size_t i = 0; i < many->count; i++)
		if (id_read(many->at[i], &area.value))
			TRY(response_area_add(v->db, own->row.id, area));
	return OK;
}

/* Places without a name are left out: who names one person alone names the first. */
static enum outcome
keep_people(struct visit *v, const struct own_survey *own)
{
	struct person_id chosen;
	int64_t changed, place = 0;

	TRY(response_drop_choices(v->db, own->row.id, &changed));
	for (int64_t i = 1; i <= own->ranks; i++)
		if (id_read(form_text(v->form, survey_rank_field(v->arena, i)), &chosen.value))
			TRY(response_choice_add(v->db, own->row.id, ++place, chosen));
	return OK;
}

static bool
names_nobody_twice(struct visit *v, const struct own_survey *own)
{
	for (int64_t i = 2; i <= own->ranks; i++)
		for (int64_t k = 1; k < i; k++) {
			const char *field = survey_rank_field(v->arena, i);
			struct str chosen = form_text(v->form, field);

			if (str_is_empty(chosen) || !str_equal(chosen, form_text(v->form, survey_rank_field(v->arena, k))))
				continue;
			form_complain(v->form, field, S("This person has a place above already. Choose somebody else, or leave it out."));
			return false;
		}
	return true;
}

enum outcome
own_survey_keep(struct visit *v, struct own_survey *own, bool is_sent)
{
	if (!names_nobody_twice(v, own))
		return BAD_INPUT;
	if (!own->has_row)
		own->row.id.value = visit_new_id(v);
	TRY(response_put(v->db, &(struct response_put_values){ .id = own->row.id, .survey = own->survey.id, .person = v->who.id, .form = own->form.id, .side = own->side,
	    .is_sent = is_sent, .now = v->now, .sent = is_sent ? v->now : (struct moment){ 0 } }));
	TRY(keep_answers(v, own));
	TRY(keep_areas(v, own));
	return keep_people(v, own);
}

/* --- as people read it --- */

static void
add_line(struct said_lines *lines, struct str question, struct str answer)
{
	lines->at[lines->count++] = (struct said_line){ question, answer };
}

static enum outcome
add_chosen(struct visit *v, const struct own_survey *own, struct said_lines *lines)
{
	struct buf areas = buf_new(v->arena, WORDS_BYTES), people = buf_new(v->arena, WORDS_BYTES);
	struct response_areas_rows of_areas;
	struct response_choices_rows of_people;

	TRY(response_areas(v->db, v->arena, own->row.id, AREAS_MOST, &of_areas));
	TRY(response_choices(v->db, v->arena, own->row.id, RANKED_MOST, &of_people));
	for (size_t i = 0; i < of_areas.count; i++)
		buf_format(&areas, "%s%.*s", i > 0 ? "; " : "", STR_FORMAT(of_areas.at[i].name));
	for (size_t i = 0; i < of_people.count; i++)
		buf_format(&people, "%s%lld. %.*s", i > 0 ? "; " : "", (long long)of_people.at[i].place, STR_FORMAT(of_people.at[i].name));
	if (of_areas.count > 0)
		add_line(lines, say(visit_language(v), N_("Focus areas")), buf_str(&areas));
	if (of_people.count > 0)
		add_line(lines, say(visit_language(v), N_("Whom you would like to work with")), buf_str(&people));
	return OK;
}

enum outcome
own_survey_lines(struct visit *v, const struct own_survey *own, struct said_lines *out)
{
	struct response_answers_rows rows;
	struct question_form form;

	*out = (struct said_lines){ .at = ARENA_MANY(v->arena, QUESTIONS_MOST + 2, struct said_line) };
	if (!own->has_row)
		return OK;
	TRY(question_form_find(v->db, v->arena, own->row.form, &form));
	TRY(response_answers(v->db, v->arena, own->row.id, QUESTIONS_MOST, &rows));
	for (size_t i = 0; i < form.count; i++) {
		struct str answer = S("");

		for (size_t k = 0; k < rows.count; k++)
			if (question_id_equal(rows.at[k].question, form.questions[i].id))
				answer = question_answer_words(v->arena, visit_language(v), &form.questions[i], rows.at[k].words);
		add_line(out, form.questions[i].words, answer);
	}
	return add_chosen(v, own, out);
}
