/* What the files of this room share: one application, and the visitor's own. */
#ifndef APPLICATIONS_OWN_H
#define APPLICATIONS_OWN_H

#include "access/visit.h"
#include "applications/rules.h"
#include "applications/store.h"
#include "programmes/programmes.h"
#include "programmes/questions.h"

#define INTAKE_STEP S("intake-step")
#define INTAKE_TELL S("intake-tell")
#define APPLICATION_STEP S("application-step")

/* The window and the application that the address of the visitor's own means. */
struct own {
	struct str side;
	const struct question_form *form;    /* in force */
	struct intake_of_row intake;
	struct application_row_row row;
	struct openings_taking_rows openings;    /* of projects, that one can apply for now */
	bool has_intake, has_row;
};
/* NOT_FOUND if the programme does not ask for that side. */
enum outcome own_find(struct visit *, struct own *out);
/* The form with what they saved, or with what they answered the last time. */
enum outcome own_filled(struct visit *, const struct own *, const struct form *, struct values **out);
/* Its window, or that of the opening that the application is for, which may end later. */
bool own_window_is_open(const struct own *);

/* --- for_opening.c --- */
#define OPENING_FIELD "opening"
/* An opening of its round takes applications beyond the end of the window. */
enum outcome intake_goes_beyond(struct visit *, const struct intake_of_row *, bool *out);
enum outcome own_openings_find(struct visit *, struct own *);
/* Asks for which opening, if there is any. */
void own_opening_ask(struct visit *, const struct own *, struct form *);
void own_opening_fill(struct visit *, const struct own *, struct values *);
/* As the link from an opening's page says, where nothing is saved yet. */
void own_opening_prefer(struct visit *, const struct own *, struct values *);
/* What was chosen; none: no opening in particular. */
struct opening_id own_opening_read(const struct own *, struct values *);
/* Elected or chosen, else its state. */
struct str application_standing_words(struct str language, const struct application_row_row *);

/* A question with its answer in words. */
struct answer_line {
	struct str question, answer;
	bool is_confided;             /* for coordinators alone */
	bool is_link;                 /* leads to who it is */
};
struct answer_lines {
	struct answer_line *at;
	size_t count;
};
/* In the words of the version that was answered, also where nothing was. */
enum outcome answer_lines_find(struct visit *, const struct application_row_row *, bool with_confided, struct answer_lines *out);
/* In a blind round, until the visitor has scored it, the row loses whose it is, so that no page and no program can show it; its lines then lose what leads there. */
enum outcome application_hide_who(struct visit *, struct application_row_row *, bool *hides);
void answer_lines_hide_who(struct answer_lines *);
enum outcome answers_keep(struct visit *, struct application_id, const struct question_form *, struct values *);

/* Writes the row as it is in memory, with that state; STALE if it moved meanwhile. Said in the record. */
enum outcome application_becomes(struct visit *, struct application_row_row *, enum application_state);
/* "A-12"; empty for a draft. */
struct str application_number(struct arena *, int64_t number);
/* What the record calls it: of a blind round its round, so that nobody learns there whose number it is. */
struct str application_in_record(struct arena *, const struct application_row_row *);
struct str application_state_words(struct str language, enum application_state), application_reason_words(struct str language, enum application_reason);
/* What comes next, in a sentence; without the place in line. */
struct str application_next_words(struct str language, enum application_state);
struct str intake_side_words(struct str language, enum intake_side);
/* The last moment before it closes: the end of its last day. */
struct moment intake_last(struct moment closes_at);

/* --- placing.c --- */
/* PERSON_PAUSED, PLACE_NEEDS_COORDINATOR, ORIENTATION_FIRST, CONDUCT_FIRST: the visitor accepts what is offered to them. */
enum outcome placing_may_accept(struct visit *, const struct application_row_row *);
/* APPLICANT_NOT_NOW, MENTOR_ORIENTATION_FIRST, APPLICANT_CONDUCT_FIRST: a coordinator decides to; the clock does, for whoever is next in line. */
enum outcome placing_may_offer(struct visit *, const struct application_row_row *), placing_may_follow(struct visit *, const struct application_row_row *);
/* APPLICANT_NOT_NOW: a project elects or chooses them; only a coordinator may elect a mentor who was declined before, or lost the role. */
enum outcome placing_may_be_wanted(struct visit *, const struct application_row_row *);
/* A mentor who was declined before, or lost the role: a coordinator decides, whatever the programme leaves to itself. */
enum outcome placing_waits_for_word(struct visit *, const struct application_row_row *, bool *out);

/* --- waiting.c --- */
/* A window with its places, which may follow from the mentors: INTAKE_NO_PLACE. */
enum outcome intake_find(struct visit *, struct intake_id, struct intake_of_row *);
bool intake_can_follow(const struct visit *, enum intake_side);
int64_t intake_places(const struct visit *, bool is_derived, int64_t mentors, int64_t places);
/* On the waiting list, and told so: for a place, or to be read. */
enum outcome application_waits(struct visit *, struct application_row_row *, bool is_queued);
/* More than are read for each mentor (apply.cap_per_mentor). */
enum outcome application_is_over_cap(struct visit *, const struct application_row_row *, bool *out);
/* One left, or a mentor joined: whoever waits longest to be read is read. */
enum outcome reading_goes_on(struct visit *, struct intake_id, struct opening_id);
/* Somebody has a place as a mentor of its round: places and reading that follow from that. */
enum outcome mentors_joined(struct visit *, struct intake_id);
/* What comes next, in a sentence, with the place in line of who waits. */
enum outcome application_next(struct visit *, struct str language, const struct application_row_row *, struct str *out);

/* --- offer.c --- */
/* Offers a place, or gives it at once where nothing is to be confirmed; if none is left it is on the waiting list then. PLACES_TAKEN: it is already. */
enum outcome offer_make(struct visit *, struct application_row_row *);
enum outcome offer_accept(struct visit *, struct application_row_row *);
/* Somebody's place became free: the next in line gets an offer; if all is settled, everybody who was not placed is told. */
enum outcome intake_goes_on(struct visit *, struct intake_id);
/* It has closed, or an offer was answered: if no place is left and no offer is out, it is settled at once. */
enum outcome intake_ends(struct visit *, struct intake_id);
/* Places were added: each that is free is offered to the next in line, as long as somebody waits. */
enum outcome intake_fills(struct visit *, struct intake_id);
/* Everybody who still waits is told that they are not placed; drafts go. */
enum outcome intake_settle(struct visit *, struct intake_id);

/* --- intake.c --- */
enum outcome intake_plan(struct visit *, struct intake_id);

/* --- web_change.c --- */
/* The round that the address names, with its windows; NOT_FOUND if it is none of this programme. */
enum outcome round_find(struct visit *, struct cohort_of_row *, struct intakes_in_rows *);

#endif
