/* What the page about oneself is given. */
#ifndef PEOPLE_VIEWS_ME_H
#define PEOPLE_VIEWS_ME_H

#include "access/layout.h"
#include "people/store.h"

struct me_view {
	struct str email;
	struct decisions_about_rows decisions;    /* of safety responders, in any programme */
	struct values *form, *email_form;
};

struct str people_decision_words(const struct page *, enum sanction_measure);
/* The last moment of a suspension. */
struct moment people_last_of(struct moment until_at);

#endif
