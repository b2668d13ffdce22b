/* What the pages of this room are given. */
#ifndef CHAT_VIEWS_H
#define CHAT_VIEWS_H

#include "access/layout.h"
#include "chat/store.h"

/* A link that joins an account of Slack with the visitor's. */
struct chat_link_view {
	struct str token, name;       /* name: the visitor's own */
	bool is_gone, is_done;
};

/* The visitor's accounts. */
struct chat_me_view {
	struct chat_links_of_rows links;
};

/* Something of Slack that does not work by itself. */
struct chat_still {
	struct str what, why;
	struct moment since_at;
};

/* Slack as administrators see it. */
struct chat_admin_view {
	struct str address;           /* where the app is connected; empty: not from here */
	struct str team, missing, room;    /* missing: scopes; all may be empty */
	struct str why, failed;       /* Slack's words: why nothing is sent; why the last attempt to connect failed */
	struct moment stopped_at, installed_at;
	bool has_secret, has_client, has_token, has_sealed, is_connected, was_connected, is_asking;
	struct { struct chat_still *at; size_t count; } still;
};

#endif
