/* A programme made what its file says: first all that speaks against it, then only what differs is written. Nothing is ever removed. */
#include "access/visit.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/text.h"
#include "later/later.h"
#include "letters/store_shared.h"
#include "programmes/file_apply.h"
#include "programmes/file_check.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "programmes/store.h"
#include "programmes/versions.h"

/* --- what speaks against it --- */

/* The mode of affiliations is the one number that depends on a list. */
static void
check_numbers(struct applying *a)
{
	struct settings present;
	size_t affiliations = a->file->affiliation_count + (a->present == NULL ? 0 : a->present->affiliation_count);

	if (a->present == NULL)
		settings_start(&present);
	else
		present = a->present->settings;
	(void)file_settings_fit(a->file, &present, affiliations, a->complaints);
}

static void
check_shape(struct applying *a)
{
	if (a->present != NULL && a->present->shape != a->file->shape)
		complaints_add(a->complaints, file_place(a->file, "shape", 0, NULL), "the programme \"%.*s\" is a %.*s and stays one: expected shape: %.*s, or another slug",
		    STR_FORMAT(a->file->slug), STR_FORMAT(programme_shape_name(a->present->shape)), STR_FORMAT(programme_shape_name(a->present->shape)));
}

/* A service that the file does not name keeps its name. */
static void
check_service_names(struct applying *a)
{
	for (size_t i = 0; i < a->file->service_count; i++) {
		struct str key = text_key(a->arena, text_folded(a->arena, a->file->services[i].name));

		for (size_t k = 0; a->present != NULL && k < a->present->service_count; k++) {
			const struct service *other = &a->present->services[k];
			bool is_named = false;

			for (size_t n = 0; n < a->file->service_count; n++)
				is_named = is_named || str_equal(a->file->services[n].slug, other->slug);
			if (!is_named && str_equal(key, text_key(a->arena, text_folded(a->arena, other->name))))
				complaints_add(a->complaints, file_place(a->file, "services", i, "name"), "the service \"%.*s\" has the name \"%.*s\" already; use its slug, or another name",
				    STR_FORMAT(other->slug), STR_FORMAT(other->name));
		}
	}
}

static const struct skill_spelling *
spelling_of_other(const struct programme *p, struct str folded, struct str name)
{
	for (size_t i = 0; i < p->spelling_count; i++)
		if (str_equal(p->spellings[i].folded, folded) && p->spellings[i].skill < p->skill_count &&
		    !str_equal(p->skills[p->spellings[i].skill].name, name))
			return &p->spellings[i];
	return NULL;
}

/* A spelling that is another skill's would make two skills one without anybody saying so. */
static void
check_spellings(struct applying *a)
{
	for (size_t i = 0; a->present != NULL && i < a->file->skill_count; i++) {
		const struct file_skill *skill = &a->file->skills[i];

		for (size_t k = 0; k < skill->folded.count; k++) {
			const struct skill_spelling *other = spelling_of_other(a->present, skill->folded.at[k], skill->name);

			if (other != NULL)
				complaints_add(a->complaints, file_place(a->file, "skills", i, "name"), "\"%.*s\" is a way to write the skill \"%.*s\" already; name that one, or merge the two on the page of skills",
				    STR_FORMAT(other->written), STR_FORMAT(a->present->skills[other->skill].name));
		}
	}
}

/* --- what differs, written --- */

static enum outcome
write_head(struct applying *a)
{
	const struct programme_file *f = a->file;
	int64_t changed;

	if (a->present != NULL)
		return programme_change(a->v->db, &(struct programme_change_values){
		    .id = a->id, .name = f->name, .mark = f->mark, .summary = f->summary, .zone = f->zone }, &changed);
	a->id.value = visit_new_id(a->v);
	return programme_add(a->v->db, &(struct programme_add_values){
	    .id = a->id, .slug = f->slug, .name = f->name, .mark = f->mark, .shape = f->shape, .summary = f->summary, .zone = f->zone, .now = a->v->now });
}

static enum outcome
write_settings(struct applying *a)
{
	for (size_t i = 0; i < setting_count(); i++) {
		struct str name = setting_at(i).name, after = a->file->settings[i], before = a->present == NULL ? S("") : a->before.settings[i];

		if (after.at == NULL || (a->present != NULL && str_equal(before, after)))
			continue;
		TRY(setting_set(a->v->db, (struct setting_id){ visit_new_id(a->v) }, a->id, name, after));
		if (a->present != NULL)
			TRY(event_say(a->v, S("setting-changed"), &(struct event_facts){ .detail = name, .before = before, .after = after }));
	}
	return OK;
}

static enum outcome
write_front(struct applying *a)
{
	struct front after = a->file->front, before = a->before.front;

	for (size_t i = 0; i < FRONT_TEXTS; i++)
		if (front_at(&after, i)->at != NULL && (a->present == NULL || !str_equal(*front_at(&after, i), *front_at(&before, i))))
			TRY(front_text_set(a->v->db, a->id, front_name(i), *front_at(&after, i)));
	return OK;
}

/* A card as it was, or as one begins, with what the file says of it. */
static struct document_card
card_of(const struct document_newest_row *was, const struct file_document *document)
{
	struct document_card card = document_card_start(document->slug);

	if (was->version > 0)
		card = (struct document_card){ was->kind, was->role, was->audience, was->is_binding, was->is_retired };
	if (document->kind.at != NULL)
		card.kind = document_card_kind_of(document->kind);    /* the file was checked; what it does not say changes nothing */
	if (document->role.at != NULL)
		card.role = document_card_role_of(document->role);
	if (document->audience.at != NULL)
		card.audience = document_card_audience_of(document->audience);
	if (document->binding.at != NULL)
		card.is_binding = str_equal(document->binding, S("yes"));
	if (document->retired.at != NULL)
		card.is_retired = str_equal(document->retired, S("yes"));
	return card;
}

static enum outcome
write_document(struct applying *a, const struct file_document *document)
{
	struct document_newest_row newest = { 0 };
	struct document_wish wish = { .slug = document->slug, .title = document->title, .markdown = document->markdown, .is_begun = a->present == NULL };
	enum outcome said = document_newest(a->v->db, a->arena, a->id, document->slug, &newest);
	bool has_changed;

	if (said != OK && said != NOT_FOUND)
		return said;
	if (said == OK && str_equal(file_line(a->arena, newest.title), document->title))
		wish.title = newest.title;
	wish.card = card_of(&newest, document);
	return document_write(a->v, a->id, &wish, &has_changed);
}

static enum outcome
write_letter(struct applying *a, const struct file_letter *letter)
{
	struct letter_text_newest_row newest = { 0 };
	enum outcome said = letter_text_newest(a->v->db, a->arena, a->id, letter->kind, &newest);

	if (said != OK && said != NOT_FOUND)
		return said;
	if (said == OK && str_equal(file_text(a->arena, newest.body), letter->body) && str_equal(file_line(a->arena, newest.subject), letter->subject))
		return OK;
	return letter_text_add(a->v->db, &(struct letter_text_add_values){
	    .id = { visit_new_id(a->v) }, .programme = a->id, .kind = letter->kind, .version = newest.version + 1, .subject = letter->subject,
	    .body = letter->body, .author = a->v->who.id, .made = a->v->now });
}

/* A form that the file names is as the file says, whole: another version if it was not. */
static enum outcome
write_forms(struct applying *a)
{
	for (size_t i = 0; i < a->file->form_count; i++) {
		const struct question_form *form = &a->file->forms[i], *was = a->present == NULL ? NULL : programme_form(a->present, form->slug);

		if (was == NULL || !question_forms_same(was, form))
			TRY(question_form_keep(a->v, a->id, form));
	}
	return OK;
}

static enum outcome
write_texts(struct applying *a)
{
	int64_t changed;

	for (size_t i = 0; i < a->file->holiday_count; i++)
		TRY(holiday_set(a->v->db, (struct holiday_id){ visit_new_id(a->v) }, a->id, a->file->holidays[i].day, a->file->holidays[i].name, &changed));
	for (size_t i = 0; i < a->file->document_count; i++)
		TRY(write_document(a, &a->file->documents[i]));
	for (size_t i = 0; i < a->file->letter_count; i++)
		TRY(write_letter(a, &a->file->letters[i]));
	return OK;
}

static enum outcome
look_later(struct applying *a, struct str kind, int64_t hours)
{
	return job_put(a->v->db, &(struct job_wish){ .id = { visit_new_id(a->v) }, .programme = a->id, .kind = kind, .subject = a->id.value,
	    .due_at = moment_plus(a->v->now, hours * US_PER_HOUR), .now = a->v->now });
}

/* Whoever comes into the first programme may leave their account unused. */
static enum outcome
look_at_people(struct applying *a)
{
	return a->present != NULL ? OK : job_put(a->v->db, &(struct job_wish){ .id = { visit_new_id(a->v) }, .kind = PEOPLE_NIGHT, .subject = 0,
	    .due_at = moment_plus(a->v->now, US_PER_DAY), .now = a->v->now });
}

/* What waits is planned anew by the numbers as they are now. */
static enum outcome
plan(struct applying *a)
{
	TRY(programme_plan_posts(a->v, a->id));
	if (a->present == NULL || !str_equal(a->present->zone, a->file->zone))
		TRY(programme_plan_looks(a->v, a->id));
	TRY(look_at_people(a));
	return look_later(a, a->present != NULL ? PROGRAMME_REPLAN : PROGRAMME_REPORTS, a->present != NULL ? 0 : 1);
}

static enum outcome
write(struct applying *a)
{
	int64_t changed;

	TRY(write_head(a));
	a->v->programme_id = a->id;
	TRY(write_front(a));
	TRY(write_settings(a));
	TRY(apply_choices(a));
	TRY(apply_skills(a));
	TRY(apply_resources(a));
	TRY(apply_areas(a));
	TRY(write_texts(a));
	TRY(write_forms(a));
	TRY(apply_surveys(a));
	TRY(programme_raise(a->v->db, a->id, a->v->now.us, &changed));
	TRY(plan(a));
	return event_say(a->v, S("programme-stored"), &(struct event_facts){ 0 });
}

static enum outcome
find_present(struct applying *a)
{
	struct programme_named_row row;
	enum outcome said = programme_named(a->v->db, a->arena, a->file->slug, &row);

	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	a->id = row.id;
	a->v->programme_id = row.id;
	TRY(programme_fresh(a->v->db, a->arena, row.id, &a->present));
	return file_of_programme(a->v->db, a->arena, row.id, &a->before);
}

enum outcome
file_apply(struct visit *v, struct arena *arena, const struct programme_file *file, struct complaints *complaints, size_t *count)
{
	struct applying a = { .v = v, .arena = arena, .file = file, .complaints = complaints };

	TRY(find_present(&a));
	check_shape(&a);
	check_numbers(&a);
	check_service_names(&a);
	check_spellings(&a);
	apply_check_surveys(&a);
	if (complaints->count > 0)
		return BAD_INPUT;
	*count = file_compare(arena, a.present == NULL ? NULL : &a.before, file, false).count;
	if (*count == 0)
		return OK;
	TRY(write(&a));
	return version_keep(v, a.id, VERSION_WAY_FILE);
}

enum outcome
programme_load_file(struct visit *v, struct str name_of_file, struct str yaml, struct str *complaint)
{
	struct complaints complaints;
	struct programme_file file;
	struct arena *arena;
	enum outcome said;
	size_t count;

	arena_open(FILE_ARENA, &arena);
	complaints = complaints_new(arena);
	said = file_read(arena, yaml, &file_texts_builtin, &complaints, &file);
	if (said == OK)
		said = file_apply(v, arena, &file, &complaints, &count);
	*complaint = str_copy(v->arena, str_trim(complaints_print(&complaints, name_of_file)));
	arena_close(&arena);
	return said;
}
