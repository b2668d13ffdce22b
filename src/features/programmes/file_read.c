/* From libcyaml's structs to the value that is compared and stored. Texts become what a form would have made of them, so that a page and a
 * file that say the same are the same. */
#include "base/arena.h"
#include "base/check.h"
#include "formats/calendar.h"
#include "formats/text.h"
#include "formats/when.h"
#include "http/asset.h"
#include "programmes/builtin.h"
#include "programmes/file_check.h"
#include "programmes/file_schema.h"

static struct str
raw(const char *text)
{
	return text == NULL ? S("") : str_from(text);
}

struct str
file_line(struct arena *arena, struct str text)
{
	return text_nfc(arena, text_one_line(arena, text));
}

struct str
file_text(struct arena *arena, struct str text)
{
	return text_nfc(arena, text_trim(text));
}

void
file_fold(struct arena *arena, struct file_skill *skill)
{
	skill->folded = (struct str_list){ .at = ARENA_MANY(arena, skill->aliases.count + 1, struct str) };
	skill->folded.at[skill->folded.count++] = text_folded(arena, skill->name);
	for (size_t i = 0; i < skill->aliases.count; i++)
		skill->folded.at[skill->folded.count++] = text_folded(arena, skill->aliases.at[i]);
}

/* What a form takes on one line is one here. */
static void
read_front(struct arena *arena, const struct yaml_front *from, struct programme_file *to)
{
#define FRONT(name, type, ...) \
	if (from->name != NULL) \
		to->front.name = (type) == FIELD_LONG_TEXT ? file_text(arena, str_from(from->name)) : file_line(arena, str_from(from->name));
#include "programmes/front.def"
}

static void
read_settings(struct arena *arena, const struct yaml_settings *from, struct programme_file *to)
{
	const char *const said[] = {
#define SETTING(field, ...) from->field,
#include "programmes/settings.def"
#define SETTING(field, ...) from->field,
#define SETTING_ROOM(field, ...) from->field,
#include "programmes/channels.def"
	};

	check(ARRAY_LENGTH(said) <= SETTINGS_MOST && ARRAY_LENGTH(said) == setting_count());
	for (size_t i = 0; i < ARRAY_LENGTH(said); i++)
		if (said[i] != NULL)
			to->settings[i] = file_line(arena, str_from(said[i]));
}

static void
read_lists(struct arena *arena, const struct yaml_programme *from, struct programme_file *to)
{
	to->services = ARENA_MANY(arena, from->services_count + 1, struct file_service);
	for (unsigned i = 0; i < from->services_count; i++)
		to->services[to->service_count++] = (struct file_service){ .slug = file_line(arena, raw(from->services[i].slug)),
			.name = file_line(arena, raw(from->services[i].name)), .hint = file_line(arena, raw(from->services[i].hint)),
			.is_retired = str_equal(raw(from->services[i].retired), S("yes")) };
	to->affiliations = ARENA_MANY(arena, from->affiliations_count + 1, struct file_affiliation);
	for (unsigned i = 0; i < from->affiliations_count; i++)
		to->affiliations[to->affiliation_count++] = (struct file_affiliation){ file_line(arena, raw(from->affiliations[i].slug)),
			file_line(arena, raw(from->affiliations[i].name)) };
	to->holidays = ARENA_MANY(arena, from->holidays_count + 1, struct file_holiday);
	for (unsigned i = 0; i < from->holidays_count; i++) {
		struct wall wall;

		if (!when_date_read(raw(from->holidays[i].day), &wall))
			wall = (struct wall){ .year = 1970, .month = 1, .day = 1 };    /* file_check_lists.c complains of it */
		to->holidays[to->holiday_count++] = (struct file_holiday){ calendar_days((struct date){ wall.year, wall.month, wall.day }),
			file_line(arena, raw(from->holidays[i].name)) };
	}
}

static void
read_skills(struct arena *arena, const struct yaml_programme *from, struct programme_file *to)
{
	to->skills = ARENA_MANY(arena, from->skills_count + 1, struct file_skill);
	for (unsigned i = 0; i < from->skills_count; i++) {
		const struct yaml_skill *skill = &from->skills[i];
		struct file_skill *into = &to->skills[to->skill_count++];

		*into = (struct file_skill){ .area = file_line(arena, raw(skill->area)), .name = file_line(arena, raw(skill->name)) };
		into->aliases.at = ARENA_MANY(arena, skill->aliases_count + 1, struct str);
		for (unsigned k = 0; k < skill->aliases_count; k++)
			into->aliases.at[into->aliases.count++] = file_line(arena, raw(skill->aliases[k]));
		file_fold(arena, into);
	}
}

/* NULL stays NULL: what is not said. */
static struct str
word(struct arena *arena, const char *text)
{
	return text == NULL ? (struct str){ NULL, 0 } : file_line(arena, str_from(text));
}

static void
read_document(struct arena *arena, const struct yaml_document *from, const struct file_texts *texts, struct file_document *into)
{
	*into = (struct file_document){ .slug = file_line(arena, raw(from->slug)), .title = file_line(arena, raw(from->title)), .markdown = str_from(from->text),
		.kind = word(arena, from->kind), .role = word(arena, from->role), .audience = word(arena, from->audience),
		.binding = word(arena, from->binding), .retired = word(arena, from->retired) };
	if (from->file != NULL)
		(void)texts->find(texts->self, arena, str_from(from->file), &into->markdown);
}

static void
read_texts(struct arena *arena, const struct yaml_programme *from, const struct file_texts *texts, struct programme_file *to)
{
	to->documents = ARENA_MANY(arena, from->documents_count + 1, struct file_document);
	for (unsigned i = 0; i < from->documents_count; i++)
		read_document(arena, &from->documents[i], texts, &to->documents[to->document_count++]);
	to->letters = ARENA_MANY(arena, from->letters_count + 1, struct file_letter);
	for (unsigned i = 0; i < from->letters_count; i++)
		to->letters[to->letter_count++] = (struct file_letter){ file_line(arena, raw(from->letters[i].kind)),
			file_line(arena, raw(from->letters[i].subject)), file_text(arena, raw(from->letters[i].body)) };
}

static bool
find_builtin(void *self, struct arena *arena, struct str path, struct str *out)
{
	(void)self;
	(void)arena;
	for (size_t i = 0; i < builtin_count; i++)
		if (str_equal(builtin[i].path, path)) {
			*out = builtin[i].bytes;
			return true;
		}
	return false;
}

const struct file_texts file_texts_builtin = { NULL, find_builtin };

enum outcome
file_read(struct arena *arena, struct str yaml, const struct file_texts *texts, struct complaints *complaints, struct programme_file *out)
{
	const struct yaml_programme *from;
	struct yaml read;
	enum outcome said;

	*out = (struct programme_file){ 0 };
	said = yaml_read(arena, yaml, &programme_schema, complaints, &read);
	from = read.loaded;
	if (from == NULL)
		return said;
	out->root = read.root;
	out->slug = file_line(arena, raw(from->slug));
	out->name = file_line(arena, raw(from->name));
	out->mark = file_line(arena, raw(from->mark));
	out->zone = file_line(arena, raw(from->zone));
	out->summary = file_line(arena, raw(from->summary));
	read_front(arena, &from->front, out);
	read_settings(arena, &from->settings, out);
	read_lists(arena, from, out);
	read_skills(arena, from, out);
	read_texts(arena, from, texts, out);
	file_read_resources(arena, from, out);
	file_read_areas(arena, from, out);
	file_read_forms(arena, from, out);
	file_read_surveys(arena, from, out);
	file_check(arena, from, out, complaints);
	return complaints->count == 0 ? OK : BAD_INPUT;
}
