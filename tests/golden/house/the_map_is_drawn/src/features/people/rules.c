/* One. */
#include "base/schema_types.h"
#include "people/rules.h"
