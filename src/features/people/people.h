/* Members, their roles and the mentors' records: what other rooms and the server's own commands may ask. */
#ifndef PEOPLE_PEOPLE_H
#define PEOPLE_PEOPLE_H

#include "access/visit.h"
#include "later/later.h"
#include "people/store_shared.h"    /* mentor_skills(): a statement that other rooms may run */

/* A member as this visitor found them: v->thing of the routes about A_PERSON. */
struct person_row {
	struct person_id id;
	struct str name, email, zone, languages, pronouns;
	struct str initials, title, company, links, about;    /* links: one a line */
	bool is_listed, is_public;    /* as a mentee for members; for everybody */
	bool shows_zone;              /* to all members */
	struct membership_id membership;
	struct moment left_at;        /* none: a member; else they were one, and coordinators see what was */
	struct affiliation_id affiliation;    /* as they said of themselves; none: not said */
	struct mentor_id mentor;      /* none: no mentor record in this programme */
	enum mentor_state mentor_state;
	struct moment away_until_at, last_act_at;
	int64_t capacity, running, hours;
	struct str bio, offer;
	bool is_coordinator, is_escalation, is_mentee;
	bool is_paired;               /* one of the two asked for help and the other claimed it: they may write to each other */
};

/* The finder of A_PERSON: members of v->programme. Sees: the person, coordinators, the other side of a claimed request, and for an
 * active mentor every member. NOT_FOUND if there is no such member. */
enum outcome person_find_for(struct visit *, int64_t id);

/* What the visitor says of themself in v->programme: a new request starts with it. Skills by name. */
struct member_record {
	struct membership_id id;
	struct str_list skills;
	struct affiliation_id affiliation;
	int64_t hours;                /* of their week, 21 bits */
	bool is_listed, is_public;
};
enum outcome member_find(struct visit *, struct member_record *out);

/* The programme asks mentors for an orientation (orientation.required), and nobody noted that they took part. */
enum outcome person_lacks_orientation(struct visit *, struct person_id, bool *lacks);

/* One of the two keeps the other away (F020): each is to the other as if they were not there. Of the visitor: never where they coordinate, who see all. */
enum outcome people_are_apart(struct visit *, struct person_id, struct person_id, bool *out);
enum outcome visitor_is_apart(struct visit *, struct person_id, bool *out);

/* Choices "who?": mentors of v->programme who are active and have a place left, without the visitor; with_away: also who is away, said
 * behind the name, last. Values are ids as in addresses. At most 200. */
enum outcome mentor_choices(struct visit *, bool with_away, struct choices *);

/* Common hours a week of two weeks of ticks: 7 days x 3 parts (8-12, 12-17, 17-22 on the wall), each with its zone's offset. */
int64_t week_overlap_hours(int64_t bits_a, int64_t offset_a_seconds, int64_t bits_b, int64_t offset_b_seconds);
/* The visitor's own week in v->programme: as a mentor, else as they said of themselves; 0: not said. */
enum outcome visitor_week(struct visit *, int64_t *hours);
int64_t visitor_overlap_of(struct visit *, int64_t own, int64_t bits, struct str zone);
/* The same for the visitor as mentor and somebody else's ticks, with the offsets of now; -1 if either said no hours. */
int64_t visitor_overlap_hours(struct visit *, int64_t bits, struct str zone);

/* They are a mentor of v->programme from now on: the letter L16, the invitation to the mentors' room, and L17 there if they ticked it. */
enum outcome mentor_begins(struct visit *, struct person_id);
/* They linked their account of Slack: they are invited to the mentors' rooms of the programmes where they are active. */
enum outcome mentor_is_linked(struct visit *, struct person_id, struct str chat_user);
/* Away without an end, which is how the clock sets aside who answers no more: the end of the year 9999. */
#define MENTOR_NO_END_US INT64_C(253402300799000000)
/* The visitor, a mentor, is back: from being away, or from being set aside. */
enum outcome mentor_return(struct visit *);

/* Ends somebody's time as mentor of v->programme: state left, role taken away, said in the record. Claims are the desk's. */
enum outcome mentor_set_left(struct visit *, struct person_id);
/* The role of mentor is taken away by a decision: state declined, so that applying again takes a coordinator. No mentor: nothing happens. */
enum outcome mentor_set_lost(struct visit *, struct person_id);

/* --- For setup, the command line, the demo and tests: the same steps that the pages take, in a writer's visit --- */

/* The person by that address; NOT_FOUND. */
enum outcome person_by_email(struct visit *, struct str email, struct person_id *out);

struct person_wish {
	struct str name, email, zone, languages, pronouns;    /* languages empty: "English" */
	bool is_admin;
};
/* The person with that address as they are, or a new one. */
enum outcome person_make(struct visit *, const struct person_wish *, struct person_id *out);
/* A new one: the caller has looked, and nobody has the address. has_blocks: as person_blocks_wait() said, asked once for many. */
enum outcome person_add_new(struct visit *, const struct person_wish *, bool has_blocks, struct person_id *out);
/* Whether somebody has blocked an address that nobody had. */
enum outcome person_blocks_wait(struct visit *, bool *out);
/* Somebody who has no address (yet): key says who, and is none. */
enum outcome person_make_without_mail(struct visit *, const struct person_wish *, struct str key, struct person_id *out);
/* A member of the programme from now on; again is fine. COMING_IN_SHUT, CANNOT_BE_TAKEN_IN: they were removed, the visitor or somebody else. */
enum outcome person_join(struct visit *, struct programme_id, struct person_id);
/* Nobody of v->programme any more, whatever they were: mentor, roles, standing in, what they said of themselves here. Their history stays, and they may come back.
 * ROLE_LAST_COORDINATOR, LEAVE_RESPONDER: somebody must take over first. What they asked and hold is the desk's. */
enum outcome member_leaves(struct visit *, struct person_id);
/* Whether they were removed from v->programme and come in no more. */
enum outcome person_is_barred(struct visit *, struct person_id, bool *out);
/* Gives a role; again is fine. */
enum outcome role_give(struct visit *, struct programme_id, struct person_id, enum role_role);

struct mentor_skill_wish {
	struct skill_id skill;
	int64_t level;                /* 0 not said, 1 the basics, 3 strongest */
};
struct mentor_wish {
	int64_t capacity, hours;      /* hours: 21 bits */
	struct str bio, offer;
	bool may_announce;            /* they like to be told of in the mentors' room */
	const struct mentor_skill_wish *skills;
	size_t skill_count;
	const struct service_id *services;
	size_t service_count;
};
/* Somebody has a place as a mentor of v->programme: whoever has a record already keeps what stands in it, a new one begins with the programme's number. */
enum outcome mentor_place(struct visit *, struct person_id);
/* They were declined as a mentor of v->programme, or lost the role, after that moment, and are none now: only a coordinator's decision since makes them one. */
enum outcome mentor_was_refused(struct visit *, struct person_id, struct moment since, bool *out);
/* A mentor record in that state (pending or active) in v->programme, or the one there is, changed; an active one has the role. */
enum outcome mentor_enrol(struct visit *, struct person_id, enum mentor_state, const struct mentor_wish *);

/* The next people of a letter to a group, and of a directory that is new (daemon/jobs.def). */
job_handler group_mail_due, programme_listing;

#endif
