/* A form whose session did not hold until it was sent: kept for its person, shown again after the sign-in, sent by nobody but them
 * (TRUST.md 6.3). And the proof that the master key is the one that sealed this database. */
#include "access/access.h"
#include "access/factor.h"
#include "access/store.h"
#include "access/store_factor.h"
#include "access/store_proof.h"
#include "base/arena.h"
#include "formats/id.h"
#include "http/routes.h"

enum { KEPT_MINUTES = 15, KEPT_MOST = 5, TARGET_MAX = 500 };

static struct sealing
sealing_of(const struct visit *v, int64_t id)
{
	return (struct sealing){ .ring = &v->server->ring, .purpose = SEAL_KEPT_FORM, .place = { S("kept_form"), S("sealed"), id } };
}

static struct person_id
owner_of(const struct visit *v)
{
	return visit_may(v, WHO_SIGNED_IN | WHO_HALF) ? v->who.id : v->lapsed;
}

/* Whether something is missing that its person can give; that the form is theirs, guard_admit_form() has said. */
bool
form_is_keepable(struct visit *v, enum outcome why)
{
	if (why != SIGN_IN_FIRST && why != FACTOR_FIRST && why != PROOF_FIRST)
		return false;
	return !person_id_is_none(owner_of(v)) && v->request->method == METHOD_POST && v->request->target.length <= TARGET_MAX;
}

enum outcome
form_keep(struct visit *v, enum outcome why)
{
	struct kept_form_id id = { visit_new_id(v) };
	struct sealing how = sealing_of(v, id.value);
	int64_t changed;

	TRY(kept_clean(v->db, v->now, &changed));
	TRY(kept_drop_extra(v->db, owner_of(v), KEPT_MOST - 1, &changed));
	TRY(kept_add(v->db, &(struct kept_add_values){ .id = id, .person = owner_of(v), .target = v->request->target,
	    .sealed = seal(v->arena, v->random, &how, v->request->body), .expires = moment_plus(v->now, KEPT_MINUTES * US_PER_MINUTE) }));
	if (why == SIGN_IN_FIRST)
		return visit_see_other(v, url_login_show(v->arena), S("form-kept"));
	if (v->who.has_factor)
		return visit_see_other(v, url_second_factor_show(v->arena), S("form-kept"));
	if (why == FACTOR_FIRST)
		return visit_see_other(v, url_factor_show(v->arena), S("form-kept"));
	refusal_show(v, why);
	return OK;
}

enum outcome
kept_offer(struct visit *v, struct person_id person, struct str *path_out)
{
	struct kept_newest_row row;
	enum outcome said = kept_newest(v->db, v->arena, person, v->now, &row);
	int64_t changed;

	*path_out = S("");
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	*path_out = url_form_kept_show(v->arena, id_print(v->arena, row.id.value));
	return kept_offered(v->db, person, v->now, &changed);
}

/* Finds and opens it; the dispatcher shows the page that it belongs to. */
enum outcome
form_kept_show(struct visit *v)
{
	struct kept_of_row row;
	struct sealing how;
	enum outcome said = GONE;
	int64_t id;

	if (id_read(v->params[0], &id))
		said = kept_of(v->db, v->arena, (struct kept_form_id){ id }, v->who.id, v->now, &row);
	if (said == NOT_FOUND || said == GONE)
		return visit_refuse(v, GONE, S("What was kept here is gone after a quarter of an hour. Please fill in the form once more."));
	TRY(said);
	how = sealing_of(v, id);
	TRY(unseal(v->arena, &how, row.sealed, &v->kept_body));
	v->kept_target = row.target;
	return OK;
}

static struct sealing
proof_of(const struct visit *v)
{
	return (struct sealing){ .ring = &v->server->ring, .purpose = SEAL_PROOF, .place = { S("seal_proof"), S("proof"), v->server->ring.number } };
}

enum outcome
seal_is_proved(struct visit *v, bool *out)
{
	struct seal_proof_of_row row;
	enum outcome said = seal_proof_of(v->db, v->arena, 1, &row);

	*out = said == OK;
	return said == NOT_FOUND ? OK : said;
}

enum outcome
seal_prove(struct visit *v)
{
	struct sealing how = proof_of(v);
	struct seal_proof_of_row row;
	struct str plain;
	enum outcome said = seal_proof_of(v->db, v->arena, (int64_t)how.ring->number, &row);

	if (said == NOT_FOUND)
		return seal_proof_add(v->db, how.ring->number, seal(v->arena, v->random, &how, S("mentord")), v->now);
	TRY(said);
	return unseal(v->arena, &how, row.proof, &plain);
}
