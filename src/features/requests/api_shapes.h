/* Shapes that only this room's printers name. */
#ifndef REQUESTS_API_SHAPES_H
#define REQUESTS_API_SHAPES_H

#include "forms/shape.h"

extern const struct shape request_line_shape, timeline_item_shape, note_shape, attempt_shape;

#endif
