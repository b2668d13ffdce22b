/* What each column of a file means, chosen on its page: a field for each column, its choices made of the kind's form and of the programme's questions. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "exchange/import.h"
#include "exchange/views.h"
#include "forms/say.h"
#include "formats/text.h"
#include "http/sent.h"

#define NOTHING S("-")

enum { COLUMNS_BYTES = 8 << 10, NUMBER_BYTES = 24, HEADING_CHARACTERS = 120 };

/* "c3": of the third column. */
static struct str
field_name(struct arena *arena, const char *mark, size_t place)
{
	struct buf name = buf_new(arena, NUMBER_BYTES);

	buf_format(&name, "%s%zu", mark, place + 1);
	return buf_str(&name);
}

/* Each once: what both sides ask stands there twice. */
static struct choices
choices_of(struct visit *v, const struct import_slots *slots)
{
	struct choice *at = ARENA_MANY(v->arena, slots->count + 1, struct choice);
	size_t count = 0;

	at[count++] = (struct choice){ .value = NOTHING, .label = str_from(N_("Nothing takes it")) };
	for (size_t i = 0; i < slots->count; i++)
		if (import_slot_named(slots, slots->at[i].name) == i)
			at[count++] = (struct choice){ .value = slots->at[i].name, .label = slots->at[i].words };
	return (struct choices){ at, count };
}

static struct form
form_of(struct visit *v, const struct csv_record *header, const struct import_map *map)
{
	struct field *fields = ARENA_MANY(v->arena, header->count + 1, struct field);
	struct choices choices = choices_of(v, &map->slots);

	for (size_t i = 0; i < header->count; i++) {
		struct str heading = text_one_line(v->arena, text_head(header->cells[i], HEADING_CHARACTERS));

		fields[i] = (struct field){ .name = field_name(v->arena, "c", i), .type = FIELD_CHOICE, .is_required = true, .choices = choices,
			.label = str_is_empty(heading) ? field_name(v->arena, "#", i) : heading };
	}
	return (struct form){ .name = S("import_columns_form"), .fields = fields, .count = header->count };
}

static enum outcome
look(struct visit *v, const struct import_wish *wish, struct str content, struct import_map *map, struct form *out)
{
	struct csv_record *header = ARENA_NEW(v->arena, struct csv_record);

	TRY(import_columns(v, wish, content, header, map));
	*out = form_of(v, header, map);
	return OK;
}

static struct str
meaning_of(const struct import_map *map, size_t column)
{
	for (size_t i = 0; i < map->slots.count; i++)
		if (map->slots.at[i].place == column + 1)
			return map->slots.at[i].name;
	return NOTHING;
}

enum outcome
import_choosing(struct visit *v, const struct import_wish *wish, struct str content, struct values **out)
{
	struct import_map *map = ARENA_NEW(v->arena, struct import_map);
	struct form *form = ARENA_NEW(v->arena, struct form);
	enum outcome said = look(v, wish, content, map, form);

	*out = NULL;
	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	*out = form_start(v->arena, form, NULL);
	for (size_t i = 0; i < form->count; i++)
		form_set_text(*out, str_c(v->arena, form->fields[i].name), meaning_of(map, i));
	return OK;
}

enum outcome
import_chosen(struct visit *v, struct import_wish *wish, struct str content)
{
	struct import_map *map = ARENA_NEW(v->arena, struct import_map);
	struct form *form = ARENA_NEW(v->arena, struct form);
	struct buf columns = buf_new(v->arena, COLUMNS_BYTES);
	enum outcome said = look(v, wish, content, map, form);
	struct pairs sent;

	if (said != OK)
		return said == NOT_FOUND ? STALE : said;
	TRY(sent_read(v->arena, v->request, &sent));
	TRY(form_read(v->arena, form, NULL, &sent, &v->form));
	for (size_t i = 0; i < form->count; i++)
		buf_format(&columns, "%s#%zu=%.*s", i > 0 ? ", " : "", i + 1, STR_FORMAT(v->form->at[i].text));
	wish->columns = buf_str(&columns);
	return OK;
}
