/* Surveys and focus areas for programs. */
#include "surveys/api.h"

#include "access/api.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "surveys/views.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

static const char *const states[] = { "planned", "open", "closed", NULL };
static const char *const audiences[] = { "members", "mentors", "mentees", "round", "round-mentors", "round-mentees", NULL };

static const struct shape_field line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("audience"), .type = SHAPE_WORD, .words = audiences }, { .name = T("round"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("opens_at"), .type = SHAPE_MOMENT }, { .name = T("closes_at"), .type = SHAPE_MOMENT, .about = T("From then on nothing is taken any more.") },
	{ .name = T("is_answered"), .type = SHAPE_TICK, .about = T("By you.") },
};
static SHAPE(line_shape, "SurveyLine", line_fields);
static const struct shape_field list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &line_shape } };
SHAPE(survey_list_shape, "SurveyList", list_fields);

static const struct shape_field said_fields[] = { { .name = T("question"), .type = SHAPE_TEXT }, { .name = T("answer"), .type = SHAPE_TEXT, .may_be_null = true } };
static SHAPE(said_shape, "SurveyAnswer", said_fields);
static const struct shape_field offered_fields[] = { { .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT } };
static SHAPE(offered_shape, "SurveyOffer", offered_fields);
static const struct shape_field survey_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("about"), .type = SHAPE_TEXT }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("closes_at"), .type = SHAPE_MOMENT }, { .name = T("form"), .type = SHAPE_TEXT, .about = T("What the form of its questions is called.") },
	{ .name = T("version"), .type = SHAPE_WHOLE, .about = T("Of that form, which it asks.") },
	{ .name = T("questions"), .type = SHAPE_LIST, .of = &asked_question_shape, .about = T("In their order; answers carry their keys.") },
	{ .name = T("is_answered"), .type = SHAPE_TICK }, { .name = T("answers"), .type = SHAPE_LIST, .of = &said_shape, .about = T("In the words that were answered.") },
	{ .name = T("areas"), .type = SHAPE_LIST, .of = &offered_shape, .about = T("What `focus-areas` may hold.") },
	{ .name = T("ranks"), .type = SHAPE_WHOLE, .about = T("How many of rank-1, rank-2 … are asked.") },
	{ .name = T("people"), .type = SHAPE_LIST, .of = &offered_shape, .about = T("Whom they may hold.") },
};
SHAPE(survey_shape, "Survey", survey_fields);

static const struct shape_field option_fields[] = {
	{ .name = T("words"), .type = SHAPE_TEXT }, { .name = T("people"), .type = SHAPE_WHOLE, .about = T("0 also where is_few hides them.") },
	{ .name = T("is_few"), .type = SHAPE_TICK, .about = T("Fewer than five, to a question for coordinators alone.") },
};
static SHAPE(option_shape, "SurveyOption", option_fields);
static const struct shape_field text_fields[] = { { .name = T("words"), .type = SHAPE_TEXT } };
static SHAPE(text_shape, "SurveyText", text_fields);
static const struct shape_field result_fields[] = {
	{ .name = T("question"), .type = SHAPE_TEXT, .about = T("Of two wordings each stands apart.") },
	{ .name = T("options"), .type = SHAPE_LIST, .of = &option_shape }, { .name = T("texts"), .type = SHAPE_LIST, .of = &text_shape },
};
static SHAPE(result_shape, "SurveyResult", result_fields);
static const struct shape_field area_fields[] = {
	{ .name = T("name"), .type = SHAPE_TEXT }, { .name = T("mentees"), .type = SHAPE_WHOLE }, { .name = T("mentors"), .type = SHAPE_WHOLE },
};
static SHAPE(area_shape, "SurveyArea", area_fields);
static const struct shape_field common_fields[] = {
	{ .name = T("mentee"), .type = SHAPE_TEXT }, { .name = T("mentor"), .type = SHAPE_TEXT }, { .name = T("areas"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("by_mentee"), .type = SHAPE_WHOLE, .about = T("Where the mentee put the mentor; 0: nowhere.") }, { .name = T("by_mentor"), .type = SHAPE_WHOLE },
};
static SHAPE(common_shape, "SurveyCommon", common_fields);
static const struct shape_field results_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("about"), .type = SHAPE_TEXT }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("audience"), .type = SHAPE_WORD, .words = audiences }, { .name = T("round"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("opens_at"), .type = SHAPE_MOMENT }, { .name = T("closes_at"), .type = SHAPE_MOMENT },
	{ .name = T("questionnaire"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("The survey of the programme's file that it asks; null: questions of its own.") },
	{ .name = T("form"), .type = SHAPE_TEXT, .about = T("Its questions stand under forms by this word, in their newest version.") },
	{ .name = T("version"), .type = SHAPE_WHOLE, .about = T("Which it asks; an open one keeps it.") }, { .name = T("newest_version"), .type = SHAPE_WHOLE },
	{ .name = T("answered"), .type = SHAPE_WHOLE },
	{ .name = T("results"), .type = SHAPE_LIST, .of = &result_shape }, { .name = T("areas"), .type = SHAPE_LIST, .of = &area_shape },
	{ .name = T("common"), .type = SHAPE_LIST, .of = &common_shape, .about = T("A mentee and a mentor with an area in common, or who put each other in order.") },
	{ .name = T("silent"), .type = SHAPE_WHOLE, .about = T("How many have not answered.") },
	{ .name = T("silent_people"), .type = SHAPE_LIST, .of = &text_shape, .about = T("The first hundred of them.") },
};
SHAPE(survey_results_shape, "SurveyResults", results_fields);

static const struct shape_field focus_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT },
	{ .name = T("url"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Where it is served instead: it is no choice here.") },
	{ .name = T("position"), .type = SHAPE_WHOLE }, { .name = T("is_retired"), .type = SHAPE_TICK, .about = T("Coordinators alone see those.") },
};
static SHAPE(focus_shape, "FocusArea", focus_fields);
static const struct shape_field focus_list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &focus_shape } };
SHAPE(focus_list_shape, "FocusAreaList", focus_list_fields);

/* --- those that ask somebody --- */

static void
print_line(struct answer *a, const struct surveys_of_row *row, bool is_answered)
{
	answer_open(a, &line_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "name", row->name);
	answer_word(a, "state", survey_state_name(row->state));
	answer_word(a, "audience", survey_audience_name(row->audience));
	answer_text(a, "round", row->cohort_name);
	answer_moment(a, "opens_at", row->opens_at);
	answer_moment(a, "closes_at", row->closes_at);
	answer_tick(a, "is_answered", is_answered);
	answer_close(a);
}

static bool
is_answered(const struct my_surveys *mine, struct survey_id id)
{
	for (size_t i = 0; i < mine->count; i++)
		if (survey_id_equal(mine->at[i].row.id, id))
			return mine->at[i].is_sent;
	return false;
}

enum outcome
survey_list_json(struct visit *v)
{
	struct surveys_of_rows all = { 0 };
	struct my_surveys mine;
	struct answer a;

	TRY(surveys_mine(v, &mine));
	if (visit_may(v, WHO_COORDINATOR))
		TRY(surveys_of(v->db, v->arena, v->programme->id, SURVEYS_MOST, &all));
	a = api_answer(v);
	answer_open(&a, &survey_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < all.count; i++)
		print_line(&a, &all.at[i], is_answered(&mine, all.at[i].id));
	for (size_t i = 0; !visit_may(v, WHO_COORDINATOR) && i < mine.count; i++)
		print_line(&a, &mine.at[i].row, mine.at[i].is_sent);
	answer_close(&a);
	answer_close(&a);
	return OK;
}

static void
print_offer(struct answer *a, int64_t id, struct str name)
{
	answer_open(a, &offered_shape);
	answer_id(a, "id", id);
	answer_text(a, "name", name);
	answer_close(a);
}

static void
print_own(struct answer *a, const struct own_survey *own, const struct said_lines *lines)
{
	answer_list(a, "answers");
	for (size_t i = 0; i < lines->count; i++) {
		answer_open(a, &said_shape);
		answer_text(a, "question", lines->at[i].question);
		answer_text(a, "answer", lines->at[i].answer);
		answer_close(a);
	}
	answer_close(a);
	answer_list(a, "areas");
	for (size_t i = 0; i < own->areas.count; i++)
		print_offer(a, own->areas.at[i].id.value, own->areas.at[i].name);
	answer_close(a);
	answer_whole(a, "ranks", own->ranks);
	answer_list(a, "people");
	for (size_t i = 0; i < own->people.count; i++)
		print_offer(a, own->people.at[i].id.value, own->people.at[i].name);
	answer_close(a);
}

enum outcome
survey_json(struct visit *v)
{
	struct own_survey own;
	struct said_lines lines;
	struct answer a;

	TRY(own_survey_find(v, &own));
	TRY(own_survey_lines(v, &own, &lines));
	a = api_answer(v);
	answer_open(&a, &survey_shape);
	answer_id(&a, "id", own.survey.id.value);
	answer_text(&a, "name", own.survey.name);
	answer_text(&a, "about", own.survey.about);
	answer_word(&a, "state", survey_state_name(own.survey.state));
	answer_moment(&a, "closes_at", own.survey.closes_at);
	answer_text(&a, "form", own.form.slug);
	answer_whole(&a, "version", own.form.version);
	answer_list(&a, "questions");
	for (size_t i = 0; i < own.form.count; i++)
		asked_question_json(&a, &own.form.questions[i]);
	answer_close(&a);
	answer_tick(&a, "is_answered", own.row.is_sent);
	print_own(&a, &own, &lines);
	answer_close(&a);
	return OK;
}

/* --- for coordinators --- */

static void
print_result(struct answer *a, const struct result *r)
{
	answer_open(a, &result_shape);
	answer_text(a, "question", r->words);
	answer_list(a, "options");
	for (size_t i = 0; i < r->options.count; i++) {
		answer_open(a, &option_shape);
		answer_text(a, "words", r->options.at[i].words);
		answer_whole(a, "people", r->options.at[i].is_few ? 0 : r->options.at[i].people);
		answer_tick(a, "is_few", r->options.at[i].is_few);
		answer_close(a);
	}
	answer_close(a);
	answer_list(a, "texts");
	for (size_t i = 0; i < r->texts.count; i++) {
		answer_open(a, &text_shape);
		answer_text(a, "words", r->texts.at[i]);
		answer_close(a);
	}
	answer_close(a);
	answer_close(a);
}

static void
print_common(struct answer *a, const struct survey_edit_view *view)
{
	answer_list(a, "areas");
	for (size_t i = 0; i < view->areas.count; i++) {
		answer_open(a, &area_shape);
		answer_text(a, "name", view->areas.at[i].name);
		answer_whole(a, "mentees", view->areas.at[i].mentees);
		answer_whole(a, "mentors", view->areas.at[i].mentors);
		answer_close(a);
	}
	answer_close(a);
	answer_list(a, "common");
	for (size_t i = 0; i < view->common.count; i++) {
		answer_open(a, &common_shape);
		answer_text(a, "mentee", view->common.at[i].mentee);
		answer_text(a, "mentor", view->common.at[i].mentor);
		answer_text(a, "areas", view->common.at[i].areas);
		answer_whole(a, "by_mentee", view->common.at[i].by_mentee);
		answer_whole(a, "by_mentor", view->common.at[i].by_mentor);
		answer_close(a);
	}
	answer_close(a);
}

static void
print_head(struct answer *a, const struct survey_edit_view *view)
{
	answer_id(a, "id", view->row.id.value);
	answer_text(a, "name", view->row.name);
	answer_text(a, "about", view->row.about);
	answer_word(a, "state", survey_state_name(view->row.state));
	answer_word(a, "audience", survey_audience_name(view->row.audience));
	answer_text(a, "round", view->row.cohort_name);
	answer_moment(a, "opens_at", view->row.opens_at);
	answer_moment(a, "closes_at", view->row.closes_at);
	answer_text(a, "questionnaire", view->row.questionnaire);
	answer_text(a, "form", view->questions.slug);
	answer_whole(a, "version", view->questions.version);
	answer_whole(a, "newest_version", view->newest);
	answer_whole(a, "answered", view->row.answered);
}

enum outcome
survey_results_json(struct visit *v)
{
	struct survey_edit_view view;
	struct answer a;

	if (v->thing_id != 0)
		v->params[1] = id_print(v->arena, v->thing_id);
	TRY(survey_edit_fill(v, &view));
	a = api_answer(v);
	answer_open(&a, &survey_results_shape);
	print_head(&a, &view);
	answer_list(&a, "results");
	for (size_t i = 0; i < view.results.count; i++)
		print_result(&a, &view.results.at[i]);
	answer_close(&a);
	print_common(&a, &view);
	answer_whole(&a, "silent", view.silent_count);
	answer_list(&a, "silent_people");
	for (size_t i = 0; i < view.silent.count; i++) {
		answer_open(&a, &text_shape);
		answer_text(&a, "words", view.silent.at[i].name);
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}

enum outcome
focus_json(struct visit *v)
{
	struct areas_of_rows rows;
	struct answer a;

	TRY(areas_of(v->db, v->arena, v->programme->id, AREAS_MOST, &rows));
	a = api_answer(v);
	answer_open(&a, &focus_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++) {
		if (rows.at[i].is_retired && !visit_may(v, WHO_COORDINATOR))
			continue;
		answer_open(&a, &focus_shape);
		answer_id(&a, "id", rows.at[i].id.value);
		answer_text(&a, "name", rows.at[i].name);
		answer_text(&a, "url", rows.at[i].url);
		answer_whole(&a, "position", rows.at[i].position);
		answer_tick(&a, "is_retired", rows.at[i].is_retired);
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}
