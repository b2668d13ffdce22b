/* What the pages of the desk are given. Text is already chosen for this reader: a page never decides who may see a name. */
#ifndef REQUESTS_VIEWS_H
#define REQUESTS_VIEWS_H

#include "applications/store_shared.h"
#include "forms/page.h"
#include "requests/desk.h"
#include "requests/draft.h"
#include "requests/rules_wait.h"
#include "programmes/programmes.h"
#include "requests/store_ask.h"
#include "requests/store_coordinate.h"
#include "requests/store_words.h"
#include "requests/views_coordinate.h"
#include "requests/views_sheet.h"
#include "requests/views_tap.h"

struct request_show_view {
	int64_t after, limit;         /* of the lists that belong to it, for programs; 0: from the newest on, as many as a page shows */
	const struct request_seen_by_row *row;
	const struct programme *programme;
	struct str id;                       /* as in addresses */
	struct str number;                   /* "OC-214" */
	struct str mentee;                   /* the name that this reader may see; empty: "A mentee" */
	struct str mentee_email;             /* empty unless this reader may write to the mentee */
	struct str affiliation;              /* empty unless shown */
	struct str service;
	struct str hours;                    /* "Mon evening, Sat morning" */
	struct request_next next;
	int64_t waited_seconds;
	unsigned urgency;
	struct expected_wait expected;       /* for the mentee, while nobody has claimed it */
	bool is_owner, is_claimer, is_named, is_coordinator, is_mentor;
	bool is_confided;                    /* the mentee, and coordinators who are not its mentor: whether it helped, and the follow-up */
	bool is_open, is_running, is_closed; /* waiting for a mentor; claimed or scheduled; closed */
	bool is_merged, is_session_to_come;
	bool can_claim, can_undo, can_pass, is_passed, can_reply, can_say_helpful, can_follow_up;
	struct str why_not;                  /* a sentence, when a mentor sees it but cannot claim it now … */
	enum outcome claim_refusal;          /* … and what a claim would be refused with; OK: none, or no matter of theirs */
	struct moment undo_until_at;
	struct request_timeline_rows timeline;
	struct request_notes_for_rows notes;
	struct request_attempts_of_rows attempts;
	struct request_steps_of_row steps;   /* of coordinators */
	bool has_room, is_posted;            /* of coordinators: the mentors' room in Slack, and whether its message stands there or is on its way */
	struct values *problem;       /* the form that was refused, if a field of it complains: its summary stands on top */
	struct values *escalate, *merge;
	struct values *release, *pass, *attempt, *session, *fulfil, *unreachable, *close, *assign, *note, *helpful, *detail, *answer;
	struct moment free_until_at;         /* a session may be moved freely until then; none: at any time */
	struct moment clock_change_at;       /* if clocks change between now and the session, for this reader */
};

/* What this reader may see and do, without the forms; then the timeline, and for those who are close to it notes and attempts. */
enum outcome request_view_make(struct visit *, struct request_show_view **out);
enum outcome request_view_lists(struct visit *, struct request_show_view *);
/* The mentee of a request that nobody has claimed yet is told how long that takes. */
enum outcome request_view_expected(struct visit *, struct request_show_view *);

/* How it ended, in one word: "merged" is kept as where it goes on. */
struct str desk_outcome(enum request_outcome, struct request_id merged_into, bool is_unanswered);

struct request_taken_view {
	const struct request_seen_by_row *row;
	const struct programme *programme;
	struct str id;
	struct request_similar_rows similar;
};

/* One step of the wizard. */
struct wizard_view {
	const struct programme *programme;
	unsigned number;                     /* 1 to 6 */
	struct str back;                     /* the step before; empty on the first */
	struct values *form;
	struct str zone;
	bool asks_affiliation;
	/* the last step: all answers */
	struct draft_of_row draft;
	struct str service, affiliation, hours, named_mentor;
	bool has_accepted;                   /* the code of conduct */
};

/* A line of the queue, ready to be shown to this mentor. */
struct queue_line {
	const struct queue_open_row *row;
	struct str id, mentee, affiliation, service;
	struct str matches;                  /* names of the skills that fit; empty: none */
	int64_t waited_seconds;
	unsigned urgency;
	struct request_next next;
	int64_t overlap_hours;               /* common hours a week; -1: not known */
};
struct queue_lines {
	struct queue_line *at;
	size_t count;
};

struct queue_view {
	const struct programme *programme;
	struct str tab;                      /* "open", "mine" */
	struct str q, service, language, show, sort;    /* the filters as given */
	bool is_mentor, is_coordinator, is_filtered;
	struct queue_lines lines;
	struct queue_mine_rows mine;
	int64_t total, helped;
	struct expected_wait expected;       /* how long a claim takes */
	bool is_long;                 /* more wait than the page judges: total is how many it does */
	struct moment oldest_at;
	struct str next_page;                /* a link, empty on the last page */
	bool has_partial;                    /* partial matches stand below */
};

struct history_view {
	const struct programme *programme;
	struct str name;                     /* whose history; empty: one's own */
	struct str person;                   /* id as in addresses, for a coordinator */
	struct history_of_rows asked;
	struct claims_of_rows helped;
	struct history_tally_row tally;      /* of a coordinator's page alone */
	struct str next_page, next_helped;   /* links, empty on the last page */
};

struct home_view {
	struct home_programmes_rows programmes;
	struct home_needs needs;
	struct home_requests_rows requests;
	struct home_applications_rows applications;    /* the visitor's own, not over */
	struct kept_words_of_rows words;     /* that could not be sent */
	struct moment mail_down_at;          /* none: mail leaves */
	struct person_id who;
};

/* "Dana R." if the mentee chose to show the name, else empty. */
struct str desk_shown_name(struct arena *, struct str name, bool shows_name);
/* "My requests", or whose. */
struct str history_title(struct page *, const struct history_view *);
/* Who did it, as this reader may know: empty for the server itself, and for a mentee whose name stays hidden. */
struct str desk_actor_name(const struct request_show_view *, const struct request_timeline_row *);
/* A line of the timeline as a sentence: "Bo Lind claimed it". Names appear only to those who may see them. */
struct html desk_event_words(struct page *, const struct request_show_view *, const struct request_timeline_row *);
/* The other side of a request on the home page. */
struct str home_other(const struct home_view *, const struct home_requests_row *);
struct wait_ladder desk_ladder(const struct programme *);
/* "Tue 24 Nov" of a kept day "2026-11-24"; anything else stays as it is. */
struct str desk_day_words(struct page *, struct str day);
struct str desk_clock(struct page *, struct moment);    /* "14:03:22 SGT" */
struct str desk_lasting_words(struct page *, int64_t seconds);    /* "19 hours" */
struct str desk_number(struct arena *, const struct programme *, int64_t number);    /* "OC-214" */

#endif
