/* What the pages of this room are given. */
#ifndef DOCUMENTS_VIEWS_H
#define DOCUMENTS_VIEWS_H

#include "access/layout.h"
#include "documents/store.h"
#include "formats/wording.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"

struct documents_view {
	const struct programme *programme;
	struct documents_of_rows rows;
	struct asked_documents asked;     /* of the reader; none for who is no member */
};

struct document_view {
	const struct programme *programme;
	struct str slug;
	struct document_newest_row row;   /* the newest; its text and title are those that are shown */
	int64_t shown, accepted;          /* versions; accepted 0: none */
	bool is_old, asks;                /* not the newest; the reader has it still to accept */
	bool is_to_read;                  /* a handbook: whoever has read it may say so */
	struct moment accepted_at, until_at;    /* of the newest; until when it can wait, none: nothing goes without */
	struct html text;
	struct values *form;
};

struct document_changes_view {
	const struct programme *programme;
	struct str slug, title;
	int64_t from, to;
	struct rewordings changes;
};

struct document_edit_view {
	const struct programme *programme;
	struct str slug;
	struct document_newest_row row;
	struct values *form;
	bool is_new, has_preview;
	struct html preview;
	struct rewordings changes;        /* from what is stored to what was typed */
	struct document_versions_rows versions;
};

struct document_people_view {
	const struct programme *programme;
	struct str slug;
	struct document_newest_row row;
	struct document_counts_row counts;
	struct document_lacking_rows lacking;
	struct document_accepting_rows accepting;
	struct str next_page;             /* of those who lack it */
};

/* In words, for whoever reads the page. */
struct str document_kind_words(struct page *, enum document_card_kind), document_role_words(struct page *, enum document_card_role);
struct str document_number(struct page *, int64_t number);
/* Runs it with an arena that holds two whole documents by their clauses. */
enum outcome document_within(struct visit *, enum outcome (*act)(struct visit *, struct arena *));
/* What the address asks to compare, by documents_query_form's names; NOT_FOUND if it may not be read. */
enum outcome document_compare(struct visit *, struct arena *, struct document_changes_view *);
enum outcome document_people_find(struct visit *, struct document_people_view *);
/* Those that the visitor may read. */
enum outcome documents_view_find(struct visit *, struct documents_view *);
/* The newest, if the visitor may read it: NOT_FOUND, SIGN_IN_FIRST. */
enum outcome document_find(struct visit *, struct str slug, struct document_newest_row *out);
/* The standing of the reader towards one of a list; NULL if it need not be accepted. */
const struct asked_document *document_asked(const struct documents_view *, struct str slug);

#endif
