/* The headers and parts of a mail, and what may stand in them. */
#include "formats/mime.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/calendar.h"
#include "formats/text.h"

enum { LOCAL_MAX = 64, LABEL_MAX = 63, BOUNDARY_OF_ID = 40, METHOD_MAX = 20 };

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* atext of RFC 5322, 3.2.3. */
static bool
is_atom_sign(char c)
{
	return is_letter_or_digit(c) || (c != '\0' && strchr("!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

/* Atoms with single dots between them. */
static bool
is_dot_atom(struct str s)
{
	struct str part;

	if (s.length == 0 || s.at[s.length - 1] == '.')
		return false;
	while (str_next(&s, '.', &part)) {
		if (part.length == 0)
			return false;
		for (size_t i = 0; i < part.length; i++)
			if (!is_atom_sign(part.at[i]))
				return false;
	}
	return true;
}

static bool
is_domain(struct str s)
{
	struct str label;

	if (s.length == 0 || s.at[s.length - 1] == '.')
		return false;
	while (str_next(&s, '.', &label)) {
		if (label.length == 0 || label.length > LABEL_MAX || label.at[0] == '-' || label.at[label.length - 1] == '-')
			return false;
		for (size_t i = 0; i < label.length; i++)
			if (!is_letter_or_digit(label.at[i]) && label.at[i] != '-')
				return false;
	}
	return true;
}

bool
mime_is_address(struct str s)
{
	size_t at = str_find(s, '@');

	return s.length <= MIME_ADDRESS_MAX && at <= LOCAL_MAX && is_dot_atom(str_head(s, at)) && is_domain(str_skip(s, at + 1));
}

bool
mime_is_id(struct str s)
{
	size_t at = str_find(s, '@');

	return s.length <= MIME_ID_MAX && is_dot_atom(str_head(s, at)) && is_dot_atom(str_skip(s, at + 1));
}

static bool
is_header_text(struct str s)
{
	return s.length <= MIME_TEXT_MAX && text_is_utf8(s) && !text_has_controls(s, false);
}

static bool
is_mailbox(const struct mime_mailbox *m)
{
	return mime_is_address(m->address) && is_header_text(m->name);
}

bool
mime_is_url(struct str s)
{
	if (s.length > MIME_URL_MAX || (!str_starts(s, S("https://")) && !str_starts(s, S("http://"))))
		return false;
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] <= ' ' || s.at[i] > '~' || s.at[i] == '<' || s.at[i] == '>')
			return false;
	return true;
}

static bool
is_method(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] < 'A' || s.at[i] > 'Z')
			return false;
	return s.length > 0 && s.length <= METHOD_MAX;
}

static bool
is_body(struct str s)
{
	return text_is_utf8(s) && !text_has_controls(s, true);
}

static bool
is_thread(const struct mime_mail *m)
{
	if (m->references.count > MIME_REFERENCES_MAX || (m->in_reply_to.length > 0 && !mime_is_id(m->in_reply_to)))
		return false;
	for (size_t i = 0; i < m->references.count; i++)
		if (!mime_is_id(m->references.at[i]))
			return false;
	return mime_is_id(m->id);
}

static bool
is_head(const struct mime_mail *m)
{
	bool has_reply_to = m->reply_to.address.length > 0 || m->reply_to.name.length > 0;

	if (!is_mailbox(&m->from) || !is_mailbox(&m->to) || (has_reply_to && !is_mailbox(&m->reply_to)) || !is_thread(m))
		return false;
	if (!is_header_text(m->subject) || text_trim(m->subject).length == 0)
		return false;
	return m->unsubscribe_url.length == 0 || mime_is_url(m->unsubscribe_url);
}

static bool
is_content(const struct mime_mail *m)
{
	if (m->calendar.length > 0 && !is_method(m->calendar_method))
		return false;
	return m->text.length > 0 && is_body(m->text) && is_body(m->html) && is_body(m->calendar);
}

/* A name in quotes, so that no sign of it means anything in a list of addresses; or as encoded words. */
static void
add_name(struct buf *out, struct str name, size_t before)
{
	if (mime_is_plain(name, before + 2) && str_find(name, '"') == name.length && str_find(name, '\\') == name.length) {
		buf_char(out, '"');
		buf_add(out, name);
		buf_char(out, '"');
	} else {
		mime_words_print(out, name, before);
	}
}

static size_t
column_of(const struct buf *out)
{
	size_t column = 0;

	while (column < out->length && out->at[out->length - 1 - column] != '\n')
		column++;
	return column;
}

static void
add_mailbox(struct buf *out, struct str header, const struct mime_mailbox *m)
{
	buf_add(out, header);
	if (m->name.length > 0)
		add_name(out, m->name, header.length);
	if (column_of(out) + m->address.length + 3 > MIME_LINE_MAX)
		buf_add(out, S("\r\n "));
	else if (m->name.length > 0)
		buf_char(out, ' ');
	buf_char(out, '<');
	buf_add(out, m->address);
	buf_add(out, S(">\r\n"));
}

static void
add_subject(struct buf *out, struct str subject)
{
	static const struct str header = S_STATIC("Subject: ");

	buf_add(out, header);
	if (mime_is_plain(subject, header.length))
		buf_add(out, subject);
	else
		mime_words_print(out, subject, header.length);
	buf_add(out, S("\r\n"));
}

static void
add_date(struct buf *out, struct moment at)
{
	static const char days[] = "MonTueWedThuFriSatSun", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int64_t day = calendar_floor(at.us, US_PER_DAY), second = calendar_floor(at.us - day * US_PER_DAY, US_PER_SECOND);
	struct date date = calendar_date(day);

	buf_format(out, "Date: %.3s, %02d %.3s %04lld %02d:%02d:%02d +0000\r\n", days + calendar_weekday(day) * 3, date.day,
	    months + (date.month - 1) * 3, (long long)date.year, (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

/* Each id on a line of its own: some are longer than half a line. */
static void
add_ids(struct buf *out, struct str header, struct str_list ids)
{
	if (ids.count == 0)
		return;
	buf_add(out, header);
	for (size_t i = 0; i < ids.count; i++) {
		buf_add(out, i > 0 || header.length + ids.at[i].length + 2 > MIME_LINE_MAX ? S("\r\n <") : S(" <"));
		buf_add(out, ids.at[i]);
		buf_char(out, '>');
	}
	buf_add(out, S("\r\n"));
}

static void
add_headers(struct buf *out, const struct mime_mail *m)
{
	struct str id = m->id, answers = m->in_reply_to;

	add_date(out, m->at);
	add_mailbox(out, S("From: "), &m->from);
	add_mailbox(out, S("To: "), &m->to);
	if (m->reply_to.address.length > 0)
		add_mailbox(out, S("Reply-To: "), &m->reply_to);
	add_subject(out, m->subject);
	add_ids(out, S("Message-ID:"), (struct str_list){ &id, 1 });
	add_ids(out, S("In-Reply-To:"), (struct str_list){ &answers, answers.length > 0 });
	add_ids(out, S("References:"), m->references);
	if (m->unsubscribe_url.length > 0) {
		buf_add(out, S("List-Unsubscribe:\r\n <"));
		buf_add(out, m->unsubscribe_url);
		buf_add(out, S(">\r\n"));
	}
	if (str_starts(m->unsubscribe_url, S("https://")))
		buf_add(out, S("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
	buf_add(out, S("Auto-Submitted: auto-generated\r\n"));
	if (m->is_bulk)
		buf_add(out, S("Precedence: bulk\r\n"));
	buf_add(out, S("MIME-Version: 1.0\r\n"));
}

/* "=_" stands in no line of quoted-printable or base64, so a boundary that begins so stands in no part, whatever people wrote. */
static void
add_boundary(struct buf *out, const struct mime_mail *m, char which)
{
	struct str local = str_head(str_head(m->id, str_find(m->id, '@')), BOUNDARY_OF_ID);

	buf_add(out, S("=_"));
	buf_char(out, which);
	buf_char(out, '_');
	for (size_t i = 0; i < local.length; i++)
		buf_char(out, is_letter_or_digit(local.at[i]) ? local.at[i] : '.');
}

static void
add_delimiter(struct buf *out, const struct mime_mail *m, char which, bool is_last)
{
	buf_add(out, S("\r\n--"));
	add_boundary(out, m, which);
	buf_add(out, is_last ? S("--\r\n") : S("\r\n"));
}

static void
add_multipart(struct buf *out, const struct mime_mail *m, struct str kind, char which)
{
	buf_add(out, S("Content-Type: multipart/"));
	buf_add(out, kind);
	buf_add(out, S(";\r\n boundary=\""));
	add_boundary(out, m, which);
	buf_add(out, S("\"\r\n"));
}

static void
add_part(struct buf *out, struct str type, struct str more, struct str text)
{
	struct str encoding = mime_encoding(text);

	buf_add(out, S("Content-Type: "));
	buf_add(out, type);
	buf_add(out, S("; charset=utf-8"));
	buf_add(out, more);
	buf_add(out, S("\r\nContent-Transfer-Encoding: "));
	buf_add(out, encoding);
	buf_add(out, S("\r\n\r\n"));
	mime_body_print(out, text, encoding);
}

static void
add_letter(struct buf *out, const struct mime_mail *m)
{
	if (m->html.length == 0) {
		add_part(out, S("text/plain"), S(""), m->text);
		return;
	}
	add_multipart(out, m, S("alternative"), 'a');
	add_delimiter(out, m, 'a', false);
	add_part(out, S("text/plain"), S(""), m->text);
	add_delimiter(out, m, 'a', false);
	add_part(out, S("text/html"), S(""), m->html);
	add_delimiter(out, m, 'a', true);
}

/* Beside the letter rather than an alternative to it: a program that shows calendars would else show the date in place of the words. */
static void
add_all(struct buf *out, const struct mime_mail *m)
{
	struct str more = str_join(out->arena, 3, (struct str[]){ S("; method="), m->calendar_method,
	    S(";\r\n name=\"invite.ics\"\r\nContent-Disposition: attachment; filename=\"invite.ics\"") });

	add_headers(out, m);
	if (m->calendar.length == 0) {
		add_letter(out, m);
		return;
	}
	add_multipart(out, m, S("mixed"), 'm');
	add_delimiter(out, m, 'm', false);
	add_letter(out, m);
	add_delimiter(out, m, 'm', false);
	add_part(out, S("text/calendar"), more, m->calendar);
	add_delimiter(out, m, 'm', true);
}

enum outcome
mime_print(struct arena *arena, const struct mime_mail *m, struct str *out)
{
	struct buf whole = buf_new(arena, MIME_MESSAGE_MAX);

	if (m->text.length > MIME_MESSAGE_MAX || m->html.length > MIME_MESSAGE_MAX || m->calendar.length > MIME_MESSAGE_MAX)
		return TOO_LARGE;
	if (!is_head(m) || !is_content(m))
		return BAD_INPUT;
	add_all(&whole, m);
	*out = buf_str(&whole);
	return whole.is_overflown ? TOO_LARGE : OK;
}
