/* A report as it is kept: its readers are written down with it, its words sealed. What comes from a chat is read here as well; whoever writes there is
 * known to us, so anonymous it is not. */
#include "conduct/report.h"

#include "base/arena.h"
#include "base/buf.h"
#include "conduct/case.h"
#include "conduct/conduct.h"
#include "conduct/rules.h"
#include "conduct/tell.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "programmes/programmes.h"

enum { OVERSEERS_MOST = 200, NAMES_BYTES = 7000, NAME_SHOWN = 80 };

bool
report_is_about(struct visit *v, const struct report_words *words, const struct responders_of_row *row)
{
	struct str folded = text_folded(v->arena, words->about);

	return (words->not_for != NULL && str_list_has(words->not_for, id_print(v->arena, row->id.value))) ||
	    report_names(folded, text_folded(v->arena, row->name)) || report_names(folded, row->email_folded);
}

/* The responders of this moment may read it; whom it is about may not, also if they only could appoint themselves. */
static enum outcome
keep_readers(struct visit *v, struct report_id id, const struct report_words *words, const struct responders_of_rows *rows)
{
	struct str folded = text_folded(v->arena, words->about);
	struct overseers_of_rows overseers;
	int64_t changed;

	for (size_t i = 0; i < rows->count; i++)
		TRY(reader_put(v->db, id, rows->at[i].id, report_is_about(v, words, &rows->at[i]), &changed));
	TRY(overseers_of(v->db, v->arena, v->programme->id, OVERSEERS_MOST, &overseers));
	for (size_t i = 0; i < overseers.count; i++)
		if (report_names(folded, text_folded(v->arena, overseers.at[i].name)) || report_names(folded, overseers.at[i].email_folded))
			TRY(reader_put(v->db, id, overseers.at[i].id, true, &changed));
	return OK;
}

static enum outcome
keep(struct visit *v, const struct report_words *words, const struct hash *code, const struct responders_of_rows *rows)
{
	struct report_id id = { visit_new_id(v) };
	struct str sealed = { NULL, 0 };
	struct case_times times = case_times_of(v->programme);
	bool is_told;

	if (words->sharing != REPORT_SHARING_ANONYMOUS)
		sealed = report_seal(v, REPORT_REPORTER, id.value, reporter_print(v, &words->reporter));
	TRY(report_add(v->db, &(struct report_add_values){ .id = id, .programme = v->programme->id, .sharing = words->sharing,
	    .what = report_seal(v, REPORT_WHAT, id.value, words->what), .about = report_seal(v, REPORT_ABOUT, id.value, words->about),
	    .reporter = sealed, .code = hash_bytes(code), .now = v->now }));
	TRY(keep_readers(v, id, words, rows));
	TRY(tell_readers(v, &(struct telling){ .report = id,
	    .until = case_due_at(REPORT_STATE_SUBMITTED, v->now, &times) }, &is_told));
	if (!is_told)
		TRY(tell_contacts(v, id, false));
	return tell_reporter(v, id, words->sharing, sealed);
}

enum outcome
report_take(struct visit *v, const struct report_words *words, const struct hash *code, const struct responders_of_rows *readers)
{
	struct report_by_code_row before;
	enum outcome said = report_by_code(v->db, v->arena, hash_bytes(code), &before);

	return said == NOT_FOUND ? keep(v, words, code, readers) : said;
}

/* --- from a chat --- */

enum outcome
report_readers_named(struct visit *v, struct str *out)
{
	struct buf names = buf_new(v->arena, NAMES_BYTES);
	struct responders_of_rows rows;

	TRY(responders_of(v->db, v->arena, v->programme->id, REPORT_READERS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		buf_format(&names, "%s%.*s", i > 0 ? ", " : "", STR_FORMAT(text_head(rows.at[i].name, NAME_SHOWN)));
	*out = buf_str(&names);
	return OK;
}

enum outcome
report_from_chat(struct visit *v, const struct chat_reporter *who, struct str *code)
{
	struct report_words words = { .what = form_text(v->form, "what"), .about = form_text(v->form, "about"), .sharing = report_sharing_of(form_text(v->form, "sharing")) };
	struct responders_of_rows rows;
	struct hash hash;

	words.reporter = (struct reporter){ .name = text_one_line(v->arena, who->name), .contact = S("") };
	if (who->is_member)
		words.reporter.person = v->who.id;
	*code = report_code_of(v, who->key, &hash);
	TRY(responders_of(v->db, v->arena, v->programme->id, REPORT_READERS_MOST, &rows));
	return report_take(v, &words, &hash, &rows);
}
