/* Behind. */
#include "requests/requests.h"
