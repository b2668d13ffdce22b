/* The zones of this machine, loaded once. The table is the one piece of state in formats/: it is written at the start of a
 * process and only read afterwards. */
#include "formats/zone.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/tzif.h"

enum { LIST_MAX = 512 << 10 };

struct zone {
	struct str name;
	struct tzif clocks;
};

static struct tzif_type utc_type = { 0, false, S_STATIC("UTC") };
static const struct zone utc = { S_STATIC("UTC"), { .type_count = 1, .types = &utc_type } };
static struct str utc_name[] = { S_STATIC("UTC") };

static struct {
	struct zone **at;
	size_t count;
	struct str_list names;
} table = { .names = { utc_name, 1 } };

/* The database stopped inventing letters for zones whose people use none; these are in use all the same. */
static const struct {
	struct str zone;
	struct str short_name;
} short_names[] = {
	{ S_STATIC("Asia/Singapore"), S_STATIC("SGT") },
	{ S_STATIC("Asia/Kuala_Lumpur"), S_STATIC("MYT") },
	{ S_STATIC("America/Sao_Paulo"), S_STATIC("BRT") },
	{ S_STATIC("America/Argentina/Buenos_Aires"), S_STATIC("ART") },
	{ S_STATIC("Asia/Dubai"), S_STATIC("GST") },
};

/* "+08" and "-0330" as "UTC+8" and "UTC-3:30". */
static struct str
offset_name(struct arena *keep, int32_t offset_seconds)
{
	struct buf b = buf_new(keep, 16);
	int minutes = abs(offset_seconds) / 60;

	buf_format(&b, "UTC%c%d", offset_seconds < 0 ? '-' : '+', minutes / 60);
	if (minutes % 60 != 0)
		buf_format(&b, ":%02d", minutes % 60);
	return buf_str(&b);
}

static void
name_type(struct arena *keep, struct str zone, struct tzif_type *type)
{
	char first = type->short_name.length == 0 ? '+' : type->short_name.at[0];

	if (first != '+' && first != '-')
		return;
	type->short_name = offset_name(keep, type->offset_seconds);
	for (size_t i = 0; i < ARRAY_LENGTH(short_names); i++)
		if (str_equal(short_names[i].zone, zone))
			type->short_name = short_names[i].short_name;
}

bool
zone_read(struct arena *keep, struct str name, struct str bytes, struct zone **out)
{
	struct zone *zone = ARENA_NEW(keep, struct zone);

	zone->name = str_copy(keep, name);
	if (!tzif_read(keep, bytes, &zone->clocks))
		return false;
	for (size_t i = 0; i < zone->clocks.type_count; i++)
		name_type(keep, name, &zone->clocks.types[i]);
	name_type(keep, name, &zone->clocks.rule.winter);
	name_type(keep, name, &zone->clocks.rule.summer);
	*out = zone;
	return true;
}

static int
by_zone_name(const void *a, const void *b)
{
	return str_compare((*(struct zone *const *)a)->name, (*(struct zone *const *)b)->name);
}

static int
by_text(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The word of a line after count blanks or tabs. */
static struct str
word(struct str line, char blank, int count)
{
	struct str part = S("");

	for (int i = 0; i <= count; i++)
		if (!str_next(&line, blank, &part))
			return S("");
	return part;
}

static enum outcome
read_of_folder(struct arena *work, const struct zone_files *files, struct str name, struct str *out)
{
	struct str path = str_join(work, 3, (struct str[]){ str_from(files->folder), S("/"), name });

	return files->read(files->self, work, str_c(work, path), LIST_MAX, out);
}

static void
add_zone(struct arena *keep, struct arena *work, const struct zone_files *files, struct str name)
{
	struct str bytes;

	if (name.length == 0 || read_of_folder(work, files, name, &bytes) != OK || bytes.length > ZONE_FILE_MAX)
		return;
	if (zone_read(keep, name, bytes, &table.at[table.count]))
		table.count++;
}

static void
add_link(struct arena *keep, struct str target, struct str name)
{
	for (size_t i = 0; i < table.count; i++)
		if (str_equal(table.at[i]->name, target)) {
			struct zone *same = ARENA_NEW(keep, struct zone);

			*same = *table.at[i];
			same->name = str_copy(keep, name);
			table.at[table.count++] = same;
			return;
		}
}

static size_t
count_lines(struct str list)
{
	struct str line;
	size_t count = 0;

	while (str_next(&list, '\n', &line))
		count++;
	return count;
}

/* zone.tab: country, place, name; the names that somebody may live in. */
static void
load_names(struct arena *keep, struct str list)
{
	struct str line;
	struct str *at = ARENA_MANY(keep, count_lines(list) + 1, struct str);
	size_t count = 0;

	at[count++] = S("UTC");
	while (str_next(&list, '\n', &line))
		if (!str_starts(line, S("#")) && zone_find(word(line, '\t', 2)) != NULL)
			at[count++] = zone_find(word(line, '\t', 2))->name;
	qsort(at, count, sizeof(at[0]), by_text);
	table.names = (struct str_list){ at, count };
}

enum outcome
zones_load(struct arena *keep, struct arena *work, const struct zone_files *files)
{
	struct arena *lists = work;
	struct str list, rest, line;

	TRY(read_of_folder(lists, files, S("tzdata.zi"), &list));
	list = str_copy(keep, list);    /* work is reset for each file */
	table.at = ARENA_MANY(keep, count_lines(list), struct zone *);
	table.count = 0;
	for (rest = list; str_next(&rest, '\n', &line); arena_reset(work))
		if (str_starts(line, S("Z ")))
			add_zone(keep, work, files, word(line, ' ', 1));
	for (rest = list; str_next(&rest, '\n', &line);)
		if (str_starts(line, S("L ")))
			add_link(keep, word(line, ' ', 1), word(line, ' ', 2));
	qsort(table.at, table.count, sizeof(table.at[0]), by_zone_name);
	TRY(read_of_folder(lists, files, S("zone.tab"), &list));
	load_names(keep, list);
	return OK;
}

const struct zone *
zone_find(struct str name)
{
	size_t low = 0, high = table.count;

	if (str_equal(name, utc.name))
		return &utc;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(table.at[middle]->name, name);

		if (order == 0)
			return table.at[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

bool
zone_is_known(struct str name)
{
	return zone_find(name) != NULL;
}

const struct str_list *
zone_names(void)
{
	return &table.names;
}

struct str
zone_name(const struct zone *zone)
{
	return zone == NULL ? utc.name : zone->name;
}

static int64_t
seconds_of(struct moment m)
{
	int64_t seconds = m.us / US_PER_SECOND;

	return m.us % US_PER_SECOND < 0 ? seconds - 1 : seconds;
}

struct zone_local
zone_at(const struct zone *zone, struct moment m)
{
	const struct tzif_type *type = tzif_at(zone == NULL ? &utc.clocks : &zone->clocks, seconds_of(m));

	return (struct zone_local){ type->offset_seconds, type->is_summer, type->short_name };
}

struct moment
zone_next_change(const struct zone *zone, struct moment m)
{
	int64_t next = zone == NULL ? INT64_MAX : tzif_next_change(&zone->clocks, seconds_of(m));

	if (next == INT64_MAX || next - seconds_of(m) > 366 * (US_PER_DAY / US_PER_SECOND))
		return (struct moment){ 0 };
	return (struct moment){ next * US_PER_SECOND };
}
