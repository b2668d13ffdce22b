/* What the pages of coordinators are given. */
#ifndef REQUESTS_VIEWS_COORDINATE_H
#define REQUESTS_VIEWS_COORDINATE_H

#include "letters/store_shared.h"
#include "forms/page.h"
#include "programmes/programmes.h"
#include "requests/store_ask.h"
#include "requests/store_coordinate.h"
#include "requests/store_slack.h"

struct coordinate_view {
	const struct programme *programme;
	struct str state, service, q;
	struct coordinate_list_rows rows;
	struct str next_page;
	struct str query;                    /* the filters as they stand in the address */
	struct saved_views_of_rows views;
	struct values *bulk, *keep, *export;
	bool is_filtered;
};

/* What a coordinator should look at first. */
/* Who cannot be written to, and what did not reach anybody. */
struct needs_letters {
	struct readers_refused_rows refused;
	struct letters_in_trouble_rows letters;
};
enum outcome needs_letters_find(struct visit *, const struct programme *, int64_t most, struct needs_letters *out);

struct needs_view {
	const struct programme *programme;
	struct needs_requests_rows requests;
	struct needs_mentors_rows mentors;
	struct needs_letters post;           /* for coordinators */
	struct handovers_of_rows handovers;
	struct values *note;
	bool has_more;                       /* more than fit stand in the table */
	struct str next_notes;
	struct str base_url;
	struct moment slack_down_at;         /* since when; none: it works, or is not used */
	struct room_lacks_rows room;         /* then: what should stand in the mentors' room and does not */
	bool has_room;
};
/* What somebody may paste there by hand: number, title, address. */
struct str needs_paste(struct page *, const struct needs_view *, const struct room_lacks_row *);
/* What somebody may send by hand where a letter did not arrive: that it is there, and where. */
struct str needs_letter_paste(struct page *, const struct needs_view *, const struct letters_in_trouble_row *);
/* Microseconds that a row has waited, as seconds for {lasting}. */
int64_t needs_waited_seconds(const struct page *, const struct needs_requests_row *);
/* When a mentee who does not answer was tried last. */
struct moment needs_last_try(const struct needs_requests_row *);
/* It waits longer than the ladder has steps, and nobody escalated it yet. */
bool needs_escalation(const struct page *, const struct programme *, const struct needs_requests_row *);

/* Programmes that the reader looks after and where something waits. */
struct home_needs {
	struct home_programmes_row *at;
	size_t count;
};

/* What became of each row of a bulk act. */
struct bulk_line {
	struct str id, name;                 /* "OC-214 Please look at my code" */
	struct str words;                    /* why not; empty: done */
};
struct bulk_lines {
	struct bulk_line *at;
	size_t count;
};
struct bulk_view {
	const struct programme *programme;
	struct bulk_lines lines;
	int64_t done;
};

/* Acts on each of the requests that were picked; what is refused stops nothing. */
enum outcome requests_act_on_many(struct visit *, struct bulk_view *);

struct intake_view {
	const struct programme *programme;
	struct values *form;
};

struct str saved_view_url(struct page *, const struct coordinate_view *, const struct saved_views_of_row *);

/* What needs a coordinator, first; one row more than NEEDS_ROWS tells that there is more. */
enum { NEEDS_ROWS = 50 };
enum outcome needs_find(struct visit *, struct needs_requests_rows *out);
/* Whether anything would stand there, in a programme that the visitor looks after as coordinator or as escalation contact. */
enum outcome needs_anything(struct visit *, const struct programme *, bool is_coordinator, bool *out);

#endif
