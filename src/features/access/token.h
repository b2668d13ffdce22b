/* Tokens of programs. */
#ifndef ACCESS_TOKEN_H
#define ACCESS_TOKEN_H

#include "access/access.h"
#include "access/store.h"

enum { TOKEN_DAYS = 90, TOKEN_DAYS_MOST = 365 };

struct token_wish {
	struct person_id person;
	struct programme_id programme;    /* none: all of the person's */
	struct str name;                  /* what it is for */
	bool may_act;                     /* else it reads only */
	int64_t days;                     /* 1 to TOKEN_DAYS_MOST */
};

/* A new token; *shown is the only time that it can be read. TOO_MANY_TOKENS beyond 20 for one person. */
enum outcome token_make(struct visit *, const struct token_wish *, struct str *shown);

/* The tokens that still work, newest first. */
enum outcome tokens_find(struct visit *, struct person_id, struct tokens_of_rows *out);

/* A token for one act of the operator in the name of a person: made and ended inside the same transaction, so nobody else ever sees it. */
enum outcome token_for_turn(struct visit *, struct person_id, struct token_id *, struct str *shown);
enum outcome token_of_turn_ends(struct visit *, struct person_id, struct token_id);

/* Ends it at once; NOT_FOUND if the person has none by that id. */
enum outcome token_end(struct visit *, struct person_id, struct token_id);

/* visitor_find() for a program: who it acts as, by its Authorization header; nobody without a token that works. */
enum outcome token_visitor_find(struct visit *, struct str slug, bool *is_there, struct programme_id *id, int64_t *version);

#endif
