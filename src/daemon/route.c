/* The route table and how a path finds its row. */
#include "daemon/route.h"

#include "access/form.h"
#include "admin/form.h"
#include "base/check.h"
#include "http/routes.h"
#include "people/form.h"
#include "programmes/form.h"
#include "requests/form.h"
#include "requests/form_ask.h"

#define NO_FORM (*(const struct form *)NULL)
#define NO_PAGE NULL
#define GET METHOD_GET
#define POST METHOD_POST
#define COMMAND METHOD_OTHER

const struct route routes[] = {
#define ROUTE(method, path, handler, kind, who, thing, form, body_max, again) \
	{ method, S_STATIC(path), S_STATIC(#handler), handler, kind, (unsigned)(who), thing, &form, body_max, again },
#include "daemon/routes.def"
#undef ROUTE
};
const size_t route_count = ARRAY_LENGTH(routes);

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

enum outcome
route_find(enum method method, struct str path, const struct route **out, struct str params[VISIT_PARAMS])
{
	enum method wanted = method == METHOD_HEAD ? METHOD_GET : method;
	bool is_known = false;
	unsigned best = 0;

	*out = NULL;
	for (size_t i = 0; i < route_count; i++) {
		struct str found[VISIT_PARAMS] = { 0 };
		unsigned how_well = fit(routes[i].path, path, found);

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
