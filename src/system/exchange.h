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

enum { EXCHANGE_HOST_MAX = 4, EXCHANGE_LIMIT_MS = 20000, EXCHANGE_ANSWER_MAX = 64 << 10, EXCHANGE_UNDER_WAY_MAX = 64 };

enum exchange_kind {
	EXCHANGE_POST,        /* HTTP(S): `body` of `content_type` to `url`; no redirects */
	EXCHANGE_GET,
	EXCHANGE_MAIL         /* SMTP submission: `url` is smtp://host:port (STARTTLS if offered to a loopback address, demanded elsewhere) or
	                         smtps://; `body` a whole message with CRLF */
};

struct exchange_ask {
	enum exchange_kind kind;
	uint64_t token;                   /* the caller's: names the answer */
	struct str url;                   /* without user and password */
	struct str bearer;                /* HTTP: "Authorization: Bearer …"; empty = none */
	struct str content_type, body;
	struct str user, password;        /* MAIL; empty = no AUTH */
	struct str from, to;              /* MAIL: the envelope, bare addresses that hold no CR, LF, NUL, <, > */
	int64_t limit_ms;                 /* 0 = EXCHANGE_LIMIT_MS */
};

enum exchange_fate {
	EXCHANGE_ANSWERED,    /* status and body are the server's */
	EXCHANGE_NOT_TAKEN,   /* it certainly did not take it: no connection, no name, bad certificate, refused before the body was sent */
	EXCHANGE_UNCLEAR      /* it may have: the line was cut or time ran out after the body was on its way */
};

struct exchange_answer {
	uint64_t token;
	enum exchange_fate fate;
	int status;                       /* HTTP status, or the last reply code of SMTP (250, 451, 535, 550 …); 0 = none */
	int64_t retry_after_seconds;      /* HTTP; -1 = not said */
	struct str body;                  /* HTTP, at most EXCHANGE_ANSWER_MAX, a longer one is UNCLEAR; MAIL: empty. Lives in the arena of exchange_take() */
	struct str words;                 /* why not, for an operator: no address, no token, no text of ours in it */
};

struct exchange {
	void *self;
	/* Takes copies of all it needs. CAPACITY-like refusal: TOO_MANY when EXCHANGE_UNDER_WAY_MAX are under way. */
	enum outcome (*start)(void *self, const struct exchange_ask *);
	/* Gives what is ready to be taken; waits for at most wait_ms for the network or for `wake` (a descriptor, -1 = none) to become readable. */
	void (*wait)(void *self, int wake, int wait_ms);
	bool (*take)(void *self, struct arena *, struct exchange_answer *out);
};

/* libcurl: at most EXCHANGE_HOST_MAX connections a host, kept and used again; TLS 1.2 or later, the server's name and certificate verified
 * against ca_file (empty: the system's store). FILE_FAILED if the library cannot start. */
enum outcome exchange_open(struct str ca_file, struct exchange *out);
void exchange_close(struct exchange *);

#endif
