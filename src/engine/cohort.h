/* The snapshot that the engine works on: people, score rows, pins and blocks, as sets in their canonical order. Whoever builds one keeps that
 * order: people of each side by id, rows, pins and blocks by (mentee, mentor), token lists bytewise; nothing twice. */
#ifndef ENGINE_COHORT_H
#define ENGINE_COHORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { MATCH_WISHES = 5, MATCH_PEOPLE = 100000, MATCH_ROWS = 10000000, MATCH_SCORE = 1000000, MATCH_CAPACITY = 1000,
	MATCH_SLOTS = 64, MATCH_SLOT_GROUPS = 10000 };
enum { MATCH_CAPACITY_USUAL = 1 };    /* MD-capacity */
#define MATCH_NOBODY UINT32_MAX

enum match_gender { MATCH_GENDER_UNKNOWN, MATCH_WOMAN, MATCH_MAN, MATCH_OTHER };
enum match_preference { MATCH_PREFERS_UNKNOWN, MATCH_PREFERS_ANY, MATCH_PREFERS_WOMEN, MATCH_PREFERS_MEN };

/* Whatever is not given is empty, or as its comment says; the rules for that are MATCHING.md's 2.2. */
struct match_person {
	struct str id;
	struct str_list langs, skills, goals;    /* sorted bytewise */
	struct str project;
	struct str_list themes;                  /* the first one as given, the others sorted */
	uint64_t slots;                          /* bit k: free in slot k */
	uint32_t wishes[MATCH_WISHES];           /* places on the other side, best first; MATCH_NOBODY keeps the place of somebody unknown */
	uint32_t wish_count;
	int32_t capacity;                        /* of mentors; negative: not given */
	uint32_t hours;                          /* bit h: free from h:00 UTC */
	bool has_hours;
	enum match_gender gender;
	enum match_preference prefers;
};

struct match_side {
	struct match_person *at;
	size_t count;
};

struct match_row {
	uint32_t mentee, mentor;      /* places on their sides */
	int32_t score;                /* 0..MATCH_SCORE */
};

struct match_pin {
	uint32_t mentee, mentor;
	bool overrides;               /* kept although there is no score row */
};

struct match_cohort {
	struct match_side mentees, mentors;
	struct match_row *rows;       /* of blocked pairs as well */
	size_t row_count;
	struct match_pin *pins, *blocks;
	size_t pin_count, block_count;
	int32_t *slot_groups;         /* for groups: the most that may meet in each slot; at most MATCH_SLOTS */
	size_t slot_count;
};

/* Seats of a mentor before pins. */
static inline int32_t
match_capacity(const struct match_person *mentor)
{
	return mentor->capacity < 0 ? MATCH_CAPACITY_USUAL : mentor->capacity;
}

#endif
