/* A door. */
#include <sqlite3.h>
