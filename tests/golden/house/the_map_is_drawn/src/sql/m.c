/* One. */
#include "base/str.h"
#include <sqlite3.h>
