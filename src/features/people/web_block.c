/* Blocking: from a profile, or by an address, whose owner is there or not. No event is said: coordinators read those. */
#include "access/api.h"
#include "access/layout.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "later/later.h"
#include "people/api.h"
#include "people/block.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/store.h"
#include "people/views.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { BLOCKS_MOST = 200, HELD_MOST = 200 };

static const struct shape_field block_line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID, .about = T("Of the block, to end it.") },
	{ .name = T("label"), .type = SHAPE_TEXT, .about = T("Their name, or the address that you gave.") }, { .name = T("made_at"), .type = SHAPE_MOMENT },
};
static SHAPE(block_line_shape, "Block", block_line_fields);
static const struct shape_field blocks_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &block_line_shape } };
SHAPE(blocks_shape, "Blocks", blocks_fields);

enum outcome
block_settle(struct visit *v, struct person_id person, struct str email_folded)
{
	struct block_waits_row waiting;
	int64_t changed;

	TRY(block_waits(v->db, v->arena, email_folded, &waiting));
	if (waiting.count == 0)
		return OK;
	TRY(block_arrive(v->db, person, email_folded, &changed));
	return block_ahead_done(v->db, email_folded, &changed);
}

enum outcome
people_are_apart(struct visit *v, struct person_id one, struct person_id other, bool *out)
{
	struct block_between_row row;

	TRY(block_between(v->db, v->arena, one, other, &row));
	*out = row.blocks > 0;
	return OK;
}

enum outcome
visitor_is_apart(struct visit *v, struct person_id person, bool *out)
{
	*out = false;
	return visit_may(v, WHO_COORDINATOR) ? OK : people_are_apart(v, v->who.id, person, out);
}

static enum outcome
may_block(struct visit *v)
{
	struct blocks_of_rows rows;

	TRY(blocks_of(v->db, v->arena, v->who.id, BLOCKS_MOST, &rows));
	return rows.count < BLOCKS_MOST ? OK : BLOCKS_ENOUGH;
}

/* What one asked of the other by name does not wait for an answer any more: the clock opens it to all in a moment. */
static enum outcome
end_holds(struct visit *v, struct person_id other)
{
	struct held_between_rows rows;
	int64_t changed;

	TRY(held_between(v->db, v->arena, v->who.id, other, HELD_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		TRY(hold_is_over(v->db, rows.at[i].id, v->now, &changed));
		TRY(job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = rows.at[i].programme, .kind = REQUEST_STEP,
		    .subject = rows.at[i].id.value, .due_at = v->now, .now = v->now }));
	}
	return OK;
}

static enum outcome
put(struct visit *v, struct person_id other, struct str label)
{
	int64_t changed;

	if (person_id_equal(other, v->who.id))
		return BLOCK_SELF;
	TRY(may_block(v));
	TRY(block_add(v->db, &(struct block_add_values){ .id = { visit_new_id(v) }, .blocker = v->who.id, .blocked = other, .label = label, .now = v->now },
	    &changed));
	return end_holds(v, other);
}

enum outcome
person_block(struct visit *v)
{
	const struct person_row *person = v->thing;

	TRY(put(v, person->id, S("")));
	return visit_see_other(v, url_blocks_show(v->arena), S("blocked"));
}

/* One answer, whoever has the address: nobody learns by it who is here. */
enum outcome
block_address(struct visit *v)
{
	struct str email = form_text(v->form, "email");
	struct person_id other;
	enum outcome said = person_by_email(v, email, &other);
	int64_t changed;

	if (said != OK && said != NOT_FOUND)
		return said;
	TRY(may_block(v));
	if (said == OK)
		TRY(put(v, other, email));
	else
		TRY(block_ahead_add(v->db, &(struct block_ahead_add_values){ .id = { visit_new_id(v) }, .blocker = v->who.id,
		    .email = text_folded(v->arena, email), .label = email, .now = v->now }, &changed));
	return visit_see_other(v, url_blocks_show(v->arena), S("blocked"));
}

enum outcome
block_end(struct visit *v)
{
	int64_t id, changed, ahead;

	if (!id_read(form_text(v->form, "block"), &id))
		return STALE;
	TRY(block_drop(v->db, (struct block_id){ id }, v->who.id, &changed));
	TRY(block_ahead_drop(v->db, (struct block_ahead_id){ id }, v->who.id, &ahead));
	if (changed + ahead == 0)
		return STALE;
	return visit_see_other(v, url_blocks_show(v->arena), S("unblocked"));
}

enum outcome
blocks_show(struct visit *v)
{
	struct blocks_view view = { .form = visit_values(v, &block_form, NULL) };
	struct page page;

	TRY(blocks_of(v->db, v->arena, v->who.id, BLOCKS_MOST, &view.rows));
	page = visit_page(v);
	page_blocks(&page, &view);
	return OK;
}

enum outcome
blocks_json(struct visit *v)
{
	struct blocks_of_rows rows;
	struct answer a;

	TRY(blocks_of(v->db, v->arena, v->who.id, BLOCKS_MOST, &rows));
	a = api_answer(v);
	answer_open(&a, &blocks_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++) {
		answer_open(&a, &block_line_shape);
		answer_id(&a, "id", rows.at[i].id.value);
		answer_text(&a, "label", rows.at[i].label);
		answer_moment(&a, "made_at", rows.at[i].made_at);
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}
