/* The numbered versions of a programme: every change of it, however it was made, ends in one (PROGRAMMES.md 1 rule 5, F033). */
#ifndef PROGRAMMES_VERSIONS_H
#define PROGRAMMES_VERSIONS_H

#include "base/outcome.h"
#include "base/schema_types.h"
#include "programmes/file.h"

struct visit;

/* Stores the programme as it is in this transaction, with who, when, how and what changed; nothing if it is as its newest version. */
enum outcome version_keep(struct visit *, struct programme_id, enum version_way);
/* The same for what a form of this visit's programme has changed: a page, or a program. */
enum outcome version_keep_form(struct visit *);
/* The job "programme-version": of a programme that has none yet. Subject: the programme. */
enum outcome programme_version_due(struct visit *, int64_t subject);

/* The programme as its file, as it was in that version; NOT_FOUND if there is no such programme or version. */
enum outcome version_yaml(struct visit *, struct arena *, struct str slug, int64_t number, struct str *out);

/* What made this version of the one before; none of the first one, or where one of the two cannot be read any more. */
enum outcome version_changes(struct visit *, struct arena *, int64_t number, struct changes *out);

#endif
