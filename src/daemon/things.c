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

/* To read, it must be seen. Whoever acts on what was on the board, and is there no more, learns why not; and so does, from the routes by
 * which one takes it, somebody who is no mentor (docs/decisions/0003-404-or-409.md). */
static unsigned
enough_for(const struct route *route)
{
	if (route->method != METHOD_POST)
		return WHO_SEES;
	return WHO_SEES | WHO_LATE | ((route->who & WHO_LATE) != 0 ? WHO_ONLOOKER : 0u);
}

enum outcome
thing_find(struct visit *v, enum route_thing thing, struct str shown_id)
{
	unsigned enough = enough_for(v->route);
	int64_t id;

	check(thing > NO_THING && thing < THING_COUNT);
	if (!id_read(shown_id, &id))
		return NOT_FOUND;
	v->may &= ~(unsigned)WHO_TOWARDS;
	TRY(finders[thing](v, id));
	return visit_may(v, enough) ? OK : NOT_FOUND;
}
