/* Pages of other people's servers that a story names: what answers there, and where it leads. Nobody is anywhere else. */
#include "base/arena.h"
#include "base/check.h"
#include "outside.h"

struct exchange_answer
pages_answer(const struct outside_pages *pages, struct str url)
{
	for (size_t i = 0; i < pages->count; i++)
		if (str_equal(pages->at[i].url, url) && pages->at[i].status > 0)
			return (struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = pages->at[i].status, .location = pages->at[i].to };
	return (struct exchange_answer){ .fate = EXCHANGE_NOT_TAKEN, .location = S(""), .lack = EXCHANGE_NO_NAME };
}

bool
pages_take(struct tale *t, struct outside_pages *pages, const struct str *w, size_t count)
{
	int64_t status = 0;
	size_t i = 0;

	if (count < 5 || !str_equal(w[3], S("is")) || (!str_whole(w[4], &status) && !str_equal(w[4], S("nowhere"))))
		return false;
	while (i < pages->count && !str_equal(pages->at[i].url, w[2]))
		i++;
	check(i < PAGES_MOST);
	pages->count += i == pages->count;
	pages->at[i].url = str_copy(t->arena, w[2]);
	pages->at[i].to = count == 6 ? str_copy(t->arena, w[5]) : S("");
	pages->at[i].status = (int)status;
	return true;
}
