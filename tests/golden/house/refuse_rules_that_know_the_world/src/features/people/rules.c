/* Rules. */
#include "sql/sql.h"
