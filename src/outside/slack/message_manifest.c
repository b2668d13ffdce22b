/* The manifest as YAML whose every text is quoted as JSON, which YAML takes as it is. */
#include "outside/slack/message_manifest.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/json.h"
#include "outside/slack/message_limits.h"
#include "outside/slack/message_text.h"

enum { MANIFEST_MAX = 16 << 10, GRANTED_MOST = 256 };
enum when { ALWAYS, HISTORY, JOINS };

struct wish {
	const char *name;
	enum when when;
	const char *use;
};
static const struct wish scopes[] = {
#define SLACK_SCOPE(scope, when, use) { scope, when, use },
#define SLACK_EVENT(type, when)
#define SLACK_ROUTE(path)
#include "outside/slack/scopes.def"
#undef SLACK_SCOPE
#undef SLACK_EVENT
#undef SLACK_ROUTE
};
static const struct wish events[] = {
#define SLACK_SCOPE(scope, when, use)
#define SLACK_EVENT(type, when) { type, when, "" },
#define SLACK_ROUTE(path)
#include "outside/slack/scopes.def"
#undef SLACK_SCOPE
#undef SLACK_EVENT
#undef SLACK_ROUTE
};
static const char *const routes[] = {
#define SLACK_SCOPE(scope, when, use)
#define SLACK_EVENT(type, when)
#define SLACK_ROUTE(path) path,
#include "outside/slack/scopes.def"
#undef SLACK_SCOPE
#undef SLACK_EVENT
#undef SLACK_ROUTE
};

/* Signs 1 to 5 stand where something varies: see fill(). */
static const char *const lines[] = {
	"_metadata: {major_version: 1}\n"
	"display_information: {name: \2, description: \"Ask for and give mentoring\", background_color: \"#007780\"}\n"
	"features:\n"
	"  app_home: {home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true}\n"
	"  bot_user: {display_name: mentoring, always_online: true}\n"
	"  unfurl_domains: [\1]\n"
	"  shortcuts:\n"
	"    - {name: \"Ask a mentor about this\", type: message, callback_id: ask_from_message, description: \"Start a request\"}\n"
	"    - {name: \"Report a concern\", type: global, callback_id: report_concern, description: \"Only responders read it\"}\n"
	"  slash_commands:\n",
	"    - {command: /mentor, url: \3/slack/command\", description: \"Ask for a mentor\", should_escape: true}\n"
	"    - {command: /mentor-volunteer, url: \3/slack/command\", description: \"Become a mentor\", should_escape: true}\n"
	"    - {command: /mentoring, url: \3/slack/command\", description: \"Queue and your sessions\", "
	"usage_hint: \"queue | mine | away | report | help\", should_escape: true}\n",
	"oauth_config:\n"
	"  redirect_urls: [\3/slack/oauth\"]\n"
	"  scopes: {bot: [\4]}\n"
	"settings:\n"
	"  event_subscriptions: {request_url: \3/slack/events\", bot_events: [\5]}\n"
	"  interactivity: {is_enabled: true, request_url: \3/slack/interact\", message_menu_options_url: \3/slack/options\"}\n"
	"  org_deploy_enabled: false\n"
	"  socket_mode_enabled: false\n"
	"  token_rotation_enabled: false\n",
};

static bool
is_wished(const struct slack_manifest *m, enum when when)
{
	return when == ALWAYS || (when == HISTORY && m->has_history) || (when == JOINS && m->has_joins);
}

static struct str_list
wished(struct arena *arena, const struct slack_manifest *m, const struct wish *wishes, size_t count)
{
	struct str_list list = { ARENA_MANY(arena, count, struct str), 0 };

	for (size_t i = 0; i < count; i++)
		if (is_wished(m, wishes[i].when))
			list.at[list.count++] = str_from(wishes[i].name);
	return list;
}

struct str_list
slack_manifest_scopes(struct arena *arena, const struct slack_manifest *m)
{
	return wished(arena, m, scopes, ARRAY_LENGTH(scopes));
}

struct str_list
slack_manifest_events(struct arena *arena, const struct slack_manifest *m)
{
	return wished(arena, m, events, ARRAY_LENGTH(events));
}

struct str_list
slack_manifest_routes(struct arena *arena)
{
	struct str_list list = { ARENA_MANY(arena, ARRAY_LENGTH(routes), struct str), 0 };

	for (size_t i = 0; i < ARRAY_LENGTH(routes); i++)
		list.at[list.count++] = str_from(routes[i]);
	return list;
}

static bool
is_name(struct str name)
{
	for (size_t i = 0; i < name.length; i++)
		if (name.at[i] == '\0' || strchr("abcdefghijklmnopqrstuvwxyz0123456789-.", name.at[i]) == NULL)
			return false;
	return name.length > 0 && name.length <= SLACK_LIMIT_HOST && name.at[0] != '.' && name.at[0] != '-';
}

static bool
is_host(struct str host)
{
	size_t colon = str_find(host, ':');
	int64_t port = 1;

	if (colon < host.length && !str_whole(str_skip(host, colon + 1), &port))
		return false;
	return is_name(str_head(host, colon)) && port > 0 && port <= 65535;
}

static void
put_list(struct buf *out, struct str_list list)
{
	for (size_t i = 0; i < list.count; i++) {
		if (i > 0)
			buf_add(out, S(", "));
		json_quote(out, list.at[i]);
	}
}

static void
fill(struct arena *arena, struct buf *out, const struct slack_manifest *m, char what)
{
	switch (what) {
	case '\1':
		json_quote(out, str_head(m->host, str_find(m->host, ':')));    /* Slack unfurls by name, whatever the port */
		break;
	case '\2':
		json_quote(out, m->name.length > 0 ? m->name : S("Mentoring"));
		break;
	case '\3':
		buf_add(out, S("\"https://"));
		buf_add(out, m->host);
		break;
	case '\4':
		put_list(out, slack_manifest_scopes(arena, m));
		break;
	case '\5':
		put_list(out, slack_manifest_events(arena, m));
		break;
	default:
		buf_char(out, what);
	}
}

enum outcome
slack_manifest_print(struct arena *arena, const struct slack_manifest *m, struct str *out)
{
	struct buf yaml = buf_new(arena, MANIFEST_MAX);

	if (!is_host(m->host) || slack_length(m->name) > SLACK_LIMIT_APP_NAME || !str_equal(slack_clean(arena, m->name, false), m->name))
		return BAD_INPUT;
	for (size_t i = 0; i < ARRAY_LENGTH(lines); i++)
		for (const char *c = lines[i]; *c != '\0'; c++)
			fill(arena, &yaml, m, *c);
	check(!yaml.is_overflown);
	*out = buf_str(&yaml);
	return OK;
}

/* Those of wanted that are, or are not, among what is granted. */
static struct str
chosen(struct arena *arena, const struct str_list *wanted, struct str granted, bool is_granted)
{
	struct str_list has = { ARENA_MANY(arena, GRANTED_MOST, struct str), 0 };
	struct buf out = buf_new(arena, MANIFEST_MAX);
	struct str part;

	while (has.count < GRANTED_MOST && str_next(&granted, ',', &part))
		has.at[has.count++] = str_trim(part);
	for (size_t i = 0; i < wanted->count; i++) {
		if (str_list_has(&has, wanted->at[i]) != is_granted)
			continue;
		if (out.length > 0)
			buf_char(&out, ',');
		buf_add(&out, wanted->at[i]);
	}
	return buf_str(&out);
}

struct str
slack_scopes_missing(struct arena *arena, const struct slack_manifest *m, struct str granted)
{
	struct str_list wanted = slack_manifest_scopes(arena, m);

	return chosen(arena, &wanted, granted, false);
}

struct str
slack_scopes_known(struct arena *arena, struct str granted)
{
	struct slack_manifest all = { .has_history = true, .has_joins = true };
	struct str_list known = slack_manifest_scopes(arena, &all);
	struct str found = chosen(arena, &known, granted, true);

	return str_is_empty(found) ? S("none") : found;
}

struct str
slack_scope_use(struct str scope)
{
	for (size_t i = 0; i < ARRAY_LENGTH(scopes); i++)
		if (str_equal(scope, str_from(scopes[i].name)))
			return str_from(scopes[i].use);
	return S("");
}
