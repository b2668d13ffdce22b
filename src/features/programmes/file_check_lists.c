/* The lists of a programme's file: words of addresses, names that two things would share, days, documents, letters. */
#include <stdlib.h>

#include "base/arena.h"
#include "formats/markdown.h"
#include "formats/text.h"
#include "formats/when.h"
#include "letters/letters.h"
#include "letters/text.h"
#include "programmes/file_check.h"
#include "programmes/rules.h"

enum { SPELLINGS_MOST = 5000 };    /* of all skills together: what a programme is loaded with */

struct checking {
	struct arena *arena;
	const struct programme_file *file;
	struct complaints *complaints;
};

/* A word that must be one of its kind: where it stands, and what it is compared by. */
struct named {
	struct str key, written;
	size_t entry;                 /* of the list */
};

static int
by_key(const void *a, const void *b)
{
	const struct named *one = a, *other = b;
	int said = str_compare(one->key, other->key);

	return said != 0 ? said : one->entry < other->entry ? -1 : one->entry > other->entry;
}

/* What must be said once only. */
struct once {
	const char *list, *key, *what;    /* "services", "slug", "the slug" */
};

/* Sorted, what is said twice stands side by side; the later one is told where the first is. Of one entry it is no matter. */
static void
check_once(struct checking *c, struct named *all, size_t count, const struct once *once)
{
	qsort(all, count, sizeof(*all), by_key);
	for (size_t i = 1; i < count; i++)
		if (str_equal(all[i].key, all[i - 1].key) && all[i].entry != all[i - 1].entry)
			complaints_add(c->complaints, file_place(c->file, once->list, all[i].entry, once->key), "%s \"%.*s\" is taken already: see line %ld", once->what,
			    STR_FORMAT(all[i].written), file_place(c->file, once->list, all[i - 1].entry, once->key).line);
}

static struct str
key_of(struct checking *c, struct str name)
{
	return text_key(c->arena, text_folded(c->arena, name));
}

static void
check_slug(struct checking *c, struct str slug, const char *list, size_t entry)
{
	if (!slug_is_fine(slug))
		complaints_add(c->complaints, file_place(c->file, list, entry, "slug"), "slug is a word of small letters a-z, digits and hyphens between them, not \"%.*s\"",
		    STR_FORMAT(slug));
}

static void
check_services(struct checking *c, const struct yaml_programme *from)
{
	struct named *slugs = ARENA_MANY(c->arena, c->file->service_count + 1, struct named), *names = ARENA_MANY(c->arena, c->file->service_count + 1, struct named);
	size_t open = 0;

	for (size_t i = 0; i < c->file->service_count; i++) {
		const struct file_service *service = &c->file->services[i];
		struct str retired = from->services[i].retired == NULL ? S("no") : str_from(from->services[i].retired);

		check_slug(c, service->slug, "services", i);
		slugs[i] = (struct named){ service->slug, service->slug, i };
		names[i] = (struct named){ key_of(c, service->name), service->name, i };
		open += service->is_retired ? 0 : 1;
		if (!str_equal(retired, S("yes")) && !str_equal(retired, S("no")))
			complaints_add(c->complaints, file_place(c->file, "services", i, "retired"), "retired is yes or no, not \"%.*s\"", STR_FORMAT(retired));
	}
	check_once(c, slugs, c->file->service_count, &(struct once){ "services", "slug", "the slug" });
	check_once(c, names, c->file->service_count, &(struct once){ "services", "name", "the name" });
	if (open == 0 && (c->file->shape == PROGRAMME_SHAPE_QUEUE || c->file->service_count > 0))
		complaints_add(c->complaints, file_place(c->file, "services", 0, NULL), "%s; nobody could ask for anything",
		    c->file->service_count == 0 ? "a queue has at least one service" : "every service is retired");
}

static void
check_affiliations(struct checking *c)
{
	struct named *slugs = ARENA_MANY(c->arena, c->file->affiliation_count + 1, struct named);
	struct named *names = ARENA_MANY(c->arena, c->file->affiliation_count + 1, struct named);

	for (size_t i = 0; i < c->file->affiliation_count; i++) {
		check_slug(c, c->file->affiliations[i].slug, "affiliations", i);
		slugs[i] = (struct named){ c->file->affiliations[i].slug, c->file->affiliations[i].slug, i };
		names[i] = (struct named){ key_of(c, c->file->affiliations[i].name), c->file->affiliations[i].name, i };
	}
	check_once(c, slugs, c->file->affiliation_count, &(struct once){ "affiliations", "slug", "the slug" });
	check_once(c, names, c->file->affiliation_count, &(struct once){ "affiliations", "name", "the name" });
}

/* No two skills share a way to write them, hyphens, dots and blanks not counted. */
static void
check_skills(struct checking *c)
{
	size_t total = 0, at = 0;
	struct named *all;

	for (size_t i = 0; i < c->file->skill_count; i++)
		total += 1 + c->file->skills[i].aliases.count;
	if (total > SPELLINGS_MOST) {
		complaints_add(c->complaints, file_place(c->file, "skills", 0, NULL), "skills have %zu names and aliases; at most %d are read", total, SPELLINGS_MOST);
		return;
	}
	all = ARENA_MANY(c->arena, total + 1, struct named);
	for (size_t i = 0; i < c->file->skill_count; i++) {
		const struct file_skill *skill = &c->file->skills[i];

		all[at++] = (struct named){ key_of(c, skill->name), skill->name, i };
		for (size_t k = 0; k < skill->aliases.count; k++)
			all[at++] = (struct named){ key_of(c, skill->aliases.at[k]), skill->aliases.at[k], i };
	}
	check_once(c, all, total, &(struct once){ "skills", "name", "the spelling" });
}

/* A word that must be one of a few; what is not said is. */
static void
check_word(struct checking *c, size_t entry, const char *key, struct str said, const char *words)
{
	struct str rest = str_from(words), word;

	if (said.at == NULL)
		return;
	while (str_next(&rest, ' ', &word))
		if (str_equal(word, said))
			return;
	complaints_add(c->complaints, file_place(c->file, "documents", entry, key), "%s is one of: %s; not \"%.*s\"", key, words, STR_FORMAT(said));
}

static void
check_card(struct checking *c, size_t entry)
{
	const struct file_document *document = &c->file->documents[entry];

	check_word(c, entry, "kind", document->kind, "conduct handbook guide checklist process");
	check_word(c, entry, "for", document->role, "all mentee mentor coordinator");
	check_word(c, entry, "audience", document->audience, "members public");
	check_word(c, entry, "accept", document->binding, "yes no");
	check_word(c, entry, "retired", document->retired, "yes no");
}

static void
check_documents(struct checking *c, const struct yaml_programme *from)
{
	struct named *slugs = ARENA_MANY(c->arena, c->file->document_count + 1, struct named);

	for (size_t i = 0; i < c->file->document_count; i++) {
		const struct yaml_document *said = &from->documents[i];

		check_slug(c, c->file->documents[i].slug, "documents", i);
		check_card(c, i);
		slugs[i] = (struct named){ c->file->documents[i].slug, c->file->documents[i].slug, i };
		if ((said->file == NULL) == (said->text == NULL))
			complaints_add(c->complaints, file_place(c->file, "documents", i, NULL), "a document has either file or text, not %s", said->file == NULL ? "neither" : "both");
		else if (c->file->documents[i].markdown.at == NULL)
			complaints_add(c->complaints, file_place(c->file, "documents", i, "file"), "there is no document \"%s\" beside this file or among the ready ones, in UTF-8 and of at most 120,000 bytes",
			    said->file);
	}
	for (size_t i = 0; i < c->file->document_count; i++)
		if (c->file->documents[i].markdown.length > MARKDOWN_BYTES)
			complaints_add(c->complaints, file_place(c->file, "documents", i, from->documents[i].text == NULL ? "file" : "text"), "the document has %zu bytes; at most %d are taken",
			    c->file->documents[i].markdown.length, MARKDOWN_BYTES);
	check_once(c, slugs, c->file->document_count, &(struct once){ "documents", "slug", "the slug" });
}

static void
check_holidays(struct checking *c, const struct yaml_programme *from)
{
	struct named *days = ARENA_MANY(c->arena, c->file->holiday_count + 1, struct named);
	struct wall wall;

	for (size_t i = 0; i < c->file->holiday_count; i++) {
		struct str day = str_from(from->holidays[i].day);

		days[i] = (struct named){ day, day, i };
		if (!when_date_read(day, &wall))
			complaints_add(c->complaints, file_place(c->file, "holidays", i, "day"), "day is a date like 2026-12-25, not \"%.*s\"", STR_FORMAT(day));
	}
	check_once(c, days, c->file->holiday_count, &(struct once){ "holidays", "day", "the day" });
}

static void
check_letters(struct checking *c)
{
	struct named *kinds = ARENA_MANY(c->arena, c->file->letter_count + 1, struct named);

	for (size_t i = 0; i < c->file->letter_count; i++) {
		const struct file_letter *letter = &c->file->letters[i];
		const struct letter_sort *sort = letter_sort_called(letter->kind);
		struct letter_text text = { letter->subject, letter->body };
		struct str words;

		kinds[i] = (struct named){ letter->kind, letter->kind, i };
		if (sort == NULL || !letter_is_worded(sort)) {
			complaints_add(c->complaints, file_place(c->file, "letters", i, "kind"), "kind is one of the letters that a programme words, like L04, not \"%.*s\"",
			    STR_FORMAT(letter->kind));
			continue;
		}
		words = letter_text_complaint(c->arena, sort, &text);
		if (!str_is_empty(words))
			complaints_add(c->complaints, file_place(c->file, "letters", i, "body"), "letter %.*s: %.*s", STR_FORMAT(letter->kind), STR_FORMAT(words));
	}
	check_once(c, kinds, c->file->letter_count, &(struct once){ "letters", "kind", "the kind" });
}

void
file_check_lists(struct arena *arena, const struct yaml_programme *from, const struct programme_file *file, struct complaints *complaints)
{
	struct checking c = { arena, file, complaints };

	check_services(&c, from);
	check_affiliations(&c);
	check_skills(&c);
	check_documents(&c, from);
	check_holidays(&c, from);
	check_letters(&c);
}
