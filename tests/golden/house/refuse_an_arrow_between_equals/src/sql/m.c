/* Beside. */
#include "http/reply.h"
