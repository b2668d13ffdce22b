/* The skills of a request as they are asked: ticked or typed, by any spelling, each once. */
#ifndef REQUESTS_SKILLS_H
#define REQUESTS_SKILLS_H

#include "access/visit.h"
#include "programmes/programmes.h"

enum { SKILLS_MOST = 20 };

struct skill_set {
	const struct skill *at[SKILLS_MOST];
	size_t count;
};

/* False if no skill is called that: the field complains. A blank name is fine and adds nothing. */
bool skill_set_add(struct visit *, struct skill_set *, struct str name, const char *field);

/* Not more than the programme matches well, and at least one unless the mentee is unsure; else the field "skills" complains. */
bool skill_set_is_fine(struct visit *, const struct skill_set *, bool is_unsure);

/* "Python, SQL" */
struct str skill_set_names(struct visit *, const struct skill_set *);

#endif
