/* A programme copied into a new one (F022): what it is, not who is in it. */
#include "access/visit.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/text.h"
#include "programmes/file_check.h"
#include "programmes/programmes.h"
#include "programmes/rules.h"

/* Where the copied one posts, the new one does not: its rooms are other ones. */
static const struct {
	struct str setting, value;
} rooms[] = {
	{ S_STATIC("slack.room"), S_STATIC("") }, { S_STATIC("advert.rooms"), S_STATIC("") }, { S_STATIC("advert.rhythm"), S_STATIC("off") },
	{ S_STATIC("waiting.rhythm"), S_STATIC("off") },
};

static enum outcome
check_wish(struct visit *v, struct arena *arena, const struct copy_wish *wish, struct copy_faults *faults)
{
	struct programme_of_slug_row row;
	enum outcome said = programme_of_slug(v->db, arena, wish->slug, &row);

	if (said != OK && said != NOT_FOUND)
		return said;
	if (said == OK)
		faults->slug = S("There is a programme with this word already. Choose another one.");
	else if (!slug_is_fine(wish->slug))
		faults->slug = S("Small letters a-z and digits, with hyphens between them, like night-school.");
	if (!file_mark_is_fine(wish->mark) || wish->mark.length > MARK_MOST)
		faults->mark = S("One to six capital letters A-Z and digits, like NS.");
	if (str_is_empty(file_line(arena, wish->name)) || text_length(wish->name) > NAME_MOST)
		faults->name = S("A name has at least one character and at most a hundred.");
	return str_is_empty(faults->slug) && str_is_empty(faults->mark) && str_is_empty(faults->name) ? OK : BAD_INPUT;
}

enum outcome
file_copy(struct visit *v, struct arena *arena, const struct copy_wish *wish, struct copy_faults *faults)
{
	struct complaints complaints = complaints_new(arena);
	struct programme_file file;
	size_t count;

	*faults = (struct copy_faults){ S(""), S(""), S("") };
	TRY(file_stored(v->db, arena, wish->of, &file));
	TRY(check_wish(v, arena, wish, faults));
	file.slug = wish->slug;
	file.name = file_line(arena, wish->name);
	file.mark = wish->mark;
	for (size_t i = 0; i < ARRAY_LENGTH(rooms); i++)
		file.settings[setting_place(rooms[i].setting)] = rooms[i].value;
	return file_apply(v, arena, &file, &complaints, &count);    /* of what is stored nothing is wrong */
}
