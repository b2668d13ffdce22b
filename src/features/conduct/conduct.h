/* Reports and cases: what other rooms and the clock may ask. Nobody else asks anything, since nobody else may know. */
#ifndef CONDUCT_CONDUCT_H
#define CONDUCT_CONDUCT_H

#include "access/visit.h"
#include "conduct/form.h"
#include "later/later.h"

/* Appoints a safety responder of that programme, who is a member; again is fine. Reports that stand already stay closed to them as long as
 * one of those who could read them from the start is left. In a writer's visit. */
enum outcome responder_give(struct visit *, struct programme_id, struct person_id);

/* Whether somebody is paused in v->programme: they take, ask and are assigned nothing until it is lifted. Why is told to nobody. */
enum outcome person_is_paused(struct visit *, struct person_id, bool *out);

/* A decision as v->form says it, kept with its case. For whom it ends what they hold, and whether their role of mentor with it; often nobody. */
struct decided {
	const struct person_id *people;
	size_t count;
	bool ends_role, ends_part, ends_nothing;    /* of mentor; in the programme; a warning */
};
enum outcome report_decide(struct visit *, struct decided *out);

/* Clauses of the code of conduct, for the form of a decision. */
enum outcome case_clause_choices(struct visit *, struct choices *out);

/* A claimed request rests, or goes on, as v->form says: kept, and both sides told neutrally. Its clocks are the desk's. */
enum outcome pair_rests(struct visit *, struct request_id *out);
enum outcome pair_goes_on_by(struct visit *, struct request_id *out);

/* --- a report that is written in a chat --- */

/* Its form: report_chat_form. Who would read it, by name with commas between; empty: nobody is appointed. */
enum outcome report_readers_named(struct visit *, struct str *out);
/* Takes what v->form says. *code: with which it is followed, to be shown once and kept nowhere; the same key has the same code and is one report. */
struct chat_reporter {
	struct str name, key;
	bool is_member;               /* the visitor is a person of ours */
};
enum outcome report_from_chat(struct visit *, const struct chat_reporter *, struct str *code);

/* Reports that somebody wrote with their name, in their own words, for their archive; where this process cannot open them, none. What they added
 * later stands among them as one more each. */
struct own_report {
	struct str programme, what, about;
	struct moment made_at;
};
struct own_reports {
	struct own_report *at;
	size_t count;
};
enum outcome reports_by(struct visit *, struct person_id, struct own_reports *out);

/* What responders are told by the clock (T29). Subject: the programme. */
enum outcome programme_reports(struct visit *, int64_t subject);

#endif
