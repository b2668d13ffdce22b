/* What the pages of this room are given. */
#ifndef ADMIN_VIEWS_H
#define ADMIN_VIEWS_H

#include "base/moment.h"
#include "forms/form.h"
#include "forms/page.h"
#include "later/store_shared.h"
#include "letters/letters.h"
#include "letters/store_shared.h"

struct setup_view {
	struct values *form;
};

struct accessibility_view {
	bool is_demo;
};

/* Every code with which an act may be refused. */
struct api_code {
	struct str code, words;
	int64_t status;
};
struct api_codes {
	const struct api_code *at;
	size_t count;
};
struct api_view {
	struct api_codes codes;
};

struct backup_line {
	struct str path, size, key_name;
	struct moment made_at, restored_at, tried_at;    /* none: not (yet) */
	int64_t people, tried_s;      /* whole seconds that the trial took */
	bool is_restored, was_sound;
};

struct backups_view {
	struct { struct backup_line *at; size_t count; } rows;    /* newest first */
	struct moment newest_at;
	int64_t late_hours;           /* after so many the newest is too old */
	bool has_any, is_late, is_open;    /* open: the newest is not sealed */
	bool is_elsewhere;            /* PostgreSQL: the operator's own tools make them */
};

struct jobs_view {
	struct jobs_in_rows dead;     /* newest first */
	struct moment oldest_due_at;  /* none: nothing is due */
	struct str next_page;         /* empty: there is none */
};

struct admin_letters_view {
	enum letter_state state;      /* those that are shown */
	struct letters_of_server_rows rows;
	struct channels_now_rows channels;
	struct moment oldest_due_at;  /* none: nothing sits */
	int64_t waiting, given_up;    /* at most 1,000 are counted */
	struct str next_page;
};

/* "sign-in" */

#endif
