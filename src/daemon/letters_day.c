/* Letters put into words, alone or several of a day that leave in one mail and end as one. */
#include "daemon/letters_day.h"

#include "access/visit.h"
#include "base/arena.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "letters/text.h"

enum { CARRIED_BYTES = 40 << 10 };

/* The words as they are at the first try: of the programme's own text that was in force when it was written, or the built-in one. */
enum outcome
letter_put_in_words(struct visit *v, const struct letter_wordless *letter, size_t *bytes)
{
	const struct letter_sort *sort = letter_sort_called(letter->kind);
	struct letter_text text, words;
	struct letter_own_text_row own = { 0 };
	int64_t changed;

	if (sort == NULL)
		return JOB_UNKNOWN;
	text = letter_builtin(sort);
	if (letter->text_version > 0) {
		TRY(letter_own_text(v->db, v->arena, letter->programme, letter->kind, letter->text_version, &own));
		text = str_is_empty(own.body) ? text : (struct letter_text){ own.subject, own.body };
	}
	TRY(letter_text_render(v->arena, &text, letter->fields, &words));
	*bytes += words.body.length;
	return letter_keep_words(v->db, letter->id, words.subject, words.body, &changed);
}

/* Of what comes once a day the oldest takes the others with it, as many as one mail holds; what is left goes in the next one. A later try
 * carries the same ones. */
enum outcome
letter_takes_others(struct visit *v, struct letter_id id, struct str order_key, size_t bytes)
{
	struct letters_to_carry_rows rows;

	TRY(letters_to_carry(v->db, v->arena, order_key, id, v->now, LETTERS_CARRIED_MOST, &rows));
	for (size_t i = 0; i < rows.count && bytes < CARRIED_BYTES; i++) {
		int64_t changed;

		TRY(letter_put_in_words(v, &(struct letter_wordless){ rows.at[i].id, rows.at[i].kind, rows.at[i].fields, rows.at[i].programme, rows.at[i].text_version }, &bytes));
		TRY(letter_carry(v->db, rows.at[i].id, id, &changed));
	}
	return OK;
}

enum outcome
letter_ends_others(struct visit *v, struct letter_id id, enum letter_state state, struct str trouble)
{
	int64_t changed;

	return letters_carried_end(v->db, id, state, v->now, trouble, &changed);
}
