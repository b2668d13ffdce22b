/* The few parts of a workbook that its readers ask for. Every text stands in its cell itself (an "inline string"), so that rows can leave as they
 * come, and has the format "text": it stays what it is also when somebody edits it. */
#include "formats/xlsx.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/text.h"
#include "formats/zip.h"

enum {
	PIECE_BYTES = 16 << 10, PART_BYTES = 16 << 10, PLACE_BYTES = 16, NAME_BYTES = 40,
	STYLE_HEAD = 1, STYLE_TEXT = 2, LETTERS = 26, ESCAPE = 7
};
/* More digits than a spreadsheet can count to. */
static const int64_t number_most = 999999999999999;

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define SHEETML "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define KIND "application/vnd.openxmlformats-officedocument.spreadsheetml."

struct xlsx {
	struct arena *arena;
	struct zip *zip;
	const struct str *names;
	size_t count, begun;          /* sheets */
	size_t rows;                  /* of the sheet under way */
	char *piece;                  /* what goes to the archive next */
	size_t filled;
	bool has_too_many;
};

static void
flush(struct xlsx *x)
{
	zip_add(x->zip, (struct str){ x->piece, x->filled });
	x->filled = 0;
}

static void
put(struct xlsx *x, struct str s)
{
	while (s.length > 0) {
		size_t room = PIECE_BYTES - x->filled, some = s.length < room ? s.length : room;

		memcpy(x->piece + x->filled, s.at, some);
		x->filled += some;
		s = str_skip(s, some);
		if (x->filled == PIECE_BYTES)
			flush(x);
	}
}

static void
put_number(struct xlsx *x, size_t number)
{
	char bytes[PLACE_BYTES * 2];
	size_t at = sizeof(bytes);

	do {
		bytes[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	put(x, (struct str){ bytes + at, sizeof(bytes) - at });
}

/* "C7" */
static void
put_place(struct xlsx *x, size_t column)
{
	char letters[PLACE_BYTES];
	size_t at = sizeof(letters);

	for (column++; column > 0; column = (column - 1) / LETTERS)
		letters[--at] = (char)('A' + (column - 1) % LETTERS);
	put(x, (struct str){ letters + at, sizeof(letters) - at });
	put_number(x, x->rows);
}

/* --- a text --- */

/* Signs as a spreadsheet counts them, up to which byte most of them reach. */
static size_t
reach(struct str text, size_t most, bool *is_whole)
{
	size_t signs = 0;

	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		if ((byte & 0xc0) != 0x80)
			signs += byte >= 0xf0 ? 2 : 1;
		if (signs > most) {
			*is_whole = false;
			return i;
		}
	}
	*is_whole = true;
	return text.length;
}

/* "_x0041_": a reader would take it for the sign by that number. */
static bool
is_escape(struct str at)
{
	static const char digits[] = "0123456789abcdefABCDEF";

	if (at.length < ESCAPE || at.at[0] != '_' || at.at[1] != 'x' || at.at[ESCAPE - 1] != '_')
		return false;
	for (size_t i = 2; i < ESCAPE - 1; i++)
		if (memchr(digits, at.at[i], sizeof(digits) - 1) == NULL)
			return false;
	return true;
}

/* What stands for the sign at the start of at, and of how many bytes it is; empty: the byte itself. */
static struct str
stands_for(struct str at, char code[ESCAPE], size_t *bytes)
{
	static const char digits[] = "0123456789ABCDEF";
	unsigned char byte = (unsigned char)at.at[0];

	*bytes = 1;
	if (byte == '&')
		return S("&amp;");
	if (byte == '<')
		return S("&lt;");
	if (byte == '>')
		return S("&gt;");
	if (byte == '\r')
		return S("&#13;");
	if (is_escape(at))
		return S("_x005F_");
	if (str_starts(at, S("\xEF\xBF\xBE")) || str_starts(at, S("\xEF\xBF\xBF"))) {    /* no signs, and no XML either */
		*bytes = 3;
		return (unsigned char)at.at[2] == 0xbe ? S("_xFFFE_") : S("_xFFFF_");
	}
	if (byte >= ' ' || byte == '\t' || byte == '\n')
		return S("");
	memcpy(code, "_x0000_", ESCAPE);
	code[4] = digits[byte >> 4];
	code[5] = digits[byte & 0xf];
	return (struct str){ code, ESCAPE };
}

static void
put_escaped(struct xlsx *x, struct str text)
{
	char code[ESCAPE];
	size_t plain = 0, bytes;

	for (size_t i = 0; i < text.length; i += bytes) {
		struct str instead = stands_for(str_skip(text, i), code, &bytes);

		if (str_is_empty(instead))
			continue;
		put(x, str_head(str_skip(text, plain), i - plain));
		put(x, instead);
		plain = i + bytes;
	}
	put(x, str_skip(text, plain));
}

/* What is no text at all would make the whole sheet unreadable: then each byte that is not ASCII is a question mark. */
static struct str
readable(struct arena *arena, struct str cell)
{
	struct buf out;

	if (text_is_utf8(cell))
		return cell;
	out = buf_new(arena, cell.length + 1);
	for (size_t i = 0; i < cell.length; i++)
		buf_char(&out, (unsigned char)cell.at[i] < 0x80 ? cell.at[i] : '?');
	return buf_str(&out);
}

static void
put_text(struct xlsx *x, struct str cell)
{
	static const char cut[] = " [cut: a cell holds no more]";
	struct str text = readable(x->arena, cell);
	bool is_whole;
	size_t length = reach(text, XLSX_CELL, &is_whole);

	if (!is_whole)
		length = reach(text, XLSX_CELL - (sizeof(cut) - 1), &is_whole);
	put(x, S("t=\"inlineStr\"><is><t xml:space=\"preserve\">"));
	put_escaped(x, str_head(text, length));
	if (length < text.length)
		put(x, str_from(cut));
	put(x, S("</t></is></c>"));
}

/* --- rows and sheets --- */

static bool
counts(struct str cell)
{
	int64_t number;

	return str_whole(cell, &number) && number >= -number_most && number <= number_most;
}

static void
put_cell(struct xlsx *x, size_t column, struct str cell, bool is_number)
{
	if (str_is_empty(cell))
		return;
	put(x, S("<c r=\""));
	put_place(x, column);
	if (is_number && counts(cell)) {
		put(x, S("\"><v>"));
		put(x, cell);
		put(x, S("</v></c>"));
		return;
	}
	put(x, S("\" s=\""));
	put_number(x, x->rows == 1 ? STYLE_HEAD : STYLE_TEXT);
	put(x, S("\" "));
	put_text(x, cell);
}

void
xlsx_row(struct xlsx *x, size_t count, const struct str *cells, const bool *is_number)
{
	check(x->begun > 0 && count <= XLSX_COLUMNS);
	if (x->rows == XLSX_ROWS)
		x->has_too_many = true;
	if (x->has_too_many)
		return;
	x->rows++;
	put(x, S("<row r=\""));
	put_number(x, x->rows);
	put(x, S("\">"));
	for (size_t i = 0; i < count; i++)
		put_cell(x, i, cells[i], x->rows > 1 && is_number != NULL && is_number[i]);
	put(x, S("</row>\n"));
}

static void
end_sheet(struct xlsx *x)
{
	if (x->begun > 0)
		put(x, S("</sheetData></worksheet>\n"));
	flush(x);
}

void
xlsx_sheet(struct xlsx *x)
{
	struct buf name = buf_new(x->arena, NAME_BYTES);

	check(x->begun < x->count);
	end_sheet(x);
	x->begun++;
	x->rows = 0;
	buf_format(&name, "xl/worksheets/sheet%zu.xml", x->begun);
	zip_part(x->zip, str_c(x->arena, buf_str(&name)));
	put(x, S(DECLARATION "<worksheet xmlns=\"" SHEETML "\"><sheetViews><sheetView workbookViewId=\"0\">"
	    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
	    "<sheetFormatPr defaultRowHeight=\"15\" defaultColWidth=\"22\"/><sheetData>\n"));
}

/* --- the parts around the sheets --- */

static void
add_part(struct xlsx *x, const char *name, struct buf *part)
{
	check(!part->is_overflown);
	zip_part(x->zip, name);
	zip_add(x->zip, buf_str(part));
}

static void
add_kinds(struct xlsx *x)
{
	struct buf part = buf_new(x->arena, PART_BYTES);

	buf_add(&part, S(DECLARATION "<Types xmlns=\"" PACKAGE "content-types\">"
	    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" KIND "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" KIND "styles+xml\"/>"));
	for (size_t i = 1; i <= x->count; i++)
		buf_format(&part, "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" ContentType=\"" KIND "worksheet+xml\"/>", i);
	buf_add(&part, S("</Types>\n"));
	add_part(x, "[Content_Types].xml", &part);
}

static void
add_book(struct xlsx *x)
{
	struct buf part = buf_new(x->arena, PART_BYTES);

	buf_add(&part, S(DECLARATION "<workbook xmlns=\"" SHEETML "\" xmlns:r=\"" RELATIONS "\"><sheets>"));
	for (size_t i = 0; i < x->count; i++)
		buf_format(&part, "<sheet name=\"%.*s\" sheetId=\"%zu\" r:id=\"r%zu\"/>", STR_FORMAT(x->names[i]), i + 1, i + 1);
	buf_add(&part, S("</sheets></workbook>\n"));
	add_part(x, "xl/workbook.xml", &part);
}

static void
add_relations(struct xlsx *x)
{
	struct buf part = buf_new(x->arena, PART_BYTES), book = buf_new(x->arena, PART_BYTES);

	buf_add(&part, S(DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"r1\" Type=\"" RELATIONS "/officeDocument\" Target=\"xl/workbook.xml\"/>"
	    "</Relationships>\n"));
	add_part(x, "_rels/.rels", &part);
	buf_add(&book, S(DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\">"));
	for (size_t i = 1; i <= x->count; i++)
		buf_format(&book, "<Relationship Id=\"r%zu\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet%zu.xml\"/>", i, i);
	buf_format(&book, "<Relationship Id=\"r%zu\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/></Relationships>\n", x->count + 1);
	add_part(x, "xl/_rels/workbook.xml.rels", &book);
}

/* Styles by number: 0 a number, 1 a head, 2 a text. Format 49 is "text", quotePrefix the apostrophe that a hand would type before a formula. */
static void
add_styles(struct xlsx *x)
{
	zip_part(x->zip, "xl/styles.xml");
	zip_add(x->zip, S(DECLARATION "<styleSheet xmlns=\"" SHEETML "\">"
	    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
	    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
	    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
	    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
	    "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
	    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
	    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/></cellXfs>"
	    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>\n"));
}

static bool
is_name(struct str name)
{
	static const char signs[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

	for (size_t i = 0; i < name.length; i++)
		if (memchr(signs, name.at[i], sizeof(signs) - 1) == NULL)
			return false;
	return name.length > 0 && name.length <= XLSX_NAME;
}

struct xlsx *
xlsx_open(struct arena *arena, struct buf *out, size_t count, const struct str *names)
{
	struct xlsx *x = ARENA_NEW(arena, struct xlsx);

	check(count > 0 && count <= XLSX_SHEETS);
	for (size_t i = 0; i < count; i++)
		check(is_name(names[i]));
	*x = (struct xlsx){ .arena = arena, .zip = zip_open(arena, out), .names = names, .count = count, .piece = arena_take_plain(arena, PIECE_BYTES) };
	add_kinds(x);
	add_relations(x);
	add_book(x);
	add_styles(x);
	return x;
}

enum outcome
xlsx_close(struct xlsx *x)
{
	while (x->begun < x->count)
		xlsx_sheet(x);
	end_sheet(x);
	return zip_close(x->zip) && !x->has_too_many ? OK : TOO_LARGE;
}
