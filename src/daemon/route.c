/* The route table and how a path finds its row. */
#include "daemon/route.h"

#include "access/api.h"
#include "access/form.h"
#include "admin/form.h"
#include "applications/api.h"
#include "applications/form.h"
#include "openings/api.h"
#include "openings/form.h"
#include "base/check.h"
#include "conduct/form.h"
#include "documents/api.h"
#include "documents/form.h"
#include "exchange/form.h"
#include "help/api.h"
#include "help/form.h"
#include "http/routes.h"
#include "people/api.h"
#include "people/form.h"
#include "privacy/api.h"
#include "privacy/form.h"
#include "programmes/api.h"
#include "programmes/form.h"
#include "questions/api.h"
#include "questions/form.h"
#include "requests/api.h"
#include "requests/form.h"
#include "requests/form_ask.h"
#include "requests/form_coordinate.h"
#include "surveys/api.h"
#include "surveys/form.h"

#define NO_FORM (*(const struct form *)NULL)
#define NO_PAGE NULL
#define NO_PRINT NULL
#define NO_SHAPE (*(const struct shape *)NULL)
#define GET METHOD_GET
#define POST METHOD_POST
#define COMMAND METHOD_OTHER

const struct route routes[] = {
#define ROUTE(method_, path_, handler, kind_, who_, thing_, form_, body, again_) \
	{ .method = method_, .path = S_STATIC(path_), .name = S_STATIC(#handler), .handle = handler, .kind = kind_, \
	  .who = (unsigned)(who_) & ~(unsigned)(AND_FRESH | BY_LINK | BY_SIGNATURE | BY_WATCHER | OR_NOTHING | NOT_COUNTED), .is_fresh = ((who_) & AND_FRESH) != 0, \
	  .is_by_link = ((who_) & BY_LINK) != 0, .is_signed = ((who_) & BY_SIGNATURE) != 0, .is_watched = ((who_) & BY_WATCHER) != 0, \
	  .is_hidden = ((who_) & OR_NOTHING) != 0, .is_uncounted = ((who_) & NOT_COUNTED) != 0, .thing = thing_, .form = &form_, .body_max = body, .again = again_ },
#include "daemon/routes.def"
#undef ROUTE
#define API(method_, path_, name_, act, kind_, who_, thing_, form_, body, print, shape_, status_, about_) \
	{ .method = method_, .path = S_STATIC("/api/v1" path_), .name = S_STATIC(#name_), .handle = act, .kind = kind_, \
	  .who = (unsigned)(who_) & ~(unsigned)AND_FRESH, .is_fresh = ((who_) & AND_FRESH) != 0, \
	  .thing = thing_, .form = &form_, .body_max = body, .is_api = true, .answer = print, .shape = &shape_, .status = status_, \
	  .about = S_STATIC(about_) },
#include "daemon/api.def"
#undef API
};
const size_t route_count = ARRAY_LENGTH(routes);

/* What tells nearly all rows apart without looking at each step: the bytes before the first parameter, how many steps there are, and the
 * last one with its slash if it is no parameter. */
struct outline {
	size_t fixed, steps;
	struct str last;
};

static size_t
steps_of(struct str path)
{
	size_t steps = 0;

	for (size_t i = 0; i < path.length; i++)
		steps += path.at[i] == '/' ? 1 : 0;
	return steps;
}

static struct str
last_of(struct str path)
{
	size_t at = path.length;

	while (at > 0 && path.at[at - 1] != '/')
		at--;
	return at == 0 || (at < path.length && path.at[at] == ':') ? S("") : str_skip(path, at - 1);
}

/* Worked out once. */
static const struct outline *
outlines(void)
{
	static struct outline all[ARRAY_LENGTH(routes)];

	if (all[0].fixed == 0)
		for (size_t i = 0; i < route_count; i++)
			all[i] = (struct outline){ str_find(routes[i].path, ':'), steps_of(routes[i].path), last_of(routes[i].path) };
	return all;
}

/* How well a pattern fits: 0 not at all, else 1 + the number of segments that are equal and not parameters. */
static unsigned
fit(struct str pattern, struct str path, struct str params[VISIT_PARAMS])
{
	struct str wanted, given;
	unsigned count = 0, equal = 1;

	while (str_next(&pattern, '/', &wanted)) {
		if (!str_next(&path, '/', &given))
			return 0;
		if (str_starts(wanted, S(":"))) {
			if (str_is_empty(given))
				return 0;
			check(count < VISIT_PARAMS);
			params[count++] = given;
		} else if (str_equal(wanted, given)) {
			equal++;
		} else {
			return 0;
		}
	}
	return path.at == NULL ? equal : 0;
}

struct str
route_parameter(const struct route *route, const struct str params[VISIT_PARAMS], struct str name)
{
	struct str rest = route->path, part;
	size_t count = 0;

	while (str_next(&rest, '/', &part)) {
		if (str_equal(part, name))
			return params[count];
		count += str_starts(part, S(":")) ? 1 : 0;
	}
	return S("");
}

enum outcome
route_find(enum method method, struct str path, const struct route **out, struct str params[VISIT_PARAMS])
{
	enum method wanted = method == METHOD_HEAD ? METHOD_GET : method;
	const struct outline *outline = outlines();
	size_t steps = steps_of(path);
	bool is_known = false;
	unsigned best = 0;

	*out = NULL;
	for (size_t i = 0; i < route_count; i++) {
		struct str found[VISIT_PARAMS] = { 0 };
		unsigned how_well;

		if (steps != outline[i].steps || !str_ends(path, outline[i].last) || !str_starts(path, str_head(routes[i].path, outline[i].fixed)))
			continue;
		how_well = fit(routes[i].path, path, found);
		is_known = is_known || how_well > 0;
		if (how_well <= best || routes[i].method != wanted)
			continue;
		best = how_well;
		*out = &routes[i];
		memcpy(params, found, sizeof(found));
	}
	if (*out != NULL)
		return OK;
	return is_known ? WRONG_METHOD : NOT_FOUND;
}

struct str
route_allow(struct arena *arena, struct str path)
{
	struct str ignored[VISIT_PARAMS];
	bool gets = false, posts = false;

	for (size_t i = 0; i < route_count; i++)
		if (routes[i].method != METHOD_OTHER && fit(routes[i].path, path, ignored) > 0) {
			gets = gets || routes[i].method == METHOD_GET;
			posts = posts || routes[i].method == METHOD_POST;
		}
	return str_join(arena, 3, (struct str[]){ gets ? S("GET, HEAD") : S(""), gets && posts ? S(", ") : S(""), posts ? S("POST") : S("") });
}
