/* The rows of routes.def, as far as pages and addresses need them. */
#ifndef PAGE_GEN_ROUTES_H
#define PAGE_GEN_ROUTES_H

#include "base/arena.h"
#include "lex.h"

struct route {
	struct str method;
	struct str path;
	struct str handler;
	struct str again;    /* the page shown once more after a refusal, or NO_PAGE */
	size_t at;
};
struct routes {
	struct route at[NAMES_MAX];
	size_t count;
	struct names prototypes;
};
void routes_read(const struct source *, struct routes *);
void routes_print(struct arena *, const struct source *, const struct routes *, const char *out_folder);

#endif
