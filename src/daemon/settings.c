/* Reading the operator's settings from four places. */
#include "daemon/settings.h"

#include <ini.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "system/file.h"

enum { FILE_MAX = 64 << 10, NEAR = 3, NAME_MAX_BYTES = 40, LINE_BYTES = 600 };
enum kind { KIND_TEXT, KIND_WHOLE, KIND_YES };

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
	struct str complaint;
};

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

bool
settings_knows(struct str name)
{
	return row_of(name) < ARRAY_LENGTH(rows);
}

/* Levenshtein's, one row at a time. */
size_t
word_distance(struct str a, struct str b)
{
	size_t row[NAME_MAX_BYTES + 1];

	if (a.length > NAME_MAX_BYTES || b.length > NAME_MAX_BYTES)
		return NAME_MAX_BYTES;
	for (size_t k = 0; k <= b.length; k++)
		row[k] = k;
	for (size_t i = 1; i <= a.length; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t k = 1; k <= b.length; k++) {
			size_t above = row[k], best = corner + (a.at[i - 1] == b.at[k - 1] ? 0 : 1);

			if (above + 1 < best)
				best = above + 1;
			if (row[k - 1] + 1 < best)
				best = row[k - 1] + 1;
			corner = above;
			row[k] = best;
		}
	}
	return row[b.length];
}

struct str
settings_nearest(struct str wrong)
{
	size_t best = NEAR + 1;
	struct str nearest = S("");

	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		if (word_distance(wrong, rows[i].name) < best) {
			best = word_distance(wrong, rows[i].name);
			nearest = rows[i].name;
		}
	return nearest;
}

static bool
is_of_kind(const struct row *row, struct str value)
{
	int64_t number;

	if (row->kind == KIND_WHOLE)
		return str_whole(value, &number) && number >= 0;
	if (str_is_empty(value) && str_is_empty(row->fallback))
		return true;    /* what a row without a default says, said aloud */
	return row->kind != KIND_YES || str_equal(value, S("yes")) || str_equal(value, S("no"));
}

static bool
set(struct reading *r, struct str name, struct str value)
{
	size_t i = row_of(name);

	if (i == ARRAY_LENGTH(rows)) {
		struct str near = settings_nearest(name);

		r->complaint = str_join(r->arena, 5, (struct str[]){ S("unknown setting \""), name, S("\""),
		    near.length > 0 ? S("; did you mean ") : S(""), near });
		return false;
	}
	if (!is_of_kind(&rows[i], value)) {
		r->complaint = str_join(r->arena, 4, (struct str[]){ S("setting \""), name, S("\" cannot be "), value });
		return false;
	}
	r->values[i] = str_copy(r->arena, value);
	r->sources[i] = r->source;
	return true;
}

static int
on_line(void *self, const char *section, const char *name, const char *value)
{
	(void)section;
	return set(self, str_from(name), str_from(value)) ? 1 : 0;
}

/* inih stops at the line that it cannot read, or that on_line() refused. */
static bool
set_from_text(struct reading *r, struct str path, struct str text)
{
	struct buf line = buf_new(r->arena, LINE_BYTES);
	int wrong;

	if (str_find(text, '\0') < text.length) {
		r->complaint = str_join(r->arena, 3, (struct str[]){ S("the file \""), path, S("\" is not text: it holds a zero byte") });
		return false;
	}
	wrong = ini_parse_string(str_c(r->arena, text), on_line, r);
	if (wrong != 0 && r->complaint.length == 0) {
		buf_format(&line, "line %d of the file \"%.*s\" is not \"name = value\"", wrong, STR_FORMAT(str_head(path, LINE_BYTES / 2)));
		r->complaint = buf_str(&line);
	}
	return wrong == 0 && r->complaint.length == 0;
}

static bool
set_from_file(struct reading *r, struct str path)
{
	struct str bytes;

	if (path.length == 0)
		return true;
	r->source = "file";
	if (file_system.read(file_system.self, r->arena, str_c(r->arena, path), FILE_MAX, &bytes) != OK) {
		r->complaint = str_join(r->arena, 3, (struct str[]){ S("cannot read the file \""), path, S("\"") });
		return false;
	}
	return set_from_text(r, path, bytes);
}

static bool
set_from_environment(struct reading *r)
{
	r->source = "environment";
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		char name[NAME_MAX_BYTES + 16] = "MENTORD_";
		const char *value;

		for (size_t k = 0; k < rows[i].name.length; k++) {
			char c = rows[i].name.at[k];

			name[8 + k] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
		}
		value = getenv(name);
		if (value != NULL && !set(r, rows[i].name, str_from(value)))
			return false;
	}
	return true;
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
	for (size_t k = 0; k < count && is_fine; k++)
		is_fine = set(&r, flags[k].name, flags[k].value);
	*complaint = r.complaint;
	if (!is_fine)
		return BAD_INPUT;
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
		.name = rows[place].name, .value = values[place], .fallback = rows[place].fallback, .words = rows[place].words,
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
