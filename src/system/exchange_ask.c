/* What libcurl is told about an ask, and which asks are refused before it hears of them. */
#include <sys/socket.h>

#include "base/arena.h"
#include "base/check.h"
#include "system/address.h"
#include "system/exchange_line.h"

/* CONNECT: how long until a name is found, a connection made and TLS agreed on. IDLE: mail servers and proxies hang up on idle connections
 * after a minute or more; one that has been idle for longer than this is not used again. GOODBYE: how long a server may think about QUIT
 * on a connection that was kept. */
enum { CONNECT_MS = 10000, IDLE_SECONDS = 30, GOODBYE_SECONDS = 1, BEARER_MAX = 4 << 10, PORT_HTTP = 80, PORT_HTTPS = 443, PORT_FREE = 1024 };

static bool
is_look(enum exchange_kind kind)
{
	return kind == EXCHANGE_HEAD || kind == EXCHANGE_LOOK;
}

/* Visible ASCII alone: nothing that could begin a line, a header or a command of its own. */
static bool
is_visible(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] <= ' ' || s.at[i] > '~')
			return false;
	return true;
}

static bool
is_envelope(struct str address)
{
	return !str_is_empty(address) && is_visible(address) && str_find(address, '<') == address.length &&
	    str_find(address, '>') == address.length && str_find(address, '@') < address.length;
}

/* A password may hold anything but what ends a text or a line. */
static bool
is_one_line(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] == '\0' || s.at[i] == '\r' || s.at[i] == '\n')
			return false;
	return true;
}

static bool
is_clean(const struct exchange_ask *ask)
{
	if (!is_visible(ask->url) || !is_visible(ask->bearer) || ask->bearer.length > BEARER_MAX)
		return false;
	if (!is_one_line(ask->content_type) || !is_one_line(ask->user) || !is_one_line(ask->password))
		return false;
	return ask->kind != EXCHANGE_MAIL || (is_envelope(ask->from) && is_envelope(ask->to));
}

/* A part of the URL as libcurl understands it, so that it and we never disagree about whom it means. */
static struct str
part_of(struct line *l, CURLU *url, CURLUPart part)
{
	struct str copy = S("");
	char *text = NULL;

	if (l->curl->url_get(url, part, &text, CURLU_DEFAULT_PORT) == CURLUE_OK)
		copy = str_copy(l->arena, str_from(text));
	l->curl->release(text);
	return copy;
}

static bool
is_protocol(enum exchange_kind kind, struct str scheme)
{
	if (kind == EXCHANGE_MAIL)
		return str_equal(scheme, S("smtp")) || str_equal(scheme, S("smtps"));
	return str_equal(scheme, S("http")) || str_equal(scheme, S("https"));
}

/* libcurl asks nobody for "localhost" and writes every spelling of an IPv4 address as four numbers. */
static bool
is_loopback(struct str host)
{
	if (str_equal_ascii_case(host, S("localhost")) || str_equal(host, S("[::1]")))
		return true;
	if (!str_starts(host, S("127.")))
		return false;
	for (size_t i = 0; i < host.length; i++)
		if (host.at[i] != '.' && (host.at[i] < '0' || host.at[i] > '9'))
			return false;
	return true;
}

/* Mail, remote shells and their like have ports of their own, and hear every line. */
static bool
is_port_of_pages(struct str port)
{
	int64_t number;

	return str_whole(port, &number) && (number == PORT_HTTP || number == PORT_HTTPS || number >= PORT_FREE);
}

/* A look goes to pages, and carries nothing of ours. */
static bool
is_fit(struct line *l, CURLU *url, const struct exchange_ask *ask)
{
	if (is_look(ask->kind))
		return ask->bearer.length == 0 && is_port_of_pages(part_of(l, url, CURLUPART_PORT));
	return ask->kind != EXCHANGE_MAIL || part_of(l, url, CURLUPART_PATH).length <= 1;
}

static enum outcome
read_url(struct line *l, CURLU *url, const struct exchange_ask *ask)
{
	struct str scheme, host;

	if (l->curl->url_set(url, CURLUPART_URL, str_c(l->arena, ask->url), 0) != CURLUE_OK)
		return BAD_INPUT;
	scheme = part_of(l, url, CURLUPART_SCHEME);
	host = part_of(l, url, CURLUPART_HOST);
	if (!is_protocol(ask->kind, scheme) || part_of(l, url, CURLUPART_USER).length > 0 || part_of(l, url, CURLUPART_PASSWORD).length > 0)
		return BAD_INPUT;
	if (!is_fit(l, url, ask))
		return BAD_INPUT;
	l->is_loopback = is_loopback(host);
	if (ask->bearer.length > 0 && str_equal(scheme, S("http")) && !l->is_loopback)
		return BAD_INPUT;
	l->origin = str_join(l->arena, 5, (struct str[]){ scheme, S("://"), host, S(":"), part_of(l, url, CURLUPART_PORT) });
	return OK;
}

/* Mail says hello with the sender's domain: the name of this machine is nobody's business, and often none that a server would take. */
static struct str
url_of(struct line *l, const struct exchange_ask *ask)
{
	struct str domain = str_skip(ask->from, str_find(ask->from, '@') + 1);

	if (ask->kind != EXCHANGE_MAIL)
		return str_from(str_c(l->arena, ask->url));
	return str_from(str_c(l->arena, str_join(l->arena, 3, (struct str[]){ l->origin, S("/"), domain })));
}

enum outcome
line_ask(struct line *l, const struct exchange_ask *ask)
{
	enum outcome said;
	CURLU *url;

	if (ask->body.length > EXCHANGE_BODY_MAX)
		return TOO_LARGE;
	if (!is_clean(ask))
		return BAD_INPUT;
	url = l->curl->url();
	check(url != NULL);
	said = read_url(l, url, ask);
	l->curl->url_cleanup(url);
	if (said != OK)
		return said;
	l->ask = *ask;
	l->ask.url = url_of(l, ask);
	l->ask.body = str_copy(l->arena, ask->body);
	l->ask.bearer = str_from(str_c(l->arena, ask->bearer));
	l->ask.content_type = str_from(str_c(l->arena, ask->content_type));
	l->ask.inside = str_from(str_c(l->arena, ask->inside));
	l->ask.user = str_from(str_c(l->arena, ask->user));
	l->ask.password = str_from(str_c(l->arena, ask->password));
	l->ask.from = str_from(str_c(l->arena, ask->from));
	l->ask.to = str_from(str_c(l->arena, ask->to));
	return OK;
}

static void
add_header(struct line *l, struct str name, struct str value)
{
	struct str whole = str_join(l->arena, 2, (struct str[]){ name, value });

	l->headers = l->curl->slist_append(l->headers, str_c(l->arena, whole));
	check(l->headers != NULL);
}

/* The address that a name has turned out to mean in this moment, right before it is connected to: no answer of a name server comes in between. */
static curl_socket_t
on_socket(void *self, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct line *l = self;

	(void)purpose;
	if (address_is_public(&to->addr) || address_is_listed(&to->addr, l->ask.inside))
		return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
	l->is_inward = true;
	return CURL_SOCKET_BAD;
}

/* Never on a connection that another kind of ask opened: that one was not looked at. */
static void
prepare_look(struct line *l)
{
	const struct curl_library *curl = l->curl;

	curl->easy_setopt(l->easy, CURLOPT_OPENSOCKETFUNCTION, on_socket);
	curl->easy_setopt(l->easy, CURLOPT_OPENSOCKETDATA, l);
	curl->easy_setopt(l->easy, CURLOPT_FRESH_CONNECT, 1L);
	curl->easy_setopt(l->easy, CURLOPT_FORBID_REUSE, 1L);
	curl->easy_setopt(l->easy, CURLOPT_NOBODY, l->ask.kind == EXCHANGE_HEAD ? 1L : 0L);
}

/* The body goes out through line_listens() even of a POST: handed over whole, libcurl would send it a second time by itself where a kept
 * connection died under it, and the caller could not know that this may be the second. */
static void
prepare_http(struct line *l)
{
	const struct curl_library *curl = l->curl;

	curl->easy_setopt(l->easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl->easy_setopt(l->easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl->easy_setopt(l->easy, CURLOPT_USERAGENT, "mentord");
	add_header(l, S("Expect:"), S(""));    /* no second round for a body of a few kilobytes */
	if (l->ask.bearer.length > 0)
		add_header(l, S("Authorization: Bearer "), l->ask.bearer);
	if (l->ask.kind == EXCHANGE_POST) {
		add_header(l, S("Content-Type: "), l->ask.content_type);
		curl->easy_setopt(l->easy, CURLOPT_POST, 1L);
		curl->easy_setopt(l->easy, CURLOPT_POSTFIELDSIZE, (long)l->ask.body.length);
	}
	curl->easy_setopt(l->easy, CURLOPT_HTTPHEADER, l->headers);
	if (is_look(l->ask.kind))
		prepare_look(l);
}

static void
prepare_mail(struct line *l)
{
	const struct curl_library *curl = l->curl;
	bool may_be_plain = l->is_loopback && !l->ask.demands_tls;

	curl->easy_setopt(l->easy, CURLOPT_USE_SSL, (long)(may_be_plain ? CURLUSESSL_TRY : CURLUSESSL_ALL));
	curl->easy_setopt(l->easy, CURLOPT_FRESH_CONNECT, l->ask.demands_tls || l->is_second_try ? 1L : 0L);
	curl->easy_setopt(l->easy, CURLOPT_UPLOAD, 1L);
	curl->easy_setopt(l->easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)l->ask.body.length);
	curl->easy_setopt(l->easy, CURLOPT_MAIL_FROM, l->ask.from.at);
	l->recipients = curl->slist_append(NULL, l->ask.to.at);
	check(l->recipients != NULL);
	curl->easy_setopt(l->easy, CURLOPT_MAIL_RCPT, l->recipients);
	if (l->ask.user.length == 0)
		return;
	/* What mail servers offer; nothing that speaks to a domain controller or hashes with MD5. */
	curl->easy_setopt(l->easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
	curl->easy_setopt(l->easy, CURLOPT_USERNAME, l->ask.user.at);
	curl->easy_setopt(l->easy, CURLOPT_PASSWORD, l->ask.password.at);
}

static void
prepare_tls(struct line *l, const char *ca_file)
{
	const struct curl_library *curl = l->curl;

	curl->easy_setopt(l->easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl->easy_setopt(l->easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl->easy_setopt(l->easy, CURLOPT_SSL_VERIFYHOST, 2L);
	if (ca_file[0] == '\0')
		return;
	curl->easy_setopt(l->easy, CURLOPT_CAINFO, ca_file);
	curl->easy_setopt(l->easy, CURLOPT_CAPATH, (char *)NULL);    /* else the system's store would be believed as well */
}

void
line_prepare(struct line *l, const char *ca_file, int64_t now_us)
{
	const struct curl_library *curl = l->curl;
	int64_t left_ms = (l->deadline_us - now_us) / 1000;

	l->curl->slist_free_all(l->headers);
	l->curl->slist_free_all(l->recipients);
	l->headers = NULL;
	l->recipients = NULL;
	curl->easy_reset(l->easy);
	curl->easy_setopt(l->easy, CURLOPT_PRIVATE, l);
	curl->easy_setopt(l->easy, CURLOPT_URL, l->ask.url.at);
	curl->easy_setopt(l->easy, CURLOPT_PROTOCOLS_STR, l->ask.kind == EXCHANGE_MAIL ? "smtp,smtps" : "http,https");
	curl->easy_setopt(l->easy, CURLOPT_NOSIGNAL, 1L);
	curl->easy_setopt(l->easy, CURLOPT_PROXY, "");    /* whatever the environment says */
	curl->easy_setopt(l->easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	curl->easy_setopt(l->easy, CURLOPT_QUICK_EXIT, 1L);    /* time is up: not even a thread that still asks for a name is waited for */
	curl->easy_setopt(l->easy, CURLOPT_TIMEOUT_MS, (long)(left_ms > 0 ? left_ms : 1));
	curl->easy_setopt(l->easy, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
	curl->easy_setopt(l->easy, CURLOPT_MAXAGE_CONN, (long)IDLE_SECONDS);
	/* libcurl stands still until a QUIT is answered, and takes this time from the ask that was added last. It would also end a slow but
	 * living exchange, so exchange.c takes it back once the ask is added. */
	curl->easy_setopt(l->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)GOODBYE_SECONDS);
	prepare_tls(l, ca_file);
	if (l->ask.kind == EXCHANGE_MAIL)
		prepare_mail(l);
	else
		prepare_http(l);
	line_listens(l);
}
