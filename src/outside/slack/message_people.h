/* What one person sees: direct messages, refusals that only they see, the app's home; and what stands under a link of ours. Pure. */
#ifndef OUTSIDE_SLACK_MESSAGE_PEOPLE_H
#define OUTSIDE_SLACK_MESSAGE_PEOPLE_H

#include "outside/slack/message_blocks.h"

enum { SLACK_HOME_ROWS = 5, SLACK_HOME_LINKS = 10, SLACK_SIMILAR_MAX = 5 };

/* A button of ours: pressed (action_id and value) or followed (url). No text = no button; no action_id = "open_0", "open_1" … in its row. */
struct slack_act {
	struct str text, action_id, value, url;
};

/* A letter as a direct message: what the mail of the same letter says, in plain_text. Paragraphs beyond what a message may hold are
 * left out, with a word that the rest is on the page. */
struct slack_note {
	struct str language;
	struct str event_id;        /* of the letter, for finding it again; empty = none */
	struct str subject;
	struct str_list paragraphs;
	struct slack_act act;
};
enum outcome slack_note_print(struct arena *, const struct slack_note *, struct str *out);

/* To one person, by the response_url of their press. */
enum slack_refusal_kind {
	SLACK_REFUSED_TAKEN,        /* name: who was first; similar ones */
	SLACK_REFUSED_FULL,         /* count: open claims */
	SLACK_REFUSED_CONDUCT,      /* act: where to accept */
	SLACK_REFUSED_NOT_MENTOR,   /* act: how to become one */
	SLACK_REFUSED_NOT_HOLDER,
	SLACK_REFUSED_UNLINKED,     /* act: where to link */
	SLACK_REFUSED_BUSY,
	SLACK_REFUSED_TOO_SLOW,     /* a modal could not be opened in time; act: the page that does the same */
	SLACK_REFUSED_WORDS         /* words: a sentence of an outcome */
};
struct slack_similar {
	struct str number, title, url;
};
struct slack_refusal {
	struct str language;
	enum slack_refusal_kind kind;
	struct str name, words;
	int64_t count;
	const struct slack_similar *similar;
	size_t similar_count;       /* at most SLACK_SIMILAR_MAX are shown */
	struct slack_act act;
};
enum outcome slack_refusal_print(struct arena *, const struct slack_refusal *, struct str *out);

/* The home: at most SLACK_HOME_ROWS of each list are shown. Nothing secret stands in it: screens get shared. */
struct slack_home_row {
	struct str words;           /* plain: a title, or what is to be done */
	struct str about;           /* plain: number, skills; may be empty */
	struct slack_act act;
};
struct slack_home {
	struct str language;
	const struct slack_home_row *turns, *fitting;
	size_t turn_count, fitting_count;
	int64_t fitting_total;      /* "See all 24" */
	bool is_mentor;
	struct moment session_at;   /* none = no session planned */
	struct str session_words;   /* with whom, about what */
	struct slack_act move, absent, open;
	struct slack_act all;       /* the list on the web */
	const struct slack_act *links;    /* ask, away, settings, conduct, report: up to SLACK_HOME_LINKS */
	size_t link_count;
};
enum outcome slack_home_print(struct arena *, const struct slack_home *, struct str *out);
/* The part of it about the next session, on any surface; nothing if there is none. */
void slack_next_session(struct slack_surface *, const struct slack_home *);

/* Under a link of ours that was posted in the mentors' room: title and state, nothing private. {"unfurls":{url:{…}}} */
struct slack_unfurl {
	struct str url, title, number, state_words;
};
enum outcome slack_unfurl_print(struct arena *, const struct slack_unfurl *, struct str *out);

#endif
