/* A mail message as bytes (RFC 5322, 2045–2047, 8058): ours, not libcurl's, since a retry must have the same bytes and libcurl draws its
 * boundaries by chance (docs/decisions/0019-mail.md). The same mail prints the same bytes, always. Nothing that was given can begin a
 * header: a value with a line end, NUL, another control character or a mark that turns the reading direction is refused. */
#ifndef FORMATS_MIME_H
#define FORMATS_MIME_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/moment.h"
#include "base/outcome.h"
#include "base/str.h"

/* MESSAGE: what is longer is cut by mail programs (UX.md 11). ADDRESS: RFC 5321. TEXT: a name of 200 characters of any script. URL: far below
 * the 998 bytes that a line may have, since an address in a header cannot be folded. */
enum {
	MIME_MESSAGE_MAX = 102 << 10, MIME_ADDRESS_MAX = 254, MIME_TEXT_MAX = 1000, MIME_ID_MAX = 200, MIME_URL_MAX = 800, MIME_REFERENCES_MAX = 20,
	MIME_LINE_MAX = 76
};

struct mime_mailbox {
	struct str name;       /* shown; may be empty; at most MIME_TEXT_MAX bytes */
	struct str address;    /* mime_is_address() */
};

struct mime_mail {
	struct mime_mailbox from, to;
	struct mime_mailbox reply_to;    /* empty address = none */
	struct str subject;              /* 1 to MIME_TEXT_MAX bytes */
	struct moment at;
	struct str id;                   /* what stands between < and >: "0x7k2…@mentors.example" (mime_is_id()) */
	struct str in_reply_to;          /* likewise; empty = none */
	struct str_list references;      /* likewise, oldest first; at most MIME_REFERENCES_MAX */
	struct str unsubscribe_url;      /* http(s); empty = none. One click (RFC 8058) is offered with https alone, as it says */
	bool is_bulk;                    /* Precedence: bulk, so that nobody's "away" note answers a digest or advert */
	struct str text;                 /* lines end with \n */
	struct str html;                 /* empty = text alone */
	struct str calendar;             /* text/calendar, lines as the printer of calendars ends them; empty = none */
	struct str calendar_method;      /* "REQUEST", "CANCEL" … */
};

/* OK; BAD_INPUT if a field is not what it must be; TOO_LARGE above MIME_MESSAGE_MAX. Lines end with CRLF and have at most MIME_LINE_MAX
 * columns, but those of an address that cannot be folded; all bytes are ASCII. */
enum outcome mime_print(struct arena *, const struct mime_mail *, struct str *out);

/* One bare address that needs no quoting (RFC 5321 Dot-string "@" Domain): ASCII, at most MIME_ADDRESS_MAX bytes, 64 before the "@". */
bool mime_is_address(struct str);

/* An http or https address of visible ASCII without < and >, at most MIME_URL_MAX bytes. */
bool mime_is_url(struct str);

/* What may stand between < and > of a Message-ID: dot-atoms around one "@". */
bool mime_is_id(struct str);

/* True if text can stand in a header as it is, behind `before` columns of its line: visible ASCII that is no encoded word, and fits. */
bool mime_is_plain(struct str text, size_t before);

/* Any text as encoded words (RFC 2047), "q" or "b", whichever is shorter: cut between characters, at most 75 bytes each, folded so that no
 * line has more than MIME_LINE_MAX columns, the first one behind `before`. */
void mime_words_print(struct buf *, struct str text, size_t before);

/* "quoted-printable" or "base64": in which of them text, with lines that end with \n or CRLF, is shorter; and the text in it, its lines of at
 * most MIME_LINE_MAX columns ending with CRLF. */
struct str mime_encoding(struct str text);
void mime_body_print(struct buf *, struct str text, struct str encoding);

#endif
