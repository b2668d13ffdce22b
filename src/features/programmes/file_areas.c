/* The focus areas of a programme, in its file (F029): read, judged, compared, written, printed. An area is its name. */
#include "programmes/areas.h"

#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "forms/form.h"
#include "programmes/file_apply.h"
#include "programmes/file_check.h"
#include "programmes/file_compare.h"

static bool
is_yes(const char *text)
{
	return text != NULL && str_equal(str_from(text), S("yes"));
}

void
file_read_areas(struct arena *arena, const struct yaml_programme *from, struct programme_file *to)
{
	to->areas = ARENA_MANY(arena, from->focus_count + 1, struct file_area);
	for (unsigned i = 0; i < from->focus_count; i++) {
		const struct yaml_area *one = &from->focus[i];

		to->areas[to->area_count++] = (struct file_area){ .name = file_line(arena, str_from(one->name)), .is_retired = is_yes(one->retired),
			.url = one->url == NULL ? S("") : file_line(arena, str_from(one->url)) };
	}
}

static const struct file_area *
area_in(const struct programme_file *file, struct str name, size_t most)
{
	for (size_t i = 0; i < file->area_count && i < most; i++)
		if (str_equal(file->areas[i].name, name))
			return &file->areas[i];
	return NULL;
}

void
file_check_areas(struct arena *arena, const struct yaml_programme *from, const struct programme_file *file, struct complaints *complaints)
{
	(void)arena;
	for (size_t i = 0; i < file->area_count; i++) {
		const struct file_area *area = &file->areas[i], *before = area_in(file, area->name, i);
		const char *retired = from->focus[i].retired;

		if (before != NULL)
			complaints_add(complaints, file_place(file, "focus", i, "name"), "the area \"%.*s\" stands here already: see line %ld", STR_FORMAT(area->name),
			    file_place(file, "focus", (size_t)(before - file->areas), "name").line);
		if (!str_is_empty(area->url) && !form_link_is_fine(area->url))
			complaints_add(complaints, file_place(file, "focus", i, "url"), "url is an address that begins with https:// or http://, not \"%.*s\"", STR_FORMAT(area->url));
		if (retired != NULL && !is_yes(retired) && !str_equal(str_from(retired), S("no")))
			complaints_add(complaints, file_place(file, "focus", i, "retired"), "retired is yes or no, not \"%s\"", retired);
	}
}

enum outcome
file_stored_areas(struct db *db, struct arena *arena, struct programme_id id, struct programme_file *to)
{
	struct areas_of_rows rows;

	TRY(areas_of(db, arena, id, AREAS_MOST, &rows));
	to->areas = ARENA_MANY(arena, rows.count + 1, struct file_area);
	for (size_t i = 0; i < rows.count; i++)
		to->areas[to->area_count++] = (struct file_area){ .name = file_line(arena, rows.at[i].name), .url = rows.at[i].url, .is_retired = rows.at[i].is_retired,
			.position = rows.at[i].position };
	return OK;
}

void
file_print_areas(struct buf *out, const struct programme_file *file)
{
	if (file->area_count > 0)
		buf_add(out, S("\nfocus:\n"));
	for (size_t i = 0; i < file->area_count; i++) {
		buf_add(out, S("  - name: "));
		yaml_add_text(out, file->areas[i].name);
		if (!str_is_empty(file->areas[i].url)) {
			buf_add(out, S("\n    url: "));
			yaml_add_text(out, file->areas[i].url);
		}
		buf_add(out, file->areas[i].is_retired ? S("\n    retired: \"yes\"\n") : S("\n"));
	}
}

/* Retired ones stand last, wherever the file has them. */
static struct str_list
names_of(struct arena *arena, const struct programme_file *file, bool with_retired)
{
	struct str_list names = { .at = ARENA_MANY(arena, file->area_count + 1, struct str) };

	for (size_t i = 0; i < file->area_count; i++)
		if (with_retired || !file->areas[i].is_retired)
			names.at[names.count++] = file->areas[i].name;
	return names;
}

static bool
keeps_order(struct arena *arena, const struct programme_file *before, const struct programme_file *after)
{
	struct str_list was = names_of(arena, before, true), now = names_of(arena, after, false);

	return compare_keeps_order(&was, &now);
}

void
compare_areas(struct comparing *c)
{
	static const struct str states[] = { S_STATIC("in use"), S_STATIC("retired") };

	for (size_t i = 0; i < c->after->area_count; i++) {
		const struct file_area *now = &c->after->areas[i], *was = area_in(c->before, now->name, c->before->area_count);

		if (was == NULL) {
			compare_appears(c, PART_AREA, now->name, now->name);
			continue;
		}
		compare_differs(c, (struct change){ .part = PART_AREA, .name = now->name, .aspect = "url", .before = was->url, .after = now->url });
		compare_differs(c, (struct change){ .part = PART_AREA, .name = now->name, .aspect = "state", .before = states[was->is_retired], .after = states[now->is_retired] });
	}
	if (!keeps_order(c->changes->arena, c->before, c->after))
		compare_differs(c, (struct change){ .part = PART_AREA, .name = S("list"), .aspect = "order", .before = S("another"), .after = S("as listed") });
	for (size_t i = 0; i < c->before->area_count; i++)
		if (area_in(c->after, c->before->areas[i].name, c->after->area_count) == NULL)
			compare_misses(c, PART_AREA, c->before->areas[i].name, c->before->areas[i].name);
}

static bool
is_same(const struct file_area *was, const struct file_area *now, int64_t position)
{
	return was->position == position && was->is_retired == now->is_retired && str_equal(was->url, now->url);
}

/* New ones stand behind those that are there, unless all get their places anew. */
enum outcome
apply_areas(struct applying *a)
{
	bool is_anew = a->present == NULL || !keeps_order(a->arena, &a->before, a->file);
	int64_t last = 0;

	for (size_t i = 0; !is_anew && i < a->before.area_count; i++)
		last = a->before.areas[i].position > last ? a->before.areas[i].position : last;
	for (size_t i = 0; i < a->file->area_count; i++) {
		const struct file_area *now = &a->file->areas[i], *was = a->present == NULL ? NULL : area_in(&a->before, now->name, a->before.area_count);
		int64_t position = is_anew ? (int64_t)i + 1 : was != NULL ? was->position : ++last;

		if (was != NULL && is_same(was, now, position))
			continue;
		TRY(area_put(a->v->db, &(struct area_put_values){ .id = { visit_new_id(a->v) }, .programme = a->id, .name = now->name, .url = now->url, .position = position,
		    .is_retired = now->is_retired, .now = a->v->now }));
	}
	return OK;
}
