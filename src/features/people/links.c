/* Links as they are typed, kept and shown. Which are let in: rules.c. */
#include "people/links.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/text.h"
#include "forms/say.h"
#include "people/rules.h"

struct str
links_read(struct arena *arena, struct str typed, const char **complaint)
{
	struct buf out = buf_new(arena, typed.length + 1);
	struct str rest = typed, line;
	size_t count = 0;

	*complaint = NULL;
	while (str_next(&rest, '\n', &line)) {
		line = text_trim(line);
		if (str_is_empty(line))
			continue;
		if (!link_is_fine(line))
			*complaint = N_("Each line is one link that begins with https:// or http://, without a name or password before the host.");
		else if (++count > LINKS_MOST)
			*complaint = N_("Five links are the most.");
		if (out.length > 0)
			buf_char(&out, '\n');
		buf_add(&out, line);
	}
	return buf_str(&out);
}

struct person_links
links_of(struct arena *arena, struct str stored)
{
	struct person_link *at = ARENA_MANY(arena, LINKS_MOST, struct person_link);
	struct str rest = stored, line;
	size_t count = 0;

	while (count < LINKS_MOST && str_next(&rest, '\n', &line))
		if (link_is_fine(line))
			at[count++] = (struct person_link){ line, str_skip(line, str_starts(line, S("https://")) ? 8 : 7) };
	return (struct person_links){ at, count };
}
