/* The programmes of a story: ready ones, those of files, and single numbers of them. */
#include "base/arena.h"
#include "base/limits.h"
#include "programmes/programmes.h"
#include "programmes/store.h"
#include "story.h"
#include "system/file.h"

/* A ready programme; under another slug it stands for "another programme". */
bool
tale_programme(struct tale *t, struct str slug, struct str as_slug)
{
	struct str file = programme_builtin(slug), line = str_join(t->arena, 2, (struct str[]){ S("slug: "), slug }), complaint = S("");
	struct visit *v = tale_begin(t);
	size_t at = 0;
	enum outcome said;

	while (at < file.length && !str_starts(str_skip(file, at), line))
		at++;
	file = str_join(t->arena, 4, (struct str[]){ str_head(file, at), S("slug: "), as_slug, str_skip(file, at + line.length) });
	said = programme_load_file(v, as_slug, file, &complaint);
	if (said != OK)
		fprintf(t->out, "%.*s\n", STR_FORMAT(complaint));
	if (!tale_end(t, said))
		return false;
	t->programme = v->programme_id;
	t->slug = str_copy(t->arena, as_slug);
	return true;
}

/* Applied as it stands, however often. */
bool
tale_programme_of(struct tale *t, struct str path)
{
	struct str file, complaint = S("");
	struct visit *v = tale_begin(t);
	struct programme_row_row row;
	enum outcome said = file_system.read(file_system.self, v->arena, str_c(v->arena, path), LIMIT_YAML_BYTES, &file);

	if (said == OK)
		said = programme_load_file(v, path, file, &complaint);
	if (said != OK)
		fprintf(t->out, "%.*s\n", STR_FORMAT(complaint));
	if (said == OK)
		said = programme_row(v->db, v->arena, v->programme_id, &row);
	if (!tale_end(t, said))
		return false;
	t->programme = row.id;
	t->slug = str_copy(t->arena, row.slug);
	return true;
}

bool
tale_setting(struct tale *t, struct str name, struct str value)
{
	struct visit *v = tale_begin(t);
	enum outcome said = setting_set(v->db, (struct setting_id){ visit_new_id(v) }, t->programme, name, value);

	return tale_end(t, said == OK ? programme_touch(v) : said);
}
