/* What an exchange hears while it runs, and what that means in the end. */
#include "base/check.h"
#include "system/clock.h"
#include "system/exchange_line.h"

enum { GOODBYE_SECONDS = 1, REFUSED = 400, GO_AHEAD = 354, DATE_MAX = 63, SCOPES_MAX = 4000, WORDS_MAX = 80, HEADERS_MAX = 64 << 10 };

/* What each command begins with; no line of a login looks like that, base64 has neither blank nor colon. */
static const struct {
	struct str begins;
	enum exchange_step step;
} commands[] = {
	{ S_STATIC("AUTH "), EXCHANGE_AT_LOGIN }, { S_STATIC("MAIL FROM:"), EXCHANGE_AT_SENDER },
	{ S_STATIC("RCPT TO:"), EXCHANGE_AT_RECIPIENT }, { S_STATIC("DATA\r\n"), EXCHANGE_AT_BODY },
};

static void
hear_command(struct line *l, struct str said)
{
	for (size_t i = 0; i < ARRAY_LENGTH(commands); i++)
		if (str_starts(said, commands[i].begins)) {
			l->answer.step = commands[i].step;
			l->answer.status = 0;
			l->answer.enhanced = S("");
		}
	if (str_starts(said, S("QUIT"))) {
		l->has_left = true;
		l->curl->easy_setopt(l->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)GOODBYE_SECONDS);
	}
}

/* libcurl tells here what it says and hears; nothing of it is kept but the kind of the last command. */
static int
on_debug(CURL *easy, curl_infotype type, char *bytes, size_t size, void *self)
{
	struct line *l = self;

	(void)easy;
	if (type == CURLINFO_HEADER_OUT && l->ask.kind == EXCHANGE_MAIL)
		hear_command(l, (struct str){ bytes, size });
	return 0;
}

static size_t
digits(struct str s)
{
	size_t count = 0;

	while (count < s.length && s.at[count] >= '0' && s.at[count] <= '9')
		count++;
	return count;
}

/* "5.1.1" at the start of a reply's text, "" if there is none (RFC 2034: class, subject, detail of at most three digits). */
static struct str
enhanced_of(struct str text)
{
	struct str rest = text;

	for (int part = 0; part < 3; part++) {
		size_t count = digits(rest);

		if (count == 0 || count > (part == 0 ? 1u : 3u))
			return S("");
		rest = str_skip(rest, count);
		if (part < 2 && !str_starts(rest, S(".")))
			return S("");
		rest = str_skip(rest, part < 2 ? 1 : 0);
	}
	if (rest.length > 0 && rest.at[0] > ' ')
		return S("");
	return str_head(text, text.length - rest.length);
}

/* A reply's last line: three digits and no hyphen behind them. */
static void
hear_reply(struct line *l, struct str reply)
{
	int64_t code;

	if (l->has_left || reply.length < 4 || reply.at[3] == '-' || !str_whole(str_head(reply, 3), &code) || code < 100)
		return;
	l->answer.status = (int)code;
	l->answer.enhanced.length = enhanced_of(str_skip(reply, 4)).length;
	l->answer.enhanced.at = memcpy(l->enhanced, reply.at + 4, l->answer.enhanced.length);
	if (code == GO_AHEAD && l->answer.step == EXCHANGE_AT_BODY)
		l->has_body_begun = true;
}

/* Seconds since 1970; -1 for what is no date. */
static int64_t
date_of(const struct line *l, struct str value)
{
	char date[DATE_MAX + 1] = "";

	if (value.length == 0 || value.length > DATE_MAX)
		return -1;
	memcpy(date, value.at, value.length);
	return (int64_t)l->curl->getdate(date, NULL);
}

/* Seconds, or a date (RFC 9110, 10.2.3). */
static void
hear_retry_after(struct line *l, struct str value)
{
	int64_t seconds, then;

	if (value.length == 0 || value.length > DATE_MAX)
		return;
	if (!str_whole(value, &seconds)) {
		then = date_of(l, value);
		if (then < 0)
			return;
		seconds = then - clock_wall(&clock_system).us / US_PER_SECOND;
	}
	l->answer.retry_after_seconds = seconds < 0 ? 0 : seconds;
}

static size_t
on_header(char *bytes, size_t size, size_t count, void *self)
{
	static const struct str retry_after = S_STATIC("retry-after:"), date = S_STATIC("date:"), scopes = S_STATIC("x-oauth-scopes:");
	struct str line = { bytes, size * count };
	struct line *l = self;

	l->header_bytes += line.length;
	if (l->ask.kind != EXCHANGE_MAIL && l->header_bytes > HEADERS_MAX)
		return 0;
	if (l->ask.kind == EXCHANGE_MAIL)
		hear_reply(l, line);
	else if (str_equal_ascii_case(str_head(line, retry_after.length), retry_after))
		hear_retry_after(l, str_trim(str_skip(line, retry_after.length)));
	else if (str_equal_ascii_case(str_head(line, date.length), date))
		l->answer.date_seconds = date_of(l, str_trim(str_skip(line, date.length)));
	else if (str_equal_ascii_case(str_head(line, scopes.length), scopes))
		l->answer.scopes = str_copy(l->arena, str_head(str_trim(str_skip(line, scopes.length)), SCOPES_MAX));
	return line.length;
}

/* Any other length than what was given ends the exchange. */
static size_t
on_body(char *bytes, size_t size, size_t count, void *self)
{
	struct str part = { bytes, size * count };
	struct line *l = self;
	size_t room = EXCHANGE_ANSWER_MAX - l->heard.length;

	if (l->ask.kind == EXCHANGE_MAIL)
		return part.length;
	if (l->ask.kind == EXCHANGE_LOOK)
		return 0;    /* that it comes is all that is asked */
	buf_add(&l->heard, str_head(part, room));
	l->heard.is_overflown = part.length > room;
	return l->heard.is_overflown ? 0 : part.length;
}

/* Asked for the first byte of a mail only after the server's 354. There is no way back in the body: what was sent once is not sent twice. */
static size_t
on_read(char *place, size_t size, size_t count, void *self)
{
	struct line *l = self;
	struct str part = str_head(str_skip(l->ask.body, l->sent), size * count);

	l->has_body_begun = true;
	if (part.length > 0)
		memcpy(place, part.at, part.length);
	l->sent += part.length;
	return part.length;
}

void
line_listens(struct line *l)
{
	const struct curl_library *curl = l->curl;

	l->sent = 0;
	l->has_body_begun = false;
	l->has_left = false;
	l->is_inward = false;
	l->header_bytes = 0;
	l->trouble[0] = '\0';
	l->heard = buf_new(l->arena, EXCHANGE_ANSWER_MAX);
	l->answer = (struct exchange_answer){ .token = l->ask.token, .retry_after_seconds = -1, .date_seconds = -1, .enhanced = S(""), .location = S(""), .scopes = S(""), .body = S(""), .words = S("") };
	curl->easy_setopt(l->easy, CURLOPT_ERRORBUFFER, l->trouble);
	curl->easy_setopt(l->easy, CURLOPT_READFUNCTION, on_read);
	curl->easy_setopt(l->easy, CURLOPT_READDATA, l);
	curl->easy_setopt(l->easy, CURLOPT_WRITEFUNCTION, on_body);
	curl->easy_setopt(l->easy, CURLOPT_WRITEDATA, l);
	curl->easy_setopt(l->easy, CURLOPT_HEADERFUNCTION, on_header);
	curl->easy_setopt(l->easy, CURLOPT_HEADERDATA, l);
	curl->easy_setopt(l->easy, CURLOPT_VERBOSE, 1L);
	curl->easy_setopt(l->easy, CURLOPT_DEBUGFUNCTION, on_debug);
	curl->easy_setopt(l->easy, CURLOPT_DEBUGDATA, l);
}

/* A kept connection begins with MAIL. The server may have hung up, or says 421 since it is about to. */
bool
line_met_a_dead_connection(const struct line *l, CURLcode code)
{
	long made = 1;

	if (l->ask.kind != EXCHANGE_MAIL || l->is_second_try || code == CURLE_OK || code == CURLE_OPERATION_TIMEDOUT)
		return false;
	l->curl->easy_getinfo(l->easy, CURLINFO_NUM_CONNECTS, &made);
	return made == 0 && l->answer.step == EXCHANGE_AT_SENDER && (l->answer.status == 0 || l->answer.status == 421);
}

static struct str
words_of_trouble(struct line *l, CURLcode code)
{
	if (l->heard.is_overflown)
		return S("the answer is too long");
	return str_copy(l->arena, str_from(l->trouble[0] != '\0' ? l->trouble : l->curl->easy_strerror(code)));
}

/* The server's own text is left out: it likes to repeat the address. */
static struct str
words_of_reply(struct line *l)
{
	static const char *const steps[] = { "before a login", "to the login", "to the sender", "to the recipient", "to the message" };
	struct buf words = buf_new(l->arena, WORDS_MAX);

	buf_format(&words, "%d %.*s%s%s", l->answer.status, STR_FORMAT(l->answer.enhanced), l->answer.enhanced.length > 0 ? " " : "",
	    steps[l->answer.step]);
	return buf_str(&words);
}

static void
end_mail(struct line *l, CURLcode code)
{
	struct exchange_answer *a = &l->answer;

	if (a->status >= REFUSED) {
		a->fate = EXCHANGE_ANSWERED;
		a->words = words_of_reply(l);
	} else if (code == CURLE_OK || (l->has_body_begun && a->status / 100 == 2)) {
		a->fate = EXCHANGE_ANSWERED;
	} else {
		a->fate = l->has_body_begun ? EXCHANGE_UNCLEAR : EXCHANGE_NOT_TAKEN;
		a->words = words_of_trouble(l, code);
		a->status = 0;    /* a word before the one that did not come */
	}
}

static enum exchange_lack
lack_of(const struct line *l, CURLcode code)
{
	if (l->is_inward)
		return EXCHANGE_INWARD;
	switch (code) {
	case CURLE_COULDNT_RESOLVE_HOST: return EXCHANGE_NO_NAME;
	case CURLE_OPERATION_TIMEDOUT: return EXCHANGE_TOO_SLOW;
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_CONNECT_ERROR: return EXCHANGE_NO_TRUST;
	default: return EXCHANGE_NO_WAY;
	}
}

/* Its status is all that was wanted. */
static void
end_look(struct line *l, CURLcode code)
{
	struct exchange_answer *a = &l->answer;
	char *to = NULL;

	l->curl->easy_getinfo(l->easy, CURLINFO_REDIRECT_URL, &to);
	a->body = S("");
	a->fate = a->status > 0 ? EXCHANGE_ANSWERED : EXCHANGE_NOT_TAKEN;
	a->lack = a->status > 0 ? EXCHANGE_LACKS_NOTHING : lack_of(l, code);
	a->words = a->status > 0 ? S("") : l->is_inward ? S("the address is not public") : words_of_trouble(l, code);
	if (to != NULL)
		a->location = str_copy(l->arena, str_from(to));
}

static void
end_http(struct line *l, CURLcode code)
{
	struct exchange_answer *a = &l->answer;
	long status = 0, asked = 0;

	l->curl->easy_getinfo(l->easy, CURLINFO_RESPONSE_CODE, &status);
	l->curl->easy_getinfo(l->easy, CURLINFO_REQUEST_SIZE, &asked);
	a->status = (int)status;
	if (l->ask.kind == EXCHANGE_HEAD || l->ask.kind == EXCHANGE_LOOK) {
		end_look(l, code);
		return;
	}
	a->body = buf_str(&l->heard);
	if (code == CURLE_OK) {
		a->fate = EXCHANGE_ANSWERED;
		return;
	}
	a->fate = asked > 0 || l->has_body_begun ? EXCHANGE_UNCLEAR : EXCHANGE_NOT_TAKEN;
	a->words = words_of_trouble(l, code);
}

void
line_ends(struct line *l, CURLcode code)
{
	if (l->ask.kind == EXCHANGE_MAIL)
		end_mail(l, code);
	else
		end_http(l, code);
}
