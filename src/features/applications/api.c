/* Applications for programs. An answer is printed with the words of the question that was answered. */
#include "applications/api.h"

#include "access/api.h"
#include "applications/form.h"
#include "applications/views.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "forms/say.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 50 };

static const char *const sides[] = { "mentor", "mentee", NULL };
static const char *const intake_states[] = { "planned", "open", "closed", "settled", NULL };
static const char *const states[] = { "draft", "sent", "in-review", "short-listed", "wait-listed", "offered", "placed", "not-selected", "declined", "expired", "withdrawn", NULL };
static const char *const reasons[] = { "no-place", "criteria", "language", "times", "later", NULL };

static const struct shape_field answer_fields[] = { { .name = T("question"), .type = SHAPE_TEXT }, { .name = T("answer"), .type = SHAPE_TEXT, .may_be_null = true } };
static SHAPE(answer_shape, "Answer", answer_fields);
static const struct shape_field application_fields[] = {
	{ .name = T("side"), .type = SHAPE_WORD, .words = sides }, { .name = T("window"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("window_state"), .type = SHAPE_WORD, .words = intake_states, .may_be_null = true }, { .name = T("closes_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("state"), .type = SHAPE_WORD, .words = states, .may_be_null = true, .about = T("None: nothing is begun.") },
	{ .name = T("words"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("The state in words.") }, { .name = T("next"), .type = SHAPE_TEXT, .about = T("What comes next, in a sentence, with the place in line of who waits.") }, { .name = T("number"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("sent_at"), .type = SHAPE_MOMENT, .may_be_null = true }, { .name = T("confirm_by_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("reason"), .type = SHAPE_WORD, .words = reasons, .may_be_null = true }, { .name = T("project"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Of the opening that it is for.") },
	{ .name = T("answers"), .type = SHAPE_LIST, .of = &answer_shape },
};
SHAPE(application_shape, "Application", application_fields);

static const struct shape_field line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("number"), .type = SHAPE_TEXT },
	{ .name = T("name"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("None: it is read without names, until you have scored it.") }, { .name = T("side"), .type = SHAPE_WORD, .words = sides },
	{ .name = T("window"), .type = SHAPE_TEXT }, { .name = T("project"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("is_elected"), .type = SHAPE_TICK, .about = T("The project wants this mentor.") }, { .name = T("is_chosen"), .type = SHAPE_TICK, .about = T("The project wants this mentee.") }, { .name = T("reviewer"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("scores"), .type = SHAPE_WHOLE }, { .name = T("score_sum"), .type = SHAPE_WHOLE }, { .name = T("sent_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
static SHAPE(line_shape, "ReviewLine", line_fields);
static const struct shape_field review_list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &line_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(review_list_shape, "ReviewList", review_list_fields);

static const struct shape_field score_fields[] = {
	{ .name = T("reviewer"), .type = SHAPE_TEXT }, { .name = T("score"), .type = SHAPE_WHOLE }, { .name = T("words"), .type = SHAPE_TEXT, .may_be_null = true },
};
static SHAPE(score_shape, "Score", score_fields);
static const struct shape_field review_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("number"), .type = SHAPE_TEXT }, { .name = T("name"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("is_blind"), .type = SHAPE_TICK, .about = T("It is read without name, links and what is for coordinators alone, until you have scored it.") },
	{ .name = T("side"), .type = SHAPE_WORD, .words = sides },
	{ .name = T("state"), .type = SHAPE_WORD, .words = states }, { .name = T("reviewer"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("answers"), .type = SHAPE_LIST, .of = &answer_shape, .about = T("Without what is for coordinators alone, unless you are one.") },
	{ .name = T("scores"), .type = SHAPE_LIST, .of = &score_shape },
};
SHAPE(review_shape, "Review", review_fields);

static void
print_answers(struct answer *a, const struct answer_lines *lines)
{
	answer_list(a, "answers");
	for (size_t i = 0; i < lines->count; i++) {
		answer_open(a, &answer_shape);
		answer_text(a, "question", lines->at[i].question);
		answer_text(a, "answer", lines->at[i].answer);
		answer_close(a);
	}
	answer_close(a);
}

enum outcome
application_json(struct visit *v)
{
	struct answer_lines lines = { 0 };
	struct own own;
	struct answer a;
	struct str next;

	TRY(own_find(v, &own));
	next = application_next_words(visit_language(v), own.row.state);
	if (own.has_row) {
		TRY(answer_lines_find(v, &own.row, true, &lines));
		TRY(application_next(v, visit_language(v), &own.row, &next));
	}
	a = api_answer(v);
	answer_open(&a, &application_shape);
	answer_word(&a, "side", own.side);
	answer_text(&a, "window", own.has_intake ? own.intake.name : S(""));
	answer_word(&a, "window_state", own.has_intake ? intake_state_name(own.intake.state) : S(""));
	answer_moment(&a, "closes_at", own.intake.closes_at);
	answer_word(&a, "state", application_state_name(own.row.state));
	answer_text(&a, "words", application_standing_words(visit_language(v), &own.row));
	answer_text(&a, "next", next);
	answer_text(&a, "number", application_number(v->arena, own.row.number));
	answer_moment(&a, "sent_at", own.row.sent_at);
	answer_moment(&a, "confirm_by_at", own.row.confirm_by_at);
	answer_word(&a, "reason", application_reason_name(own.row.reason));
	answer_text(&a, "project", own.row.project);
	print_answers(&a, &lines);
	answer_close(&a);
	return OK;
}

static void
print_line(struct visit *v, struct answer *a, const struct applications_to_review_row *row)
{
	answer_open(a, &line_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "number", application_number(v->arena, row->number));
	answer_text(a, "name", row->person_name);
	answer_word(a, "side", intake_side_name(row->side));
	answer_text(a, "window", row->cohort_name);
	answer_text(a, "project", row->project);
	answer_word(a, "state", application_state_name(row->state));
	answer_tick(a, "is_elected", !moment_is_none(row->elected_at));
	answer_tick(a, "is_chosen", !moment_is_none(row->chosen_at));
	answer_text(a, "reviewer", row->reviewer_name);
	answer_whole(a, "scores", row->scores);
	answer_whole(a, "score_sum", row->score_sum);
	answer_moment(a, "sent_at", row->sent_at);
	answer_close(a);
}

enum outcome
review_list_json(struct visit *v)
{
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS, after = 0;
	struct str written = form_text(v->form, "after"), next = S("");
	struct applications_to_review_rows rows;
	struct answer a;

	if (!str_is_empty(written) && !id_read(written, &after)) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(applications_to_review(v->db, v->arena, &(struct applications_to_review_values){ .programme = v->programme->id, .side = form_text(v->form, "side"),
	    .state = form_text(v->form, "state"), .viewer = v->who.id, .is_coordinator = visit_may(v, WHO_COORDINATOR), .after = { after }, .limit = limit + 1 }, &rows));
	if ((int64_t)rows.count > limit) {
		rows.count = (size_t)limit;
		next = api_next(v, id_print(v->arena, rows.at[rows.count - 1].id.value));
	}
	a = api_answer(v);
	answer_open(&a, &review_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++)
		print_line(v, &a, &rows.at[i]);
	answer_close(&a);
	answer_text(&a, "next", next);
	answer_close(&a);
	return OK;
}

enum outcome
review_json(struct visit *v)
{
	struct review_view view;
	struct answer a;

	TRY(review_fill(v, &view));
	a = api_answer(v);
	answer_open(&a, &review_shape);
	answer_id(&a, "id", view.row.id.value);
	answer_text(&a, "number", application_number(v->arena, view.row.number));
	answer_text(&a, "name", view.row.person_name);
	answer_tick(&a, "is_blind", view.hides_who);
	answer_word(&a, "side", intake_side_name(view.row.side));
	answer_word(&a, "state", application_state_name(view.row.state));
	answer_text(&a, "reviewer", view.row.reviewer_name);
	print_answers(&a, &view.lines);
	answer_list(&a, "scores");
	for (size_t i = 0; i < view.reviews.count; i++) {
		answer_open(&a, &score_shape);
		answer_text(&a, "reviewer", view.reviews.at[i].name);
		answer_whole(&a, "score", view.reviews.at[i].score);
		answer_text(&a, "words", view.reviews.at[i].words);
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}
