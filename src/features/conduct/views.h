/* What the pages of this room are given; who may know what is settled before a page runs. */
#ifndef CONDUCT_VIEWS_H
#define CONDUCT_VIEWS_H

#include "access/layout.h"
#include "conduct/rules.h"
#include "conduct/sealed.h"
#include "conduct/store.h"
#include "programmes/programmes.h"

struct places_view {
	struct places_to_report_rows rows;
};

/* One of those who would read it; is_out: ticked as whom it is about. */
struct reader_line {
	struct str id, name;
	bool is_out;
};
struct reader_lines {
	struct reader_line *at;
	size_t count;
};

struct report_view {
	const struct programme *programme;
	struct values *form;
	struct reader_lines readers;
	bool is_signed_in;
	struct str name;              /* of whoever is signed in */
	/* once it is sent */
	struct str code;
	struct moment due_at;
};

struct code_view {
	struct values *form;
};

/* A line of what was said, newest first. */
struct case_line {
	enum report_entry_kind kind;
	struct str person, subject;   /* empty: the reporter; nobody */
	struct str words;
	struct moment at;
};
struct case_lines {
	struct case_line *at;
	size_t count;
};

struct follow_view {
	struct str code;
	struct report_by_code_row row;
	struct case_lines lines;
	struct values *form;
	bool is_kept;                 /* an answer was just taken */
	struct moment due_at;
};

struct cases_view {
	const struct programme *programme;
	struct reports_for_rows rows;
	struct case_times times;
	struct str next_page;
};

struct case_view {
	const struct programme *programme;
	struct report_for_row row;
	struct str id, seen;          /* as in addresses; which state of it this is */
	struct str what, about;
	struct reporter reporter;     /* of one with a name, or that was just opened */
	bool has_reporter, is_reporter_sealed;
	struct moment due_at;
	struct case_lines lines;
	struct views_of_rows views;
	struct readers_of_rows readers;
	struct named_in_rows named;
	struct sanctions_standing_rows sanctions;
	struct pairs_of_rows pairs;
	struct case_times times;
	bool has_clauses;
	int refused;                  /* the step whose form was refused and is shown with what was typed; CASE_STEPS: none */
	struct values *assign, *ask, *note, *name, *reveal, *decide, *reopen;
};

struct responders_view {
	const struct programme *programme;
	struct responders_of_rows rows;
	struct values *form;
};

struct str report_state_words(const struct page *, enum report_state);
struct str report_sharing_words(const struct page *, enum report_sharing);
struct str report_measure_words(const struct page *, enum report_measure);
struct str sanction_words(const struct page *, enum sanction_measure);
/* The last day of a suspension: the second before it ends. */
struct moment sanction_last(struct moment until_at);
/* "asked the reporter" */
struct str case_line_words(const struct page *, enum report_entry_kind);
/* When the next step of one is due, if any is. */
bool case_row_is_due(const struct cases_view *, const struct reports_for_row *);
struct moment case_row_due_at(const struct cases_view *, const struct reports_for_row *);
bool case_is_late(const struct page *, struct moment due_at);
/* Whether that step fits now, or was just refused: nothing else is offered, and nothing that was typed is lost. */
bool case_offers(const struct case_view *, int step);

#endif
