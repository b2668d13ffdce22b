/* Mails as whoever gets them reads them. */
#include "outside.h"

struct str
mail_header(struct str mail, struct str name)
{
	struct str line;

	while (str_next(&mail, '\n', &line) && line.length > 1)
		if (str_starts(line, name))
			return str_trim(str_skip(line, name.length));
	return S("");
}

static int
hex_of(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

struct str
mail_readable(struct tale *t, struct str mail)
{
	struct buf out = buf_new(t->arena, mail.length + 1);

	for (size_t i = 0; i < mail.length; i++) {
		if (mail.at[i] == '\r')
			continue;
		if (mail.at[i] == '=' && i + 2 < mail.length && mail.at[i + 1] == '\r')
			i += 2;
		else if (mail.at[i] == '=' && i + 2 < mail.length && hex_of(mail.at[i + 1]) >= 0 && hex_of(mail.at[i + 2]) >= 0) {
			buf_char(&out, (char)(hex_of(mail.at[i + 1]) * 16 + hex_of(mail.at[i + 2])));
			i += 2;
		} else
			buf_char(&out, mail.at[i]);
	}
	return buf_str(&out);
}
