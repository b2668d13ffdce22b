/* People for programs: handlers that rows of daemon/api.def name, and what they answer. */
#ifndef PEOPLE_API_H
#define PEOPLE_API_H

#include "access/visit.h"
#include "forms/shape.h"

extern const struct shape directory_shape;
extern const struct form directory_form;
/* The directory, by directory_form; for members. */
enum outcome directory_json(struct visit *);

extern const struct shape me_shape, member_self_shape, person_shape, mentor_shape, member_list_shape, mentor_list_shape;
extern const struct form member_list_form, mentor_list_form;

enum outcome me_json(struct visit *);
/* What the visitor says of themself in the programme. */
enum outcome member_json(struct visit *);
enum outcome person_json(struct visit *);
/* The visitor's own record as a mentor of the programme; NOT_FOUND if there is none. */
enum outcome mentor_json(struct visit *);
/* By member_list_form and mentor_list_form; for coordinators. */
/* Of how many people an orientation was noted; the lists show of whom. */
extern const struct shape orientation_shape;
enum outcome orientation_json(struct visit *);
enum outcome member_list_json(struct visit *);
enum outcome mentor_list_json(struct visit *);

/* How the visitor wants letters of each topic: "mail", "daily", "off", "slack". */
enum outcome notify_ways(struct visit *, struct str out[TOPIC_ACCOUNT]);
/* How they want to be written to. */
enum outcome notify_json(struct visit *);
extern const struct shape notify_shape;

/* Who coordinates, and who does it for whom. */
enum outcome coordinator_list_json(struct visit *);
extern const struct shape coordinator_list_shape;

enum outcome blocks_json(struct visit *);
extern const struct shape blocks_shape;

/* Letters to groups; the first one of whatever is named or was just written. */
struct group_mail_view;
enum outcome group_mail_find(struct visit *, struct group_mail_view *out);
enum outcome group_mail_json(struct visit *);
enum outcome group_mail_list_json(struct visit *);
extern const struct shape group_mail_shape, group_mail_list_shape;

#endif
