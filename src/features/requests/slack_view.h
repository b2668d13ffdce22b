/* What the files about modals share. */
#ifndef REQUESTS_SLACK_VIEW_H
#define REQUESTS_SLACK_VIEW_H

#include "outside/slack/message_blocks.h"
#include "requests/slack.h"

enum { SLACK_FORMS_MOST = 8 };

/* What was typed or pointed at before a modal opened. */
struct slack_words {
	struct str title, details;
};

/* A sentence in the place of a modal, or as one. */
struct slack_note_view {
	const char *title;            /* a message id */
	struct str sentence;
	const struct slack_button *button;    /* NULL: none */
};

/* --- slack_forms.c --- */

/* Among forms, the one that has a field of that name; NULL: none has. */
struct values *slack_form_with(struct values *const *forms, size_t count, const char *name);
/* The modal of v->programme: "ask", "volunteer", "away", "report". */
enum outcome slack_print_of_programme(struct scene *, struct str callback_id, const struct slack_words *, struct str *view);
/* The same, opened. SIGN_IN_FIRST, MENTOR_NOT_ACTIVE for what only mentors do. */
enum outcome slack_open_of_programme(struct scene *, struct str callback_id, const struct slack_words *);
/* In the open modal of a programme another one was chosen: its form takes the place, with what was typed of title and details. */
enum outcome slack_choose_programme(struct scene *, const struct slack_view_in *, struct str slug);

/* --- slack_send.c --- */

enum outcome slack_note_view_print(struct visit *, const struct slack_note_view *, struct str *view);
enum outcome slack_answer_note(struct scene *, const struct slack_note_view *);
/* forms: of the modal, in its order, NULL behind the last. */
enum outcome slack_send_request(struct scene *, struct values *const *forms);
enum outcome slack_send_offer(struct scene *, struct values *const *forms);
enum outcome slack_send_away(struct scene *, struct values *const *forms);
/* About the request of the visit: it was held, or the other side did not come. */
enum outcome slack_send_met(struct scene *, struct values *const *forms);

/* --- slack_concern.c --- */

/* Who reads what is written in the modal, and where it can be written without a name. */
enum outcome slack_concern_intro(struct scene *, struct slack_line *intro);
enum outcome slack_send_concern(struct scene *, struct values *const *forms);

#endif
