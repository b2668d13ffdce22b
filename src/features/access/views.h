/* What the pages of this room are given. */
#ifndef ACCESS_VIEWS_H
#define ACCESS_VIEWS_H

#include "access/events.h"
#include "access/layout.h"
#include "access/nav.h"
#include "access/store.h"
#include "access/store_factor.h"
#include "formats/qr.h"
#include "http/asset_names.h"

struct login_view {
	struct str name;              /* whose account */
	struct values *form;
	bool is_demo;
	struct moment mail_down_at;   /* none: mail leaves */
};

struct gone_view {
	bool is_setup;
};

struct sessions_view {
	struct sessions_of_rows rows;
	struct session_id own;
	bool has_factor, is_high, is_fresh, is_demo;
	int64_t codes_left;
	struct moment reset_due_at;   /* none: no reset was asked for */
};

struct second_factor_view {
	struct values *form;
	bool is_half;                 /* at sign-in, or after a long rest; else a step-up */
	bool has_recovery;
};

struct factor_view {
	struct values *form;
	bool has_factor, is_required, is_started, is_fresh;
	struct str seed, url;         /* of the one that waits for its first code */
	struct qr qr;
};

struct recovery_view {
	struct str notice;
	struct str_list codes;
	struct str go_on;             /* a path of ours */
};

struct resets_view {
	struct values *form;
	struct resets_open_rows rows;
};

struct tokens_view {
	struct tokens_of_rows rows;
	struct values *form;
	struct str shown;             /* the new token, this once; else empty */
};
struct str token_text(struct page *, struct token_id);

struct refusal_view {
	int status;
	struct str title, words;
	struct str programme;         /* slug, if the refusal was inside one that the visitor belongs to */
	struct str programme_name;
	bool is_sign_in;              /* signing in is what helps */
	bool is_tried_again;          /* trying again in a moment is what helps … */
	int64_t wait_seconds;         /* … this one */
};

#endif
