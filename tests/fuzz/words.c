/* Small things with an exact spelling: what is read prints as it was written, or as its one canonical form. */
#include "formats/backup_file.h"
#include "formats/id.h"
#include "formats/when.h"
#include "fuzz.h"

static void
try_numbers(struct arena *arena, struct str input)
{
	struct buf out = buf_new(arena, 32);
	int64_t id, whole, again;

	if (id_read(input, &id))    /* capitals are taken, too */
		MUST(id_read(id_print(arena, id), &again) && again == id);
	if (!str_whole(input, &whole))
		return;
	buf_whole(&out, whole);
	MUST(str_whole(buf_str(&out), &again) && again == whole);
}

static void
try_times(struct arena *arena, struct str input)
{
	struct moment moment, again;
	struct wall wall;

	if (when_iso_read(input, &moment)) {
		MUST(when_iso_read(when_iso(arena, moment), &again));
		MUST(again.us / US_PER_SECOND == moment.us / US_PER_SECOND);
	}
	if (when_time_read(input, &wall))
		MUST(wall.hour >= 0 && wall.hour <= 23 && wall.minute >= 0 && wall.minute <= 59);
}

void
fuzz_words(struct arena *arena, struct str input)
{
	struct wall wall;

	try_numbers(arena, input);
	try_times(arena, input);
	if (when_date_read(input, &wall))
		MUST(input.length == 10 && wall.month >= 1 && wall.month <= 12 && wall.day >= 1 && wall.day <= 31);
}

void
fuzz_backup_head(struct arena *arena, struct str input)
{
	struct backup_head head;

	if (input.length >= BACKUP_HEAD_BYTES && backup_head_read(str_head(input, BACKUP_HEAD_BYTES), &head))
		MUST(str_equal(backup_head_print(arena, &head), str_head(input, BACKUP_HEAD_BYTES)));
	if (input.length != BACKUP_HEAD_BYTES)
		MUST(!backup_head_read(input, &head) || input.length > BACKUP_HEAD_BYTES);
}

void
fuzz_backup_manifest(struct arena *arena, struct str input)
{
	struct backup_manifest manifest, again;

	if (!backup_manifest_read(arena, input, &manifest))
		return;
	MUST(manifest.tables.count <= BACKUP_TABLES_MAX);
	MUST(backup_manifest_read(arena, backup_manifest_print(arena, &manifest), &again));
	MUST(again.tables.count == manifest.tables.count && again.database_bytes == manifest.database_bytes);
}
