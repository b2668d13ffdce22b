/* What the printers and the readers of certificates share. */
#ifndef MATCHING_ANSWERS_H
#define MATCHING_ANSWERS_H

#include "matching/matching.h"

#define MATCHING_FORMAT "mentord-match-1"
#define MATCHING_ENGINE "1.0"

/* "total", "stable", "leximin". */
struct str matching_mode_name(enum match_mode mode);

/* "pref_placed" and its kin. */
struct str matching_count_name(size_t count);

/* The columns of a result of groups, in their order; returns how many. */
enum { MATCHING_GROUP_COLUMNS = 5 + MATCH_GROUP_MENTORS };
size_t matching_groups_columns(struct match_shape, struct str columns[MATCHING_GROUP_COLUMNS]);

/* --- certificate.c: values of a certificate; what is not there is a problem of that name --- */
struct json_value;
struct matching_certificate {
	struct arena *arena;
	const struct matching_file *file;
	const struct matching_input *input;
};

void matching_certificate_says(struct matching_certificate *, struct str field, struct str words);
int64_t matching_certificate_whole(struct matching_certificate *, const struct json_value *object, struct str name);
struct str matching_certificate_text(struct matching_certificate *, const struct json_value *object, struct str name);
const struct json_value *matching_certificate_object(struct matching_certificate *, const struct json_value *outer, struct str name);

#endif
