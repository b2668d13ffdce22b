/* One. */
#include "requests/form.h"
#include "requests/requests.h"
#include "sql/sql.h"
