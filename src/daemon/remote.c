/* Speaking to another server in the name of a token. */
#include "daemon/remote.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "secrets/secrets.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/random.h"

enum { TRIES = 4, TOKEN_MOST = 200, TOKEN_FILE_MOST = 4096, WAIT_MOST_SECONDS = 10 };

static const int64_t waits_ms[TRIES - 1] = { 300, 1000, 3000 };

static bool
is_this_machine(struct str host)
{
	if (str_starts(host, S("[")))
		return str_equal(host, S("[::1]")) || str_starts(host, S("[::1]:"));
	host = str_head(host, str_find(host, ':'));
	return str_equal(host, S("127.0.0.1")) || str_equal(host, S("localhost"));
}

static bool
is_host(struct str host)
{
	for (size_t i = 0; i < host.length; i++)
		if (host.at[i] <= ' ' || host.at[i] >= 0x7f || strchr("/?#@\\\"<>", host.at[i]) != NULL)
			return false;
	return host.length > 0;
}

bool
remote_may_send(struct str base)
{
	struct str host;

	if (str_starts(base, S("https://")))
		return is_host(str_skip(base, S("https://").length));
	host = str_skip(base, S("http://").length);
	return str_starts(base, S("http://")) && is_host(host) && is_this_machine(host);
}

/* --- the token --- */

static int
read_token_file(struct call *call, struct str path, struct str *token)
{
	enum outcome said = file_read_private(call->arena, str_c(call->arena, path), TOKEN_FILE_MOST, token);

	if (said == OK)
		return EXIT_DONE;
	fprintf(stderr, "mentord: the token file \"%.*s\" %s\n", STR_FORMAT(path), said == FORBIDDEN ? "may be read by others; say chmod 600, and "
	    "end that token if somebody may have" : "cannot be read");
	return said == FORBIDDEN ? EXIT_BAD_INPUT : EXIT_CANNOT_REACH;
}

static bool
is_token(struct str token)
{
	for (size_t i = 0; i < token.length; i++)
		if (token.at[i] <= ' ' || token.at[i] >= 0x7f)
			return false;
	return token.length > 0 && token.length <= TOKEN_MOST;
}

static int
find_token(struct call *call, struct str *token)
{
	const char *in_environment = getenv("MENTORD_TOKEN");
	struct str path = call_option(call, S("token-file"));
	int said = EXIT_DONE;

	*token = str_from(in_environment == NULL ? "" : in_environment);
	if (!str_is_empty(path))
		said = read_token_file(call, path, token);
	*token = str_trim(*token);
	if (said != EXIT_DONE)
		return said;
	if (str_is_empty(*token)) {
		fputs("mentord: with which token? Set MENTORD_TOKEN, or say --token-file FILE; mentord token create makes one\n", stderr);
		return EXIT_USAGE;
	}
	if (is_token(*token))
		return EXIT_DONE;
	fputs("mentord: that is no token of ours: one line that begins with mtd_\n", stderr);
	return EXIT_BAD_INPUT;
}

int
remote_open(struct call *call, struct remote *out)
{
	struct str base = call_option(call, S("server"));
	struct secret key;

	if (!str_is_empty(call_option(call, S("as")))) {
		fputs("mentord: --as is for a data folder; with --server the token says who it is\n", stderr);
		return EXIT_USAGE;
	}
	while (str_ends(base, S("/")))
		base = str_head(base, base.length - 1);
	if (!remote_may_send(base)) {
		fprintf(stderr, "mentord: a token is not sent to \"%.*s\"; say https://HOST, or http:// for this machine itself\n", STR_FORMAT(base));
		return EXIT_BAD_INPUT;
	}
	secrets_start();
	key = secret_new(&random_system);
	*out = (struct remote){ .call = call, .base = base, .key = secret_reveal(call->arena, &key), .exchange = client_exchange, .rest = clock_rest };
	return find_token(call, &out->token);
}

/* --- asking --- */

/* Milliseconds until the next try; 0: there is none. */
static int64_t
wait_before(int try, enum outcome said, const struct client_answer *answer)
{
	if (try + 1 == TRIES || (said != OK && said != PEER_AWAY))
		return 0;
	if (said == PEER_AWAY)
		return waits_ms[try];
	if (answer->status != 429 && (answer->status < 502 || answer->status > 504))
		return 0;
	if (answer->retry_after_seconds > WAIT_MOST_SECONDS)
		return 0;
	return answer->retry_after_seconds > 0 ? answer->retry_after_seconds * 1000 : waits_ms[try];
}

static enum outcome
try_often(struct remote *remote, const struct client_call *call, struct client_answer *answer)
{
	for (int try = 0;; try++) {
		enum outcome said = remote->exchange(remote->call->arena, call, answer);
		int64_t wait = wait_before(try, said, answer);

		if (wait == 0)
			return said;
		call_notes(remote->call, "mentord: no answer yet, trying again\n");
		remote->rest(wait);
	}
}

static int
complain(const struct remote *remote, enum outcome said, const struct client_answer *answer)
{
	if (said == NOT_FOUND)
		fputs("mentord: --server needs libcurl, which is not installed: apt-get install libcurl4\n", stderr);
	else if (said == OK || said == TOO_LARGE)
		fprintf(stderr, "mentord: \"%.*s\" does not answer as a mentord does; is the address right?\n", STR_FORMAT(remote->base));
	else
		fprintf(stderr, "mentord: \"%.*s\" cannot be reached: %.*s; check the address, and whether it runs\n", STR_FORMAT(remote->base),
		    STR_FORMAT(answer->words));
	return EXIT_CANNOT_REACH;
}

int
remote_ask(struct remote *remote, enum method method, struct str path, struct str body, struct reply **out)
{
	struct arena *arena = remote->call->arena;
	struct pair headers[] = {
		{ S("Authorization"), str_join(arena, 2, (struct str[]){ S("Bearer "), remote->token }) },
		{ S("Accept"), S("application/json") },
		{ S("Content-Type"), S("application/json") },
		{ S("Idempotency-Key"), remote->key },
	};
	struct client_call call = {
		.method = method, .url = str_join(arena, 2, (struct str[]){ remote->base, path }),
		.headers = { headers, method == METHOD_POST ? ARRAY_LENGTH(headers) : 2 }, .body = body,
	};
	struct client_answer answer;
	enum outcome said = try_often(remote, &call, &answer);

	if (said != OK || answer.status < 200 || (answer.status >= 300 && answer.status < 400) || (answer.body.length > 0 && !str_equal(answer.type, S("application/json")) &&
	    !str_equal(answer.type, S("application/problem+json"))))
		return complain(remote, said, &answer);
	*out = reply_new(arena);
	(*out)->status = answer.status;
	buf_add(&(*out)->body, answer.body);
	return EXIT_DONE;
}
