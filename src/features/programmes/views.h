/* What the pages of this room are given. */
#ifndef PROGRAMMES_VIEWS_H
#define PROGRAMMES_VIEWS_H

#include "access/layout.h"
#include "programmes/views_letters.h"
#include "programmes/views_versions.h"
#include "formats/html.h"
#include "programmes/programmes.h"
#include "programmes/questionnaires.h"
#include "programmes/questions.h"
#include "programmes/resources.h"
#include "programmes/shelf.h"
#include "programmes/store.h"

struct programme_show_view {
	const struct programme *programme;
	struct programme_counts_row counts;
	struct documents_of_rows documents;
	bool is_member;               /* else what is public alone */
	bool mentors_volunteer;       /* at any time; else in windows */
	struct html about;            /* its own words, if it has any */
	struct resources_of_rows rooms;    /* of the visitor's roles */
};
/* The rooms that the visitor may enter. */
enum outcome rooms_find(struct visit *, struct resources_of_rows *);

struct services_view {
	const struct programme *programme;
	struct services services;
	struct values *form;
	const struct service *editing;    /* NULL: a new one is added */
};

struct resources_view {
	const struct programme *programme;
	struct resources_of_rows rows;
	struct values *form;
	const struct resources_of_row *editing;    /* NULL: a new one is added */
};

struct holiday_list {
	const struct holiday *at;
	size_t count;
};
struct holidays_view {
	const struct programme *programme;
	struct holiday_list rows;
	struct values *form;
};
/* "2026-12-25"; in words. */
struct str holiday_value(struct arena *, int64_t day);
struct str holiday_words(struct page *, int64_t day);

/* Fields of one form that stand beneath one heading. */
struct settings_group {
	struct str title;
	struct values *fields;
};
struct settings_groups {
	struct settings_group *at;
	size_t count;
};

struct settings_view {
	const struct programme *programme;
	struct values *form;
	struct settings_groups groups;
	struct settings_changes_rows changes;
	struct str next_page;
};

struct channels_view {
	const struct programme *programme;
	struct values *form;
	struct settings_groups groups;
	struct str server_room;           /* the room that the server is set up with; empty: none */
	bool has_slack;
	struct moment waiting_at, advert_at;    /* when the next post comes; none: never */
};
struct settings_groups channels_groups(struct page *, struct values *);

struct front_view {
	const struct programme *programme;
	struct values *form;
};
struct values *front_filled(struct arena *, const struct programme *);

struct question_form_view {
	const struct programme *programme;
	struct questions_reach_row reach;    /* of a survey's form: on what a change acts */
	struct question_form form;    /* the one in force, or an empty one */
	struct values *edit;
	bool is_editing;
};
struct question_list {
	const struct question *at;
	size_t count;
};
static inline struct question_list
question_list(const struct question_form_view *view)
{
	return (struct question_list){ view->form.questions, view->form.count };
}
/* Of a survey's form what stands behind "survey-", else empty; whether that is a survey of its own, and no questionnaire of the programme. */
struct str question_form_survey(struct str slug);
bool question_form_is_own(struct str slug);
struct str question_kind_words(struct page *, enum question_kind);
/* The form of the address: the one in force, or one without a question; NOT_FOUND. */
enum outcome question_form_of(const struct visit *, struct question_form *out);

struct question_forms_view {
	const struct programme *programme;
	const struct question_form *mentee, *mentor;    /* NULL: never written */
	struct questionnaires_of_rows rows;
	struct values *form;
};
struct questionnaire_view {
	const struct programme *programme;
	struct questionnaire_of_row row;
	struct str slug;              /* of its form */
	struct values *form;
};
struct str questionnaire_audience_words(struct page *, enum survey_audience);

struct skill_line {
	const struct skill_search_row *row;
	struct str spellings;             /* other ways to write it, comma between */
};
struct skill_lines {
	struct skill_line *at;
	size_t count;
};

struct skills_view {
	const struct programme *programme;
	struct str q;
	struct skill_lines lines;
	struct str next_page;
	struct values *form;
	const struct skill *editing;      /* NULL: a new one is added */
	struct str editing_spellings;
	struct values *alias, *merge, *rename;
};

/* A setting's name as the page writes it; the name itself if this version does not know it any more. */
struct str setting_label(struct page *, struct str name);

#endif
