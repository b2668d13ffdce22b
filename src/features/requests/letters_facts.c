/* What some kinds of letters show beside the request itself: read only for those. */
#include "requests/letters_facts.h"

#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "requests/store_letters.h"
#include "requests/views.h"

enum { ATTEMPTS_TOLD = 6, LIST_BYTES = 400 };

/* "2026-11-20 (chat), 2026-11-18 (email)" */
static enum outcome
add_attempts(struct visit *v, struct letter_wish *wish)
{
	struct buf out = buf_new(v->arena, LIST_BYTES);
	struct attempts_told_rows rows;

	TRY(attempts_told(v->db, v->arena, wish->request, ATTEMPTS_TOLD, &rows));
	for (size_t i = 0; i < rows.count; i++)
		buf_format(&out, "%s%.*s (%.*s)", i == 0 ? "" : ", ", STR_FORMAT(rows.at[i].tried_on), STR_FORMAT(attempt_way_name(rows.at[i].way)));
	letter_wish_add(wish, "attempts", buf_str(&out));
	return OK;
}

static enum outcome
add_first(struct visit *v, struct letter_wish *wish)
{
	struct follow_up_told_row row;
	enum outcome said = follow_up_told(v->db, v->arena, wish->request, &row);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	letter_wish_add(wish, "first", str_join(v->arena, 4, (struct str[]){ desk_number(v->arena, v->programme, row.number), S(" “"), row.title, S("”") }));
	letter_wish_add(wish, "excluded", row.excluded_name);
	return OK;
}

enum outcome
letter_add_facts(struct visit *v, struct letter_wish *wish)
{
	if (wish->kind == LETTER_L13)
		return add_attempts(v, wish);
	return wish->kind == LETTER_L15 ? add_first(v, wish) : OK;
}
