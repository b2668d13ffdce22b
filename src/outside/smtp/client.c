/* A mail as an ask. */
#include "outside/smtp/client.h"

enum outcome
smtp_start(struct exchange *exchange, const struct smtp_server *server, const struct smtp_mail *mail)
{
	struct exchange_ask ask = {
		.kind = EXCHANGE_MAIL, .token = mail->token, .url = server->url, .user = server->user, .password = server->password,
		.from = mail->from, .to = mail->to, .body = mail->bytes, .limit_ms = mail->limit_ms, .demands_tls = mail->demands_tls,
	};

	return exchange->start(exchange->self, &ask);
}
