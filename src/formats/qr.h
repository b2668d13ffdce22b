/* A QR code as one path of an SVG drawing (libqrencode). Pure. */
#ifndef FORMATS_QR_H
#define FORMATS_QR_H

#include "base/outcome.h"
#include "base/str.h"

struct arena;

struct qr {
	int width;              /* modules of the drawing, with the quiet zone of four around */
	struct str path;        /* the dark modules: the value of a path's "d" */
};

/* TOO_LARGE if the text does not fit into the largest code. Medium error correction. */
enum outcome qr_draw(struct arena *, struct str text, struct qr *out);

#endif
