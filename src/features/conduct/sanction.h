/* What a case decides about whom it is about: checked, kept as they may read it, told (F146, L47). Private to this room. */
#ifndef CONDUCT_SANCTION_H
#define CONDUCT_SANCTION_H

#include "conduct/act.h"

struct sanction {
	enum report_measure measure;
	struct str clauses, said;     /* numbers with commas between; each with the beginning of its words, one a line */
	struct document_id document;  /* none: there is no code */
	struct moment until;          /* of a suspension; else none */
	struct moment appeal_until;
};

/* For the form of a decision: clauses of the code, from the programme. */
struct form_supply case_supply(struct visit *);

/* What v->form decides. BAD_INPUT: its fields complain. */
enum outcome sanction_read(struct visit *, enum report_measure, struct sanction *out);
/* Kept, and told by L47. */
enum outcome sanction_keep(struct visit *, struct report_id, struct person_id, const struct sanction *);
/* A case that is decided once more: what it decided before holds no longer. is_told: that is said, since nothing of the kind follows. */
enum outcome sanctions_over(struct visit *, struct report_id, bool is_told);

/* Suspensions whose end has come are lifted, and their people told. */
enum outcome suspensions_end(struct visit *);

#endif
