/* Printing and starting calls. What answers mean is in client_verdict.c. */
#include "outside/slack/client.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/html.h"
#include "formats/json.h"

enum { CALL_MAX = 256 << 10 };
enum how { JSON, FORM, RAW };

static const struct row {
	const char *path;
	int minute;
	enum how how;
} methods[SLACK_METHODS] = {
#define SLACK_METHOD(name, path, minute, how, again) { path, minute, how },
#include "outside/slack/methods.def"
#undef SLACK_METHOD
};

struct str
slack_method_path(enum slack_method method)
{
	check((unsigned)method < SLACK_METHODS);
	return str_from(methods[method].path);
}

int
slack_method_minute(enum slack_method method)
{
	check((unsigned)method < SLACK_METHODS);
	return methods[method].minute;
}

static void
print_form(struct buf *out, const struct slack_call *call)
{
	for (size_t i = 0; i < SLACK_ARGUMENTS; i++) {
		if (call->arguments[i].value.length == 0)
			continue;
		if (out->length > 0)
			buf_char(out, '&');
		url_component(out, call->arguments[i].name);
		buf_char(out, '=');
		url_component(out, call->arguments[i].value);
	}
}

/* {arguments, "view":view, members of content}. The content is ours and printed as one object, so it is joined, not parsed again. */
static void
print_json(struct buf *out, const struct slack_call *call)
{
	buf_char(out, '{');
	for (size_t i = 0; i < SLACK_ARGUMENTS; i++) {
		if (call->arguments[i].value.length == 0)
			continue;
		if (out->length > 1)
			buf_char(out, ',');
		json_quote(out, call->arguments[i].name);
		buf_char(out, ':');
		json_quote(out, call->arguments[i].value);
	}
	if (call->view.length > 0) {
		buf_add(out, out->length > 1 ? S(",\"view\":") : S("\"view\":"));
		buf_add(out, call->view);
	}
	if (call->content.length > 2) {
		if (out->length > 1)
			buf_char(out, ',');
		buf_add(out, str_skip(call->content, 1));
	} else {
		buf_char(out, '}');
	}
}

static bool
is_object(struct str json)
{
	return json.length >= 2 && json.at[0] == '{' && json.at[json.length - 1] == '}';
}

enum outcome
slack_call_print(struct arena *arena, const struct slack_call *call, struct str *out)
{
	struct buf body = buf_new(arena, CALL_MAX);

	check((unsigned)call->method < SLACK_METHODS);
	*out = S("");
	if ((call->content.length > 0 && !is_object(call->content)) || (call->view.length > 0 && !is_object(call->view)))
		return BAD_INPUT;
	if (methods[call->method].how == FORM)
		print_form(&body, call);
	else if (methods[call->method].how == RAW)
		buf_add(&body, call->content);
	else
		print_json(&body, call);
	if (body.is_overflown)
		return BAD_INPUT;
	*out = buf_str(&body);
	return OK;
}

/* "https://host:port/" of an address. */
static struct str
origin(struct str url)
{
	size_t scheme = str_starts(url, S("https://")) ? 8 : 7;

	return str_head(url, scheme + str_find(str_skip(url, scheme), '/') + 1);
}

/* An address out of a payload is Slack's word, signed; but it is also the one address that we call and did not choose. */
static bool
is_response_url(const struct slack_server *server, struct str url)
{
	if (str_starts(url, S("https://hooks.slack.com/")))
		return true;
	return !str_has(server->api_url, S("slack.com/")) && str_starts(url, S("http")) && str_equal(origin(url), origin(server->api_url));
}

enum outcome
slack_start(const struct exchange *exchange, struct arena *arena, const struct slack_server *server, const struct slack_call *call,
    uint64_t token)
{
	bool is_response = call->method == SLACK_CALL_RESPONSE;
	struct exchange_ask ask = { .kind = EXCHANGE_POST, .token = token, .limit_ms = call->is_express ? SLACK_EXPRESS_MS : SLACK_LIMIT_MS };

	TRY(slack_call_print(arena, call, &ask.body));
	if (is_response && !is_response_url(server, call->response_url))
		return FORBIDDEN;
	ask.url = is_response ? call->response_url
	                      : str_join(arena, 2, (struct str[]){ server->api_url, slack_method_path(call->method) });
	ask.content_type = methods[call->method].how == FORM ? S("application/x-www-form-urlencoded") : S("application/json; charset=utf-8");
	if (!is_response && call->method != SLACK_CALL_OAUTH)
		ask.bearer = server->token;
	return exchange->start(exchange->self, &ask);
}
