/* Applications that come from a file (../exchange): answered in a form elsewhere, judged here as if they had been sent. */
#ifndef APPLICATIONS_TAKEN_IN_H
#define APPLICATIONS_TAKEN_IN_H

#include "access/visit.h"
#include "programmes/questions.h"

struct application_taken {
	struct intake_id intake;          /* open, or closed and not settled */
	struct person_id person;          /* a member */
	const struct question_form *form; /* in force, */
	struct values *values;            /* … and its answers, which have no complaints */
	struct opening_id opening;        /* none: no opening in particular */
	struct moment sent_at;            /* when they sent it there; none: the file does not say */
	bool is_again;                    /* an earlier line of the same file was theirs */
	bool has_receipt;                 /* they are written to, as whoever sends it here is */
};

/* What became of one. */
enum application_fate {
	FATE_MADE, FATE_CHANGED,
	FATE_SAME,      /* the file said so before, or somebody who sent it twice said something newer since */
	FATE_TWICE,     /* two lines of a file differ, and nobody knows which is newer: nothing became of it */
	FATE_LEFT       /* it is decided or withdrawn, or the applicant wrote here what it says now */
};

/* Makes it, sent, in v->programme, or gives it new answers while nobody has decided; its event is said. Nobody becomes a mentor or gets a place by it,
 * whatever the programme does with who applies here. */
enum outcome application_take_in(struct visit *, const struct application_taken *, struct application_id *out, enum application_fate *);

#endif
