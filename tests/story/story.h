/* The story runner: prose with a fake clock, driven through the real request pipeline (route, guard, form, rule, store, page), on
 * SQLite and on PostgreSQL. The language stands in tests/stories/README.md. */
#ifndef STORY_STORY_H
#define STORY_STORY_H

#include <stdio.h>

#include "daemon/dispatch.h"
#include "people/people.h"
#include "system/clock.h"
#include "system/random.h"

enum { ACTORS_MAX = 40, THINGS_MAX = 40, TALE_LETTERS_MAX = 300, STORY_ARENA = 1 << 30 };

struct actor {
	struct str name;              /* "Ana" */
	struct person_id id;
	struct programme_id joined;   /* the programme of the last story line that named them */
	struct str cookie;            /* of the session; empty = signed out */
	struct str cookie_before;     /* the one that a reply put this in place of */
	struct str cookie_elsewhere;  /* of the browser that the actor signed in with before this one */
	struct secret session;
	struct str token;             /* "Bearer mtd_…", of the programs that act for them */
	struct str led_to;            /* where the actor's last redirect led */
	bool is_by_link_alone;        /* signs in again without the second factor */
};

struct thing {
	struct str name;              /* "R" */
	int64_t id;
};

/* As somebody read it. */
struct tale_letter {
	struct str to, kind, subject, body, stop;    /* body: as letters/text.h renders it, with its tokens; stop: the address that stops its kind */
};

/* What Slack was asked to do. */
struct tale_slack {
	struct str act, address, target, body;
};

/* Everything of one story. */
struct tale {
	struct arena *arena;
	struct world world;
	struct clock clock;
	struct moment now;
	struct random random;
	struct random_seeded seeded;
	struct programme_id programme;
	struct str slug;
	struct actor actors[ACTORS_MAX];
	size_t actor_count;
	struct thing things[THINGS_MAX];
	size_t thing_count;
	struct reply *reply;          /* of the last request */
	struct request *last;         /* that request, to be sent once more */
	uint64_t key;                 /* of the next form */
	struct str browsers_ask;      /* Accept-Language of all browsers; empty: none */
	const char *site, *origin;    /* what the browser says of where a form comes from; NULL: from a page of ours */
	bool is_by_api;               /* acts on requests go over the API */
	struct str state;             /* {state}: of the address at Slack that the last page about it led to */
	struct str seen, edit;        /* {seen}: what the form of a page was filled from; {edit}: its first link to change something */
	struct str question, place;   /* a page's first link to answer one; its first open place */
	struct str survey, area, round;    /* the first link to a survey, for coordinators; the first focus area and the first round that a page offers */
	struct str report, application, brought, draft, window, opening, cohort;    /* the first link to one ({file}: that was brought); {draft}, {window}: its first act on one */
	struct tale_letter letters[TALE_LETTERS_MAX];
	size_t letter_count;
	struct tale_slack slacks[TALE_LETTERS_MAX];
	size_t slack_count;
	struct str view_before, view;    /* another modal that is open, see "slack swaps modals"; the last one that was opened, or stands there now */
	int64_t slack_ts, slack_late_seconds;    /* of the last message; how wrong the clock of a call is */
	const char *slack_wrong;      /* what is wrong with the next call; NULL: nothing */
	enum mail_mood { MAIL_WORKS, MAIL_IS_DOWN, MAIL_SAYS_LATER, MAIL_SAYS_NOBODY, MAIL_SAYS_NO } mail;
	struct outside *outside;      /* of the courier, once one runs */
	struct str tap;               /* {tap}: the path of the link that was looked for last */
	struct str recovery;          /* the first recovery code of the last page that showed some */
	const char *file, *database;    /* database: SQLite's, else NULL */
	int line;
	bool has_failed;
	FILE *out;
	/* If set: runs a request instead of the runner's own lines and leaves the reply in t->reply (tests/torture). */
	void (*carry)(struct tale *, struct request *);
};

/* Says what is wrong, with file and line; the story has failed. */
void tale_fails(struct tale *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* --- world.c: opening, people, requests over the pipeline --- */
enum outcome tale_open(struct tale *, const struct sql_place *);
void tale_close(struct tale *);
struct actor *tale_actor(struct tale *, struct str name);       /* NULL if unknown */
struct actor *tale_person(struct tale *, struct str name);      /* made if unknown: a member of the programme */
void tale_signs_in_again(struct tale *);
int64_t tale_thing(struct tale *, struct str name);             /* 0 if unknown */
void tale_names(struct tale *, struct str name, int64_t id);
bool tale_programme_of(struct tale *, struct str path), tale_programme(struct tale *, struct str slug, struct str as_slug);    /* of a file of the sources; a ready one */
bool tale_setting(struct tale *, struct str name, struct str value);
bool tale_role(struct tale *, struct actor *, enum role_role);
bool tale_mentor(struct tale *, struct actor *, struct str skills, int64_t capacity, enum mentor_state);
bool tale_accepts(struct tale *, struct actor *);
/* GET, or POST with "a=b&c=d" (encoded, without token and key). actor NULL = signed out. The reply stands in t->reply. */
void tale_get(struct tale *, const struct actor *, struct str path);
void tale_post(struct tale *, const struct actor *, struct str path, struct str body);
/* What is no form of ours: the bytes as they are, with these headers alone. */
void tale_post_raw(struct tale *, struct str path, struct str body, const struct pairs *headers);
/* The last request once more, byte by byte, as a browser or an impatient finger repeats it. */
void tale_again(struct tale *);
/* All jobs that are due, as the worker has them done, and what they make due. */
void tale_run_due(struct tale *);
/* A command of the server itself: "record-seal". */
void tale_command(struct tale *, struct str name);
void tale_command_with(struct tale *, struct str name, struct str body);
/* A write turn for set-up steps. */
struct visit *tale_begin(struct tale *);
bool tale_end(struct tale *, enum outcome);
struct str tale_location(const struct tale *);
/* The page's text as a reader sees it: tags gone, references decoded, blanks single. */
struct str tale_text(struct tale *);

/* --- by_api.c, contract.c --- */
/* Where an act of a page is found in the API, if the story is told so; else the path as it is. */
struct str tale_api_path(struct tale *, struct str path);
/* "a=b&c=d" as the JSON that the form of that address takes; of a page's form what a program must say more is added. */
struct str tale_json(struct tale *, struct str path, struct str body, bool is_of_page);
/* The last answer against the OpenAPI document; breaking it fails the story. */
void tale_keeps_contract(struct tale *, const struct request *);
/* The actor's session as the last reply renewed it, if it did. */
void tale_keeps_cookie(struct tale *, struct actor *);
/* The page that the actor's last redirect led to. */
void tale_follows(struct tale *, const struct actor *);
/* A browser that was never here. */
void tale_opens_browser(struct tale *, struct actor *);
/* Signs in by a link alone; the second factor is left to the story. */
void tale_signs_in_by_link(struct tale *, struct actor *);

void tale_step(struct tale *, struct str line);    /* steps.c */

/* --- steps_factor.c: signing in, second factors --- */
/* "given admin", "given one-factor"; false if the line is none of its own. */
bool tale_given_rights(struct tale *, const struct str *words, size_t count);
/* "code Ana", "last-code Ana", "recovery", "seen", "edit", "next" in braces: what stands for it in a form; false if it is none of these. */
bool tale_code_word(struct tale *, struct str name, struct str *out);

/* --- matrix.c: every route x role x thing --- */
int matrix_run(const struct sql_place *, const char *engine);

#endif
