/* What the pages of coordinators are given. */
#ifndef REQUESTS_VIEWS_COORDINATE_H
#define REQUESTS_VIEWS_COORDINATE_H

#include "letters/store_shared.h"
#include "forms/page.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/store.h"
#include "requests/store_ask.h"
#include "requests/store_coordinate.h"
#include "requests/rules_rehearse.h"
#include "requests/store_slack.h"
#include "requests/store_leave.h"
#include "requests/views_needs.h"

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

/* What a mentor holds, to be given into other hands. */
/* What somebody leaves behind who leaves a programme. */
struct leave_view {
	const struct programme *programme;
	struct str id, name;                 /* id: empty for oneself */
	struct leaving_row counts;
	struct request_held_by_rows held;
	struct choices mentors;              /* who may take one; for coordinators */
	struct values *form;
};

struct hand_over_view {
	const struct programme *programme;
	const struct person_row *person;
	struct request_held_by_rows rows;
	struct values *form;
};

/* What a coordinator should look at first. */
/* Who cannot be written to, and what did not reach anybody. */
struct needs_letters {
	struct readers_refused_rows refused;
	struct letters_in_trouble_rows letters;
};
/* Mentors who need a coordinator. */
enum outcome desk_mentors_in_need(struct visit *, const struct programme *, int64_t most, struct needs_mentors_rows *out);
enum outcome needs_letters_find(struct visit *, const struct programme *, int64_t most, struct needs_letters *out);

/* A letter of the waiting ladder that leaves when a coordinator says so, in words. */
struct needs_draft {
	struct letter_id id;
	struct request_id request;
	int64_t number;
	struct str title, kind, recipient_name, subject, words;
	struct moment draft_at;
};
struct needs_drafts {
	struct needs_draft *at;
	size_t count;
};
enum outcome needs_drafts_find(struct visit *, const struct programme *, int64_t most, struct needs_drafts *out);

struct needs_view {
	const struct programme *programme;
	struct needs_drafts drafts;          /* for coordinators */
	struct needs_requests_rows requests;
	struct needs_mentors_rows mentors;
	struct needs_besides besides;        /* for coordinators */
	struct needs_letters post;           /* for coordinators */
	struct handovers_of_rows handovers;
	struct values *note;
	bool has_more;                       /* more than fit stand in the table */
	struct str next_notes;
	struct str base_url;
	struct moment slack_down_at;         /* since when; none: it works, or is not used */
	struct room_lacks_rows room;         /* then: what should stand in the mentors' room and does not */
	struct room_bumps_rows bumps;        /* … and of what stands there mentors should be reminded */
	struct str room_language;            /* of what is posted there */
	bool has_room;
};
/* What somebody may paste there by hand: number, title, address. */
struct str needs_paste(struct page *, const struct needs_view *, const struct room_lacks_row *);
/* The same of a reminder of what stands there already. */
struct str needs_bump_paste(struct page *, const struct needs_view *, const struct room_bumps_row *);
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

/* What a ladder would have done with the requests of some days, beside the one that is set. */
struct rehearse_view {
	const struct programme *programme;
	struct values *form;
	struct rehearsal set, tried;
	bool is_done, is_cut;
};

#endif
