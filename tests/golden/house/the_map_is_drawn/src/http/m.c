/* One. */
#include "base/str.h"
