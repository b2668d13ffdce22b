/* What an operator may write as smtp_url, and what each answer of a server means. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "outside/smtp/client.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena_open(8 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static void
a_url_is_read_with_its_defaults(void **state)
{
	static const struct {
		const char *written, *url, *host;
		int port;
		bool is_tls_at_once;
		const char *user, *password;
	} rows[] = {
		{ "smtp://mail.example.org", "smtp://mail.example.org:587", "mail.example.org", 587, false, "", "" },
		{ "smtps://mail.example.org/", "smtps://mail.example.org:465", "mail.example.org", 465, true, "", "" },
		{ "SMTP://mail.example.org:25", "smtp://mail.example.org:25", "mail.example.org", 25, false, "", "" },
		{ "smtp://us:secret@[::1]:2525", "smtp://[::1]:2525", "[::1]", 2525, false, "us", "secret" },
		{ "smtp://us%40example.org:p%3a%2F%25%c3%A4@h", "smtp://h:587", "h", 587, false, "us@example.org", "p:/%\xc3\xa4" },
		{ "smtp://us@example.org:p:q@h:1", "smtp://h:1", "h", 1, false, "us@example.org", "p:q" },
		{ "smtps://[2001:DB8::1]", "smtps://[2001:DB8::1]:465", "[2001:DB8::1]", 465, true, "", "" },
		{ "smtp://h:65535", "smtp://h:65535", "h", 65535, false, "", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		struct smtp_server server;
		struct str complaint;

		assert_true(smtp_url_read(arena, str_from(rows[i].written), &server, &complaint));
		assert_true(str_is_empty(complaint));
		assert_string_equal(rows[i].url, str_c(arena, server.url));
		assert_string_equal(rows[i].host, str_c(arena, server.host));
		assert_int_equal(rows[i].port, server.port);
		assert_int_equal(rows[i].is_tls_at_once, server.is_tls_at_once);
		assert_string_equal(rows[i].user, str_c(arena, server.user));
		assert_string_equal(rows[i].password, str_c(arena, server.password));
	}
}

static void
a_wrong_url_is_complained_about_without_its_password(void **state)
{
	static const char *const rows[][2] = {
		{ "", "begins with neither" }, { "mail.example.org:25", "begins with neither" }, { "http://h", "begins with neither" }, { "smtp:/h", "begins with neither" },
		{ "smtp://", "host" }, { "smtp://:25", "host" }, { "smtp://us:secret@", "host" }, { "smtp://h h", "host" }, { "smtp://[::1", "host" }, { "smtp://[]", "host" },
		{ "smtp://h\n", "host" }, { "smtp://a_b", "host" }, { "smtp://h:0", "port" }, { "smtp://h:65536", "port" }, { "smtp://h:", "port" }, { "smtp://h:x", "port" },
		{ "smtp://[::1]x", "port" }, { "smtp://h/path", "more than" }, { "smtp://h?x=secret", "more than" }, { "smtp://us:a/secret@h", "more than" },
		{ "smtp://us@h", "needs a password" }, { "smtp://:secret@h", "needs a password" }, { "smtp://@h", "needs a password" },
		{ "smtp://us:secret%4@h", "spelled" }, { "smtp://us:secret%@h", "spelled" }, { "smtp://us:secret%zz@h", "spelled" }, { "smtp://us:secret%00@h", "spelled" },
		{ "smtp://us%0d%0aMAIL:secret@h", "spelled" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		struct smtp_server server;
		struct str complaint;

		assert_false(smtp_url_read(arena, str_from(rows[i][0]), &server, &complaint));
		assert_true(str_has(complaint, str_from(rows[i][1])));
		assert_false(str_has(complaint, S("secret")));
	}
}

static void
a_password_has_255_bytes_at_most(void **state)
{
	char filler[SMTP_WORD_MAX] = "";
	struct smtp_server server;
	struct str complaint, url;

	(void)state;
	memset(filler, 'a', sizeof(filler));
	url = str_join(arena, 3, (struct str[]){ S("smtp://u:%61"), { filler, sizeof(filler) - 1 }, S("@h") });
	assert_true(smtp_url_read(arena, url, &server, &complaint));
	assert_int_equal(SMTP_WORD_MAX, server.password.length);
	url = str_join(arena, 3, (struct str[]){ S("smtp://u:%61"), { filler, sizeof(filler) }, S("@h") });
	assert_false(smtp_url_read(arena, url, &server, &complaint));
}

static const struct {
	enum exchange_fate fate;
	int status;
	enum exchange_step step;
	const char *enhanced;
	enum smtp_verdict verdict;
} answers[] = {
	{ EXCHANGE_ANSWERED, 250, EXCHANGE_AT_BODY, "2.0.0", SMTP_SENT },
	{ EXCHANGE_ANSWERED, 250, EXCHANGE_AT_BODY, "", SMTP_SENT },
	{ EXCHANGE_NOT_TAKEN, 0, EXCHANGE_AT_CONNECT, "", SMTP_LATER },
	{ EXCHANGE_UNCLEAR, 0, EXCHANGE_AT_BODY, "", SMTP_LATER },
	{ EXCHANGE_ANSWERED, 421, EXCHANGE_AT_CONNECT, "", SMTP_LATER },
	{ EXCHANGE_ANSWERED, 451, EXCHANGE_AT_RECIPIENT, "4.7.1", SMTP_LATER },
	{ EXCHANGE_ANSWERED, 450, EXCHANGE_AT_RECIPIENT, "4.2.0", SMTP_LATER },
	{ EXCHANGE_ANSWERED, 452, EXCHANGE_AT_BODY, "4.3.1", SMTP_LATER },
	{ EXCHANGE_ANSWERED, 454, EXCHANGE_AT_LOGIN, "4.7.0", SMTP_LATER },
	{ EXCHANGE_ANSWERED, 499, EXCHANGE_AT_BODY, "", SMTP_LATER },
	{ EXCHANGE_ANSWERED, 354, EXCHANGE_AT_BODY, "", SMTP_LATER },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_RECIPIENT, "", SMTP_ADDRESS_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_RECIPIENT, "5.1.1", SMTP_ADDRESS_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_RECIPIENT, "5.4.1", SMTP_ADDRESS_REFUSED },
	{ EXCHANGE_ANSWERED, 551, EXCHANGE_AT_RECIPIENT, "5.1.6", SMTP_ADDRESS_REFUSED },
	{ EXCHANGE_ANSWERED, 553, EXCHANGE_AT_RECIPIENT, "", SMTP_ADDRESS_REFUSED },
	{ EXCHANGE_ANSWERED, 554, EXCHANGE_AT_RECIPIENT, "5.1.10", SMTP_ADDRESS_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_RECIPIENT, "5.2.1", SMTP_ADDRESS_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_BODY, "5.1.1", SMTP_ADDRESS_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_RECIPIENT, "5.7.1", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_RECIPIENT, "5.1.8", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_BODY, "", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_SENDER, "", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 553, EXCHANGE_AT_SENDER, "5.1.7", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_SENDER, "5.1.1", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 552, EXCHANGE_AT_RECIPIENT, "5.2.2", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 550, EXCHANGE_AT_RECIPIENT, "5.2.2", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 552, EXCHANGE_AT_SENDER, "5.3.4", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 554, EXCHANGE_AT_BODY, "5.7.1", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 554, EXCHANGE_AT_CONNECT, "", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 500, EXCHANGE_AT_RECIPIENT, "", SMTP_REFUSED },
	{ EXCHANGE_ANSWERED, 535, EXCHANGE_AT_LOGIN, "5.7.8", SMTP_LOGIN_REFUSED },
	{ EXCHANGE_ANSWERED, 530, EXCHANGE_AT_SENDER, "5.7.0", SMTP_LOGIN_REFUSED },
	{ EXCHANGE_ANSWERED, 530, EXCHANGE_AT_RECIPIENT, "5.7.1", SMTP_LOGIN_REFUSED },
	{ EXCHANGE_ANSWERED, 504, EXCHANGE_AT_LOGIN, "", SMTP_LOGIN_REFUSED },
};

static void
an_answer_means_one_thing(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(answers); i++) {
		struct exchange_answer answer = { .fate = answers[i].fate, .status = answers[i].status, .step = answers[i].step,
			.enhanced = str_from(answers[i].enhanced) };

		assert_string_equal(smtp_verdict_name(answers[i].verdict).at, smtp_verdict_name(smtp_verdict(&answer)).at);
	}
}

static struct exchange_ask seen;

static enum outcome
remember(void *self, const struct exchange_ask *ask)
{
	(void)self;
	seen = *ask;
	return TOO_MANY;
}

static void
a_mail_becomes_an_ask(void **state)
{
	struct exchange exchange = { .start = remember };
	struct smtp_mail mail = { .token = 5, .from = S("a@b.c"), .to = S("d@e.f"), .bytes = S("x"), .limit_ms = 100, .demands_tls = true };
	struct smtp_server server;
	struct str complaint;

	(void)state;
	assert_true(smtp_url_read(arena, S("smtp://us:secret@h"), &server, &complaint));
	assert_int_equal(TOO_MANY, smtp_start(&exchange, &server, &mail));
	assert_int_equal(EXCHANGE_MAIL, seen.kind);
	assert_int_equal(5, seen.token);
	assert_true(str_equal(S("smtp://h:587"), seen.url) && str_equal(S("us"), seen.user) && str_equal(S("secret"), seen.password));
	assert_true(str_equal(S("a@b.c"), seen.from) && str_equal(S("d@e.f"), seen.to) && str_equal(S("x"), seen.body));
	assert_int_equal(100, seen.limit_ms);
	assert_true(seen.demands_tls);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_url_is_read_with_its_defaults),
		cmocka_unit_test(a_wrong_url_is_complained_about_without_its_password),
		cmocka_unit_test(a_password_has_255_bytes_at_most),
		cmocka_unit_test(an_answer_means_one_thing),
		cmocka_unit_test(a_mail_becomes_an_ask),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
