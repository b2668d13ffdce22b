/* Steps about what leaves the server: letters by mail, and Slack. */
#ifndef STORY_STORY_LETTERS_H
#define STORY_STORY_LETTERS_H

#include "base/buf.h"
#include "story.h"

/* --- steps_letters.c --- */
/* All letters that are due leave; what was read is kept. */
void tale_run_letters(struct tale *);
/* Takes one as the courier does: the number of its hold, 0 if nothing is to be sent. */
int64_t tale_takes_letter(struct tale *, struct letter_id);
/* "works", "down", "451" (not now), "550" (nobody is there), from now on; false for another word. */
bool tale_mail_becomes(struct tale *, struct str mood);
/* The first letter to that person that holds one came before the first that holds the other. */
void tale_expects_order(struct tale *, struct str to, struct str first, struct str second);
/* times: how many letters to that person hold the words; -1: at least one. */
void tale_expects_letters(struct tale *, struct str to, struct str words, int64_t times);
/* Of the newest sign-in mail to that person: its code, or the token of its link. */
struct str tale_mail_secret(struct tale *, struct str to, bool is_code);
struct str tale_letter_link(struct tale *, struct str to, struct str words);

/* "browsers ask for de-AT,en;q=0.5", "server writes de": which language is read; false if the line is none of its own. */
bool tale_language_step(struct tale *, const struct str *words, size_t count);

/* --- steps_courier.c --- */
/* "courier …", "outside …", "expect repeated N letters"; false if the line is none of its own. */
bool tale_courier_step(struct tale *, const struct str *words, size_t count);
void tale_ends_courier(struct tale *);

/* --- steps_slack.c --- */
/* "given slack …", "slack …", "run slack", "expect slack …", "forget slack"; false if the line is none of its own. */
bool tale_slack_step(struct tale *, const struct str *words, size_t count);
/* As Slack signs, unless the story says what is wrong with it. */
void tale_slack_call(struct tale *, struct str path, struct str type, struct str body);
/* The beginning of a payload of somebody; what a modal holds, as it is sent back; a finished payload on its way. */
struct buf tale_slack_payload(struct tale *, const char *type, struct str name, const char *team);
struct json_value;
void tale_slack_blocks(struct tale *, struct buf *json, const struct json_value *view, const struct str *words, size_t until);
void tale_slack_send(struct tale *, struct str path, struct str json);

/* --- steps_consent.c --- */
/* Connecting and losing the app, choices as somebody types, two modals at once; false if the line is none of its own. */
bool tale_consent_step(struct tale *, const struct str *words, size_t count);
void tale_expects_answer(struct tale *, const struct str *words, size_t count, size_t from);
struct str tale_words(struct tale *, struct str written);
/* Between quotes stands ' for the quote of JSON, in all stories. */
struct str tale_as_json(struct tale *, struct str written);

/* The id that the last answer of the API begins with. */
bool tale_answer_id(const struct tale *, int64_t *id);

/* As if this database had just come out of a backup. */
void tale_run_restore(struct tale *);
/* --- steps_slack_seen.c --- */

/* As Slack would call them. */
struct str tale_slack_user(struct tale *, struct str name);
/* "expect slack post …" */
void tale_expects_slack(struct tale *, const struct str *words, size_t count);

void tale_slack_knows(struct tale *, const struct str *words, size_t count);
void tale_slack_links(struct tale *, const struct str *words, size_t count);
void tale_takes_slack_link(struct tale *, const struct str *words, size_t count);
/* "slack says C0OWN is private", or public; it is called #mentors there. */
void tale_room_says(struct tale *, const struct str *words, size_t count);

/* Steps about reports; false if the line is none. */
bool tale_report_step(struct tale *, const struct str *words, size_t count);

/* --- steps_jobs.c: "kill worker at R as J", "fail request-step -> 2, given-up"; false if the line is none of its own --- */
bool tale_job_step(struct tale *, const struct str *words, size_t count);

/* --- steps_files.c --- */
/* "file …", "expect table …", "expect held …"; false if the line is none of its own. */
bool tale_file_step(struct tale *, const struct str *words, size_t count);
/* Any step of the files named here; false if none knows the line. */
bool tale_other_step(struct tale *, const struct str *words, size_t count);

#endif
