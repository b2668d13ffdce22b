/* A form as data: one table of fields serves HTML, JSON, OpenAPI, chat modals and CSV. Reading a form gives typed values, or
 * complaints field by field; what was typed is never lost. Texts are message ids (English), translated when shown. */
#ifndef FORMS_FORM_H
#define FORMS_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/outcome.h"
#include "base/str.h"
#include "http/request.h"

struct arena;
struct page;

enum field_type {
	FIELD_TEXT,         /* one line; after trimming Unicode blanks min counts the characters that show, max all of them */
	FIELD_LONG_TEXT,    /* lines are kept */
	FIELD_WHOLE,        /* min and max bound the number */
	FIELD_EMAIL,        /* one address, checked for shape alone */
	FIELD_CHOICE,       /* one of the choices: radios up to 7, then a list */
	FIELD_CHOICES,      /* several of them; min and max count the ticks */
	FIELD_TICK,         /* yes or nothing; is_required = must be ticked */
	FIELD_ZONE,         /* an IANA zone that this machine knows */
	FIELD_DATE,         /* YYYY-MM-DD */
	FIELD_TIME,         /* HH:MM, in the reader's zone */
	FIELD_TOKEN,        /* a secret from a link: hidden, never shown again, never logged */
	FIELD_HIDDEN,       /* carried along, checked like one line */
	FIELD_WEEK,         /* hours in a week: 7 days x 3 parts as ticks; kept as 21 bits */
	FIELD_LINK,         /* an address that begins with https:// or http:// */
	FIELD_TEXTS         /* several short texts, each once; min and max count them; no page asks so, programs do */
};

/* Who sees the answer: printed under the field. */
enum audience {
	AUDIENCE_NONE,              /* nothing personal: nothing is printed */
	AUDIENCE_SELF,              /* only you */
	AUDIENCE_COORDINATORS,
	AUDIENCE_MENTORS,           /* mentors of this programme, and coordinators */
	AUDIENCE_CLAIMER,           /* the mentor who takes your request, and coordinators */
	AUDIENCE_PAIR,              /* the two of you, and coordinators */
	AUDIENCE_MEMBERS,
	AUDIENCE_MENTEE,            /* the person who asked */
	AUDIENCE_DESK,              /* mentee, mentor and coordinators of a request */
	AUDIENCE_SIDE,              /* coordinators, and the other side of a claimed request */
	AUDIENCE_PERSON,            /* whom a decision is about, and coordinators */
	AUDIENCE_ADMINS,
	AUDIENCE_RESPONDERS,        /* who reads a report, as shown above the form */
	AUDIENCE_REPORTER,          /* … and whoever wrote it */
	AUDIENCE_REVIEWERS,         /* whoever applies, who reads applications, and coordinators */
	AUDIENCE_READERS,           /* … without whoever applies */
	AUDIENCE_PROJECT,           /* whoever applies to a project, who reads applications, the project's contact, and coordinators */
	AUDIENCE_EVERYBODY,         /* also signed out: by consent alone */
	AUDIENCE_COUNT
};
struct str audience_words(enum audience);

/* What FIELD_LINK takes: http or https and a name of a host, nothing that a browser would run, at most LIMIT_LINE_CHARACTERS. */
bool form_link_is_fine(struct str);

struct choice {
	struct str value;
	struct str label, hint;
};

struct choices {
	const struct choice *at;
	size_t count;
};

struct field {
	struct str name;            /* as in the form, the API and the page's ids */
	enum field_type type;
	bool is_required;
	int64_t min, max;           /* by type; max 0 = the type's own limit */
	struct str label;
	struct str hint;            /* {max} in it is the bound that holds here, after the supply */
	enum audience audience;
	struct choices choices;     /* fixed ones; empty = asked from the supply by name */
	bool is_asked_if_any;       /* of choices from the supply: where it gives none, the field is neither shown nor required */
	bool takes_whole;           /* of a text: a program may send a whole number as well */
	struct str autocomplete;    /* HTML's token: "name", "email" */
};

struct form {
	struct str name;
	const struct field *fields;
	size_t count;
	bool is_asked;              /* beside these a programme's own questions: known only when it is filled in (daemon/dispatch.c) */
};

/* Choices and bounds that are the programme's data, not code. Either may be NULL. What goes wrong while choices are asked for is no
 * complaint about an answer: the values keep it as their trouble, and form_read() says it before all complaints. */
struct form_supply {
	void *self;
	enum outcome (*choices)(void *self, struct arena *, struct str field, struct choices *out);
	void (*bounds)(void *self, struct str field, int64_t *min, int64_t *max);    /* replaces min and max by the programme's numbers */
};

struct value {
	const struct field *field;
	struct str id;                  /* of its control: the form's name and the field's, as a page may hold several forms */
	struct choices choices;         /* after the supply */
	int64_t min, max;
	struct str text;                /* as typed, trimmed; a canonical form where the type has one */
	struct str_list many;           /* FIELD_CHOICES */
	int64_t whole;                  /* FIELD_WHOLE, FIELD_TICK (0 or 1), FIELD_WEEK (bits) */
	struct str complaint;           /* empty = fine */
};

struct values {
	const struct form *form;
	struct value *at;
	size_t count;
	bool has_complaints;
	enum outcome trouble;           /* OK, or why choices could not be had: whoever shows the form passes it on */
	struct str refusal;             /* a sentence about the form as a whole, shown above it; may be empty */
};

/* An empty form, for the first showing. */
struct values *form_start(struct arena *, const struct form *, const struct form_supply *);
/* What was sent. BAD_INPUT if a field complains; values are filled either way. A doubled parameter (other than FIELD_CHOICES and
 * FIELD_WEEK) is a complaint; a parameter that the form does not know is ignored, never stored. */
enum outcome form_read(struct arena *, const struct form *, const struct form_supply *, const struct pairs *sent, struct values **out);
bool value_is_left_out(const struct value *);    /* is_asked_if_any, and there are none */

/* Reading; a name that the form does not have is our bug. */
struct value *form_value(struct values *, const char *name);
struct str form_text(struct values *, const char *name);
int64_t form_whole(struct values *, const char *name);
bool form_tick(struct values *, const char *name);
const struct str_list *form_many(struct values *, const char *name);

/* Filling, for an edit. */
void form_set_text(struct values *, const char *name, struct str text);
void form_set_whole(struct values *, const char *name, int64_t whole);
void form_set_many(struct values *, const char *name, struct str_list many);

/* Names what the form holds: two that hold the same have the same, 32 symbols. */
struct str form_tag(struct arena *, const struct values *);

/* Adds a complaint found by a rule; the sentence is a message id. */
void form_complain(struct values *, const char *name, struct str sentence);

/* HTML: all fields, one field, and the summary "There is a problem" with links to the fields that complain. */
void form_fields_html(struct page *, struct values *);
void form_field_html(struct page *, struct values *, const char *name);
void form_summary_html(struct page *, struct values *);

#endif
