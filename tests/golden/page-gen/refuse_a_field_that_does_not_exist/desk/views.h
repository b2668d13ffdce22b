/* What the page of this case shows. */
#include "base/str.h"
struct desk_view { struct str text; };
