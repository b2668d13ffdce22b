/* One. */
#include "people/store.h"
#include "access/visit.h"
