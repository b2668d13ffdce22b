/* mentord slack manifest: the app as an administrator makes it. */
#include <stdio.h>

#include "base/arena.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "outside/slack/message_manifest.h"

/* "https://host:port" without the rest. */
static struct str
host_of(struct str url)
{
	if (str_starts(url, S("https://")))
		url = str_skip(url, 8);
	else if (str_starts(url, S("http://")))
		url = str_skip(url, 7);
	return str_head(url, str_find(url, '/'));
}

int
run_slack_manifest(struct call *call)
{
	struct slack_manifest manifest = { .name = S(""), .has_history = str_equal(call->settings.slack_history, S("yes")) };
	struct str yaml;

	call_find_address(call);
	manifest.host = host_of(call->settings.base_url);
	if (str_is_empty(manifest.host) || slack_manifest_print(call->arena, &manifest, &yaml) != OK)
		return call_fail("say under which name Slack reaches this server: --base-url https://…", BAD_INPUT);
	printf("%.*s", STR_FORMAT(yaml));
	return EXIT_DONE;
}
