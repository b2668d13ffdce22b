/* The description of the app that an administrator pastes into Slack (SLACK.md 11), and the same facts for `slack check` and tests. */
#ifndef OUTSIDE_SLACK_MESSAGE_MANIFEST_H
#define OUTSIDE_SLACK_MESSAGE_MANIFEST_H

#include <stdbool.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;

struct slack_manifest {
	struct str host;            /* a name with a port or not, as in base_url behind https:// */
	struct str name;            /* of the app; empty = "Mentoring" */
	bool has_history;           /* may look for its own posts after an unclear attempt: groups:history */
	bool has_joins;             /* greets who joins: team_join */
};

/* YAML. BAD_INPUT for what is no host, a name that is too long or holds a control character. */
enum outcome slack_manifest_print(struct arena *, const struct slack_manifest *, struct str *out);

/* What is in it. */
struct str_list slack_manifest_scopes(struct arena *, const struct slack_manifest *);
struct str_list slack_manifest_events(struct arena *, const struct slack_manifest *);
struct str_list slack_manifest_routes(struct arena *);
/* Of what OAuth and auth.test say is granted ("commands,chat:write"): the scopes that are missing, with commas between; empty = none. */
struct str slack_scopes_missing(struct arena *, const struct slack_manifest *, struct str granted);
/* Of what is granted those that we know, which have a bound; "none" if there are none. */
struct str slack_scopes_known(struct arena *, struct str granted);
/* What a scope is for: methods or surfaces with blanks between; empty = no such scope. */
struct str slack_scope_use(struct str scope);

#endif
