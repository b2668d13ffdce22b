/* Letters put into words, alone or several of a day that leave in one mail and end as one. */
#include "daemon/letters_day.h"

#include "access/visit.h"
#include "base/arena.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "letters/text.h"

enum { CARRIED_BYTES = 40 << 10 };

enum outcome
letter_put_in_words(struct visit *v, struct arena *arena, const struct letter_wordless *letter, struct letter_text *words)
{
	const struct letter_sort *sort = letter_sort_called(letter->kind);
	struct letter_own_text_row own = { 0 };
	struct letter_text text;

	if (sort == NULL)
		return JOB_UNKNOWN;
	text = letter_builtin(sort, letter->language);
	if (letter->text_version > 0) {
		TRY(letter_own_text(v->db, arena, letter->programme, letter->kind, letter->text_version, &own));
		text = str_is_empty(own.body) ? text : (struct letter_text){ own.subject, own.body };
	}
	return letter_text_render(arena, &text, letter->fields, words);
}

/* One that no text can be made of stays, and is ended when its own turn comes. */
static enum outcome
take_other(struct visit *v, struct arena *arena, struct letter_id carrier, const struct letters_to_carry_row *row, size_t *bytes)
{
	struct letter_wordless letter = { row->kind, row->fields, row->programme, row->text_version, row->language };
	enum outcome said;
	struct letter_text words;
	int64_t changed;

	said = letter_put_in_words(v, arena, &letter, &words);
	if (outcome_kind(said) == KIND_REFUSAL)
		return OK;
	TRY(said);
	*bytes += words.body.length;
	TRY(letter_keep_words(v->db, row->id, words.subject, words.body, &changed));
	return letter_carry(v->db, row->id, carrier, &changed);
}

enum outcome
letter_takes_others(struct visit *v, struct arena *arena, const struct letter_day *day)
{
	struct letters_to_carry_rows rows;
	size_t bytes = day->bytes;

	TRY(letters_to_carry(v->db, arena, day->order_key, day->carrier, v->now, LETTERS_CARRIED_MOST, &rows));
	for (size_t i = 0; i < rows.count && bytes < CARRIED_BYTES; i++)
		TRY(take_other(v, arena, day->carrier, &rows.at[i], &bytes));
	return OK;
}

enum outcome
letter_ends_others(struct visit *v, struct letter_id id, enum letter_state state, struct str trouble)
{
	int64_t changed;

	return letters_carried_end(v->db, id, state, v->now, trouble, &changed);
}
