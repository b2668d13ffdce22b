/* The meaning of what SMTP says: of the setting smtp_url, and of an answer (RFC 5321, 3463; SLACK.md 16). Pure. */
#ifndef OUTSIDE_SMTP_MESSAGE_H
#define OUTSIDE_SMTP_MESSAGE_H

#include <stdbool.h>

#include "base/str.h"
#include "system/exchange.h"

struct arena;

enum { SMTP_PORT = 587, SMTPS_PORT = 465, SMTP_WORD_MAX = 255 };

/* Where mail is handed in. user and password are decoded, empty = no login. */
struct smtp_server {
	struct str url;          /* "smtp://host:port" or "smtps://host:port", for exchange.h */
	struct str host;         /* an IPv6 address keeps its brackets */
	int port;
	bool is_tls_at_once;     /* smtps; else STARTTLS, which exchange.h demands of all but loopback addresses */
	struct str user, password;
};

/* smtp://[user:password@]host[:port] or smtps://…; port by default 587 or 465; user and password percent-encoded where they hold one of
 * "@:/?#%" and at most SMTP_WORD_MAX bytes each. False with a complaint in words that holds nothing of the url, since that has a password. */
bool smtp_url_read(struct arena *, struct str url, struct smtp_server *out, struct str *complaint);

enum smtp_verdict {
	SMTP_SENT,
	SMTP_LATER,              /* try again with the same Message-ID: 4xx, no connection, no TLS; or nobody knows whether it was taken */
	SMTP_ADDRESS_REFUSED,    /* there is no such mailbox: mark the address, tell the coordinator */
	SMTP_REFUSED,            /* this mail is not wanted: too large, policy, our sender */
	SMTP_LOGIN_REFUSED       /* user or password is wrong, or a login is needed: nothing will go out until the operator acts */
};
enum smtp_verdict smtp_verdict(const struct exchange_answer *);

/* "sent", "later", "address refused" …: for logs and tests. */
struct str smtp_verdict_name(enum smtp_verdict);

#endif
