/* Reading smtp_url, judging answers. */
#include "outside/smtp/message.h"

#include "base/arena.h"
#include "base/buf.h"

enum { PORT_MAX = 65535, HOST_MAX = 253, URL_MAX = HOST_MAX + 20 };

static int
hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A user or password without its percents. False for half a percent, or bytes that would end a line or a text. */
static bool
read_word(struct arena *arena, struct str s, struct str *out)
{
	struct buf word = buf_new(arena, SMTP_WORD_MAX);

	for (size_t i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c == '%') {
			bool is_whole = s.length - i > 2;
			int high = is_whole ? hex_of(s.at[i + 1]) : -1, low = is_whole ? hex_of(s.at[i + 2]) : -1;

			if (high < 0 || low < 0)
				return false;
			c = (char)(high << 4 | low);
			i += 2;
		}
		if (c == '\0' || c == '\r' || c == '\n')
			return false;
		buf_char(&word, c);
	}
	*out = buf_str(&word);
	return !word.is_overflown;
}

static bool
has_only(struct str s, const char *signs)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] == '\0' || strchr(signs, s.at[i]) == NULL)
			return false;
	return s.length > 0 && s.length <= HOST_MAX;
}

static bool
is_host(struct str s)
{
	if (str_starts(s, S("[")) && str_ends(s, S("]")) && s.length > 2)
		return has_only(str_head(str_skip(s, 1), s.length - 2), "0123456789abcdefABCDEF:.");
	return has_only(s, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-");
}

/* host, host:port, [address], [address]:port. */
static const char *
read_host(struct str s, struct smtp_server *out)
{
	size_t end = s.length > 0 && s.at[0] == '[' ? str_find(s, ']') + 1 : str_find(s, ':');
	struct str port = str_skip(s, end);
	int64_t number;

	out->host = str_head(s, end);
	out->port = out->is_tls_at_once ? SMTPS_PORT : SMTP_PORT;
	if (!is_host(out->host))
		return "the host is missing, or no name or address";
	if (port.length == 0)
		return NULL;
	if (port.at[0] != ':' || port.at[port.length - 1] == ':' || !str_whole(str_skip(port, 1), &number) || number < 1 || number > PORT_MAX)
		return "the port is no number from 1 to 65535";
	out->port = (int)number;
	return NULL;
}

static const char *
read_login(struct arena *arena, struct str s, struct smtp_server *out)
{
	size_t colon = str_find(s, ':');

	if (!read_word(arena, str_head(s, colon), &out->user) || !read_word(arena, str_skip(s, colon + 1), &out->password))
		return "user or password is too long, or spelled wrongly: of \"@:/?#%\" each is written as % and two hexadecimal digits";
	if (out->user.length == 0 || out->password.length == 0)
		return "a user needs a password, and a password a user";
	return NULL;
}

/* user:password@host:port, where the last "@" ends the password. */
static const char *
read_authority(struct arena *arena, struct str s, struct smtp_server *out)
{
	size_t at = s.length;
	const char *complaint = NULL;

	for (size_t i = 0; i < s.length; i++) {
		if (s.at[i] == '/' || s.at[i] == '?' || s.at[i] == '#')
			return "there is more than user, password, host and port";
		if (s.at[i] == '@')
			at = i;
	}
	if (at == s.length)
		return read_host(s, out);
	complaint = read_login(arena, str_head(s, at), out);
	return complaint != NULL ? complaint : read_host(str_skip(s, at + 1), out);
}

static const char *
read_url(struct arena *arena, struct str url, struct smtp_server *out)
{
	bool is_plain = str_equal_ascii_case(str_head(url, 7), S("smtp://"));
	struct str rest = str_skip(url, is_plain ? 7 : 8);

	out->is_tls_at_once = str_equal_ascii_case(str_head(url, 8), S("smtps://"));
	if (!is_plain && !out->is_tls_at_once)
		return "it begins with neither smtp:// nor smtps://";
	if (str_ends(rest, S("/")))
		rest.length--;
	return read_authority(arena, rest, out);
}

bool
smtp_url_read(struct arena *arena, struct str url, struct smtp_server *out, struct str *complaint)
{
	struct buf whole = buf_new(arena, URL_MAX);
	const char *words;

	*out = (struct smtp_server){ .user = S(""), .password = S("") };
	words = read_url(arena, url, out);
	*complaint = str_from(words == NULL ? "" : words);
	if (words != NULL)
		return false;
	buf_format(&whole, "%s://%.*s:%d", out->is_tls_at_once ? "smtps" : "smtp", STR_FORMAT(out->host), out->port);
	out->url = buf_str(&whole);
	return true;
}

/* What the enhanced status says: 5.1.x is a bad address, but 5.1.7 and 5.1.8 the sender's; 5.2.1 a mailbox that is closed. */
static bool
is_about_address(struct str enhanced)
{
	if (str_equal(enhanced, S("5.1.7")) || str_equal(enhanced, S("5.1.8")))
		return false;
	return str_starts(enhanced, S("5.1.")) || str_equal(enhanced, S("5.2.1"));
}

/* No status is given, or one that says nothing in particular ("5.0.0", "5.4.1" of servers that know no such mailbox). */
static bool
is_about_nothing_else(struct str enhanced)
{
	return str_is_empty(enhanced) || str_starts(enhanced, S("5.0.")) || str_starts(enhanced, S("5.4."));
}

/* Of a 5xx that no login would change. The code alone is not enough: 550 to the recipient is also said by a server that dislikes us (5.7.x), and
 * some look at the recipient only behind the message. */
static enum smtp_verdict
verdict_of_refusal(const struct exchange_answer *a)
{
	bool is_mailbox_code = a->status == 550 || a->status == 551 || a->status == 553;

	if (a->step < EXCHANGE_AT_RECIPIENT)
		return SMTP_REFUSED;
	if (is_about_address(a->enhanced))
		return SMTP_ADDRESS_REFUSED;
	if (a->step == EXCHANGE_AT_RECIPIENT && is_mailbox_code && is_about_nothing_else(a->enhanced))
		return SMTP_ADDRESS_REFUSED;
	return SMTP_REFUSED;
}

enum smtp_verdict
smtp_verdict(const struct exchange_answer *a)
{
	if (a->fate != EXCHANGE_ANSWERED || a->status < 200 || (a->status >= 300 && a->status < 500))
		return SMTP_LATER;
	if (a->status < 300)
		return SMTP_SENT;
	/* 530 login needed, 534 too weak, 535 wrong, 538 only under TLS (RFC 4954, 6). */
	if (a->step == EXCHANGE_AT_LOGIN || a->status == 530 || a->status == 534 || a->status == 535 || a->status == 538)
		return SMTP_LOGIN_REFUSED;
	return verdict_of_refusal(a);
}

struct str
smtp_verdict_name(enum smtp_verdict verdict)
{
	static const struct str names[] = {
		[SMTP_SENT] = S_STATIC("sent"), [SMTP_LATER] = S_STATIC("later"), [SMTP_ADDRESS_REFUSED] = S_STATIC("address refused"),
		[SMTP_REFUSED] = S_STATIC("refused"), [SMTP_LOGIN_REFUSED] = S_STATIC("login refused"),
	};

	return names[verdict];
}
