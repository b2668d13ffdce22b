/* Out. */
#include "outside/slack/client.h"
