/* Head and manifest of a backup: printed one way, read back only if they are exactly that. */
#include "formats/backup_file.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/when.h"

enum { MAGIC_BYTES = 16, KIND_AT = 16, SCHEMA_AT = 20, MADE_AT = 24, MANIFEST_AT = 32, KEY_AT = 36, SCHEMA_MAX = 1000000 };

static const char magic[MAGIC_BYTES + 1] = "mentord backup 1";
static const char manifest_line[] = "mentord backup manifest\n";

static void
put_number(unsigned char *at, size_t bytes, uint64_t number)
{
	for (size_t i = bytes; i > 0; i--) {
		at[i - 1] = (unsigned char)(number & 0xff);
		number >>= 8;
	}
}

static int64_t
get_number(const unsigned char *at, size_t bytes)
{
	uint64_t number = 0;

	for (size_t i = 0; i < bytes; i++)
		number = number << 8 | at[i];
	return (int64_t)number;
}

struct str
backup_head_print(struct arena *arena, const struct backup_head *head)
{
	unsigned char *at = arena_take(arena, BACKUP_HEAD_BYTES);

	memcpy(at, magic, MAGIC_BYTES);
	at[KIND_AT] = head->is_sealed ? 's' : 'p';
	put_number(at + SCHEMA_AT, 4, (uint64_t)head->schema);
	put_number(at + MADE_AT, 8, (uint64_t)(head->made_at.us / US_PER_SECOND));
	put_number(at + MANIFEST_AT, 4, (uint64_t)head->manifest_bytes);
	if (head->is_sealed)
		memcpy(at + KEY_AT, head->key_id, BACKUP_ID_BYTES);
	return (struct str){ (const char *)at, BACKUP_HEAD_BYTES };
}

static bool
is_zero(const unsigned char *at, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (at[i] != 0)
			return false;
	return true;
}

bool
backup_head_read(struct str bytes, struct backup_head *out)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	int64_t seconds;

	if (bytes.length != BACKUP_HEAD_BYTES || memcmp(at, magic, MAGIC_BYTES) != 0)
		return false;
	if ((at[KIND_AT] != 's' && at[KIND_AT] != 'p') || !is_zero(at + KIND_AT + 1, SCHEMA_AT - KIND_AT - 1))
		return false;
	seconds = get_number(at + MADE_AT, 8);
	if (seconds <= 0 || seconds > INT64_MAX / US_PER_SECOND)
		return false;
	*out = (struct backup_head){ .is_sealed = at[KIND_AT] == 's', .schema = get_number(at + SCHEMA_AT, 4),
		.made_at = { seconds * US_PER_SECOND }, .manifest_bytes = get_number(at + MANIFEST_AT, 4) };
	memcpy(out->key_id, at + KEY_AT, BACKUP_ID_BYTES);
	return out->schema <= SCHEMA_MAX && out->manifest_bytes > 0 && out->manifest_bytes <= BACKUP_MANIFEST_MAX &&
	    (out->is_sealed || is_zero(out->key_id, BACKUP_ID_BYTES));
}

struct str
backup_manifest_print(struct arena *arena, const struct backup_manifest *m)
{
	struct buf out = buf_new(arena, BACKUP_MANIFEST_MAX);

	buf_add(&out, (struct str){ manifest_line, sizeof(manifest_line) - 1 });
	buf_format(&out, "program %.*s\nschema %lld\n", STR_FORMAT(m->program), (long long)m->schema);
	buf_format(&out, "made_at %.*s\n", STR_FORMAT(when_iso(arena, m->made_at)));
	buf_format(&out, "database_bytes %lld\nsha256 %.*s\n", (long long)m->database_bytes, STR_FORMAT(m->sha256));
	buf_format(&out, "people %lld\n", (long long)m->people);
	for (size_t i = 0; i < m->heads.count; i++)
		buf_format(&out, "head %.*s %.*s\n", STR_FORMAT(m->heads.at[i].chain), STR_FORMAT(m->heads.at[i].hash));
	for (size_t i = 0; i < m->tables.count; i++)
		buf_format(&out, "rows %.*s %lld\n", STR_FORMAT(m->tables.at[i].name), (long long)m->tables.at[i].rows);
	return out.is_overflown ? S("") : buf_str(&out);
}

/* The value of the next line if it begins with that name. */
static bool
next_value(struct str *rest, struct str name, struct str *value)
{
	struct str line;

	if (!str_next(rest, '\n', &line) || !str_starts(line, name) || line.length <= name.length || line.at[name.length] != ' ')
		return false;
	*value = str_skip(line, name.length + 1);
	return true;
}

static bool
next_whole(struct str *rest, struct str name, int64_t *out)
{
	struct str value;

	return next_value(rest, name, &value) && str_whole(value, out) && *out >= 0;
}

static bool
read_tables(struct arena *arena, struct str rest, struct backup_manifest *out)
{
	struct str value;

	out->tables.at = ARENA_MANY(arena, BACKUP_TABLES_MAX, struct backup_table);
	while (rest.length > 0) {
		struct backup_table *table = &out->tables.at[out->tables.count];
		size_t blank;

		if (out->tables.count == BACKUP_TABLES_MAX || !next_value(&rest, S("rows"), &value))
			return false;
		blank = str_find(value, ' ');
		table->name = str_head(value, blank);
		if (!str_whole(str_skip(value, blank + 1), &table->rows) || table->rows < 0)
			return false;
		out->tables.count++;
	}
	return true;
}

/* Lines "head CHAIN HASH", if there are any; *rest is moved past them. */
static bool
read_heads(struct arena *arena, struct str *rest, struct backup_manifest *out)
{
	struct str value;

	out->heads.at = ARENA_MANY(arena, BACKUP_HEADS_MAX, struct backup_record_head);
	while (str_starts(*rest, S("head "))) {
		if (out->heads.count == BACKUP_HEADS_MAX || !next_value(rest, S("head"), &value) || str_find(value, ' ') == value.length)
			return false;
		out->heads.at[out->heads.count++] = (struct backup_record_head){ str_head(value, str_find(value, ' ')),
			str_skip(value, str_find(value, ' ') + 1) };
	}
	return true;
}

/* "007" and "+7" are whole numbers too, so what was read is printed again and must be the same. */
bool
backup_manifest_read(struct arena *arena, struct str text, struct backup_manifest *out)
{
	struct str rest = str_skip(text, sizeof(manifest_line) - 1), made_at;

	*out = (struct backup_manifest){ 0 };
	return str_starts(text, (struct str){ manifest_line, sizeof(manifest_line) - 1 }) && next_value(&rest, S("program"), &out->program) &&
	    next_whole(&rest, S("schema"), &out->schema) && next_value(&rest, S("made_at"), &made_at) &&
	    when_iso_read(made_at, &out->made_at) && next_whole(&rest, S("database_bytes"), &out->database_bytes) &&
	    next_value(&rest, S("sha256"), &out->sha256) && next_whole(&rest, S("people"), &out->people) &&
	    read_heads(arena, &rest, out) && read_tables(arena, rest, out) && str_equal(text, backup_manifest_print(arena, out));
}

struct str
backup_name(struct arena *arena, struct moment at)
{
	struct wall wall = when_wall(NULL, at);
	struct buf out = buf_new(arena, 64);

	buf_format(&out, "mentord-%04lld%02d%02dT%02d%02d%02dZ.backup", (long long)wall.year, wall.month, wall.day, wall.hour, wall.minute,
	    wall.second);
	return buf_str(&out);
}

struct str
backup_size_print(struct arena *arena, int64_t bytes)
{
	static const char *const units[] = { "kB", "MB", "GB", "TB" };
	struct buf out = buf_new(arena, 40);
	int64_t tenths = bytes / 100;
	size_t unit = 0;

	if (bytes < 1000) {
		buf_format(&out, "%lld bytes", (long long)bytes);
		return buf_str(&out);
	}
	while (tenths >= 10000 && unit + 1 < sizeof(units) / sizeof(units[0])) {
		tenths /= 1000;
		unit++;
	}
	buf_format(&out, "%lld.%lld %s", (long long)(tenths / 10), (long long)(tenths % 10), units[unit]);
	return buf_str(&out);
}
