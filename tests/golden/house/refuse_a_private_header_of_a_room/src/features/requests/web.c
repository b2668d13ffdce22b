/* Private. */
#include "people/rules.h"
