/* What the pages of this room are given; who may know what is settled before a page runs. */
#ifndef PEOPLE_VIEWS_H
#define PEOPLE_VIEWS_H

#include "access/events.h"
#include "access/layout.h"
#include "people/group.h"
#include "people/links.h"
#include "people/people.h"
#include "people/store.h"
#include "people/store_block.h"
#include "people/store_cover.h"
#include "people/store_directory.h"
#include "people/views_me.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"

/* Oneself in one programme. */
struct member_view {
	const struct programme *programme;
	struct values *form;
	bool asks_affiliation, asks_week, asks_public;
};

struct person_view {
	const struct programme *programme;
	const struct person_row *person;
	struct str id;                    /* as in addresses */
	struct str initials;
	struct person_links links;
	struct role_history_rows history; /* for coordinators */
	struct str email, mail_link;      /* empty unless this reader may write to the person */
	struct str local_time;            /* the wall of their zone, now */
	struct str hours;                 /* "Monday evening, Saturday morning" */
	int64_t overlap_hours;            /* with the reader; -1: not known */
	int64_t places;                   /* free ones */
	bool is_self, is_mentor, is_away, is_coordinator, shows_zone, shows_more;
	struct member_skills_rows wants;  /* of shows_more */
	struct str affiliation;           /* empty unless the reader is the person or a coordinator */
	struct mentor_skills_rows skills;
	struct mentor_services_rows services;
	struct orientation_of_row orientation;
	struct handbook_read_row handbook; bool has_read;    /* of a mentor, for coordinators */ struct values *orientation_form;    /* for coordinators */
};

struct mentor_view {
	const struct programme *programme;
	struct values *form, *away;
	struct mentor_record_row record;
	bool is_new, is_away, has_unread, needs_conduct, asks_announce, lacks_orientation;    /* unread: something is to be accepted; needs: nothing goes without */
	struct asked_documents asked;
	struct moment accept_by_at;   /* of what changed; none: nothing waits */
	struct orientation_of_row orientation;
};

/* One of the coordinators' lists. */
struct people_view {
	const struct programme *programme;
	struct str tab, q, state, role;
	int64_t pending_count;
	struct people_pending_rows pending;
	struct people_mentors_rows mentors;
	struct people_members_rows members;
	struct str next_page;
	bool is_filtered;
	const struct person_row *chosen;  /* whose form is open; NULL: nobody's */
	struct str chosen_id;
	struct values *decline, *role_form, *add, *export, *orientation;
	bool shows_decline, shows_role;
};

/* Who is away, and who stands in. */
struct come_view {
	const struct programme *programme;
	struct values *form;
	bool is_signed_in;            /* and no member: one button */
};

struct cover_view {
	const struct programme *programme;
	struct coordinators_of_rows coordinators;
	struct values *form;
	struct moment until;              /* the reader stands in themself; none: not */
	bool may_name, is_away;           /* the reader holds the role itself; is shown as away */
};

bool people_is_picked(const struct page *, const struct people_view *, struct person_id);    /* ticked, in a form that comes back */
bool people_is_away(const struct page *, struct moment away_until_at);
/* "this week", "longer than three months ago": no more than that is anybody's business. */
struct str people_seen(struct page *, struct moment last_act_at);

/* What was asked of the directory, as it was written. */
struct directory_asked {
	struct str who, q, skill, service, language, zone, overlap, free, after, from;
};

struct directory_card {
	const struct directory_rows_row *row;
	struct str id, initials, skills, zone;    /* zone: empty unless this reader may see it */
	struct person_links links;
	int64_t overlap_hours, places;    /* overlap: -1: not known */
	bool is_away, is_set_aside;
};
struct directory_cards {
	const struct directory_card *at;
	size_t count;
};

struct skill_names {
	const struct skill *at;
	size_t count;
};

struct directory_view {
	const struct programme *programme;
	struct directory_asked asked;
	struct directory_cards cards;
	struct skill_names skills;
	struct str next_page, clear;
	bool is_mentees, is_member, is_filtered, is_cut, sees_zones, knows_hours;
};

struct email_view {
	struct str token, email, now;     /* the new one, the one until now */
	bool is_gone;
};

/* Whom the reader keeps apart from themself. */
struct blocks_view {
	struct blocks_of_rows rows;
	struct values *form;
};

struct notify_view {
	struct values *form;
	struct str email;
	struct moment refused_at;     /* none: fine */
	bool is_mentor, looks_after;  /* what only mentors, only coordinators get is offered to them alone */
};

/* The link in a letter that stops its kind. */
struct stop_view {
	bool is_gone, is_off;
	struct str token, topic;
};

#endif
