/* Asking coordinators, and their answers. */
#include "access/layout.h"
#include "base/arena.h"
#include "formats/id.h"
#include "http/routes.h"
#include "questions/form.h"
#include "questions/pages.h"
#include "questions/questions.h"
#include "questions/rules.h"
#include "questions/views.h"

enum { OPEN_SHOWN = 50, DESK_MOST = 20 };

enum outcome
questions_waiting(struct visit *v, struct programme_id programme, int64_t *count, struct moment *oldest_at)
{
	struct questions_open_count_row row;

	TRY(questions_open_count(v->db, v->arena, programme, &row));
	*count = row.open;
	*oldest_at = row.oldest_at;
	return OK;
}

bool
question_is_chosen(struct page *page, const struct questions_view *view, struct desk_question_id id)
{
	return str_equal(view->chosen, id_print(page->arena, id.value));
}

static enum outcome
fill_rows(struct visit *v, struct questions_view *view)
{
	bool is_desk = visit_may(v, WHO_COORDINATOR);

	if (is_desk)
		TRY(questions_open(v->db, v->arena, v->programme->id, OPEN_SHOWN, &view->open));
	TRY(desk_questions_of(v->db, v->arena, &(struct desk_questions_of_values){
	    .programme = v->programme->id, .asker = is_desk ? (struct person_id){ 0 } : v->who.id, .state = S(""), .with_open = !is_desk,
	    .after = { visit_after(v) }, .limit = PAGE_ROWS + 1 }, &view->rows));
	if (view->rows.count <= PAGE_ROWS)
		return OK;
	view->rows.count = PAGE_ROWS;
	view->next_page = str_join(v->arena, 3, (struct str[]){ url_questions_show(v->arena, v->programme->slug), S("?after="),
	    id_print(v->arena, view->rows.at[PAGE_ROWS - 1].id.value) });
	return OK;
}

enum outcome
questions_show(struct visit *v)
{
	struct questions_view view = { .programme = v->programme, .next_page = S(""), .chosen = request_query(v->request, S("question")),
		.form = visit_values(v, &question_form, NULL), .answer = visit_values(v, &question_answer_form, NULL) };
	struct page page;

	TRY(fill_rows(v, &view));
	if (visit_is_again(v, &question_answer_form))
		view.chosen = form_text(v->form, "question");
	form_set_text(view.answer, "question", view.chosen);
	page = visit_page(v);
	page_questions(&page, &view);
	return OK;
}

/* --- letters --- */

static enum outcome
write_to(struct visit *v, struct person_id person, enum letter_kind kind, const struct question_of_row *row)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = kind, .programme = v->programme->id };
	struct letter_reader reader;

	TRY(letter_reader_find(&desk, person, letter_sort(kind)->topic, &reader));
	wish.reader = &reader;
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "question", row->words);
	letter_wish_add(&wish, "answer", row->answer);
	letter_wish_add(&wish, "asker", v->who.name);
	letter_wish_add(&wish, "human", v->who.name);
	letter_wish_add(&wish, "link", str_join(v->arena, 2, (struct str[]){ v->server->base_url, url_questions_show(v->arena, v->programme->slug) }));
	return letter_put(&desk, &wish);
}

static enum outcome
tell_desk(struct visit *v, const struct question_of_row *row)
{
	struct question_desk_rows desk;

	TRY(question_desk(v->db, v->arena, v->programme->id, v->now, DESK_MOST, &desk));
	for (size_t i = 0; i < desk.count; i++)
		if (!person_id_equal(desk.at[i].id, v->who.id))
			TRY(write_to(v, desk.at[i].id, LETTER_L53Q, row));
	return OK;
}

/* --- acts --- */

enum outcome
question_ask(struct visit *v)
{
	struct question_of_row row = { .id = { visit_new_id(v) }, .words = form_text(v->form, "words") };
	struct questions_open_of_row mine;

	TRY(questions_open_of(v->db, v->arena, v->who.id, v->programme->id, &mine));
	TRY(question_may_ask(mine.open));
	TRY(desk_question_add(v->db, &(struct desk_question_add_values){
	    .id = row.id, .programme = v->programme->id, .asker = v->who.id, .words = row.words, .now = v->now }));
	TRY(event_say(v, S("question-asked"), &(struct event_facts){ .person = v->who.id }));
	TRY(tell_desk(v, &row));
	v->thing_id = row.id.value;
	return visit_see_other(v, url_questions_show(v->arena, v->programme->slug), S("question-asked"));
}

/* To whoever neither asked it nor coordinates there is no such question. */
static enum outcome
find(struct visit *v, struct question_of_row *out)
{
	struct desk_question_id id;

	if (!id_read(form_text(v->form, "question"), &id.value))
		return STALE;    /* no page of ours sends such a form */
	v->thing_id = id.value;
	return question_of(v->db, v->arena, id, v->programme->id, out);
}

static enum outcome
end(struct visit *v, const struct question_of_row *row, enum desk_question_state state)
{
	int64_t changed;

	TRY(question_may_end(row->state));
	TRY(question_end(v->db, &(struct question_end_values){
	    .id = row->id, .state = state, .answer = row->answer, .by = state == DESK_QUESTION_STATE_ANSWERED ? v->who.id : (struct person_id){ 0 },
	    .now = v->now }, &changed));
	return changed == 0 ? QUESTION_OVER : OK;
}

enum outcome
question_answer(struct visit *v)
{
	struct question_of_row row;

	TRY(find(v, &row));
	row.answer = form_text(v->form, "answer");
	TRY(end(v, &row, DESK_QUESTION_STATE_ANSWERED));
	TRY(event_say(v, S("question-answered"), &(struct event_facts){ .person = row.asker }));
	TRY(write_to(v, row.asker, LETTER_L53, &row));
	return visit_see_other(v, url_questions_show(v->arena, v->programme->slug), S("question-answered"));
}

enum outcome
question_withdraw(struct visit *v)
{
	struct question_of_row row;

	TRY(find(v, &row));
	if (!person_id_equal(row.asker, v->who.id))
		return NOT_FOUND;
	TRY(end(v, &row, DESK_QUESTION_STATE_WITHDRAWN));
	TRY(event_say(v, S("question-withdrawn"), &(struct event_facts){ .person = row.asker }));
	return visit_see_other(v, url_questions_show(v->arena, v->programme->slug), S("question-withdrawn"));
}
