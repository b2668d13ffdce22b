/* Handing a mail in; for the courier alone. */
#ifndef OUTSIDE_SMTP_CLIENT_H
#define OUTSIDE_SMTP_CLIENT_H

#include "base/outcome.h"
#include "outside/smtp/message.h"
#include "system/exchange.h"

struct smtp_mail {
	uint64_t token;          /* names the answer that exchange.h gives; smtp_verdict() says what it means */
	struct str from, to;     /* the envelope: bare addresses */
	struct str bytes;        /* of mime_print(): the same at every try */
	int64_t limit_ms;        /* 0 = EXCHANGE_LIMIT_MS */
	bool demands_tls;        /* for tests: TLS also of a loopback address */
};

/* As start() of exchange.h: OK, TOO_MANY, TOO_LARGE, or BAD_INPUT for an address that cannot stand in an envelope. */
enum outcome smtp_start(struct exchange *, const struct smtp_server *, const struct smtp_mail *);

#endif
