/* What the database holds of a programme, as the value that a file is. */
#include "base/arena.h"
#include "base/check.h"
#include "formats/text.h"
#include "letters/store_shared.h"
#include "programmes/file_check.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "programmes/store.h"

enum { LETTERS_MOST = 60 };

static struct str
said(struct str text)
{
	return text.at == NULL ? S("") : text;
}

static void
take_lists(struct arena *arena, const struct programme *p, struct programme_file *to)
{
	to->services = ARENA_MANY(arena, p->service_count + 1, struct file_service);
	for (size_t i = 0; i < p->service_count; i++)
		to->services[to->service_count++] = (struct file_service){ p->services[i].slug, file_line(arena, p->services[i].name),
			file_line(arena, p->services[i].hint), p->services[i].is_retired };
	to->affiliations = ARENA_MANY(arena, p->affiliation_count + 1, struct file_affiliation);
	for (size_t i = 0; i < p->affiliation_count; i++)
		to->affiliations[to->affiliation_count++] = (struct file_affiliation){ p->affiliations[i].slug, file_line(arena, p->affiliations[i].name) };
	to->holidays = ARENA_MANY(arena, p->holiday_count + 1, struct file_holiday);
	for (size_t i = 0; i < p->holiday_count; i++)
		to->holidays[to->holiday_count++] = (struct file_holiday){ p->holidays[i].day, file_line(arena, p->holidays[i].name) };
}

/* Its name is one of its spellings; the others are its aliases. */
static void
take_skill(struct arena *arena, const struct programme *p, size_t place, struct file_skill *to)
{
	struct str folded = text_folded(arena, p->skills[place].name);

	*to = (struct file_skill){ .area = file_line(arena, p->skills[place].area), .name = file_line(arena, p->skills[place].name) };
	for (int pass = 0; pass < 2; pass++) {
		size_t count = 0;

		for (size_t i = 0; i < p->spelling_count; i++)
			if (p->spellings[i].skill == place && !str_equal(p->spellings[i].folded, folded)) {
				if (pass == 1)
					to->aliases.at[count] = file_line(arena, p->spellings[i].written);
				count++;
			}
		if (pass == 0)
			to->aliases.at = ARENA_MANY(arena, count + 1, struct str);
		to->aliases.count = count;
	}
	file_fold(arena, to);
}

static enum outcome
take_documents(struct db *db, struct arena *arena, const struct programme *p, struct programme_file *to)
{
	struct documents_of_rows rows;

	TRY(documents_of(db, arena, p->id, true, DOCUMENTS_MOST, &rows));
	to->documents = ARENA_MANY(arena, rows.count + 1, struct file_document);
	for (size_t i = 0; i < rows.count; i++) {
		struct document_newest_row newest;

		TRY(document_newest(db, arena, p->id, rows.at[i].slug, &newest));
		to->documents[to->document_count++] = (struct file_document){
			.slug = rows.at[i].slug, .title = file_line(arena, newest.title), .markdown = said(newest.markdown),
			.kind = document_card_kind_name(newest.kind), .role = document_card_role_name(newest.role),
			.audience = document_card_audience_name(newest.audience), .binding = newest.is_binding ? S("yes") : S("no"),
			.retired = newest.is_retired ? S("yes") : S("no") };
	}
	return OK;
}

/* Those that the programme words itself; one that went back to the built-in words has an empty text. */
static enum outcome
take_letters(struct db *db, struct arena *arena, const struct programme *p, struct programme_file *to)
{
	struct letter_texts_of_rows rows;

	TRY(letter_texts_of(db, arena, p->id, LETTERS_MOST, &rows));
	to->letters = ARENA_MANY(arena, rows.count + 1, struct file_letter);
	for (size_t i = 0; i < rows.count; i++) {
		struct letter_text_newest_row newest;

		if (str_is_empty(rows.at[i].body))
			continue;
		TRY(letter_text_newest(db, arena, p->id, rows.at[i].kind, &newest));
		to->letters[to->letter_count++] = (struct file_letter){ rows.at[i].kind, file_line(arena, newest.subject), file_text(arena, newest.body) };
	}
	return OK;
}

enum outcome
file_of_programme(struct db *db, struct arena *arena, struct programme_id id, struct programme_file *out)
{
	const struct programme *p;

	TRY(programme_fresh(db, arena, id, &p));
	*out = (struct programme_file){ .slug = p->slug, .name = file_line(arena, p->name), .mark = p->mark, .summary = file_line(arena, p->summary),
		.zone = p->zone, .shape = p->shape };
	for (size_t i = 0; i < setting_count(); i++)
		out->settings[i] = said(file_line(arena, setting_print(arena, &p->settings, setting_at(i).name)));
	out->front = p->front;
	for (size_t i = 0; i < FRONT_TEXTS; i++)
		*front_at(&out->front, i) = said(file_text(arena, *front_at(&out->front, i)));
	take_lists(arena, p, out);
	out->skills = ARENA_MANY(arena, p->skill_count + 1, struct file_skill);
	for (size_t i = 0; i < p->skill_count; i++)
		take_skill(arena, p, i, &out->skills[out->skill_count++]);
	out->forms = p->forms;
	out->form_count = p->form_count;
	TRY(file_stored_resources(db, arena, id, out));
	TRY(file_stored_areas(db, arena, id, out));
	TRY(file_stored_surveys(db, arena, id, out));
	TRY(take_documents(db, arena, p, out));
	return take_letters(db, arena, p, out);
}

enum outcome
file_stored(struct db *db, struct arena *arena, struct str slug, struct programme_file *out)
{
	struct programme_of_slug_row row;

	TRY(programme_of_slug(db, arena, slug, &row));
	return file_of_programme(db, arena, row.id, out);
}
