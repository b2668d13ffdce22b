/* Documents: what the clock does about them. */
#ifndef DOCUMENTS_DOCUMENTS_H
#define DOCUMENTS_DOCUMENTS_H

#include "access/visit.h"
#include "later/later.h"

/* Whoever must accept a version is told, a batch at a time: when it came, and once more a week later (T28). Subject: the version. */
job_handler document_ask_due;

#endif
