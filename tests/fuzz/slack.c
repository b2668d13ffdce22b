/* What Slack sends, or somebody in its name, and the texts that go back. */
#include "base/limits.h"
#include "fuzz.h"
#include "formats/text.h"
#include "outside/slack/client.h"
#include "outside/slack/message_check.h"
#include "outside/slack/message_form.h"
#include "outside/slack/message_request.h"

enum { CUT = 40 };

static void
judge_id(struct slack_id id)
{
	MUST(id.text.length <= SLACK_ID_MAX);
	for (size_t i = 0; i < id.text.length; i++)
		MUST((id.text.at[i] >= 'A' && id.text.at[i] <= 'Z') || (id.text.at[i] >= '0' && id.text.at[i] <= '9'));
}

static void
judge_who(const struct slack_who *who)
{
	MUST(who->team.text.length > 0 && who->user.text.length > 0);
	judge_id(who->team);
	judge_id(who->user);
}

static void
judge_url(struct str url)
{
	MUST(url.length == 0 || str_starts(url, S("https://")) || str_starts(url, S("http://")));
	for (size_t i = 0; i < url.length; i++)
		MUST((unsigned char)url.at[i] > ' ' && (unsigned char)url.at[i] < 0x7F);
}

/* The JSON as the form that it comes in. */
static struct str
as_payload(struct arena *arena, struct str json)
{
	struct buf out = buf_new(arena, 3 * json.length + 16);

	buf_add(&out, S("payload="));
	for (size_t i = 0; i < json.length; i++)
		buf_format(&out, "%%%02x", (unsigned char)json.at[i]);
	return buf_str(&out);
}

void
fuzz_slack_command(struct arena *arena, struct str input)
{
	struct slack_command command;

	if (slack_command_read(arena, input, &command) != OK || command.is_probe)
		return;
	judge_who(&command.who);
	judge_id(command.channel);
	judge_url(command.response_url);
	MUST(str_starts(command.command, S("/")) && command.trigger_id.length > 0);
	MUST(text_is_utf8(command.text) && !text_has_controls(command.text, true));
}

/* What a view holds can be read as a form, and complained about, whatever it is. */
static void
use_view(struct arena *arena, const struct slack_view_in *view)
{
	static const struct field field = { .name = S_STATIC("title"), .type = FIELD_TEXT, .is_required = true, .min = 3, .max = 20, .label = S_STATIC("T") };
	static const struct form form = { .name = S_STATIC("fuzz_slack"), .fields = &field, .count = 1 };
	struct values *values;
	struct pairs pairs;
	struct str json, why;

	if (slack_values_read(arena, view, &pairs) != OK)
		return;
	MUST(pairs.count <= LIMIT_FORM_FIELDS);
	if (form_read(arena, &form, NULL, &pairs, &values) == OK)
		return;
	if (slack_errors_print(arena, &(struct slack_modal){ .forms = &values, .form_count = 1 }, view, &json) == OK)
		MUST(slack_surface_check(arena, json, &why) == OK);
}

void
fuzz_slack_interact(struct arena *arena, struct str input)
{
	struct slack_interact interact;
	struct slack_pressed pressed;

	(void)!slack_interact_read(arena, input, &interact);
	if (slack_interact_read(arena, as_payload(arena, input), &interact) != OK)
		return;
	judge_who(&interact.who);
	judge_id(interact.channel);
	judge_url(interact.response_url);
	judge_url(interact.permalink);
	MUST(interact.kind != SLACK_ACTIONS || interact.action_count > 0);
	for (size_t i = 0; i < interact.action_count; i++)
		for (size_t k = 0; k < interact.actions[i].values.count; k++)
			if (slack_pressed_read(interact.actions[i].values.at[k], &pressed))
				MUST(pressed.id > 0 && pressed.version >= -1);
	use_view(arena, &interact.view);
}

void
fuzz_slack_options(struct arena *arena, struct str input)
{
	struct slack_suggestion suggestion;

	if (slack_options_read(arena, as_payload(arena, input), &suggestion) != OK)
		return;
	judge_who(&suggestion.who);
	MUST(suggestion.action_id.length > 0 && !text_has_controls(suggestion.typed, false));
}

void
fuzz_slack_event(struct arena *arena, struct str input)
{
	struct slack_event event;

	if (slack_event_read(arena, input, &event) != OK)
		return;
	judge_id(event.team);
	judge_id(event.user);
	judge_id(event.channel);
	MUST(event.kind != SLACK_EVENT_VERIFY || event.challenge.length > 0);
	MUST(event.links.count <= SLACK_IN_LINKS);
	for (size_t i = 0; i < event.links.count; i++)
		judge_url(event.links.at[i]);
}

/* An answer of Slack's, whatever stands in it, is one of the known fates. */
void
fuzz_slack_answer(struct arena *arena, struct str input)
{
	struct slack_verdict verdict;
	struct slack_mark mark;
	struct slack_found found;

	for (enum slack_method method = 0; method < SLACK_METHODS; method++) {
		struct exchange_answer answer = { .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1, .body = input };

		slack_verdict(arena, method, &answer, &verdict);
		MUST((unsigned)verdict.fate < SLACK_FATES && slack_fate_words(verdict.fate).length > 0);
	}
	if (slack_mark_read(arena, input, &mark))
		MUST(mark.id.length > 0 && mark.type.length > 0);
	slack_history_find(arena, input, &(struct slack_mark){ .type = S("t"), .id = S("a") }, &found);
	MUST(found.ts.length == 0 || found.ts.at != NULL);
}

/* Whatever is printed of a text, its judge has nothing to say; cut, it is within bounds. */
void
fuzz_slack_text(struct arena *arena, struct str input)
{
	struct slack_request request = { .state = (enum slack_state)(input.length % (SLACK_STATE_ERASED + 1)), .number = S("OC-1"), .id = 1,
		.url = S("https://h.example/"), .title = input, .service = input, .skills = input, .spoken = input, .asker = input,
		.claimer = { input }, .claimer_name = input };
	struct str clean = slack_clean(arena, input, true), json, why;

	MUST(text_is_utf8(clean) && !text_has_controls(clean, true));
	MUST(slack_length(slack_cut(arena, clean, CUT)) <= CUT && text_is_utf8(slack_cut(arena, clean, CUT)));
	MUST(slack_length(slack_text_cut(arena, slack_escape(arena, input), CUT).mrkdwn) <= CUT);
	MUST(slack_request_print(arena, &request, &json) == OK);
	MUST(slack_surface_check(arena, json, &why) == OK);
	(void)!slack_surface_check(arena, input, &why);
}
