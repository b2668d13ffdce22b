/* Right. */
#include "base/str.h"
