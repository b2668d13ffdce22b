/* Levenshtein's distance, and the nearest of a few words. */
#include "formats/near.h"

/* One row at a time. */
size_t
near_distance(struct str a, struct str b)
{
	size_t row[NEAR_WORD_MOST + 1];

	if (a.length > NEAR_WORD_MOST || b.length > NEAR_WORD_MOST)
		return NEAR_WORD_MOST;
	for (size_t k = 0; k <= b.length; k++)
		row[k] = k;
	for (size_t i = 1; i <= a.length; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t k = 1; k <= b.length; k++) {
			size_t above = row[k], best = corner + (a.at[i - 1] == b.at[k - 1] ? 0 : 1);

			if (above + 1 < best)
				best = above + 1;
			if (row[k - 1] + 1 < best)
				best = row[k - 1] + 1;
			corner = above;
			row[k] = best;
		}
	}
	return row[b.length];
}

struct str
near_word(struct str wrong, const struct str *known, size_t count)
{
	struct str nearest = S("");
	size_t best = NEAR_MOST + 1;

	for (size_t i = 0; i < count; i++) {
		size_t distance = near_distance(wrong, known[i]);

		if (distance < best && distance * 2 <= known[i].length) {
			best = distance;
			nearest = known[i];
		}
	}
	return nearest;
}
