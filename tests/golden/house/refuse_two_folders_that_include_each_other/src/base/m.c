/* Left. */
#include "sql/sql.h"
