/* Words on their way into Slack. A struct slack_text is finished mrkdwn, and only the functions here make one (TRUST.md 5.4): what people
 * wrote has & < > escaped, mentions come from checked ids alone, so nothing they type becomes a mention, a link or a broadcast.
 * Lengths are UTF-16 units after escaping: Slack says "characters" without saying which, and its clients count so; code points are
 * never more than units, so whatever fits here fits either way (docs/decisions/0020-slack.md). */
#ifndef OUTSIDE_SLACK_MESSAGE_TEXT_H
#define OUTSIDE_SLACK_MESSAGE_TEXT_H

#include "base/buf.h"
#include "base/moment.h"
#include "base/outcome.h"

struct slack_text {
	struct str mrkdwn;
};

enum { SLACK_LINE_MAX = 64 << 10, SLACK_THEIRS_MAX = 600, SLACK_ID_MAX = 32 };

/* A user, channel or team as Slack names it. Empty = none. */
struct slack_id {
	struct str text;
};
/* 2 to 32 capital letters and digits, the first one of `kinds`: "UW" a user, "CGD" a conversation, "T" a workspace, "E" an organisation. */
bool slack_id_read(struct str text, const char *kinds, struct slack_id *out);

/* UTF-16 units of well-formed UTF-8. */
size_t slack_length(struct str s);
/* s within `most` units: whole, or cut on the border of a character (never between a letter and what is drawn on it) with an ellipsis,
 * which counts. most is at least 1. */
struct str slack_cut(struct arena *, struct str s, size_t most);
/* s as it may stand in plain_text: control characters and marks that turn the reading direction are gone, ill-formed bytes too; line
 * breaks stay only if keeps_lines, else they are blanks. */
struct str slack_clean(struct arena *, struct str s, bool keeps_lines);

/* What anybody wrote, cleaned and escaped, on one line. */
struct slack_text slack_escape(struct arena *, struct str s);
/* Finished text within `most` units; an escape ("&amp;"), a mention or a date is never cut in two. */
struct slack_text slack_text_cut(struct arena *, struct slack_text, size_t most);

/* A line under construction; its parts are escaped by the function that adds them. */
struct slack_line {
	struct buf buf;
};
struct slack_line slack_line_new(struct arena *);
/* A sentence of ours with signs of mrkdwn in it; passes as it is. Only literals and say(). */
void slack_ours(struct slack_line *, struct str sentence);
/* What anybody wrote: cleaned, cut at SLACK_THEIRS_MAX, escaped. */
void slack_theirs(struct slack_line *, struct str words);
void slack_number(struct slack_line *, int64_t number);
/* Finished text, put in as it stands. */
void slack_done(struct slack_line *, struct slack_text text);
/* "<@U…>"; the name, escaped, if there is no such id. */
void slack_mention(struct slack_line *, struct slack_id, struct str name);
/* The moment in the reader's own zone, "24 Nov 2025 16:00 UTC" for clients that cannot. */
void slack_date(struct slack_line *, struct moment);
/* A link of our own; the words alone if the address is not http(s) or holds < > | or a blank. */
void slack_link(struct slack_line *, struct str url, struct str words);
/* A sentence of ours whose {name} are replaced; an unknown name stays. */
struct slack_fill {
	const char *name;
	struct slack_text text;
};
void slack_filled(struct slack_line *, struct str sentence, size_t count, const struct slack_fill *);
/* Empty if the line outgrew SLACK_LINE_MAX bytes. */
struct slack_text slack_line_end(struct slack_line *);

#endif
