/* Texts are escaped, long lines folded between characters. Times are UTC: every calendar shows them on its owner's wall. */
#include "formats/ics.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/mime.h"
#include "formats/text.h"
#include "formats/when.h"

static bool
is_text(struct str text, bool may_have_lines)
{
	return text.length <= ICS_TEXT_MAX && text_is_utf8(text) && !text_has_controls(text, may_have_lines) && memchr(text.at, '\r', text.length) == NULL;
}

static bool
is_fine(const struct ics_event *e)
{
	return mime_is_id(e->uid) && e->turn >= 0 && moment_is_after(e->to, e->from) && is_text(e->summary, false) && e->summary.length > 0 &&
	    is_text(e->description, true) && mime_is_url(e->url);
}

/* "NAME:value", cut into lines of at most ICS_LINE_MAX bytes, the later ones behind a blank. */
static void
put_line(struct buf *out, struct str name, struct str value)
{
	size_t room = ICS_LINE_MAX - name.length;

	buf_add(out, name);
	while (value.length > room) {
		size_t length = room;

		while (length > 0 && ((unsigned char)value.at[length] & 0xc0) == 0x80)
			length--;
		buf_add(out, str_head(value, length));
		buf_add(out, S("\r\n "));
		value = str_skip(value, length);
		room = ICS_LINE_MAX - 1;
	}
	buf_add(out, value);
	buf_add(out, S("\r\n"));
}

static void
put_text(struct buf *out, struct str name, struct str text)
{
	struct buf escaped = buf_new(out->arena, 2 * ICS_TEXT_MAX + 1);

	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '\n')
			buf_add(&escaped, S("\\n"));
		else if (text.at[i] == '\\' || text.at[i] == ';' || text.at[i] == ',')
			buf_format(&escaped, "\\%c", text.at[i]);
		else
			buf_char(&escaped, text.at[i]);
	}
	put_line(out, name, buf_str(&escaped));
}

/* "20261124T130000Z" */
static void
put_moment(struct buf *out, struct str name, struct moment m)
{
	struct wall w = when_wall(NULL, m);
	struct buf text = buf_new(out->arena, ICS_LINE_MAX);

	buf_format(&text, "%04lld%02d%02dT%02d%02d%02dZ", (long long)w.year, w.month, w.day, w.hour, w.minute, w.second);
	put_line(out, name, buf_str(&text));
}

struct str
ics_method(const struct ics_event *e)
{
	return e->is_off ? S("CANCEL") : S("PUBLISH");
}

enum outcome
ics_print(struct arena *arena, const struct ics_event *e, struct str *out)
{
	struct buf bytes = buf_new(arena, ICS_BYTES_MAX), turn = buf_new(arena, ICS_LINE_MAX);

	if (!is_fine(e))
		return BAD_INPUT;
	buf_whole(&turn, e->turn);
	buf_add(&bytes, S("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mentord//sessions//EN\r\nCALSCALE:GREGORIAN\r\n"));
	put_line(&bytes, S("METHOD:"), ics_method(e));
	buf_add(&bytes, S("BEGIN:VEVENT\r\n"));
	put_line(&bytes, S("UID:"), e->uid);
	put_line(&bytes, S("SEQUENCE:"), buf_str(&turn));
	put_moment(&bytes, S("DTSTAMP:"), e->at);
	put_moment(&bytes, S("DTSTART:"), e->from);
	put_moment(&bytes, S("DTEND:"), e->to);
	put_text(&bytes, S("SUMMARY:"), e->summary);
	if (e->description.length > 0)
		put_text(&bytes, S("DESCRIPTION:"), e->description);
	put_line(&bytes, S("URL:"), e->url);
	put_line(&bytes, S("STATUS:"), e->is_off ? S("CANCELLED") : S("CONFIRMED"));
	buf_add(&bytes, S("TRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
	*out = buf_str(&bytes);
	return bytes.is_overflown ? TOO_LARGE : OK;
}
