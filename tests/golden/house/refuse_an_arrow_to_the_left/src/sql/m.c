/* Left. */
#include "forms/form.h"
