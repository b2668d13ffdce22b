/* Connecting the app over OAuth in stories: the courier's own lines, with a Slack that answers what the story says. And what Slack tells or asks beside
 * presses and modals. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_asks.h"
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
	check(slack_lane_open(lane, process));
}

/* "slack exchanges CODE -> "{'ok':true,…}"": the courier asks for the token with that code, and Slack answers so. CODE "nothing": it does not ask. */
static void
step_exchanges(struct tale *t, const struct str *w, size_t count)
{
	struct process *process = ARENA_NEW(t->arena, struct process);
	struct slack_lane *lane = ARENA_NEW(t->arena, struct slack_lane);
	struct heard heard = { .tale = t };
	struct exchange exchange = { .self = &heard, .start = hear };
	struct exchange_answer answer = { .fate = EXCHANGE_ANSWERED, .status = 200, .token = SLACK_ASK_CODE, .body = tale_as_json(t, str_head(str_skip(w[4], 1), w[4].length - 2)) };
	struct telling telling;

	(void)count;
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
step_token(struct tale *t, const struct str *w, size_t count)
{
	struct str wanted = w[3];
	struct process *process = ARENA_NEW(t->arena, struct process);
	struct slack_lane *lane = ARENA_NEW(t->arena, struct slack_lane);
	struct heard heard = { .tale = t };
	struct exchange exchange = { .self = &heard, .start = hear };

	(void)count;
	courier_of(t, process, lane);
	slack_lane_keeps_up(lane, &exchange, process, t->arena);
	if (!str_equal(lane->server.token, str_equal(wanted, S("none")) ? S("") : wanted))
		tale_fails(t, "the courier holds \"%.*s\"", STR_FORMAT(lane->server.token));
}

/* "slack says tokens_revoked", "slack says app_uninstalled" */
static void
step_says(struct tale *t, const struct str *w, size_t count)
{
	struct str type = w[2];
	struct buf json = buf_new(t->arena, EVENT_BYTES);
	bool is_token = str_equal(type, S("tokens_revoked"));

	(void)count;
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

/* The modal that is open, as Slack tells of it beside what happened there. */
static void
add_view(struct tale *t, struct buf *json, const struct str *w)
{
	struct json_value view;

	if (json_read(t->arena, t->view, &view) != OK) {
		tale_fails(t, "no modal is open");
		return;
	}
	buf_format(json, ",\"view\":{\"id\":\"V1\",\"hash\":\"h\",\"type\":\"modal\",\"callback_id\":\"%.*s\",\"private_metadata\":",
	    STR_FORMAT(text_of(&view, "callback_id")));
	json_quote(json, text_of(&view, "private_metadata"));
	tale_slack_blocks(t, json, &view, w, 0);
	buf_add(json, S("}}"));
}

/* "slack Dana looks for "An" in named_mentor -> 200 showing …": what can be chosen there, as somebody types, in the modal that is open */
static void
step_looks(struct tale *t, const struct str *w, size_t count)
{
	struct buf json = tale_slack_payload(t, "block_suggestion", w[1], "T0TEAM");

	buf_format(&json, ",\"action_id\":\"v\",\"block_id\":\"%.*s\",\"value\":", STR_FORMAT(w[6]));
	json_quote(&json, str_head(str_skip(w[4], 1), w[4].length - 2));
	add_view(t, &json, w);
	tale_slack_send(t, S("/slack/options"), buf_str(&json));
	tale_expects_answer(t, w, count, 7);
}

/* "slack Dana chooses other-desk -> 200": the programme, in the modal that is open */
static void
step_chooses(struct tale *t, const struct str *w, size_t count)
{
	struct buf json = tale_slack_payload(t, "block_actions", w[1], "T0TEAM");

	buf_format(&json, ",\"container\":{\"type\":\"view\",\"view_id\":\"V1\"},\"actions\":[{\"type\":\"radio_buttons\",\"block_id\":\"which\",\"action_id\":\"v\","
	    "\"selected_option\":{\"value\":\"%.*s\"},\"action_ts\":\"%lld.2\"}]", STR_FORMAT(w[3]), (long long)++t->key);
	add_view(t, &json, w);
	tale_slack_send(t, S("/slack/interact"), buf_str(&json));
	tale_expects_answer(t, w, count, 4);
}

/* "slack swaps modals": two are open at once, in two hands */
static void
step_swaps(struct tale *t, const struct str *w, size_t count)
{
	struct str view = t->view;

	(void)w;
	(void)count;
	t->view = t->view_before;
	t->view_before = view;
}

/* "slack is installable"; "slack is history-allowed": slack_history is yes; "slack is token_revoked": what the courier was answered; "slack is room-shut [C0OWN]", "slack is room-open [C0OWN]" */
static void
step_is(struct tale *t, const struct str *w, size_t count)
{
	if (str_equal(w[2], S("installable"))) {
		t->world.server.slack_api_url = S("https://slack.example/api/");
		t->world.server.slack_client_id = S(CLIENT);
	} else if (str_equal(w[2], S("history-allowed"))) {
		t->world.server.slack_has_history = true;
	} else if (str_starts(w[2], S("room-"))) {
		struct str room = count == 4 ? w[3] : S("C0ROOM"), state = str_equal(w[2], S("room-shut")) ? S(" 0 is_archived: no") : S(" 1 it works");

		tale_command_with(t, CHANNEL_STATE, str_join(t->arena, 3, (struct str[]){ S("slack-room:"), room, state }));
	} else {
		tale_command_with(t, S("slack-stopped"), w[2]);
	}
}

bool
tale_consent_step(struct tale *t, const struct str *w, size_t count)
{
	static const struct {
		size_t at, count;         /* which word tells the step; how many words, 0: as many as there are */
		struct str first, word;
		void (*step)(struct tale *, const struct str *, size_t);
	} steps[] = {
		{ 1, 4, S_STATIC("expect"), S_STATIC("courier"), step_token }, { 1, 5, S_STATIC("slack"), S_STATIC("exchanges"), step_exchanges },
		{ 1, 3, S_STATIC("slack"), S_STATIC("says"), step_says }, { 1, 3, S_STATIC("slack"), S_STATIC("swaps"), step_swaps },
		{ 2, 3, S_STATIC("slack"), S_STATIC("installable"), step_is }, { 2, 3, S_STATIC("slack"), S_STATIC("history-allowed"), step_is }, { 2, 3, S_STATIC("slack"), S_STATIC("room-shut"), step_is },
		{ 2, 3, S_STATIC("slack"), S_STATIC("room-open"), step_is }, { 2, 4, S_STATIC("slack"), S_STATIC("room-shut"), step_is },
		{ 2, 4, S_STATIC("slack"), S_STATIC("room-open"), step_is }, { 2, 3, S_STATIC("slack"), S_STATIC("token_revoked"), step_is },
		{ 2, 3, S_STATIC("slack"), S_STATIC("invalid_auth"), step_is }, { 2, 0, S_STATIC("slack"), S_STATIC("looks"), step_looks },
		{ 2, 0, S_STATIC("slack"), S_STATIC("chooses"), step_chooses },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++)
		if (count >= 3 && str_equal(w[0], steps[i].first) && str_equal(w[steps[i].at], steps[i].word) && (steps[i].count == 0 || count == steps[i].count)) {
			steps[i].step(t, w, count);
			return true;
		}
	return false;
}
