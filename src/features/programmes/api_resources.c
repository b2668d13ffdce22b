/* What a programme points to elsewhere, for programs. */
#include "access/api.h"
#include "base/check.h"
#include "programmes/api.h"
#include "programmes/programmes.h"
#include "programmes/resources.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

static const char *const roles[] = { "all", "mentee", "mentor", NULL };

static const char *const findings[] = { "unseen", "fine", "guarded", "strange", "gone", "failing", "nameless", "unreachable", "untrusted", "slow", "inward", "astray", NULL };

static const struct shape_field resource_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("slug"), .type = SHAPE_TEXT, .about = T("What the programme's file calls it.") },
	{ .name = T("title"), .type = SHAPE_TEXT }, { .name = T("url"), .type = SHAPE_TEXT }, { .name = T("about"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("role"), .type = SHAPE_WORD, .words = roles, .about = T("Whom it is for.") },
	{ .name = T("is_room"), .type = SHAPE_TICK, .about = T("A place to talk in; only whoever has its role sees it, and coordinators.") }, { .name = T("position"), .type = SHAPE_WHOLE },
	{ .name = T("is_retired"), .type = SHAPE_TICK, .about = T("Coordinators alone see those.") },
	{ .name = T("link"), .type = SHAPE_WORD, .words = findings, .about = T("What was found behind it when it was looked at last.") },
	{ .name = T("link_status"), .type = SHAPE_WHOLE, .about = T("What its server said then; 0: nothing.") },
	{ .name = T("looked_at"), .type = SHAPE_MOMENT, .may_be_null = true }, { .name = T("failing_since_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("is_dead"), .type = SHAPE_TICK, .about = T("It failed twice, a day or more apart, and has not worked since.") },
};
static SHAPE(resource_shape, "Resource", resource_fields);
static const struct shape_field list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &resource_shape } };
SHAPE(resource_list_shape, "ResourceList", list_fields);

static void
print(struct answer *a, const struct resources_of_row *row)
{
	answer_open(a, &resource_shape);
	answer_id(a, "id", row->id.value);
	answer_text(a, "slug", row->slug);
	answer_text(a, "title", row->title);
	answer_text(a, "url", row->url);
	answer_text(a, "about", row->about);
	answer_word(a, "role", resource_role_name(row->role));
	answer_tick(a, "is_room", row->is_room);
	answer_whole(a, "position", row->position);
	answer_tick(a, "is_retired", row->is_retired);
	answer_word(a, "link", resource_look_finding_name(row->finding));
	answer_whole(a, "link_status", row->status);
	answer_moment(a, "looked_at", row->looked_at);
	answer_moment(a, "failing_since_at", row->failing_since_at);
	answer_tick(a, "is_dead", !moment_is_none(row->dead_at));
	answer_close(a);
}

enum outcome
resources_json(struct visit *v)
{
	struct resources_of_rows rows;
	struct answer a;

	TRY(resources_of(v->db, v->arena, v->programme->id, RESOURCES_MOST, &rows));
	a = api_answer(v);
	answer_open(&a, &resource_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++)
		if (resource_is_for(v, &rows.at[i]) && (!rows.at[i].is_retired || visit_may(v, WHO_COORDINATOR)))
			print(&a, &rows.at[i]);
	answer_close(&a);
	answer_close(&a);
	return OK;
}
