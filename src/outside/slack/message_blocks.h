/* Surfaces of Slack under construction: messages, modals, the app's home. Whoever prints through these functions keeps Slack's limits
 * (message_limits.def) without counting: texts are cut with an ellipsis; an id, a value, an address or a list that is too long, an
 * empty text, a block_id that comes twice, more text than a message may have is remembered (sticky) and told once, at the end, as
 * BAD_INPUT, since it is our table or a programme's data that is wrong, not somebody's words. */
#ifndef OUTSIDE_SLACK_MESSAGE_BLOCKS_H
#define OUTSIDE_SLACK_MESSAGE_BLOCKS_H

#include <stdbool.h>

#include "outside/slack/message_limits.h"
#include "outside/slack/message_text.h"

enum slack_kind { SLACK_MESSAGE, SLACK_MODAL, SLACK_HOME };

struct slack_surface {
	struct arena *arena;
	struct buf out;
	enum slack_kind kind;
	enum outcome said;
	size_t blocks, elements, units;
	struct str ids[SLACK_LIMIT_VIEW_BLOCKS];
	struct str action_ids[SLACK_LIMIT_ACTIONS];    /* of the open row */
	bool is_list_open;          /* between slack_actions_open() and slack_actions_close() */
};

/* What a message has besides its blocks. */
struct slack_message {
	struct slack_text text;     /* says what the blocks say: notifications show it; at least one character */
	struct str event_type;      /* metadata: ids only, other apps can read it; empty = none */
	struct str event_id;
	int64_t event_number;
	bool is_broadcast;          /* of a reply: shown in the room as well */
	bool is_answer;             /* to a response_url: ephemeral, leaves the message there that was pressed */
};
struct slack_surface slack_message_start(struct arena *, const struct slack_message *);

struct slack_view {
	struct str callback_id, title, submit, close;    /* submit empty = nothing to send; a home has none of the last three */
	struct str private_metadata;
};
struct slack_surface slack_view_start(struct arena *, enum slack_kind, const struct slack_view *);

/* JSON: a message without its address (client.h adds that), or a view. In the arena. */
enum outcome slack_surface_end(struct slack_surface *, struct str *out);

/* Makes slack_surface_end() say BAD_INPUT. */
void slack_refuse(struct slack_surface *);

/* Blocks. What people wrote comes as `plain` (plain_text, emoji:false) and nowhere else. block_id: not empty, once a surface. */
void slack_header(struct slack_surface *, struct str block_id, struct str plain);
void slack_section(struct slack_surface *, struct str block_id, struct slack_text);
void slack_section_plain(struct slack_surface *, struct str block_id, struct str plain);
void slack_fields(struct slack_surface *, struct str block_id, size_t count, const struct slack_text *);
void slack_context(struct slack_surface *, struct str block_id, size_t count, const struct slack_text *);
void slack_divider(struct slack_surface *);

struct slack_confirm {
	struct str title, text, confirm, deny;
};
struct slack_button {
	struct str action_id, text;
	struct str value, url;      /* either, or both, or none */
	struct str spoken;          /* for screen readers, where the text alone says too little */
	bool is_primary, is_danger;
	const struct slack_confirm *confirm;
};
struct slack_option {
	struct str value, text, description;
	bool is_chosen;
};
enum slack_element_kind {
	SLACK_OVERFLOW,             /* in actions alone; in inputs all others */
	SLACK_RADIOS, SLACK_CHECKS, SLACK_SELECT, SLACK_MULTI, SLACK_EXTERNAL, SLACK_MULTI_EXTERNAL,
	SLACK_TEXT, SLACK_LINES, SLACK_NUMBER, SLACK_EMAIL, SLACK_DATE, SLACK_TIME
};
struct slack_element {
	enum slack_element_kind kind;
	struct str action_id, placeholder;
	const struct slack_option *options;
	size_t option_count;
	int64_t least, most;        /* TEXT, LINES: characters; NUMBER: bounds; MULTI…: most to choose. 0 = none (of NUMBER: both 0) */
	struct str initial;         /* TEXT and below */
};

/* Buttons and menus in one row; an empty row is refused, and an action_id that comes twice in it. */
void slack_actions_open(struct slack_surface *, struct str block_id);
void slack_button(struct slack_surface *, const struct slack_button *);
void slack_menu(struct slack_surface *, const struct slack_element *);
void slack_actions_close(struct slack_surface *);

/* A section with one button beside its text. */
void slack_section_button(struct slack_surface *, struct str block_id, struct slack_text, const struct slack_button *);

/* Modals alone. */
struct slack_input {
	struct str block_id, label, hint;
	bool is_optional, is_told;    /* told: a choice is a press, before the form is sent */
	struct slack_element element;
};
void slack_input(struct slack_surface *, const struct slack_input *);

/* {"options":[…]}: the answer to block_suggestion. More than 100 are cut off: whoever asked types on. */
struct str slack_options_print(struct arena *, size_t count, const struct slack_option *);
/* {"response_action":"update","view":…} and "push" for a finished view; {"response_action":"clear"} closes all. */
struct str slack_answer_view(struct arena *, const char *action, struct str view);

#endif
