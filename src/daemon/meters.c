/* A histogram for each route and hundred of statuses. Each number is added by itself, so a web process that dies in the middle leaves
 * nothing locked; a reader may see a count without its sum for a moment, which a monitor does not mind. */
#include "daemon/meters.h"

#include <stdatomic.h>

#include "base/check.h"
#include "base/moment.h"
#include "system/shared.h"

enum { ROUTES_MAX = 512, HUNDREDS = 5, SERIES_BYTES = 1200 };    /* as printed, at most */

/* Seconds up to which an answer counts. Source: UX.md's budgets (a page within 100 ms, Slack within 3 s). */
static const struct {
	int64_t us;
	const char *words;
} bounds[] = { { 5000, "0.005" }, { 25000, "0.025" }, { 100000, "0.1" }, { 500000, "0.5" }, { 3000000, "3" }, { INT64_MAX, "+Inf" } };

enum { BOUNDS = sizeof(bounds) / sizeof(bounds[0]) };

struct series {
	_Atomic uint64_t within[BOUNDS];    /* of a bound, and not of the one before */
	_Atomic uint64_t us;                /* all together */
};

struct meters {
	struct series series[ROUTES_MAX + 1][HUNDREDS];    /* the last row: no route */
};

enum outcome
meters_make(int32_t *descriptor_out)
{
	int descriptor;

	check(route_count <= ROUTES_MAX);
	TRY(shared_make(sizeof(struct meters), &descriptor));
	*descriptor_out = descriptor;
	return OK;
}

void
meters_open(int32_t descriptor, struct meters **out)
{
	void *at = NULL;

	if (descriptor != 0)
		check(shared_open(descriptor, sizeof(struct meters), &at) == OK);
	*out = at;
}

void
meters_close(struct meters **m)
{
	void *at = *m;

	shared_close(&at, sizeof(struct meters));
	*m = NULL;
}

void
meters_note(struct meters *m, const struct route *route, int status, int64_t us)
{
	size_t row = route == NULL || route->is_uncounted ? route_count : (size_t)(route - routes), bound = 0;

	if (m == NULL || status < 100 || status >= (HUNDREDS + 1) * 100)
		return;
	while (us > bounds[bound].us)
		bound++;
	atomic_fetch_add(&m->series[row][status / 100 - 1].within[bound], 1);
	atomic_fetch_add(&m->series[row][status / 100 - 1].us, (uint64_t)us);
}

static void
print_series(struct series *s, struct str route, size_t hundred, struct buf *out)
{
	const char *name = "mentord_http_request_duration_seconds";
	uint64_t count = 0, us = atomic_load(&s->us);

	for (size_t i = 0; i < BOUNDS; i++) {
		count += atomic_load(&s->within[i]);
		if (count == 0 && i + 1 < BOUNDS)
			continue;    /* a bound that nothing is below says nothing that the next one doesn't */
		if (count == 0)
			return;
		buf_format(out, "%s_bucket{route=\"%.*s\",code=\"%zuxx\",le=\"%s\"} %llu\n", name, STR_FORMAT(route), hundred, bounds[i].words,
		    (unsigned long long)count);
	}
	buf_format(out, "%s_sum{route=\"%.*s\",code=\"%zuxx\"} %llu.%06llu\n", name, STR_FORMAT(route), hundred,
	    (unsigned long long)(us / US_PER_SECOND), (unsigned long long)(us % US_PER_SECOND));
	buf_format(out, "%s_count{route=\"%.*s\",code=\"%zuxx\"} %llu\n", name, STR_FORMAT(route), hundred, (unsigned long long)count);
}

void
meters_print(struct meters *m, struct buf *out)
{
	if (m == NULL)
		return;
	buf_format(out, "# HELP mentord_http_request_duration_seconds From the head of a request to its answer, an act on disk by then.\n"
	    "# TYPE mentord_http_request_duration_seconds histogram\n");
	for (size_t row = 0; row <= route_count; row++)
		for (size_t hundred = 0; hundred < HUNDREDS && out->ceiling - out->length > SERIES_BYTES; hundred++)
			print_series(&m->series[row][hundred], row == route_count ? S("none") : routes[row].name, hundred + 1, out);
}
