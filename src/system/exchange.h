/* The seam to other people's servers (TRUST.md 5.1): one ask out, one answer or trouble back, many under way at once. libcurl stands behind
 * it; tests put a fake in its place. The courier alone holds one. Nothing of an ask or an answer is ever logged here. */
#ifndef SYSTEM_EXCHANGE_H
#define SYSTEM_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;

enum {
	EXCHANGE_HOST_MAX = 4, EXCHANGE_LIMIT_MS = 20000, EXCHANGE_BODY_MAX = 256 << 10, EXCHANGE_ANSWER_MAX = 64 << 10, EXCHANGE_UNDER_WAY_MAX = 64
};

enum exchange_kind {
	EXCHANGE_POST,        /* HTTP(S): `body` of `content_type` to `url`; no redirects */
	EXCHANGE_GET,
	EXCHANGE_HEAD,        /* HTTP(S) to wherever somebody wrote: to public addresses and those of `inside` alone, decided when it connects, on a
	                         connection of its own; no redirect is followed, what comes is never kept */
	EXCHANGE_LOOK,        /* the same as GET, for a server that knows no HEAD: it ends with the first byte of the body */
	EXCHANGE_MAIL         /* SMTP submission: `url` is smtp://host:port (STARTTLS if a loopback address offers it, demanded elsewhere) or
	                         smtps://host:port; `body` a whole message with CRLF */
};

struct exchange_ask {
	enum exchange_kind kind;
	uint64_t token;                   /* the caller's: names the answer */
	struct str url;                   /* without user and password; MAIL: without a path */
	struct str bearer;                /* HTTP: "Authorization: Bearer …"; empty = none; over http:// to a loopback address alone */
	struct str content_type, body;
	struct str user, password;        /* MAIL; empty = no AUTH */
	struct str from, to;              /* MAIL: the envelope, bare addresses of visible ASCII without < and > */
	int64_t limit_ms;                 /* 0 = EXCHANGE_LIMIT_MS; counts from start(), also while it waits for one of the host's connections */
	struct str inside;                /* HEAD, LOOK: addresses that are allowed though they are not public, commas between */
	bool demands_tls;                 /* MAIL: TLS also of a loopback address, on a connection of its own; for tests */
};

enum exchange_fate {
	EXCHANGE_ANSWERED,    /* status and body are the server's; MAIL: yes or no, also a no that came before the body was asked for */
	EXCHANGE_NOT_TAKEN,   /* it certainly did not take it: no name, no connection, no TLS that we trust, cut or too slow before the body was sent */
	EXCHANGE_UNCLEAR      /* it may have: cut or too slow after the body was on its way (HTTP: the request; MAIL: after the 354 to DATA) */
};

/* HEAD, LOOK: why there is no status. */
enum exchange_lack { EXCHANGE_LACKS_NOTHING, EXCHANGE_NO_NAME, EXCHANGE_NO_WAY, EXCHANGE_NO_TRUST, EXCHANGE_TOO_SLOW, EXCHANGE_INWARD };

/* MAIL: what the server's last word answered. */
enum exchange_step { EXCHANGE_AT_CONNECT, EXCHANGE_AT_LOGIN, EXCHANGE_AT_SENDER, EXCHANGE_AT_RECIPIENT, EXCHANGE_AT_BODY };

struct exchange_answer {
	uint64_t token;
	enum exchange_fate fate;
	int status;                       /* HTTP status, or the deciding reply code of SMTP (250, 451, 535, 550 …); 0 = none */
	enum exchange_lack lack;          /* HEAD, LOOK */
	struct str location;              /* HEAD, LOOK: where a redirect leads, whole; empty: none was said */
	enum exchange_step step;          /* MAIL */
	struct str enhanced;              /* MAIL: the status "5.1.1" beside the code (RFC 3463); empty = not said */
	int64_t retry_after_seconds;      /* HTTP; -1 = not said, a date that has passed is 0 */
	int64_t date_seconds;             /* HTTP: the server's clock, since 1970; -1 = not said */
	struct str scopes;                /* HTTP: what the token may, as x-oauth-scopes says, with commas between; empty = not said */
	struct str body;                  /* HTTP, at most EXCHANGE_ANSWER_MAX; a longer one is cut there and UNCLEAR, its status stands. MAIL: empty */
	struct str words;                 /* why not, for an operator: no address, no token, no text of ours or of the server in it */
};

struct exchange {
	void *self;
	/* Takes copies of all it needs; nothing goes out before wait(). TOO_MANY when EXCHANGE_UNDER_WAY_MAX are under way or not taken yet,
	 * TOO_LARGE for a body above EXCHANGE_BODY_MAX, BAD_INPUT for an ask that must not go out as it is (another protocol, control bytes, an
	 * address with signs of its own, a token without TLS). Each ask that was OK gives exactly one answer, at most limit_ms later. */
	enum outcome (*start)(void *self, const struct exchange_ask *);
	/* Works on what is under way. If no answer is ready, waits for at most wait_ms for the network, a signal, or `wake` (a descriptor, -1 =
	 * none) to become readable. May come back early with nothing ready: whoever waits, asks again. */
	void (*wait)(void *self, int wake, int wait_ms);
	/* The answer that was ready first; false if none is. What it points to lives in the arena. */
	bool (*take)(void *self, struct arena *, struct exchange_answer *out);
};

/* libcurl, loaded here: at most EXCHANGE_HOST_MAX connections a host, kept and used again, asks beyond that in order of start; TLS 1.2 or
 * later, the server's name and certificate verified against ca_file (empty: the system's store). No proxy, redirect, cookie or netrc.
 * NOT_FOUND if libcurl is not installed, FILE_FAILED if it cannot start. The caller owns it; closing drops what is under way, and says
 * goodbye to mail servers, for a second each at most. */
enum outcome exchange_open(struct str ca_file, struct exchange *out);
void exchange_close(struct exchange *);

#endif
