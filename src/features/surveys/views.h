/* What the pages of this room are given. */
#ifndef SURVEYS_VIEWS_H
#define SURVEYS_VIEWS_H

#include "access/layout.h"
#include "surveys/own.h"

struct my_survey {
	struct surveys_of_row row;
	bool is_sent, has_begun;
};
struct my_surveys {
	struct my_survey *at;
	size_t count;
};
/* Those that ask the visitor and are open, and those that they answered. */
enum outcome surveys_mine(struct visit *, struct my_surveys *out);

struct surveys_view {
	const struct programme *programme;
	struct my_surveys mine;
	struct areas_of_rows areas;   /* without retired ones */
};

struct survey_view {
	const struct programme *programme;
	struct own_survey own;
	struct str id;
	struct values *form;
	struct said_lines lines;      /* where nothing can be changed any more */
	bool is_open;
};

struct survey_list_view {
	const struct programme *programme;
	struct surveys_of_rows rows;
	struct values *form;
};
struct str survey_state_words(const struct page *, enum survey_state);
struct str survey_audience_words(const struct page *, enum survey_audience);

/* An option of a question and how many gave it; is_few: so few that no number is shown. */
struct result_option {
	struct str words;
	int64_t people;
	bool is_few;
};
struct result_options {
	struct result_option *at;
	size_t count;
};
/* A question in the words that were answered: of another wording the counts stand apart. */
struct result {
	const struct question *question;
	struct str words;
	int64_t people;               /* who answered it, where that can be told */
	struct result_options options;
	struct str_list texts;
	bool is_confided, is_text;
};
struct results {
	struct result *at;
	size_t count;
};
/* TOO_LARGE for more versions of questions than are read at once. */
enum outcome survey_results(struct visit *, struct survey_id, struct results *out);

/* A mentee and a mentor, what they both named, and where each put the other; 0: nowhere. */
struct common_line {
	struct str mentee, mentor, areas;
	struct person_id mentee_id, mentor_id;
	int64_t by_mentee, by_mentor;
};
struct common_lines {
	struct common_line *at;
	size_t count;
};
/* Who has an area in common, or put the other in order. */
enum outcome survey_common_lines(struct visit *, struct survey_id, struct common_lines *out);

struct survey_edit_view {
	const struct programme *programme;
	struct survey_of_row row;
	struct str id;
	struct question_form questions;
	int64_t newest;               /* the newest version of them */
	struct values *form, *extend;
	struct results results;
	struct survey_area_counts_rows areas;
	struct common_lines common;
	struct survey_reach_rows silent;
	int64_t silent_count;
};
/* All that stands on the page of one survey, for coordinators. */
enum outcome survey_edit_fill(struct visit *, struct survey_edit_view *out);

struct focus_view {
	const struct programme *programme;
	struct areas_of_rows rows;
	struct values *form;
};

#endif
