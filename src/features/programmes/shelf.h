/* The documents of a programme as they are kept: every version for good, a card that says for whom each is, and who accepted which version.
 * For this room's files and pages, for ../documents, and for whoever asks before somebody asks, claims or is placed (F025, F140, F141). */
#ifndef PROGRAMMES_SHELF_H
#define PROGRAMMES_SHELF_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"
#include "programmes/rules.h"
#include "programmes/store_shelf.h"    /* document_newest(), documents_of(): statements that other rooms may run */

struct arena;
struct visit;

enum { DOCUMENTS_MOST = 50, DOCUMENT_TITLE_MOST = 100 };

struct document_card {
	enum document_card_kind kind;
	enum document_card_role role;
	enum document_card_audience audience;
	bool is_binding, is_retired;
};
/* What a document is that nobody has said anything about: the code of conduct, called so, is for all and binds. */
struct document_card document_card_start(struct str slug);

struct document_wish {
	struct str slug, title, markdown;
	struct document_card card;
	bool is_begun;                /* with the programme itself: nobody is there to be told */
};
/* Keeps it: another text or title is a new version; if it binds, whoever it concerns is told (the job DOCUMENT_ASK). *has_changed: something was
 * another. The caller touches the programme. */
enum outcome document_write(struct visit *, struct programme_id, const struct document_wish *, bool *has_changed);
/* SHA-256 of a text, 64 symbols: what is kept with a version, and with its acceptance. */
struct str document_hash(struct arena *, struct str markdown);

/* The job; subject: the version that is to be accepted. */
#define DOCUMENT_ASK S("document-ask")

/* As what somebody is asked: bits. What is for all is asked of everyone. */
enum { AS_MENTEE = 1, AS_MENTOR = 2, AS_COORDINATOR = 4 };

struct asked_document {
	struct documents_asked_of_row row;
	enum standing standing;
	struct moment until_at;       /* of grace */
};
struct asked_documents {
	struct asked_document *at;
	size_t count;
};
/* What they must have accepted in v->programme, and how they stand towards each; none where the programme asks for nothing. */
enum outcome documents_asked(struct visit *, struct person_id, unsigned as, struct asked_documents *out);

/* True unless something is missing: with what is in grace they may go on. */
enum outcome documents_are_accepted(struct visit *, struct person_id, unsigned as, bool *out);
/* Stores that they accepted all of it, now; again is fine. For a form that named each of them. */
enum outcome documents_keep(struct visit *, struct person_id, unsigned as);
/* The one of this slug in its version in force; *is_new: they had not yet. NOT_FOUND if there is none. */
enum outcome document_keep(struct visit *, struct person_id, struct str slug, bool *is_new);

/* What is asked of whoever asks for a mentor: nothing is missing; all of it accepted, now. */
enum outcome conduct_is_accepted(struct visit *, struct person_id, bool *out);
enum outcome conduct_keep(struct visit *, struct person_id);

#endif
