/* A reply in writing is never lost (F082). When a form with words is refused because the request moved on (withdrawn, claimed by somebody
 * else, closed), the words are kept for their author, who finds them on the first page. */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "requests/form.h"
#include "requests/requests.h"
#include "requests/store_words.h"
#include "secrets/secrets.h"

enum { WORDS_BYTES = 20 << 10, WORTH_KEEPING = 8 };

static struct str
sent_text(const struct pairs *sent, struct str name)
{
	for (size_t i = 0; i < sent->count; i++)
		if (str_equal(sent->at[i].name, name))
			return text_trim(sent->at[i].value);
	return S("");
}

/* The answers that were written, one under the other; ticks and choices are made again in a second. */
static struct str
written(struct visit *v, const struct form *form)
{
	struct buf words = buf_new(v->arena, WORDS_BYTES);
	struct pairs sent;

	if (request_read_form(v->arena, v->request->body, &sent) != OK)
		return S("");
	for (size_t i = 0; i < form->count; i++) {
		struct str text = sent_text(&sent, form->fields[i].name);
		bool is_written = form->fields[i].type == FIELD_TEXT || form->fields[i].type == FIELD_LONG_TEXT;

		if (!is_written || text_length(text) < WORTH_KEEPING)
			continue;
		if (words.length > 0)
			buf_add(&words, S("\n\n"));
		buf_add(&words, text);
	}
	return words.is_overflown ? S("") : buf_str(&words);
}

enum outcome
desk_keep_words(struct visit *v, const struct form *form, struct str shown_id)
{
	struct str words = written(v, form);
	struct hash hash = hash_of(words);
	struct request_id request;
	int64_t changed;

	if (person_id_is_none(v->who.id) || str_is_empty(words) || !id_read(shown_id, &request.value))
		return OK;
	TRY(kept_words_clean(v->db, v->who.id, moment_plus(v->now, -KEPT_DAYS * US_PER_DAY), &changed));
	TRY(kept_words_add(v->db, &(struct kept_words_add_values){
	    .id = { visit_new_id(v) }, .person = v->who.id, .request = request, .programme = v->programme_id,
	    .hash = hash_bytes(&hash), .words = words, .now = v->now, .most = KEPT_MOST }, &changed));
	v->has_kept_words = changed > 0;
	return OK;
}

enum outcome
words_remove(struct visit *v)
{
	struct kept_words_id id;
	int64_t changed;

	if (!id_read(form_text(v->form, "words_kept"), &id.value))
		return BAD_REQUEST;
	TRY(kept_words_drop(v->db, id, v->who.id, &changed));
	return visit_see_other(v, url_home_show(v->arena), S("words-gone"));
}
