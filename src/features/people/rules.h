/* Who may become a mentor, be away, get or lose a role. Pure. Source: PROGRAMMES.md 2.2, F002 to F004, F011. */
#ifndef PEOPLE_RULES_H
#define PEOPLE_RULES_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/str.h"
#include "base/schema_types.h"

/* The state that a volunteer begins with; state before: none, declined or left. Who was declined is always looked at by a
 * coordinator. MENTOR_ALREADY for pending and active ones. */
enum outcome mentor_may_apply(enum mentor_state before, bool approval_is_auto, enum mentor_state *begins_as);

enum outcome mentor_may_be_decided(enum mentor_state);

/* Away until the start of a day: after now, within a year. */
enum outcome mentor_may_be_away(struct moment until, struct moment now);
/* Ends by itself: no job, only this comparison (F011). */
bool mentor_is_away(struct moment away_until_at, struct moment now);

/* A programme never loses its only coordinator. coordinators counts those it has now. */
enum outcome role_may_be_taken(enum role_role, bool is_held, int64_t coordinators);

/* Somebody coordinates for one who is away: until a day as for mentor_may_be_away(), never oneself, and only by who holds the role
 * itself. STAND_IN_SELF, STAND_IN_ONLY, AWAY_NOT_AHEAD. */
enum outcome stand_in_may_be(bool is_self, bool by_stand_in, struct moment until, struct moment now);

/* A link beside somebody's name: http or https, a host, printable ASCII without quotes and angles, nothing before the host (which would
 * hide where it leads), at most 200 bytes. */
bool link_is_fine(struct str);

/* What a viewer may know of a person. */
struct person_facts {
	bool is_self, is_active_mentor, is_listed, is_paired, shows_zone, viewer_is_coordinator, viewer_is_mentor;
};
/* is_listed: as a mentee in a directory that there is. */
bool person_may_be_seen(const struct person_facts *);
/* The address: oneself, coordinators, and the two of a claimed request (F015). */
bool person_may_be_written_to(const struct person_facts *);
/* The zone: mentors and coordinators; other members only if its owner says so. */
bool person_may_show_zone(const struct person_facts *);
/* Hours of the week and what they want to learn: oneself, coordinators, and the two of a claimed request. */
bool person_may_show_more(const struct person_facts *);

#endif
