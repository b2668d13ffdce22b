/* Letters of the waiting ladder that leave when a coordinator says so (wait.letters draft): what they say, sending one, dropping one. */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "http/routes.h"
#include "letters/draft.h"
#include "letters/store_shared.h"
#include "letters/text.h"
#include "requests/requests.h"
#include "requests/views.h"

static struct letter_text
text_of(const struct letter_drafts_of_row *row, const struct letter_sort *sort)
{
	return str_is_empty(row->own_body) ? letter_builtin(sort, row->language) : (struct letter_text){ row->own_subject, row->own_body };
}

/* As somebody reads it: marks gone, an address as the words that it stands behind. */
static struct str
as_read(struct arena *arena, struct str body)
{
	struct buf out = buf_new(arena, TEXT_RENDERED_MAX);
	struct str line;

	while (str_next(&body, '\n', &line)) {
		size_t middle = str_find(line, PART_INSIDE);

		if (line.length < 2)
			continue;
		buf_format(&out, "%s%s", out.length > 0 ? "\n" : "", line.at[0] == MARK_ITEM ? "- " : line.at[0] == MARK_LINK ? "→ " : "");
		for (size_t i = 1; i < (line.at[0] == MARK_LINK ? middle : line.length); i++) {
			if (line.at[i] == PART_INSIDE)
				buf_add(&out, S(": "));
			else
				buf_char(&out, line.at[i] == LINE_INSIDE ? '\n' : line.at[i]);
		}
	}
	return buf_str(&out);
}

/* One that no text can be made of any more is shown by its kind: it can be dropped. */
static enum outcome
fill(struct visit *v, const struct letter_drafts_of_row *row, struct needs_draft *draft)
{
	const struct letter_sort *sort = letter_sort_called(row->kind);
	struct letter_text words = { S(""), S("") }, text;
	enum outcome said = OK;

	if (sort != NULL) {
		text = text_of(row, sort);
		said = letter_text_render(v->arena, &text, row->fields, &words);
	}
	if (said != OK && outcome_kind(said) != KIND_REFUSAL)
		return said;
	*draft = (struct needs_draft){
		.id = row->id, .request = row->request, .number = row->number, .title = row->title, .kind = row->kind, .recipient_name = row->recipient_name,
		.subject = said == OK && !str_is_empty(words.subject) ? words.subject : letter_kind_words(visit_language(v), row->kind),
		.words = said == OK ? as_read(v->arena, words.body) : S(""), .draft_at = row->draft_at,
	};
	return OK;
}

enum outcome
needs_drafts_find(struct visit *v, const struct programme *p, int64_t most, struct needs_drafts *out)
{
	struct letter_drafts_of_rows rows;

	TRY(letter_drafts_of(v->db, v->arena, p->id, most, &rows));
	*out = (struct needs_drafts){ ARENA_MANY(v->arena, rows.count + 1, struct needs_draft), rows.count };
	for (size_t i = 0; i < rows.count; i++)
		TRY(fill(v, &rows.at[i], &out->at[i]));
	return OK;
}

typedef enum outcome draft_act(const struct letter_desk *, struct letter_id, struct programme_id, struct request_id *);

static enum outcome
act_on(struct visit *v, draft_act *act, struct str event)
{
	struct letter_desk desk = visit_letters(v);
	struct request_id request;
	struct letter_id letter;

	if (!id_read(v->params[1], &letter.value))
		return NOT_FOUND;
	TRY(act(&desk, letter, v->programme->id, &request));
	TRY(event_say(v, event, &(struct event_facts){ .request = request, .detail = id_print(v->arena, letter.value) }));
	return visit_see_other(v, url_needs_show(v->arena, v->programme->slug), event);
}

enum outcome
letter_draft_send(struct visit *v)
{
	return act_on(v, letter_draft_release, S("draft-sent"));
}

enum outcome
letter_draft_drop_it(struct visit *v)
{
	return act_on(v, letter_draft_end, S("draft-dropped"));
}
