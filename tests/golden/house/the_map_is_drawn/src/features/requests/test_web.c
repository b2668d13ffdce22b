/* Left, as a test may. */
#include "daemon/route.h"
