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

#endif
