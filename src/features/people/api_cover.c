/* What programs read of coordinators and who stands in for them. Naming a stand-in gives rights, so it has no call (TRUST.md 6.3). */
#include "access/api.h"
#include "base/check.h"
#include "people/api.h"
#include "people/store_cover.h"
#include "programmes/programmes.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { COORDINATORS_MOST = 50 };

static const struct shape_field coordinator_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("name"), .type = SHAPE_TEXT },
	{ .name = T("stand_in"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Who coordinates in their place.") },
	{ .name = T("until_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
static SHAPE(coordinator_shape, "Coordinator", coordinator_fields);
static const struct shape_field coordinator_list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &coordinator_shape } };
SHAPE(coordinator_list_shape, "CoordinatorList", coordinator_list_fields);

enum outcome
coordinator_list_json(struct visit *v)
{
	struct coordinators_of_rows rows;
	struct answer a;

	TRY(coordinators_of(v->db, v->arena, v->programme->id, v->now, COORDINATORS_MOST, &rows));
	a = api_answer(v);
	answer_open(&a, &coordinator_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++) {
		answer_open(&a, &coordinator_shape);
		answer_id(&a, "id", rows.at[i].id.value);
		answer_text(&a, "name", rows.at[i].name);
		answer_text(&a, "stand_in", rows.at[i].deputy_name);
		answer_moment(&a, "until_at", rows.at[i].until);
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}
