/* A measure on one pair alone: a claimed request rests while a case about one of its sides is looked into. What either does elsewhere goes on. */
#include "base/arena.h"
#include "base/buf.h"
#include "conduct/act.h"
#include "conduct/conduct.h"
#include "conduct/form.h"
#include "conduct/tell.h"
#include "formats/id.h"

enum { WORDS_BYTES = 400 };

/* One of the pairs that the case's page offers. */
static enum outcome
find_pair(struct visit *v, struct report_id report, struct pairs_of_row *out)
{
	struct pairs_of_rows pairs;

	TRY(pairs_of(v->db, v->arena, report, v->programme->id, PAIRS_MOST, &pairs));
	for (size_t i = 0; i < pairs.count; i++)
		if (str_equal(form_text(v->form, "request"), id_print(v->arena, pairs.at[i].id.value))) {
			*out = pairs.at[i];
			return OK;
		}
	return CASE_NOT_NOW;
}

/* "Dana, Ana (#12)", sealed with the case: nowhere else does it stand whom it was about. */
static struct str
words_of(struct visit *v, const struct pairs_of_row *pair)
{
	struct buf out = buf_new(v->arena, WORDS_BYTES);

	buf_format(&out, "%.*s, %.*s (#%lld)", STR_FORMAT(pair->mentee_name), STR_FORMAT(pair->claimer_name), (long long)pair->number);
	return buf_str(&out);
}

enum outcome
pair_rests(struct visit *v, struct request_id *out)
{
	struct pairs_of_row pair;
	struct step s;

	TRY(step_begin(v, CASE_PAIR_PAUSE, &s));
	TRY(find_pair(v, s.row.id, &pair));
	if (pair.rests)
		return CASE_NOT_NOW;
	TRY(pair_pause_add(v->db, &(struct pair_pause_add_values){ .id = { visit_new_id(v) }, .programme = v->programme->id, .request = pair.id,
	    .claimer = pair.claimer, .report = s.row.id, .now = v->now }));
	TRY(tell_pair(v, &pair, true));
	*out = pair.id;
	return step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_PAUSED, .words = words_of(v, &pair) });
}

/* Its clocks go on where they stood, as soon as no other case keeps the two apart. */
enum outcome
pair_goes_on_by(struct visit *v, struct request_id *out)
{
	struct pair_rests_since_row since;
	struct request_rests_row still;
	struct pairs_of_row pair;
	struct step s;
	int64_t changed;

	TRY(step_begin(v, CASE_PAIR_LIFT, &s));
	TRY(find_pair(v, s.row.id, &pair));
	if (!pair.rests)
		return CASE_NOT_NOW;
	TRY(pair_rests_since(v->db, v->arena, s.row.id, pair.id, &since));
	TRY(pair_pause_end(v->db, s.row.id, pair.id, v->now, &changed));
	TRY(request_rests(v->db, v->arena, pair.id, &still));
	if (!still.rests) {
		TRY(pair_goes_on(v->db, pair.id, moment_between(since.made_at, v->now), &changed));
		TRY(tell_pair(v, &pair, false));
	}
	*out = pair.id;
	return step_end(v, &s, &(struct case_entry){ .kind = REPORT_ENTRY_KIND_LIFTED, .words = words_of(v, &pair) });
}
