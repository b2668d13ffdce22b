/* Memory that several processes of one server share: made before they start, handed down as a descriptor. */
#ifndef SYSTEM_SHARED_H
#define SYSTEM_SHARED_H

#include <stddef.h>

#include "base/outcome.h"

/* size zeroed bytes behind a descriptor that crosses exec. FILE_FAILED. */
enum outcome shared_make(size_t size, int *descriptor_out);
/* They are the same bytes for all who open them, until shared_close(). */
enum outcome shared_open(int descriptor, size_t size, void **out);
void shared_close(void **, size_t size);

#endif
