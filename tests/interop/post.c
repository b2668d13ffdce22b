/* Sends letters with the product's own parts, so that programs of others can judge them; prints a line for each answer:
 * NUMBER VERDICT | STATUS FATE | WORDS, and "NUMBER unprintable" for a mail that must not exist.
 * Usage: post URL WHAT [ca=FILE] [limit=MS] [tls]     URL of smtp_url's form, or http(s)://… for WHAT "post"; tls: demanded of loopback, too
 * WHAT: plain, letter, calendar, large, hostile (a mail for each text of testing_payloads.h), post, a number of mails; or "html" without URL */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/letter.h"
#include "formats/mime.h"
#include "formats/testing_letter.h"
#include "formats/testing_payloads.h"
#include "outside/smtp/client.h"

enum { LARGE = 70 << 10 };

static struct arena *arena;    /* for the whole run */
static struct arena *scratch;    /* for one mail, the size of a visit's */
static struct exchange exchange;
static struct smtp_server server;
static int64_t limit_ms;
static bool demands_tls;
static int under_way;

static void
hear(void)
{
	static const char *const fates[] = { "answered", "not-taken", "unclear" };
	struct exchange_answer a;

	while (!exchange.take(exchange.self, arena, &a))
		exchange.wait(exchange.self, -1, 1000);
	printf("%llu %s | %d %s | %.*s\n", (unsigned long long)a.token, smtp_verdict_name(smtp_verdict(&a)).at, a.status, fates[a.fate],
	    STR_FORMAT(a.words));
	under_way--;
}

static struct mime_mail
new_mail(uint64_t number)
{
	struct buf id = buf_new(arena, 100);

	buf_format(&id, "letter%llu@community.example", (unsigned long long)number);
	return (struct mime_mail){ .from = { S("Mentors of Operation Code"), S("mentord@community.example") },
		.to = { S("Dana"), S("dana@elsewhere.example") }, .subject = S("Your turn"), .at = { INT64_C(1795880124) * US_PER_SECOND },
		.id = buf_str(&id), .text = S("Hello Dana\n.a dot\n..two dots\nFrom here on: \xe5\xb1\xb1\n.\nend\n") };
}

static void
send_mail(uint64_t number, const struct mime_mail *mail)
{
	struct smtp_mail sent = { .token = number, .from = mail->from.address, .to = mail->to.address, .limit_ms = limit_ms, .demands_tls = demands_tls };
	enum outcome said;

	arena_reset(scratch);
	if (mime_print(scratch, mail, &sent.bytes) != OK) {
		printf("%llu unprintable\n", (unsigned long long)number);
		return;
	}
	while ((said = smtp_start(&exchange, &server, &sent)) == TOO_MANY)
		hear();
	check(said == OK);
	under_way++;
}

static struct mime_mail
mail_of_letter(void)
{
	static struct str earlier[] = { S_STATIC("first@community.example"), S_STATIC("second@community.example") };
	struct mime_mail mail = new_mail(1);
	struct letter letter;

	check(letter_print(arena, &testing_letter, &letter) == OK);
	mail.subject = testing_letter.subject;
	mail.from.name = S("\xd7\x9e\xd7\xa0\xd7\x98\xd7\x95\xd7\xa8\xd7\x99\xd7\x9d, \xe3\x83\xa1\xe3\x83\xb3\xe3\x82\xbf\xe3\x83\xbc and mentors of a name that is long");
	mail.text = letter.text;
	mail.html = letter.html;
	mail.unsubscribe_url = testing_letter.stop.url;
	mail.in_reply_to = earlier[1];
	mail.references = (struct str_list){ earlier, 2 };
	mail.reply_to = (struct mime_mailbox){ S("Ana Lim"), S("ana@community.example") };
	return mail;
}

static void
send_calendar(void)
{
	struct mime_mail mail = mail_of_letter();

	mail.calendar = S("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mentord//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:0x7k@community.example\r\n"
	    "DTSTAMP:20261128T153524Z\r\nDTSTART:20261201T100000Z\r\nDURATION:PT45M\r\nSUMMARY:D\xc3\xa4na \xe5\xb1\xb1\xe7\x94\xb0\r\nEND:VEVENT\r\n"
	    "END:VCALENDAR\r\n");
	mail.calendar_method = S("REQUEST");
	send_mail(1, &mail);
}

static void
send_large(void)
{
	struct mime_mail mail = new_mail(1);
	char *text = arena_take(arena, LARGE + 1);

	for (size_t i = 0; i < LARGE; i++)
		text[i] = i % 70 == 69 ? '\n' : (char)('a' + i % 26);
	mail.text = (struct str){ text, LARGE };
	send_mail(1, &mail);
}

/* Where people's words may stand: both names and the subject, of one mail. */
static void
send_hostile(void)
{
	for (size_t i = 0; i < ARRAY_LENGTH(payloads) + ARRAY_LENGTH(controls); i++) {
		bool is_payload = i < ARRAY_LENGTH(payloads);
		struct mime_mail mail = new_mail(i);
		struct str text = str_from(is_payload ? payloads[i] : controls[i - ARRAY_LENGTH(payloads)]);

		mail.subject = text;
		mail.from.name = text;
		mail.to.name = text;
		mail.text = str_join(arena, 2, (struct str[]){ S("The text: "), is_payload ? text : S("none") });
		send_mail(i, &mail);
	}
}

static void
send_post(const char *url)
{
	struct exchange_ask ask = { .kind = EXCHANGE_POST, .token = 1, .url = str_from(url), .content_type = S("application/json"), .body = S("{\"a\":1}"),
		.bearer = S("secret"), .limit_ms = limit_ms };

	check(exchange.start(exchange.self, &ask) == OK);
	under_way++;
}

static void
send_what(const char *url, const char *what)
{
	struct mime_mail plain = new_mail(1), letter = mail_of_letter();
	int64_t count;

	if (strcmp(what, "post") == 0)
		send_post(url);
	else if (strcmp(what, "plain") == 0)
		send_mail(1, &plain);
	else if (strcmp(what, "letter") == 0)
		send_mail(1, &letter);
	else if (strcmp(what, "calendar") == 0)
		send_calendar();
	else if (strcmp(what, "large") == 0)
		send_large();
	else if (strcmp(what, "hostile") == 0)
		send_hostile();
	else if (str_whole(str_from(what), &count))
		for (int64_t i = 0; i < count; i++) {
			plain = new_mail((uint64_t)i);
			send_mail((uint64_t)i, &plain);
		}
}

static struct str
value_of(int count, char **words, const char *name)
{
	for (int i = 3; i < count; i++)
		if (str_starts(str_from(words[i]), str_from(name)))
			return str_skip(str_from(words[i]), strlen(name));
	return (struct str){ NULL, 0 };
}

int
main(int count, char **words)
{
	struct str limit = value_of(count, words, "limit="), complaint, ca = value_of(count, words, "ca=");

	arena_open(256 << 20, &arena);
	arena_open(ARENA_VISIT, &scratch);
	if (count == 2 && strcmp(words[1], "html") == 0) {
		fwrite(mail_of_letter().html.at, 1, mail_of_letter().html.length, stdout);
		return 0;
	}
	if (count < 3 || (limit.length > 0 && !str_whole(limit, &limit_ms)))
		return 2;
	demands_tls = value_of(count, words, "tls").at != NULL;
	if (strcmp(words[2], "post") != 0 && !smtp_url_read(arena, str_from(words[1]), &server, &complaint)) {
		fprintf(stderr, "post: %.*s\n", STR_FORMAT(complaint));
		return 2;
	}
	check(exchange_open(ca.at == NULL ? S("") : ca, &exchange) == OK);
	send_what(words[1], words[2]);
	while (under_way > 0)
		hear();
	exchange_close(&exchange);
	arena_close(&scratch);
	arena_close(&arena);
	return 0;
}
