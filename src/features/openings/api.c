/* Openings for programs. */
#include "openings/api.h"

#include "access/api.h"
#include "base/check.h"
#include "openings/views.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

static const char *const opening_states[] = { "declared", "returned", "announced", "accepting", "surveying", "matching", "running", "ended", "withdrawn", NULL };
static const char *const periods[] = { "week", "month", NULL };
static const char *const states[] = { "sent", "in-review", "short-listed", "wait-listed", "offered", "placed", "not-selected", "declined", "expired", NULL };

#define SAID \
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("project"), .type = SHAPE_TEXT }, { .name = T("round"), .type = SHAPE_TEXT }, \
	{ .name = T("state"), .type = SHAPE_WORD, .words = opening_states }, { .name = T("url"), .type = SHAPE_TEXT }, { .name = T("goals"), .type = SHAPE_TEXT }, \
	{ .name = T("criteria"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("languages"), .type = SHAPE_TEXT, .may_be_null = true }, \
	{ .name = T("places"), .type = SHAPE_WHOLE }, { .name = T("term"), .type = SHAPE_WHOLE, .about = T("Months.") }, \
	{ .name = T("minutes"), .type = SHAPE_WHOLE, .about = T("At least to meet within a period.") }, { .name = T("period"), .type = SHAPE_WORD, .words = periods }, \
	{ .name = T("opens_at"), .type = SHAPE_MOMENT, .may_be_null = true }, { .name = T("closes_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("From then on nothing is taken any more.") }

static const struct shape_field line_fields[] = { SAID };
static SHAPE(line_shape, "OpeningLine", line_fields);
static const struct shape_field list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &line_shape } };
SHAPE(opening_list_shape, "OpeningList", list_fields);

static const struct shape_field answer_fields[] = { { .name = T("question"), .type = SHAPE_TEXT }, { .name = T("answer"), .type = SHAPE_TEXT, .may_be_null = true } };
static SHAPE(answer_shape, "CandidateAnswer", answer_fields);
static const struct shape_field candidate_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("None: the round is read without names.") },
	{ .name = T("state"), .type = SHAPE_WORD, .words = states }, { .name = T("is_nominated"), .type = SHAPE_TICK }, { .name = T("is_elected"), .type = SHAPE_TICK }, { .name = T("is_chosen"), .type = SHAPE_TICK },
	{ .name = T("answers"), .type = SHAPE_LIST, .of = &answer_shape },
};
static SHAPE(candidate_shape, "Candidate", candidate_fields);
static const struct shape_field nomination_fields[] = {
	{ .name = T("name"), .type = SHAPE_TEXT }, { .name = T("asked_at"), .type = SHAPE_MOMENT }, { .name = T("has_applied"), .type = SHAPE_TICK },
};
static SHAPE(nomination_shape, "Nomination", nomination_fields);
static const struct shape_field opening_fields[] = {
	SAID, { .name = T("words"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("What a coordinator wrote to its contact; theirs alone.") },
	{ .name = T("choose_by_at"), .type = SHAPE_MOMENT, .may_be_null = true }, { .name = T("chosen_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("mentors"), .type = SHAPE_LIST, .of = &candidate_shape, .about = T("Who applied; empty unless you are its contact or coordinate.") },
	{ .name = T("mentees"), .type = SHAPE_LIST, .of = &candidate_shape, .about = T("The short list, once it was sent.") }, { .name = T("nominations"), .type = SHAPE_LIST, .of = &nomination_shape },
};
SHAPE(opening_shape, "Opening", opening_fields);

enum { LISTED_MOST = OPENINGS_MOST };

/* What list and page say alike. */
static void
print_said(struct visit *v, struct answer *a, const struct openings_of_row *row)
{
	const struct settings *number = &v->programme->settings;
	bool is_monthly = row->minutes > 0 ? row->period == OPENING_PERIOD_MONTH : number->meet_monthly;

	answer_id(a, "id", row->id.value);
	answer_text(a, "project", row->project);
	answer_text(a, "round", row->round_name);
	answer_word(a, "state", opening_state_name(row->state));
	answer_text(a, "url", row->url);
	answer_text(a, "goals", row->goals);
	answer_text(a, "criteria", row->criteria);
	answer_text(a, "languages", row->languages);
	answer_whole(a, "places", row->places);
	answer_whole(a, "term", opening_number(row->term, number->term_months));
	answer_whole(a, "minutes", opening_number(row->minutes, number->meet_minutes));
	answer_word(a, "period", is_monthly ? S("month") : S("week"));
	answer_moment(a, "opens_at", row->opens_at);
	answer_moment(a, "closes_at", opening_closes(row->round_closes_at, row->extended_to_at));
}

enum outcome
opening_list_json(struct visit *v)
{
	struct openings_of_rows rows;
	struct answer a;

	TRY(openings_of(v->db, v->arena, v->programme->id, v->who.id, visit_may(v, WHO_COORDINATOR), LISTED_MOST, &rows));
	a = api_answer(v);
	answer_open(&a, &opening_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++) {
		answer_open(&a, &line_shape);
		print_said(v, &a, &rows.at[i]);
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}

static void
print_candidates(struct answer *a, const char *name, const struct candidates *list)
{
	answer_list(a, name);
	for (size_t i = 0; i < list->count; i++) {
		const struct candidate *one = &list->at[i];

		answer_open(a, &candidate_shape);
		answer_id(a, "id", one->row.id.value);
		answer_text(a, "name", one->name);
		answer_word(a, "state", application_state_name(one->row.state));
		answer_tick(a, "is_nominated", one->row.is_nominated);
		answer_tick(a, "is_elected", !moment_is_none(one->row.elected_at));
		answer_tick(a, "is_chosen", !moment_is_none(one->row.chosen_at));
		answer_list(a, "answers");
		for (size_t k = 0; k < one->lines.count; k++) {
			answer_open(a, &answer_shape);
			answer_text(a, "question", one->lines.at[k].question);
			answer_text(a, "answer", one->lines.at[k].answer);
			answer_close(a);
		}
		answer_close(a);
		answer_close(a);
	}
	answer_close(a);
}

static void
print_nominations(struct answer *a, const struct nominations_of_rows *rows)
{
	answer_list(a, "nominations");
	for (size_t i = 0; i < rows->count; i++) {
		answer_open(a, &nomination_shape);
		answer_text(a, "name", rows->at[i].name);
		answer_moment(a, "asked_at", rows->at[i].made_at);
		answer_tick(a, "has_applied", rows->at[i].has_applied);
		answer_close(a);
	}
	answer_close(a);
}

enum outcome
opening_json(struct visit *v)
{
	struct opening_view view;
	const struct opening_row_row *row = &view.row;
	struct openings_of_row said;
	struct answer a;

	TRY(opening_fill(v, &view));
	said = (struct openings_of_row){ .id = row->id, .state = row->state, .project = row->project, .url = row->url, .goals = row->goals, .criteria = row->criteria,
		.languages = row->languages, .places = row->places, .term = row->term, .minutes = row->minutes, .period = row->period, .extended_to_at = row->extended_to_at,
		.round_name = row->round_name, .opens_at = row->opens_at, .round_closes_at = row->round_closes_at };
	a = api_answer(v);
	answer_open(&a, &opening_shape);
	print_said(v, &a, &said);
	answer_text(&a, "words", view.is_theirs ? row->words : S(""));
	answer_moment(&a, "choose_by_at", view.is_theirs ? row->choose_by_at : (struct moment){ 0 });
	answer_moment(&a, "chosen_at", view.is_theirs ? row->chosen_at : (struct moment){ 0 });
	print_candidates(&a, "mentors", &view.mentors);
	print_candidates(&a, "mentees", &view.mentees);
	print_nominations(&a, &view.nominations);
	answer_close(&a);
	return OK;
}
