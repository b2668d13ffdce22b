/* mentord mail test: one mail by the way that letters take, and what the server answered. It reads no database and needs no server of ours. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/courier.h"
#include "formats/json.h"
#include "formats/id.h"
#include "formats/letter.h"
#include "formats/mime.h"
#include "outside/smtp/client.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/random.h"

enum { WAIT_MS = 100, PATIENCE_MS = EXCHANGE_LIMIT_MS + 1000, TEXT_BYTES = 1000 };

static enum outcome
compose(struct call *call, const struct mail_lane *m, struct str to, int64_t number, struct str *bytes)
{
	struct buf body = buf_new(call->arena, TEXT_BYTES), id = buf_new(call->arena, MIME_ID_MAX);
	struct letter_parts parts = { .language = S("en"), .subject = S("A test of mail from mentord"), .reason = S("You get this because whoever runs the server asked for a test.") };
	struct letter letter;
	struct mime_mail mail = { .from = { m->from_name, m->from_address }, .to = { S(""), to }, .at = clock_wall(&clock_system), .subject = parts.subject };

	buf_format(&body, "This mail left the server as letters do. If you read it, they arrive.\n\nPages: %.*s\nSender: %.*s\n", STR_FORMAT(m->base_url),
	    STR_FORMAT(m->from_address));
	parts.body = buf_str(&body);
	TRY(letter_print(call->arena, &parts, &letter));
	buf_format(&id, "test-%.*s@%.*s", STR_FORMAT(id_print(call->arena, number)), STR_FORMAT(m->host));
	mail.id = buf_str(&id);
	mail.text = letter.text;
	mail.html = letter.html;
	return mime_print(call->arena, &mail, bytes);
}

/* One object, or a line for people. */
static int
report(struct call *call, int code, const char *state, struct str words)
{
	if (call_ticks(call, S("json"))) {
		struct buf out = buf_new(call->arena, TEXT_BYTES);

		buf_format(&out, "{\"state\":\"%s\",\"words\":", state);
		json_quote(&out, words);
		buf_add(&out, S("}"));
		printf("%.*s\n", STR_FORMAT(buf_str(&out)));
	} else {
		fprintf(code == EXIT_DONE ? stdout : stderr, "%s: %.*s\n", state, STR_FORMAT(words));
	}
	return code;
}

static int
write_file(struct call *call, const struct mail_lane *m, int64_t number, struct str bytes)
{
	struct str path = str_join(call->arena, 4, (struct str[]){ m->folder, S("/test-"), id_print(call->arena, number), S(".eml") });

	if (file_system.make_folder(file_system.self, str_c(call->arena, m->folder)) != OK ||
	    file_system.write(file_system.self, call->arena, str_c(call->arena, path), bytes) != OK)
		return report(call, EXIT_CANNOT_REACH, "not written", path);
	return report(call, EXIT_DONE, "written, as no mail server is set", path);
}

static int
tell(struct call *call, const struct exchange_answer *answer)
{
	struct buf words = buf_new(call->arena, TEXT_BYTES);

	if (answer->status > 0)
		buf_format(&words, "the server said %d%s%.*s", answer->status, answer->enhanced.length > 0 ? " " : "", STR_FORMAT(answer->enhanced));
	else
		buf_add(&words, answer->words);
	switch (smtp_verdict(answer)) {
	case SMTP_SENT:
		return report(call, EXIT_DONE, "sent", buf_str(&words));
	case SMTP_LATER:
		return report(call, EXIT_CANNOT_REACH, "not sent", buf_str(&words));
	case SMTP_ADDRESS_REFUSED:
		return report(call, EXIT_FALSE, "the address is refused", buf_str(&words));
	case SMTP_LOGIN_REFUSED:
		return report(call, EXIT_FALSE, "the login is refused", buf_str(&words));
	case SMTP_REFUSED:
		break;
	}
	return report(call, EXIT_FALSE, "the mail is refused", buf_str(&words));
}

static int
hand_in(struct call *call, const struct mail_lane *m, const struct smtp_mail *mail)
{
	int64_t until_us = clock_monotonic_us(&clock_system) + PATIENCE_MS * INT64_C(1000);
	struct exchange_answer answer = { .fate = EXCHANGE_NOT_TAKEN, .words = S("nothing was heard in time") };
	struct exchange exchange;
	enum outcome said = exchange_open(S(""), &exchange);

	if (said != OK)
		return call_fail("libcurl cannot be loaded: install libcurl4", said);
	said = smtp_start(&exchange, &m->server, mail);
	while (said == OK && !exchange.take(exchange.self, call->arena, &answer) && clock_monotonic_us(&clock_system) < until_us)
		exchange.wait(exchange.self, -1, WAIT_MS);
	exchange_close(&exchange);
	return said == OK ? tell(call, &answer) : call_fail("the mail cannot go out as it is", said);
}

int
run_mail_test(struct call *call)
{
	struct str to = call_option(call, S("to")), bytes;
	struct mail_lane m = { 0 };
	int64_t number = random_id(&random_system, clock_wall(&clock_system));

	if (!mime_is_address(to)) {
		fputs("mentord: say to whom: --to somebody@example.org\n", stderr);
		return EXIT_BAD_INPUT;
	}
	call_find_address(call);
	if (!mail_lane_set(&m, call->arena, &(struct mail_settings){ .base_url = call->settings.base_url, .mail_from = call->settings.mail_from,
	        .smtp_url = call->settings.smtp_url, .folder = str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/letters") }) }))
		return EXIT_BAD_INPUT;
	if (compose(call, &m, to, number, &bytes) != OK)
		return call_fail("the mail cannot be written", BAD_INPUT);
	if (!str_is_empty(m.folder))
		return write_file(call, &m, number, bytes);
	return hand_in(call, &m, &(struct smtp_mail){ .token = 1, .from = m.from_address, .to = to, .bytes = bytes });
}
