/* Connecting the app over OAuth in stories: the courier's own lines, with a Slack that answers what the story says. And what Slack tells or asks beside
 * presses and modals. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier.h"
#include "daemon/letters.h"
#include "formats/json.h"
#include "story_letters.h"

#define CLIENT "1.2"
#define CLIENT_SECRET "of-the-app"

enum { EVENT_BYTES = 1000 };

/* An exchange that keeps what it was asked. */
struct heard {
	struct tale *tale;
	struct str url, body;
	int count;
};

static enum outcome
hear(void *self, const struct exchange_ask *ask)
{
	struct heard *h = self;

	h->url = str_copy(h->tale->arena, ask->url);
	h->body = str_copy(h->tale->arena, ask->body);
	h->count++;
	return OK;
}

/* As the courier begins in this moment. */
static void
courier_of(struct tale *t, struct process *process, struct slack_lane *lane)
{
	struct orders *orders = &process->orders;

	*process = (struct process){ .arena = t->arena, .clock = t->clock, .world = t->world };
	orders->ring = t->world.server.ring;
	snprintf(orders->base_url, sizeof(orders->base_url), "%.*s", STR_FORMAT(t->world.server.base_url));
	snprintf(orders->courier.slack_api_url, sizeof(orders->courier.slack_api_url), "%.*s", STR_FORMAT(t->world.server.slack_api_url));
	snprintf(orders->chat.client_id, sizeof(orders->chat.client_id), "%s", CLIENT);
	snprintf(orders->courier.slack_client_secret, sizeof(orders->courier.slack_client_secret), "%s", CLIENT_SECRET);
	orders->courier.has_slack = true;
	check(slack_lane_open(lane, t->arena, orders));
}

/* "slack exchanges CODE -> "{'ok':true,…}"": the courier asks for the token with that code, and Slack answers so. CODE "nothing": it does not ask. */
static void
step_exchanges(struct tale *t, const struct str *w)
{
	struct process *process = ARENA_NEW(t->arena, struct process);
	struct slack_lane *lane = ARENA_NEW(t->arena, struct slack_lane);
	struct heard heard = { .tale = t };
	struct exchange exchange = { .self = &heard, .start = hear };
	struct exchange_answer answer = { .fate = EXCHANGE_ANSWERED, .status = 200, .token = SLACK_ASK_CODE, .body = tale_as_json(t, str_head(str_skip(w[4], 1), w[4].length - 2)) };
	struct telling telling;

	courier_of(t, process, lane);
	slack_lane_keeps_up(lane, &exchange, process, t->arena);
	if (str_equal(w[2], S("nothing"))) {
		if (heard.count > 0)
			tale_fails(t, "the courier asked %.*s", STR_FORMAT(heard.url));
		return;
	}
	if (heard.count != 1 || !str_ends(heard.url, S("oauth.v2.access")) || !str_has(heard.body, str_join(t->arena, 2, (struct str[]){ S("code="), w[2] })) ||
	    !str_has(heard.body, S("client_secret=" CLIENT_SECRET)) || !str_has(heard.body, S("%2Fslack%2Foauth"))) {
		tale_fails(t, "%d calls, the last \"%.*s\" to %.*s", heard.count, STR_FORMAT(heard.body), STR_FORMAT(heard.url));
		return;
	}
	telling = slack_code_answered(lane, t->arena, &answer);
	if (str_has(telling.body, S("xoxb")))
		tale_fails(t, "the token stands in the open: %.*s", STR_FORMAT(telling.body));
	tale_command_with(t, telling.name, telling.body);
}

/* "expect courier token xoxb-1", "expect courier token none" */
static void
step_token(struct tale *t, struct str wanted)
{
	struct process *process = ARENA_NEW(t->arena, struct process);
	struct slack_lane *lane = ARENA_NEW(t->arena, struct slack_lane);
	struct heard heard = { .tale = t };
	struct exchange exchange = { .self = &heard, .start = hear };

	courier_of(t, process, lane);
	slack_lane_keeps_up(lane, &exchange, process, t->arena);
	if (!str_equal(lane->server.token, str_equal(wanted, S("none")) ? S("") : wanted))
		tale_fails(t, "the courier holds \"%.*s\"", STR_FORMAT(lane->server.token));
}

/* "slack says tokens_revoked", "slack says app_uninstalled" */
static void
step_says(struct tale *t, struct str type)
{
	struct buf json = buf_new(t->arena, EVENT_BYTES);
	bool is_token = str_equal(type, S("tokens_revoked"));

	buf_format(&json, "{\"type\":\"event_callback\",\"team_id\":\"T0TEAM\",\"api_app_id\":\"A0APP\",\"event_id\":\"Ev%lld\",\"event\":{\"type\":\"%.*s\"%s}}",
	    (long long)++t->key, STR_FORMAT(type), is_token ? ",\"tokens\":{\"oauth\":[],\"bot\":[\"U0BOT\"]}" : "");
	tale_slack_call(t, S("/slack/events"), S("application/json"), buf_str(&json));
	if (t->reply->status != 200)
		tale_fails(t, "%d", t->reply->status);
}

static struct str
text_of(const struct json_value *view, const char *name)
{
	const struct json_value *found = json_member(view, str_from(name));

	return found == NULL ? S("") : found->text;
}

/* "slack Dana looks for "An" in named_mentor -> 200 showing …": what can be chosen there, as somebody types, in the modal that is open */
static void
step_looks(struct tale *t, const struct str *w, size_t count)
{
	struct buf json = tale_slack_payload(t, "block_suggestion", w[1], "T0TEAM");
	struct json_value view;

	if (json_read(t->arena, t->view, &view) != OK) {
		tale_fails(t, "no modal is open");
		return;
	}
	buf_format(&json, ",\"action_id\":\"v\",\"block_id\":\"%.*s\",\"value\":", STR_FORMAT(w[6]));
	json_quote(&json, str_head(str_skip(w[4], 1), w[4].length - 2));
	buf_format(&json, ",\"view\":{\"id\":\"V1\",\"hash\":\"h\",\"type\":\"modal\",\"callback_id\":\"%.*s\",\"private_metadata\":",
	    STR_FORMAT(text_of(&view, "callback_id")));
	json_quote(&json, text_of(&view, "private_metadata"));
	tale_slack_blocks(t, &json, &view, w, 0);
	buf_add(&json, S("}}"));
	tale_slack_send(t, S("/slack/options"), buf_str(&json));
	tale_expects_answer(t, w, count, 7);
}

/* "slack swaps modals": two are open at once, in two hands */
static void
swap(struct tale *t)
{
	struct str view = t->view;

	t->view = t->view_before;
	t->view_before = view;
}

/* "slack is installable"; "slack is token_revoked": what the courier was answered; "slack is room-shut", "slack is room-open" */
static bool
step_is(struct tale *t, struct str what)
{
	if (str_equal(what, S("installable"))) {
		t->world.server.slack_api_url = S("https://slack.example/api/");
		t->world.server.slack_client_id = S(CLIENT);
		return true;
	}
	if (str_find(what, '_') < what.length) {
		tale_command_with(t, S("slack-stopped"), what);
		return true;
	}
	if (!str_starts(what, S("room-")))
		return false;
	tale_command_with(t, CHANNEL_STATE, str_equal(what, S("room-shut")) ? S("slack-room 0 is_archived: no") : S("slack-room 1 it works"));
	return true;
}

bool
tale_consent_step(struct tale *t, const struct str *w, size_t count)
{
	bool is_slack = count > 2 && str_equal(w[0], S("slack"));

	if (count == 4 && str_equal(w[0], S("expect")) && str_equal(w[1], S("courier")))
		step_token(t, w[3]);
	else if (is_slack && count == 5 && str_equal(w[1], S("exchanges")))
		step_exchanges(t, w);
	else if (is_slack && count == 3 && str_equal(w[1], S("says")))
		step_says(t, w[2]);
	else if (is_slack && count == 3 && str_equal(w[1], S("swaps")))
		swap(t);
	else if (is_slack && count > 8 && str_equal(w[2], S("looks")) && str_equal(w[7], S("->")))
		step_looks(t, w, count);
	else
		return is_slack && count == 3 && str_equal(w[1], S("is")) && step_is(t, w[2]);
	return true;
}
