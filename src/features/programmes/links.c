/* What the courier found behind a link (F030), and what pages say of it. The courier's command, words with a blank between:
 *   resource-looked RESOURCE DUE FINDING STATUS    DUE names the look: the address may be another one by now, and then it is about nothing */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/resources.h"
#include "programmes/rules_links.h"

enum { STATUS_MOST = 999 };

static bool
next_number(struct str *rest, int64_t *out)
{
	struct str word;

	return str_next(rest, ' ', &word) && str_whole(word, out);
}

enum outcome
resource_looked(struct visit *v)
{
	struct str rest = v->request->body, word = S("");
	struct resource_look_of_row row;
	enum resource_look_finding finding;
	struct link_state after;
	struct resource_id resource;
	struct moment due_at;
	int64_t status, changed;
	enum outcome said;

	if (!next_number(&rest, &resource.value) || !next_number(&rest, &due_at.us) || !str_next(&rest, ' ', &word) || !next_number(&rest, &status) || status > STATUS_MOST)
		return BAD_REQUEST;
	finding = resource_look_finding_of(word);
	if (finding == RESOURCE_LOOK_FINDING_NONE || finding == RESOURCE_LOOK_FINDING_UNSEEN)
		return BAD_REQUEST;
	said = resource_look_of(v->db, v->arena, resource, due_at, &row);
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	after = link_after(&(struct link_state){ .failing_since_at = row.failing_since_at, .dead_at = row.dead_at }, finding, v->now);
	return resource_look_set(v->db, &(struct resource_look_set_values){ .resource = resource, .due_at = after.due_at, .looked_at = v->now, .finding = finding,
	    .status = status, .failing_since_at = after.failing_since_at, .dead_at = after.dead_at }, &changed);
}

enum outcome
resource_keep(struct visit *v, const struct resource_set_values *values, struct str was)
{
	int64_t changed;

	TRY(resource_set(v->db, values));
	if (values->is_retired)
		return resource_look_end(v->db, values->programme, values->slug, &changed);
	return str_equal(was, values->url) ? OK : resource_look_anew(v->db, values->programme, values->slug, v->now, &changed);
}

struct str
resource_finding_words(struct page *page, enum resource_look_finding finding, int64_t status)
{
	static const char *const words[] = {
		[RESOURCE_LOOK_FINDING_UNSEEN] = N_("not looked at yet"), [RESOURCE_LOOK_FINDING_FINE] = N_("it is there"),
		[RESOURCE_LOOK_FINDING_GUARDED] = N_("it is there, not for everybody"), [RESOURCE_LOOK_FINDING_STRANGE] = N_("an address that the server does not look at"),
		[RESOURCE_LOOK_FINDING_GONE] = N_("there is no such page"), [RESOURCE_LOOK_FINDING_FAILING] = N_("its server answered with error {status}"),
		[RESOURCE_LOOK_FINDING_NAMELESS] = N_("nobody knows its name any more"), [RESOURCE_LOOK_FINDING_UNREACHABLE] = N_("its server cannot be reached"),
		[RESOURCE_LOOK_FINDING_UNTRUSTED] = N_("its certificate is not to be trusted"), [RESOURCE_LOOK_FINDING_SLOW] = N_("its server did not answer in time"),
		[RESOURCE_LOOK_FINDING_INWARD] = N_("it leads into a private network"), [RESOURCE_LOOK_FINDING_ASTRAY] = N_("it leads on and on, or to no page"),
	};
	struct buf number = buf_new(page->arena, 24);

	buf_whole(&number, status);
	return page_words(page, words[finding], 1, (struct page_pair[]){ page_pair_text("status", buf_str(&number)) });
}
