/* One. */
#include "sql/all.h"
