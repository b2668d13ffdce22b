/* embed: files become C arrays, with content type and compressed variants (FILE.gz, FILE.br beside).
 * Usage: embed NAME HEADER OUT FILE… gives `const struct asset NAME[]` and its count. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

enum { FILE_MAX = 4 << 20, ARENA = 256 << 20 };

static const struct {
	const char *end, *type;
} types[] = {
	{ ".css", "text/css; charset=utf-8" }, { ".js", "text/javascript; charset=utf-8" }, { ".svg", "image/svg+xml" },
	{ ".woff2", "font/woff2" }, { ".webmanifest", "application/manifest+json" }, { ".md", "text/markdown; charset=utf-8" },
	{ ".yaml", "application/yaml" }, { ".json", "application/json" },
};

static _Noreturn void
refuse(const char *path, const char *what)
{
	fprintf(stderr, "embed: \"%s\" %s\n", path, what);
	exit(1);
}

static const char *
type_of(struct str path)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_ends(path, str_from(types[i].end)))
			return types[i].type;
	return "application/octet-stream";
}

/* Compressed variants may be missing, the file itself may not. */
static struct str
read_file(struct arena *arena, const char *path, bool is_needed)
{
	FILE *f = fopen(path, "rb");
	char *bytes;
	size_t length;

	if (f == NULL && is_needed)
		refuse(path, "cannot be read");
	if (f == NULL)
		return S("");
	bytes = arena_take(arena, FILE_MAX);
	length = fread(bytes, 1, FILE_MAX, f);
	fclose(f);
	if (length == FILE_MAX)
		refuse(path, "is too large");
	return (struct str){ bytes, length };
}

static void
print_bytes(FILE *out, const char *member, struct str bytes)
{
	fprintf(out, "\t\t.%s = { \"", member);
	for (size_t i = 0; i < bytes.length; i++) {
		fprintf(out, "\\%03o", (unsigned char)bytes.at[i]);
		if (i % 32 == 31)
			fputs("\"\n\t\t    \"", out);
	}
	fprintf(out, "\", %zu },\n", bytes.length);
}

static bool
is_variant(struct str path)
{
	return str_ends(path, S(".gz")) || str_ends(path, S(".br"));
}

static struct str
name_in(struct str path)
{
	struct str name = path;

	if (str_starts(path, S("programmes/")))
		return str_skip(path, 11);
	while (str_find(name, '/') < name.length)
		name = str_skip(name, str_find(name, '/') + 1);
	return name;
}

static void
print_file(FILE *out, struct arena *arena, const char *path)
{
	struct str name = name_in(str_from(path));
	struct str gzip = read_file(arena, str_c(arena, str_join(arena, 2, (struct str[]){ str_from(path), S(".gz") })), false);
	struct str brotli = read_file(arena, str_c(arena, str_join(arena, 2, (struct str[]){ str_from(path), S(".br") })), false);

	fprintf(out, "\t{\n\t\t.path = S_STATIC(\"%.*s\"),\n\t\t.type = S_STATIC(\"%s\"),\n", STR_FORMAT(name), type_of(name));
	print_bytes(out, "bytes", read_file(arena, path, true));
	print_bytes(out, "gzip", gzip);
	print_bytes(out, "brotli", brotli);
	fputs("\t},\n", out);
	arena_reset(arena);
}

int
main(int count, char **words)
{
	struct arena *arena;
	size_t files = 0;
	FILE *out;

	if (count < 4) {
		fputs("usage: embed NAME HEADER OUT FILE…\n", stderr);
		return 2;
	}
	out = fopen(words[3], "wb");
	if (out == NULL) {
		perror(words[3]);
		return 1;
	}
	arena_open(ARENA, &arena);
	fprintf(out, "/* Made by embed. */\n#include \"%s\"\n\nconst struct asset %s[] = {\n", words[2], words[1]);
	for (int i = 4; i < count; i++)
		if (!is_variant(str_from(words[i]))) {
			print_file(out, arena, words[i]);
			files++;
		}
	fprintf(out, "\t{ .path = S_STATIC(\"\") },\n};\nconst size_t %s_count = %zu;\n", words[1], files);
	arena_close(&arena);
	return fclose(out) == 0 ? 0 : 1;
}
