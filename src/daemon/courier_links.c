/* Looks at links, and what an answer means. Each step of a redirect is an ask of its own, so that each is judged anew: its protocol, its port, and, when it
 * connects, its address (system/address.h). */
#include "daemon/courier_links.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "sql/sql.h"
#include "system/log.h"

enum { LOOK_SECONDS = 2, LIMIT_MS = 10000, TOLD_BYTES = 200 };
enum { ON_REDIRECT = 300, ON_SAME = 304, ON_ERROR = 400, ON_SIGN_IN = 401, ON_FORBIDDEN = 403, ON_MISSING = 404, ON_GONE = 410, ON_TOO_OFTEN = 429, ON_LAW = 451 };

static struct telling
found(struct link_look *look, struct arena *arena, enum resource_look_finding finding, int status)
{
	struct buf body = buf_new(arena, TOLD_BYTES);

	look->is_under_way = false;
	buf_format(&body, "%lld %lld %.*s %d", (long long)look->resource.value, (long long)look->due_at.us, STR_FORMAT(resource_look_finding_name(finding)), status);
	return (struct telling){ S("resource-looked"), buf_str(&body) };
}

/* What must not be asked is told at once; what there is no room for is asked again later. */
static struct telling
ask(struct link_lane *lane, struct link_look *look, const struct process *process, struct exchange *exchange, struct arena *arena)
{
	uint64_t token = LINK_ASKS + (uint64_t)(look - lane->looks);
	enum outcome said = exchange->start(exchange->self, &(struct exchange_ask){ .kind = look->is_get ? EXCHANGE_LOOK : EXCHANGE_HEAD, .token = token, .url = str_from(look->url),
	    .inside = str_from(process->orders.courier.links_inside), .limit_ms = LIMIT_MS });

	look->is_under_way = said == OK;
	if (said == BAD_INPUT)
		return found(look, arena, look->hops == 0 ? RESOURCE_LOOK_FINDING_STRANGE : RESOURCE_LOOK_FINDING_ASTRAY, 0);
	return (struct telling){ S(""), S("") };
}

/* --- what an answer means --- */

static enum resource_look_finding
of_lack(enum exchange_lack lack)
{
	static const enum resource_look_finding findings[] = {
		[EXCHANGE_LACKS_NOTHING] = RESOURCE_LOOK_FINDING_UNREACHABLE, [EXCHANGE_NO_NAME] = RESOURCE_LOOK_FINDING_NAMELESS,
		[EXCHANGE_NO_WAY] = RESOURCE_LOOK_FINDING_UNREACHABLE, [EXCHANGE_NO_TRUST] = RESOURCE_LOOK_FINDING_UNTRUSTED,
		[EXCHANGE_TOO_SLOW] = RESOURCE_LOOK_FINDING_SLOW, [EXCHANGE_INWARD] = RESOURCE_LOOK_FINDING_INWARD,
	};

	return findings[lack];
}

/* A server that lets nobody in without a name, or is fed up with robots, is there. */
static enum resource_look_finding
of_status(int status)
{
	if (status < ON_REDIRECT || status == ON_SAME)
		return RESOURCE_LOOK_FINDING_FINE;
	if (status < ON_ERROR)
		return RESOURCE_LOOK_FINDING_ASTRAY;    /* it leads on, and does not say where */
	if (status == ON_SIGN_IN || status == ON_FORBIDDEN || status == ON_TOO_OFTEN || status == ON_LAW)
		return RESOURCE_LOOK_FINDING_GUARDED;
	return status == ON_MISSING || status == ON_GONE ? RESOURCE_LOOK_FINDING_GONE : RESOURCE_LOOK_FINDING_FAILING;
}

struct telling
links_hear(struct link_lane *lane, const struct process *process, struct exchange *exchange, struct arena *arena, const struct exchange_answer *answer)
{
	struct link_look *look = &lane->looks[answer->token - LINK_ASKS];
	bool leads_on = answer->status >= ON_REDIRECT && answer->status < ON_ERROR && !str_is_empty(answer->location);

	if (!look->is_under_way)
		return (struct telling){ S(""), S("") };
	if (answer->status == 0)
		return found(look, arena, of_lack(answer->lack), 0);
	if (leads_on && (look->hops == LINK_HOPS_MOST || answer->location.length > LINK_URL_MOST))
		return found(look, arena, RESOURCE_LOOK_FINDING_ASTRAY, answer->status);
	if (leads_on) {
		look->hops++;
		look->is_get = false;
		memcpy(look->url, answer->location.at, answer->location.length);
		look->url[answer->location.length] = '\0';
		return ask(lane, look, process, exchange, arena);
	}
	if (answer->status >= ON_ERROR && !look->is_get) {    /* many servers know no HEAD, and say so in many ways */
		look->is_get = true;
		return ask(lane, look, process, exchange, arena);
	}
	return found(look, arena, of_status(answer->status), answer->status);
}

/* --- what is due --- */

static bool
is_under_way(const struct link_lane *lane, struct resource_id resource)
{
	for (size_t i = 0; i < LINKS_AT_ONCE; i++)
		if (lane->looks[i].is_under_way && lane->looks[i].resource.value == resource.value)
			return true;
	return false;
}

static struct link_look *
free_look(struct link_lane *lane)
{
	for (size_t i = 0; i < LINKS_AT_ONCE; i++)
		if (!lane->looks[i].is_under_way)
			return &lane->looks[i];
	return NULL;
}

static void
find_due(struct process *process, struct arena *arena, struct resource_looks_due_rows *rows)
{
	struct db *db = process->world.db;
	enum outcome said = sql_begin_read(db);

	rows->count = 0;
	if (said == OK)
		said = resource_looks_due(db, arena, clock_wall(&process->clock), 2 * LINKS_AT_ONCE, rows);
	sql_end_read(db);
	if (said != OK)
		rows->count = 0;
}

static struct telling
begin(struct link_lane *lane, const struct resource_looks_due_row *row, const struct process *process, struct exchange *exchange, struct arena *arena)
{
	struct link_look *look = free_look(lane);

	if (look == NULL || is_under_way(lane, row->resource))
		return (struct telling){ S(""), S("") };
	*look = (struct link_look){ .resource = row->resource, .due_at = row->due_at };
	if (row->url.length > LINK_URL_MOST)
		return found(look, arena, RESOURCE_LOOK_FINDING_STRANGE, 0);
	memcpy(look->url, row->url.at, row->url.length);
	return ask(lane, look, process, exchange, arena);
}

/* One that is no address to look at ends the round: the next begins soon. */
struct telling
links_look(struct link_lane *lane, struct process *process, struct exchange *exchange, struct arena *arena)
{
	int64_t now_us = clock_monotonic_us(&process->clock);
	struct telling told = { S(""), S("") };
	struct resource_looks_due_rows rows;

	if (!process->orders.courier.looks_at_links || now_us < lane->look_at_us)
		return told;
	lane->look_at_us = now_us + LOOK_SECONDS * US_PER_SECOND;
	find_due(process, arena, &rows);
	lane->wants_network = rows.count > 0 && exchange->start == NULL && !process->orders.courier.has_links;
	for (size_t i = 0; i < rows.count && exchange->start != NULL && str_is_empty(told.name); i++)
		told = begin(lane, &rows.at[i], process, exchange, arena);
	return told;
}
