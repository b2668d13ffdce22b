/* What the pages of this room are given. */
#ifndef ACCESS_VIEWS_H
#define ACCESS_VIEWS_H

#include "access/events.h"
#include "access/layout.h"
#include "access/nav.h"
#include "access/store.h"
#include "http/asset_names.h"

struct login_view {
	struct str name;              /* whose account */
	struct values *form;
	bool is_demo;
};

struct gone_view {
	bool is_setup;
};

struct sessions_view {
	struct sessions_of_rows rows;
	struct session_id own;
};

struct refusal_view {
	int status;
	struct str title, words;
	struct str programme;         /* slug, if the refusal was inside one that the visitor belongs to */
	struct str programme_name;
	bool is_sign_in;              /* signing in is what helps */
	bool is_tried_again;          /* trying again in a moment is what helps */
};

#endif
