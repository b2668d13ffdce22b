/* Two programmes compared, as a list of changes in words. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/text.h"
#include "programmes/file_check.h"
#include "programmes/file_compare.h"
#include "programmes/views.h"

enum { SHOWN_MOST = 100, WORDS_BYTES = 1200 };

const char *const part_words[PARTS] = { "programme", "setting", "service", "affiliation", "skill", "document", "holiday", "resource", "area", "letter", "form", "survey" };

static const char *const front_aspects[] = {
#define FRONT(name, ...) "front page, " #name,
#include "programmes/front.def"
};

static struct change *
add(struct changes *c, struct change change)
{
	if (c->count == c->room) {
		struct change *more = ARENA_MANY(c->arena, c->room * 2 + 16, struct change);

		if (c->count > 0)
			memcpy(more, c->at, c->count * sizeof(*more));
		c->at = more;
		c->room = c->room * 2 + 16;
	}
	c->at[c->count++] = change;
	return &c->at[c->count - 1];
}

void
compare_differs(struct comparing *c, struct change change)
{
	if (!str_equal(change.before, change.after))
		add(c->changes, change);
}

/* What the later one does not name: gone where it says all, else it stays. */
void
compare_misses(struct comparing *c, enum change_part part, struct str name, struct str before)
{
	if (c->is_whole)
		add(c->changes, (struct change){ .part = part, .name = name, .before = before, .is_gone = true });
	else
		c->changes->stays[part]++;
}

void
compare_appears(struct comparing *c, enum change_part part, struct str name, struct str after)
{
	add(c->changes, (struct change){ .part = part, .name = name, .after = after, .is_new = true });
}

/* The first line that differs, of both. */
void
compare_text(struct comparing *c, struct change change, struct str before, struct str after)
{
	struct str one = S(""), other = S("");

	if (str_equal(before, after))
		return;
	while (before.length + after.length > 0 && str_equal(one, other)) {
		one = other = S("");
		(void)str_next(&before, '\n', &one);
		(void)str_next(&after, '\n', &other);
	}
	change.before = text_head(one, SHOWN_MOST);
	change.after = text_head(other, SHOWN_MOST);
	add(c->changes, change);
}

static void
compare_head(struct comparing *c)
{
	const struct programme_file *a = c->before, *b = c->after;

	compare_differs(c, (struct change){ .part = PART_PROGRAMME, .name = b->slug, .aspect = "name", .before = a->name, .after = b->name });
	compare_differs(c, (struct change){ .part = PART_PROGRAMME, .name = b->slug, .aspect = "mark", .before = a->mark, .after = b->mark });
	compare_differs(c, (struct change){ .part = PART_PROGRAMME, .name = b->slug, .aspect = "shape", .before = programme_shape_name(a->shape), .after = programme_shape_name(b->shape) });
	compare_differs(c, (struct change){ .part = PART_PROGRAMME, .name = b->slug, .aspect = "zone", .before = a->zone, .after = b->zone });
	compare_differs(c, (struct change){ .part = PART_PROGRAMME, .name = b->slug, .aspect = "summary", .before = a->summary, .after = b->summary });
	for (size_t i = 0; i < FRONT_TEXTS; i++) {
		struct front was = a->front, now = b->front;

		if (front_at(&now, i)->at != NULL || c->is_whole)
			compare_text(c, (struct change){ .part = PART_PROGRAMME, .name = b->slug, .aspect = front_aspects[i] }, *front_at(&was, i), *front_at(&now, i));
	}
	for (size_t i = 0; i < setting_count(); i++)
		if (b->settings[i].at != NULL)
			compare_differs(c, (struct change){ .part = PART_SETTING, .name = setting_at(i).name, .before = a->settings[i], .after = b->settings[i] });
}

static const struct file_service *
service_in(const struct programme_file *file, struct str slug)
{
	for (size_t i = 0; i < file->service_count; i++)
		if (str_equal(file->services[i].slug, slug))
			return &file->services[i];
	return NULL;
}

static const struct file_affiliation *
affiliation_in(const struct programme_file *file, struct str slug)
{
	for (size_t i = 0; i < file->affiliation_count; i++)
		if (str_equal(file->affiliations[i].slug, slug))
			return &file->affiliations[i];
	return NULL;
}

bool
compare_keeps_order(const struct str_list *before, const struct str_list *after)
{
	size_t at = 0;
	bool is_behind = false;

	for (size_t i = 0; i < after->count; i++) {
		if (!str_list_has(before, after->at[i])) {
			is_behind = true;
			continue;
		}
		while (at < before->count && !str_equal(before->at[at], after->at[i]))
			at++;
		if (is_behind || at == before->count)
			return false;
	}
	return true;
}

/* Retired ones have no place of their own: they stand last. */
static struct str_list
slugs_of_services(struct arena *arena, const struct programme_file *file, bool with_retired)
{
	struct str_list slugs = { .at = ARENA_MANY(arena, file->service_count + 1, struct str) };

	for (size_t i = 0; i < file->service_count; i++)
		if (with_retired || !file->services[i].is_retired)
			slugs.at[slugs.count++] = file->services[i].slug;
	return slugs;
}

bool
file_keeps_services(struct arena *arena, const struct programme_file *before, const struct programme_file *after)
{
	struct str_list was = slugs_of_services(arena, before, true), now = slugs_of_services(arena, after, false);

	return compare_keeps_order(&was, &now);
}

static struct str_list
slugs_of_affiliations(struct arena *arena, const struct programme_file *file)
{
	struct str_list slugs = { .at = ARENA_MANY(arena, file->affiliation_count + 1, struct str) };

	for (size_t i = 0; i < file->affiliation_count; i++)
		slugs.at[slugs.count++] = file->affiliations[i].slug;
	return slugs;
}

bool
file_keeps_affiliations(struct arena *arena, const struct programme_file *before, const struct programme_file *after)
{
	struct str_list was = slugs_of_affiliations(arena, before), now = slugs_of_affiliations(arena, after);

	return compare_keeps_order(&was, &now);
}

static void
compare_choices(struct comparing *c)
{
	static const struct str states[] = { S_STATIC("can be chosen"), S_STATIC("retired") };

	for (size_t i = 0; i < c->after->service_count; i++) {
		const struct file_service *now = &c->after->services[i], *was = service_in(c->before, now->slug);

		if (was == NULL) {
			compare_appears(c, PART_SERVICE, now->slug, now->name);
			continue;
		}
		compare_differs(c, (struct change){ .part = PART_SERVICE, .name = now->slug, .aspect = "name", .before = was->name, .after = now->name });
		compare_differs(c, (struct change){ .part = PART_SERVICE, .name = now->slug, .aspect = "hint", .before = was->hint, .after = now->hint });
		compare_differs(c, (struct change){ .part = PART_SERVICE, .name = now->slug, .aspect = "state", .before = states[was->is_retired], .after = states[now->is_retired] });
	}
	if (!file_keeps_services(c->changes->arena, c->before, c->after))
		add(c->changes, (struct change){ .part = PART_SERVICE, .name = S("list"), .aspect = "order", .before = S("another"), .after = S("as listed") });
	for (size_t i = 0; i < c->before->service_count; i++)
		if (service_in(c->after, c->before->services[i].slug) == NULL)
			compare_misses(c, PART_SERVICE, c->before->services[i].slug, c->before->services[i].name);
}

static void
compare_affiliations(struct comparing *c)
{
	for (size_t i = 0; i < c->after->affiliation_count; i++) {
		const struct file_affiliation *now = &c->after->affiliations[i], *was = affiliation_in(c->before, now->slug);

		if (was == NULL)
			compare_appears(c, PART_AFFILIATION, now->slug, now->name);
		else
			compare_differs(c, (struct change){ .part = PART_AFFILIATION, .name = now->slug, .aspect = "name", .before = was->name, .after = now->name });
	}
	if (!file_keeps_affiliations(c->changes->arena, c->before, c->after))
		add(c->changes, (struct change){ .part = PART_AFFILIATION, .name = S("list"), .aspect = "order", .before = S("another"), .after = S("as listed") });
	for (size_t i = 0; i < c->before->affiliation_count; i++)
		if (affiliation_in(c->after, c->before->affiliations[i].slug) == NULL)
			compare_misses(c, PART_AFFILIATION, c->before->affiliations[i].slug, c->before->affiliations[i].name);
}

static const struct file_skill *
skill_in(const struct programme_file *file, struct str name)
{
	for (size_t i = 0; i < file->skill_count; i++)
		if (str_equal(file->skills[i].name, name))
			return &file->skills[i];
	return NULL;
}

static void
compare_spellings(struct comparing *c, const struct file_skill *was, const struct file_skill *now)
{
	for (size_t i = 0; i < now->aliases.count; i++)
		if (!str_list_has(&was->folded, now->folded.at[i + 1]))
			add(c->changes, (struct change){ .part = PART_SKILL, .name = now->name, .aspect = "spelling", .after = now->aliases.at[i] });
	for (size_t i = 0; i < was->aliases.count && c->is_whole; i++)
		if (!str_list_has(&now->folded, was->folded.at[i + 1]))
			add(c->changes, (struct change){ .part = PART_SKILL, .name = now->name, .aspect = "spelling", .before = was->aliases.at[i] });
}

static void
compare_skills(struct comparing *c)
{
	for (size_t i = 0; i < c->after->skill_count; i++) {
		const struct file_skill *now = &c->after->skills[i], *was = skill_in(c->before, now->name);

		if (was == NULL) {
			compare_appears(c, PART_SKILL, now->name, now->area);
			continue;
		}
		compare_differs(c, (struct change){ .part = PART_SKILL, .name = now->name, .aspect = "area", .before = was->area, .after = now->area });
		compare_spellings(c, was, now);
	}
	for (size_t i = 0; i < c->before->skill_count; i++)
		if (skill_in(c->after, c->before->skills[i].name) == NULL)
			compare_misses(c, PART_SKILL, c->before->skills[i].name, c->before->skills[i].area);
}

static const struct file_document *
document_in(const struct programme_file *file, struct str slug)
{
	for (size_t i = 0; i < file->document_count; i++)
		if (str_equal(file->documents[i].slug, slug))
			return &file->documents[i];
	return NULL;
}

/* What the later one does not say of it stays. */
static void
compare_cards(struct comparing *c, const struct file_document *was, const struct file_document *now)
{
	const struct { const char *aspect; struct str was, now; } words[] = {
		{ "kind", was->kind, now->kind }, { "for", was->role, now->role }, { "audience", was->audience, now->audience },
		{ "accept", was->binding, now->binding }, { "retired", was->retired, now->retired },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
		if (words[i].now.at != NULL && words[i].was.at != NULL)
			compare_differs(c, (struct change){ .part = PART_DOCUMENT, .name = now->slug, .aspect = words[i].aspect, .before = words[i].was, .after = words[i].now });
}

static void
compare_documents(struct comparing *c)
{
	for (size_t i = 0; i < c->after->document_count; i++) {
		const struct file_document *now = &c->after->documents[i], *was = document_in(c->before, now->slug);

		if (was == NULL) {
			compare_appears(c, PART_DOCUMENT, now->slug, now->title);
			continue;
		}
		compare_differs(c, (struct change){ .part = PART_DOCUMENT, .name = now->slug, .aspect = "title", .before = was->title, .after = now->title });
		compare_text(c, (struct change){ .part = PART_DOCUMENT, .name = now->slug, .aspect = "text" }, was->markdown, now->markdown);
		compare_cards(c, was, now);
	}
	for (size_t i = 0; i < c->before->document_count; i++)
		if (document_in(c->after, c->before->documents[i].slug) == NULL)
			compare_misses(c, PART_DOCUMENT, c->before->documents[i].slug, c->before->documents[i].title);
}

static const struct file_holiday *
holiday_in(const struct programme_file *file, int64_t day)
{
	for (size_t i = 0; i < file->holiday_count; i++)
		if (file->holidays[i].day == day)
			return &file->holidays[i];
	return NULL;
}

static void
compare_holidays(struct comparing *c)
{
	struct arena *arena = c->changes->arena;

	for (size_t i = 0; i < c->after->holiday_count; i++) {
		const struct file_holiday *now = &c->after->holidays[i], *was = holiday_in(c->before, now->day);

		if (was == NULL)
			compare_appears(c, PART_HOLIDAY, holiday_value(arena, now->day), now->name);
		else
			compare_differs(c, (struct change){ .part = PART_HOLIDAY, .name = holiday_value(arena, now->day), .aspect = "name", .before = was->name, .after = now->name });
	}
	for (size_t i = 0; i < c->before->holiday_count; i++)
		if (holiday_in(c->after, c->before->holidays[i].day) == NULL)
			compare_misses(c, PART_HOLIDAY, holiday_value(arena, c->before->holidays[i].day), c->before->holidays[i].name);
}

static const struct file_letter *
letter_in(const struct programme_file *file, struct str kind)
{
	for (size_t i = 0; i < file->letter_count; i++)
		if (str_equal(file->letters[i].kind, kind))
			return &file->letters[i];
	return NULL;
}

static void
compare_letters(struct comparing *c)
{
	for (size_t i = 0; i < c->after->letter_count; i++) {
		const struct file_letter *now = &c->after->letters[i], *was = letter_in(c->before, now->kind);

		if (was == NULL) {
			compare_appears(c, PART_LETTER, now->kind, now->subject);
			continue;
		}
		compare_differs(c, (struct change){ .part = PART_LETTER, .name = now->kind, .aspect = "subject", .before = was->subject, .after = now->subject });
		compare_text(c, (struct change){ .part = PART_LETTER, .name = now->kind, .aspect = "text" }, was->body, now->body);
	}
	for (size_t i = 0; i < c->before->letter_count; i++)
		if (letter_in(c->after, c->before->letters[i].kind) == NULL)
			compare_misses(c, PART_LETTER, c->before->letters[i].kind, c->before->letters[i].subject);
}

struct changes
file_compare(struct arena *arena, const struct programme_file *before, const struct programme_file *after, bool is_whole)
{
	struct changes changes = { .arena = arena };
	struct comparing c = { &changes, before, after, is_whole };

	if (before == NULL) {
		compare_appears(&c, PART_PROGRAMME, after->slug, after->name);
		return changes;
	}
	compare_head(&c);
	compare_choices(&c);
	compare_affiliations(&c);
	compare_skills(&c);
	compare_documents(&c);
	compare_holidays(&c);
	compare_resources(&c);
	compare_areas(&c);
	compare_letters(&c);
	compare_forms(&c);
	compare_surveys(&c);
	return changes;
}

/* "setting wait.bump_h (Hours until mentors are reminded): “72” becomes “48”". */
struct str
change_words(struct arena *arena, const struct change *change)
{
	struct buf out = buf_new(arena, WORDS_BYTES);

	buf_format(&out, "%s %.*s", part_words[change->part], STR_FORMAT(change->name));
	if (change->part == PART_SETTING)
		buf_format(&out, " (%.*s)", STR_FORMAT(setting_at(setting_place(change->name)).label));
	if (change->is_new)
		buf_format(&out, " is new: “%.*s”", STR_FORMAT(change->after));
	else if (change->is_gone)
		buf_format(&out, " is gone: “%.*s”", STR_FORMAT(change->before));
	else if (change->aspect != NULL && str_is_empty(change->before))
		buf_format(&out, ", %s: “%.*s” is added", change->aspect, STR_FORMAT(change->after));
	else if (change->aspect != NULL && str_is_empty(change->after))
		buf_format(&out, ", %s: “%.*s” is gone", change->aspect, STR_FORMAT(change->before));
	else
		buf_format(&out, "%s%s: “%.*s” becomes “%.*s”", change->aspect == NULL ? "" : ", ", change->aspect == NULL ? "" : change->aspect,
		    STR_FORMAT(change->before), STR_FORMAT(change->after));
	return buf_str(&out);
}
