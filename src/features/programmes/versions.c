/* A version is the programme's file as it was, so that any two are compared, and an old one applied again, by what there is for files. */
#include "programmes/versions.h"

#include "access/api.h"
#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "programmes/programmes.h"
#include "programmes/store.h"

enum { WORDS_BYTES = 400, WORDS_SHOWN = 300 };

/* The first change, and how many there are beside it. */
static struct str
words_of(struct arena *arena, const struct changes *changes)
{
	struct buf out = buf_new(arena, WORDS_BYTES);
	struct str first;

	if (changes->count == 0)
		return S("written anew");
	first = change_words(arena, &changes->at[0]);
	if (first.length > WORDS_SHOWN)
		first = str_join(arena, 2, (struct str[]){ str_from(part_words[changes->at[0].part]), S(" changed") });
	buf_add(&out, first);
	if (changes->count > 1)
		buf_format(&out, "; and %zu more", changes->count - 1);
	return buf_str(&out);
}

static enum outcome
keep(struct visit *v, struct arena *arena, struct programme_id id, enum version_way way)
{
	struct complaints complaints = complaints_new(arena);
	struct version_newest_row newest = { 0 };
	struct programme_file now, before;
	struct str words = S("the first version"), yaml;
	enum outcome said;
	int64_t held;

	TRY(programme_hold(v->db, id, &held));
	TRY(file_of_programme(v->db, arena, id, &now));
	yaml = file_print(arena, &now);
	said = version_newest(v->db, arena, id, &newest);
	if (said != OK && said != NOT_FOUND)
		return said;
	if (said == OK && str_equal(newest.yaml, yaml))
		return OK;
	if (said == OK) {
		struct changes changes = { .arena = arena };

		if (file_read(arena, newest.yaml, &file_texts_builtin, &complaints, &before) == OK)
			changes = file_compare(arena, &before, &now, true);
		words = words_of(arena, &changes);
	}
	return version_add(v->db, &(struct version_add_values){ .id = { visit_new_id(v) }, .programme = id, .number = newest.number + 1, .way = way,
	    .author = v->who.id, .words = words, .yaml = yaml, .now = v->now });
}

enum outcome
version_keep(struct visit *v, struct programme_id id, enum version_way way)
{
	struct arena *arena;
	enum outcome said;

	arena_open(FILE_ARENA, &arena);
	said = keep(v, arena, id, way);
	arena_close(&arena);
	return said;
}

enum outcome
version_keep_form(struct visit *v)
{
	return version_keep(v, v->programme->id, api_is_call(v->request) ? VERSION_WAY_PROGRAM : VERSION_WAY_PAGE);
}

enum outcome
programme_version_due(struct visit *v, int64_t subject)
{
	return version_keep(v, (struct programme_id){ subject }, VERSION_WAY_SERVER);
}

enum outcome
version_yaml(struct visit *v, struct arena *arena, struct str slug, int64_t number, struct str *out)
{
	struct programme_of_slug_row programme;
	struct version_at_row row;

	TRY(programme_of_slug(v->db, arena, slug, &programme));
	TRY(version_at(v->db, arena, programme.id, number, &row));
	*out = row.yaml;
	return OK;
}

enum outcome
version_changes(struct visit *v, struct arena *arena, int64_t number, struct changes *out)
{
	struct complaints complaints = complaints_new(arena);
	struct version_at_row now, before;
	struct programme_file after_file, before_file;
	enum outcome said;

	*out = (struct changes){ .arena = arena };
	TRY(version_at(v->db, arena, v->programme->id, number, &now));
	said = version_at(v->db, arena, v->programme->id, number - 1, &before);
	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	if (file_read(arena, before.yaml, &file_texts_builtin, &complaints, &before_file) == OK &&
	    file_read(arena, now.yaml, &file_texts_builtin, &complaints, &after_file) == OK)
		*out = file_compare(arena, &before_file, &after_file, true);
	return OK;
}
