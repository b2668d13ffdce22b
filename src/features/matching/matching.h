/* Matching: a cohort from files, and the answers as files. Pure: bytes in, bytes out. */
#ifndef MATCHING_MATCHING_H
#define MATCHING_MATCHING_H

#include "engine/cohort.h"
#include "engine/pairs.h"
#include "engine/rank.h"
#include "engine/verify.h"
#include "matching/problems.h"

struct arena;
struct buf;

/* The files, in the order in which their problems are told. */
enum matching_kind { MATCHING_PEOPLE, MATCHING_PAIRS, MATCHING_PINNED, MATCHING_BLOCKED, MATCHING_RESULT, MATCHING_CERTIFICATE, MATCHING_KINDS };

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
	uint64_t slots;
	bool has_slots;
	struct str_list themes;       /* the first one as written, the others sorted */
};

/* What the files hold; all of it lives in the arena, and as long as the bytes of the files. */
struct matching_input {
	struct match_cohort cohort;
	struct matching_person *people;    /* both sides, by id */
	size_t people_count;
	struct matching_problems *problems;
};

/* Reads people.csv, and the others that are there. Whatever is wrong stands in the problems; only without any may the cohort be used. */
void matching_read(struct arena *, const struct matching_file files[MATCHING_KINDS], struct matching_input *);

/* NULL if nobody has that id. */
const struct matching_person *matching_person(const struct matching_input *, struct str id);

/* The named rules for missing data (2.2) that such a run applies; each becomes a warning. */
void matching_warn_pairs(const struct matching_input *, struct matching_problems *);
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

/* --- read_plan.c: what verify reads --- */
struct matching_statement {
	struct match_statement said;
	struct str engine;
	struct str hashes[MATCHING_BLOCKED + 1];
};

/* result.csv and certificate.json; whatever cannot be read is a problem. */
void matching_read_plan(struct arena *, const struct matching_file files[MATCHING_KINDS], const struct matching_input *, struct matching_statement *);

#endif
