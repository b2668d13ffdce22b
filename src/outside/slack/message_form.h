/* A form of ours as a modal, and back: the modal is judged by the very form that judges the web page (form_read()), so both ways in have the
 * same rules and the same words. A field is an input block whose block_id is its name and whose action_id is SLACK_FIELD, or
 * SLACK_FIELD_LINES where each line is an answer. */
#ifndef OUTSIDE_SLACK_MESSAGE_FORM_H
#define OUTSIDE_SLACK_MESSAGE_FORM_H

#include "forms/form.h"
#include "outside/slack/message_blocks.h"
#include "outside/slack/message_in.h"

#define SLACK_FIELD "v"
#define SLACK_FIELD_LINES "l"

/* What a view carries along unseen: programme and key, hidden fields. No personal data: whoever debugs their own view can read it. */
struct slack_private {
	struct str programme;           /* its short name, "p" */
	struct str key;                 /* of the one submission, "k" */
	struct pairs hidden;            /* FIELD_HIDDEN by name, "h" */
};
enum outcome slack_private_print(struct arena *, const struct slack_private *, struct str *out);
/* BAD_REQUEST for anything that slack_private_print() does not print. Empty text: an empty one. */
enum outcome slack_private_read(struct arena *, struct str private_metadata, struct slack_private *out);

struct slack_modal {
	struct str language;
	struct str callback_id, title, submit;    /* message ids, as the labels of fields are */
	struct str programme, key;
	struct slack_text intro;                  /* above the fields; may be empty */
	struct values *const *forms;              /* one after the other in one view; names of fields come once in all of them */
	size_t form_count;
	struct str told;                          /* the field whose choice is told at once; empty = none */
	const struct str_list *external;          /* names whose choices come from /slack/options; NULL = none but where there are too many */
};

/* By type: TEXT: a line; EMAIL: Slack's own; LONG_TEXT, TEXTS: lines (TEXTS: one a line); WHOLE: a number; DATE, TIME:
 * pickers; TICK: one checkbox; CHOICE: radios to 10, a list to 100, else asked of /slack/options; CHOICES: checkboxes to 10 if all may
 * be chosen, else the same with several; WEEK: a list of 21; ZONE: asked of /slack/options; HIDDEN: private. What the values hold stands there
 * already. BAD_INPUT: a field without label, more hidden text than a view carries, FIELD_TOKEN (a secret is never shown to Slack),
 * nothing to fill in. */
enum outcome slack_modal_print(struct arena *, const struct slack_modal *, struct str *view);

/* What was filled in, as form_read() takes it: names are block_ids; hidden fields come from private alone. TOO_LARGE above
 * LIMIT_FORM_FIELDS, BAD_REQUEST if private is damaged. */
enum outcome slack_values_read(struct arena *, const struct slack_view_in *, struct pairs *out);

/* {"response_action":"errors","errors":{…}} of what the forms complain about. Slack refuses keys that are not inputs of that view, so
 * what belongs to none, and what is said of a form as a whole, stands at the first input. BAD_INPUT: the view has no input, or nobody
 * complains. */
enum outcome slack_errors_print(struct arena *, const struct slack_modal *, const struct slack_view_in *, struct str *out);

/* The options of a field that are found by what was typed (folded, anywhere in the label), at most 100. */
struct str slack_field_options(struct arena *, const struct value *, struct str language, struct str typed);

#endif
