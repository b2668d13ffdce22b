/* The wizard's steps as pages that a refused step shows again. */
#ifndef REQUESTS_ASK_H
#define REQUESTS_ASK_H

#include "access/visit.h"

enum outcome wizard_service_show(struct visit *);
enum outcome wizard_skills_show(struct visit *);
enum outcome wizard_details_show(struct visit *);
enum outcome wizard_when_show(struct visit *);
enum outcome wizard_about_show(struct visit *);
enum outcome wizard_check_show(struct visit *);

#endif
