/* Nowhere. */
#include "helpers/all.h"
