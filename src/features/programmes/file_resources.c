/* What a programme points to elsewhere, in its file (F030): read, judged, compared, written, printed. */
#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "programmes/file_apply.h"
#include "programmes/file_check.h"
#include "programmes/file_compare.h"
#include "programmes/resources.h"
#include "programmes/rules.h"

static struct str
raw(const char *text, const char *otherwise)
{
	return str_from(text == NULL ? otherwise : text);
}

void
file_read_resources(struct arena *arena, const struct yaml_programme *from, struct programme_file *to)
{
	to->resources = ARENA_MANY(arena, from->resources_count + 1, struct file_resource);
	for (unsigned i = 0; i < from->resources_count; i++) {
		const struct yaml_resource *r = &from->resources[i];

		to->resources[to->resource_count++] = (struct file_resource){ .slug = file_line(arena, raw(r->slug, "")), .title = file_line(arena, raw(r->title, "")),
			.url = file_line(arena, raw(r->url, "")), .about = file_line(arena, raw(r->about, "")), .role = file_line(arena, raw(r->role, "all")),
			.is_retired = str_equal(raw(r->retired, "no"), S("yes")), .is_room = str_equal(raw(r->room, "no"), S("yes")) };
	}
}

/* The entry before it that has the same slug; its own place if none has. */
static size_t
first_of(const struct programme_file *file, size_t entry)
{
	for (size_t i = 0; i < entry; i++)
		if (str_equal(file->resources[i].slug, file->resources[entry].slug))
			return i;
	return entry;
}

static void
check_one(const struct yaml_resource *from, const struct programme_file *file, size_t i, struct complaints *complaints)
{
	const struct file_resource *r = &file->resources[i];
	struct str retired = raw(from->retired, "no"), room = raw(from->room, "no");
	size_t first = first_of(file, i);

	if (!slug_is_fine(r->slug))
		complaints_add(complaints, file_place(file, "resources", i, "slug"), "slug is a word of small letters a-z, digits and hyphens between them, not \"%.*s\"", STR_FORMAT(r->slug));
	if (first != i)
		complaints_add(complaints, file_place(file, "resources", i, "slug"), "the slug \"%.*s\" is taken already: see line %ld", STR_FORMAT(r->slug),
		    file_place(file, "resources", first, "slug").line);
	if (!form_link_is_fine(r->url))
		complaints_add(complaints, file_place(file, "resources", i, "url"), "url is an address that begins with https:// or http://, not \"%.*s\"", STR_FORMAT(r->url));
	if (resource_role_of(r->role) == RESOURCE_ROLE_NONE)
		complaints_add(complaints, file_place(file, "resources", i, "for"), "for is one of: all mentee mentor; not \"%.*s\"", STR_FORMAT(r->role));
	if (!str_equal(room, S("yes")) && !str_equal(room, S("no")))
		complaints_add(complaints, file_place(file, "resources", i, "room"), "room is yes or no, not \"%.*s\"", STR_FORMAT(room));
	if (!str_equal(retired, S("yes")) && !str_equal(retired, S("no")))
		complaints_add(complaints, file_place(file, "resources", i, "retired"), "retired is yes or no, not \"%.*s\"", STR_FORMAT(retired));
}

void
file_check_resources(struct arena *arena, const struct yaml_programme *from, const struct programme_file *file, struct complaints *complaints)
{
	(void)arena;
	for (size_t i = 0; i < file->resource_count; i++)
		check_one(&from->resources[i], file, i, complaints);
}

enum outcome
file_stored_resources(struct db *db, struct arena *arena, struct programme_id id, struct programme_file *to)
{
	struct resources_of_rows rows;

	TRY(resources_of(db, arena, id, RESOURCES_MOST, &rows));
	to->resources = ARENA_MANY(arena, rows.count + 1, struct file_resource);
	for (size_t i = 0; i < rows.count; i++)
		to->resources[to->resource_count++] = (struct file_resource){ .slug = rows.at[i].slug, .title = file_line(arena, rows.at[i].title), .url = rows.at[i].url,
			.about = file_line(arena, rows.at[i].about), .role = resource_role_name(rows.at[i].role), .is_retired = rows.at[i].is_retired, .is_room = rows.at[i].is_room,
			.position = rows.at[i].position };
	return OK;
}

static void
add(struct buf *out, const char *before, struct str text)
{
	buf_add(out, str_from(before));
	yaml_add_text(out, text);
}

void
file_print_resources(struct buf *out, const struct programme_file *file)
{
	if (file->resource_count > 0)
		buf_add(out, S("\nresources:\n"));
	for (size_t i = 0; i < file->resource_count; i++) {
		const struct file_resource *r = &file->resources[i];

		add(out, "  - slug: ", r->slug);
		add(out, "\n    title: ", r->title);
		add(out, "\n    url: ", r->url);
		if (!str_is_empty(r->about))
			add(out, "\n    about: ", r->about);
		add(out, "\n    for: ", r->role);
		if (r->is_room)
			buf_add(out, S("\n    room: \"yes\""));
		buf_add(out, r->is_retired ? S("\n    retired: \"yes\"\n") : S("\n"));
	}
}

static const struct file_resource *
resource_in(const struct programme_file *file, struct str slug)
{
	for (size_t i = 0; i < file->resource_count; i++)
		if (str_equal(file->resources[i].slug, slug))
			return &file->resources[i];
	return NULL;
}

/* Retired ones have no place of their own: they stand last. */
static struct str_list
slugs_of(struct arena *arena, const struct programme_file *file, bool with_retired)
{
	struct str_list slugs = { .at = ARENA_MANY(arena, file->resource_count + 1, struct str) };

	for (size_t i = 0; i < file->resource_count; i++)
		if (with_retired || !file->resources[i].is_retired)
			slugs.at[slugs.count++] = file->resources[i].slug;
	return slugs;
}

static bool
keeps_order(struct arena *arena, const struct programme_file *before, const struct programme_file *after)
{
	struct str_list was = slugs_of(arena, before, true), now = slugs_of(arena, after, false);

	return compare_keeps_order(&was, &now);
}

static void
compare_one(struct comparing *c, const struct file_resource *was, const struct file_resource *now)
{
	static const struct str kinds[] = { S_STATIC("no"), S_STATIC("yes") };
	static const struct str states[] = { S_STATIC("in use"), S_STATIC("retired") };
	const struct { const char *aspect; struct str was, now; } words[] = {
		{ "title", was->title, now->title }, { "url", was->url, now->url }, { "about", was->about, now->about }, { "for", was->role, now->role }, { "room", kinds[was->is_room], kinds[now->is_room] },
		{ "state", states[was->is_retired], states[now->is_retired] },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
		compare_differs(c, (struct change){ .part = PART_RESOURCE, .name = now->slug, .aspect = words[i].aspect, .before = words[i].was, .after = words[i].now });
}

void
compare_resources(struct comparing *c)
{
	for (size_t i = 0; i < c->after->resource_count; i++) {
		const struct file_resource *now = &c->after->resources[i], *was = resource_in(c->before, now->slug);

		if (was == NULL)
			compare_appears(c, PART_RESOURCE, now->slug, now->title);
		else
			compare_one(c, was, now);
	}
	if (!keeps_order(c->changes->arena, c->before, c->after))
		compare_differs(c, (struct change){ .part = PART_RESOURCE, .name = S("list"), .aspect = "order", .before = S("another"), .after = S("as listed") });
	for (size_t i = 0; i < c->before->resource_count; i++)
		if (resource_in(c->after, c->before->resources[i].slug) == NULL)
			compare_misses(c, PART_RESOURCE, c->before->resources[i].slug, c->before->resources[i].title);
}

/* A new one stands behind all that are there, unless all of them get their places anew. */
static int64_t
place_of(const struct applying *a, const struct file_resource *was, size_t entry, bool is_anew)
{
	int64_t last = 0;

	if (is_anew)
		return (int64_t)entry + 1;
	if (was != NULL)
		return was->position;
	for (size_t i = 0; i < a->before.resource_count; i++)
		last = a->before.resources[i].position > last ? a->before.resources[i].position : last;
	return last + (int64_t)entry + 1;
}

static bool
is_same(const struct file_resource *was, const struct file_resource *now, int64_t position)
{
	return was->position == position && was->is_retired == now->is_retired && was->is_room == now->is_room && str_equal(was->title, now->title) && str_equal(was->url, now->url) &&
	    str_equal(was->about, now->about) && str_equal(was->role, now->role);
}

enum outcome
apply_resources(struct applying *a)
{
	bool is_anew = a->present == NULL || !keeps_order(a->arena, &a->before, a->file);

	for (size_t i = 0; i < a->file->resource_count; i++) {
		const struct file_resource *now = &a->file->resources[i], *was = a->present == NULL ? NULL : resource_in(&a->before, now->slug);
		int64_t position = place_of(a, was, i, is_anew);

		if (was != NULL && is_same(was, now, position))
			continue;
		TRY(resource_keep(a->v, &(struct resource_set_values){
		    .id = { visit_new_id(a->v) }, .programme = a->id, .slug = now->slug, .title = now->title, .url = now->url, .about = now->about,
		    .role = resource_role_of(now->role), .position = position, .is_retired = now->is_retired, .now = a->v->now, .is_room = now->is_room },
		    was == NULL || was->is_retired ? S("") : was->url));
	}
	return OK;
}
