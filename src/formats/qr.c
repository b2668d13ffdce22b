/* libqrencode, behind one door. */
#include "formats/qr.h"

#include <qrencode.h>

#include "base/arena.h"
#include "base/buf.h"

enum { QUIET = 4, TEXT_MAX = 2000, PATH_MAX_BYTES = 128 << 10 };

/* Runs of dark modules of one row as rectangles of height 1. */
static void
draw_row(struct buf *out, const unsigned char *row, int width, int y)
{
	for (int x = 0; x < width; x++) {
		int from = x;

		while (x < width && (row[x] & 1) != 0)
			x++;
		if (x > from)
			buf_format(out, "M%d %dh%dv1h-%dz", from + QUIET, y + QUIET, x - from, x - from);
	}
}

enum outcome
qr_draw(struct arena *arena, struct str text, struct qr *out)
{
	struct buf path = buf_new(arena, PATH_MAX_BYTES);
	QRcode *code;

	if (text.length > TEXT_MAX)
		return TOO_LARGE;
	code = QRcode_encodeData((int)text.length, (const unsigned char *)text.at, 0, QR_ECLEVEL_M);
	if (code == NULL)
		return TOO_LARGE;
	for (int y = 0; y < code->width; y++)
		draw_row(&path, code->data + y * code->width, code->width, y);
	*out = (struct qr){ .width = code->width + 2 * QUIET, .path = buf_str(&path) };
	QRcode_free(code);
	return OK;
}
