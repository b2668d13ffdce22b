/* A programme's front page for programs: its own words, null where the built-in ones stand. */
#include "access/api.h"
#include "base/check.h"
#include "programmes/api.h"
#include "programmes/programmes.h"

static const struct shape_field front_fields[] = {
#define FRONT(name_, type_, most, words, hint) { .name = S_STATIC(#name_), .type = SHAPE_TEXT, .may_be_null = true, .about = S_STATIC(words) },
#include "programmes/front.def"
};
const struct shape front_shape = { .name = S_STATIC("ProgrammeFront"), .fields = front_fields, .count = ARRAY_LENGTH(front_fields) };

enum outcome
front_json(struct visit *v)
{
	const struct programme *p = v->programme;
	struct answer a;

	if (v->is_write)
		TRY(programme_fresh(v->db, v->arena, v->programme->id, &p));
	a = api_answer(v);
	api_etag(v, p->version);
	answer_open(&a, &front_shape);
#define FRONT(name, ...) answer_text(&a, #name, p->front.name);
#include "programmes/front.def"
	answer_close(&a);
	return OK;
}
