/* One. */
#include "people/people.h"
#include "http/routes.h"
