/* Private. */
#include "people/store.h"
