/* Rules. */
#include "people/store.h"
