/* Reports as whoever wrote them may take them along: only those with a name, only their own words. No column says whose they are, so each is opened
 * and looked at; that is slow, and asked for by one person once in a while. */
#include "base/arena.h"
#include "conduct/conduct.h"
#include "conduct/sealed.h"
#include "conduct/store.h"

enum { NAMED_AT_ONCE = 100, OWN_MOST = 500, ADDED_MOST = 200 };

static void
put(struct own_reports *out, const struct own_report *report)
{
	if (out->count < OWN_MOST)
		out->at[out->count++] = *report;
}

/* What they answered or added to it. */
static enum outcome
put_added(struct visit *v, struct report_id report, struct str programme, struct own_reports *out)
{
	struct added_to_rows rows;

	TRY(added_to(v->db, v->arena, report, ADDED_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		struct own_report own = { .programme = programme, .about = S(""), .made_at = rows.at[i].made_at };

		TRY(report_open(v, ENTRY_WORDS, rows.at[i].id.value, rows.at[i].words_sealed, &own.what));
		put(out, &own);
	}
	return OK;
}

static enum outcome
look_at(struct visit *v, const struct reports_named_row *row, struct person_id person, struct own_reports *out)
{
	struct own_report own = { .programme = row->programme_name, .made_at = row->made_at };
	struct str plain;

	TRY(report_open(v, REPORT_REPORTER, row->id.value, row->reporter_sealed, &plain));
	if (!person_id_equal(reporter_read(v, plain).person, person))
		return OK;
	TRY(report_open(v, REPORT_WHAT, row->id.value, row->what_sealed, &own.what));
	TRY(report_open(v, REPORT_ABOUT, row->id.value, row->about_sealed, &own.about));
	put(out, &own);
	return put_added(v, row->id, own.programme, out);
}

enum outcome
reports_by(struct visit *v, struct person_id person, struct own_reports *out)
{
	struct reports_named_rows rows = { .count = NAMED_AT_ONCE };
	struct report_id after = { 0 };

	*out = (struct own_reports){ ARENA_MANY(v->arena, OWN_MOST, struct own_report), 0 };
	while (rows.count == NAMED_AT_ONCE) {
		TRY(reports_named(v->db, v->arena, after, NAMED_AT_ONCE, &rows));
		for (size_t i = 0; i < rows.count; i++) {
			enum outcome said = look_at(v, &rows.at[i], person, out);

			if (said == SEAL_BROKEN)
				return OK;    /* the operator's command line holds no key of reports */
			TRY(said);
			after = rows.at[i].id;
		}
	}
	return OK;
}
