/* Matching: a cohort from files, and the answers as files. Pure: bytes in, bytes out. */
#ifndef MATCHING_MATCHING_H
#define MATCHING_MATCHING_H

#include "engine/cohort.h"
#include "engine/explain.h"
#include "engine/explain_plan.h"
#include "engine/groups.h"
#include "engine/pairs.h"
#include "engine/rank.h"
#include "engine/verify.h"
#include "engine/verify_groups.h"
#include "matching/problems.h"

struct arena;
struct buf;

/* The files, in the order in which their problems are told. */
enum matching_kind { MATCHING_PEOPLE, MATCHING_PAIRS, MATCHING_PINNED, MATCHING_BLOCKED, MATCHING_SLOTS, MATCHING_RESULT,
	MATCHING_CERTIFICATE, MATCHING_REASONS, MATCHING_KINDS };

/* "people", as certificates call it. */
struct str matching_kind_name(size_t kind);
/* "people.csv", "certificate.json". */
struct str matching_file_name(size_t kind);

/* A file as it was given; not there: neither name nor bytes. */
struct matching_file {
	struct str name;              /* as problems call it: "people.csv" */
	struct str bytes;
	bool is_there;
};

/* What people.csv says beside what the engine wants; kept for the canonical copy. */
struct matching_person {
	struct match_person person;
	bool is_mentor;
	uint32_t place;               /* on its side */
	size_t line;
	struct str ranked;            /* as written */
	struct str zone_minutes;      /* a whole number, or nothing */
	bool has_slots;
};

/* What the files hold; all of it lives in the arena, and as long as the bytes of the files. */
struct matching_input {
	struct match_cohort cohort;
	struct matching_person *people;    /* both sides, by id */
	size_t people_count;
	struct str *venues;           /* of each slot */
	struct matching_problems *problems;
};

/* Whether a run of pairs or of groups takes that file. */
bool matching_is_input(size_t kind, bool is_groups);

/* Reads people.csv, and the others that are there. Whatever is wrong stands in the problems; only without any may the cohort be used. */
void matching_read(struct arena *, const struct matching_file files[MATCHING_KINDS], struct matching_input *);

/* NULL if nobody has that id. */
const struct matching_person *matching_person(const struct matching_input *, struct str id);

/* The named rules for missing data (2.2) that such a run applies; each becomes a warning. */
void matching_warn_pairs(const struct matching_input *, struct matching_problems *);
void matching_warn_groups(const struct matching_input *, struct matching_problems *);
void matching_warn_rank(const struct matching_input *, uint32_t mentee, struct matching_problems *);

/* "sha256:…" of the bytes, in hexadecimal. */
struct str matching_hash(struct arena *, struct str bytes);

/* The canonical copy of a file (9.2): known columns in their order, rows sorted, nothing quoted that need not be. */
struct str matching_canonical(struct arena *, const struct matching_input *, enum matching_kind);

/* --- answers.c --- */
struct matching_answer {
	const struct matching_input *input;
	enum match_mode mode;
	const struct match_plan *plan;
	struct str hashes[MATCHING_BLOCKED + 1];    /* "sha256:…" of the canonical copies */
	size_t warnings;
};

void matching_print_result(struct buf *, const struct matching_answer *);
void matching_print_result_json(struct buf *, const struct matching_answer *);
void matching_print_certificate(struct buf *, const struct matching_answer *);
void matching_print_summary(struct buf *, const struct matching_answer *, bool is_json);
void matching_print_ranked(struct buf *, const struct matching_input *, const struct match_ranked *, size_t count);

/* --- reasons.c: reasons.json of a plan of pairs (6, 9.2) --- */
struct matching_reasons {
	const struct matching_answer *answer;
	const struct match_plan *total;         /* the plan of mode total, which losses and prices are measured from; the answer's own in that mode */
	const struct match_explained *why;      /* of that plan */
	const struct match_view *view;          /* of the answer's plan, lists in its mode's order */
	const struct match_view *wishes;        /* the same, lists in the order of mode stable */
};

void matching_print_reasons(struct buf *, const struct matching_reasons *);

/* --- answers_groups.c --- */
struct matching_groups_answer {
	const struct matching_input *input;
	const struct match_groups *plan;
	struct str hashes[MATCHING_SLOTS + 1];    /* of people, pairs and slots */
	size_t warnings;
};

void matching_print_groups(struct buf *, const struct matching_groups_answer *);
void matching_print_groups_json(struct buf *, const struct matching_groups_answer *);
void matching_print_groups_certificate(struct buf *, const struct matching_groups_answer *);
void matching_print_groups_summary(struct buf *, const struct matching_groups_answer *, bool is_json);
/* reasons.json, from reasons_groups.c */
void matching_print_groups_reasons(struct buf *, const struct matching_groups_answer *);
/* "sha256:…" of the groups that a leaf lists. */
struct str matching_listing_hash(struct arena *, const struct match_cohort *, struct match_shape, const struct match_group *, size_t count);

/* --- read_plan.c: what verify reads --- */
struct matching_statement {
	struct match_statement said;
	struct str engine;
	struct str hashes[MATCHING_BLOCKED + 1];
};

/* result.csv and certificate.json; whatever cannot be read is a problem. */
void matching_read_plan(struct arena *, const struct matching_file files[MATCHING_KINDS], const struct matching_input *, struct matching_statement *);

/* Whether a certificate is one of groups. */
bool matching_is_groups(struct arena *, struct str certificate);

/* --- read_groups.c: the same for groups --- */
struct matching_groups_statement {
	struct match_groups_statement said;
	struct str hashes[MATCHING_SLOTS + 1];    /* of people, pairs and slots */
};

void matching_read_groups(struct arena *, const struct matching_file files[MATCHING_KINDS], const struct matching_input *,
    struct matching_groups_statement *);

#endif
