/* Reading the operator's settings from four places. */
#include "daemon/settings.h"

#include <arpa/inet.h>
#include <ini.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/near.h"
#include "system/file.h"

enum { FILE_MAX = 64 << 10, VALUE_FILE_MAX = 4096, NEAR = 3, NAME_MAX_BYTES = 40, LINE_BYTES = 1200, PATH_SHOWN = 500 };
enum kind { KIND_TEXT, KIND_SECRET, KIND_WHOLE, KIND_YES, KIND_ADDRESS };

/* What a value of that kind is, for a complaint. */
static const char *const kind_words[] = { "text", "text", "a whole number", "yes or no", "an IPv4 address and a port up to 65535, like 127.0.0.1:8080" };

static const struct row {
	struct str name;
	enum kind kind;
	struct str fallback, words;
} rows[] = {
#define SETTING(name, kind, fallback, words) { S_STATIC(#name), KIND_##kind, S_STATIC(fallback), S_STATIC(words) },
#include "daemon/settings.def"
#undef SETTING
};

struct reading {
	struct arena *arena;
	struct str values[ARRAY_LENGTH(rows)];
	const char *sources[ARRAY_LENGTH(rows)];
	const char *source;           /* of what is being read now */
	struct str path;              /* of the file, … */
	int line;                     /* … and the line in it; 0: not a line of a file */
	bool is_flags;
	enum outcome said;            /* why not: BAD_INPUT or FILE_FAILED */
	struct str complaint;
};

/* "file:line:column: what" for a line of the file. A name begins its line, so a column says no more than that. */
static bool
refuse(struct reading *r, enum outcome why, size_t count, const struct str words[])
{
	struct buf out = buf_new(r->arena, LINE_BYTES);

	if (r->line > 0)
		buf_format(&out, "%.*s:%d:1: ", STR_FORMAT(str_head(r->path, PATH_SHOWN)), r->line);
	for (size_t i = 0; i < count; i++)
		buf_add(&out, str_head(words[i], LINE_BYTES / 6));
	r->complaint = buf_str(&out);
	r->said = why;
	return false;
}

/* Dashes and underscores are the same in a name. */
static bool
is_name(struct str a, struct str known)
{
	if (a.length != known.length)
		return false;
	for (size_t i = 0; i < a.length; i++)
		if ((a.at[i] == '-' ? '_' : a.at[i]) != known.at[i])
			return false;
	return true;
}

static size_t
row_of(struct str name)
{
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		if (is_name(name, rows[i].name))
			return i;
	return ARRAY_LENGTH(rows);
}

/* "database_file": a file that holds the value of the setting "database". The file of settings itself is named, not held. */
static size_t
row_held_by(struct str name)
{
	size_t i;

	if (!str_ends(name, S("_file")) && !str_ends(name, S("-file")))
		return ARRAY_LENGTH(rows);
	i = row_of(str_head(name, name.length - S("_file").length));
	return i < ARRAY_LENGTH(rows) && rows[i].kind <= KIND_SECRET && i != SETTING_config ? i : ARRAY_LENGTH(rows);
}

bool
settings_knows(struct str name)
{
	return row_of(name) < ARRAY_LENGTH(rows) || row_held_by(name) < ARRAY_LENGTH(rows);
}

struct str
settings_nearest(struct str wrong)
{
	size_t best = NEAR + 1;
	struct str nearest = S("");

	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		if (near_distance(wrong, rows[i].name) < best) {
			best = near_distance(wrong, rows[i].name);
			nearest = rows[i].name;
		}
	return nearest;
}

/* An IPv4 address and a port: what web processes listen on. */
static bool
is_address(struct reading *r, struct str value)
{
	size_t colon = str_find(value, ':');
	struct in_addr host;
	int64_t port;

	return colon < value.length && inet_pton(AF_INET, str_c(r->arena, str_head(value, colon)), &host) == 1 &&
	    str_whole(str_skip(value, colon + 1), &port) && port >= 0 && port <= UINT16_MAX;
}

static bool
is_of_kind(struct reading *r, const struct row *row, struct str value)
{
	int64_t number;

	if (row->kind == KIND_WHOLE)
		return str_whole(value, &number) && number >= 0;
	if (row->kind == KIND_ADDRESS)
		return is_address(r, value);
	if (str_is_empty(value) && str_is_empty(row->fallback))
		return true;    /* what a row without a default says, said aloud */
	return row->kind != KIND_YES || str_equal(value, S("yes")) || str_equal(value, S("no"));
}

static bool
set_row(struct reading *r, size_t i, struct str value)
{
	if (!is_of_kind(r, &rows[i], value))
		return refuse(r, BAD_INPUT, 6, (struct str[]){ S("setting \""), rows[i].name, S("\" cannot be \""), value, S("\": it is "),
		    str_from(kind_words[rows[i].kind]) });
	if (r->line > 0 && i == SETTING_config)
		return refuse(r, BAD_INPUT, 1, (struct str[]){ S("a file of settings names no other one") });
	if (!r->is_flags && r->sources[i] == r->source)    /* of flags the last one counts */
		return refuse(r, BAD_INPUT, 3, (struct str[]){ S("setting \""), rows[i].name, S("\" is set twice") });
	r->values[i] = str_copy(r->arena, value);
	r->sources[i] = r->source;
	return true;
}

/* A secret in a file of its own, as containers and service managers hand it over; the end of its line is no part of it. */
static bool
set_from_value_file(struct reading *r, size_t i, struct str path)
{
	struct str value;

	if (file_system.read(file_system.self, r->arena, str_c(r->arena, path), VALUE_FILE_MAX, &value) != OK)
		return refuse(r, FILE_FAILED, 5, (struct str[]){ S("cannot read the file \""), path, S("\" of the setting \""), rows[i].name, S("\"") });
	value = str_trim(value);
	if (str_find(value, '\0') < value.length || str_find(value, '\n') < value.length)
		return refuse(r, BAD_INPUT, 5, (struct str[]){ S("the file \""), path, S("\" of the setting \""), rows[i].name, S("\" is not one line of text") });
	return set_row(r, i, value);
}

static bool
set(struct reading *r, struct str name, struct str value)
{
	struct str near;

	if (row_of(name) < ARRAY_LENGTH(rows))
		return set_row(r, row_of(name), value);
	if (row_held_by(name) < ARRAY_LENGTH(rows))
		return set_from_value_file(r, row_held_by(name), value);
	near = settings_nearest(name);
	return refuse(r, BAD_INPUT, 5, (struct str[]){ S("unknown setting \""), name, S("\""), near.length > 0 ? S("; did you mean ") : S(""), near });
}

static int
on_line(void *self, const char *section, const char *name, const char *value)
{
	struct reading *r = self;

	(void)section;
	return str_is_empty(r->complaint) && set(r, str_from(name), str_from(value)) ? 1 : 0;
}

/* One line at a time: what goes on in the next one, or a section, is not ours. */
static bool
set_from_line(struct reading *r, struct str line)
{
	if (str_starts(str_trim(line), S("[")))
		return refuse(r, BAD_INPUT, 1, (struct str[]){ S("settings have no [sections]: a line is name = value") });
	if (line.length >= INI_MAX_LINE - 1)    /* inih would take the rest for another line */
		return refuse(r, BAD_INPUT, 1, (struct str[]){ S("this line is too long; a value may stand in a file of its own, as name_file = FILE") });
	if (ini_parse_string(str_c(r->arena, line), on_line, r) != 0 && str_is_empty(r->complaint))
		return refuse(r, BAD_INPUT, 1, (struct str[]){ S("this line is not name = value") });
	return str_is_empty(r->complaint);
}

static bool
set_from_file(struct reading *r, struct str path)
{
	struct str bytes, line;
	bool is_fine = true;

	if (path.length == 0)
		return true;
	r->source = "file";
	if (file_system.read(file_system.self, r->arena, str_c(r->arena, path), FILE_MAX, &bytes) != OK)
		return refuse(r, FILE_FAILED, 3, (struct str[]){ S("cannot read the file \""), path, S("\"") });
	if (str_find(bytes, '\0') < bytes.length)
		return refuse(r, BAD_INPUT, 3, (struct str[]){ S("the file \""), path, S("\" is not text: it holds a zero byte") });
	r->path = path;
	while (is_fine && str_next(&bytes, '\n', &line)) {
		r->line++;
		is_fine = set_from_line(r, line);
	}
	r->line = 0;
	return is_fine;
}

/* "LISTEN" as a setting is named; what does not fit is no name of ours. */
static struct str
lower(struct reading *r, struct str name)
{
	struct buf out = buf_new(r->arena, NAME_MAX_BYTES);

	for (size_t i = 0; i < name.length && i < NAME_MAX_BYTES; i++)
		buf_char(&out, name.at[i] >= 'A' && name.at[i] <= 'Z' ? (char)(name.at[i] - 'A' + 'a') : name.at[i]);
	return buf_str(&out);
}

static struct str
upper(struct reading *r, struct str name)
{
	struct buf out = buf_new(r->arena, NAME_MAX_BYTES);

	for (size_t i = 0; i < name.length && i < NAME_MAX_BYTES; i++)
		buf_char(&out, name.at[i] >= 'a' && name.at[i] <= 'z' ? (char)(name.at[i] - 'a' + 'A') : name.at[i]);
	return buf_str(&out);
}

/* "MENTORD_LISTEN=…"; others are not ours, and the token is read by who needs it. */
static bool
set_from_variable(struct reading *r, struct str variable)
{
	struct str name = str_head(variable, str_find(variable, '=')), value = str_skip(variable, name.length + 1), near;

	if (!str_starts(name, S("MENTORD_")) || str_equal(name, S("MENTORD_TOKEN")))
		return true;
	name = str_skip(name, S("MENTORD_").length);
	if (settings_knows(lower(r, name)))
		return set(r, lower(r, name), value);
	near = settings_nearest(lower(r, name));
	return refuse(r, BAD_INPUT, 5, (struct str[]){ S("unknown variable \"MENTORD_"), name, S("\" in the environment"),
	    near.length > 0 ? S("; did you mean MENTORD_") : S(""), upper(r, near) });
}

static bool
set_from_environment(struct reading *r)
{
	bool is_fine = true;

	r->source = "environment";
	for (char **at = environ; at != NULL && *at != NULL && is_fine; at++)
		is_fine = set_from_variable(r, str_from(*at));
	return is_fine;
}

static struct str
flag_named(const struct flag *flags, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (is_name(flags[i].name, name))
			return flags[i].value;
	return S("");
}

enum outcome
settings_read(struct arena *arena, const struct flag *flags, size_t count, struct operator_settings *out, struct str *complaint)
{
	struct reading r = { .arena = arena };
	const char *in_environment = getenv("MENTORD_CONFIG");
	struct str file = flag_named(flags, count, S("config"));
	bool is_fine;
	size_t i = 0;

	for (size_t k = 0; k < ARRAY_LENGTH(rows); k++) {
		r.values[k] = rows[k].fallback;
		r.sources[k] = "default";
	}
	is_fine = set_from_file(&r, file.length == 0 ? str_from(in_environment == NULL ? "" : in_environment) : file) && set_from_environment(&r);
	r.source = "flag";
	r.is_flags = true;
	for (size_t k = 0; k < count && is_fine; k++)
		is_fine = set(&r, flags[k].name, flags[k].value);
	*complaint = r.complaint;
	if (!is_fine)
		return r.said;
	memcpy(out->sources, r.sources, sizeof(r.sources));
#define SETTING(name, kind, fallback, words) out->name = r.values[i++];
#include "daemon/settings.def"
#undef SETTING
	return OK;
}

struct setting_shown
setting_shown(const struct operator_settings *settings, size_t place)
{
	const struct str values[] = {
#define SETTING(name, kind, fallback, words) settings->name,
#include "daemon/settings.def"
#undef SETTING
	};

	check(place < SETTING_COUNT);
	return (struct setting_shown){
		.name = rows[place].name, .value = rows[place].kind == KIND_SECRET && !str_is_empty(values[place]) ? S("(hidden)") : values[place],
		.fallback = rows[place].fallback, .words = rows[place].words,
		.source = settings->sources[place],
	};
}

int64_t
setting_whole(struct str value)
{
	int64_t number = 0;

	check(str_whole(value, &number));
	return number;
}

bool
setting_yes(struct str value)
{
	return str_equal(value, S("yes"));
}
