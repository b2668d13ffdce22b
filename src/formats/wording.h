/* What differs between two versions of a document, clause by clause and word by word. */
#ifndef FORMATS_WORDING_H
#define FORMATS_WORDING_H

#include "formats/clauses.h"

enum piece_kind { PIECE_SAME, PIECE_GONE, PIECE_NEW };

struct piece {
	enum piece_kind kind;
	struct str words;
};
struct pieces {
	struct piece *at;
	size_t count;
};
/* A clause that says something else, is new, or is gone. */
struct rewording {
	struct str number;            /* as it is called now; of one that is gone as it was called */
	bool is_new, is_gone;
	struct pieces pieces;         /* of a new or gone one a single piece */
};
struct rewordings {
	struct rewording *at;
	size_t count;
};

/* In the order of the newer one. Clauses that only got another number do not differ. Words are views of the two. */
struct rewordings wording_compare(struct arena *, const struct clauses *before, const struct clauses *after);

#endif
