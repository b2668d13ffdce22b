/* One exchange, by libcurl. */
#include "http/client.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "http/reply.h"
#include "system/curl.h"

enum { HEADER_BYTES = 8 << 10 };

static const struct curl_library *curl;

/* Any other length than what was given ends the exchange. */
static size_t
on_body(char *bytes, size_t size, size_t count, void *self)
{
	struct buf *body = self;

	buf_add(body, (struct str){ bytes, size * count });
	return body->is_overflown ? 0 : size * count;
}

static struct curl_slist *
headers_of(struct arena *arena, const struct client_call *call)
{
	struct curl_slist *list = curl->slist_append(NULL, "Expect:");    /* no second round for a body of a few kilobytes */

	for (size_t i = 0; i < call->headers.count; i++) {
		struct buf line = buf_new(arena, HEADER_BYTES);

		buf_add(&line, call->headers.at[i].name);
		buf_add(&line, S(": "));
		buf_add(&line, call->headers.at[i].value);
		list = curl->slist_append(list, str_c(arena, buf_str(&line)));
	}
	check(list != NULL);
	return list;
}

static void
prepare(CURL *line, struct arena *arena, const struct client_call *call)
{
	curl->easy_setopt(line, CURLOPT_URL, str_c(arena, call->url));
	curl->easy_setopt(line, CURLOPT_PROTOCOLS_STR, "http,https");
	curl->easy_setopt(line, CURLOPT_FOLLOWLOCATION, 0L);
	curl->easy_setopt(line, CURLOPT_NOSIGNAL, 1L);
	curl->easy_setopt(line, CURLOPT_CONNECTTIMEOUT, (long)CLIENT_CONNECT_SECONDS);
	curl->easy_setopt(line, CURLOPT_TIMEOUT, (long)CLIENT_SECONDS);
	curl->easy_setopt(line, CURLOPT_USERAGENT, "mentord");
	if (call->method != METHOD_POST)
		return;
	curl->easy_setopt(line, CURLOPT_POST, 1L);
	curl->easy_setopt(line, CURLOPT_POSTFIELDSIZE, (long)call->body.length);
	curl->easy_setopt(line, CURLOPT_POSTFIELDS, call->body.length == 0 ? "" : call->body.at);
}

static void
read_answer(CURL *line, struct arena *arena, struct client_answer *out)
{
	curl_off_t wait = 0;
	char *type = NULL;
	long status = 0;
	struct str whole;

	curl->easy_getinfo(line, CURLINFO_RESPONSE_CODE, &status);
	curl->easy_getinfo(line, CURLINFO_CONTENT_TYPE, &type);
	curl->easy_getinfo(line, CURLINFO_RETRY_AFTER, &wait);
	whole = str_from(type == NULL ? "" : type);
	out->status = (int)status;
	out->type = str_copy(arena, str_trim(str_head(whole, str_find(whole, ';'))));
	out->retry_after_seconds = wait;
}

enum outcome
client_exchange(struct arena *arena, const struct client_call *call, struct client_answer *out)
{
	char *words = arena_take(arena, CURL_ERROR_SIZE);
	struct buf body = buf_new(arena, REPLY_BODY_MAX);
	struct curl_slist *headers;
	CURLcode code;
	CURL *line;

	*out = (struct client_answer){ .words = S("") };
	curl = curl_load();
	if (curl == NULL)
		return NOT_FOUND;
	words[0] = '\0';
	line = curl->easy_init();
	check(line != NULL);
	headers = headers_of(arena, call);
	prepare(line, arena, call);
	curl->easy_setopt(line, CURLOPT_HTTPHEADER, headers);
	curl->easy_setopt(line, CURLOPT_WRITEFUNCTION, on_body);
	curl->easy_setopt(line, CURLOPT_WRITEDATA, &body);
	curl->easy_setopt(line, CURLOPT_ERRORBUFFER, words);
	code = curl->easy_perform(line);
	if (code == CURLE_OK)
		read_answer(line, arena, out);
	curl->slist_free_all(headers);
	curl->easy_cleanup(line);
	out->words = str_from(words);
	out->body = buf_str(&body);
	if (body.is_overflown)
		return TOO_LARGE;
	return code == CURLE_OK ? OK : PEER_AWAY;
}
