/* What a programme points to elsewhere (F030): what other rooms may ask of it. */
#ifndef PROGRAMMES_RESOURCES_H
#define PROGRAMMES_RESOURCES_H

#include "programmes/store_resources.h"

enum { RESOURCES_MOST = 100, RESOURCE_TITLE_MOST = 100, RESOURCE_ABOUT_MOST = 160 };

struct page;
struct visit;

/* "for everybody", "for mentees". */
struct str resource_role_words(struct page *, enum resource_role);

/* What was found behind its link, in words. */
struct str resource_finding_words(struct page *, enum resource_look_finding, int64_t status);

/* Kept as given. was: its address before, empty for a new one; another address is looked at anew, and what was found behind the old one is forgotten. */
enum outcome resource_keep(struct visit *, const struct resource_set_values *, struct str was);

/* Whether the visitor may know it: a room is for whoever has its role, and for coordinators; anything else for every member. */
bool resource_is_for(const struct visit *, const struct resources_of_row *);

/* The rooms of this role and those for everybody, as an invitation in that language: a sentence, then lines "title: address"; "" if there is none (F034). */
enum outcome rooms_for_letter(struct visit *, struct str language, enum resource_role, struct str *out);

/* Lines "title: address", those of this role and those for everybody, without rooms and retired ones; "" if there is none. At most as many as a letter
 * bears. */
enum outcome resources_for_letter(struct visit *, enum resource_role, struct str *out);

#endif
