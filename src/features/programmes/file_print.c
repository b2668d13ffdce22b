/* A programme as YAML: what `mentord programme export` writes and a version keeps. */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/yaml.h"
#include "programmes/file_check.h"
#include "programmes/settings.h"
#include "programmes/views.h"

enum { BLOCK_INDENT = 6, FRONT_INDENT = 4 };

static void
add(struct buf *out, const char *before, struct str text)
{
	buf_add(out, str_from(before));
	yaml_add_text(out, text);
}

static void
add_front(struct buf *out, struct front front)
{
	bool has_any = false;

	for (size_t i = 0; i < FRONT_TEXTS; i++) {
		if (front_at(&front, i)->length == 0)
			continue;
		buf_add(out, has_any ? S("") : S("\nfront:\n"));
		buf_format(out, "  %.*s: ", STR_FORMAT(front_name(i)));
		yaml_add_block(out, *front_at(&front, i), FRONT_INDENT);
		buf_char(out, '\n');
		has_any = true;
	}
}

/* Numbers stand as they are; to us every value is a text. */
static void
add_value(struct buf *out, struct str value)
{
	int64_t number;

	if (str_whole(value, &number))
		buf_add(out, value);
	else
		yaml_add_text(out, value);
}

static void
add_head(struct buf *out, const struct programme_file *file)
{
	add(out, "slug: ", file->slug);
	add(out, "\nname: ", file->name);
	add(out, "\nmark: ", file->mark);
	add(out, "\nshape: ", programme_shape_name(file->shape));
	add(out, "\nzone: ", file->zone);
	add(out, "\nsummary: ", file->summary);
	buf_char(out, '\n');
	add_front(out, file->front);
	buf_add(out, S("\nsettings:\n"));
	for (size_t i = 0; i < setting_count(); i++) {
		if (file->settings[i].at == NULL)
			continue;
		buf_format(out, "  %.*s: ", STR_FORMAT(setting_at(i).name));
		add_value(out, file->settings[i]);
		buf_char(out, '\n');
	}
}

static void
add_choices(struct buf *out, const struct programme_file *file)
{
	if (file->service_count > 0)
		buf_add(out, S("\nservices:\n"));
	for (size_t i = 0; i < file->service_count; i++) {
		add(out, "  - { slug: ", file->services[i].slug);
		add(out, ", name: ", file->services[i].name);
		if (!str_is_empty(file->services[i].hint))
			add(out, ", hint: ", file->services[i].hint);
		buf_add(out, file->services[i].is_retired ? S(", retired: \"yes\" }\n") : S(" }\n"));
	}
	if (file->affiliation_count > 0)
		buf_add(out, S("\naffiliations:\n"));
	for (size_t i = 0; i < file->affiliation_count; i++) {
		add(out, "  - { slug: ", file->affiliations[i].slug);
		add(out, ", name: ", file->affiliations[i].name);
		buf_add(out, S(" }\n"));
	}
}

static void
add_skills(struct buf *out, const struct programme_file *file)
{
	if (file->skill_count > 0)
		buf_add(out, S("\nskills:\n"));
	for (size_t i = 0; i < file->skill_count; i++) {
		const struct file_skill *skill = &file->skills[i];

		add(out, "  - { area: ", skill->area);
		add(out, ", name: ", skill->name);
		for (size_t k = 0; k < skill->aliases.count; k++)
			add(out, k == 0 ? ", aliases: [" : ", ", skill->aliases.at[k]);
		buf_add(out, skill->aliases.count > 0 ? S("] }\n") : S(" }\n"));
	}
}

static void
add_card(struct buf *out, const struct file_document *document)
{
	const struct { const char *before; struct str word; } words[] = {
		{ "\n    kind: ", document->kind }, { "\n    for: ", document->role }, { "\n    audience: ", document->audience },
		{ "\n    accept: ", document->binding }, { "\n    retired: ", document->retired },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (words[i].word.at != NULL)
			add(out, words[i].before, words[i].word);
}

static void
add_texts(struct buf *out, const struct programme_file *file)
{
	if (file->document_count > 0)
		buf_add(out, S("\ndocuments:\n"));
	for (size_t i = 0; i < file->document_count; i++) {
		add(out, "  - slug: ", file->documents[i].slug);
		add(out, "\n    title: ", file->documents[i].title);
		add_card(out, &file->documents[i]);
		buf_add(out, S("\n    text: "));
		yaml_add_block(out, file->documents[i].markdown, BLOCK_INDENT);
		buf_char(out, '\n');
	}
	if (file->letter_count > 0)
		buf_add(out, S("\nletters:\n"));
	for (size_t i = 0; i < file->letter_count; i++) {
		add(out, "  - kind: ", file->letters[i].kind);
		add(out, "\n    subject: ", file->letters[i].subject);
		buf_add(out, S("\n    body: "));
		yaml_add_block(out, file->letters[i].body, BLOCK_INDENT);
		buf_char(out, '\n');
	}
}

struct str
file_print(struct arena *arena, const struct programme_file *file)
{
	struct buf out = buf_new(arena, 2 * LIMIT_YAML_BYTES);

	add_head(&out, file);
	add_choices(&out, file);
	add_skills(&out, file);
	if (file->holiday_count > 0)
		buf_add(&out, S("\nholidays:\n"));
	for (size_t i = 0; i < file->holiday_count; i++) {
		add(&out, "  - { day: ", holiday_value(arena, file->holidays[i].day));
		add(&out, ", name: ", file->holidays[i].name);
		buf_add(&out, S(" }\n"));
	}
	file_print_resources(&out, file);
	file_print_areas(&out, file);
	add_texts(&out, file);
	file_print_forms(&out, file);
	file_print_surveys(&out, file);
	return buf_str(&out);
}
