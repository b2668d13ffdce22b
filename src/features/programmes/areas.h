/* The focus areas of a programme (F029): what other rooms may ask. */
#ifndef PROGRAMMES_AREAS_H
#define PROGRAMMES_AREAS_H

#include "programmes/store_areas.h"

enum { AREAS_MOST = 40, AREA_NAME_MOST = 60, AREA_URL_MOST = 300 };

#endif
