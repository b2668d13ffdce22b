/* The rows of things: one finder each. */
#include "daemon/things.h"

#include "base/check.h"
#include "formats/id.h"
#include "people/people.h"
#include "requests/requests.h"

typedef enum outcome thing_finder(struct visit *, int64_t id);

static thing_finder *const finders[THING_COUNT] = {
	[A_REQUEST] = request_find_for,
	[A_PERSON] = person_find_for,
};

enum outcome
thing_find(struct visit *v, enum route_thing thing, struct str shown_id)
{
	/* Who comes second to a claim learns who was first, from the routes that say so; to all others it is gone. */
	unsigned enough = WHO_SEES | (v->route->who & WHO_LATE);
	int64_t id;

	check(thing > NO_THING && thing < THING_COUNT);
	if (!id_read(shown_id, &id))
		return NOT_FOUND;
	v->may &= ~(unsigned)(WHO_SEES | WHO_OWNER | WHO_CLAIMER | WHO_NAMED | WHO_LATE);
	TRY(finders[thing](v, id));
	return visit_may(v, enough) ? OK : NOT_FOUND;
}
