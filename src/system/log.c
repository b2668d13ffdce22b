/* Lines of the log: key=value, one event a line; whatever could break a line is escaped. */
#include "system/log.h"

#include <stdio.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 2000 };

static const char *role = "mentord";
static enum log_level least = LOG_INFO;

void
log_names_role(const char *name)
{
	role = name;
}

void
log_shows(enum log_level level)
{
	least = level;
}

struct line {
	char at[LINE_MAX_BYTES];
	size_t length;
};

static void
line_char(struct line *line, char c)
{
	if (line->length < LINE_MAX_BYTES - 1)
		line->at[line->length++] = c;
}

static void
line_text(struct line *line, const char *text)
{
	for (; *text != '\0'; text++)
		line_char(line, *text);
}

static void
line_hex(struct line *line, unsigned char c)
{
	static const char digits[] = "0123456789abcdef";

	line_text(line, "\\x");
	line_char(line, digits[c >> 4]);
	line_char(line, digits[c & 15]);
}

static void
line_quoted(struct line *line, struct str text)
{
	line_char(line, '"');
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c == '"' || c == '\\')
			line_char(line, '\\');
		if (c < 0x20 || c >= 0x7f)
			line_hex(line, c);    /* also what a terminal or a reader of the log might take for a line's end */
		else
			line_char(line, (char)c);
	}
	line_char(line, '"');
}

void
log_write(enum log_level level, const char *what, size_t count, const struct log_pair *pairs)
{
	static const char *const names[] = { "debug", "info", "warn", "error" };
	struct line line = { .length = 0 };
	char number[24];

	if (level < least)
		return;
	line_text(&line, "role=");
	line_text(&line, role);
	line_text(&line, " level=");
	line_text(&line, names[level]);
	line_text(&line, " what=");
	line_text(&line, what);
	for (size_t i = 0; i < count; i++) {
		line_char(&line, ' ');
		line_text(&line, pairs[i].key);
		line_char(&line, '=');
		if (pairs[i].text.at != NULL) {
			line_quoted(&line, pairs[i].text);
		} else {
			snprintf(number, sizeof(number), "%lld", (long long)pairs[i].whole);
			line_text(&line, number);
		}
	}
	line.at[line.length++] = '\n';
	(void)!write(STDERR_FILENO, line.at, line.length);    /* a log that cannot be written must not stop the service */
}
