/* A programme copied into a new one (F022): what it is, not who is in it. */
#include "access/visit.h"
#include "base/arena.h"
#include "base/check.h"
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
check_wish(struct visit *v, struct arena *arena, const struct copy_wish *wish, struct complaints *complaints)
{
	const struct place nowhere = { 1, 1 };
	struct programme_of_slug_row row;
	enum outcome said = programme_of_slug(v->db, arena, wish->slug, &row);

	if (said == OK)
		complaints_add(complaints, nowhere, "there is a programme \"%.*s\" already", STR_FORMAT(wish->slug));
	if (!slug_is_fine(wish->slug))
		complaints_add(complaints, nowhere, "a slug is a word of small letters a-z, digits and hyphens between them, not \"%.*s\"", STR_FORMAT(wish->slug));
	if (!file_mark_is_fine(wish->mark) || wish->mark.length > MARK_MOST)
		complaints_add(complaints, nowhere, "a mark is at most %d capital letters A-Z and digits, not \"%.*s\"", MARK_MOST, STR_FORMAT(wish->mark));
	if (str_is_empty(file_line(arena, wish->name)) || wish->name.length > NAME_MOST)
		complaints_add(complaints, nowhere, "a name has between 1 and %d characters", NAME_MOST);
	return complaints->count > 0 ? BAD_INPUT : said == NOT_FOUND ? OK : said;
}

enum outcome
file_copy(struct visit *v, struct arena *arena, const struct copy_wish *wish, struct complaints *complaints)
{
	struct programme_file file;
	size_t count;

	TRY(file_stored(v->db, arena, wish->of, &file));
	TRY(check_wish(v, arena, wish, complaints));
	file.slug = wish->slug;
	file.name = file_line(arena, wish->name);
	file.mark = wish->mark;
	for (size_t i = 0; i < ARRAY_LENGTH(rooms); i++)
		file.settings[setting_place(rooms[i].setting)] = rooms[i].value;
	return file_apply(v, arena, &file, complaints, &count);
}
